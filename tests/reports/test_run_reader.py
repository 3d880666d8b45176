"""One reader of run folders: what is not as the run wrote it is named, whoever reads it and however it was done."""

import json

import pytest

from reports import run_reader
from reports.manifest import digest, manifest_hash
from reports.run_reader import ChangedRunError, UnreadableRunError, check_files, read_files, read_manifest, table

PARTS = ("hash", "outputs")
FILES = {"een.csv": b"a;b\r\n1;'=2\r\n", "twee.csv": b"x\r\n"}


@pytest.fixture
def run(tmp_path):
    """Give a way to write a run of two files, with other outputs or parts in its manifest."""

    def write(**parts):
        for name, content in FILES.items():
            (tmp_path / name).write_bytes(content)
        found = {"outputs": {name: digest(content) for name, content in FILES.items()}, **parts}
        (tmp_path / "run.json").write_text(json.dumps({**found, "hash": manifest_hash(found)}), "utf-8")
        return tmp_path

    return write


def test_a_sound_run_is_read(run):
    folder = run()
    manifest = read_manifest(folder, PARTS, "nl")
    check_files(folder, manifest, "nl")

    assert read_files(folder, manifest, ["een.csv"], "nl") == {"een.csv": FILES["een.csv"]}
    assert table(FILES["een.csv"]) == [{"a": "1", "b": "=2"}]


@pytest.mark.parametrize("spoil", ["change", "remove", "folder"])
def test_every_file_that_is_not_the_one_of_the_run_is_named(run, spoil):
    folder = run()
    manifest = read_manifest(folder, PARTS, "nl")
    for name in FILES:
        (folder / name).write_bytes(b"anders")
        if spoil != "change":
            (folder / name).unlink()
        if spoil == "folder":
            (folder / name).mkdir()

    for read in (lambda: check_files(folder, manifest, "nl"), lambda: read_files(folder, manifest, FILES, "nl")):
        with pytest.raises(ChangedRunError, match=r"schreef: een\.csv, twee\.csv;") as caught:
            read()
        assert caught.value.names == ("een.csv", "twee.csv")


@pytest.mark.parametrize("name", ["../buiten.csv", "/etc/hostname", "..", "sub/een.csv"])
def test_a_name_that_leaves_the_folder_is_no_file_of_a_run(run, name):
    folder = run(outputs={name: digest(b"geheim")})
    (folder.parent / "buiten.csv").write_bytes(b"geheim")
    manifest = read_manifest(folder, PARTS, "nl")

    with pytest.raises(ChangedRunError):
        check_files(folder, manifest, "nl")
    with pytest.raises(ChangedRunError):
        read_files(folder, manifest, [name], "nl")


def test_a_file_that_the_manifest_does_not_know_is_no_file_of_the_run(run):
    folder = run()
    (folder / "drie.csv").write_bytes(b"x")

    with pytest.raises(ChangedRunError, match=r"drie\.csv"):
        read_files(folder, read_manifest(folder, PARTS, "nl"), ["drie.csv"], "nl")


def test_a_file_above_the_limit_is_not_read_and_its_hash_is_still_compared(run, monkeypatch):
    monkeypatch.setattr(run_reader, "LONGEST", 100_000)
    folder = run()
    (folder / "twee.csv").write_bytes(b"x" * 100_001)
    found = {"outputs": {"twee.csv": digest(b"x" * 100_001)}}
    (folder / "run.json").write_text(json.dumps({**found, "hash": manifest_hash(found)}), "utf-8")
    manifest = read_manifest(folder, PARTS, "nl")

    check_files(folder, manifest, "nl")
    with pytest.raises(UnreadableRunError, match="100000 bytes") as caught:
        read_files(folder, manifest, ["twee.csv"], "nl")
    assert caught.value.why == "onleesbaar"


@pytest.mark.parametrize("text", ["{", "[]", "null", '{"hash": "0"}', '{"hash": NaN}', "[" * 100_000])
def test_a_manifest_that_is_damaged_or_changed_is_named(run, text):
    folder = run()
    (folder / "run.json").write_text(text, "utf-8")

    with pytest.raises(ChangedRunError, match=r"run\.json"):
        read_manifest(folder, PARTS, "nl")


@pytest.mark.parametrize(("parts", "said"), [({}, "versions"), ({"outputs": [], "versions": 1}, "outputs")])
def test_a_run_of_another_version_is_told_by_what_it_lacks(run, parts, said):
    with pytest.raises(UnreadableRunError, match=f"did not write this yet: {said};") as caught:
        read_manifest(run(**parts), (*PARTS, "versions"), "en")

    assert (caught.value.why, caught.value.names) == ("ouder", said)


def test_a_folder_without_a_manifest_is_no_run(tmp_path):
    with pytest.raises(UnreadableRunError, match=r"geen run\.json") as caught:
        read_manifest(tmp_path, PARTS, "nl")

    assert caught.value.why == "geen_run"
