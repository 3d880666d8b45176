"""Runs of the command line, solved once, with the case files at hand."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from recount.duties import bend_duties
from recount.rich import SIZES
from recount.rich import rich as bend_to_rich
from recount.scored import scored as bend_to_scored
from recount.solving import solved
from recount.tampering import change, copy_of, rows_of

from verifier.parameters import PARAMETERS


@pytest.fixture(scope="session")
def solve():
    """Give the way to write an example, bend it and solve it."""
    return solved


@pytest.fixture(scope="session")
def klein(tmp_path_factory):
    """Give the embedded small example as case and run, with everything explained that can be asked for."""
    return solved(
        tmp_path_factory.mktemp("klein"),
        more=("--prijs-per-doel", "--groepen={groups}", "--groepsvloer"),
        households=60,
        seed=1,
        gemeenten=10,
    )


@pytest.fixture(scope="session")
def larger(tmp_path_factory):
    """Give another synthetic case and its run."""
    return solved(tmp_path_factory.mktemp("larger"), households=200, seed=5, gemeenten=12)


@pytest.fixture(scope="session")
def bent(tmp_path_factory):
    """Give a case in which every rule that examples seldom touch has something to say, and its run."""
    return solved(tmp_path_factory.mktemp("bent"), bend_case, households=200, seed=9, gemeenten=12)


@pytest.fixture(scope="session")
def keyed(tmp_path_factory):
    """Give a case with a key of its own, balances kept whole, agreements, and each gemeente rounded; and its run."""
    return solved(tmp_path_factory.mktemp("keyed"), bend_duties, households=120, seed=3, gemeenten=12)


@pytest.fixture(scope="session")
def rich(tmp_path_factory):
    """Give a case in which every rule and goal has something to say, and its run."""
    return solved(tmp_path_factory.mktemp("rich"), bend_to_rich, seed=3, **SIZES)


@pytest.fixture(scope="session")
def scored(tmp_path_factory):
    """Give a case with scores from elsewhere for most households, and its run."""
    return solved(tmp_path_factory.mktemp("scored"), bend_to_scored, seed=7, **SIZES)


@pytest.fixture
def spoiled(larger, tmp_path):
    """Give a copy of a true case and run, with the tables of the run's placements at hand."""
    return copies(larger, tmp_path)


@pytest.fixture
def spoiled_rich(rich, tmp_path):
    """Give a copy of the case with every rule and its run, with the tables of its placements at hand."""
    return copies(rich, tmp_path)


@pytest.fixture
def spoiled_scored(scored, tmp_path):
    """Give a copy of the case with scores from elsewhere and its run, with the tables of its placements at hand."""
    return copies(scored, tmp_path)


def copies(folders, tmp_path):
    """Copy a case and its run; give the folders, the homes by record and the rows of the placements."""
    case, run = (copy_of(folder, tmp_path) for folder in folders)
    homes = {row["aanbod_id"]: row for row in rows_of(case / "woningaanbod.csv")}
    return SimpleNamespace(case=case, run=run, homes=homes, placed=rows_of(run / "koppelingen.csv"))


def bend_case(case: Path) -> None:
    """Give homes to hosts, doubtful delivery and other kwartalen; give gemeenten least, most and voorrang.

    The case brings parameters of its own: a norm of twelve weeks.
    """
    codes = [row["gemeentecode"] for row in rows_of(case / "gemeenten.csv")]
    change(case / "gemeenten.csv", bend_gemeenten)
    change(case / "woningaanbod.csv", lambda rows: bend_homes(rows, codes))
    change(case / "bindingen.csv", lambda rows: bend_grounds(rows, codes))
    for table in ("inburgering", "onderwijs", "arbeidsmarkt"):
        change(case / f"{table}.csv", add_next_kwartaal)
    scenario = (case / "scenario.toml").read_text("utf-8")
    lines = [line for line in scenario.splitlines() if not line.startswith(("opgave", "gap"))]
    write_couplings(case, codes)
    own = ["[parameters]", '"nabijheid.km_per_lege_slaapplaats" = 7.5', "uitstroom.per_kind = 0.3", ""]
    (case / "scenario.toml").write_text("\n".join([*lines, *own]), "utf-8")
    shipped = PARAMETERS.read_text("utf-8")
    (case / PARAMETERS.name).write_text(shipped.replace("waarde = 14.0", "waarde = 12.0"), "utf-8")


def write_couplings(case, codes):
    """Couple every other household somewhere; many do not fit there."""
    names = [row["huishouden_id"] for row in rows_of(case / "huishoudens.csv")][::2]
    lines = [f"{name};{codes[n % len(codes)]};;synthetisch" for n, name in enumerate(names)]
    (case / "gekoppeld.csv").write_text(
        "\n".join(["huishouden_id;gemeentecode;gastgemeente;bron", *lines, ""]), "utf-8"
    )


def bend_gemeenten(rows):
    """Bound the first, ask more of the second, change who gets voorrang, and put one far ahead."""
    rows[0]["max_personen"], rows[1]["min_personen"] = "6", "25"
    rows[4]["achterstand"], rows[5]["achterstand"] = "-400", "60"
    for n, row in enumerate(rows):
        row["voorrang"] = ("ja", "nee", "ja", "alleen_gezinnen")[n % 4]


def bend_homes(rows, codes):
    """Let every third home stand elsewhere, doubt some, move some in time, and give some a second record."""
    for n, row in enumerate(rows):
        if n % 3 == 0:
            row["gastgemeente"] = codes[n % len(codes)]
        if n % 4 == 1:
            row["leverkans"], row["aandeel_statushouders"] = "0,7", "0,9"
        if n % 9 == 2:
            row["kwartaal"], row["tot_kwartaal"] = "2025K3", "2026K2"
        if n % 9 == 3 and row["slaapt"] != "8":
            row["kwartaal"], row["tot_kwartaal"] = "2026K2", ""
    rows += [{**row, "aanbod_id": f"0{row['aanbod_id']}", "aantal": "2", "leverkans": "0,5"} for row in rows[::2]]


def bend_grounds(rows, codes):
    """Name one gemeente each; one in three ended the day before the kwartaal, one in three ends on its first day."""
    for n, row in enumerate(rows):
        row["gemeenten"], row["regio"] = codes[n % len(codes)], ""
        row["tot"] = ("2025-12-31", "2026-01-01", "2026-06-30")[n % 3]


def add_next_kwartaal(rows):
    """Promise much for the next kwartaal; of that only course seats may be used now, and a part of them."""
    now = [row for row in rows if row["kwartaal"] == "2026K1"]
    rows[:] = now + [{**row, "kwartaal": "2026K2", "plaatsen": str(7 * n + 50)} for n, row in enumerate(now)]
