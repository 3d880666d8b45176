"""The command that carries a case over: what it prints, where it writes, and that nothing is left halfway."""

import json
import shutil

import pytest
from books import case_book
from divided_case import SHARES, WINSUM
from old_case import FILES, write_old
from undoing import read, undo

from reports import run_folder
from spreiding import recode

MOLENLANDEN = {"GM1978": ("GM0689", "GM1927")}
"""Giessenlanden and Molenwaard."""


def names(folder):
    """Name the files of a folder."""
    return {path.name for path in folder.iterdir()}


def test_an_example_whose_gemeente_is_cut_in_two_comes_back_as_it_was(call, case, tmp_path, capsys):
    """Molenlanden becomes Giessenlanden and Molenwaard, and Molenlanden again, to the last cell."""
    before = shutil.copytree(case, tmp_path / "eerst")
    undo(case, MOLENLANDEN)
    old = (call("check", case), capsys.readouterr().err)
    code = call("recode", case, "--out", tmp_path / "nieuw")

    assert old[0] == 2
    assert "GM1978 (Molenlanden) per 1-1-2019" in old[1]
    assert code == 0
    assert names(tmp_path / "nieuw") == names(before) | {"overgang.csv"}
    for path in before.glob("*.csv"):
        assert read(path) == read(tmp_path / "nieuw" / path.name)
    assert (before / "scenario.toml").read_bytes() == (tmp_path / "nieuw" / "scenario.toml").read_bytes()
    assert call("check", tmp_path / "nieuw") == 0


def test_sums_are_printed_before_and_after(call, tmp_path, capsys):
    call("recode", write_old(tmp_path / "oud"), "--out", tmp_path / "nieuw")
    said = [line.split() for line in capsys.readouterr().out.splitlines()]

    assert ["gemeenten", "inwoners", "1009000", "1009000", "0"] in said
    assert ["gemeenten", "regels", "7", "2", "0"] in said
    assert ["gemeenten", "min_personen", "19", "11", "8"] in said
    assert ["inburgering", "plaatsen", "84", "84", "0"] in said


@pytest.mark.parametrize(("lang", "word"), [("nl", "regels  "), ("en", "rows  ")])
def test_it_speaks_both_languages(call, lang, word, tmp_path, capsys):
    code = call("recode", write_old(tmp_path / "oud"), "--out", tmp_path / "nieuw", "--lang", lang)

    assert code == 0
    assert word in capsys.readouterr().out


def test_json_gives_sums_and_gemeenten_to_a_program(call, tmp_path, capsys):
    call("recode", write_old(tmp_path / "oud"), "--out", tmp_path / "nieuw", "--json")
    said = json.loads(capsys.readouterr().out)

    assert said["merged"]["GM0457"] == ["GM0363"]
    assert {"table": "gemeenten", "column": "achterstand", "before": "19", "after": "19", "left_out": "0"} in said[
        "totals"
    ]
    assert said["report"] == str(tmp_path / "nieuw" / "overgang.csv")
    assert len(said["warnings"]) == 1


def test_a_case_of_today_is_left_alone(call, case, tmp_path, capsys):
    code = call("recode", case, "--out", tmp_path / "nieuw")

    assert code == 0
    assert "niets over te zetten en niets geschreven" in capsys.readouterr().out
    assert not (tmp_path / "nieuw").exists()


def test_a_divided_gemeente_asks_for_its_parts_and_takes_them(call, tmp_path, capsys):
    old = write_old(tmp_path / "oud", WINSUM)
    without = call("recode", old, "--out", tmp_path / "nieuw")
    said = capsys.readouterr().err
    (tmp_path / "delen.csv").write_text("\n".join(["oude_code;nieuwe_code;deel;bron", *SHARES, ""]), "utf-8")
    left = (tmp_path / "nieuw").exists()
    code = call("recode", old, "--out", tmp_path / "nieuw", "--verdeling", tmp_path / "delen.csv")

    assert (without, left, code) == (2, False, 0)
    assert "[F.501]" in said
    assert call("check", tmp_path / "nieuw") == 0


