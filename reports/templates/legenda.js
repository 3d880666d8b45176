// Small builders of elements; text is only ever set as text.
function maak(soort, tekst = "", klasse = "") {
  const deel = document.createElement(soort);
  deel.textContent = tekst;
  if (klasse) deel.className = klasse;
  return deel;
}

function toonLegenda(indicator) {
  document.getElementById("legenda-uitleg").textContent = indicator.uitleg;
  document.getElementById("legenda").replaceChildren(...indicator.klassen.map(([kleur, tekst]) => {
    const staal = maak("span", "", "staal");
    staal.style.backgroundColor = kleur;
    const regel = document.createElement("li");
    regel.append(staal, maak("span", tekst));
    return regel;
  }));
}
