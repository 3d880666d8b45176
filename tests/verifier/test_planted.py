"""A program that forgets a rule writes a run that agrees with itself, hashes and all; it is found all the same."""

from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest
from recount.rich import SIZES, rich
from recount.solving import spreiding
from recount.tampering import copy_of, rows_of

from geodata.distances import distances
from geodata.geography import schematic
from inputs.read import read_case
from optimizer import allocate as allocating
from optimizer.program import read_program
from optimizer.rules import RULES
from reports.run import write_reports
from verifier.verify import Input, verify


@pytest.fixture(scope="module")
def case(tmp_path_factory):
    """Write a case in which every rule has something to say."""
    folder = tmp_path_factory.mktemp("planted") / "case"
    sizes = {**SIZES, "seed": 3}
    spreiding("example", "--out", folder, *(word for name, size in sizes.items() for word in (f"--{name}", size)))
    rich(folder, 3)
    return folder


def generous(rule):
    """Let a rule allow whatever any plan may do, and ask nothing."""

    def bounds(quarter):
        edges = rule.bounds(quarter)
        return replace(edges, lower=np.full_like(edges.lower, -np.inf), upper=np.full_like(edges.upper, np.inf))

    return replace(rule, allows=None, bounds=bounds)


def run_of(folder, out, monkeypatch, rules, misread=lambda case: case):
    """Solve a case by a program with other rules, or that misreads it, and write the run as it is always written."""
    monkeypatch.setattr(allocating, "read_program", lambda quarter: read_program(quarter, rules))
    found = misread(read_case(folder)[0])
    codes = tuple(gemeente.gemeentecode for gemeente in found.gemeenten)
    plan = allocating.allocate(found, distances(found.opvanglocaties, codes), workers=1)
    return write_reports(found, plan, schematic(), out, {"versions": {}})


def differences(folder, run):
    """Check a run and give each difference as a line."""
    return [str(finding) for finding in verify(run, Input(folder)).findings]


def test_the_same_way_with_every_rule_is_right(case, tmp_path, monkeypatch):
    assert differences(case, run_of(case, tmp_path / "run", monkeypatch, RULES)) == []


FORGOTTEN = {
    "course_seats": ("koppelingen.csv", "by inburgering.csv"),
    "school_places": ("koppelingen.csv", "by onderwijs.csv"),
    "displacement": ("koppelingen.csv", "by verdringing_hoogstens"),
    "bindingen": ("koppelingen.csv", "(bindingen.csv)"),
    "lock_household": ("run.json goals vastleggingen", "value = "),
    "share": ("run.json goals spreiding", "value = "),
    "share_provincie": ("run.json goals spreiding", "value = "),
    "share_regio": ("run.json goals spreiding", "value = "),
    "fair_mix": ("run.json goals spreiding", "value = "),
    "max_change": ("run.json goals spreiding", "value = "),
    "sector_places": ("run.json goals participatie", "value = "),
    "placement": ("run.json goals uitstroom", "value = "),
    "large_homes": ("run.json goals grote_gezinnen", "value = "),
    "reserved": ("run.json goals reservering", "value = "),
    "min_outflow": ("run.json goals uitstroom", "value = "),
}
"""Words of the difference by which each rule is missed."""


@pytest.mark.parametrize("name", FORGOTTEN)
def test_a_program_that_forgets_a_rule_is_found(name, case, tmp_path, monkeypatch):
    lines = differences(case, run_of(case, tmp_path / "run", monkeypatch, without(name)))

    assert any(all(word in line for word in FORGOTTEN[name]) for line in lines), lines[:30]


def without(name):
    """Give the rules, one of them generous."""
    return tuple(generous(rule) if rule.name == name else rule for rule in RULES)


def test_a_program_that_forgets_the_most_of_a_gemeente_is_found(case, tmp_path, monkeypatch):
    folder = copy_of(case, tmp_path)
    true = run_of(folder, tmp_path / "true", monkeypatch, RULES)
    locked = {cell for row in rows_of(folder / "vastleggingen.csv") for cell in (row["gemeentecode"], row["waarde"])}
    free = [row for row in rows_of(true / "gemeenten.csv") if row["gemeentecode"] not in locked]
    code = max(free, key=lambda row: int(row["toegewezen_personen"]))["gemeentecode"]
    with (folder / "vastleggingen.csv").open("a", encoding="utf-8") as table:
        table.write(f";{code};max;1;proef;planner;synthetisch\n")

    lines = differences(folder, run_of(folder, tmp_path / "run", monkeypatch, without("lock_gemeente")))

    assert any("koppelingen.csv" in line and "at most 1, by vastleggingen.csv max" in line for line in lines), lines


def twice_the_homes(case):
    """Read twice as many homes as there are."""
    return replace(case, woningaanbod=tuple(replace(r, aantal=2 * r.aantal) for r in case.woningaanbod))


def a_year_earlier(case):
    """Read every permit as a year older."""
    year = timedelta(days=365)
    return replace(
        case, huishoudens=tuple(replace(h, vergunningdatum=h.vergunningdatum - year) for h in case.huishoudens)
    )


def no_balances(case):
    """Read every balance as 0."""
    return replace(case, gemeenten=tuple(replace(g, achterstand=0) for g in case.gemeenten))


@pytest.mark.parametrize(
    ("misread", "words"),
    [
        (twice_the_homes, ("koppelingen.csv", "whole homes or rooms, by woningaanbod.csv")),
        (a_year_earlier, ("run.json goals uitstroom", "value = ")),
        (no_balances, ("gemeenten.csv", "achterstand = 0, expected ")),
    ],
)
def test_a_program_that_misreads_a_table_is_found(misread, words, case, tmp_path, monkeypatch):
    lines = differences(case, run_of(case, tmp_path / "run", monkeypatch, RULES, misread))

    assert any(all(word in line for word in words) for line in lines), lines[:30]


def test_every_rule_that_can_be_forgotten_is_among_these():
    structure = {"link", "home_stock"}  # a plan holds homes by record, so these are misread instead

    assert {rule.name for rule in RULES} == {*FORGOTTEN, "lock_gemeente", *structure}
