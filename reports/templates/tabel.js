// Sorts the table by any column; every heading is a button.
function maakSorteerbaar(tabel, lang) {
  const koppen = [...tabel.tHead.rows[0].cells];
  const vergelijk = new Intl.Collator(lang, {numeric: true}).compare;
  const waarde = (rij, k) => rij.cells[k].dataset.v;

  function sorteer(k) {
    const neer = koppen[k].getAttribute("aria-sort") === "ascending";
    for (const kop of koppen) kop.removeAttribute("aria-sort");
    koppen[k].setAttribute("aria-sort", neer ? "descending" : "ascending");
    const rijen = [...tabel.tBodies[0].rows];
    rijen.sort((een, ander) => waarde(een, k) === undefined
      ? vergelijk(een.cells[k].textContent, ander.cells[k].textContent)
      : waarde(een, k) - waarde(ander, k));
    tabel.tBodies[0].append(...(neer ? rijen.reverse() : rijen));
  }

  koppen.forEach((kop, k) => {
    const knop = maak("button", kop.textContent);
    knop.type = "button";
    knop.addEventListener("click", () => sorteer(k));
    kop.replaceChildren(knop);
  });
}
