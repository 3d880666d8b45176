"""A Geography says where every gemeente lies, and who must be named for knowing it."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from geopandas import GeoDataFrame

from geodata.checks import check_codes, check_polygons, code_column, name_column, without_water, year_of
from geodata.rd import RD, geometry_to_rd
from geodata.reading import check_crs, read_file, require_local

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
    frame = read_file(path)
    grenzen = _indexed(frame, frame["gemeentecode"], frame["naam"])
    return Geography(grenzen, schematisch=True, herkomst=HERKOMST_SCHEMATISCH, bestand=path.name, sha256=_sha256(path))


def read_boundaries(path: str | Path, codes: Sequence[str]) -> Geography:
    """Read and check a planner's file of municipal borders.

    Only a plain local file is read: GeoPackage, GeoJSON, zipped Shapefile or GeoParquet, in EPSG:28992 or 4326.
    The coordinate system is checked before any geometry is touched, and nothing is repaired.

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
        With every problem of the first step that fails: file, CRS, table, geometry.
    """
    file = require_local(path)
    frame = read_file(file)
    check_crs(frame, file.name)
    frame = without_water(frame)
    kolom, gemeentecodes = code_column(frame, file.name)
    namen = name_column(frame, file.name)
    check_codes(gemeentecodes, namen, codes, file.name)
    check_polygons(frame, gemeentecodes, file.name)
    jaar = year_of(frame, file.name) if kolom == "statcode" else None
    herkomst = _attribution(file.name, jaar)
    grenzen = _indexed(frame, gemeentecodes, namen)
    return Geography(grenzen, schematisch=False, herkomst=herkomst, bestand=file.name, sha256=_sha256(file), jaar=jaar)


def _indexed(frame: GeoDataFrame, codes: Sequence[str], namen: Sequence[str]) -> GeoDataFrame:
    """Bring a checked frame into the shape and the CRS of a ``Geography``."""
    geometry = frame.geometry.force_2d().to_numpy()
    if frame.crs.to_epsg() != RD:
        geometry = geometry_to_rd(geometry)
    data = {"naam": list(namen), "gemeentecode": list(codes)}
    return GeoDataFrame(data, geometry=geometry, crs=RD).set_index("gemeentecode").sort_index()


def _attribution(bestand: str, jaar: int | None) -> str:
    """Name CBS where the file has the year codes of its gebiedsindelingen, and else the file itself."""
    if jaar is not None:
        return f"Grenzen: CBS gebiedsindelingen {jaar}, CBS en Kadaster (CC BY 4.0), uit {bestand}"
    return f"Grenzen: {bestand}, aangeleverd door de gebruiker; naamsvermelding en licentie volgens de leverancier"


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
