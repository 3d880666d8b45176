// Draws the plan: one polygon per gemeente, coloured by indicator, chosen by mouse, keyboard or name.
function tekenVerdeling(kaart) {
  const gegevens = JSON.parse(document.getElementById("gegevens").textContent);
  const benoemd = (rij) => Object.fromEntries(gegevens.velden.map((veld, k) => [veld, rij[k]]));
  gegevens.gemeenten = gegevens.gemeenten.map(benoemd);
  const woord = gegevens.woorden.kaart;
  const bij = new Map(gegevens.gemeenten.map((g) => [g.code, g]));
  const lagen = new Map();
  const gebiedKeuze = document.getElementById("gebied");
  const indicatorKeuze = document.getElementById("indicator");
  const melding = document.getElementById("melding");
  const smal = window.matchMedia("(max-width: 64rem)");
  const vulling = maakVullingen();
  let gekozen = null;
  let achtergrond = null;
  const paneel = maakPaneel(gegevens, wisKeuze);

  const rang = () => gegevens.indicatoren.findIndex((i) => i.naam === indicatorKeuze.value);
  const indicator = () => gegevens.indicatoren[rang()];
  const zeg = (tekst) => { melding.textContent = tekst; };

  function inGebied(g) {
    const [soort, naam] = gebiedKeuze.value.split(/\|(.*)/s);
    return Boolean(g) && (!soort || g[soort] === naam);
  }

  function stijl(code) {
    const g = bij.get(code);
    const klassen = indicator().klassen;
    const [kleur, , patroon] = g ? klassen[g.klassen[rang()]] : klassen.at(-1);
    const aan = inGebied(g);
    const dekt = (aan ? 1 : g ? 0.15 : 0.35) * (achtergrond?.aan() ? 0.65 : 1);
    return {fillColor: vulling(kleur, patroon), fillOpacity: dekt, color: "#5f6d74", weight: 0.6, opacity: aan ? 1 : 0.4};
  }

  function punten(stappen) {
    const uit = [];
    for (let k = 0, lon = 0, lat = 0; k < stappen.length; k += 2) {
      lon += stappen[k];
      lat += stappen[k + 1];
      uit.push([lat / gegevens.schaal, lon / gegevens.schaal]);
    }
    return uit;
  }

  function toonGrenzen() {
    for (const vak of document.querySelectorAll("#grenzen input")) {
      if (vak.checked) grenzen.get(vak.value).addTo(kaart);
      else grenzen.get(vak.value).remove();
    }
    rand.bringToFront();
  }

  function naamVan(code) {
    return bij.get(code)?.naam ?? gegevens.namen[code];
  }

  function waardeVan(code) {
    const g = bij.get(code);
    const tekst = g ? g.waarden[rang()] ?? indicator().klassen[g.klassen[rang()]][1] : gegevens.onbekend;
    return `${indicator().label}: ${tekst}`;
  }

  function standVan(code) {
    const stand = bij.get(code)?.stand;
    return gegevens.merken.includes(stand) ? `, ${gegevens.woorden.stand[stand]}` : "";
  }

  function kaartje(code) {
    const deel = document.createElement("div");
    deel.append(maak("strong", naamVan(code)), maak("span", waardeVan(code) + standVan(code)));
    return deel;
  }

  function kleur() {
    for (const [code, laag] of lagen) {
      laag.setStyle(stijl(code));
      laag.getElement().setAttribute("aria-label", `${naamVan(code)}, ${waardeVan(code)}${standVan(code)}`);
      if (bij.has(code)) laag.getElement().setAttribute("aria-pressed", String(code === gekozen));
    }
    merken.kleur((code) => inGebied(bij.get(code)));
    rand.setLatLngs(gekozen ? lagen.get(gekozen).getLatLngs() : []);
  }

  function toonSom() {
    const naam = gebiedKeuze.value ? gebiedKeuze.selectedOptions[0].textContent : woord.heel_nederland;
    paneel.som(gegevens.gemeenten.filter(inGebied), naam);
  }

  function noteer(code) {
    history.replaceState(null, "", code ? `#${code}` : location.pathname + location.search);
  }

  function kies(code) {
    gekozen = code;
    noteer(code);
    zeg("");
    if (bij.has(code)) paneel.gemeente(bij.get(code));
    else paneel.buiten(naamVan(code));
    kleur();
    if (smal.matches) document.getElementById("paneel").scrollIntoView({block: "start"});
  }

  function wisKeuze() {
    const oud = gekozen;
    gekozen = null;
    noteer("");
    zeg("");
    kleur();
    toonSom();
    if (oud) lagen.get(oud).getElement().focus({preventScroll: !smal.matches});
    if (smal.matches) kaart.getContainer().scrollIntoView({block: "start"});
  }

  function teken(code, vorm) {
    const laag = L.polygon(vorm.map((delen) => delen.map(punten)), stijl(code));
    laag.bindTooltip(() => kaartje(code), {sticky: true}).on("click", () => kies(code)).addTo(kaart);
    lagen.set(code, laag);
    const element = laag.getElement();
    element.setAttribute("role", bij.has(code) ? "button" : "img");
    if (!bij.has(code)) return;
    element.setAttribute("tabindex", "0");
    element.addEventListener("focus", () => {
      if (!kaart.getBounds().contains(laag.getCenter())) kaart.panTo(laag.getCenter(), {animate: false});
    });
    element.addEventListener("keydown", (toets) => {
      if (toets.key !== "Enter" && toets.key !== " ") return;
      toets.preventDefault();
      kies(code);
    });
  }

  function pas() {
    const binnen = [...lagen].filter(([code]) => inGebied(bij.get(code))).map(([, laag]) => laag);
    if (binnen.length) kaart.fitBounds(L.featureGroup(binnen).getBounds(), {padding: [12, 12], animate: false});
  }

  function zoek(naam) {
    const glad = (tekst) => tekst.normalize("NFKD").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
    const doel = glad(naam);
    if (!doel) return;
    const treffer = gegevens.gemeenten.find((g) => glad(g.naam) === doel || glad(g.code) === doel)
      ?? bij.get(Object.entries(gegevens.bijnamen).find(([bijnaam]) => glad(bijnaam) === doel)?.[1])
      ?? gegevens.gemeenten.find((g) => glad(g.naam).startsWith(doel));
    if (!treffer) {
      gekozen = null;
      kleur();
      zeg(woord.zoek_niets.replace("{naam}", () => naam.trim()));
      paneel.leeg();
      return;
    }
    toon(treffer.code);
  }

  function toon(code) {
    if (bij.has(code) && !inGebied(bij.get(code))) gebiedKeuze.value = "";
    kaart.fitBounds(lagen.get(code).getBounds(), {maxZoom: 9, animate: false});
    kies(code);
  }

  function uitAdres() {
    const code = location.hash.slice(1);
    if (lagen.has(code)) toon(code);
  }

  kaart.getContainer().setAttribute("role", "group");
  kaart.getContainer().setAttribute("aria-label", woord.kaart_label);
  if (L.Browser.mobile) kaart.dragging.disable();
  L.control.zoom({zoomInTitle: woord.inzoomen, zoomOutTitle: woord.uitzoomen}).addTo(kaart);
  for (const [code, vorm] of Object.entries(gegevens.vormen)) teken(code, vorm);
  const merken = maakMerken(kaart, gegevens, lagen);
  const lijnstijl = {provincie: {weight: 2}, arbeidsmarktregio: {weight: 1.2}, coropgebied: {weight: 1.2, dashArray: "4 3"}};
  const grenzen = new Map(Object.entries(gegevens.lijnen).map(([soort, lijnen]) =>
    [soort, L.polyline(lijnen.map(punten), {color: "#22323a", interactive: false, className: `grens-${soort}`, ...lijnstijl[soort]})]));
  const rand = L.polygon([], {fill: false, color: "#000", weight: 4, interactive: false}).addTo(kaart);
  toonGrenzen();
  document.getElementById("grenzen").addEventListener("change", toonGrenzen);
  indicatorKeuze.addEventListener("change", () => { toonLegenda(indicator(), gegevens, vulling); kleur(); });
  gebiedKeuze.addEventListener("change", () => { gekozen = null; noteer(""); zeg(""); kleur(); toonSom(); pas(); });
  document.getElementById("zoek").addEventListener("change", (gebeurtenis) => zoek(gebeurtenis.target.value));
  document.addEventListener("keydown", (toets) => { if (toets.key === "Escape" && gekozen) wisKeuze(); });
  window.addEventListener("hashchange", uitAdres);
  achtergrond = maakAchtergrond(kaart, gegevens, zeg, kleur);
  toonLegenda(indicator(), gegevens, vulling);
  kleur();
  toonSom();
  pas();
  maakSorteerbaar(document.getElementById("tabel"), gegevens.lang);
  maakCsv(document.getElementById("csv"), gegevens.csv);
  uitAdres();
}
