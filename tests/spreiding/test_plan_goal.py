"""The test and the build plan from the command line: files, sentences, exit codes and refusals."""

import json
from zipfile import ZipFile

import pandas as pd
import pytest
from python_calamine import CalamineWorkbook

from spreiding.cli import run_command

SMALL = ["plan", "--example", "klein", "--quarters", "3"]


def rows(path):
    return pd.read_csv(path, sep=";", decimal=",")


def test_the_test_writes_lights_with_words_and_signs(tmp_path, capsys):
    out = tmp_path / "toets"

    code = run_command([*SMALL, "--toets", "2", "--out", str(out)])

    told, lights = capsys.readouterr().out, rows(out / "toets_gebieden.csv")
    assert code == 0
    assert "de voorrang" in told
    assert "--wachttijd" in told
    assert set(lights["niveau"]) == {"land", "provincie", "arbeidsmarktregio", "gemeente"}
    assert set(zip(lights["licht"], lights["teken"], strict=True)) <= {
        ("groen", "✔"),
        ("oranje", "▲"),
        ("rood", "✖"),
    }
    assert len(rows(out / "toets_einde.csv")) == 2 * 2
    assert json.loads((out / "plan.json").read_text("utf-8"))["soort"] == "toets"


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_annex_holds_the_numbers_of_its_files(tmp_path, lang):
    out = tmp_path / "bouwplan"

    run_command([*SMALL, "--bouwplan", "uitstroom=100", "--out", str(out), "--lang", lang])

    plan, certificate = rows(out / "bouwplan.csv"), json.loads((out / "plan.json").read_text("utf-8"))["certificate"]
    book = CalamineWorkbook.from_path(out / "convenant_bijlage.xlsx")
    totals = rows(out / "bouwplan_totalen.csv")
    assert certificate["homes"] > 0
    assert plan["woningen"].sum() == certificate["homes"] >= certificate["homes_bound"] - 0.01
    assert totals[totals["niveau"].isin(["land", "country"])]["woningen"].sum() == certificate["homes"]
    assert plan["bron"].str.contains("synthet", case=False).all()
    lines = book.get_sheet_by_index(1).to_python()[2:]
    assert sum(row[10] for row in lines) == certificate["homes"]
    with ZipFile(out / "convenant_bijlage.xlsx") as parts:
        sheet = parts.read("xl/worksheets/sheet2.xml").decode()
    assert "<autoFilter" in sheet
    assert 'paperSize="9"' in sheet


@pytest.mark.parametrize(
    "asked",
    [
        ["--toets", "0"],
        ["--toets", "4"],
        ["--toets", "2", "--bouwplan", "weken14"],
        ["--wachttijd"],
        ["--bouwplan", ""],
        ["--bouwplan", "weken12"],
        ["--bouwplan", "uitstroom=-5"],
        ["--bouwplan", "uitstroom=1e9"],
        ["--bouwplan", "uitstroom=0"],
    ],
)
def test_a_question_that_cannot_be_asked_is_refused(tmp_path, capsys, asked):
    code = run_command([*SMALL, *asked, "--out", str(tmp_path / "x")])

    assert code == 2
    assert "geef" in capsys.readouterr().err
    assert not (tmp_path / "x").exists()
