"""Whatever is changed in a run is caught by name, also when every hash is made to fit again."""

import json
from collections import Counter

import pytest
from recount.recount import recount
from recount.tampering import change, change_run, rows_of, sealed


def into(row, home):
    """Write a home of the case into a placement, every column of it."""
    columns = {"gemeentecode": "gemeentecode", "gastgemeente": "gemeentecode", "aanbod_id": "aanbod_id"}
    row.update({name: home[source] for name, source in {**columns, "woonvorm": "woonvorm", "slaapt": "slaapt"}.items()})
    return row


def place(spoiled, row, home):
    """Move a household of the run into a home."""
    change(
        spoiled.run / "koppelingen.csv",
        lambda rows: [into(r, home) for r in rows if r["huishouden_id"] == row["huishouden_id"]],
    )


def to_another_gemeente(spoiled):
    row = spoiled.placed[0]
    other = next(r["gemeentecode"] for r in spoiled.placed if r["gemeentecode"] != row["gemeentecode"])
    change(spoiled.run / "koppelingen.csv", lambda rows: rows[0].update(gemeentecode=other, gastgemeente=other))
    return "koppelingen.csv", row["huishouden_id"], f"gemeentecode = {other}, expected {row['gemeentecode']}"


def to_a_like_home_of_another_gemeente(spoiled):
    row, home = next(
        (row, home)
        for row in spoiled.placed
        for home in spoiled.homes.values()
        if (home["woonvorm"], home["slaapt"]) == (row["woonvorm"], row["slaapt"])
        and home["gemeentecode"] != row["gemeentecode"]
    )
    place(spoiled, row, home)
    return "gemeenten.csv", home["gemeentecode"], "toegewezen_huishoudens"


def one_person_more_in_a_gemeente(spoiled):
    row = rows_of(spoiled.run / "gemeenten.csv")[3]
    persons = int(row["toegewezen_personen"])
    change(spoiled.run / "gemeenten.csv", lambda rows: rows[3].update(toegewezen_personen=str(persons + 1)))
    return "gemeenten.csv", row["gemeentecode"], f"toegewezen_personen = {persons + 1}, expected {persons}"


def a_household_twice(spoiled):
    change(spoiled.run / "koppelingen.csv", lambda rows: rows.append(dict(rows[0])))
    return "koppelingen.csv", spoiled.placed[0]["huishouden_id"], "rows = 2, expected 1"


def a_household_gone(spoiled):
    name = rows_of(spoiled.run / "ongeplaatst.csv")[0]["huishouden_id"]
    change(spoiled.run / "ongeplaatst.csv", lambda rows: rows.pop(0))
    return "ongeplaatst.csv", name, "rows = 0, expected 1"


def a_household_of_another_size(spoiled):
    row = spoiled.placed[0]
    change(spoiled.run / "koppelingen.csv", lambda rows: rows[0].update(personen="9"))
    return "koppelingen.csv", row["huishouden_id"], f"personen = 9, expected {row['personen']}"


def one_household_more_than_homes(spoiled):
    used = Counter(row["aanbod_id"] for row in spoiled.placed)
    name, count = next((name, n) for name, n in used.items() if n == int(spoiled.homes[name]["aantal"]))
    full = next(row for row in spoiled.placed if row["aanbod_id"] == name)
    row = next(r for r in spoiled.placed if r["personen"] == full["personen"] and r["aanbod_id"] != name)
    place(spoiled, row, spoiled.homes[name])
    return "koppelingen.csv", name, f"{count + 1} households, expected at most {count} whole homes"


def a_home_too_large(spoiled):
    row = next(r for r in spoiled.placed if r["personen"] == "1")
    home = next(h for h in spoiled.homes.values() if h["slaapt"] == "5")
    place(spoiled, row, home)
    return "koppelingen.csv", row["huishouden_id"], "sleeps 5, 1 persons ask 1 to 3"


def a_home_too_small(spoiled):
    row = next(r for r in spoiled.placed if int(r["personen"]) >= 3)
    home = next(h for h in spoiled.homes.values() if h["slaapt"] == "2" and h["woonvorm"] == "sociale_huur")
    place(spoiled, row, home)
    return "koppelingen.csv", row["huishouden_id"], "sleeps 2"


