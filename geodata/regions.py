"""Gemeenten of one provincie, arbeidsmarktregio or COROP-gebied make up one area, which fits the areas beside it."""

from collections.abc import Iterable, Mapping
from typing import Literal, Protocol, get_args

import shapely
from geopandas import GeoDataFrame

from geodata.checks import GAP_M
from geodata.errors import GeodataError, problem
from geodata.geography import Geography
from geodata.rd import RD
from inputs.facts import gemeenten_2026

Soort = Literal["provincie", "arbeidsmarktregio", "coropgebied"]
"""Kind of region."""

SOORTEN: tuple[Soort, ...] = get_args(Soort)

AREA_TOLERANCE = 1e-6
"""How far the regions together may differ from the gemeenten together, relative to them [1]."""


class InRegions(Protocol):
    """A gemeente that says in which provincie and arbeidsmarktregio it lies."""

    @property
    def gemeentecode(self) -> str:
        """Code of the gemeente."""

    @property
    def provincie(self) -> str:
        """Its province."""

    @property
    def arbeidsmarktregio(self) -> str:
        """Its labour-market region."""


def regions(gemeenten: Iterable[InRegions] = ()) -> Mapping[Soort, Mapping[str, str]]:
    """Give the region of every gemeente, of each kind, by gemeentecode.

    What the planner's table says goes before what CBS says (85755NED); a table has no COROP-gebieden, so those come
    from CBS alone, as do the regions of gemeenten that the table leaves out.

    >>> regions()["coropgebied"]["GM0505"]
    'Zuidoost-Zuid-Holland'
    """
    own = list(gemeenten)
    facts = gemeenten_2026()
    return {
        "provincie": {g.gemeentecode: g.provincie for g in (*facts, *own)},
        "arbeidsmarktregio": {g.gemeentecode: g.arbeidsmarktregio for g in (*facts, *own)},
        "coropgebied": {fact.gemeentecode: fact.coropgebied for fact in facts},
    }


def dissolved(geography: Geography, region: Mapping[str, str]) -> GeoDataFrame:
    """Join the gemeenten of each region into one area.

    Parameters
    ----------
    geography : Geography
        Borders in EPSG:28992 [m].
    region : mapping
        Name of the region by gemeentecode, as ``regions`` gives it for a kind.

    Returns
    -------
    GeoDataFrame
        Indexed by ``gebied``, ascending: ``gemeenten``, how many it joins [gemeenten], and ``geometry`` in
        EPSG:28992 [m]. The areas are a coverage without a sliver and measure what the gemeenten measure.

    Raises
    ------
    GeodataError
        G.305 with every gemeente that has no region.
    """
    missing = tuple(code for code in geography.codes if code not in region)
    if missing:
        raise GeodataError([problem("G.305 region_unknown", bestand=geography.bestand, codes=missing)])
    groups = geography.grenzen.geometry.groupby(geography.grenzen.index.map(region), sort=True)
    areas = {naam: shapely.coverage_union_all(shapes.to_numpy()) for naam, shapes in groups}
    data = {"gebied": list(areas), "gemeenten": groups.size().to_list()}
    frame = GeoDataFrame(data, geometry=list(areas.values()), crs=RD).set_index("gebied")
    _assert_sound(frame, geography)
    return frame


def _assert_sound(frame: GeoDataFrame, geography: Geography) -> None:
    """Stop where joining areas lost or made land; a checked ``Geography`` never does, so it would be our mistake."""
    shapes = frame.geometry.to_numpy()
    before, after = geography.grenzen.area.sum(), frame.area.sum()
    assert shapely.is_valid(shapes).all(), "a region is not valid"
    assert shapely.coverage_is_valid(shapes, gap_width=GAP_M), "regions overlap, or leave a sliver between them"
    assert abs(after - before) <= AREA_TOLERANCE * before, f"regions measure {after} m2, gemeenten {before} m2"
