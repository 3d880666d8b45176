"""The commands that send offer sheets and gather them: what they say, what they write, and with which exit code."""

import csv
import hashlib
import json
import os
import shutil
import subprocess
import sys
import time

import pytest
from books import book
from offers import send, sheets_of

from inputs.read import read_case
from reports import run_folder


@pytest.fixture
def read(case):
    """Give the rows of the case: ten gemeenten around Dordrecht."""
    return read_case(case)[0]


@pytest.fixture
def codes(read):
    return [gemeente.gemeentecode for gemeente in read.gemeenten]


@pytest.fixture
def gather(call, case, tmp_path):
    """Give a function that gathers the folder ``opgaven`` into ``uit``, and gives the exit code."""
    return lambda *more: call("collect", tmp_path / "opgaven", "--basis", case, "--out", tmp_path / "uit", *more)


def spoiled(read, code):
    """Give the sheets of a gemeente with a place left empty."""
    sheets = sheets_of(read, code)
    sheets["onderwijs"][1][-1] = ""
    return book(sheets)


def table(path):
    return list(csv.DictReader(path.read_text("utf-8-sig").splitlines(), delimiter=";"))


def test_each_gemeente_of_the_basis_gets_a_workbook(call, case, codes, tmp_path, capsys):
    code = call("template", tmp_path / "uit", "--afzender", "opgave", "--basis", case, "--terug-voor", "1-12-2025")

    assert code == 0
    assert {path.name for path in (tmp_path / "uit").iterdir()} == {f"opgave_{each}.xlsx" for each in codes}
    assert f"opgave_{codes[0]}.xlsx ... opgave_{codes[-1]}.xlsx (10)" in capsys.readouterr().out


def test_some_gemeenten_may_be_named_and_the_basis_may_still_lack_its_tables(call, case, codes, tmp_path):
    (case / "huishoudens.csv").unlink()
    (case / "woningaanbod.csv").unlink()
    named = f"{codes[1]}, {codes[0]}"

    code = call("template", tmp_path / "uit", "--afzender", "opgave", "--basis", case, "--gemeenten", named)

    assert code == 0
    assert {path.name for path in (tmp_path / "uit").iterdir()} == {f"opgave_{each}.xlsx" for each in codes[:2]}


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--afzender", "opgave"], "--basis"),
        (["--afzender", "coa", "--basis", "CASE"], "horen bij --afzender opgave"),
        (["--afzender", "opgave", "--basis", "CASE", "--gemeenten", "GM9999"], "GM9999"),
        (["--afzender", "opgave", "--basis", "CASE", "--terug-voor", "morgen"], "morgen"),
        (["--afzender", "opgave", "--basis", "nergens"], "F.001"),
    ],
    ids=["no basis", "another sender", "unknown code", "no day", "basis is not there"],
)
def test_what_cannot_be_asked_is_refused_before_anything_is_written(call, case, tmp_path, capsys, options, says):
    given = [str(case) if option == "CASE" else option for option in options]

    assert call("template", tmp_path / "uit", *given) == 2
    assert says in capsys.readouterr().err
    assert not (tmp_path / "uit").exists()


def test_the_bytes_of_the_workbooks_do_not_depend_on_zone_or_hashes(case, tmp_path):
    found = set()
    for seed, zone in (("1", "UTC"), ("2", "Pacific/Auckland")):
        out = tmp_path / seed
        settings = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone}
        asked = ["template", out, "--afzender", "opgave", "--basis", case, "--gemeenten", "GM0505"]
        subprocess.run([sys.executable, "-m", "spreiding", *asked], env=settings, check=True, capture_output=True)
        found.add(hashlib.sha256((out / "opgave_GM0505.xlsx").read_bytes()).hexdigest())

    assert len(found) == 1


def test_a_gathered_case_is_in_order_and_tells_who_is_missing(call, gather, read, codes, tmp_path, capsys):
    send(tmp_path / "opgaven", read, *codes[:7])

    code = gather()
    said = capsys.readouterr()

    assert code == 0
    assert "opgaven      7 van 10 gemeenten" in said.out
    assert "geen opgave  3: " in said.out
    assert f"({codes[9]})" in said.out
    assert "opgaven lezen: 7 van 7" in said.err
    assert call("check", tmp_path / "uit") == 0
    assert "zonder opgave: 3" in capsys.readouterr().out
    assert [row["status"] for row in table(tmp_path / "uit" / "aanlevering.csv")] == ["opgave"] * 7 + ["standaard"] * 3


