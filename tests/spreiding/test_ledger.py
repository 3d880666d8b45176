"""What was realised is booked, and the next kwartaal opens with what this one closed with."""

import csv
import json
import shutil
import tomllib

import pytest

from geodata.distances import main_places
from inputs.example.generate import example_folder
from inputs.read import read_whole
from inputs.realised import Gerealiseerden
from reports.stored_run import StoredRun
from spreiding import cli
from spreiding.ledger import ledger_lines, next_choices


def rows_of(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def write(path, rows):
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), delimiter=";")
        writer.writeheader()
        writer.writerows(rows)
    return path


@pytest.fixture(scope="module")
def once(tmp_path_factory):
    """Solve the small example once."""
    place = tmp_path_factory.mktemp("geboekt")
    case = example_folder("klein", place, main_places())
    assert cli.run_command(["solve", str(case), "--out", str(place / "uitkomst"), "--gap", "0.05"]) in {0, 3}
    return case, place / "uitkomst"


@pytest.fixture
def booked(once, tmp_path):
    """Give a copy of that case, its run, and a table of what was realised: one person less than planned."""
    case, run = (shutil.copytree(folder, tmp_path / folder.name) for folder in once)
    counted = []
    for row in rows_of(run / "gemeenten.csv"):
        persons = max(int(row["toegewezen_personen"]) - 1, 0)
        counted.append({"gemeentecode": row["gemeentecode"], "naam": row["naam"], "personen": persons})
    return case, run, write(tmp_path / "geteld.csv", counted)


def book(call, booked, out, *more):
    case, run, counted = booked
    return call("ledger", run, "--gerealiseerd", counted, "--casus", case, "--out", out, *more)


def test_the_balance_closes_with_what_was_realised_and_the_next_kwartaal_opens_with_it(booked, call, tmp_path, capsys):
    assert book(call, booked, tmp_path / "volgend") == 0

    plan = {r["gemeentecode"]: r for r in rows_of(booked[1] / "gemeenten.csv")}
    came = {r["gemeentecode"]: int(r["personen"]) for r in rows_of(booked[2])}
    ledger, opened = rows_of(tmp_path / "volgend" / "grootboek.csv"), rows_of(tmp_path / "volgend" / "gemeenten.csv")
    closing = {
        code: int(g["achterstand"]) + int(g["sleutel_personen"]) + int(g["afspraken_personen"]) - came[code]
        for code, g in plan.items()
    }
    assert {r["gemeentecode"]: int(r["eindstand"]) for r in ledger} == closing
    assert {r["gemeentecode"]: int(r["achterstand"]) for r in opened} == closing
    assert {r["gemeentecode"]: int(r["vorig_kwartaal_personen"]) for r in opened} == came
    assert all(r["kwartaal"] == "2026K1" and r["bron"].startswith("synthetisch") for r in ledger)
    choices = tomllib.loads((tmp_path / "volgend" / "scenario.toml").read_text("utf-8"))
    assert choices["kwartaal"] == "2026K2"
    assert "opgave_personen" not in choices
    assert str(sum(closing.values())) in capsys.readouterr().out


def test_a_plan_that_came_true_closes_with_the_balance_of_the_plan(booked, call, tmp_path):
    plan = rows_of(booked[1] / "gemeenten.csv")
    write(booked[2], [{"gemeentecode": r["gemeentecode"], "personen": r["toegewezen_personen"]} for r in plan])

    assert book(call, booked, tmp_path / "volgend") == 0
    opened = {r["gemeentecode"]: r["achterstand"] for r in rows_of(tmp_path / "volgend" / "gemeenten.csv")}
    assert opened == {r["gemeentecode"]: r["achterstand_na_personen"] for r in plan}


def next_run(booked, call, tmp_path):
    """Put the other tables beside the basis of the next kwartaal, and solve it."""
    assert book(call, booked, tmp_path / "volgend") == 0
    for name in ("huishoudens", "deelnemers", "opvanglocaties", "bindingen"):
        shutil.copy(booked[0] / f"{name}.csv", tmp_path / "volgend")
    for name in ("woningaanbod", "inburgering", "onderwijs", "arbeidsmarkt"):
        text = (
            (booked[0] / f"{name}.csv").read_text("utf-8-sig").replace("2026K2", "2026K3").replace("2026K1", "2026K2")
        )
        (tmp_path / "volgend" / f"{name}.csv").write_text(text, "utf-8")
    run = tmp_path / "uitkomst2"
    assert call("solve", tmp_path / "volgend", "--out", run, "--gap", "0.05") in {0, 3}
    counted = [{"gemeentecode": r["gemeentecode"], "personen": 1} for r in rows_of(run / "gemeenten.csv")]
    return tmp_path / "volgend", run, write(tmp_path / "geteld2.csv", counted)


def test_two_kwartalen_stand_in_one_ledger_and_each_opens_with_what_the_one_before_closed_with(booked, call, tmp_path):
    second = next_run(booked, call, tmp_path)

    assert book(call, second, tmp_path / "derde") == 0
    ledger = rows_of(tmp_path / "derde" / "grootboek.csv")
    by = {k: {r["gemeentecode"]: r for r in ledger if r["kwartaal"] == k} for k in ("2026K1", "2026K2")}
    assert len(ledger) == len(by["2026K1"]) + len(by["2026K2"])
    assert {c: r["beginstand"] for c, r in by["2026K2"].items()} == {c: r["eindstand"] for c, r in by["2026K1"].items()}