def a_family_in_flex(spoiled):
    families = {
        row["huishouden_id"]
        for row in rows_of(spoiled.case / "huishoudens.csv")
        if any(row[age] != "0" for age in ("kinderen_0_3", "kinderen_4_11", "kinderen_12_17"))
    }
    row = next(r for r in spoiled.placed if r["huishouden_id"] in families)
    place(spoiled, row, next(h for h in spoiled.homes.values() if h["woonvorm"] == "flex"))
    return "koppelingen.csv", row["huishouden_id"], "flex is not open to gezin"


def another_target(spoiled):
    row = rows_of(spoiled.run / "gemeenten.csv")[2]
    target = int(row["doel_personen"])
    change(spoiled.run / "gemeenten.csv", lambda rows: rows[2].update(doel_personen=str(target - 1)))
    return "gemeenten.csv", row["gemeentecode"], f"doel_personen = {target - 1}, expected {target}"


def an_agreement_that_is_none(spoiled):
    row = rows_of(spoiled.run / "gemeenten.csv")[2]
    change(spoiled.run / "gemeenten.csv", lambda rows: rows[2].update(afspraken_personen="4"))
    return "gemeenten.csv", row["gemeentecode"], "afspraken_personen = 4, expected 0"


def a_balance_forgotten(spoiled):
    row = next(r for r in rows_of(spoiled.run / "gemeenten.csv") if r["achterstand_na_personen"] != "0")
    change(
        spoiled.run / "gemeenten.csv",
        lambda rows: [r.update(achterstand_na_personen="0") for r in rows if r["naam"] == row["naam"]],
    )
    return "gemeenten.csv", row["gemeentecode"], "achterstand_na_personen = 0"


def a_better_score(spoiled):
    change(spoiled.run / "koppelingen.csv", lambda rows: rows[0].update(score="0,999999"))
    return "koppelingen.csv", spoiled.placed[0]["huishouden_id"], "score = 0.999999"


def a_shorter_way(spoiled):
    row = next(r for r in spoiled.placed if float(r["afstand_km"].replace(",", ".")) > 1)
    change(
        spoiled.run / "koppelingen.csv",
        lambda rows: [r.update(afstand_km="0,1") for r in rows if r["huishouden_id"] == row["huishouden_id"]],
    )
    return "koppelingen.csv", row["huishouden_id"], "afstand_km = 0.1"


def another_reason(spoiled):
    row = rows_of(spoiled.run / "ongeplaatst.csv")[0]
    change(spoiled.run / "ongeplaatst.csv", lambda rows: rows[0].update(reden_code="maximum"))
    return "ongeplaatst.csv", row["huishouden_id"], f"reden_code = maximum, expected {row['reden_code']}"


def no_label(spoiled):
    change(spoiled.run / "koppelingen.csv", lambda rows: rows[4].update(bron="gemeente"))
    return "koppelingen.csv:6", "does not say synthetisch"


def no_label_on_the_map(spoiled):
    page = spoiled.run / "kaart.html"
    page.write_text(page.read_text("utf-8").replace("ynthetisch", "chitterend"), "utf-8")
    return "kaart.html", "does not say synthetisch"


def a_smaller_gap(spoiled):
    change_run(spoiled.run, lambda run: run["certificate"].update(proven_gap=run["certificate"]["proven_gap"] / 2))
    return "run.json certificate", "proven_gap"


def a_proof_that_is_none(spoiled):
    change_run(spoiled.run, lambda run: run["certificate"].update(proven=not run["certificate"]["proven"]))
    return "run.json certificate", "proven = "


def a_bound_that_no_plan_can_reach(spoiled):
    change_run(spoiled.run, lambda run: run["certificate"].update(bound=run["certificate"]["objective"] + 1))
    return "run.json certificate", "bound = "


def a_better_objective(spoiled):
    change_run(spoiled.run, lambda run: run["certificate"].update(objective=run["certificate"]["objective"] * 0.99999))
    return "run.json certificate", "objective = "


