"""Distances run straight from an opvanglocatie to the main place of each gemeente."""

import csv
from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import TYPE_CHECKING

import numpy as np
import shapely

from geodata.errors import GeodataError, problem
from geodata.rd import to_rd, to_wgs84
from inputs.case import Afstanden
from inputs.domain import Opvanglocatie

if TYPE_CHECKING:
    from geodata.geography import Geography

PUNTEN = "gemeentepunten.csv"
"""Name of the table of main places in ``geodata/data``."""


Punten = Mapping[str, tuple[float, float]]
"""Longitude and latitude by gemeentecode [degrees]."""


def distances(
    locaties: Sequence[Opvanglocatie], gemeentecodes: Sequence[str], punten: Punten | None = None
) -> Afstanden:
    """Measure the straight line from each site to the main place of each gemeente, or to points of your own [km].

    The main place is where most inhabitants of the gemeente live, so it stands for where a household will live better
    than the middle of the area does, which may be a field or a lake. The points come with the product and not from the
    map, so the choice of a map never changes the plan. A site inside the gemeente has a distance too, to the same
    point. Measured in EPSG:28992 [m] and rounded to 0.1 km: the same on every machine.

    Parameters
    ----------
    locaties : sequence of Opvanglocatie
        Sites, with longitude and latitude in WGS 84 [degrees].
    gemeentecodes : sequence of str
        Gemeenten to measure to.
    punten : mapping, optional
        Where to measure to instead, such as ``representative_points`` or points weighted by inhabitants [degrees].

    Returns
    -------
    Afstanden
        Rows as ``locaties``, columns as ``gemeentecodes`` [km].

    Raises
    ------
    GeodataError
        G.401 with every gemeente that has no main place, or G.402 with every one that has no point of your own.
    """
    code, bestand = ("G.401 point_missing", PUNTEN) if punten is None else ("G.402 point_not_given", "punten")
    punten = main_places() if punten is None else punten
    missing = tuple(gemeente for gemeente in gemeentecodes if gemeente not in punten)
    if missing:
        raise GeodataError([problem(code, bestand=bestand, codes=missing)])
    sites = to_rd(np.array([(site.lon, site.lat) for site in locaties], dtype=float).reshape(-1, 2))
    places = to_rd(np.array([punten[code] for code in gemeentecodes], dtype=float).reshape(-1, 2))
    metres = np.hypot(*(sites[:, np.newaxis, :] - places[np.newaxis, :, :]).transpose(2, 0, 1))
    km = tuple(tuple(row) for row in (metres / 1000).round(1).tolist())
    return Afstanden(tuple(site.locatie for site in locaties), tuple(gemeentecodes), km)


def main_places() -> Punten:
    """Read the longitude and latitude of the main place of each gemeente, by gemeentecode [degrees]."""
    text = (files("geodata") / "data" / PUNTEN).read_text("utf-8")
    rows = csv.DictReader(text.splitlines(), delimiter=";")
    return {row["gemeentecode"]: (float(row["lon"]), float(row["lat"])) for row in rows}


def representative_points(geography: "Geography") -> Punten:
    """Give a point inside the area of each gemeente, in the middle of its widest part, by gemeentecode [degrees].

    Unlike main places they follow the map, so with them the choice of a map changes distances, and the plan.
    """
    middle = shapely.get_coordinates(shapely.point_on_surface(geography.grenzen.geometry.to_numpy()))
    return {code: (lon, lat) for code, (lon, lat) in zip(geography.codes, to_wgs84(middle).tolist(), strict=True)}
