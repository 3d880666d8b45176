"""Small faults are made in rules, keys, suppression and verifier, to see how many a test finds.

Run ``PYTHONPATH=tests:. python -m mutate regels --share 0.2``, or ``make mutate SHARE=0.2``. The same seed draws the
same faults. What was found stands in ``uitvoer/mutatie.json`` and is not tried again while the module is as it was;
what was not found is tried again with other tests. Without that file all is tried anew.
"""

import argparse
import ast
import hashlib
import json
import os
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from mutate.groups import GROUPS, Group
from mutate.operators import Mutant, mutants
from mutate.trial import KILLED, OPTIONS, SURVIVED, UNTESTED, Trial, outside

OPERATORS = Path(__file__).with_name("operators.py")
"""With other kinds of fault the numbers of the faults are others."""
LONGEST = 600
"""Longest that a fault outside functions may take [s]."""


class Book:
    """What became of each fault, written after each."""

    def __init__(self, path: Path) -> None:
        self.path, self.faults = path, dict[str, dict[str, str]]()
        self.read()

    def read(self) -> None:
        """Read what was written before, by another process too."""
        if self.path.exists():
            self.faults = json.loads(self.path.read_text("utf-8"))

    def write(self, key: str, **told: str) -> None:
        """Add a fault and write the book whole."""
        self.faults[key] = told
        self.path.parent.mkdir(parents=True, exist_ok=True)
        beside = self.path.with_suffix(".nieuw")
        beside.write_text(json.dumps(self.faults, indent=1, sort_keys=True, ensure_ascii=False), "utf-8")
        beside.replace(self.path)


class Round:
    """The faults of one group that are drawn, and the book in which they are noted."""

    def __init__(self, root: Path, group: Group, book: Book, share: float, seed: int) -> None:
        self.root, self.group, self.book = root, group, book
        self.tests = tuple(str(root / name) for name in group.tests)
        self.modules = {path: ast.parse(path.read_text("utf-8")) for path in _paths(root, group)}
        self.drawn = [
            (path, mutant, f"{path.relative_to(root)}#{number}")
            for path, tree in self.modules.items()
            for number, mutant in drawn(mutants(tree), f"{seed}:{path.relative_to(root)}", share)
        ]
        self.bytes = {path: _hash([path, OPERATORS]) for path in self.modules}
        self.of_tests = _hash([root / name for name in group.tests])

    def todo(self) -> Iterator[tuple[Path, Mutant, str]]:
        """Give what was not tried yet in this module, and what no test found before there were other tests."""
        for path, mutant, key in self.drawn:
            told = self.book.faults.get(key, {})
            same = told.get("module") == self.bytes[path]
            if not same or (told["uitkomst"] != KILLED and told["tests"] != self.of_tests):
                yield path, mutant, key

    def note(self, path: Path, mutant: Mutant, key: str, answer: str) -> None:
        """Write down what became of a fault, and show how far the round is."""
        told = {"regel": str(mutant.line), "voor": mutant.before, "na": mutant.after, "uitkomst": answer}
        self.book.write(key, **told, module=self.bytes[path], tests=self.of_tests)
        print(f"{key}:{mutant.line} {answer}", flush=True)

    def run(self) -> int:
        """Try every fault that is drawn; 1 where the tests fail without a fault."""
        todo = list(self.todo())
        if todo and _apart(lambda: self._inside([fault for fault in todo if fault[1].owner])):
            return 1
        self.book.read()
        for path, mutant, key in self.todo():
            if not mutant.owner:
                code = mutant.code(self.modules[path], str(path))
                self.note(path, mutant, key, outside(path, code, self.tests, LONGEST))
        return 0

    def _inside(self, faults: list[tuple[Path, Mutant, str]]) -> int:
        """Collect once, and try the faults in functions."""

        def then(trial: Trial) -> None:
            if trial.failed:
                print("fails without a fault:", *sorted(set(trial.failed)), sep="\n  ", flush=True)
                return
            with trial.capture.global_and_fixture_disabled():
                for path, mutant, key in faults:
                    code = mutant.code(self.modules[path], str(path))
                    self.note(path, mutant, key, trial.inside(path, mutant.owner, code))

        trial = Trial({str(path) for path in self.modules}, then, warm=self.group.warm)
        return int(pytest.main([*OPTIONS, *self.tests], plugins=[trial]))

    def table(self) -> Iterator[str]:
        """Tell what became of the faults that are drawn, module by module, and show what no test found."""
        yield "| module | mutanten | gedood | overleefd | niet geraakt | gedood |"
        yield "| --- | --: | --: | --: | --: | --: |"
        found = [(path, self.book.faults[key]) for path, _, key in self.drawn if key in self.book.faults]
        for path in self.modules:
            yield line(str(path.relative_to(self.root)), [told["uitkomst"] for where, told in found if where == path])
        yield line("samen", [told["uitkomst"] for _, told in found])
        for path, told in found:
            if told["uitkomst"] != KILLED:
                where = f"{path.relative_to(self.root)}:{told['regel']}"
                whole = path.read_text("utf-8").splitlines()[int(told["regel"]) - 1].strip()
                yield f"{where} {told['uitkomst']}: {whole}\n    voor: {told['voor']}\n    na:   {told['na']}"


def drawn(found: list[Mutant], seed: str, share: float) -> list[tuple[int, Mutant]]:
    """Draw a share of the faults of one module, at least one, by a seed of its own."""
    count = min(len(found), max(1, round(share * len(found))))
    return sorted(Random(seed).sample(list(enumerate(found)), count), key=lambda pair: pair[0])  # noqa: S311  no secret


def line(name: str, answers: list[str]) -> str:
    """Write one line of the table."""
    count = Counter(answers)
    part = f"{count[KILLED] / len(answers):.0%}" if answers else "-"
    return f"| {name} | {len(answers)} | {count[KILLED]} | {count[SURVIVED]} | {count[UNTESTED]} | {part} |"


def _paths(root: Path, group: Group) -> list[Path]:
    return [path for pattern in group.modules for path in sorted(root.glob(pattern))]


def _hash(paths: list[Path]) -> str:
    return hashlib.sha256(b"\0".join(path.read_bytes() for path in paths)).hexdigest()[:16]


def _apart(work) -> int:
    """Do work in a process of its own, which loads the modules that this one must not have."""
    pid = os.fork()
    if pid == 0:
        os._exit(int(work()))
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def main() -> int:
    """Run the groups that are asked for."""
    parser = argparse.ArgumentParser(prog="python -m mutate")
    parser.add_argument("groups", nargs="*", default=tuple(GROUPS), metavar="|".join(GROUPS))
    parser.add_argument("--share", type=float, default=1.0, help="part of the faults of each module that is drawn")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--book", type=Path, default=Path("uitvoer/mutatie.json"), help="what became of each fault")
    asked = parser.parse_args()
    book, code, tables = Book(asked.book), 0, []
    for name in asked.groups:
        this = Round(Path.cwd(), GROUPS[name], book, asked.share, asked.seed)
        code = max(code, this.run())
        tables += [f"\n## {name}\n", *this.table()]
    print("\n".join(tables))
    return code


if __name__ == "__main__":
    sys.exit(main())
