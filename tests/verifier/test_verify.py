"""The command ``verify``: what it says of a true run, of one that it cannot check, and its exit codes."""

import csv
import json
import re
import subprocess
import sys

import pytest
from recount.solving import solved, spreiding
from recount.tampering import change, change_run, copy_of, sealed

from verifier.verify import Input, verify

RIGHT, INPUT, UNCHECKED, WRONG = 0, 2, 3, 4


def solved_without_groups(place, bend):
    """Write an example, bend it and solve it."""
    case, run = place / "case", place / "run"
    spreiding("example", "--out", case, "--households", 20, "--seed", 2, "--gemeenten", 4)
    bend(case)
    spreiding("solve", case, "--out", run)
    return case, run


def command(*arguments):
    """Run the command as a planner does."""
    words = [sys.executable, "-m", "spreiding", "verify", *map(str, arguments)]
    return subprocess.run(words, capture_output=True, text=True, encoding="utf-8", check=False)


def test_a_true_run_is_right_and_its_gap_is_proved_here(klein):
    case, run = klein
    stated = json.loads((run / "run.json").read_bytes())["certificate"]

    done = command(run, "--case", case, "--json")

    verdict = json.loads(done.stdout)
    assert (done.returncode, verdict["verified"]) == (RIGHT, True), done.stdout
    assert {check["status"] for check in verdict["checks"]} == {"ok"}
    assert verdict["proof"]["gap"] <= stated["proven_gap"] * (1 + 1e-6)
    assert verdict["proof"]["objective"] == pytest.approx(stated["objective"])


def test_the_table_says_what_was_checked_in_dutch_and_in_english(klein):
    case, run = klein

    dutch, english = (command(run, "--case", case, *more).stdout for more in ((), ("--lang", "en")))

    assert len(re.findall(r" klopt \(", dutch)) == 15
    assert len(re.findall(r" right \(", english)) == 15
    assert re.search(r"zelf bewezen: geen plan is meer dan \d,\d{4} % beter", dutch)
    assert "alleen de hash, niet nagerekend: prijzen.csv" in dutch
    assert "gelijk aan de werkmap" in dutch


def test_a_case_with_every_rule_is_right(rich_run):
    case, run = rich_run

    verdict = verify(run, Input(case))

    assert verdict.findings == ()
    assert verdict.complete


def test_the_embedded_example_needs_no_case(tmp_path):
    words = [sys.executable, "-m", "spreiding", "solve", "--example", "klein", "--out", str(tmp_path / "run")]
    subprocess.run(words, capture_output=True, check=True)

    assert command(tmp_path / "run").returncode == RIGHT


def test_without_input_nothing_that_needs_it_is_called_right(klein):
    done = command(klein[1])

    assert done.returncode == UNCHECKED
    assert len(re.findall(" klopt ", done.stdout)) == 4  # manifest, outputs, tables beside one another, reports
    assert len(re.findall("niet gecontroleerd: de invoer is niet gegeven", done.stdout)) == 11
    assert "zelf bewezen: niets" in done.stdout


def test_a_workbook_is_said_not_to_be_read(klein, tmp_path):
    (tmp_path / "casus.xlsx").write_bytes(b"PK")

    done = command(klein[1], "--case", tmp_path / "casus.xlsx")

    assert done.returncode == UNCHECKED
    assert "casus.xlsx is geen map; deze controle leest CSV" in done.stdout


def test_input_in_other_words_is_said_not_to_be_read(copy):
    table = copy.case / "gemeenten.csv"
    table.write_bytes(table.read_bytes().replace(b";inwoners;", b";aantal inwoners;"))
    sealed(copy.case, copy.run)

    verdict = verify(copy.run, Input(copy.case))

    assert {check.name for check in verdict.checks if check.skipped} >= {"rules", "goals", "bound"}
    assert "gemeenten.csv" in str(next(check for check in verdict.checks if check.name == "rules").skipped)


def test_other_input_than_the_run_was_made_from_is_named(copy):
    with (copy.case / "huishoudens.csv").open("ab") as table:
        table.write(b"\r\n")

    done = command(copy.run, "--case", copy.case)

    assert done.returncode == WRONG
    assert re.search(r"huishoudens\.csv: sha256 = \w{64}, verwacht het bestand met sha256 \w{64}", done.stdout)
    assert "niet gecontroleerd: de invoer is niet die van deze uitkomst" in done.stdout


def test_a_folder_without_a_run_is_refused(tmp_path):
    done = command(tmp_path)

    assert done.returncode == INPUT
    assert "geen run.json" in done.stderr


def test_a_run_that_forgot_its_households_is_not_called_right(copy):
    subprocess.run([sys.executable, "-m", "spreiding", "forget", copy.run], capture_output=True, check=True)

    done = command(copy.run, "--case", copy.case)

    assert done.returncode == UNCHECKED, done.stdout
    assert len(re.findall("niet gecontroleerd: de huishoudens zijn vergeten", done.stdout)) == 11
    assert "gelijk aan de werkmap" not in done.stdout


def in_order(case):
    scenario = case / "scenario.toml"
    order = 'doelen = "op_volgorde"\nvolgorde = ["uitstroom", "spreiding"]\n'
    scenario.write_text(order + scenario.read_text("utf-8"), "utf-8")


def test_of_goals_in_order_the_sum_is_proved_and_the_ceilings_are_not_called_right(tmp_path):
    case, run = solved(tmp_path, in_order, households=40, seed=2, gemeenten=6)

    done = command(run, "--case", case)

    assert done.returncode == UNCHECKED, done.stdout
    assert "niet gecontroleerd: de plafonds van eerdere doelen niet" in done.stdout
    assert "KLOPT NIET" not in done.stdout


