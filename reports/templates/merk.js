// Hatches the gemeenten that are reckoned with by default: lines where no sheet came, a grid where it was refused.
function maakMerken(kaart, gegevens, lagen) {
  const strepen = {standaard: "M5 0V10", afgekeurd: "M5 0V10M0 5H10"};
  const raster = svg("defs", {});
  for (const stand of gegevens.merken) {
    const vak = svg("pattern", {id: `merk-${stand}`, width: 10, height: 10, patternUnits: "userSpaceOnUse",
      patternTransform: "rotate(45)"});
    for (const [stroke, dikte] of [["#fff", 2.2], ["#1c2b33", 1]])
      vak.append(svg("path", {d: strepen[stand], stroke, "stroke-width": dikte, fill: "none"}));
    raster.append(vak);
  }
  if (gegevens.merken.length) kaart.getPanes().overlayPane.querySelector("svg").prepend(raster);
  const merken = gegevens.gemeenten.filter((g) => gegevens.merken.includes(g.stand)).map((g) =>
    [g.code, L.polygon(lagen.get(g.code).getLatLngs(), {stroke: false, fillColor: `url(#merk-${g.stand})`, fillOpacity: 1,
      interactive: false, className: "merk-vlak"}).addTo(kaart)]);
  return {kleur: (aan) => { for (const [code, laag] of merken) laag.setStyle({fillOpacity: aan(code) ? 1 : 0.25}); }};
}
