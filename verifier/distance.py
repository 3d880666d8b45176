"""The score and the distance on every row of koppelingen.csv are those of the household and the host."""

from fractions import Fraction
from math import ceil, hypot

from verifier.case import Tables
from verifier.finding import Finding, Told
from verifier.goals import household_score
from verifier.metres import Point, metres
from verifier.plan import PLACED, Plan

SCORE_DIGIT = Fraction(1, 10**6)
"""Last digit of the column score [adults]."""
KM_STEP = 0.1
"""Distances are rounded to this [km]."""
KM_NEAR = 1e-6
"""Two ways to compute a distance differ by less: a millimetre, where both follow the same published formulas [km]."""


def check_scores(tables: Tables, plan: Plan) -> list[Finding]:
    """List every row with another score or distance than the tables give."""
    problems = []
    for p in plan.placements:
        expected = household_score(tables, p.household, p.home.host)
        if abs(p.score - expected) > SCORE_DIGIT:
            found, good = float(p.score), round(float(expected), 6)
            problems.append(Finding(PLACED, p.household.id, "score", found, good, p.line))
        km = distance(tables.sites[p.household.site], tables.points[p.home.host])
        if abs(float(p.km) - km) > KM_STEP / 2 + KM_NEAR or (10 * p.km).denominator != 1:
            good_km = Told("km_from", km=f"{km:.1f}", site=p.household.site)
            problems.append(Finding(PLACED, p.household.id, "afstand_km", float(p.km), good_km, p.line))
    return problems


def least_km(site: Point, point: Point) -> Fraction:
    """Give the least distance in steps of 0.1 that may stand for two points; what is stated is never below it [km].

    Usually it is the distance itself; near the middle of a step it may be one step less.
    """
    return Fraction(max(ceil((distance(site, point) - KM_STEP / 2 - KM_NEAR) / KM_STEP), 0), 10)


def distance(one: Point, other: Point) -> float:
    """Give the straight line between two points of (longitude, latitude) [km]."""
    (x1, y1), (x2, y2) = metres(*one), metres(*other)
    return hypot(x1 - x2, y1 - y2) / 1000