@pytest.mark.parametrize(
    "sizes", [{"households": 20, "seed": 2, "gemeenten": 4}, {"households": 40, "seed": 5, "gemeenten": 6}]
)
def test_a_run_of_the_readable_model_is_proved_as_well(sizes, tmp_path):
    case, run = solved(tmp_path, more=("--engine=pulp",), **sizes)  # the second had prices in bounds, not in rows

    assert command(run, "--case", case).returncode == RIGHT


@pytest.mark.parametrize("sign", [",", "\t"])
def test_tables_with_commas_or_tabs_are_read(sign, tmp_path):
    def bend(case):
        for path in case.glob("*.csv"):
            rows = list(csv.reader(path.read_text("utf-8-sig").splitlines(), delimiter=";"))
            with path.open("w", encoding="utf-8", newline="") as table:
                csv.writer(table, delimiter=sign, lineterminator="\n").writerows(rows)

    case, run = solved_without_groups(tmp_path, bend)

    verdict = verify(run, Input(case))

    assert (verdict.findings, verdict.complete) == ((), True)


def test_a_synthetic_case_without_margins_is_right(tmp_path):
    def bend(case):
        lines = (case / "scenario.toml").read_text("utf-8").splitlines()
        kept = [line for line in lines if not line.startswith("marges")]
        (case / "scenario.toml").write_text("\n".join([*kept, ""]), "utf-8")

    case, run = solved_without_groups(tmp_path, bend)  # a source of "synthetisch; ", with a blank at its end

    assert verify(run, Input(case)).findings == ()


def test_a_run_without_prices_is_not_called_proved(copy):
    (copy.run / "bewijs.csv").unlink()
    change_run(copy.run, lambda run: run["outputs"].pop("bewijs.csv"))
    sealed(copy.case, copy.run)

    done = command(copy.run, "--case", copy.case)

    assert done.returncode == UNCHECKED, done.stdout
    assert "alleen het woord van het programma" in done.stdout
    assert "zelf bewezen: niets" in done.stdout


def test_tables_that_a_run_of_an_earlier_version_lacks_are_said_not_to_be_checked(copy):
    for name in ("groottes.csv", "geld.csv"):
        (copy.run / name).unlink()
    change_run(copy.run, lambda run: [run["outputs"].pop(name) for name in ("groottes.csv", "geld.csv")])
    sealed(copy.case, copy.run)

    done = command(copy.run, "--case", copy.case)

    assert done.returncode == UNCHECKED, done.stdout
    assert (
        "niet gecontroleerd: de uitkomst is van een eerdere versie en heeft geen groottes.csv, geld.csv" in done.stdout
    )
    assert "KLOPT NIET" not in done.stdout
    assert "zelf bewezen: geen plan is meer dan" in done.stdout


def test_of_a_run_in_which_something_differs_nothing_is_proved(copy):
    change(copy.run / "koppelingen.csv", lambda rows: rows.pop(0))

    done, told = command(copy.run, "--case", copy.case), command(copy.run, "--case", copy.case, "--json")

    assert done.returncode == told.returncode == WRONG
    assert "zelf bewezen: niets, want wat er staat klopt niet" in done.stdout
    assert json.loads(told.stdout)["proof"] is None


def test_choices_in_a_file_of_their_own_are_read_there(copy, tmp_path):
    other = tmp_path / "keuzes.toml"
    other.write_bytes((copy.case / "scenario.toml").read_bytes())
    out = tmp_path / "anders"
    words = ["solve", copy.case, "--scenario", other, "--out", out]
    subprocess.run([sys.executable, "-m", "spreiding", *words], capture_output=True, check=True)

    assert command(out, "--case", copy.case, "--scenario", other).returncode == RIGHT


@pytest.mark.parametrize("content", [b"", b"[]", b"{", b'{"hash": 1}', b"\xff"])
def test_a_manifest_that_is_none_is_a_difference_and_no_traceback(copy, content):
    (copy.run / "run.json").write_bytes(content)

    done = command(copy.run, "--case", copy.case)

    assert done.returncode == WRONG
    assert "run.json" in done.stdout
    assert "Traceback" not in done.stderr


def test_checking_changes_nothing(klein, tmp_path):
    run = copy_of(klein[1], tmp_path)
    before = {path.name: path.read_bytes() for path in run.iterdir()}

    command(run, "--case", klein[0])

    assert {path.name: path.read_bytes() for path in run.iterdir()} == before


@pytest.mark.parametrize(
    ("table", "old", "new"),
    [
        ("gemeenten.csv", "GM0482;", "482;"),
        ("woningaanbod.csv", "2026K1", "2026 K1"),
        ("woningaanbod.csv", "sociale_huur", "Sociale huur"),
        ("inburgering.csv", ";B1;", ";b1;"),
        ("huishoudens.csv", ";ja;", ";Ja;"),
        ("gemeenten.csv", "20250", "20.250"),
    ],
)
def test_a_cell_that_the_program_reads_as_meant_is_not_guessed_here(table, old, new, copy):
    text = (copy.case / table).read_text("utf-8-sig")
    assert old in text
    (copy.case / table).write_text(text.replace(old, new), "utf-8-sig")
    sealed(copy.case, copy.run)

    verdict = verify(copy.run, Input(copy.case))

    rules = next(check for check in verdict.checks if check.name == "rules")
    assert table in str(rules.skipped)
    assert not [finding for finding in verdict.findings if finding.file == "koppelingen.csv"]
