"""The bill of materials is complete, names nothing twice, and has the same bytes each time."""

import dataclasses
import json
import os
import re
import subprocess
import sys
from collections import Counter
from hashlib import sha256
from pathlib import Path

import pytest

from release.locks import read_lock
from release.parts import read_parts
from release.sbom import bom_text

ROOT = Path(__file__).parents[2]
PRINT = """
import sys
from release.sbom import bom_text, read_lock, read_parts
sys.stdout.buffer.write(bom_text(read_lock("use"), read_parts()).encode())
"""


def bom(lock=None, parts=None):
    return json.loads(bom_text(read_lock("use") if lock is None else lock, read_parts() if parts is None else parts))


def files(told):
    return [(f["name"], f["hashes"][0]["content"]) for part in told["components"] for f in part.get("components", ())]


def faults(told):
    """Compare with the text of the lock and with the folders, without the readers of the program."""
    text = (ROOT / "locks" / "use.txt").read_text("utf-8")
    packages = Counter(re.findall(r"^([\w.-]+)==([^\s;]+)", text, re.MULTILINE))
    named = Counter((c["name"], c["version"]) for c in told["components"] if c.get("purl", "").startswith("pkg:pypi/"))
    vendored = Counter(
        (path.relative_to(ROOT).as_posix(), sha256(path.read_bytes()).hexdigest())
        for folder in ("reports/vendor", "geodata/data")
        for path in (ROOT / folder).iterdir()
        if path.name != "LICENTIE.md"
    )
    there = Counter(files(told))
    twice = [name for name, count in there.items() if count > 1]
    return sorted([*(packages - named), *(named - packages), *(vendored - there), *twice])


def test_everything_locked_for_use_and_every_vendored_file_is_named_once():
    told = bom()

    assert faults(told) == []
    assert {name for name, _ in files(told)} >= {"inputs/data/gemeenten_2026.csv", "reports/vendor/leaflet.js"}


def test_a_package_left_out_is_missed():
    lock = [package for package in read_lock("use") if package.name != "tzdata"]

    assert [name for name, _ in faults(bom(lock))] == ["tzdata"]


def test_a_package_that_is_named_in_two_versions_is_seen():
    twice = dataclasses.replace(read_lock("use")[0], name="jinja2", version="0.1")

    assert faults(bom([*read_lock("use"), twice])) == [("jinja2", "0.1")]


def test_a_vendored_file_left_out_or_in_two_parts_is_seen():
    leaflet, *others = read_parts()

    assert {name for name, _ in faults(bom(parts=others))} == {
        "reports/vendor/leaflet.css",
        "reports/vendor/leaflet.js",
    }
    again = dataclasses.replace(leaflet, naam="nog eens")
    assert {name for name, _ in faults(bom(parts=[leaflet, again, *others]))} == {
        "reports/vendor/leaflet.css",
        "reports/vendor/leaflet.js",
    }


def test_every_component_has_version_licence_and_its_hashes():
    told = bom()
    text = (ROOT / "locks" / "use.txt").read_text("utf-8")

    packages = [c for c in told["components"] if c.get("purl", "").startswith("pkg:pypi/")]

    assert all(c["version"] and c["licenses"][0]["expression"] for c in told["components"])
    assert sorted(h["content"] for c in packages for h in c["hashes"]) == sorted(re.findall(r"sha256:(\w{64})\b", text))
    assert all(c["purl"] == f"pkg:pypi/{c['name']}@{c['version']}" for c in packages)


def test_it_tells_who_asks_for_what():
    asks = {line["ref"].split("==")[0]: line.get("dependsOn", []) for line in bom()["dependencies"]}

    assert [ref.split("==")[0] for ref in asks["markdown-it-py"]] == ["mdurl"]
    assert {"onderdeel/leaflet"} < set(asks["spreiding"])
    assert {ref for refs in asks.values() for ref in refs} >= {c["bom-ref"] for c in bom()["components"]}


def test_the_same_checkout_gives_the_same_bytes(tmp_path):
    path = os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])
    made = {
        subprocess.run(
            [sys.executable, "-c", PRINT],
            cwd=tmp_path,
            env=os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": path},
            capture_output=True,
            check=True,
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    }

    assert made == {bom_text(read_lock("use"), read_parts()).encode()}


def test_it_has_a_time_only_when_one_is_given_and_a_number_of_its_content():
    lock, parts = read_lock("use"), read_parts()
    untimed, timed, other = bom(), json.loads(bom_text(lock, parts, 86_400)), bom(lock[1:])

    assert "timestamp" not in untimed["metadata"]
    assert timed["metadata"]["timestamp"] == "1970-01-02T00:00:00+00:00"
    assert untimed["serialNumber"] == timed["serialNumber"] != other["serialNumber"]


def test_it_is_cyclonedx_1_6():
    schema = pytest.importorskip("cyclonedx.schema")
    pytest.importorskip("jsonschema", reason="comes with the release extra; make sbom always asks the schema")
    validation = pytest.importorskip("cyclonedx.validation.json")
    strict = validation.JsonStrictValidator(schema.SchemaVersion.V1_6)

    assert strict.validate_str(bom_text(read_lock("use"), read_parts())) is None
    assert strict.validate_str('{"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 0}') is not None
