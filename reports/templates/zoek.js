// Finds a gemeente by name or code, whatever accents, apostrophes, hyphens and spaces the reader types.
(function () {
  const veld = document.getElementById("zoek");
  const melding = document.getElementById("melding");
  const regels = Array.from(document.querySelectorAll("li[data-zoek]"));
  const provincies = Array.from(document.querySelectorAll("section.provincie"));
  const glad = (tekst) => tekst.normalize("NFKD").toLowerCase().replace(/[^a-z0-9]/g, "");

  function zeg(aantal) {
    if (!aantal) return melding.dataset.geen;
    return aantal === 1 ? melding.dataset.een : melding.dataset.meer.replace("{n}", String(aantal));
  }

  function zoek() {
    const gezocht = glad(veld.value);
    for (const regel of regels) {
      regel.hidden = gezocht !== "" && !regel.dataset.zoek.split(" ").some((naam) => naam.includes(gezocht));
    }
    for (const provincie of provincies) provincie.hidden = !provincie.querySelector("li:not([hidden])");
    melding.textContent = gezocht === "" ? "" : zeg(regels.filter((regel) => !regel.hidden).length);
  }

  function eerste(gebeurtenis) {
    if (gebeurtenis.key !== "Enter") return;
    const regel = regels.find((r) => !r.hidden);
    if (regel) regel.querySelector("a").focus();
  }

  document.getElementById("zoekveld").hidden = false;
  veld.addEventListener("input", zoek);
  veld.addEventListener("keydown", eerste);
  zoek();
})();
