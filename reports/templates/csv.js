// The table as gemeenten.csv, to the byte: from this page, so that it also works where the file does not lie beside it.
function maakCsv(koppeling, csv) {
  koppeling.addEventListener("click", (gebeurtenis) => {
    gebeurtenis.preventDefault();
    const tekst = csv.regels.map((regel, k) => `${regel};${k ? csv.bron : csv.kop}\r\n`).join("");
    const adres = URL.createObjectURL(new Blob([tekst], {type: "text/csv;charset=utf-8"}));
    const bestand = Object.assign(document.createElement("a"), {href: adres, download: koppeling.download});
    bestand.click();
    setTimeout(() => URL.revokeObjectURL(adres), 1000);
  });
}
