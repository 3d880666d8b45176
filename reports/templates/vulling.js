// Fills: a colour, or a colour with a pattern over it, so that no class is told by its colour alone.
function maakVullingen() {
  const paden = {streep: "M-2 2L2 -2M0 8L8 0M6 10L10 6", tegenstreep: "M-2 6L2 10M0 0L8 8M6 -2L10 2", liggend: "M0 4H8",
    staand: "M4 0V8", raster: "M0 4H8M4 0V8", ruit: "M0 8L8 0M0 0L8 8", stip: "M3 4H5", golf: "M0 5Q2 2 4 5T8 5"};
  const huis = svg("svg", {width: 0, height: 0, "aria-hidden": "true", class: "vullingen"});
  const gemaakt = new Set();
  document.body.append(huis);

  function donker(kleur) {
    const [rood, groen, blauw] = [1, 3, 5].map((k) => parseInt(kleur.slice(k, k + 2), 16));
    return 0.3 * rood + 0.59 * groen + 0.11 * blauw < 140;
  }

  return (kleur, patroon) => {
    if (!patroon) return kleur;
    const id = `vul-${kleur.slice(1)}-${patroon}`;
    if (!gemaakt.has(id)) {
      const vak = svg("pattern", {id, width: 8, height: 8, patternUnits: "userSpaceOnUse"});
      const lijn = {stroke: donker(kleur) ? "#fff" : "#1c2b33", "stroke-width": patroon === "stip" ? 2 : 1, fill: "none"};
      vak.append(svg("rect", {width: 8, height: 8, fill: kleur}), svg("path", {d: paden[patroon], ...lijn}));
      huis.append(vak);
      gemaakt.add(id);
    }
    return `url(#${id})`;
  };
}
