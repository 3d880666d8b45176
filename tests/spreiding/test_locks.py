"""What is installed is locked: every package, one version, the sha256 of every file, on every system."""

import re
import tomllib
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from release.locks import LOCKS, parse, read_lock

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
NAMES = ("use", "cluster", "build", "test", "fuzz", "release")
SYSTEMS = {"linux": ("Linux", "posix"), "darwin": ("Darwin", "posix"), "win32": ("Windows", "nt")}
SURROUNDINGS = [
    {"python_version": python, "python_full_version": f"{python}.1", "sys_platform": system}
    | {"platform_system": SYSTEMS[system][0], "os_name": SYSTEMS[system][1], "extra": ""}
    for python in ("3.11", "3.12", "3.13", "3.14")
    for system in SYSTEMS
]


def asked(name):
    """Give what pyproject.toml asks of a lock."""
    if name == "build":
        return [Requirement(text) for text in PROJECT["dependency-groups"]["build"]]
    extra = [] if name == "use" else PROJECT["project"]["optional-dependencies"][name]
    return [Requirement(text) for text in (*PROJECT["project"]["dependencies"], *extra)]


def unfit(asked_for, lock):
    """Name what is asked for and not locked, or in a version that is not wanted."""
    versions = {package.name: package.version for package in lock}
    return [
        requirement.name
        for requirement in asked_for
        if not requirement.specifier.contains(versions.get(canonicalize_name(requirement.name), "0"))
        or canonicalize_name(requirement.name) not in versions
    ]


def unlocked(asked_for, lock, surroundings):
    """Walk from what is asked for along the metadata of packages, and name what a system needs and the lock lacks."""
    present = {p.name for p in lock if not p.marker or Requirement(f"x ; {p.marker}").marker.evaluate(surroundings)}
    todo, seen, lacking = list(asked_for), set(), set()
    while todo:
        requirement = todo.pop()
        name = canonicalize_name(requirement.name)
        if (name, *sorted(requirement.extras)) in seen:
            continue
        seen.add((name, *sorted(requirement.extras)))
        if name not in present:
            lacking.add(name)
        todo += needs(name, requirement.extras, surroundings)
    return lacking


def needs(name, extras, surroundings):
    try:
        lines = [Requirement(text) for text in requires(name) or ()]
    except PackageNotFoundError:
        return []
    return [
        line
        for line in lines
        if line.marker is None or any(line.marker.evaluate(surroundings | {"extra": e}) for e in ("", *extras))
    ]


@pytest.mark.parametrize("name", NAMES)
def test_a_lock_holds_what_pyproject_asks_in_a_version_that_fits(name):
    """Otherwise run: make lock."""
    assert unfit(asked(name), read_lock(name)) == []


def test_a_lock_that_was_not_remade_is_seen():
    lock = read_lock("use")

    assert unfit(asked("use"), [package for package in lock if package.name != "scipy"]) == ["scipy"]
    assert unfit([Requirement("pandas>=999")], lock) == ["pandas"]
    assert unfit([Requirement("nieuw")], lock) == ["nieuw"]


@pytest.mark.parametrize("surroundings", SURROUNDINGS, ids=lambda s: f"{s['sys_platform']}-{s['python_version']}")
@pytest.mark.parametrize("name", ["use", "test"])
def test_a_lock_holds_whatever_those_packages_need_on_each_system(name, surroundings):
    assert unlocked(asked(name), read_lock(name), surroundings) == set()


def test_a_package_that_only_another_package_needs_is_missed_when_it_is_gone():
    lock = [package for package in read_lock("use") if package.name not in {"mdurl", "colorama"}]

    assert unlocked(asked("use"), lock, SURROUNDINGS[0]) == {"mdurl"}
    assert unlocked(asked("use"), lock, SURROUNDINGS[2]) == {"mdurl", "colorama"}


def apart(locks, constraints):
    """Name the packages that have two versions in all, or another than constraints.txt says."""
    versions = {}
    for package in (package for lock in locks for package in lock):
        versions.setdefault(package.name, {constraints.get(package.name, package.version)}).add(package.version)
    return sorted(name for name, found in versions.items() if len(found) > 1)


def constraints():
    lines = re.findall(r"^([\w.-]+)==(\S+)$", (ROOT / "constraints.txt").read_text("utf-8"), re.MULTILINE)
    return {canonicalize_name(name): version for name, version in lines}


def test_every_package_has_one_version_in_all_locks_and_in_constraints():
    assert apart(map(read_lock, NAMES), constraints()) == []


def test_a_version_that_differs_is_seen():
    lock = read_lock("build")

    assert apart([lock], {"pluggy": "0.1"}) == ["pluggy"]
    assert apart([lock, parse(f"pluggy==0.1\n    --hash=sha256:{'0' * 64}")], {}) == ["pluggy"]


@pytest.mark.parametrize(
    "text",
    [
        "mdurl==0.1.2",
        f"mdurl>=0.1.2\n    --hash=sha256:{'0' * 64}",
        f"mdurl==0.1.2\n    --hash=sha256:{'0' * 63}",
        f"mdurl==0.1.2\n    --hash=md5:{'0' * 64}",
        "-e .",
        f"mdurl @ git+ssh://x\n    --hash=sha256:{'0' * 64}",
    ],
)
def test_a_line_without_exact_version_or_sha256_is_refused(text):
    with pytest.raises(ValueError, match="make lock"):
        parse(text)


@pytest.mark.parametrize("name", NAMES)
def test_every_lock_says_how_it_is_made(name):
    assert "\n#    make lock\n" in (LOCKS / f"{name}.txt").read_text("utf-8")


def test_make_installs_by_hash_and_nothing_else_but_the_checkout():
    lines = (ROOT / "Makefile").read_text("utf-8").splitlines()

    direct = [line.strip() for line in lines if "$(PIP)" in line]

    assert direct == [
        "INSTALL := $(PIP) --require-hashes --only-binary :all:",
        "$(PIP) --no-deps --no-build-isolation --editable .",
    ]
    assert [line for line in lines if "pip install" in line and not line.startswith("PIP := ")] == []


def test_what_could_not_be_audited_fails_the_audit():
    recipe = (ROOT / "Makefile").read_text("utf-8").split("\naudit:")[1].split("\n\n")[0]

    assert "--strict" in recipe
    assert f"$(foreach lock,{' '.join(NAMES)}," in recipe
