"""The command ``spreiding geodata figures``: a table to review, and what differs from the embedded one."""

import csv
import json

import pytest
from loopback import INFO, contents, row, statline

from inputs.facts import gemeenten_2026


def facts(**other):
    """Give the embedded gemeenten as StatLine would send them; ``other`` gives some another number of inhabitants."""
    rows = [row(f.gemeentecode, f.naam, f.inwoners, provincie=("PV26", f.provincie)) for f in gemeenten_2026()]
    for found, fact in zip(rows, gemeenten_2026(), strict=True):
        found["Inwonertal_57"] = other.get(fact.gemeentecode, fact.inwoners)
        found["Naam_4"] = fact.arbeidsmarktregio
    return rows


@pytest.fixture
def figures(call, serve, tmp_path, monkeypatch):
    """Give a function that calls the command in a folder of its own with a service that has some rows."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments, rows=None):
        info = {**INFO, "Title": "Gebieden in Nederland 2026", "Period": "2026"}
        server = serve(statline(rows or facts(), info=info))
        run.asked = server.asked
        return call("geodata", "figures", "--base", f"{server.address}/odata", *arguments)

    return run


def test_the_figures_of_2026_are_those_of_the_embedded_table(figures, tmp_path, capsys):
    code = figures()
    said = capsys.readouterr()

    assert code == 0, said.err
    assert "/86247NED/" in figures.asked[0]
    assert "evenveel inwoners" in said.out
    assert "Niets gebruikt gemeenten_2026.csv vanzelf" in said.out
    assert "CC BY 4.0" in said.out
    assert sorted(path.name for path in tmp_path.iterdir()) == ["gemeenten_2026.csv", "gemeenten_2026.csv.bron.json"]


def test_the_written_table_reads_as_the_embedded_one(figures, tmp_path):
    figures()

    with (tmp_path / "gemeenten_2026.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    assert [(row["gemeentecode"], row["naam"], row["arbeidsmarktregio"], int(row["inwoners"])) for row in rows] == [
        (fact.gemeentecode, fact.naam, fact.arbeidsmarktregio, fact.inwoners) for fact in gemeenten_2026()
    ]


def test_a_gemeente_that_grew_and_one_that_ended_are_named(figures, capsys):
    first, second = gemeenten_2026()[:2]

    figures("--lang", "en", rows=facts(**{first.gemeentecode: 2 * first.inwoners})[:1] + facts()[2:])
    said = capsys.readouterr().out

    assert f"{first.gemeentecode} {first.naam}: 244,427 → 488,854 (100" in said
    assert f"{second.gemeentecode} {second.naam}" in said
    assert "Nothing uses" in said


def test_json_holds_the_differences(figures, capsys):
    figures("--json", rows=facts(GM0014=1))
    content = json.loads(capsys.readouterr().out)

    assert content["differences"]["wijzigingen"] == [
        {"gemeentecode": "GM0014", "naam": "Groningen", "was": 244_427, "wordt": 1}
    ]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], ["gemeenten_2026.csv", "--opnieuw"]),
        (["--year", "2031"], ["2031", "--table", "2024, 2025, 2026"]),
        (["--out", "tabel.xlsx"], [".csv"]),
        (["--out", "nieuw.csv", "--table", "../x"], ["--table"]),
    ],
    ids=" ".join,
)
def test_wrong_options_of_figures_are_refused_and_nothing_is_replaced(arguments, words, figures, tmp_path, capsys):
    (tmp_path / "gemeenten_2026.csv").write_text("van mij", "utf-8")

    code = figures(*arguments)
    said = capsys.readouterr().err

    assert (code, figures.asked) == (2, [])
    assert [word for word in words if word not in said] == []
    assert contents(tmp_path) == {"gemeenten_2026.csv": b"van mij"}


def test_another_year_than_asked_is_refused_and_writes_nothing(figures, tmp_path, capsys):
    code = figures("--year", "2025")

    assert code == 2
    assert "Gebieden in Nederland 2026" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