def test_a_ledger_that_was_changed_is_refused(booked, call, tmp_path, capsys):
    second = next_run(booked, call, tmp_path)
    rows = rows_of(second[0] / "grootboek.csv")
    code = rows[0]["gemeentecode"]

    write(second[0] / "grootboek.csv", [{**rows[0], "eindstand": "999"}, *rows[1:]])
    assert book(call, second, tmp_path / "derde") == 2
    assert f"telt niet op bij {code}" in capsys.readouterr().err

    moved = {
        **rows[0],
        "gehuisvest": str(int(rows[0]["gehuisvest"]) + 1),
        "eindstand": str(int(rows[0]["eindstand"]) - 1),
    }
    write(second[0] / "grootboek.csv", [moved, *rows[1:]])
    assert book(call, second, tmp_path / "derde") == 2
    assert f"{code} closed with" in capsys.readouterr().err

    write(second[0] / "grootboek.csv", [{**row, "kwartaal": "2025K3"} for row in rows])
    assert book(call, second, tmp_path / "derde") == 2
    assert "eindigt met 2025K3" in capsys.readouterr().err
    assert not (tmp_path / "derde").exists()


def test_every_gemeente_must_be_counted_once_and_only_those_of_the_run(booked, call, tmp_path, capsys):
    rows = rows_of(booked[2])
    for table, code, word in (
        (rows[1:], "F.604", rows[0]["gemeentecode"]),
        ([*rows, rows[0]], "F.401", rows[0]["gemeentecode"]),
        ([*rows, {**rows[0], "gemeentecode": "GM0363", "naam": ""}], "F.601", "GM0363"),
        ([{**rows[0], "personen": "-1"}, *rows[1:]], "F.2", "-1"),
        ([{**rows[0], "naam": "Amsterdam"}, *rows[1:]], "F.602", "Amsterdam"),
    ):
        write(booked[2], table)
        assert book(call, booked, tmp_path / "volgend") == 2
        said = capsys.readouterr().err
        assert f"[{code}" in said, said
        assert word in said
    assert not (tmp_path / "volgend").exists()


def test_another_case_than_that_of_the_run_is_refused(booked, call, tmp_path, capsys):
    table = booked[0] / "gemeenten.csv"
    table.write_text(table.read_text("utf-8-sig").replace(";0;", ";1;", 1) + "\r\n", "utf-8")

    assert book(call, booked, tmp_path / "volgend") == 2
    assert "[F.605]" in capsys.readouterr().err


def test_the_place_is_replaced_only_when_it_is_an_opened_kwartaal(booked, call, tmp_path, capsys):
    out = tmp_path / "volgend"
    out.mkdir()
    (out / "eigen.txt").write_text("van mij", "utf-8")
    assert book(call, booked, out) == 2
    assert book(call, booked, out, "--overschrijf") == 2
    assert (out / "eigen.txt").read_text("utf-8") == "van mij"

    shutil.rmtree(out)
    assert book(call, booked, out) == 0
    capsys.readouterr()
    assert book(call, booked, out, "--overschrijf", "--json") == 0
    said = json.loads(capsys.readouterr().out)
    assert said["eindstand"] == said["beginstand"] + said["sleutel"] + said["afspraken"] - said["gehuisvest"]
    assert book(call, booked, booked[0], "--overschrijf") == 2


def test_choices_keep_all_but_the_kwartaal_and_the_persons_of_it():
    text = 'naam = "x"\nkwartaal = "2026K4" # dit\nopgave_personen = 90\n[parameters]\n"kwartaal.x" = 1\n'

    assert tomllib.loads(next_choices(text, "2027K1")) == {
        "naam": "x",
        "kwartaal": "2027K1",
        "parameters": {"kwartaal.x": 1},
    }


def test_the_opened_kwartaal_is_read_without_a_word_about_the_ledger(booked, call, tmp_path):
    assert book(call, booked, tmp_path / "volgend") == 0

    problems = read_whole(tmp_path / "volgend").problems
    assert not [p for p in problems if p.bestand == "grootboek.csv"]


def test_a_balance_that_was_written_off_counts_no_more():
    """40 owed and written off, 71 by the key, 3 handed over, 76 housed: 8 ahead."""
    row = {"gemeentecode": "GM0363", "achterstand": "40", "sleutel_personen": "71", "afspraken_personen": "-3"}
    run = StoredRun({"scenario": {"achterstand": "kwijtgescholden"}}, {}, {"gemeenten.csv": {"GM0363": [row]}}, {}, "")

    (line,) = ledger_lines(run, Gerealiseerden("geteld.csv", "", "", {"GM0363": 76}, ()))
    assert (line.opening, line.written_off, line.closing) == (40, 40, -8)


def test_a_source_that_tells_who_a_person_is_is_refused_and_not_shown(booked, call, tmp_path, capsys):
    write(booked[2], [{**row, "bron": "vraag a.jansen@example.org"} for row in rows_of(booked[2])])

    assert book(call, booked, tmp_path / "volgend") == 2
    said = capsys.readouterr().err
    assert "jansen" not in said
    assert "bron" in said


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"kwartaal;x\nNaN;1\n", b"", b"kwartaal\n2025K4\n", b"a\0b;c\n"])
def test_a_file_that_is_no_ledger_is_refused_in_words(content, booked, call, tmp_path, capsys):
    (booked[0] / "grootboek.csv").write_bytes(content)

    assert book(call, booked, tmp_path / "volgend") == 2
    assert "geen grootboek dat dit programma schreef" in capsys.readouterr().err
    assert not (tmp_path / "volgend").exists()
