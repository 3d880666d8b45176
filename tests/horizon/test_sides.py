"""Children, displacement both ways, and the money of each gemeente, in plans that can be worked out on paper."""

from dataclasses import replace
from decimal import Decimal
from math import fsum

import pytest
from cases import gemeente, home, household
from planning import example, numbers, plan

from optimizer.horizon.result_sides import Verdringing
from reports.horizon.tables import plan_csv, plan_frames

ONE, TWO = "GM0001", "GM0002"


def singles(count, delen="nee"):
    return [household(f"H{n}", delen=delen) for n in range(count)]


def sides(done, field):
    return [round(getattr(v, field), 3) + 0.0 for v in done.verdringing]


def children(done, field):
    return [round(getattr(k, field), 3) + 0.0 for k in done.kinderen]


def later(*homes):
    """Add a home of another kind in the second kwartaal: it says that the others come in the first only."""
    return [*homes, home(ONE, 20, aanbod_id="later", kwartaal="2026K2")]


def test_a_family_home_that_is_split_is_taken_from_others_and_its_two_halves_are_not():
    """Two homes for four come; one is split into two homes for singles, the other stays for nobody here."""
    built = example([gemeente(ONE, 10_000)], later(home(ONE, 4)), singles(2))

    done = plan(built, 3, bouw__splitsen=1.0)

    assert sides(done, "genomen") == [1, 0, 0]
    assert sides(done, "sociale_woningen") == numbers(done, "sociale_woningen") == [0, 0, 0]
    assert sides(done, "netto") == [-1, 0, 0]


def test_social_homes_that_are_taken_a_kwartaal_after_they_are_added_hide_no_other():
    """The home of eight is ready in the first kwartaal and nobody needs it; the single still takes one on offer."""
    family = household("G", 2, 6)
    built = example([gemeente(ONE, 10_000)], later(home(ONE, 1)), [*singles(1), family])

    done = plan(built, 1, bouw__groot=1.0, looptijd__groot=0.0)

    assert numbers(done, "gehuisvest") == [9]
    assert sides(done, "sociale_woningen") == numbers(done, "sociale_woningen") == [1]


def test_three_who_share_save_two_homes():
    built = example([gemeente(ONE)], later(home(ONE, 3, 1, woonvorm="woningdelen")), singles(3, "ja"))

    done = plan(built, 1)

    assert (sides(done, "kamers"), sides(done, "gedeelde_woningen")) == ([3], [1])
    assert sides(done, "bespaard") == sides(done, "netto") == [2]


def test_the_balance_for_others_counts_both_ways():
    one = Verdringing("2026K1", 10.0, 2.0, 100.0, 8.0, 1.0, 3.0, 5.0, 9.0, 3.0)

    assert (one.deel, one.bespaard, one.netto) == (0.12, 6.0, 5 + 6 - 10 - 2)


def test_the_part_of_the_lettings_is_known_only_where_every_gemeente_tells_them():
    homes, people = later(home(ONE, 1)), singles(1)
    known = example([gemeente(ONE, sociale_verhuringen=4), gemeente(TWO, sociale_verhuringen=6)], homes, people)
    unknown = example([gemeente(ONE, sociale_verhuringen=4), gemeente(TWO)], homes, people)

    assert plan(known, 1).verdringing[0].deel == pytest.approx(0.1)
    assert plan(unknown, 1).verdringing[0].deel is None


def test_new_homes_on_mixed_sites_are_kept_used_and_left_to_others():
    built = example([gemeente(ONE, 100_000)], later(), singles(3))

    done = plan(
        built, 1, bouw__flex=1.0, looptijd__flex=0.0, flexibel__aandeel=0.5, flexibel__gereserveerd=0.2,
        budget__punten_per_woning=0.0,
    )  # fmt: skip

    built_now = done.verdringing[0].gemengd
    assert built_now >= 6
    assert sides(done, "gemengd_gebruikt") == [3]
    assert done.verdringing[0].gemengd_gereserveerd == pytest.approx(0.2 * built_now)
    assert done.verdringing[0].voor_anderen == pytest.approx(0.5 * built_now)


def test_children_are_told_by_where_they_live_and_by_their_school():
    """Of two families of three one gets the home; its child of primary school age gets the last of two places."""
    families = [household(f"F{n}", 2, 0, 1) for n in range(2)]
    built = example([gemeente(ONE)], later(home(ONE, 3, 1)), families, places={(ONE, "po"): 1})

    done = plan(built, 1)

    assert (children(done, "wachtend"), children(done, "gehuisvest"), children(done, "gewoon")) == ([1], [1], [1])
    assert (children(done, "scholieren_po"), children(done, "plaatsen_po")) == ([1], [1])
    assert (children(done, "scholieren_isk"), done.kinderen[0].scholen_vol) == ([0], 1)
    assert children(done, "wachtend_lang") == [1]


