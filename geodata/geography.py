"""A Geography says where every gemeente lies, and who must be named for knowing it."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from geopandas import GeoDataFrame

from geodata.checks import check_codes, check_polygons, check_years, code_column, name_column, without_water, years
from geodata.gate import content_of, require_local
from geodata.rd import RD, in_rd
from geodata.reading import check_crs, read_content
from geodata.simplify import SCREEN_M, simplified
from inputs.file_names import shown

SCHEMATISCH = "gemeenten_schematisch.geojson"
"""Name of the embedded map in ``geodata/data``."""

HERKOMST_SCHEMATISCH = (
    "Schematische kaart, geen bestuurlijke grenzen: berekend uit plaatsen van GeoNames (CC BY 4.0)"
    " en de omtrek van Natural Earth (publiek domein)"
)
"""Line that stands under every map made from the embedded file; CC BY 4.0 asks for it."""


@dataclass(frozen=True, slots=True, eq=False)
class Geography:
    """The area of every gemeente, as one coverage without overlap.

    Attributes
    ----------
    grenzen : GeoDataFrame
        Indexed by ``gemeentecode``, in ascending order: ``naam`` and ``geometry`` in EPSG:28992 [m].
    schematisch : bool
        Whether the borders are computed from places; then every map says so.
    herkomst : str
        Dutch attribution with the licence, to be shown under the map.
    bestand : str
        Name of the file, without its folder.
    sha256 : str
        Digest of the bytes of the file.
    jaar : int, optional
        Year of the division that the file itself names; none: it names no year.
    """

    grenzen: GeoDataFrame
    schematisch: bool
    herkomst: str
    bestand: str
    sha256: str
    jaar: int | None = None

    @property
    def codes(self) -> tuple[str, ...]:
        """Gemeentecodes in the order of ``grenzen``."""
        return tuple(self.grenzen.index)


def schematic() -> Geography:
    """Read the embedded schematic map of all gemeenten of 2026."""
    path = Path(str(files("geodata") / "data" / SCHEMATISCH))
    content = content_of(path)
    frame = read_content(content, path.name)
    grenzen = _indexed(frame, frame["gemeentecode"], frame["naam"])
    digest = hashlib.sha256(content).hexdigest()
    return Geography(grenzen, schematisch=True, herkomst=HERKOMST_SCHEMATISCH, bestand=path.name, sha256=digest)


def read_boundaries(path: str | Path, codes: Sequence[str]) -> Geography:
    """Read and check a planner's file of municipal borders.

    Only a plain local file is read: GeoPackage, GeoJSON, zipped Shapefile or GeoParquet, in EPSG:28992 or 4326.
    The coordinate system is checked before any geometry is touched, and nothing is repaired. A file of another year
    is welcome as long as its gemeenten are those of the case: the line under the map names its year.

    Parameters
    ----------
    path : str or Path
        The file.
    codes : sequence of str
        Gemeentecodes of the case; the file must hold exactly these.

    Returns
    -------
    Geography
        With ``schematisch`` false.

    Raises
    ------
    GeodataError
        With every problem of the first step that fails: file, CRS, table, geometry, drawing. A map that cannot be
        drawn is refused here, and not after the search.
    """
    file = require_local(path)
    name, content = shown(file), content_of(file)
    frame = read_content(content, name)
    check_crs(frame, name)
    frame = without_water(frame, name)
    check_years(frame, name)
    kolom, gemeentecodes = code_column(frame, name)
    namen = name_column(frame, name)
    check_codes(gemeentecodes, namen, codes, name)
    check_polygons(frame, gemeentecodes, name)
    jaren = years(frame)
    jaar = int(jaren[0]) if kolom == "statcode" and len(jaren) == 1 else None
    herkomst = _attribution(name, jaar)
    grenzen = _indexed(frame, gemeentecodes, namen)
    digest = hashlib.sha256(content).hexdigest()
    geography = Geography(grenzen, schematisch=False, herkomst=herkomst, bestand=name, sha256=digest, jaar=jaar)
    simplified(geography, SCREEN_M)
    return geography


def _indexed(frame: GeoDataFrame, codes: Sequence[str], namen: Sequence[str]) -> GeoDataFrame:
    """Bring a checked frame into the shape and the CRS of a ``Geography``."""
    data = {"naam": list(namen), "gemeentecode": list(codes)}
    return GeoDataFrame(data, geometry=in_rd(frame), crs=RD).set_index("gemeentecode").sort_index()


def _attribution(bestand: str, jaar: int | None) -> str:
    """Name CBS where the file has the year codes of its gebiedsindelingen, and else the file itself."""
    if jaar is not None:
        return f"Grenzen: CBS gebiedsindelingen {jaar}, CBS en Kadaster (CC BY 4.0), uit {bestand}"
    return f"Grenzen: {bestand}, aangeleverd door de gebruiker; naamsvermelding en licentie volgens de leverancier"