def goal(run, name):
    """Give a goal of the manifest by name."""
    return next(part for part in run["goals"] if part["name"] == name)


def a_better_goal(spoiled):
    change_run(spoiled.run, lambda run: goal(run, "spreiding").update(value=goal(run, "spreiding")["value"] - 1))
    return "run.json goals spreiding", "value = "


def a_higher_least(spoiled):
    change_run(spoiled.run, lambda run: goal(run, "uitstroom").update(lower_bound=goal(run, "uitstroom")["value"]))
    return "run.json goals uitstroom", "lower_bound = "


def another_rate(spoiled):
    change_run(spoiled.run, lambda run: run["parameters"]["uitstroom.per_persoon"].update(waarde=61.0))
    return "run.json parameters", "uitstroom.per_persoon = 61.0, expected 60.0"


def another_count(spoiled):
    change_run(spoiled.run, lambda run: run["counts"].update(geplaatste_huishoudens=200))
    return "run.json counts", "geplaatste_huishoudens = 200"


def another_old_rule(spoiled):
    change_run(spoiled.run, lambda run: run["baselines"]["taakstelling_art_29"]["afgerond"].update(totaal_personen=0))
    return "run.json baselines taakstelling_art_29 afgerond", "totaal_personen = 0"


@pytest.mark.parametrize(
    "tamper",
    [
        to_another_gemeente,
        to_a_like_home_of_another_gemeente,
        one_person_more_in_a_gemeente,
        a_household_twice,
        a_household_gone,
        a_household_of_another_size,
        one_household_more_than_homes,
        a_home_too_large,
        a_home_too_small,
        a_family_in_flex,
        another_target,
        an_agreement_that_is_none,
        a_balance_forgotten,
        a_better_score,
        a_shorter_way,
        another_reason,
        no_label,
        no_label_on_the_map,
        a_smaller_gap,
        a_proof_that_is_none,
        a_bound_that_no_plan_can_reach,
        a_better_objective,
        a_better_goal,
        a_higher_least,
        another_rate,
        another_count,
        another_old_rule,
    ],
)
def test_a_run_that_was_changed_and_sealed_again_is_caught_by_name(tamper, spoiled):
    words = tamper(spoiled)
    sealed(spoiled.case, spoiled.run)

    problems = recount(spoiled.case, spoiled.run).problems

    assert [text for text in problems if all(word in text for word in words)], problems


def an_extra_placement_by_another_rule(spoiled):
    file = spoiled.run / "vergelijkingen.csv"
    row = rows_of(file)[0]
    change(file, lambda rows: rows.append(dict(rows[0])))
    return "vergelijkingen.csv", row["huishouden_id"], "rows = 2"


def a_baseline_that_leaves_a_household_out(spoiled):
    change(spoiled.run / "vergelijkingen.csv", lambda rows: rows.pop())
    return "run.json", "willekeurig", "geplaatste_huishoudens"


def a_figure_of_a_baseline_of_one_week_less(spoiled):
    def shorten(manifest):
        manifest["baselines"]["volgorde"]["kengetallen"]["wachtenden_weken_hoogste"] -= 1

    change_run(spoiled.run, shorten)
    return "run.json", "volgorde", "wachtenden_weken_hoogste"


@pytest.mark.parametrize(
    "tamper",
    [
        an_extra_placement_by_another_rule,
        a_baseline_that_leaves_a_household_out,
        a_figure_of_a_baseline_of_one_week_less,
    ],
)
def test_a_change_in_what_explains_a_run_is_caught(tamper, spoiled):
    words = tamper(spoiled)
    sealed(spoiled.case, spoiled.run)

    problems = recount(spoiled.case, spoiled.run).problems

    assert [text for text in problems if all(word in text for word in words)], problems


def test_the_bent_case_names_couplings_that_do_not_fit(bent):
    manifest = json.loads((bent[1] / "run.json").read_bytes())

    assert manifest["baselines"]["zoals_gekoppeld"]["niet_passend"]
    assert manifest["baselines"]["zoals_gekoppeld"]["counts"]["geplaatste_huishoudens"] > 0
