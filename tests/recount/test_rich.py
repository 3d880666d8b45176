"""A run with every rule and goal is true, and each of them is missed by name when its part of the case changes."""

from collections import Counter

import pytest
from recount.recount import recount
from recount.tampering import change, change_run, rows_of, sealed

from verifier.goals import beyond_the_work, missed_wish
from verifier.plan import read_plan
from verifier.read import read_json
from verifier.reading import read_tables
from verifier.rules.homes import social_homes, social_most
from verifier.rules.services import persons_taken
from verifier.spread import bands, loads, outside


def test_the_rich_run_touches_every_goal_and_band(rich):
    tables, run = read_tables(rich[0]), read_json(rich[1] / "run.json")
    plan, _ = read_plan(tables, rich[1])
    there = loads(tables, ((p.household, p.home.owner) for p in plan.placements))

    left = {band.kind for band in bands(tables) if outside(band, there[band.kind, band.name])}

    assert [goal["name"] for goal in run["goals"] if not goal["value"] > 0] == []
    assert left == {"provincie", "regio", "menging", "wijziging"}
    assert beyond_the_work(tables, plan) > 0
    assert {missed_wish(tables, p.household, p.home.host) for p in plan.placements if p.household.wishes} > {0, 1}
    assert sum(persons_taken(plan).values()) < tables.scenario["min_uitstroom_personen"]


def test_the_rich_run_has_a_full_cap_rooms_in_use_large_families_and_expected_family(rich):
    tables, run = read_tables(rich[0]), read_json(rich[1] / "run.json")
    plan, _ = read_plan(tables, rich[1])

    assert any(social_homes(plan)[code] == most for code, most in social_most(tables).items())
    assert run["woningdelen"]["woningen_bespaard"] > 0
    assert any(p.home.sleeps >= 6 and p.household.asks >= 6 for p in plan.placements)
    assert any(p.household.expected for p in plan.placements)
    assert {why for _, why in plan.staying} >= {"verdringing", "cursus"}


def first(spoiled, *forms):
    """Give the first placement in a home of some woonvormen."""
    return next(row for row in spoiled.placed if row["woonvorm"] in forms)


def scenario(spoiled, old, new):
    path = spoiled.case / "scenario.toml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def lock(spoiled, line):
    with (spoiled.case / "vastleggingen.csv").open("a", encoding="utf-8") as table:
        table.write(f"{line};proef;planner;synthetisch\n")


def set_all(spoiled, table, **cells):
    change(spoiled.case / f"{table}.csv", lambda rows: [row.update(cells) for row in rows])


def into(spoiled, row, home):
    """Move a household of the run into a home."""
    found = spoiled.homes[home]
    cells = {name: found[name] for name in ("gemeentecode", "aanbod_id", "woonvorm", "slaapt")}
    cells["gastgemeente"] = found["gastgemeente"] or found["gemeentecode"]
    change(
        spoiled.run / "koppelingen.csv",
        lambda rows: [r.update(cells) for r in rows if r["huishouden_id"] == row["huishouden_id"]],
    )


def no_social_homes(spoiled):
    scenario(spoiled, "verdringing_hoogstens = 0.3", "verdringing_hoogstens = 0.0")
    return first(spoiled, "sociale_huur")["gemeentecode"], "expected at most 0, by verdringing_hoogstens"


def locked_away(spoiled):
    row = spoiled.placed[0]
    lock(spoiled, f"{row['huishouden_id']};;verboden;{row['gastgemeente']}")
    return row["huishouden_id"], f"host {row['gastgemeente']}, expected another gemeente (vastleggingen.csv)"


def locked_elsewhere(spoiled):
    row = spoiled.placed[0]
    other = next(r["gastgemeente"] for r in spoiled.placed if r["gastgemeente"] != row["gastgemeente"])
    lock(spoiled, f"{row['huishouden_id']};;vast;{other}")
    return row["huishouden_id"], "expected another gemeente (vastleggingen.csv)"


def closed_to_all(spoiled):
    row = spoiled.placed[0]
    lock(spoiled, f";{row['gastgemeente']};verboden;")
    return row["huishouden_id"], "expected another gemeente (vastleggingen.csv)"


def locked_to_nobody(spoiled):
    code = spoiled.placed[0]["gemeentecode"]
    lock(spoiled, f";{code};max;0")
    return code, "expected at most 0, by vastleggingen.csv max"


def a_family_in_a_room(spoiled):
    row = next(r for r in spoiled.placed if r["personen"] != "1")
    into(spoiled, row, first(spoiled, "woningdelen")["aanbod_id"])
    return row["huishouden_id"], "a room of woningdelen is for one"


def more_than_rooms(spoiled):
    name, count = Counter(r["aanbod_id"] for r in spoiled.placed if r["woonvorm"] == "woningdelen").popitem()
    change(
        spoiled.case / "woningaanbod.csv", lambda rows: [r.update(aantal="0") for r in rows if r["aanbod_id"] == name]
    )
    return name, f"{count} households, expected at most 0 whole homes or rooms"


def a_small_family_in_a_large_home(spoiled):
    row = next(r for r in spoiled.placed if int(r["slaapt"]) >= 6)

    def shrink(rows):
        for r in rows:
            if r["huishouden_id"] == row["huishouden_id"]:
                r.update(dict.fromkeys(("kinderen_4_11", "kinderen_12_17", "nareis_personen"), "0"))
                r["kinderen_0_3"] = str(5 - int(r["volwassenen"]))

    change(spoiled.case / "huishoudens.csv", shrink)
    return row["huishouden_id"], "homes from 6 are for families from 6, not for 5"


