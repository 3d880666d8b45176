"""The command line: what it says, where it writes and with which exit code it leaves."""

import csv
import json
import sqlite3
import subprocess
import sys

import geopandas
import pytest
from shapely import box

from spreiding.words import WORDS

GEODATA = (["geodata"], ["geodata", "download"], ["geodata", "figures"])


COMMANDS = (
    "solve",
    "check",
    "example",
    "template",
    "recode",
    "forget",
    "report",
    "collect",
    "publish",
    "compare",
    "verify",
    "protocol",
    "ledger",
    "sweep",
    "plan",
    "scenarios",
)
EVERY_COMMAND = [[], *([name] for name in COMMANDS), *GEODATA]


def change(table, row, **values):
    """Write other values into a row of a CSV; row 0 is the first below the header."""
    with table.open(encoding="utf-8-sig", newline="") as file:
        dialect = csv.Sniffer().sniff(file.readline(), ";,")
        file.seek(0)
        rows = list(csv.DictReader(file, dialect=dialect))
    rows[row].update(values)
    write(table, rows, dialect.delimiter)


def write(table, rows, delimiter=";"):
    with table.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), delimiter=delimiter)
        writer.writeheader()
        writer.writerows(rows)


def missing_table(case):
    (case / "huishoudens.csv").unlink()


def unknown_gemeente(case):
    change(case / "woningaanbod.csv", 0, gemeentecode="GM9999")


def negative_count(case):
    change(case / "woningaanbod.csv", 0, aantal="-4")


def no_households(case):
    table = case / "huishoudens.csv"
    table.write_text(table.read_text("utf-8").splitlines()[0] + "\n", "utf-8")


SPOILED = {
    missing_table: ["huishoudens.csv"],
    unknown_gemeente: ["woningaanbod.csv", "gemeentecode", "GM9999"],
    negative_count: ["woningaanbod.csv", "aantal", "-4"],
    no_households: ["huishoudens.csv"],
}


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("spoil", SPOILED, ids=lambda spoil: spoil.__name__)
def test_an_input_error_names_its_place_and_leaves_nothing(call, spoil, lang, case, tmp_path, capsys):
    spoil(case)

    code = call("solve", case, "--out", tmp_path / "uit", "--lang", lang)
    said = capsys.readouterr()

    assert code == 2
    assert [word for word in SPOILED[spoil] if word not in said.err] == []
    assert "Traceback" not in said.err
    assert said.out == ""
    assert not (tmp_path / "uit").exists()


@pytest.mark.parametrize("spoil", SPOILED, ids=lambda spoil: spoil.__name__)
def test_dutch_and_english_differ(call, spoil, case, capsys):
    spoil(case)

    call("check", case)
    dutch = capsys.readouterr().err
    call("check", case, "--lang", "en")

    assert capsys.readouterr().err != dutch


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_boundaries_without_a_coordinate_system_are_refused(call, lang, case, tmp_path, capsys):
    borders = tmp_path / "grenzen.gpkg"
    without_crs(borders)

    code = call("solve", case, "--boundaries", borders, "--out", tmp_path / "uit", "--lang", lang)
    said = capsys.readouterr()

    assert code == 2
    assert "grenzen.gpkg" in said.err
    assert "28992" in said.err
    assert not (tmp_path / "uit").exists()


def without_crs(path):
    """Write one square without a coordinate reference system, as careless exports do."""
    square = geopandas.GeoDataFrame({"gemeentecode": ["GM0014"]}, geometry=[box(0, 0, 1, 1)], crs=28992)
    square.to_file(path, driver="GPKG", layer="gemeenten")
    with sqlite3.connect(path) as database:
        for trigger in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            database.execute(f'DROP TRIGGER "{trigger[0]}"')
        database.execute("UPDATE gpkg_contents SET srs_id = -1")
        database.execute("UPDATE gpkg_geometry_columns SET srs_id = -1")
    database.close()


@pytest.mark.parametrize(("lang", "words"), [("nl", "bestaat al"), ("en", "exists already")], ids=["nl", "en"])
def test_a_folder_that_exists_is_refused_before_anything_is_read(call, lang, words, tmp_path, capsys):
    (tmp_path / "uit").mkdir()
    (tmp_path / "uit" / "run.json").write_text("{}")

    code = call("solve", tmp_path / "nergens", "--out", tmp_path / "uit", "--lang", lang)
    said = capsys.readouterr()

    assert code == 2
    assert words in said.err
    assert "--overschrijf" in said.err
    assert [file.name for file in (tmp_path / "uit").iterdir()] == ["run.json"]


