"""The built wheel, in an environment of its own, does what the checkout does."""

import email
import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from hashlib import sha256
from importlib.metadata import distributions
from pathlib import Path

import pytest

from release.wheel import BUILD, build

ROOT = Path(__file__).parents[2]
PACKAGES = {"inputs", "geodata", "optimizer", "reports", "spreiding", "verifier"}
OFFLINE = ["--no-index", "--no-deps", "--disable-pip-version-check", "--quiet"]


def run(*command, cwd):
    done = subprocess.run([*map(str, command)], cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{command}: {done.stdout}{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """Build from a copy, so that the checkout stays as it is."""
    place = tmp_path_factory.mktemp("wheel")
    return build(place, copied(place / "source"))


def copied(target):
    """Copy what the wheel is made of."""
    target.mkdir()
    for name in PACKAGES:
        shutil.copytree(ROOT / name, target / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, target)
    return target


def digest(path):
    return sha256(path.read_bytes()).hexdigest()


@pytest.fixture(scope="module")
def environment(wheel, tmp_path_factory):
    """Install the wheel in a fresh environment; the dependencies are seen through a .pth file, the checkout is not.

    A folder named in a .pth file is searched, but the .pth files in it are not read: so an editable installation of
    the checkout stays out of sight.
    """
    place = tmp_path_factory.mktemp("fresh environment")
    run(sys.executable, "-m", "venv", place, cwd=place)
    scheme = sysconfig.get_paths("venv", vars={"base": str(place), "platbase": str(place)})
    Path(scheme["purelib"], "dependencies.pth").write_text(sysconfig.get_paths()["purelib"] + "\n", "utf-8")
    python = Path(scheme["scripts"], "python")
    run(python, "-m", "pip", "install", *OFFLINE, "--ignore-installed", wheel, cwd=place)
    return python


def test_the_wheel_holds_the_five_packages_and_nothing_else(wheel):
    with zipfile.ZipFile(wheel) as archive:
        tops = {name.split("/")[0] for name in archive.namelist()}

    assert {top for top in tops if not top.endswith(".dist-info")} == PACKAGES


def test_a_build_elsewhere_and_later_gives_the_same_bytes(wheel, tmp_path, monkeypatch):
    source = copied(tmp_path / "een andere map é")
    for path in (source, *source.rglob("*")):
        path.chmod(0o700 if path.is_dir() else 0o600)
        os.utime(path, (1_000_000_000, 1_000_000_000))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    before = os.umask(0o077)
    try:
        again = build(tmp_path / "gebouwd", source)
    finally:
        os.umask(before)

    assert digest(again) == digest(wheel)


def test_another_source_or_a_moment_of_the_caller_would_give_other_bytes(wheel, tmp_path, monkeypatch):
    source = copied(tmp_path / "source")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    run(sys.executable, *BUILD, "--wheel-dir", tmp_path / "bare", source, cwd=tmp_path)
    text = source / "inputs" / "data" / "parameters.toml"
    text.write_text(text.read_text("utf-8") + "#\n", "utf-8")

    assert digest(next((tmp_path / "bare").glob("*.whl"))) != digest(wheel)
    assert digest(build(tmp_path / "changed", source)) != digest(wheel)


def test_the_wheel_holds_data_licence_and_version(wheel):
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        metadata = email.message_from_bytes(archive.read(next(n for n in names if n.endswith("/METADATA"))))

    assert "inputs/data/parameters.toml" in names
    assert any(name.endswith("/licenses/LICENSE") for name in names)
    assert metadata["License-Expression"] == "EUPL-1.2"


def test_no_other_distribution_owns_a_name_of_ours():
    owners = {
        (file.parts[0].removesuffix(".py"), distribution.name)
        for distribution in distributions()
        if distribution.name != "spreiding"
        for file in distribution.files or ()
    }

    assert {owner for owner in owners if owner[0] in PACKAGES} == set()


def test_the_wheel_solves_the_example_beside_data_folders_of_the_same_name(environment, tmp_path):
    for name in ("inputs", "reports"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "gemeenten.csv").write_text("gemeentecode\n", "utf-8")
    spreiding = environment.with_name("spreiding")

    run(spreiding, "solve", "--example", "klein", "--out", "uitkomst", cwd=tmp_path)
    run(spreiding, "report", "uitkomst", "--site", cwd=tmp_path)

    assert (tmp_path / "uitkomst" / "kaart.html").is_file()
    assert (tmp_path / "uitkomst" / "run.json").is_file()
    assert len(list((tmp_path / "uitkomst" / "site" / "bladen").glob("GM*.pdf"))) == 10


def test_the_fresh_environment_imports_the_wheel_and_not_the_checkout(environment, tmp_path):
    places = run(
        environment,
        "-c",
        f"import {', '.join(sorted(PACKAGES))}; print(inputs.__file__, reports.__file__, sep='\\n')",
        cwd=tmp_path,
    )

    assert [Path(place).is_relative_to(environment.parents[1]) for place in places.split("\n")[:2]] == [True, True]
