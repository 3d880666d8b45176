"""Every bad input of the list gets its answer: code, place and exit code, in both languages, and nothing is written."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from bad_inputs.elsewhere import ELSEWHERE
from bad_inputs.every import BADS, NUMBERS
from bad_inputs.headers_and_names import SHOWN, named
from bad_inputs.page import PAGE, page
from python_calamine import CalamineWorkbook
from small_case import FILES, write

from inputs.check_rates import TIE_BREAK
from inputs.goal_order import rates
from inputs.parameters import default_parameters

TESTS = Path(__file__).parents[1]


def everything(folder):
    """List all files and folders."""
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


@pytest.mark.filterwarnings("ignore:PULP_CBC_CMD is deprecated")
@pytest.mark.parametrize(
    ("bad", "lang"),
    [pytest.param(bad, lang, id=f"{bad}-{lang}") for bad in BADS for lang in ("nl", "en")[: 1 if bad.large else 2]],
)
def test_a_bad_input_gets_its_answer_and_leaves_nothing(bad, lang, call, tmp_path, monkeypatch, capsys):
    place = tmp_path / "map"
    place.mkdir()
    arguments = [*bad.build(place), "--lang", lang]
    before = everything(tmp_path)
    if bad.arrange:
        bad.arrange(monkeypatch)
    out = [] if "--out" in arguments else ["--out", tmp_path / "uit"]

    commands = [] if bad.solves else [["check", *arguments]]
    if bad.solves or (bad.stops and not bad.large):
        commands.append(["solve", *arguments, *out])
    for command in commands:
        left = call(*command)
        said = capsys.readouterr()
        told = [line.strip() for line in (said.out + said.err).splitlines()]

        assert left == bad.leaves
        assert "Traceback" not in said.err
        assert ((lang == "en" and bad.says_en) or bad.says) in said.err
        if bad.code:
            lines = [line for line in told if line.endswith(f"[{bad.code}]")]
            assert [line for line in lines if line.startswith(bad.place)], (lines, told)
        elif bad.leaves == 0:
            assert [line for line in told if line.endswith("]") and "[F." in line] == []
        assert everything(tmp_path) == before or (left == 0 and "solve" in command)


@pytest.mark.parametrize("number", NUMBERS)
def test_every_number_of_the_list_is_tested_here_or_named_elsewhere(number):
    assert number in {bad.number for bad in BADS} or number in ELSEWHERE


@pytest.mark.parametrize("number", ELSEWHERE)
def test_what_is_named_elsewhere_is_there(number):
    test, _ = ELSEWHERE[number]
    file, _, name = test.partition("::")

    assert not test or f"def {name}(" in (TESTS / file).read_text("utf-8")


@pytest.mark.filterwarnings("ignore:PULP_CBC_CMD is deprecated")
def test_the_committed_page_is_the_one_that_the_program_says(tmp_path):
    """Rewrite it with: PYTHONPATH=tests python -m bad_inputs.page docs."""
    assert (TESTS.parent / "docs" / PAGE).read_text("utf-8") == page(tmp_path)


def test_equal_gemeenten_give_the_same_plan_twice(call, tmp_path):
    """Two gemeenten with the same home, and only waiting counts: the pseudonym breaks the tie, never chance."""
    homes = "".join(f"A{n};{code};;sociale_huur;4;2;2026K1;;1\n" for n, code in ((1, "GM0363"), (2, "GM0014")))
    only = {"uitstroom", TIE_BREAK}
    rest = "".join(f'"{name}" = 0.0\n' for goal, name in rates(default_parameters()).items() if goal not in only)
    case = tmp_path / "map"
    case.mkdir()
    changes = {
        "woningaanbod.csv": FILES["woningaanbod.csv"].splitlines()[0] + "\n" + homes,
        "gemeenten.csv": ("-3;nee;0;40", "-3;ja;0;40"),
        "inburgering.csv": ("GM0014;Z;2026K1;0", "GM0014;Z;2026K1;5"),
        "huishoudens.csv": FILES["huishoudens.csv"].replace("H2;1;0;0;0", "H2;1;0;3;0"),
        "bindingen.csv": None,
        "scenario.toml": f'kwartaal = "2026K1"\n[parameters]\n{rest}',
    }
    write(case, changes)

    plans = []
    for name in ("een", "twee"):
        assert call("solve", case, "--out", tmp_path / name) == 0
        plans.append((tmp_path / name / "koppelingen.csv").read_bytes())
    assert plans[0] == plans[1]


@pytest.mark.parametrize("text", [text for texts in SHOWN.values() for text in texts])
def test_a_text_that_looks_like_code_is_written_as_text(text, call, tmp_path):
    """A formula of Excel, a tag of HTML, a template of a script: the name of a gemeente stays what was typed."""
    (tmp_path / "map").mkdir()
    write(tmp_path / "map", named(text))

    assert call("solve", tmp_path / "map", "--out", tmp_path / "uit") == 0
    name = text.strip('"').replace('""', '"')
    cells = [str(cell) for sheet in sheets(tmp_path / "uit" / "toewijzing.xlsx") for row in sheet for cell in row]
    first = (tmp_path / "uit" / "gemeenten.csv").read_text("utf-8-sig")
    page = (tmp_path / "uit" / "kaart.html").read_text("utf-8")
    assert name in cells
    assert f";{name}" not in first or name[:1] not in "=+-@"
    assert "<img src=x" not in page
    assert f"{text}</" not in page or "<" not in text


def sheets(path):
    """Give the cells of every sheet."""
    book = CalamineWorkbook.from_path(path)
    return [book.get_sheet_by_name(name).to_python() for name in book.sheet_names]


SETTINGS = [
    {"LC_ALL": "C", "PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati"},
    {"LC_ALL": "nl_NL.ISO-8859-1", "PYTHONHASHSEED": "2", "PYTHONIOENCODING": "latin-1"},
    {"LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "3", "PYTHONUTF8": "0"},
]


def test_no_language_time_zone_hash_seed_or_path_changes_a_byte_of_check(tmp_path):
    """A name with ë in a folder with ë, asked for from four surroundings."""
    bad = {
        "gemeenten.csv": ("GM0363;Amsterdam;941927", "GM0363;Amsterdaë;941"),
        "onderwijs.csv": ("po;2026K1;5", "po;2026K1;x"),
    }
    told = set()
    for n, settings in enumerate([{}, *SETTINGS]):
        case = tmp_path / f"map {n} ë" / "casus één"
        case.mkdir(parents=True)
        write(case, bad)
        done = subprocess.run(
            [sys.executable, "-m", "spreiding", "check", "casus één", "--json"],
            cwd=case.parent,
            env={**os.environ, **settings, "PYTHONPATH": str(TESTS.parent)},
            capture_output=True,
            check=False,
        )
        assert done.returncode == 2, done.stderr
        told.add(done.stdout)

    assert len(told) == 1
    assert any("'Amsterdaë'" in problem["text"] for problem in json.loads(told.pop())["problems"])
