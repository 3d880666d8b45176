"""The command check: what it writes where it is asked to, and what it leaves alone."""

import io

import pytest
from python_calamine import CalamineWorkbook


def spoil(case):
    table = case / "onderwijs.csv"
    table.write_text(table.read_text("utf-8-sig").replace(";po;", ";basis;"), "utf-8")


def test_all_problems_are_written_to_a_workbook_with_their_cells(case, call, tmp_path, capsys):
    spoil(case)
    code = call("check", case, "--problemen", tmp_path / "problemen.xlsx")
    said = capsys.readouterr().err

    book = CalamineWorkbook.from_filelike(io.BytesIO((tmp_path / "problemen.xlsx").read_bytes()))
    assert code == 2
    assert "alle problemen, met de cellen gemarkeerd" in said
    assert book.sheet_names == ["problemen", "onderwijs.csv"]
    assert said.count("onderwijs.csv:") < len(book.get_sheet_by_name("problemen").to_python())


def test_a_case_without_problems_writes_no_workbook(case, call, tmp_path):
    assert call("check", case, "--problemen", tmp_path / "problemen.xlsx") == 0
    assert not (tmp_path / "problemen.xlsx").exists()


@pytest.mark.parametrize("name", ["problemen.csv", "weg/problemen.xlsx"])
def test_a_place_that_cannot_hold_the_workbook_is_refused(case, call, tmp_path, name):
    spoil(case)

    assert call("check", case, "--problemen", tmp_path / name) == 2
    assert list(tmp_path.iterdir()) == [tmp_path / "invoer"]


def test_an_earlier_file_is_only_replaced_when_asked(case, call, tmp_path):
    spoil(case)
    (tmp_path / "oud.xlsx").write_bytes(b"mijn eigen werk")

    assert call("check", case, "--problemen", tmp_path / "oud.xlsx") == 2
    assert (tmp_path / "oud.xlsx").read_bytes() == b"mijn eigen werk"
    assert call("check", case, "--problemen", tmp_path / "oud.xlsx", "--overschrijf") == 2
    assert (tmp_path / "oud.xlsx").read_bytes().startswith(b"PK")


def test_many_problems_name_the_workbook_that_helps(case, call, capsys):
    spoil(case)
    call("check", case, "--lang", "en")

    assert "--problemen problemen.xlsx" in capsys.readouterr().err


def test_files_that_change_during_the_run_stop_it(case, call, tmp_path, capsys, monkeypatch):
    from spreiding import run  # noqa: PLC0415

    def slow(*arguments, **options):
        (case / "onderwijs.csv").write_text("anders", "utf-8")
        return decide(*arguments, **options)

    decide = run.decide
    monkeypatch.setattr(run, "decide", slow)

    assert call("solve", case, "--out", tmp_path / "uit") == 2
    assert "tijdens het rekenen is de invoer veranderd: onderwijs.csv" in capsys.readouterr().err
    assert not (tmp_path / "uit").exists()
