"""A grouping for analysis only: read apart from the case, so that no rule and no goal can see it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from inputs.case import Case
from inputs.check_privacy import veiled
from inputs.codes import Code
from inputs.found import load_table
from inputs.keuzes import Groepsregel
from inputs.problems import InputProblems, Problem
from inputs.reader import read_table
from inputs.tables import Table


@dataclass(frozen=True, slots=True)
class Groepen:
    """Which group each household belongs to, and the sha256 of the file that says so."""

    sha256: str
    groep: Mapping[str, str]

    def missing(self, case: Case) -> list[str]:
        """Name the households of a case that have no group."""
        return sorted({h.huishouden_id for h in case.huishoudens} - self.groep.keys())


def read_groups(file: Path, case: Case) -> Groepen:
    """Read a grouping of the households of a case; the deny-list of column names holds here too.

    Raises
    ------
    InputProblems
        A row is wrong, or a household is unknown or occurs twice.
    """
    table = Table(file.stem, Groepsregel, required=True, key=("huishouden_id",))
    read = read_table(load_table(file, table), table)
    problems, groep, first = list(read.problems), dict[str, str](), dict[str, int]()
    known = {h.huishouden_id for h in case.huishoudens}
    for regel, row in zip(read.regels, read.rows, strict=True):
        name = row.huishouden_id
        if name not in known:
            problems.append(Problem(Code.HUISHOUDEN_ONBEKEND, read.bestand, regel, "huishouden_id", name))
        elif name in groep:
            problems.append(Problem(Code.DUBBEL, read.bestand, regel, "huishouden_id", name, {"eerste": first[name]}))
        groep[name], first[name] = row.groep, regel
    if problems:
        raise InputProblems(veiled(problems, {read.bestand}))
    assert read.bron is not None
    return Groepen(read.bron.sha256, groep)
