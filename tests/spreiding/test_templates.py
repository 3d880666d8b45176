"""The command that writes templates: into a new or empty folder, all of them or none."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from spreiding import templates

ALL = {"coa.xlsx", "ministerie.xlsx", "gemeente.xlsx", "casus.xlsx"}


def names(folder):
    return {path.name for path in folder.iterdir()}


def test_templates_are_written_into_a_new_folder_and_named(call, tmp_path, capsys):
    code = call("template", tmp_path / "jaar" / "sjablonen")
    said = capsys.readouterr().out

    assert code == 0
    assert names(tmp_path / "jaar" / "sjablonen") == ALL
    assert [name for name in ALL if name not in said] == []


@pytest.mark.parametrize("sender", ["coa", "ministerie", "gemeente"])
def test_one_sender_gets_one_workbook(call, sender, tmp_path):
    call("template", tmp_path / "uit", "--afzender", sender)

    assert names(tmp_path / "uit") == {f"{sender}.xlsx"}


def test_an_empty_folder_is_filled_also_when_it_is_the_one_at_hand(call, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    code = call("template", ".")

    assert code == 0
    assert names(tmp_path) == ALL


@pytest.mark.parametrize(("lang", "words"), [("nl", "kies een nieuwe of lege map"), ("en", "choose a new or empty")])
def test_a_folder_that_holds_something_is_refused(call, lang, words, tmp_path, capsys):
    (tmp_path / "brief.txt").write_text("van mij")

    code = call("template", tmp_path, "--lang", lang)

    assert code == 2
    assert words in capsys.readouterr().err
    assert names(tmp_path) == {"brief.txt"}


def test_a_file_or_a_link_in_its_place_is_refused(call, tmp_path, capsys):
    (tmp_path / "bestand").write_text("van mij")
    (tmp_path / "leeg").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "leeg")

    codes = [call("template", tmp_path / name) for name in ("bestand", "link")]

    assert codes == [2, 2]
    assert "hier staat al iets" in capsys.readouterr().err
    assert names(tmp_path / "leeg") == set()


def test_nothing_is_left_when_a_file_cannot_be_moved_into_an_empty_folder(call, tmp_path, monkeypatch, capsys):
    """The third of four cannot be moved: the two before it are taken away again."""
    moves = []
    rename = Path.rename

    def refuse(self, target):
        moves.append(self.name)
        if self.name == "gemeente.xlsx":
            raise OSError("vol")
        return rename(self, target)

    monkeypatch.setattr(templates.Path, "rename", refuse)
    code = call("template", tmp_path)

    assert code == 2
    assert "kies een andere" in capsys.readouterr().err
    assert "gemeente.xlsx" in moves
    assert names(tmp_path) == set()


def test_an_unknown_sender_is_told_who_there_are(call, tmp_path, capsys):
    code = call("template", tmp_path / "uit", "--afzender", "ind")

    assert code == 2
    assert "coa|ministerie|gemeente|alle" in capsys.readouterr().err
    assert not (tmp_path / "uit").exists()


def test_the_bytes_do_not_depend_on_the_place_the_zone_or_the_hashes(tmp_path):
    found = set()
    for seed, zone in (("1", "UTC"), ("2", "Pacific/Auckland")):
        out = tmp_path / seed
        settings = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone}
        subprocess.run([sys.executable, "-m", "spreiding", "template", out], env=settings, check=True)
        found.add(tuple(hashlib.sha256((out / name).read_bytes()).hexdigest() for name in sorted(ALL)))

    assert len(found) == 1
