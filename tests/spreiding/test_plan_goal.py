"""The test and the build plan from the command line: files, sentences, exit codes and refusals."""

import json

import pandas as pd
import pytest
from openpyxl import load_workbook

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

    run_command([*SMALL, "--bouwplan", "uitstroom=60", "--out", str(out), "--lang", lang])

    plan, certificate = rows(out / "bouwplan.csv"), json.loads((out / "plan.json").read_text("utf-8"))["certificate"]
    book = load_workbook(out / "convenant_bijlage.xlsx")
    totals = rows(out / "bouwplan_totalen.csv")
    assert plan["woningen"].sum() == certificate["homes"] >= certificate["homes_bound"] - 0.01
    assert totals[totals["niveau"].isin(["land", "country"])]["woningen"].sum() == certificate["homes"]
    assert plan["bron"].str.contains("synthet", case=False).all()
    sheet = book.worksheets[1]
    assert sheet.auto_filter.ref
    assert sheet.page_setup.paperSize in (9, "9")
    assert sum(row[10] for row in sheet.iter_rows(min_row=3, values_only=True)) == certificate["homes"]


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
