// The background map: nothing is fetched before the reader asks for it.
function maakAchtergrond(kaart, gegevens, zeg, hertekenen) {
  const vak = document.getElementById("achtergrond");
  const bron = document.getElementById("achtergrond-bron");
  let laag = null;

  function zet() {
    if (vak.checked && !laag) {
      laag = L.tileLayer(gegevens.achtergrond.url, {maxZoom: gegevens.achtergrond.diepst, className: "achtergrond"});
      laag.once("tileerror", () => {
        vak.checked = false;
        zet();
        zeg(gegevens.woorden.kaart.achtergrond_fout);
      });
      laag.addTo(kaart);
    } else if (!vak.checked && laag) {
      laag.remove();
      laag = null;
    }
    bron.hidden = !vak.checked;
    hertekenen();
  }

  vak.addEventListener("change", () => { zeg(""); zet(); });
  return {aan: () => vak.checked};
}