def family_still_to_come(spoiled):
    row = first(spoiled, "flex", "hospita", "har")
    change(
        spoiled.case / "huishoudens.csv",
        lambda rows: [r.update(nareis_personen="3") for r in rows if r["huishouden_id"] == row["huishouden_id"]],
    )
    return row["huishouden_id"], "4 persons ask 4 to 6"


def no_later_seats(spoiled):
    def edit(rows):
        for row in rows:
            row["plaatsen"] = "0" if row["kwartaal"] == "2026K2" else row["plaatsen"]

    change(spoiled.case / "inburgering.csv", edit)
    return "volwassenen = ", "by inburgering.csv", "koppelingen.csv"


def seats_enough(spoiled):
    set_all(spoiled, "inburgering", plaatsen="99")
    return "run.json goals inburgering", "expected 0.0"


def a_higher_minimum(spoiled):
    code = next(r["gemeentecode"] for r in rows_of(spoiled.case / "gemeenten.csv"))
    lock(spoiled, f";{code};min;1000")
    return "run.json goals vastleggingen", "value = "


def a_lock_that_was_not_kept(spoiled):
    name = rows_of(spoiled.run / "ongeplaatst.csv")[0]["huishouden_id"]
    lock(spoiled, f"{name};;vast;{spoiled.placed[0]['gastgemeente']}")
    return "run.json goals vastleggingen", "value = "


def everyone_is_large(spoiled):
    scenario(spoiled, "[parameters]", '[parameters]\n"grote_gezinnen.vanaf_personen" = 2')
    return "run.json goals grote_gezinnen", "value = "


def no_least_outflow(spoiled):
    scenario(spoiled, "min_uitstroom_personen = 60", "min_uitstroom_personen = 0")
    return "run.json goals uitstroom", "value = "


def wide(line):
    def tamper(spoiled):
        scenario(spoiled, line, f"{line.partition(' = ')[0]} = 1.0")
        return "run.json goals spreiding", "value = "

    tamper.__name__ = line.partition(" = ")[0]
    return tamper


def work_for_everyone(spoiled):
    change(spoiled.case / "arbeidsmarkt.csv", lambda rows: [r.update(plaatsen=f"{r['plaatsen']}00") for r in rows])
    return "run.json goals participatie", "value = "


def nobody_wishes(spoiled):
    set_all(spoiled, "huishoudens", voorkeur_1="", voorkeur_2="", voorkeur_3="")
    return "run.json goals nabijheid", "value = "


def nothing_reserved(spoiled):
    set_all(spoiled, "woningaanbod", aandeel_minimaal="0")
    return "run.json goals reservering", "expected 0.0"


def another_reason_than_the_cap(spoiled):
    rows = rows_of(spoiled.run / "ongeplaatst.csv")
    at = next(n for n, row in enumerate(rows) if row["reden_code"] == "verdringing")
    change(spoiled.run / "ongeplaatst.csv", lambda rows: rows[at].update(reden_code="woning"))
    return rows[at]["huishouden_id"], "reden_code = woning, expected verdringing"


def another_reason_than_a_lock(spoiled):
    row = next(r for r in rows_of(spoiled.run / "ongeplaatst.csv") if r["reden_code"] == "cursus")
    codes = [r["gemeentecode"] for r in rows_of(spoiled.case / "gemeenten.csv")]
    for code in codes:
        lock(spoiled, f"{row['huishouden_id']};;verboden;{code}")
    return row["huishouden_id"], "reden_code = cursus, expected vastlegging"


def more_homes_saved(spoiled):
    change_run(spoiled.run, lambda run: run["woningdelen"].update(woningen_bespaard=99))
    return "run.json woningdelen", "woningen_bespaard = 99"


def rooms_counted_as_homes(spoiled):
    code = first(spoiled, "woningdelen")["gemeentecode"]
    taken = sum(row["gemeentecode"] == code for row in spoiled.placed)
    change(
        spoiled.run / "gemeenten.csv",
        lambda rows: [r.update(woningen_gebruikt=str(taken)) for r in rows if r["gemeentecode"] == code],
    )
    return "gemeenten.csv", code, f"woningen_gebruikt = {taken}, expected"


@pytest.mark.parametrize(
    "tamper",
    [
        no_social_homes,
        locked_away,
        locked_elsewhere,
        closed_to_all,
        locked_to_nobody,
        a_family_in_a_room,
        more_than_rooms,
        a_small_family_in_a_large_home,
        family_still_to_come,
        no_later_seats,
        seats_enough,
        a_higher_minimum,
        a_lock_that_was_not_kept,
        everyone_is_large,
        no_least_outflow,
        wide("band_provincie = 0.02"),
        wide("band_regio = 0.1"),
        wide("wijziging_hoogstens = 0.1"),
        wide("menging_band = 0.05"),
        work_for_everyone,
        nobody_wishes,
        nothing_reserved,
        another_reason_than_the_cap,
        another_reason_than_a_lock,
        more_homes_saved,
        rooms_counted_as_homes,
    ],
)
def test_a_rule_that_the_run_did_not_follow_is_caught_by_name(tamper, spoiled_rich):
    words = tamper(spoiled_rich)
    sealed(spoiled_rich.case, spoiled_rich.run)

    problems = recount(spoiled_rich.case, spoiled_rich.run).problems

    assert [text for text in problems if all(word in text for word in words)], problems
