// Sorts the table by any column; every heading is a button.
function maakSorteerbaar(tabel, lang) {
  const koppen = [...tabel.tHead.rows[0].cells];
  const vergelijk = new Intl.Collator(lang, {numeric: true}).compare;
  const punt = new Intl.NumberFormat(lang).formatToParts(1.5).find((deel) => deel.type === "decimal").value;

  function getal(cel) {
    const cijfers = [...cel.textContent.replace("\u2212", "-")].filter((teken) => /[-0-9]/.test(teken) || teken === punt);
    return cijfers.length ? Number(cijfers.join("").replace(punt, ".")) : -Infinity;
  }

  function sorteer(k) {
    const neer = koppen[k].getAttribute("aria-sort") === "ascending";
    for (const kop of koppen) kop.removeAttribute("aria-sort");
    koppen[k].setAttribute("aria-sort", neer ? "descending" : "ascending");
    const rijen = [...tabel.tBodies[0].rows];
    const waarde = koppen[k].classList.contains("getal") ? getal : (cel) => cel.textContent;
    const waarden = new Map(rijen.map((rij) => [rij, waarde(rij.cells[k])]));
    const orde = waarde === getal ? (een, ander) => een - ander : vergelijk;
    rijen.sort((een, ander) => orde(waarden.get(een), waarden.get(ander)) || 0);
    tabel.tBodies[0].append(...(neer ? rijen.reverse() : rijen));
  }

  koppen.forEach((kop, k) => {
    const knop = maak("button", kop.textContent);
    knop.type = "button";
    knop.addEventListener("click", () => sorteer(k));
    kop.replaceChildren(knop);
  });
}
