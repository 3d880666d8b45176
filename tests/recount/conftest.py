"""Runs of the command line, solved once, with the case files at hand."""

import subprocess
import sys
from pathlib import Path

import pytest
from recount.tampering import change

NOT_PROVEN = 3
"""Exit code of a run whose gap is not proven: its plan must be as true as any other."""


def spreiding(*arguments):
    """Run one command as a planner does."""
    command = [sys.executable, "-m", "spreiding", *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode in (0, NOT_PROVEN), done.stderr


def solved(place: Path, bend=None, **sizes):
    """Write an example, bend it, and solve it from its folder; give both folders."""
    case, run = place / "case", place / "run"
    spreiding("example", "--out", case, *(word for name, size in sizes.items() for word in (f"--{name}", size)))
    if bend is not None:
        bend(case)
    spreiding("solve", case, "--out", run)
    return case, run


@pytest.fixture(scope="session")
def klein(tmp_path_factory):
    """Give the embedded small example as case and run."""
    return solved(tmp_path_factory.mktemp("klein"), households=60, seed=1, gemeenten=10)


@pytest.fixture(scope="session")
def larger(tmp_path_factory):
    """Give another synthetic case and its run."""
    return solved(tmp_path_factory.mktemp("larger"), households=200, seed=5, gemeenten=12)


@pytest.fixture(scope="session")
def bent(tmp_path_factory):
    """Give a case in which every rule that examples seldom touch has something to say, and its run."""
    return solved(tmp_path_factory.mktemp("bent"), bend_case, households=200, seed=9, gemeenten=12)


def bend_case(case: Path) -> None:
    """Give homes to hosts, doubtful delivery and other kwartalen; give gemeenten least, most and voorrang."""
    codes = []

    def gemeenten(rows):
        codes.extend(row["gemeentecode"] for row in rows)
        rows[0]["max_personen"], rows[1]["min_personen"] = "6", "25"
        rows[2]["voorrang"], rows[3]["voorrang"] = "nee", "alleen_gezinnen"
        rows[4]["achterstand"], rows[5]["achterstand"] = "-400", "60"

    def woningaanbod(rows):
        for n, row in enumerate(rows):
            if n % 5 == 0:
                row["gastgemeente"] = codes[n % len(codes)]
            if n % 4 == 1:
                row["leverkans"], row["aandeel_statushouders"] = "0,7", "0,9"
            if n % 9 == 2:
                row["kwartaal"], row["tot_kwartaal"] = "2025K3", "2026K2"
            if n % 9 == 3:
                row["kwartaal"], row["tot_kwartaal"] = "2026K2", ""

    def bindingen(rows):
        rows[0]["tot"] = "2025-12-31"

    change(case / "gemeenten.csv", gemeenten)
    change(case / "woningaanbod.csv", woningaanbod)
    change(case / "bindingen.csv", bindingen)
    scenario = (case / "scenario.toml").read_text("utf-8")
    lines = [line for line in scenario.splitlines() if not line.startswith(("opgave", "gap"))]
    own = ["[parameters]", '"nabijheid.km_per_lege_slaapplaats" = 7.5', "uitstroom.per_kind = 0.3", ""]
    (case / "scenario.toml").write_text("\n".join([*lines, *own]), "utf-8")
