"""The table of gemeenten with their areas, and what every file that holds it must say of itself."""

from geopandas import GeoDataFrame

from geodata.geography import Geography
from geodata.simplify import generalised
from inputs.case import Case
from optimizer.result import Allocation
from reports.source import bron, elders, heading
from reports.tables import gemeenten_frame
from reports.words import Lang

PRINT_TOLERANCE = 25
"""Side of the square whose area a bend of a border may lose: a quarter of a millimetre in print at 1:100 000 [m]."""


def gemeenten_map(case: Case, allocation: Allocation, geography: Geography, lang: Lang = "nl") -> GeoDataFrame:
    """Give the rows of gemeenten.csv with the area of each gemeente in EPSG:28992 [m].

    Raises
    ------
    KeyError
        If the map does not have a gemeente of the plan.
    """
    frame = gemeenten_frame(case, allocation, lang)
    areas = generalised(geography, PRINT_TOLERANCE).geometry
    return GeoDataFrame(frame, geometry=areas.loc[frame["gemeentecode"]].to_numpy(), crs=areas.crs)


def about(case: Case, geography: Geography, lang: Lang = "nl") -> dict[str, str]:
    """Give what a file says of itself: whose rows and borders these are, and how far the borders were simplified."""
    return {
        "titel": heading(case, lang),
        "kwartaal": case.scenario.kwartaal,
        "bron": bron(case, lang),
        "synthetisch": "true" if case.synthetisch else "false",
        "scores": "; ".join(elders(case, lang)),
        "grenzen": geography.herkomst,
        "grenzen_schematisch": "true" if geography.schematisch else "false",
        "grenzen_tolerantie_m": str(PRINT_TOLERANCE),
    }
