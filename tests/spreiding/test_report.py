"""The command ``report``: what it writes, what it says, and what it refuses."""

import json
import re

import pytest
from forgotten import naming
from made_run import made as made_run


def everything(folder):
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def codes(folder):
    """Give the gemeenten of a run as its table lists them."""
    lines = (folder / "gemeenten.csv").read_text("utf-8-sig").splitlines()[1:]
    return sorted(line.split(";")[0] for line in lines)


@pytest.mark.parametrize("options", [[], ["--bladen"]])
def test_without_more_the_sheets_are_written_into_the_run_and_nothing_else_changes(call, run_folder, options, capsys):
    before = everything(run_folder)

    code = call("report", run_folder, *options)

    after = everything(run_folder)
    pairs = [f"bladen/{g}.{kind}" for g in codes(run_folder) for kind in ("html", "pdf")]
    said = capsys.readouterr()
    assert code == 0
    assert sorted(set(after) - set(before)) == [*pairs, "bladen/bladen.json"]
    assert {name: after[name] for name in before} == before
    assert "6 gemeenten, elk als HTML en PDF" in said.out
    assert "daarvoor is de invoer nodig" in said.out
    assert "bladen: 6 van 6" in said.err


def test_a_site_goes_where_it_is_asked_for_and_replaces_only_when_asked(call, run_folder, tmp_path, capsys):
    out = tmp_path / "hier" / "site"

    assert call("report", run_folder, "--site", "--out", out, "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert told == {"run": str(run_folder), "gemeenten": 6, "sheets": None, "site": str(out)}
    assert not (run_folder / "bladen").exists()
    first = everything(out)
    assert call("report", run_folder, "--site", "--out", out) == 2
    assert "bestaat al" in capsys.readouterr().err
    assert call("report", run_folder, "--site", "--out", out, "--overschrijf") == 0
    assert everything(out) == first


def test_a_folder_of_the_planner_inside_the_run_is_not_replaced(call, run_folder, capsys):
    (run_folder / "bladen").mkdir()
    (run_folder / "bladen" / "brief.txt").write_text("x")

    assert call("report", run_folder) == 2
    assert "bladen.json" in capsys.readouterr().err
    assert everything(run_folder / "bladen") == {"brief.txt": b"x"}


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_a_changed_file_is_named_with_exit_code_4_and_nothing_is_written(call, run_folder, lang, capsys):
    table = run_folder / "gemeenten.csv"
    table.write_bytes(table.read_bytes().replace(b";1;", b";2;", 1))

    code = call("report", run_folder, "--site", "--bladen", "--lang", lang)

    said = capsys.readouterr()
    assert code == 4
    assert "gemeenten.csv" in said.err
    assert "Traceback" not in said.err
    assert not (run_folder / "bladen").exists()
    assert not (run_folder / "site").exists()


def test_no_run_and_wrong_options_are_refused(call, run_folder, tmp_path, capsys):
    assert call("report", tmp_path) == 2
    assert "geen run.json" in capsys.readouterr().err
    assert call("report", run_folder, "--out", tmp_path / "x") == 2
    assert "--site" in capsys.readouterr().err
    assert call("report", run_folder, "--processen", 0) == 2


def test_a_forgotten_run_still_gives_sheets_that_name_nobody(call, run_folder, made, capsys):
    """And a run with sheets and a site still forgets; both count as part of the run."""
    assert call("forget", run_folder) == 0
    assert call("report", run_folder, "--bladen", "--site") == 0
    assert naming(run_folder, made[1]) == []
    page = next((run_folder / "bladen").glob("*.html")).read_text("utf-8")
    assert "zijn verwijderd" in page
    capsys.readouterr()

    assert call("forget", run_folder, "--json") == 0
    assert json.loads(capsys.readouterr().out)["not_looked_into"] == []


def test_english_sheets_are_english(call, run_folder):
    assert call("report", run_folder, "--lang", "en") == 0

    page = next((run_folder / "bladen").glob("*.html")).read_text("utf-8")
    assert '<html lang="en">' in page
    assert "Why this number?" in page
    own_words = page.split("Source and check")[0]  # the source is that of the input, in its own language
    assert not re.search(r"\b(huishoudens|woningen|gemeente)\b", own_words)


def test_sheets_and_site_are_the_same_bytes_twice(call, tmp_path):
    folders = [made_run(tmp_path / name) for name in ("een", "twee")]
    for processes, folder in enumerate(folders, 1):
        assert call("report", folder, "--site", "--processen", processes) == 0

    assert everything(folders[0] / "site") == everything(folders[1] / "site")


def test_an_empty_table_of_the_talks_is_written_filled_in_and_shown(call, run_folder, tmp_path, capsys):
    table = tmp_path / "contact.csv"

    assert call("report", run_folder, "--contact-leeg", table) == 0
    assert not (run_folder / "bladen").exists()
    lines = table.read_text("utf-8-sig").splitlines()
    first = codes(run_folder)[0]
    assert lines[0] == "gemeentecode;naam;stand;datum;opmerking"
    assert [line.split(";")[0] for line in lines[1:]] == codes(run_folder)
    assert all(line.endswith(";voorstel;;") for line in lines[1:])
    assert call("report", run_folder, "--contact-leeg", table) == 2
    assert "kan werk van u zijn" in capsys.readouterr().err

    lines[1] = lines[1].replace(";voorstel;;", ";akkoord;12-3-2026;Raad stemde in")
    table.write_text("\r\n".join(lines), "utf-8-sig")
    assert call("report", run_folder, "--site", "--contact", table) == 0
    page = (run_folder / "site" / "bladen" / f"{first}.html").read_text("utf-8")
    assert "Stand: akkoord, sinds 12 maart 2026." in page
    assert "Raad stemde in" in page
    assert "1 akkoord, 5 voorstel" in (run_folder / "site" / "index.html").read_text("utf-8")


def test_a_wrong_table_of_the_talks_is_refused_and_nothing_is_written(call, run_folder, tmp_path, capsys):
    table = tmp_path / "contact.csv"
    table.write_text("gemeentecode;stand;datum\nGM9999;akord;2026-03-12\n", "utf-8")

    assert call("report", run_folder, "--contact", table) == 2
    said = capsys.readouterr().err
    assert "contact.csv:2  gemeentecode" in said or "contact.csv:2  stand = 'akord'" in said
    assert not (run_folder / "bladen").exists()


def test_a_table_of_the_talks_that_is_not_there_is_named_as_it_was_given(call, run_folder, tmp_path, capsys):
    assert call("report", run_folder, "--contact", tmp_path / "nergens.csv") == 2

    assert f"{tmp_path / 'nergens.csv'}: dit bestand bestaat niet" in capsys.readouterr().err
    assert not (run_folder / "bladen").exists()


@pytest.mark.parametrize("options", [["--site"], ["--bladen"], ["--contact", "x.csv"]])
def test_an_empty_table_is_asked_for_alone(call, run_folder, tmp_path, options, capsys):
    assert call("report", run_folder, "--contact-leeg", tmp_path / "leeg.csv", *options) == 2
    assert options[0] in capsys.readouterr().err
    assert not (tmp_path / "leeg.csv").exists()