def test_a_child_in_a_temporary_home_moves_back_when_the_stay_ends():
    built = example([gemeente(ONE)], later(home(ONE, 3, 1, woonvorm="har")), [household("F", 2, 1)])
    access = {**built.case.parameters.toegang, "har": frozenset({"alleen", "paar", "gezin"})}
    built = built._replace(case=replace(built.case, parameters=replace(built.case.parameters, toegang=access)))

    done = plan(built, 3, duur__har=2.0)

    assert (children(done, "tijdelijk"), children(done, "terug")) == ([1, 0, 0], [0, 0, 1])
    assert children(done, "wachtend") == [0, 0, 1]


def money_case():
    """Two gemeenten build flex, one has HAR shelter, the other a doorstroomlocatie."""
    two = [gemeente(ONE, 10_000), gemeente(TWO, 20_000)]
    homes = [
        home(ONE, 1, 2, woonvorm="har", aanbod_id="har"),
        home(TWO, 1, 3, woonvorm="doorstroom_lokaal", aanbod_id="door"),
        home(ONE, 20, aanbod_id="later", kwartaal="2026K2"),
    ]
    return example(two, homes, singles(30), km={ONE: 0, TWO: 0})


def test_a_gemeente_is_paid_for_what_it_starts_and_houses():
    done = plan(money_case(), 2, bouw__flex=1.0, looptijd__flex=0.0)
    paid = {(g.kwartaal, g.gemeentecode, g.regeling): (g.aantal, g.totaal) for g in done.geld_gemeenten}

    assert paid["2026K1", ONE, "sft_woning"] == (1, 14_000)
    assert paid["2026K1", TWO, "sft_beheer"] == (2, 12_000)
    assert paid["2026K1", ONE, "har_plus_tijdelijk"] == (2, 76_000)
    assert paid["2026K1", TWO, "doorstroom_per_dag"] == (3 * 90, 3 * 90 * 60)
    assert paid["2026K2", TWO, "doorstroom_per_dag"] == (3 * 91, 3 * 91 * 60)
    assert ("2026K1", TWO, "har_plus_tijdelijk") not in paid


def euros(rows, key, field):
    """Add up a column of a CSV as text, to the last digit."""
    found = {}
    for row in rows:
        at = tuple(row[name] for name in key)
        found[at] = found.get(at, Decimal(0)) + Decimal(row[field].replace(",", "."))
    return {at: total for at, total in found.items() if total}


def rows_of(frame):
    head, *lines = plan_csv(frame).lstrip("\ufeff").splitlines()
    return [dict(zip(head.split(";"), line.split(";"), strict=True)) for line in lines]


def agree(country, gemeenten):
    key = ("kwartaal", "regeling")
    return all(euros(country, key, f) == euros(gemeenten, key, f) for f in ("aantal_betaald", "totaal"))


def test_the_money_of_the_gemeenten_adds_up_to_that_of_the_country_in_the_files_themselves():
    built = money_case()
    done = plan(built, 3, bouw__flex=1.0, nareis__deel_alleenstaanden=0.3, zelf__alleen=0.017, instroom__factor=1.0)
    frames = plan_frames(replace(built.case, synthetisch=True), done)
    country, gemeenten = rows_of(frames["geld"]), rows_of(frames["geld_gemeenten"])

    assert agree(country, gemeenten)
    assert fsum(g.totaal for g in done.geld) > 0

    gemeenten[0]["totaal"] = "1,0"
    assert not agree(country, gemeenten)


def test_every_household_that_waits_stands_under_one_cause_with_its_size():
    families = [household(f"F{n}", 2, 2) for n in range(3)]
    built = example([gemeente(ONE)], later(home(ONE, 1, 4, leverkans=0.5), home(ONE, 4, 1)), [*singles(5), *families])

    done = plan(built, 1)
    told = {o.grootte: tuple(round(n, 3) + 0.0 for n in (o.niet_gekoppeld, o.te_late_levering, o.geen_woning))
            for o in done.oorzaken if o.groep != "alleen_nareis"}  # fmt: skip

    assert told == {1: (0, 2, 1), 4: (0, 0, 2)}
    assert fsum(map(fsum, told.values())) == pytest.approx(fsum(g.wachtend for g in done.groepen))
