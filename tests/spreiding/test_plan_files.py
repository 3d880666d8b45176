"""From the files of a plan alone: who waits follows from the kwartaal before, and tables agree with each other."""

import csv
import re
import shutil
from decimal import Decimal

import pytest

from geodata.distances import main_places
from inputs.example.generate import example_folder
from spreiding import cli

CENT = Decimal("0.0005")
"""Seven numbers of four decimals are added up; each may be off by half of the last [persons]."""


def rows_of(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def value(row, column):
    return Decimal(row[column].replace(",", "."))


@pytest.fixture(scope="module")
def planned(tmp_path_factory):
    """Plan the small example over twelve kwartalen; give case and plan."""
    place = tmp_path_factory.mktemp("plan")
    case = example_folder("klein", place, main_places())
    assert cli.run_command(["plan", str(case), "--quarters", "12", "--out", str(place / "plan")]) == 0
    return case, place / "plan"


def imbalances(rows, waited):
    """Give the kwartalen in which those who wait do not follow from the one before."""
    found = []
    for row in rows:
        flow = (
            sum(value(row, c) for c in ("instroom", "nareis", "terug")) - value(row, "zelf") - value(row, "gehuisvest")
        )
        if abs(waited + flow - value(row, "wachtend")) > CENT:
            found.append(row["kwartaal"])
        waited = value(row, "wachtend")
    return found


def persons(case):
    """Count the persons of the case that wait at the start."""
    columns = ("volwassenen", "kinderen_0_3", "kinderen_4_11", "kinderen_12_17")
    return sum(value(row, c) for row in rows_of(case / "huishoudens.csv") for c in columns)


def test_who_waits_follows_from_the_kwartaal_before_from_the_first_on(planned):
    case, plan = planned
    rows = rows_of(plan / "kwartalen.csv")

    assert imbalances(rows, persons(case)) == []
    assert sum(value(row, "nareis") + value(row, "terug") for row in rows) > 0

    rows[4]["terug"] = "0,0"
    assert imbalances(rows, persons(case)) == [rows[4]["kwartaal"]]


def test_the_causes_add_up_to_the_households_that_wait(planned):
    _, plan = planned
    waits, told = {}, {}
    for row in rows_of(plan / "groepen.csv"):
        waits[row["kwartaal"]] = waits.get(row["kwartaal"], Decimal(0)) + value(row, "wachtend_huishoudens")
    for row in rows_of(plan / "oorzaken.csv"):
        some = sum(value(row, c) for c in ("niet_gekoppeld", "te_late_levering", "geen_woning"))
        told[row["kwartaal"]] = told.get(row["kwartaal"], Decimal(0)) + some

    assert told.keys() == waits.keys()
    assert all(abs(told[k] - waits[k]) < 10 * CENT for k in waits)


def test_children_and_displacement_agree_with_the_kwartalen(planned):
    _, plan = planned
    quarters, children, other = (rows_of(plan / f"{name}.csv") for name in ("kwartalen", "kinderen", "verdringing"))

    for k, child, home in zip(quarters, children, other, strict=True):
        assert value(k, "wachtend_kinderen") == value(child, "wachtend_kinderen")
        assert abs(value(k, "scholieren") - value(child, "scholieren_po") - value(child, "scholieren_isk")) < CENT
        assert (value(k, "sociale_woningen"), value(k, "voor_anderen")) == (
            value(home, "sociale_woningen"),
            value(home, "voor_anderen"),
        )


def test_the_money_of_gemeenten_is_that_of_the_country_to_the_last_digit(planned):
    _, plan = planned
    for column in ("aantal_betaald", "totaal"):
        country, own = {}, {}
        for name, found in (("geld", country), ("geld_gemeenten", own)):
            for row in rows_of(plan / f"{name}.csv"):
                key = row["kwartaal"], row["regeling"]
                found[key] = found.get(key, Decimal(0)) + value(row, column)
        assert {k: v for k, v in country.items() if v} == {k: v for k, v in own.items() if v}


@pytest.mark.parametrize(("level", "factor"), [("laag", Decimal("0.7")), ("hoog", Decimal("1.3"))])
def test_low_and_high_inflow_are_parts_of_the_basis(planned, tmp_path, level, factor):
    case, plan = planned
    out = tmp_path / level

    assert cli.run_command(["plan", str(case), "--quarters", "1", "--instroom", level, "--out", str(out)]) == 0

    usual, other = (value(rows_of(place / "kwartalen.csv")[0], "instroom") for place in (plan, out))
    assert abs(other - factor * usual) < CENT


def test_the_same_plan_has_the_same_bytes_whatever_the_order_of_the_rows(planned, tmp_path):
    case, plan = planned
    other = tmp_path / "casus"
    shutil.copytree(case, other)
    for name in ("huishoudens.csv", "gemeenten.csv", "woningaanbod.csv", "opvanglocaties.csv"):
        head, *rows = (other / name).read_text("utf-8-sig").splitlines()
        (other / name).write_text("\n".join([head, *reversed(rows)]) + "\n", "utf-8")

    assert cli.run_command(["plan", str(other), "--quarters", "12", "--out", str(tmp_path / "plan")]) == 0

    names = sorted(path.name for path in plan.iterdir() if path.name != "plan.json")
    assert names == sorted(path.name for path in (tmp_path / "plan").iterdir() if path.name != "plan.json")
    assert [n for n in names if (plan / n).read_bytes() != (tmp_path / "plan" / n).read_bytes()] == []


def test_a_case_in_which_nobody_waits_is_refused_in_words(planned, tmp_path, capsys):
    case, _ = planned
    other = tmp_path / "casus"
    shutil.copytree(case, other)
    for name in ("huishoudens.csv", "deelnemers.csv", "bindingen.csv"):
        (other / name).write_text((other / name).read_text("utf-8-sig").splitlines()[0] + "\n", "utf-8")
    scenario = (other / "scenario.toml").read_text("utf-8")
    (other / "scenario.toml").write_text(re.sub(r"opgave_personen = \d+", "opgave_personen = 0", scenario), "utf-8")

    code = cli.run_command(["plan", str(other), "--out", str(tmp_path / "plan")])

    assert code == 2
    assert "wacht niemand" in capsys.readouterr().err
    assert not (tmp_path / "plan").exists()


def test_a_plan_replaces_a_plan_when_asked_and_nothing_else(planned, tmp_path, capsys):
    case, plan = planned
    held = tmp_path / "brief"
    held.mkdir()
    (held / "brief.txt").write_text("van een ander")

    codes = [
        cli.run_command(["plan", str(case), "--out", str(plan)]),
        cli.run_command(["plan", str(case), "--out", str(held), "--overschrijf"]),
        cli.run_command(["plan", str(case), "--quarters", "13", "--out", str(tmp_path / "nieuw")]),
    ]

    assert codes == [2, 2, 2]
    assert "geen plan" in capsys.readouterr().err
    assert (held / "brief.txt").read_text() == "van een ander"
