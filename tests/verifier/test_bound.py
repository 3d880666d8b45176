"""The bound that is proved again: by hand, against the solver's, against the true optimum, and under any prices."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from random import Random

import numpy as np
import pytest
from recount.optimum import optimum
from recount.rich import SIZES, rich
from recount.scored import scored
from recount.solving import solved, spreiding
from recount.tampering import change, rows_of

from geodata.distances import main_places
from geodata.rd import to_rd
from verifier.bound.cells import cells, least_costs
from verifier.bound.grid import Grid
from verifier.bound.prices import LIMIT, NOWHERE, UNIT, Prices, TooLargeError, down
from verifier.bound.prove import Proof, check_bound, prove, read_prices
from verifier.bound.rows import Row, beyond, free, rows, short
from verifier.distance import distance, least_km
from verifier.goals import rates, tie_number
from verifier.metres import metres
from verifier.read import read_json
from verifier.reading import read_tables

NO_PRICES: dict[tuple[str, str, str], Fraction] = {}


def test_a_row_without_a_price_is_worth_its_least_cost():
    assert short(Fraction(3), Fraction(2), Fraction(5)).worth(Fraction(0)) == 5  # 2 of the 3 can be had: one is missed
    assert free(7).worth(Fraction(0)) == 0


def test_a_price_below_0_costs_all_there_is_and_one_above_0_nothing():
    assert free(7).worth(Fraction(-2)) == -14
    assert free(7).worth(Fraction(2)) == 0


def test_a_bend_in_the_cost_is_where_the_least_may_be():
    row = beyond(Fraction(4), Fraction(10), Fraction(3))  # 3 for each beyond 4

    assert row.worth(Fraction(-2)) == -8  # at 4: -2 x 4
    assert row.worth(Fraction(-5)) == 18 - 50  # at 10: 3 x 6 - 5 x 10


@pytest.mark.parametrize("seed", range(20))
def test_the_worth_of_a_row_is_the_least_over_every_whole_count(seed):
    random = Random(seed)  # noqa: S311  a draw for a test
    lower, most = random.randint(0, 9), random.randint(0, 9)
    cost = short(Fraction(lower), Fraction(most), Fraction(random.randint(0, 9)))
    price = Fraction(random.randint(-9, 9), 7)

    assert cost.worth(price) == min(cost.cost(Fraction(n)) + price * n for n in range(most + 1))


def test_units_are_rounded_down_and_a_price_that_does_not_fit_is_refused():
    assert [down(Fraction(n, 3 * UNIT)) for n in (-1, 1, 4)] == [-1, 0, 1]
    with pytest.raises(TooLargeError):
        down(Fraction(2 * LIMIT, UNIT))


@pytest.fixture(scope="module")
def cases(tmp_path_factory):
    """Solve four cases: a plain one, one with every rule, one with scores from elsewhere, and one for each gap."""
    place = tmp_path_factory.mktemp("cases")
    sizes = {"households": 30, "gemeenten": 5}
    return {
        "plain": solved(place / "plain", seed=4, **sizes),
        "rich": solved(place / "rich", rich, seed=5, **SIZES),
        "scored": solved(place / "scored", scored, seed=7, **SIZES),
    }


@pytest.fixture(params=["plain", "rich", "scored"])
def case(request, cases):
    """Give a case, its run, its tables, rates and stored prices."""
    folder, run = cases[request.param]
    tables = read_tables(folder)
    own = rates(tables)
    prices, problems = read_prices(run, rows(tables, own))
    assert problems == []
    return tables, own, prices, read_json(run / "run.json")["certificate"]


def test_the_stored_prices_prove_what_the_run_states(case):
    tables, own, prices, stated = case

    bound = prove(tables, own, prices)

    assert stated["bound"] * (1 - 1e-9) <= bound <= stated["objective"] * (1 + 1e-9)


def test_no_prices_at_all_prove_less_and_never_more_than_the_best_plan(case):
    tables, own, prices, _ = case
    best = optimum(tables, 20.0)

    assert prove(tables, own, NO_PRICES) <= prove(tables, own, prices) <= best.value * (1 + 1e-7)


@pytest.mark.parametrize("seed", range(6))
def test_no_prices_whatever_prove_more_than_the_best_plan(seed, case):
    tables, own, prices, stated = case
    random = Random(seed)  # noqa: S311  a draw for a test
    noisy = {
        key: prices.get(key, Fraction(0)) * Fraction(random.randint(0, 20), 10) + Fraction(random.randint(-9, 9), 3)
        for key in rows(tables, own)
        if random.random() < 0.5
    }

    assert prove(tables, own, noisy) <= stated["objective"]


def test_a_household_that_nothing_suits_costs_what_waiting_costs(tmp_path):
    """One household of nine persons among homes for one: 60 points a person, and 60 for a large family."""
    case = tmp_path / "case"
    spreiding("example", "--out", case, "--households", 12, "--seed", 1, "--gemeenten", 3)
    one_family(case)
    tables = read_tables(case)

    prices = Prices(tables, rates(tables), NO_PRICES)

    persons = sum(h.persons for h in tables.households.values())
    assert persons == 9
    assert least_costs(prices) == 9 * 60 + 9 * 60


def one_family(case: Path) -> None:
    """Leave one household of nine, permitted lately, and homes for one."""
    change(case / "woningaanbod.csv", lambda rows: [row.update(slaapt="1") for row in rows])
    name = rows_of(case / "huishoudens.csv")[0]["huishouden_id"]
    change(case / "huishoudens.csv", lambda rows: rows.__delitem__(slice(1, None)))
    adults = int(rows_of(case / "huishoudens.csv")[0]["volwassenen"])
    family = {"kinderen_0_3": str(9 - adults), "kinderen_4_11": "0", "kinderen_12_17": "0"}
    family |= {"vergunningdatum": "2025-12-01"}
    change(case / "huishoudens.csv", lambda rows: rows[0].update(family))
    change(case / "deelnemers.csv", lambda rows: rows.__setitem__(slice(None), of(rows, name)))
    change(case / "bindingen.csv", lambda rows: rows.__setitem__(slice(None), of(rows, name)))
    own = ["[parameters]", '"uitstroom.per_kind" = 0.0', ""]
    lines = [line for line in (case / "scenario.toml").read_text("utf-8").splitlines() if not line.startswith("opgave")]
    (case / "scenario.toml").write_text("\n".join([*lines, *own]), "utf-8")


def of(rows, name):
    """Keep the rows of one household."""
    return [row for row in rows if row["huishouden_id"] == name]


def test_a_high_rate_of_the_tie_break_does_not_run_out_of_bits(klein):
    tables, rate = read_tables(klein[0]), 10**6
    own = {**dict.fromkeys(rates(tables), Fraction(0)), "volgorde": Fraction(rate)}
    grid = Grid(Prices(tables, own, NO_PRICES))

    for household in tables.households.values():
        for units, (owner, host) in zip(cells(grid, household).tolist(), grid.plekken, strict=True):
            plek = owner if owner == host else f"{owner}_{host}"
            exact = rate * tie_number(household.id) * tie_number(plek)
            assert 0 <= exact - Fraction(units, UNIT) < 1  # a millionth of the rate at most, and never above


def test_numbers_may_be_smaller_where_a_household_is_larger(klein):
    tables = read_tables(klein[0])
    name, family = next((name, h) for name, h in tables.households.items() if h.children)
    small = Prices(tables, rates(tables), NO_PRICES).limit
    tables.households[name] = replace(family, children=100 - family.adults)
    large = Prices(tables, rates(tables), NO_PRICES).limit

    assert small == LIMIT
    assert large * 16 * 100 <= NOWHERE < (large + 1) * 16 * 100


def test_a_higher_bound_than_is_proved_and_a_gap_that_is_not_are_named():
    proof = Proof(Fraction(100), Fraction(90))
    stated = {"bound": 95.0, "proven": True, "gap_asked": 0.05}

    columns = [finding.column for finding in check_bound(proof, {"certificate": stated})]

    assert columns == ["bound", "proven"]
    assert proof.gap == Fraction(1, 10)
    assert check_bound(proof, {"certificate": {"bound": 90.0, "proven": True, "gap_asked": 0.1}}) == []


def test_metres_are_those_of_the_rijksdriehoek_to_a_thousandth_of_a_millimetre():
    degrees = np.array(list(main_places().values()))

    own = np.array([metres(*point) for point in degrees])

    assert len(own) == 342
    assert abs(own - to_rd(degrees)).max() < 1e-6


def test_the_least_distance_is_the_rounded_one_or_a_step_less():
    one, other = (5.0, 52.0), (5.1, 52.0)
    km = distance(one, other)

    assert float(least_km(one, other)) == round(km, 1)
    assert least_km(one, one) == 0


def test_a_cost_that_is_a_straight_line_has_its_least_at_an_end():
    line = Row(Fraction(-2), Fraction(3), (), lambda count: 2 * count)

    assert line.worth(Fraction(1)) == -6
    assert line.worth(Fraction(-3)) == -3
