"""Scenarios side by side: one solve each, the same draws for all, the same bytes whoever solves them."""

import csv
import json
import re
import shutil
import zipfile
from dataclasses import replace
from html import unescape

import pytest

from geodata.distances import main_places
from inputs.example.generate import example_folder
from inputs.read import read_case
from optimizer.horizon.fan import quantile
from reports.horizon.figures import FIGURES, figures
from reports.numbers import number
from spreiding import cli
from spreiding.plan import afstanden_of, planned
from spreiding.scenario_item import Item, Source, solve_item

BAN = '\n[[plan.hefboom]]\nnaam = "verbod"\nwat = "regime"\nwaarde = "verbod"\nvan = "2026K3"\n'
LOW = "\n[plan]\ninstroom.factor = 0.5\nwaaier.instroom = 0.1\n"


def rows_of(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def value(text):
    return None if text == "" else float(text.replace(",", "."))


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Set two scenarios of the small example side by side over five kwartalen, with four draws, in two processes."""
    place = tmp_path_factory.mktemp("scenarios")
    case = example_folder("klein", place, main_places())
    base = (case / "scenario.toml").read_text("utf-8")
    files = [place / "verbod.toml", place / "minder instroom.toml"]
    for path, more in zip(files, (BAN, LOW), strict=True):
        path.write_text(base + more, "utf-8")
    assert run(case, files, place / "uit", "--processen", "2") == 0
    return case, files, place / "uit"


def run(case, files, out, *more):
    asked = ["--quarters", "5", "--waaier", "4", "--zaad", "7", "--out", out, *more]
    return cli.run_command(["scenarios", str(case), *map(str, files), *map(str, asked)])


def test_both_horizons_are_read_from_the_plan_that_the_command_plan_makes(made):
    case, files, out = made
    told = {(r["scenario"], r["tot_kwartaal"], r["maat"]): value(r["waarde"]) for r in rows_of(out / "scenarios.csv")}
    read, _ = read_case(case, files[0])
    own = figures(
        planned(read, afstanden_of(read), type(read.plan)(5, read.plan.regime, read.plan.waarden, read.plan.hefbomen))
    )

    assert {k for _, k, _ in told} == {"2026K4", "2027K1"}
    for name in FIGURES:
        for t, kwartaal in ((3, "2026K4"), (4, "2027K1")):
            assert told["verbod", kwartaal, name] == pytest.approx(own[name][t], abs=1e-4), name


def test_the_fan_is_the_quantiles_of_its_draws(made):
    case, files, out = made
    read, _ = read_case(case, files[1])
    keuzes = type(read.plan)(5, read.plan.regime, read.plan.waarden, read.plan.hefbomen)
    source = Source("minder instroom", read, afstanden_of(read), keuzes)
    drawn = [solve_item(source, Item(0, n, 7)).figures["wachtend"][4] for n in range(1, 5)]
    (row,) = [
        r
        for r in rows_of(out / "scenarios.csv")
        if (r["scenario"], r["tot_kwartaal"], r["maat"]) == ("minder instroom", "2027K1", "wachtend")
    ]

    assert len(set(drawn)) == 4
    for name, part in (("p10", 0.1), ("p50", 0.5), ("p90", 0.9)):
        assert value(row[name]) == pytest.approx(quantile(drawn, part), abs=1e-4)


def test_every_scenario_gets_the_same_luck_with_the_spreads_of_its_own(made):
    _, _, out = made
    found = {(r["scenario"], r["trekking"]): r for r in rows_of(out / "trekkingen.csv")}

    for n in "1234":
        one, other = found["verbod", n], found["minder instroom", n]
        assert (value(one["instroom_maal"]) - 1) / 0.3 == pytest.approx(
            (value(other["instroom_maal"]) - 1) / 0.1, abs=2e-3
        )
        assert one["leverkans_maal"] == other["leverkans_maal"]


def test_the_number_of_processes_changes_no_byte_and_another_seed_does(made, tmp_path):
    case, files, out = made
    assert run(case, files, tmp_path / "een", "--processen", "1") == 0

    names = sorted(path.name for path in out.iterdir())
    assert names == sorted(path.name for path in (tmp_path / "een").iterdir())
    for name in names:
        if name != "scenarios.json":
            assert (out / name).read_bytes() == (tmp_path / "een" / name).read_bytes(), name
    hashes = [json.loads((place / "scenarios.json").read_text("utf-8"))["hash"] for place in (out, tmp_path / "een")]
    assert hashes[0] == hashes[1]

    assert run(case, files[:1], tmp_path / "twee", "--zaad", "8", "--processen", "1") == 0
    ours = [r for r in rows_of(out / "trekkingen.csv") if r["scenario"] == "verbod"]
    assert rows_of(tmp_path / "twee" / "trekkingen.csv") != ours


def test_page_and_workbook_say_what_the_tables_say(made):
    _, _, out = made
    html = (out / "scenarios.html").read_text("utf-8")
    cells = {
        unescape(re.sub(r"<span.*?</span>", "", c)).strip() for c in re.findall(r"<td[^>]*>(.*?)</td>", html, re.DOTALL)
    }
    numbers = sheet_numbers(out / "scenarios.xlsx", 1)

    for row in rows_of(out / "scenarios.csv"):
        told = value(row["waarde"])
        assert number(told, "nl", FIGURES[row["maat"]].decimalen) in cells or abs(told) < 0.001, row
        assert told in numbers, row


def sheet_numbers(path, sheet):
    """Give every number of a sheet of a workbook."""
    with zipfile.ZipFile(path) as book:
        text = book.read(f"xl/worksheets/sheet{sheet}.xml").decode("utf-8")
    return {round(float(number), 4) for number in re.findall(r'<c r="[^"]*"(?: s="\d+")?><v>([^<]*)</v>', text)}


def test_the_money_of_the_gemeenten_is_what_the_scheme_pays(made):
    _, _, out = made
    own = {}
    for r in rows_of(out / "geld_gemeenten.csv"):
        key = r["scenario"], r["tot_kwartaal"], r["regeling"]
        own[key] = own.get(key, 0.0) + value(r["totaal"])
    for r in rows_of(out / "scenarios.csv"):
        if r["maat"] in {"sft_woning", "sft_beheer", "har_plus_tijdelijk", "doorstroom_per_dag"}:
            key = r["scenario"], r["tot_kwartaal"], r["maat"]
            assert own.get(key, 0.0) == pytest.approx(value(r["waarde"]), abs=0.01)


def test_a_hostile_name_of_a_file_is_text_on_the_page(made, tmp_path):
    case, files, _ = made
    bad = shutil.copy(files[0], tmp_path / "=1+1&'\"<b>x.toml")
    assert run(case, [bad], tmp_path / "uit", "--waaier", "0") == 0
    html = (tmp_path / "uit" / "scenarios.html").read_text("utf-8")

    assert "<b>" not in html
    assert "&lt;b&gt;x" in html
    assert "'=1+1" in (tmp_path / "uit" / "waaier.csv").read_text("utf-8-sig")


def test_without_a_fan_the_scenario_of_the_case_stands_alone(made, tmp_path):
    case, _, _ = made
    assert run(case, [], tmp_path / "uit", "--waaier", "0") == 0

    assert not (tmp_path / "uit" / "trekkingen.csv").exists()
    rows = rows_of(tmp_path / "uit" / "scenarios.csv")
    assert {(r["scenario"], r["p10"], r["p90"]) for r in rows} == {("scenario van de casus", "", "")}
    assert "geen waaier" in (tmp_path / "uit" / "scenarios.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("more", "words"),
    [
        (["--waaier", "-1"], "trekkingen"),
        (["--processen", "0"], "--processen 0"),
        (["--quarters", "13"], "1 tot en met 12"),
        (["verbod.toml"], "twee scenario's heten verbod"),
        (["weg.toml"], "weg.toml"),
    ],
)
def test_what_cannot_be_done_is_refused_in_words_and_nothing_is_written(made, tmp_path, capsys, more, words):
    case, files, _ = made
    more = [str(files[0].parent / name) if name.endswith(".toml") else name for name in more]
    asked = ["scenarios", str(case), str(files[0]), *more, "--out", str(tmp_path / "uit")]

    assert cli.run_command(asked) == 2
    assert words in capsys.readouterr().err
    assert not (tmp_path / "uit").exists()


def test_scenarios_that_begin_in_different_kwartalen_are_refused(made, tmp_path, capsys, monkeypatch):
    case, files, _ = made
    begins = iter(("2026K1", "2026K2"))

    def read(folder, scenario):
        found, warnings = read_case(folder, scenario)
        return replace(found, scenario=replace(found.scenario, kwartaal=next(begins))), warnings

    monkeypatch.setattr("spreiding.scenarios.read_case", read)

    assert run(case, files, tmp_path / "uit") == 2
    assert "verschillende kwartalen (2026K1, 2026K2)" in capsys.readouterr().err


def test_only_a_folder_of_scenarios_is_replaced(made, tmp_path, capsys):
    case, files, out = made
    (tmp_path / "foto").mkdir()
    (tmp_path / "foto" / "vakantie.jpg").write_bytes(b"x")

    assert run(case, files, tmp_path / "foto", "--overschrijf") == 2
    assert "geen scenarios.json" in capsys.readouterr().err
    assert run(case, files, out) == 2
    assert (tmp_path / "foto" / "vakantie.jpg").exists()
