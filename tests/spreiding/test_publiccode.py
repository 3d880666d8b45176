"""publiccode.yml describes this version, in the words that the standard knows."""

import tomllib
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
MUST = {
    "publiccodeYmlVersion",
    "name",
    "softwareVersion",
    "platforms",
    "developmentStatus",
    "softwareType",
    "description",
}
MUST |= {"legal", "maintenance", "localisation"}


@pytest.fixture(scope="module")
def told():
    return yaml.safe_load((ROOT / "publiccode.yml").read_text("utf-8"))


@pytest.fixture(scope="module")
def project():
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]


def test_name_version_and_licence_are_those_of_the_package(told, project):
    assert (told["name"], told["softwareVersion"]) == (project["name"], project["version"])
    assert told["legal"]["license"] == project["license"]


def test_the_keys_of_the_standard_are_there(told):
    assert set(told) >= MUST
    assert told["publiccodeYmlVersion"] == "0.5.0"
    assert told["developmentStatus"] in {"concept", "development", "beta", "stable", "obsolete"}
    assert told["maintenance"]["type"] in {"internal", "contract", "community", "none"}


def test_an_address_is_the_publishers_to_fill_in(told):
    assert told.get("url", "https://").startswith("https://")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_both_languages_describe_it_within_the_lengths_of_the_standard(told, language):
    words = told["description"][language]

    assert language in told["localisation"]["availableLanguages"]
    assert len(words["shortDescription"]) <= 150
    assert 150 <= len(words["longDescription"]) <= 10_000
    assert all(len(feature) <= 100 for feature in words["features"])
