// The panel beside the map: one gemeente explained, or an area added up.
function maakPaneel(gegevens, terug) {
  const woord = gegevens.woorden.paneel;
  const huis = document.getElementById("paneel");
  const schrijf = new Intl.NumberFormat(gegevens.lang);
  const schrijf2 = new Intl.NumberFormat(gegevens.lang, {minimumFractionDigits: 2, maximumFractionDigits: 2});
  const metTeken = new Intl.NumberFormat(gegevens.lang, {signDisplay: "exceptZero"});
  const getal = (n) => schrijf.format(n).replace("-", "\u2212");
  const verschil = (n) => metTeken.format(n).replace("-", "\u2212");

  const aantal = (n, een, meer) => `${getal(n)} ${n === 1 ? een : meer}`;
  const vul = (tekst, waarden) => tekst.replace(/\{(\w+)\}/g, (_, naam) => waarden[naam]);

  function rij(label, waarde, klasse = "") {
    const regel = maak("tr", "", klasse);
    const kop = maak("th", label);
    kop.scope = "row";
    regel.append(kop, ...[waarde].flat().map((w) => maak("td", w)));
    return regel;
  }

  function tabel(rijen, koppen = null) {
    const blok = document.createElement("table");
    if (koppen) {
      const kop = document.createElement("tr");
      for (const tekst of koppen) kop.append(Object.assign(maak("th", tekst), {scope: "col"}));
      blok.createTHead().append(kop);
    }
    blok.createTBody().append(...rijen);
    return blok;
  }

  function waarom(g) {
    const bijstelling = g.doel_personen - g.sleutel_personen - g.inhaal_personen - g.afspraken_personen;
    const inhaal = g.achterstand < 0 ? woord.inhaal_voor : woord.inhaal;
    const beginstand = vul(woord.beginstand, {aantal: verschil(g.achterstand)});
    const nul = g.sleutel_personen + g.inhaal_personen === 0 && g.inhaal_personen < 0;
    const rijen = [rij(nul ? woord.sleutel_nul : vul(woord.sleutel, {rest: gegevens.rest, naar: gegevens.naar}), getal(g.sleutel_personen)),
      rij(`${inhaal} (${beginstand})`, verschil(g.inhaal_personen))];
    if (g.afspraken_personen) rijen.push(rij(woord.afspraken, verschil(g.afspraken_personen)));
    if (bijstelling) rijen.push(rij(woord.afronding, verschil(bijstelling)));
    rijen.push(rij(woord.doel, getal(g.doel_personen), "som"), rij(woord.toegewezen, getal(g.toegewezen_personen)),
      rij(woord.afwijking, verschil(g.afwijking_personen), "som"));
    return tabel(rijen);
  }

  function band(g) {
    const van = Math.ceil(g.band_onder), tot = Math.floor(g.band_boven);
    const binnen = g.band_onder <= g.toegewezen_personen && g.toegewezen_personen <= g.band_boven;
    const grens = vul(woord.band, {van: getal(van), tot: getal(tot)});
    const delen = [maak("p", `${grens} (${binnen ? woord.binnen : woord.buiten}).`)];
    if (!binnen) delen.push(maak("p", g.toegewezen_personen > g.band_boven ? gegevens.boven : woord.onder));
    return delen;
  }

  function woningen(g) {
    if (!g.woningen.length) return maak("p", woord.geen_woningen);
    const rijen = g.woningen.map(([vorm, aanbod, gebruikt]) =>
      rij(gegevens.woorden.woonvorm[vorm] ?? vorm, [getal(aanbod), getal(gebruikt)]));
    rijen.push(rij(woord.totaal, [getal(g.woningen_aangeboden), getal(g.woningen_gebruikt)], "som"));
    return tabel(rijen, [woord.woonvorm, woord.aangeboden, woord.gebruikt]);
  }

  function samenstelling(g) {
    return maak("p", [aantal(g.toegewezen_personen, woord.persoon, woord.personen),
      aantal(g.toegewezen_huishoudens, woord.huishouden, woord.huishoudens),
      aantal(g.toegewezen_kinderen, woord.kind, woord.kinderen)].join(", "));
  }

  function groottes(g) {
    if (!g.groottes.length) return [];
    const rijen = g.groottes.map(([personen, geteld, blijft]) => rij(getal(personen), [getal(geteld), getal(blijft)]));
    const som = (k) => getal(g.groottes.reduce((totaal, regel) => totaal + regel[k], 0));
    rijen.push(rij(woord.totaal, [som(1), som(2)], "som"));
    return [maak("h3", woord.groottes), tabel(rijen, [woord.grootte, woord.toegewezen_kort, woord.blijft])];
  }

  function blad(g) {
    const koppeling = maak("a", vul(woord.blad, {naam: g.naam}));
    koppeling.href = `bladen/${g.code}.html`;
    const regel = maak("p", "", "blad");
    regel.append(koppeling, maak("span", woord.blad_uitleg, "klein"));
    return regel;
  }

  function opgaveVan(g) {
    if (!g.opgave.length) return [];
    return [maak("h3", woord.opgave_kop), ...g.opgave.map((tekst) => maak("p", tekst, "opgave"))];
  }

  function knop() {
    const deel = maak("button", woord.sluit, "knop");
    deel.type = "button";
    deel.addEventListener("click", terug);
    return deel;
  }

  function gemeente(g) {
    huis.replaceChildren(
      maak("h3", g.naam, "naam"),
      maak("p", `${vul(woord.plaats, {provincie: g.provincie, regio: g.arbeidsmarktregio})} \u00b7 ${getal(g.inwoners)} `
        + woord.inwoners, "plaats"),
      samenstelling(g), blad(g), ...opgaveVan(g),
      maak("h3", woord.waarom), waarom(g), ...band(g),
      maak("h3", woord.regel), maak("p", g.regel),
      maak("h3", woord.woningen), woningen(g), ...groottes(g),
      maak("h3", woord.gast),
      tabel([rij(woord.gast_hier, getal(g.gehuisvest_als_gast_personen)), rij(woord.gast_elders, getal(g.gehuisvest_elders_personen))]),
      maak("h3", woord.taakstelling),
      tabel([rij(woord.grootste_rest, getal(g.taakstelling_grootste_rest)),
        rij(woord.afgerond, getal(g.taakstelling_afgerond))]),
      maak("h3", woord.ligging), maak("p", g.ligging),
      knop());
  }

  function opgave(gemeenten, tel) {
    const alle = gemeenten.length === gegevens.gemeenten.length;
    const afronding = tel("doel_personen") - gegevens.opgave;
    return [rij(alle ? woord.opgave : woord.doel, getal(alle ? gegevens.opgave : tel("doel_personen"))),
      ...(alle ? [rij(woord.waarvan_inhaal, getal(tel("inhaal_personen"))),
        rij(vul(woord.waarvan_sleutel, {naar: gegevens.naar}), getal(tel("sleutel_personen"))),
        ...(afronding ? [rij(woord.waarvan_afronding, verschil(afronding))] : [])] : [])];
  }

  function wachtend(gemeenten) {
    if (gemeenten.length !== gegevens.gemeenten.length) return [];
    const samen = gegevens.wachtend.reduce((totaal, [, n]) => totaal + n, 0);
    return [maak("h3", `${woord.niet_geplaatst}: ${aantal(samen, woord.huishouden, woord.huishoudens)}`),
      ...(samen ? [tabel(gegevens.wachtend.map(([reden, n]) => rij(reden, getal(n))))] : [])];
  }

  function zonder(gemeenten) {
    const tel = (stand) => gemeenten.filter((g) => g.stand === stand).length;
    const namen = {standaard: woord.zonder_opgave, afgekeurd: woord.opgave_afgekeurd};
    return gegevens.merken.map((stand) => rij(namen[stand], getal(tel(stand))));
  }

  function som(gemeenten, naam) {
    const tel = (veld) => gemeenten.reduce((totaal, g) => totaal + g[veld], 0);
    const personen = tel("toegewezen_personen");
    huis.replaceChildren(
      maak("h3", naam, "naam"),
      maak("p", vul(woord.som, {aantal: getal(gemeenten.length)}), "plaats"),
      tabel([...opgave(gemeenten, tel), rij(woord.toegewezen, getal(personen)),
        rij(woord.afwijking, verschil(personen - tel("doel_personen")), "som")]),
      tabel([rij(woord.huishoudens, getal(tel("toegewezen_huishoudens"))),
        rij(woord.kinderen, getal(tel("toegewezen_kinderen"))),
        rij(gegevens.indicatoren[1].label, schrijf2.format(1000 * personen / tel("inwoners"))),
        rij(`${woord.woningen}: ${woord.aangeboden.toLowerCase()}`, getal(tel("woningen_aangeboden"))),
        rij(`${woord.woningen}: ${woord.gebruikt.toLowerCase()}`, getal(tel("woningen_gebruikt"))),
        rij(woord.leeg, getal(tel("woningen_aangeboden") - tel("woningen_gebruikt"))),
        rij(`${woord.taakstelling}`, getal(tel("taakstelling_grootste_rest"))), ...zonder(gemeenten)]),
      ...wachtend(gemeenten),
      maak("p", woord.kies, "plaats"));
  }

  function buiten(naam) {
    huis.replaceChildren(maak("h3", naam, "naam"), maak("p", woord.niet_in_verdeling), knop());
  }

  function leeg() {
    huis.replaceChildren(maak("h3", woord.geen_treffer, "naam"), maak("p", woord.zoek_op), knop());
  }

  return {gemeente, som, buiten, leeg};
}