def test_one_faulty_sheet_stops_all_and_nothing_is_written(gather, read, codes, tmp_path, capsys):
    send(tmp_path / "opgaven", read, *codes[:2])
    (tmp_path / "opgaven" / "fout.xlsx").write_bytes(spoiled(read, codes[2]))

    code = gather()
    said = capsys.readouterr()

    assert code == 2
    assert "fout.xlsx[onderwijs]:2  plaatsen" in said.err
    assert "--zonder-afgekeurde" in said.err
    assert said.out == ""
    assert not (tmp_path / "uit").exists()


def test_going_on_without_a_faulty_sheet_reckons_with_what_was_known(gather, case, read, codes, tmp_path, capsys):
    send(tmp_path / "opgaven", read, *codes[:2])
    (tmp_path / "opgaven" / "fout.xlsx").write_bytes(spoiled(read, codes[2]))
    (tmp_path / "opgaven" / "lijst.xlsx").write_bytes(book({"blad": [["a"], ["b"]]}))

    code = gather("--zonder-afgekeurde")
    said = capsys.readouterr()
    row = table(tmp_path / "uit" / "aanlevering.csv")[2]

    assert code == 0
    assert f"({codes[2]})" in said.out.split("afgekeurd")[1].split("\n")[0]
    assert "gemeente onbekend  1: lijst.xlsx" in said.out
    assert "fout.xlsx[onderwijs]:2  plaatsen" in said.err
    assert (row["status"], row["bestand"]) == ("afgekeurd", "fout.xlsx")
    own = [row for row in table(case / "onderwijs.csv") if row["gemeentecode"] == codes[2]]
    assert [row for row in table(tmp_path / "uit" / "onderwijs.csv") if row["gemeentecode"] == codes[2]] == own


def test_json_lists_every_gemeente_and_every_problem(gather, read, codes, tmp_path, capsys):
    send(tmp_path / "opgaven", read, *codes[:9])
    (tmp_path / "opgaven" / "lees mij.txt").write_text("x")

    code = gather("--json", "--lang", "en")
    told = json.loads(capsys.readouterr().out)

    assert code == 0
    assert (told["gemeenten"], told["delivered"], told["missing"], told["refused"]) == (10, codes[:9], codes[9:], [])
    assert "this file is not read" in told["problems"][0]


def test_json_gives_the_place_of_every_problem_of_a_faulty_sheet(gather, read, codes, tmp_path, capsys):
    (tmp_path / "opgaven").mkdir()
    (tmp_path / "opgaven" / "fout.xlsx").write_bytes(spoiled(read, codes[0]))

    code = gather("--json")
    [problem] = json.loads(capsys.readouterr().out)["problems"]

    assert code == 2
    assert (problem["code"], problem["bestand"], problem["regel"]) == ("F.201", "fout.xlsx[onderwijs]", 2)


def test_all_problems_go_to_a_workbook_with_their_cells_marked(gather, read, codes, tmp_path):
    (tmp_path / "opgaven").mkdir()
    (tmp_path / "opgaven" / "fout.xlsx").write_bytes(spoiled(read, codes[0]))

    assert gather("--problemen", str(tmp_path / "problemen.xlsx")) == 2
    assert (tmp_path / "problemen.xlsx").is_file()


def test_the_case_has_the_same_bytes_every_time(gather, read, codes, tmp_path):
    send(tmp_path / "opgaven", read, *codes[:4])
    found = []
    for _ in range(2):
        assert gather("--overschrijf") == 0
        found.append({path.name: path.read_bytes() for path in (tmp_path / "uit").iterdir()})

    assert found[0] == found[1]


def test_only_a_gathered_case_without_files_of_others_is_replaced(gather, read, codes, tmp_path, capsys):
    send(tmp_path / "opgaven", read, codes[0])
    (tmp_path / "uit").mkdir()
    (tmp_path / "uit" / "brief.txt").write_text("van mij")

    refused = [gather(), gather("--overschrijf")]
    (tmp_path / "uit" / "aanlevering.csv").write_text("x")
    refused.append(gather("--overschrijf"))

    assert refused == [2, 2, 2]
    said = capsys.readouterr().err
    assert "bestaat al" in said
    assert "geen aanlevering.csv" in said
    assert "(brief.txt)" in said
    assert (tmp_path / "uit" / "brief.txt").read_text() == "van mij"