def test_overschrijf_never_erases_a_folder_that_is_no_run(call, case, tmp_path, capsys):
    (tmp_path / "uit").mkdir()
    (tmp_path / "uit" / "scriptie.txt").write_text("van mij")

    code = call("solve", case, "--out", tmp_path / "uit", "--overschrijf")

    assert code == 2
    assert "run.json" in capsys.readouterr().err
    assert (tmp_path / "uit" / "scriptie.txt").read_text() == "van mij"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--gap", "0"], "--gap"),
        (["--gap", "1.5"], "--gap"),
        (["--gap", "nan"], "--gap"),
        (["--gap", "veel"], "ongeldige waarde voor --gap; geef GETAL"),
        (["--gap", "0,5"], "--gap = 0,5: schrijf een punt en een deel van 1; 0.005 is 0,5 %"),
        (["--time-limit", "0"], "--time-limit"),
        (["--time-limit", "nan"], "--time-limit"),
        (["--processen", "0"], "--processen"),
        (["--scenario", "nergens.toml"], "nergens.toml"),
        (["--example", "klein", "--boundaries", "nergens.gpkg"], "nergens.gpkg"),
        (["map", "--example", "klein"], "--example"),
        (["--example", "groot"], "klein|landelijk"),
        (["--lang", "fy"], "nl|en"),
        (["--uit", "x"], "--uit"),
    ],
    ids=" ".join,
)
def test_a_wrong_option_is_named_with_what_it_takes(call, arguments, words, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)

    code = call("solve", *arguments)
    said = capsys.readouterr()

    assert code == 2
    assert "Fout: " in said.err
    assert words in said.err
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_command_names_those_that_exist(call, capsys):
    code = call("los-op")

    assert code == 2
    assert " / ".join((*COMMANDS, "geodata")) in capsys.readouterr().err


@pytest.mark.parametrize(
    "command",
    EVERY_COMMAND,
    ids=str,
)
def test_help_is_dutch(call, command, capsys):
    code = call(*command, "--help")
    said = capsys.readouterr().out

    assert code == 0
    assert "Gebruik:" in said
    assert "Opties" in said
    assert [word for word in ("Usage", "Options", "Show this", "default", "required") if word in said] == []


@pytest.mark.parametrize(
    "command",
    EVERY_COMMAND,
    ids=str,
)
def test_help_shows_no_types_of_the_program(call, command, capsys):
    call(*command, "--help")
    said = capsys.readouterr().out

    assert [word for word in ("<bool>", "<path>", "<str>", "<int>", "<float>") if word in said] == []


@pytest.mark.parametrize(("gap", "says"), [("0.5", "--gap = 0.5 is 50,0"), ("0.05", "")], ids=["50 %", "5 %"])
def test_a_wide_gap_is_remarked_in_percent(call, gap, says, case, tmp_path, capsys):
    (case / "gemeenten.csv").unlink()
    call("solve", case, "--out", tmp_path / "uit", "--gap", gap)
    said = capsys.readouterr().err

    assert says in said
    assert ("Let op" in said) == bool(says)


def test_help_loads_neither_solver_nor_map():
    show = "print(sorted({'highspy', 'geopandas'} & set(sys.modules)))"
    asked = f"import sys, spreiding.cli; spreiding.cli.run_command(['--help']); {show}"

    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)

    assert done.stdout.endswith("[]\n")


def test_python_m_spreiding_is_the_same_command():
    done = subprocess.run(
        [sys.executable, "-m", "spreiding", "solve", "--gap", "7"], capture_output=True, text=True, check=False
    )

    assert done.returncode == 2
    assert "--gap = 7.0" in done.stderr


def test_json_gives_the_place_of_every_problem(call, case, capsys):
    negative_count(case)

    code = call("check", case, "--json")
    problems = json.loads(capsys.readouterr().out)["problems"]

    assert code == 2
    assert [(p["bestand"], p["regel"], p["kolom"]) for p in problems if p["level"] == "error"] == [
        ("woningaanbod.csv", 2, "aantal")
    ]


def test_check_says_that_a_case_is_in_order_and_writes_nothing(call, case, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.rglob("*"))

    code = call("check", case)

    assert code == 0
    assert "in orde" in capsys.readouterr().out
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("seed", [1, 2])
def test_a_written_example_is_in_order(call, seed, tmp_path, capsys):
    made = call("example", "--households", "60", "--seed", seed, "--gemeenten", "12", "--out", tmp_path / "nieuw")
    code = call("check", tmp_path / "nieuw")

    assert (made, code) == (0, 0)
    assert "12 gemeenten, 60 huishoudens" in capsys.readouterr().out


def test_an_example_is_not_written_over_something_else(call, tmp_path, capsys):
    (tmp_path / "brief.txt").write_text("van mij")

    code = call("example", "--households", "60", "--seed", "1", "--out", tmp_path)

    assert code == 2
    assert "bestaat al" in capsys.readouterr().err
    assert [file.name for file in tmp_path.iterdir()] == ["brief.txt"]


@pytest.mark.parametrize("key", WORDS)
def test_every_sentence_is_there_in_both_languages(key):
    assert {lang for lang, text in WORDS[key].items() if text} == {"nl", "en"}
