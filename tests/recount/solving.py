"""Examples are written, bent and solved by the command line, as a planner does."""

import subprocess
import sys
from pathlib import Path

from recount.tampering import rows_of

NOT_PROVEN = 3
"""Exit code of a run whose gap is not proven: its plan must be as true as any other."""


def spreiding(*arguments):
    """Run one command as a planner does."""
    command = [sys.executable, "-m", "spreiding", *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode in (0, NOT_PROVEN), done.stderr


def solved(place: Path, bend=None, more=(), **sizes):
    """Write an example, bend it, and solve it from its folder; give both folders."""
    case, run = place / "case", place / "run"
    spreiding("example", "--out", case, *(word for name, size in sizes.items() for word in (f"--{name}", size)))
    if bend is not None:
        bend(case)
    groups = place / "indeling.csv"
    names = [row["huishouden_id"] for row in rows_of(case / "huishoudens.csv")]
    groups.write_text("\n".join(["huishouden_id;groep", *(f"{name};{'ab'[n % 2]}" for n, name in enumerate(names))]))
    spreiding("solve", case, "--out", run, *(word.format(groups=groups) for word in more))
    return case, run