def test_offers_basis_and_outcome_have_folders_of_their_own(call, case, read, codes, tmp_path, capsys):
    folder = send(tmp_path / "opgaven", read, codes[0])
    inside = shutil.copytree(case, folder / "basis")

    refused = [
        call("collect", folder, "--basis", case, "--out", folder / "uit"),
        call("collect", folder, "--basis", inside, "--out", tmp_path / "uit"),
        call("collect", folder, "--basis", case, "--out", case),
        call("collect", tmp_path / "nergens", "--basis", case, "--out", tmp_path / "uit"),
        call("collect", case, "--basis", inside, "--out", tmp_path / "uit"),
    ]

    assert refused == [2] * 5
    assert "elk een eigen map" in capsys.readouterr().err
    assert not (tmp_path / "uit").exists()


def test_nothing_is_left_when_the_disk_is_full(gather, read, codes, tmp_path, monkeypatch, capsys):
    send(tmp_path / "opgaven", read, codes[0])

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(run_folder, "_write", full)

    assert gather() == 2
    assert "de schijf is vol" in capsys.readouterr().err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["invoer", "opgaven"]


def test_an_error_of_the_basis_is_told_as_check_tells_it(gather, case, read, codes, tmp_path, capsys):
    send(tmp_path / "opgaven", read, codes[0])
    (case / "deelnemers.csv").unlink()

    assert gather() == 2
    assert "deelnemers.csv: dit bestand ontbreekt" in capsys.readouterr().err


def test_how_the_basis_is_written_is_told_for_the_new_case_shows_nothing_of_it(
    gather, case, read, codes, tmp_path, capsys
):
    send(tmp_path / "opgaven", read, codes[0])
    table = case / "deelnemers.csv"
    table.write_text(table.read_text("utf-8-sig").replace(";B1;", ";b1;", 1), "utf-8-sig")
    (case / "notities.csv").write_text("x\n", "utf-8")

    assert gather() == 0
    told = capsys.readouterr().err
    assert "[W.542]" in told
    assert "notities.csv" in told


def one_home_for_two(tmp_path, read, codes):
    """Let every gemeente offer one home for two persons."""
    (tmp_path / "opgaven").mkdir()
    for code in codes:
        sheets = sheets_of(read, code)
        wide = len(sheets["woningaanbod"][0])
        sheets["woningaanbod"][1:] = [["sociale_huur", 2, 1, "2026K1", *[""] * (wide - 4)]]
        (tmp_path / "opgaven" / f"{code}.xlsx").write_bytes(book(sheets))


def test_families_for_whom_no_sheet_has_a_home_do_not_stop_the_others(gather, read, codes, tmp_path):
    one_home_for_two(tmp_path, read, codes)

    assert gather() == 0
    assert "W.514" in {problem.code for problem in read_case(tmp_path / "uit")[1]}


def test_a_case_that_the_sheets_make_impossible_is_not_written(gather, case, read, codes, tmp_path, capsys):
    """One gemeente is locked to at least four persons, and then offers one home for two."""
    code = next(row.gemeentecode for row in read.woningaanbod if row.slaapt * row.bruikbaar >= 4)
    lock = f"huishouden_id;gemeentecode;soort;waarde;reden;wie\n;;;;;\n;{code};min;4;proef;planner\n"
    (case / "vastleggingen.csv").write_text(lock, "utf-8")
    one_home_for_two(tmp_path, read, codes)

    assert gather() == 2
    told = capsys.readouterr().err
    assert "[F.220]" in told
    assert "vastleggingen.csv:3" in told
    assert not (tmp_path / "uit").exists()


@pytest.mark.national
def test_the_sheets_of_342_gemeenten_are_gathered_in_seconds(call, tmp_path):
    """A few seconds on a machine at rest; the bound only catches another order of magnitude."""
    call("example", "--households", "400", "--seed", "1", "--out", tmp_path / "invoer")
    read = read_case(tmp_path / "invoer")[0]
    send(tmp_path / "opgaven", read, *[gemeente.gemeentecode for gemeente in read.gemeenten])
    started = time.perf_counter()

    code = call("collect", tmp_path / "opgaven", "--basis", tmp_path / "invoer", "--out", tmp_path / "uit")

    assert code == 0
    assert time.perf_counter() - started < 60
    assert {row["status"] for row in table(tmp_path / "uit" / "aanlevering.csv")} == {"opgave"}
    assert set(read_case(tmp_path / "uit")[0].inburgering) == set(read.inburgering)