def test_a_workbook_becomes_a_folder_of_tables(call, tmp_path):
    """The choices on its sheet become a scenario.toml."""
    (tmp_path / "oud.xlsx").write_bytes(case_book(FILES))
    code = call("recode", tmp_path / "oud.xlsx", "--out", tmp_path / "nieuw")

    assert code == 0
    assert names(tmp_path / "nieuw") == FILES.keys() | {"overgang.csv"}
    assert '"uitstroom.per_persoon" = 80' in (tmp_path / "nieuw" / "scenario.toml").read_text("utf-8")
    assert call("check", tmp_path / "nieuw") == 0


def test_files_that_are_no_tables_stay_behind_and_are_named(call, tmp_path, capsys):
    old = write_old(tmp_path / "oud")
    (old / "leesmij.txt").write_text("van mij")
    (old / "problemen.xlsx").write_bytes(b"")
    code = call("recode", old, "--out", tmp_path / "diep" / "nieuw")

    assert code == 0
    assert "niet overgenomen  leesmij.txt" in capsys.readouterr().out
    assert "leesmij.txt" not in names(tmp_path / "diep" / "nieuw")


def test_parameters_of_the_case_go_along(call, tmp_path):
    old = write_old(tmp_path / "oud")
    text = (recode.Path(run_folder.__file__).parents[1] / "inputs" / "data" / "parameters.toml").read_bytes()
    (old / "parameters.toml").write_bytes(text)
    call("recode", old, "--out", tmp_path / "nieuw")

    assert (tmp_path / "nieuw" / "parameters.toml").read_bytes() == text


def test_a_place_that_is_taken_is_only_replaced_where_it_was_carried_over(call, tmp_path, capsys):
    old, new = write_old(tmp_path / "oud"), tmp_path / "nieuw"
    first = call("recode", old, "--out", new)
    again = call("recode", old, "--out", new)
    replaced = call("recode", old, "--out", new, "--overschrijf")
    (new / "overgang.csv").unlink()
    foreign = call("recode", old, "--out", new, "--overschrijf")
    itself = call("recode", old, "--out", old, "--overschrijf")
    said = capsys.readouterr().err.splitlines()

    assert (first, again, replaced, foreign, itself) == (0, 2, 0, 2, 2)
    assert "bestaat al" in said[0]
    assert "geen overgang.csv" in said[1]
    assert "dit is de casus zelf" in said[2]
    assert (old / "gemeenten.csv").exists()


def test_files_of_the_planner_and_what_is_read_are_never_erased(call, tmp_path, capsys):
    old, new = write_old(tmp_path / "oud"), tmp_path / "nieuw"
    call("recode", old, "--out", new)
    (new / "notitie.txt").write_text("van mij")
    own = call("recode", old, "--out", new, "--overschrijf")
    inside = call("recode", old, "--out", tmp_path, "--overschrijf")
    said = capsys.readouterr().err

    assert (own, inside) == (2, 2)
    assert "notitie.txt" in said
    assert (new / "notitie.txt").read_text() == "van mij"
    assert (old / "gemeenten.csv").exists()


def test_a_table_of_parts_that_is_not_there_is_told(call, tmp_path, capsys):
    code = call(
        "recode", write_old(tmp_path / "oud"), "--out", tmp_path / "uit", "--verdeling", tmp_path / "nergens.csv"
    )

    assert code == 2
    assert "nergens.csv: dit bestand bestaat niet" in capsys.readouterr().err


def test_nothing_is_left_when_the_disk_is_full(call, tmp_path, monkeypatch):
    def full(folder, _):
        folder.mkdir(exist_ok=True)
        raise OSError(28, "vol")

    monkeypatch.setattr(run_folder, "_fill", full)
    code = call("recode", write_old(tmp_path / "oud"), "--out", tmp_path / "diep" / "nieuw")

    assert code == 2
    assert names(tmp_path) == {"oud"}


def test_two_runs_write_the_same_bytes(call, tmp_path):
    old = write_old(tmp_path / "oud")
    for name in ("a", "b"):
        call("recode", old, "--out", tmp_path / name)

    assert all(path.read_bytes() == (tmp_path / "b" / path.name).read_bytes() for path in (tmp_path / "a").iterdir())
