"""A run folder forgets its households: what goes, what stays, and what the manifest says of it."""

import json
import shutil

import pytest
from forgotten import contents, manifest, naming

from reports.household_files import HOUSEHOLD_FILES
from reports.manifest import manifest_hash


def test_the_list_names_every_file_with_households_and_no_other(made):
    """The manifest names some too: couplings that do not fit, and a ground that ended."""
    folder, names = made

    assert naming(folder, names) == sorted([*HOUSEHOLD_FILES, "run.json"])
    assert manifest(folder)["baselines"]["zoals_gekoppeld"]["niet_passend"]
    assert any(names[0] in text for text in manifest(folder)["warnings"])


def test_afterwards_no_byte_of_the_folder_or_beside_it_names_a_household(call, made, run_folder):
    before = contents(run_folder)

    code = call("forget", run_folder)

    assert code == 0
    assert naming(run_folder.parent, made[1]) == []
    assert [entry.name for entry in run_folder.parent.iterdir()] == ["uitkomst"]
    after = contents(run_folder)
    assert set(before) - set(after) == set(HOUSEHOLD_FILES)
    assert {name for name in after if after[name] != before[name]} == {"run.json"}


def test_the_manifest_says_what_was_forgotten_under_a_new_hash(call, run_folder):
    before = manifest(run_folder)

    call("forget", run_folder)
    after = manifest(run_folder)

    told = after["vergeten"]
    assert {file["bestand"]: file["sha256"] for file in told["bestanden"]} == {
        name: before["outputs"][name] for name in HOUSEHOLD_FILES
    }
    assert (told["reden"], told["hash_voor"], told["hash_voor_klopt"]) == ("bewaartermijn", before["hash"], True)
    unfit = before["baselines"]["zoals_gekoppeld"]["niet_passend"]
    assert told["velden"] == {"baselines.zoals_gekoppeld.niet_passend": len(unfit), "warnings": 1}
    assert after["outputs"] == {n: sha for n, sha in before["outputs"].items() if n not in HOUSEHOLD_FILES}
    assert after["hash"] == manifest_hash(after) != before["hash"]
    assert after["runtime"] == before["runtime"] | {"vergeten": after["runtime"]["vergeten"]}
    assert after["runtime"]["vergeten"].startswith("20")
    assert "… [W.504]" in after["warnings"]
    assert len(after["warnings"]) == len(before["warnings"])
    assert after["counts"] == before["counts"]


@pytest.mark.parametrize(
    ("lang", "first", "again"),
    [("nl", "vergeten", "hier staat niets meer van huishoudens"), ("en", "forgotten", "nothing of households is left")],
    ids=["nl", "en"],
)
def test_a_second_time_says_that_nothing_is_left_and_changes_nothing(call, run_folder, capsys, lang, first, again):
    one = call("forget", run_folder, "--lang", lang)
    told = capsys.readouterr().out
    left = contents(run_folder)
    two = call("forget", run_folder, "--lang", lang)

    assert (one, two) == (0, 0)
    assert told.splitlines()[0].split() == [first, *", ".join(sorted(HOUSEHOLD_FILES)).split()]
    assert "toewijzing.xlsx" in told.splitlines()[3]
    assert again in capsys.readouterr().out
    assert contents(run_folder) == left


def test_json_holds_the_same(call, run_folder, capsys):
    call("forget", run_folder, "--json")
    first = json.loads(capsys.readouterr().out)
    call("forget", run_folder, "--json")
    second = json.loads(capsys.readouterr().out)

    assert first["forgotten"] == sorted(HOUSEHOLD_FILES)
    assert (second["forgotten"], second["emptied"]) == ([], {})
    assert first["kept"] == second["kept"] == sorted(entry.name for entry in run_folder.iterdir())


def test_a_file_that_was_put_back_is_forgotten_again(call, made, run_folder):
    call("forget", run_folder)
    once = manifest(run_folder)
    shutil.copy(made[0] / "koppelingen.csv", run_folder)

    code = call("forget", run_folder)

    assert code == 0
    assert naming(run_folder, made[1]) == []
    assert manifest(run_folder)["vergeten"] == once["vergeten"]


def test_a_file_of_the_planner_stays_and_is_named(call, run_folder, capsys):
    (run_folder / "notities").mkdir()
    (run_folder / "notities" / "brief.txt").write_text("van mij")

    call("forget", run_folder)

    assert (run_folder / "notities" / "brief.txt").read_text() == "van mij"
    assert "dus niet bekeken" in capsys.readouterr().out.splitlines()[-1]


def test_what_a_run_that_was_killed_left_beside_the_folder_is_named(call, run_folder, capsys):
    left = run_folder.parent / ".uitkomst.k2j4h5g6"
    (left / "nieuw").mkdir(parents=True)

    call("forget", run_folder)

    assert left.name in capsys.readouterr().out
    assert left.is_dir()


def test_a_manifest_that_was_changed_is_told_by_its_old_hash(call, run_folder):
    """The new hash is right for what stands there now, so the manifest itself says that the old one was not."""
    spoiled = manifest(run_folder) | {"naam": "iets anders"}
    (run_folder / "run.json").write_text(json.dumps(spoiled), "utf-8")

    call("forget", run_folder)

    assert manifest(run_folder)["vergeten"]["hash_voor"] == spoiled["hash"]
    assert manifest(run_folder)["vergeten"]["hash_voor_klopt"] is False
