"""Every package and every file of others has a known licence that goes with EUPL-1.2."""

import dataclasses
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import pytest

from release.licences import PAGE, allowed, facts, licence, page, told_by
from release.locks import Locked, read_lock
from release.parts import digest, read_parts, unclassified

ROOT = Path(__file__).parents[2]


def test_the_committed_page_is_the_one_that_is_written():
    """Rewrite it with: make licenties."""
    assert (ROOT / "docs" / PAGE).read_text("utf-8") == page()


def test_every_licence_is_on_the_list():
    names = {package.name: licence(package) for package in read_lock("use")}
    names |= {part.naam: part.licentie for part in read_parts()}

    assert {name: text for name, text in names.items() if not allowed(text)} == {}


@pytest.mark.parametrize(
    "text",
    [
        "GPL-3.0-only",
        "AGPL-3.0-only",
        "MIT AND GPL-2.0-only",
        "SSPL-1.0",
        "Vrij te gebruiken",
        "",
        "GPL-3.0-only OR SSPL-1.0",
    ],
)
def test_a_licence_that_is_not_on_the_list_is_refused(text):
    assert not allowed(text)


@pytest.mark.parametrize(
    ("metadata", "told"),
    [
        ({"license_expression": "GPL-3.0-only", "license": "MIT"}, "GPL-3.0-only"),
        ({"license": "MIT"}, "MIT"),
        ({"license": "MIT License\n\nPermission is hereby granted"}, None),
        ({"classifier": ["License :: OSI Approved :: BSD License"]}, None),
        ({"classifier": ["License :: OSI Approved :: MIT License", "Topic :: Text Processing"]}, "MIT"),
        ({"classifier": ["License :: OSI Approved :: MIT License", "License :: OSI Approved :: BSD License"]}, None),
        ({}, None),
    ],
)
def test_metadata_that_leave_a_doubt_tell_nothing(metadata, told):
    assert told_by(metadata) == told


def test_a_package_of_which_nobody_knows_the_licence_is_refused():
    with pytest.raises(ValueError, match="settle its licence"):
        licence(Locked("bestaat-niet", "1", "", (), ()))
    rich = next(package for package in read_lock("use") if package.name == "rich")
    with pytest.raises(ValueError, match="is locked"):
        licence(dataclasses.replace(rich, version="0.1"))


@pytest.mark.parametrize("name", facts()["vastgesteld"])
def test_we_settle_a_licence_only_where_the_metadata_do_not(name):
    assert name in {package.name for package in read_lock("use")}
    try:
        told = told_by(distribution(name).metadata.json)
    except PackageNotFoundError:
        return

    assert told is None


def test_what_wheels_bring_along_is_told_of_packages_that_are_used():
    assert set(facts()["meegeleverd"]) <= {package.name for package in read_lock("use")}


def test_every_file_in_the_packages_is_ours_or_a_part():
    """Add a new file to release/onderdelen.toml."""
    assert unclassified() == []


def test_a_file_of_unknown_origin_is_seen(tmp_path):
    for name in ("reports/vendor/nieuw.js", "reports/vendor/leaflet.js", "reports/templates/eigen.css"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("", "utf-8")

    assert unclassified(tmp_path) == ["reports/vendor/nieuw.js"]


def test_every_part_lies_where_it_is_said_to_lie_and_was_not_changed_since():
    kept = {path: text for part in read_parts() for path, text in part.bestanden.items()}

    assert [path for path in kept if not (ROOT / path).is_file()] == []
    assert {path: text for path, text in kept.items() if text and text != digest(path)} == {}
    assert {path for path, text in kept.items() if text} == {"reports/vendor/leaflet.js", "reports/vendor/leaflet.css"}


def test_every_part_is_thanked_where_its_licence_asks_for_it():
    told = "".join((ROOT / name).read_text("utf-8") for name in ("README.md", "geodata/data/LICENTIE.md"))

    assert [
        name for name in ("GeoNames", "Natural Earth", "CC BY 4.0", "CBS", "Leaflet 1.9.4") if name not in told
    ] == []
    assert "Redistribution and use" in (ROOT / "reports/vendor/LICENTIE.md").read_text("utf-8")
