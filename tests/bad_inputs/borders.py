"""Bad inputs 46 and 56-59: borders of the planner's own."""

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import shapely
from bad_inputs.bad import Bad, Build, files
from geopandas import GeoDataFrame

from geodata.geography import schematic

RD = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::28992"}}
Change = Callable[[GeoDataFrame], GeoDataFrame]


@cache
def _map() -> GeoDataFrame:
    """Give the 342 areas of the schematic map as a file of borders has them."""
    frame = schematic().grenzen.reset_index().rename(columns={"gemeentecode": "statcode", "naam": "statnaam"})
    return frame.assign(jrstatcode="2026" + frame["statcode"])


def _borders(change: Change, crs: dict[str, Any] | None = RD) -> Build:
    """Build the small case with a GeoJSON of spoiled borders beside it."""

    def build(folder: Path) -> list[object]:
        case = folder / "casus"
        case.mkdir()
        document = json.loads(change(_map().copy()).to_json(drop_id=True))
        document.pop("crs", None)
        path = folder / "grenzen.geojson"
        path.write_text(json.dumps({**document, **({} if crs is None else {"crs": crs})}), "utf-8")
        return [*files()(case), "--boundaries", path]

    return build


def _address(path: str) -> Build:
    """Build the small case with a place that is no file on this computer."""
    return lambda folder: [*files()(folder), "--boundaries", path]


def _first(change: Callable[[Any], Any]) -> Change:
    """Change the area of the first gemeente."""

    def changed(frame: GeoDataFrame) -> GeoDataFrame:
        shapes = frame.geometry.tolist()
        shapes[0] = change(shapes[0])
        return frame.set_geometry(shapes, crs=frame.crs)

    return changed


def _bow_tie(shape: Any) -> Any:
    """Give an area that crosses itself."""
    west, south, east, north = shape.bounds
    return shapely.Polygon([(west, south), (east, north), (east, south), (west, north)])


def _swapped(frame: GeoDataFrame) -> GeoDataFrame:
    """Write latitude before longitude."""
    degrees = frame.to_crs(4326)
    return degrees.set_geometry(shapely.transform(degrees.geometry.to_numpy(), lambda xy: xy[:, ::-1]), crs=4326)


def _years(frame: GeoDataFrame) -> GeoDataFrame:
    """Take a few rows from another year."""
    return frame.assign(
        jrstatcode=["2025" + code if n < 3 else "2026" + code for n, code in enumerate(frame["statcode"])]
    )


NAME = "Fout: grenzen.geojson"
BADS = [
    *(
        Bad(46, path, "G.001", "", _address(path), solves=True)
        for path in ("/vsicurl/http://example.org/a.gpkg", "/vsizip/a.zip/a.shp", "https://example.org/a.geojson")
    ),
    Bad(
        56,
        "Web Mercator",
        "G.102",
        "",
        _borders(lambda frame: frame.to_crs(3857), {"type": "name", "properties": {"name": "EPSG:3857"}}),
        solves=True,
    ),
    Bad(56, "breedte voor lengte", "G.103", "", _borders(_swapped, None), solves=True),
    Bad(56, "meters die graden heten", "G.103", "", _borders(lambda frame: frame, None), solves=True),
    Bad(57, "vlak dat zichzelf kruist", "G.302", "", _borders(_first(_bow_tie)), solves=True),
    Bad(57, "leeg vlak", "G.301", "", _borders(_first(lambda _: shapely.Polygon())), solves=True),
    Bad(57, "lijn", "G.301", "", _borders(_first(lambda shape: shape.boundary)), solves=True),
    Bad(57, "overlap", "G.303", "", _borders(_first(lambda shape: shape.buffer(50))), solves=True),
    Bad(57, "kier", "G.303", "", _borders(_first(lambda shape: shape.simplify(500))), solves=True),
    Bad(58, "grenzen van twee jaren door elkaar", "G.208", "", _borders(_years), solves=True),
    Bad(
        58,
        "indeling van een ander jaar",
        "G.205",
        "",
        _borders(lambda frame: frame.assign(statcode=["GM0457", *frame["statcode"][1:]])),
        solves=True,
    ),
    Bad(
        58,
        "grenzen van 2025, zelfde codes",
        "",
        "",
        _borders(lambda frame: frame.assign(jrstatcode="2025" + frame["statcode"])),
        solves=True,
        exit=0,
        says="2025",
    ),
    Bad(59, "341 codes", "G.204", "", _borders(lambda frame: frame.iloc[1:]), solves=True),
    Bad(
        59,
        "een code dubbel",
        "G.203",
        "",
        _borders(lambda frame: frame.assign(statcode=[frame["statcode"][1], *frame["statcode"][1:]])),
        solves=True,
    ),
]
