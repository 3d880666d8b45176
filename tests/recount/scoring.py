"""The score and the distance on every row of koppelingen.csv are those of the household and the host."""

from fractions import Fraction
from math import hypot

from recount.files import differs
from recount.goals import household_score
from recount.plan import PLACED, Plan
from recount.tables import Tables

SCORE_DIGIT = Fraction(1, 10**6)
"""Last digit of the column score [adults]."""
KM_DIGIT = 0.06
"""Distances are rounded to 0.1 km; the formula below is right to some metres [km]."""
EAST = {
    (0, 1): 190094.945,
    (1, 1): -11832.228,
    (2, 1): -114.221,
    (0, 3): -32.391,
    (1, 0): -0.705,
    (3, 1): -2.340,
    (1, 3): -0.608,
    (0, 2): -0.008,
    (2, 3): 0.148,
}
NORTH = {
    (1, 0): 309056.544,
    (0, 2): 3638.893,
    (2, 0): 73.077,
    (1, 2): -157.984,
    (3, 0): 59.788,
    (0, 1): 0.433,
    (2, 2): -6.439,
    (1, 1): -0.032,
    (0, 4): 0.092,
    (1, 4): -0.054,
}
"""Schreutelkamp and Strang van Hees (2001): powers of (latitude, longitude) to metres; no PROJ, so no common slip."""


def check_scores(tables: Tables, plan: Plan) -> list[str]:
    """List every row with another score or distance than the tables give."""
    problems = []
    for p in plan.placements:
        expected = household_score(tables, p.household, p.home.host)
        if abs(p.score - expected) > SCORE_DIGIT:
            problems.append(differs(PLACED, p.household.id, "score", float(p.score), round(float(expected), 6)))
        km = distance(tables.sites[p.household.site], tables.points[p.home.host])
        if abs(float(p.km) - km) > KM_DIGIT:
            problems.append(
                differs(PLACED, p.household.id, "afstand_km", float(p.km), f"{km:.1f} from {p.household.site}")
            )
    return problems


def distance(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Give the straight line between two points of (longitude, latitude) [km]."""
    (x1, y1), (x2, y2) = _metres(*one), _metres(*other)
    return hypot(x1 - x2, y1 - y2) / 1000


def _metres(lon: float, lat: float) -> tuple[float, float]:
    north, east = 0.36 * (lat - 52.15517440), 0.36 * (lon - 5.38720621)
    x = sum(each * north**p * east**q for (p, q), each in EAST.items())
    y = sum(each * north**p * east**q for (p, q), each in NORTH.items())
    return x, y
