"""Whatever is changed in a run folder is found and named: by its hash, and by its content where hashes are forged."""

import json
from pathlib import Path

import pytest
from forgery import TAMPERS, in_geopackage
from recount.tampering import change, change_run, sealed

from verifier.verify import Input, verify

HASHED = (
    "bewijs.csv",
    "geld.csv",
    "gelijk_plan.csv",
    "groottes.csv",
    "gemeenten.csv",
    "gemeenten.gpkg",
    "gemeenten.parquet",
    "kaart.html",
    "kengetallen.html",
)
HASHED += ("koppelingen.csv", "ongeplaatst.csv", "plaatsen.csv", "prijzen.csv", "tekorten.csv", "toewijzing.xlsx")
HASHED += ("uitleg.csv", "uitleg_gemeenten.csv", "vergelijkingen.csv")
"""Every file of a run but its manifest."""


def found(copy):
    """Check a run and give each difference as a line."""
    return [str(finding) for finding in verify(copy.run, Input(copy.case)).findings]


def flip_digit(path: Path) -> None:
    """Change one digit near the middle of a file."""
    content = path.read_bytes()
    at = next(n for n in range(len(content) // 2, len(content)) if content[n : n + 1].isdigit())
    path.write_bytes(content[:at] + (b"1" if content[at : at + 1] == b"2" else b"2") + content[at + 1 :])


def test_the_list_of_files_is_that_of_a_run(copy):
    assert {path.name for path in copy.run.iterdir()} == {*HASHED, "run.json"}


@pytest.mark.parametrize("name", HASHED)
def test_one_digit_changed_in_a_file_is_found_by_its_hash(name, copy):
    if name == "gemeenten.gpkg":  # known by content: free bytes of a database do not count
        in_geopackage(copy.run, "UPDATE gemeenten SET inwoners = inwoners + 1")
    else:
        flip_digit(copy.run / name)

    assert any(line.startswith(f"{name}: sha256 = ") for line in found(copy)), found(copy)


@pytest.mark.parametrize("name", HASHED)
def test_a_file_that_is_gone_is_found(name, copy):
    (copy.run / name).unlink()

    assert f"{name}: sha256 = no such file" in "\n".join(found(copy))


@pytest.mark.parametrize("name", [name for name in HASHED if name != "bewijs.csv"])
def test_a_file_that_the_manifest_no_longer_covers_is_found(name, copy):
    change_run(copy.run, lambda run: (run["outputs"].pop(name, None), run["outputs_inhoud"].pop(name, None)))
    sealed(copy.case, copy.run)

    assert any(line.startswith(f"{name}: sha256 = ") for line in found(copy))


@pytest.mark.parametrize("tamper", TAMPERS, ids=lambda tamper: tamper.__name__)
def test_a_change_is_found_and_named_also_when_every_hash_is_forged(tamper, copy):
    words = tamper(copy.run)
    sealed(copy.case, copy.run)

    lines = found(copy)

    assert any(all(word in line for word in words) for line in lines), lines[:20]
    assert not any("sha256" in line for line in lines) or "sha256" in words


@pytest.mark.parametrize("name", ["hash", "warnings", "versions", "marges"])
def test_a_changed_manifest_no_longer_has_its_own_hash(name, copy):
    change_run(copy.run, lambda run: run.update({name: "anders"}))

    assert [line for line in found(copy) if line.startswith("run.json: hash = ")]


def test_a_view_in_a_geopackage_is_not_asked(copy):
    in_geopackage(copy.run, "ALTER TABLE gemeenten RENAME TO anders")
    in_geopackage(copy.run, "CREATE VIEW gemeenten AS SELECT * FROM anders")

    assert any(line.startswith("gemeenten.gpkg: sha256 = cannot be read") for line in found(copy))


def test_only_the_runtime_of_a_manifest_may_change(copy):
    change_run(copy.run, lambda run: run["runtime"].update(seconds={}))

    assert found(copy) == []


def test_a_difference_has_file_line_row_column_found_and_expected(copy):
    change(copy.run / "koppelingen.csv", lambda rows: rows[3].update(slaapt="9"))
    sealed(copy.case, copy.run)

    finding = next(f for f in verify(copy.run, Input(copy.case)).findings if f.column == "slaapt" and f.line)

    content = finding.content("nl")
    assert (content["file"], content["line"], content["column"], content["found"]) == (
        "koppelingen.csv",
        5,
        "slaapt",
        "9",
    )
    assert content["row"].startswith(copy.placed[3]["huishouden_id"])
    assert content["expected"] == copy.placed[3]["slaapt"]
    assert json.dumps(content)
