import os
from pathlib import Path

import pytest

from reports import run_folder
from reports.run import write_reports
from reports.run_folder import RunFolderError, write_run

OLD = {"run.json": "{}", "oud.csv": "1"}
NEW = {"run.json": "{1}", "nieuw.csv": b"2"}


def everything(folder):
    return sorted(str(p.relative_to(folder)) for p in folder.rglob("*"))


def test_a_run_folder_appears_whole(tmp_path):
    out = write_run(tmp_path / "diep" / "uit", NEW)

    assert (out / "nieuw.csv").read_bytes() == b"2"
    assert everything(tmp_path) == ["diep", "diep/uit", "diep/uit/nieuw.csv", "diep/uit/run.json"]


def test_an_earlier_run_is_replaced_only_when_asked(tmp_path):
    out = write_run(tmp_path / "uit", OLD)

    with pytest.raises(RunFolderError, match="bestaat al"):
        write_run(out, NEW)
    assert (out / "oud.csv").read_text() == "1"
    write_run(out, NEW, overwrite=True)
    assert everything(tmp_path) == ["uit", "uit/nieuw.csv", "uit/run.json"]


def test_a_folder_that_is_no_run_is_never_replaced(tmp_path):
    (tmp_path / "foto.jpg").write_text("x")

    with pytest.raises(RunFolderError, match="no earlier run"):
        write_run(tmp_path, NEW, overwrite=True, lang="en")
    assert everything(tmp_path) == ["foto.jpg"]


@pytest.mark.parametrize("error", [KeyboardInterrupt, OSError(28, "No space left on device"), ValueError])
@pytest.mark.parametrize("at_once", [True, False], ids=["exchanged", "renamed"])
@pytest.mark.parametrize("moment", ["fsync", "rename"])
def test_nothing_is_left_and_nothing_lost_when_writing_fails(tmp_path, monkeypatch, error, moment, at_once):
    """Where two folders cannot change places at once, two renames do it, each of which may fail."""
    out = write_run(tmp_path / "uit", OLD)
    rename, fsync = Path.rename, os.fsync

    def fail_rename(self, target):
        if self.name == "nieuw":
            raise error
        return rename(self, target)

    def fail(*_):
        raise error

    def fail_fsync(handle):
        if moment == "fsync":
            raise error
        fsync(handle)

    if moment == "rename":
        monkeypatch.setattr(Path, "rename", fail_rename)
        monkeypatch.setattr(run_folder, "exchanged", fail if at_once else lambda *_: False)
    monkeypatch.setattr(os, "fsync", fail_fsync)
    expected = RunFolderError if isinstance(error, OSError) else error
    with pytest.raises(expected):
        write_run(out, NEW, overwrite=True)
    with pytest.raises(expected):
        write_run(tmp_path / "diep" / "ander", NEW)

    assert everything(tmp_path) == ["uit", "uit/oud.csv", "uit/run.json"]


def test_a_place_that_cannot_hold_a_folder_is_explained(tmp_path):
    (tmp_path / "bestand").write_text("x")

    with pytest.raises(RunFolderError, match="schrijven lukt niet"):
        write_run(tmp_path / "bestand" / "uit", NEW)


def test_sheets_and_tables_stand_in_folders_of_their_own(tmp_path):
    out = write_run(tmp_path / "uit", {**NEW, "bladen/GM0363.html": "een", "tabellen/x.csv": "twee"})

    assert (out / "bladen" / "GM0363.html").read_text() == "een"
    assert everything(out) == ["bladen", "bladen/GM0363.html", "nieuw.csv", "run.json", "tabellen", "tabellen/x.csv"]


OUTSIDE = ["bladen/../x", "bladen/", "bladen/..", "bladen/a/b", "/bladen/x", "bladen//x", "bladen\\x", "bladen/C:x"]


@pytest.mark.parametrize("name", ["../x", "a/b", "C:x", "", "..", "x\0", *OUTSIDE])
def test_a_file_never_leaves_the_run_folder(tmp_path, name):
    with pytest.raises(RunFolderError):
        write_run(tmp_path / "uit", {name: "x"})
    assert everything(tmp_path) == []


def test_all_reports_of_a_run_are_the_same_bytes_twice(case, allocation, geography, tmp_path):
    runtime = {"versions": {"python": "3.11"}, "seconds": {}}
    one, two = (write_reports(case, allocation, geography, tmp_path / n, runtime) for n in ("een", "twee"))

    names = [
        "bewijs.csv",
        "geld.csv",
        "gelijk_plan.csv",
        "gemeenten.csv",
        "gemeenten.gpkg",
        "gemeenten.parquet",
        "groottes.csv",
        "kaart.html",
    ]
    names += ["kengetallen.html", "koppelingen.csv", "ongeplaatst.csv", "plaatsen.csv", "run.json", "toewijzing.xlsx"]
    names += ["vergelijkingen.csv"]
    assert everything(one) == names
    assert all((one / n).read_bytes() == (two / n).read_bytes() for n in names)
