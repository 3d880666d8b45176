"""What cannot be forgotten is refused in words; what fails half-way leaves the folder as it was."""

import json
import os
import shutil
import signal
import sys
from pathlib import Path

import pytest
from forgotten import contents, naming


def nothing(run):
    shutil.rmtree(run)


def no_run(run):
    (run / "run.json").unlink()


def half_json(run):
    text = (run / "run.json").read_text("utf-8")
    (run / "run.json").write_text(text[: len(text) // 2], "utf-8")


def other_json(run):
    (run / "run.json").write_text('{"outputs": []}', "utf-8")


def part_of(name, value):
    """Give a way to damage one part of the manifest."""

    def spoil(run):
        manifest = json.loads((run / "run.json").read_text("utf-8"))
        if name == "niet_passend":
            manifest["baselines"] = {"volgorde": {name: value}}
        else:
            manifest[name] = value
        (run / "run.json").write_text(json.dumps(manifest), "utf-8")

    spoil.__name__ = f"{name} = {json.dumps(value)}"
    return spoil


DAMAGED = ("run.json is beschadigd", "run.json is damaged")
PARTS = [
    ("outputs_inhoud", 7),
    ("outputs_inhoud", None),
    ("niet_passend", 5),
    ("niet_passend", "H1"),
    ("warnings", [1]),
    ("vergeten", {"bestanden": 1}),
    ("vergeten", {"bestanden": [1]}),
    ("vergeten", {"bestanden": [{"bestand": "uitleg.csv"}]}),
    ("vergeten", {"bestanden": [{"bestand": ["x"], "sha256": "0"}]}),
    ("vergeten", {"velden": [1]}),
]


def not_a_number(run):
    text = (run / "run.json").read_text("utf-8")
    (run / "run.json").write_text(text.replace('"naam":', '"x": NaN,\n  "naam":'), "utf-8")


def deep_json(run):
    (run / "run.json").write_text("[" * 100_000, "utf-8")


def bytes_of_nothing(run):
    (run / "run.json").write_bytes(b"\xff\xfe\x00")


def open_in_excel(run):
    (run / "~$toewijzing.xlsx").write_bytes(b"jan")


def open_in_libreoffice(run):
    (run / ".~lock.toewijzing.xlsx#").write_text("jan")


def linked(run):
    (run / "koppelingen.csv").rename(run.parent / "elders.csv")
    (run / "koppelingen.csv").symlink_to(run.parent / "elders.csv")


REFUSED = {
    nothing: ("geen uitkomst", "no run"),
    no_run: ("geen uitkomst", "no run"),
    half_json: ("run.json is beschadigd", "run.json is damaged"),
    other_json: ("run.json is beschadigd", "run.json is damaged"),
    not_a_number: ("run.json is beschadigd", "run.json is damaged"),
    deep_json: ("run.json is beschadigd", "run.json is damaged"),
    bytes_of_nothing: ("run.json is beschadigd", "run.json is damaged"),
    open_in_excel: ("sluit het", "close it"),
    open_in_libreoffice: ("sluit het", "close it"),
    **{part_of(name, value): DAMAGED for name, value in PARTS},
    linked: ("koppeling naar een bestand elders", "link to a file elsewhere"),
}


@pytest.mark.parametrize("spoil", REFUSED, ids=lambda spoil: spoil.__name__)
def test_what_cannot_be_forgotten_is_refused_in_both_languages_and_left_alone(call, run_folder, capsys, spoil):
    spoil(run_folder)
    before = contents(run_folder.parent)

    codes = [call("forget", run_folder, "--lang", lang) for lang in ("nl", "en")]
    dutch, english = capsys.readouterr().err.splitlines()

    assert codes == [2, 2]
    assert [words in said for words, said in zip(REFUSED[spoil], (dutch, english), strict=True)] == [True, True]
    assert contents(run_folder.parent) == before


def test_a_link_to_a_run_is_refused(call, run_folder, capsys):
    (run_folder.parent / "kort").symlink_to(run_folder)

    assert call("forget", run_folder.parent / "kort") == 2
    assert "geen koppeling daarnaar" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="everybody may write here")
def test_a_folder_that_may_not_be_written_is_refused_in_words(call, run_folder, capsys):
    before = contents(run_folder)
    run_folder.chmod(0o555)

    code = call("forget", run_folder)

    run_folder.chmod(0o755)
    assert code == 2
    assert "kijk of u hier mag schrijven" in capsys.readouterr().err
    assert contents(run_folder) == before


def test_a_file_that_may_not_be_read_is_told_in_words(call, run_folder, monkeypatch, capsys):
    def fail(*_, **__):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_text", fail)

    assert call("forget", run_folder) == 2
    assert "lezen lukt niet (Permission denied)" in capsys.readouterr().err


def test_a_table_that_someone_spoiled_is_forgotten_too(call, run_folder):
    (run_folder / "koppelingen.csv").write_text('huishouden_id;x\n"' + "y" * 200_000, "utf-8")

    assert call("forget", run_folder) == 0
    assert not (run_folder / "koppelingen.csv").exists()


@pytest.mark.parametrize("moment", ["copytree", "fsync", "old", "new"])
@pytest.mark.parametrize(
    "error", [PermissionError(13, "Permission denied"), KeyboardInterrupt()], ids=["file", "ctrl-c"]
)
def test_when_it_fails_half_way_the_folder_is_as_it_was(call, run_folder, monkeypatch, capsys, moment, error):
    before, rename = contents(run_folder), Path.rename

    def fail(*_, **__):
        raise error

    def fail_rename(self, target):
        if (moment == "old" and self == run_folder) or (moment == "new" and self.name == "nieuw"):
            raise error
        return rename(self, target)

    patched = {"copytree": (shutil, fail), "fsync": (os, fail)}
    if moment in patched:
        monkeypatch.setattr(patched[moment][0], moment, patched[moment][1])
    else:
        monkeypatch.setattr(Path, "rename", fail_rename)
        monkeypatch.setattr("reports.run_folder.exchanged", lambda *_: False)  # as on a system without
    code = call("forget", run_folder)

    assert code == (130 if isinstance(error, KeyboardInterrupt) else 2)
    assert "Traceback" not in capsys.readouterr().err
    assert contents(run_folder) == before
    assert [entry.name for entry in run_folder.parent.iterdir()] == ["uitkomst"]


@pytest.mark.parametrize(
    "error", [PermissionError(13, "Permission denied"), KeyboardInterrupt()], ids=["file", "ctrl-c"]
)
def test_what_was_removed_is_gone_also_when_removing_stumbles_once(call, made, run_folder, monkeypatch, error):
    rmtree, times = shutil.rmtree, []

    def stumble(path, **options):
        times.append(path)
        if len(times) == 1:
            raise error
        rmtree(path, **options)

    monkeypatch.setattr(shutil, "rmtree", stumble)
    call("forget", run_folder)

    assert naming(run_folder.parent, made[1]) == []
    assert [entry.name for entry in run_folder.parent.iterdir()] == ["uitkomst"]


def test_what_cannot_be_removed_is_told_with_its_place(call, run_folder, monkeypatch, capsys):
    def fail(*_, **__):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(shutil, "rmtree", fail)
    code = call("forget", run_folder)
    place = next(entry for entry in run_folder.parent.iterdir() if entry != run_folder)

    assert code == 2
    assert f"staat nog in {place} (Permission denied); verwijder die map zelf" in capsys.readouterr().err
    assert not (run_folder / "koppelingen.csv").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT for another process")
def test_ctrl_c_waits_until_the_folder_has_forgotten(call, made, run_folder, monkeypatch):
    copytree = shutil.copytree

    def interrupted(*arguments, **options):
        os.kill(os.getpid(), signal.SIGINT)
        return copytree(*arguments, **options)

    monkeypatch.setattr(shutil, "copytree", interrupted)
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell may have its children ignore Ctrl-C
    try:
        code = call("forget", run_folder)
        after = signal.getsignal(signal.SIGINT)
    finally:
        signal.signal(signal.SIGINT, before)

    assert code == 0
    assert naming(run_folder.parent, made[1]) == []
    assert after is signal.default_int_handler
