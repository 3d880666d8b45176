"""Of each kind of problem in a column the first are listed one by one; of the others it is told how many there are."""

from collections import Counter
from collections.abc import Iterable, Iterator

from inputs.codes import Code
from inputs.problems import Problem

MOST = 20_000
"""Problems of one kind in one column that are listed: a million of them would take a gigabyte."""


class Listed:
    """A list of problems that stays short; warnings are always kept."""

    def __init__(self, problems: Iterable[Problem] = ()) -> None:
        self.problems: list[Problem] = []
        self._count: Counter[tuple[Code, str, str]] = Counter()
        self.extend(problems)

    def add(self, problem: Problem) -> None:
        """Keep a problem, or count it where there are many of its kind."""
        kind = (problem.code, problem.bestand, problem.kolom or "")
        self._count[kind] += 1
        if self._count[kind] <= MOST or problem.level == "warning":
            self.problems.append(problem)

    def extend(self, problems: Iterable[Problem]) -> None:
        """Keep or count several."""
        for problem in problems:
            self.add(problem)

    def __iter__(self) -> Iterator[Problem]:
        """Give the problems that are kept, then how many more there are of each kind."""
        yield from self.problems
        for (code, bestand, kolom), count in self._count.items():
            if count > MOST and code.startswith("F"):
                velden: dict[str, str | int] = {"aantal": count - MOST, "code": code, "hoogstens": MOST}
                yield Problem(Code.MEER_VAN_DEZELFDE, bestand, kolom=kolom or None, velden=velden)
