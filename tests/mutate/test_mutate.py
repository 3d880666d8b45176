"""The runner of faults: what it makes, what it tells of a fault that a test finds, and of one that no test finds."""

import ast
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from mutate.__main__ import Book, Round, drawn
from mutate.groups import GROUPS, Group
from mutate.operators import mutants
from mutate.trial import KILLED, SURVIVED, UNTESTED

ROOT = Path(__file__).parents[2]
MODULE = '''
"""Homes and persons."""

FULL = 3


def room(homes, taken):
    """Count what is free."""
    return max(homes - taken, 0)


def is_full(taken):
    return taken >= FULL


def unseen(taken):
    return taken + 1


class Town:
    def __init__(self, homes):
        self.homes = homes

    @property
    def double(self):
        return 2 * self.homes
'''
TESTS = """
from planted_homes import Town, is_full, room


def test_room():
    assert room(5, 2) == 3


def test_full():
    assert is_full(4)
    assert not is_full(2)


def test_double():
    assert Town(3).double == 6
"""
START = (
    "import sys; from pathlib import Path; from mutate.__main__ import *; from mutate.test_mutate import tried; tried()"
)


def tried():
    """Try every fault of the planted module in this folder; in a process of its own, as pytest runs in it."""
    for warm in (False, True):
        group = Group(("planted_homes.py",), ("test_planted_homes.py",), warm=warm)
        one = Round(Path.cwd(), group, Book(Path(f"{warm}.json")), 1.0, 1)
        assert one.run() == 0
        sys.stdout.write("\n".join([*one.table(), ""]))


@pytest.fixture(scope="module")
def planted(tmp_path_factory):
    """Write a module with tests that leave gaps, and try its faults."""
    folder = tmp_path_factory.mktemp("planted")
    (folder / "planted_homes.py").write_text(MODULE.lstrip(), "utf-8")
    (folder / "test_planted_homes.py").write_text(TESTS.lstrip(), "utf-8")
    env = {**os.environ, "PYTHONPATH": os.pathsep.join([str(folder), str(ROOT / "tests"), str(ROOT)])}
    done = subprocess.run(
        [sys.executable, "-c", START], cwd=folder, env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return folder, done.stdout


def answers(folder, warm):
    found = json.loads((folder / f"{warm}.json").read_text("utf-8")).values()
    return {(told["voor"], told["na"]): told["uitkomst"] for told in found}


@pytest.mark.parametrize("warm", [False, True])
def test_what_a_test_finds_is_killed_and_what_none_finds_survives(planted, warm):
    assert answers(planted[0], warm) == {
        ("homes - taken", "homes + taken"): KILLED,
        ("return max(homes - taken, 0)", "return None"): KILLED,
        ("max", "min"): KILLED,
        ("0", "1"): SURVIVED,
        ("taken >= FULL", "taken > FULL"): SURVIVED,
        ("return taken >= FULL", "return None"): KILLED,
        ("3", "4"): SURVIVED,
        ("taken + 1", "taken - 1"): UNTESTED,
        ("return taken + 1", "return None"): UNTESTED,
        ("1", "2"): UNTESTED,
        ("2 * self.homes", "2 // self.homes"): KILLED,
        ("return 2 * self.homes", "return None"): KILLED,
        ("2", "3"): KILLED,
    }


def test_the_table_counts_them_and_shows_the_survivors_with_their_line(planted):
    assert "| planted_homes.py | 13 | 7 | 3 | 3 | 54% |" in planted[1]
    assert "planted_homes.py:12 overleefd: return taken >= FULL\n    voor: taken >= FULL" in planted[1]


def test_what_was_found_is_tried_again_in_another_module_and_what_was_not_found_with_other_tests_too(planted):
    folder, _ = planted
    group = Group(("planted_homes.py",), ("test_planted_homes.py",))

    def left_after(name):
        with (folder / name).open("a", encoding="utf-8") as file:
            file.write("\n# another\n" if name.endswith(".py") else "")
        return len(list(Round(folder, group, Book(folder / "False.json"), 1.0, 1).todo()))

    assert left_after("nothing.txt") == 0
    assert left_after("test_planted_homes.py") == 6
    assert left_after("planted_homes.py") == 13


def test_the_same_seed_draws_the_same_faults():
    found = mutants(ast.parse(MODULE))

    assert drawn(found, "1:x", 0.3) == drawn(found, "1:x", 0.3)
    assert len(drawn(found, "1:x", 0.3)) == 4
    assert any(drawn(found, "1:x", 0.3) != drawn(found, f"{seed}:x", 0.3) for seed in range(2, 9))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a < b", "a <= b"),
        ("a and b", "a or b"),
        ("x[1:]", "x[:]"),
        ("a if c else b", "a if not c else b"),
        ("not a", "not not a"),
        ("-a", "+a"),
        ("np.minimum(a, b)", "np.maximum(a, b)"),
        ("(a, b)", "(b,)"),
        ("[a for a in b if c]", "[a for a in b if not c]"),
    ],
)
def test_each_kind_of_fault(before, after):
    tree = ast.parse(before)
    whole = []
    for mutant in mutants(tree):
        node, field, new = mutant.edit
        old = getattr(node, field)
        setattr(node, field, new)
        whole.append(ast.unparse(ast.fix_missing_locations(tree)))
        setattr(node, field, old)

    assert after in whole
    assert ast.unparse(tree) == before


def test_a_statement_that_acts_or_refuses_is_left_out():
    found = mutants(ast.parse("def f(a):\n    if a:\n        raise ValueError('a > 1')\n    a.sort()\n"))

    assert ("raise ValueError('a > 1')", "pass") in {(mutant.before, mutant.after) for mutant in found}
    assert ("a.sort()", "pass") in {(mutant.before, mutant.after) for mutant in found}
    assert len(found) == 3, "nothing inside what is raised"


def test_every_group_names_modules_and_tests_that_are_there():
    for group in GROUPS.values():
        assert all(list(ROOT.glob(pattern)) for pattern in group.modules)
        assert all((ROOT / test).is_file() for test in group.tests)
