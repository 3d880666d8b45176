"""The shape of the code: one direction, no hidden inputs, short files and functions."""

import ast
import re
import statistics
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BELOW = ("inputs", "geodata", "optimizer", "reports", "verifier")
PACKAGES = (*BELOW, "spreiding")
HIDDEN_INPUTS = {"time", "random", "secrets", "uuid", "os.environ", "os.getenv", "locale", "getpass"}
CLOCK_CALLS = {"now", "today", "utcnow", "default_rng", "seed"}
CLOCK = Path("optimizer/clock.py")


def modules(packages=PACKAGES):
    return [path for package in packages for path in sorted((ROOT / package).rglob("*.py"))]


def functions(path):
    tree = ast.parse(path.read_text("utf-8"))
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def test_the_packages_keep_to_one_direction():
    tool = Path(sys.executable).with_name("lint-imports")

    result = subprocess.run([tool, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)

    assert result.returncode == 0, result.stdout + result.stderr


def test_only_the_command_line_reads_clock_chance_and_environment():
    found = [
        f"{path.relative_to(ROOT)}:{line} {name}"
        for path in modules(BELOW)
        if path.relative_to(ROOT) != CLOCK
        for line, name in hidden_inputs(ast.parse(path.read_text("utf-8")))
    ]

    assert found == []


def hidden_inputs(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names if alias.name in HIDDEN_INPUTS)
        elif isinstance(node, ast.ImportFrom):
            names = {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
            yield from ((node.lineno, name) for name in names & HIDDEN_INPUTS)
        elif named(node) or unseeded(node):
            yield node.lineno, ast.unparse(node)


def named(node):
    """Tell whether a part of the environment is named."""
    return isinstance(node, ast.Attribute) and ast.unparse(node) in HIDDEN_INPUTS


def unseeded(node):
    """Tell whether the clock is called, or a generator of chance without a seed."""
    called = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in CLOCK_CALLS
    return called and not node.args and not node.keywords


@pytest.mark.parametrize(
    "code",
    [
        "import time",
        "from os import environ",
        "import os\nos.environ['HOME']",
        "from datetime import datetime\ndatetime.now()",
        "import random",
        "import numpy as np\nnp.random.default_rng()",
    ],
)
def test_a_hidden_input_is_seen(code):
    assert list(hidden_inputs(ast.parse(code)))


def test_the_clock_module_only_measures():
    if not (ROOT / CLOCK).exists():
        pytest.skip("the optimizer measures nothing")

    text = (ROOT / CLOCK).read_text("utf-8")

    assert not re.search(r"datetime|environ|random", text)


def test_every_file_is_at_most_300_lines():
    long = {str(path.relative_to(ROOT)): n for path in all_python() if (n := lines(path)) > 300}

    assert long == {}


def all_python():
    return [*modules((*PACKAGES, "release")), *sorted((ROOT / "tests").rglob("*.py"))]


def lines(path):
    return len(path.read_text("utf-8").splitlines())


def test_every_function_is_at_most_60_lines_and_half_of_them_at_most_10(record_property):
    sizes = {
        f"{path.relative_to(ROOT)}:{node.name}": node.end_lineno - node.lineno + 1
        for path in modules()
        for node in functions(path)
    }
    median = statistics.median(sizes.values())
    record_property("median_function_lines", median)

    assert {name: size for name, size in sizes.items() if size > 60} == {}
    assert median <= 10


def test_no_tracked_file_names_a_machine_or_a_package_registry():
    listed = subprocess.run(
        ["git", "-c", "safe.directory=*", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if listed.returncode != 0 or not listed.stdout:
        pytest.skip("not a git checkout")

    found = [
        f"{name}: {match[0]!r}"
        for name in listed.stdout.rstrip("\0").split("\0")
        if (ROOT / name).is_file() and (ROOT / name) != Path(__file__)
        for match in FORBIDDEN.finditer((ROOT / name).read_text("utf-8", errors="replace"))
    ]

    assert found == []


FORBIDDEN = re.compile(
    r"(?<![\w.\-/<>:])/(?:home|root|work|Users|tmp|opt|mnt|srv)/\w[^\s\"')]*"
    r"|[A-Z]:\\Users\\\w+"
    r"|https?://[^\s\"')]*(?:pypi|pythonhosted|registry\.|npmjs|artifactory|/simple\b)[^\s\"')]*"
    r"|--(?:extra-)?index-url|--find-links"
)


@pytest.mark.parametrize("text", ["/" + "home/jan/x", "https://" + "pypi.org/simple", "see /" + "work/main/x.py"])
def test_a_machine_or_registry_is_seen(text):
    assert FORBIDDEN.search(text)


@pytest.mark.parametrize("text", ["inputs/data/x.csv", "opvang/home/x", "https://www.cbs.nl/work/x", "</work/>"])
def test_an_ordinary_path_is_not(text):
    assert not FORBIDDEN.search(text)
