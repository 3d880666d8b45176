"""Distances run straight from an opvanglocatie to the main place of each gemeente."""

import csv
from collections.abc import Mapping, Sequence
from importlib.resources import files

import numpy as np

from geodata.errors import GeodataError, problem
from geodata.rd import to_rd
from inputs.case import Afstanden
from inputs.domain import Opvanglocatie

PUNTEN = "gemeentepunten.csv"
"""Name of the table of main places in ``geodata/data``."""


def distances(locaties: Sequence[Opvanglocatie], gemeentecodes: Sequence[str]) -> Afstanden:
    """Measure the straight line from each site to the main place of each gemeente [km].

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

    Returns
    -------
    Afstanden
        Rows as ``locaties``, columns as ``gemeentecodes`` [km].

    Raises
    ------
    GeodataError
        G.401 with every gemeente that has no point.
    """
    punten = main_places()
    missing = tuple(code for code in gemeentecodes if code not in punten)
    if missing:
        raise GeodataError([problem("G.401 point_missing", bestand=PUNTEN, codes=missing)])
    sites = to_rd(np.array([(site.lon, site.lat) for site in locaties], dtype=float).reshape(-1, 2))
    places = to_rd(np.array([punten[code] for code in gemeentecodes], dtype=float).reshape(-1, 2))
    metres = np.hypot(*(sites[:, np.newaxis, :] - places[np.newaxis, :, :]).transpose(2, 0, 1))
    km = tuple(tuple(row) for row in (metres / 1000).round(1).tolist())
    return Afstanden(tuple(site.locatie for site in locaties), tuple(gemeentecodes), km)


def main_places() -> Mapping[str, tuple[float, float]]:
    """Read the longitude and latitude of the main place of each gemeente, by gemeentecode [degrees]."""
    text = (files("geodata") / "data" / PUNTEN).read_text("utf-8")
    rows = csv.DictReader(text.splitlines(), delimiter=";")
    return {row["gemeentecode"]: (float(row["lon"]), float(row["lat"])) for row in rows}
