"""A run folder is read again only while it is what the run wrote; what was changed is refused by name."""

import json
import re

import pytest
from compared_runs import writer

from reports.manifest import digest, manifest_hash, manifest_text
from reports.run_folder import RunFolderError
from reports.run_reader import ChangedRunError
from reports.run_reading import read_run


@pytest.fixture
def write(case, allocation, geography, tmp_path):
    """Give a way to write runs."""
    return writer(case, allocation, geography, tmp_path)


@pytest.mark.parametrize("name", ["gemeenten.csv", "kaart.html", "koppelingen.csv", "toewijzing.xlsx"])
def test_a_file_that_was_changed_is_refused_by_name(write, name):
    folder = write("een")
    with (folder / name).open("ab") as file:
        file.write(b" ")

    with pytest.raises(ChangedRunError, match=re.escape(f"niet meer zoals de berekening het schreef: {name};")):
        read_run(folder)


def test_a_file_that_is_gone_is_refused_by_name(write):
    folder = write("een")
    (folder / "ongeplaatst.csv").unlink()

    with pytest.raises(ChangedRunError, match=r"schreef: ongeplaatst\.csv;"):
        read_run(folder)


@pytest.mark.parametrize("text", ["{", "[]", '{"hash": "0"}', "[" * 100_000])
def test_a_manifest_that_is_damaged_or_changed_is_refused(write, text):
    folder = write("een")
    (folder / "run.json").write_text(text, "utf-8")

    with pytest.raises(ChangedRunError, match=r"schreef: run\.json;"):
        read_run(folder)


def reseal(folder, edit):
    """Change a manifest and give it the hashes that fit, as a careful forger would."""
    found = json.loads((folder / "run.json").read_text("utf-8"))
    edit(found)
    found["outputs"] = {name: digest((folder / name).read_bytes()) for name in found["outputs"]}
    (folder / "run.json").write_text(manifest_text({**found, "hash": manifest_hash(found)}), "utf-8")


def test_numbers_that_do_not_add_up_are_refused_also_under_hashes_that_fit(write):
    folder = write("een")
    table = folder / "gemeenten.csv"
    table.write_bytes(table.read_bytes().replace(b";3;0;0;0;3;1;1;", b";3;0;0;0;3;2;1;"))
    reseal(folder, lambda _: None)

    with pytest.raises(ChangedRunError, match=r"niet de som van sleutel, inhaal, afspraken en afwijking: GM0505"):
        read_run(folder)


def test_a_run_of_an_older_version_is_told_by_what_it_lacks(write):
    folder = write("een")
    table = folder / "gemeenten.csv"
    table.write_bytes(table.read_bytes().replace(b"afspraken_personen", b"iets_anders", 1))
    reseal(folder, lambda _: None)

    with pytest.raises(RunFolderError, match=r"gemeenten\.csv \(afspraken_personen\)"):
        read_run(folder)


def test_a_folder_without_a_run_is_refused(tmp_path):
    with pytest.raises(RunFolderError, match=r"geen uitkomst \(geen run\.json\)"):
        read_run(tmp_path)
