// Small builders of elements; text is only ever set as text.
function maak(soort, tekst = "", klasse = "") {
  const deel = document.createElement(soort);
  deel.textContent = tekst;
  if (klasse) deel.className = klasse;
  return deel;
}

function svg(soort, eigenschappen) {
  const deel = document.createElementNS("http://www.w3.org/2000/svg", soort);
  for (const [naam, waarde] of Object.entries(eigenschappen)) deel.setAttribute(naam, waarde);
  return deel;
}

function toonLegenda(indicator, gegevens, vulling) {
  const regel = (staal, tekst) => {
    const deel = document.createElement("li");
    deel.append(staal, maak("span", tekst));
    return deel;
  };
  const klassen = indicator.klassen.map(([kleur, tekst, patroon]) => {
    const staal = svg("svg", {class: "staal", "aria-hidden": "true"});
    staal.append(svg("rect", {width: "100%", height: "100%", fill: vulling(kleur, patroon)}));
    return regel(staal, tekst);
  });
  const merken = gegevens.merken.map((stand) => regel(maak("span", "", `staal merk-${stand}`), gegevens.woorden.stand[stand]));
  document.getElementById("legenda-uitleg").textContent = indicator.uitleg;
  document.getElementById("legenda").replaceChildren(...klassen, ...merken);
}
