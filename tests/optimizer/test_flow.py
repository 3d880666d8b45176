"""Where the rules reduce to a flow, the plan is beside the cheapest flow there is, found by another method altogether.

Singles, homes for one, plenty of seats: a household goes to a gemeente or stays. What a gemeente pays for its k-th
person rises with k, so each home is a slot with its own price, and the cheapest flow is an assignment of households to
slots. ``scipy.optimize.linear_sum_assignment`` finds it exactly. Targets and prices are worked out here, from the
formulas in docs/model.md.
"""

from fractions import Fraction
from math import ceil, floor
from random import Random

import numpy as np
import pytest
from cases import PARAMETERS, example, gemeente, home, household, only, solved
from scipy.optimize import linear_sum_assignment

SIZES = [(120, 12, 1), (250, 25, 2), (400, 40, 3)]
SITES = ("azc", "azc2", "azc3")
BAND, LEAST = 0.05, 2


def rate(name):
    return PARAMETERS.waarden[name].waarde


def case(households, gemeenten, seed):
    """Draw towns of any size, homes for a good half, waits of up to a year, and distances from three sites."""
    random = Random(seed)  # noqa: S311  a test
    codes = [f"GM{k + 1:04d}" for k in range(gemeenten)]
    towns = {code: random.randrange(5_000, 400_000) for code in codes}
    homes = {code: random.randrange(2 * households // gemeenten) for code in codes}
    waits = {f"H{k:04d}": (random.randrange(60), random.choice(SITES)) for k in range(households)}
    km = {(site, code): random.randrange(250) for site in SITES for code in codes}
    built = example(
        [gemeente(code, people) for code, people in towns.items()],
        [home(code, 1, count) for code, count in homes.items() if count],
        [household(name, weeks=weeks, site=site) for name, (weeks, site) in waits.items()],
        km=km,
        seats={(code, "B1"): households for code in codes},
        parameters=only("uitstroom", "spreiding", "nabijheid"),
        opgave_personen=households,
        band=BAND,
        band_personen=LEAST,
    )
    return built, towns, homes, waits, km


def targets(towns, total):
    """Spread the persons by inhabitants, the largest remainders rounded up."""
    exact = {code: Fraction(total * people, sum(towns.values())) for code, people in towns.items()}
    left = total - sum(floor(part) for part in exact.values())
    up = sorted(exact, key=lambda code: (floor(exact[code]) - exact[code], code))[:left]
    return {code: floor(part) + (code in up) for code, part in exact.items()}


def outside(persons, target):
    """Price a number of persons outside the band around a target; those far outside more [weighted persons]."""
    half = ceil(Fraction(max(Fraction(str(BAND)) * target, LEAST)))
    off = max(max(target - half, 0) - persons, persons - target - half, 0)
    near = max(ceil(Fraction(str(rate("spreiding.ver_vanaf"))) * target), 1)
    return min(off, near) + rate("spreiding.ver_factor") * max(off - near, 0)


def cheapest(towns, homes, waits, km):
    """Give the value of the cheapest flow [punten]."""
    target = targets(towns, len(waits))
    slots = [(code, k) for code, count in homes.items() for k in range(count)]
    spread = rate("spreiding.per_persoon")
    marginal = [spread * (outside(k + 1, target[code]) - outside(k, target[code])) for code, k in slots]
    cost = np.zeros((len(waits), len(slots) + len(waits)))
    for row, (weeks, site) in enumerate(waits.values()):
        late = min(max(weeks - rate("uitstroom.norm_weken"), 0), rate("uitstroom.weken_hoogstens"))
        near = [rate("nabijheid.per_persoon_km") * km[site, code] for code, _ in slots]
        cost[row, : len(slots)] = np.add(near, marginal)
        cost[row, len(slots) :] = rate("uitstroom.per_persoon") * (1 + rate("uitstroom.per_week_na_norm") * late)
    row, column = linear_sum_assignment(cost)
    return cost[row, column].sum() + spread * sum(outside(0, target[code]) for code in towns)


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_plan_costs_what_the_cheapest_flow_costs_and_the_bound_says_so(size):
    built, *drawn = case(*size)
    flow = cheapest(*drawn)

    proof = solved(built, gap=1e-5).certificate

    assert proof.lp_value == pytest.approx(flow, rel=1e-6)
    assert proof.bound <= flow * (1 + 1e-9)
    assert proof.bound == pytest.approx(flow, rel=1e-4)
    assert flow * (1 - 1e-9) <= proof.objective <= flow * (1 + 1e-4)


def test_a_far_person_more_in_the_wrong_place_would_be_seen():
    """Moving one price of the flow by a tenth moves its value by more than the test forgives."""
    _, towns, homes, waits, km = case(*SIZES[0])
    base = cheapest(towns, homes, waits, km)
    moved = cheapest(towns, homes, waits, {pair: d * 1.1 for pair, d in km.items()})

    assert abs(moved / base - 1) > 1e-3
