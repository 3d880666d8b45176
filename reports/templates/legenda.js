// Small builders of elements; text is only ever set as text.
function maak(soort, tekst = "", klasse = "") {
  const deel = document.createElement(soort);
  deel.textContent = tekst;
  if (klasse) deel.className = klasse;
  return deel;
}

function toonLegenda(indicator, gegevens) {
  const regel = (staal, tekst) => {
    const deel = document.createElement("li");
    deel.append(staal, maak("span", tekst));
    return deel;
  };
  const klassen = indicator.klassen.map(([kleur, tekst]) => {
    const staal = maak("span", "", "staal");
    staal.style.backgroundColor = kleur;
    return regel(staal, tekst);
  });
  const merken = gegevens.merken.map((stand) => regel(maak("span", "", `staal merk-${stand}`), gegevens.woorden.stand[stand]));
  document.getElementById("legenda-uitleg").textContent = indicator.uitleg;
  document.getElementById("legenda").replaceChildren(...klassen, ...merken);
}
