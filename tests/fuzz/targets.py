"""What must hold of any bytes: they become a case, or problems that can be told in both languages; nothing else."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from fuzz import corpus
from small_case import write

from inputs.encoding import decode_toml
from inputs.found import Found, _csv, _parquet
from inputs.messages import render, render_all
from inputs.parameters import parse_parameters
from inputs.problems import InputProblems, Problem
from inputs.read import read_whole
from inputs.reader import read_table
from inputs.sheet import Sheet
from inputs.tables import TABLES
from inputs.xlsxfile import read_workbook
from reports.problem_book import problem_book

NAMES = tuple(TABLES)
Reader = Callable[[bytes, str, object], Sheet]


Answer = frozenset[tuple[str, str]]
"""Code and column of every problem that an input got; none: it was read."""


@dataclass(frozen=True)
class Target:
    """A way into the program, and good inputs to start from."""

    run: Callable[[bytes], Answer]
    seeds: Callable[[], list[bytes]]
    tries: int
    answers: int
    """Inputs of the short run, and how many different answers it meets at least: fewer, and it is blind."""


def told(problems: Iterable[Problem]) -> Answer:
    """Ask that every problem can be told, on one line, in both languages."""
    listed = tuple(problems)
    for problem in listed:
        for lang in ("nl", "en"):
            line = render(problem, lang)
            assert line.endswith(f"[{problem.code}]"), line
            assert "\n" not in line, line
    render_all(listed, "nl")
    return frozenset((str(problem.code), problem.kolom or "") for problem in listed)


def _table(data: bytes, read: Reader, suffix: str) -> Answer:
    """Read one table, of which the first byte says which."""
    name = NAMES[data[0] % len(NAMES)] if data else NAMES[0]
    table, bestand, content = TABLES[name], f"{name}{suffix}", data[1:]
    try:
        sheet = read(content, bestand, table)
    except InputProblems as stopped:
        return told(stopped.problems)
    found = read_table(Found(bestand, bestand, sha256=hashlib.sha256(content).hexdigest(), sheet=sheet), table)
    assert len(found.rows) == len(found.regels)
    assert found.complete or any(problem.level == "error" for problem in found.problems)
    return told(found.problems)


def csv(data: bytes) -> Answer:
    """Read a table from CSV."""
    return _table(data, _csv, ".csv")


def parquet(data: bytes) -> Answer:
    """Read a table from Parquet."""
    return _table(data, _parquet, ".parquet")


def workbook(data: bytes) -> Answer:
    """Pass a workbook through the gate and the parser, and every sheet of it through the reader of its table."""
    try:
        sheets = read_workbook(data, "casus.xlsx")
    except InputProblems as stopped:
        return told(stopped.problems)
    return _case(data, "casus.xlsx") if sheets else told(())


def scenario(data: bytes) -> Answer:
    """Read the small case with these choices."""
    return _case(data, "scenario.toml")


def parameters(data: bytes) -> Answer:
    """Read a file of parameters."""
    try:
        parse_parameters(decode_toml(data, "parameters.toml"))
    except InputProblems as stopped:
        return told(stopped.problems)
    return told(())


def case(data: bytes) -> Answer:
    """Read the small case with one table of these bytes; the first says which."""
    name = NAMES[data[0] % len(NAMES)] if data else NAMES[0]
    return _case(data[1:], f"{name}.csv")


def _case(data: bytes, name: str) -> Answer:
    """Read a case of which one file holds these bytes; a workbook stands alone."""
    with TemporaryDirectory(prefix="fuzz-") as made:
        folder = Path(made)
        place = folder if name != "casus.xlsx" else folder / name
        if place == folder:
            write(folder, {name: data})
        else:
            place.write_bytes(data)
        outcome = read_whole(place)
        assert (outcome.case is None) == any(problem.level == "error" for problem in outcome.problems)
        if outcome.problems:
            problem_book(outcome.problems, outcome.sheets, "nl")
        return told(outcome.problems)


TARGETS: dict[str, Target] = {
    "csv": Target(csv, corpus.tables, 6_000, 300),
    "workbook": Target(workbook, corpus.books, 500, 20),
    "scenario": Target(scenario, corpus.scenarios, 200, 20),
    "parameters": Target(parameters, corpus.parameters, 500, 20),
    "parquet": Target(parquet, corpus.parquets, 3_000, 8),
    "case": Target(case, corpus.tables, 100, 50),
}
