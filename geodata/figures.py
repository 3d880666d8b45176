"""A table of gemeenten from StatLine is written for the planner to review, beside what changed since the facts."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass

from geodata.statline import Gemeente, Table, Vraag
from inputs.facts import Feit
from inputs.formulas import neutral

COLUMNS = ("gemeentecode", "naam", "provincie", "arbeidsmarktregio", "coropgebied", "inwoners", "bron", "peildatum")
"""Those of the embedded table of gemeenten, with the COROP area."""
LARGEST = 10
"""Changes of inhabitants that are named."""


@dataclass(frozen=True, slots=True)
class Wijziging:
    """The inhabitants of a gemeente in the embedded table and in the new one [persons]."""

    gemeentecode: str
    naam: str
    was: int
    wordt: int

    @property
    def deel(self) -> float:
        """Change as a part of what it was [1]."""
        return self.wordt / self.was - 1


@dataclass(frozen=True, slots=True)
class Vergelijking:
    """What differs from the embedded table.

    Attributes
    ----------
    nieuw, vervallen : tuple of str
        Gemeenten in one of the two tables only, as code and name.
    andere_naam, andere_regio : tuple of str
        Code, and what was and what is the name, or the provincie or arbeidsmarktregio.
    wijzigingen : tuple of Wijziging
        The largest changes of inhabitants, in parts of what it was; largest first.
    was, wordt : int
        Inhabitants of all gemeenten [persons].
    """

    nieuw: tuple[str, ...]
    vervallen: tuple[str, ...]
    andere_naam: tuple[str, ...]
    andere_regio: tuple[str, ...]
    wijzigingen: tuple[Wijziging, ...]
    was: int
    wordt: int


def as_csv(vraag: Vraag, table: Table, moment: str) -> bytes:
    """Write the table in the shape of the embedded one, with a mark by which Excel knows the letters."""
    bron = f"CBS {vraag.table}, opgehaald {moment[:10]}"
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=";", lineterminator="\n")
    writer.writerow(COLUMNS)
    for g in table.gemeenten:
        row = (g.gemeentecode, g.naam, g.provincie, g.arbeidsmarktregio, g.coropgebied)
        writer.writerow((*map(neutral, row), g.inwoners, bron, f"{vraag.jaar}-01-01"))
    return stream.getvalue().encode("utf-8-sig")


def compare(gemeenten: Sequence[Gemeente], facts: Sequence[Feit]) -> Vergelijking:
    """Compare a table with the embedded one."""
    new, old = {g.gemeentecode: g for g in gemeenten}, {f.gemeentecode: f for f in facts}
    both = [(old[code], new[code]) for code in sorted(old.keys() & new.keys())]
    changes = [Wijziging(f.gemeentecode, g.naam, f.inwoners, g.inwoners) for f, g in both if f.inwoners != g.inwoners]
    return Vergelijking(
        nieuw=tuple(f"{code} {new[code].naam}" for code in sorted(new.keys() - old.keys())),
        vervallen=tuple(f"{code} {old[code].naam}" for code in sorted(old.keys() - new.keys())),
        andere_naam=tuple(f"{f.gemeentecode} {f.naam} → {g.naam}" for f, g in both if f.naam != g.naam),
        andere_regio=tuple(
            f"{f.gemeentecode} {was} → {wordt}"
            for f, g in both
            for was, wordt in ((f.provincie, g.provincie), (f.arbeidsmarktregio, g.arbeidsmarktregio))
            if was != wordt
        ),
        wijzigingen=tuple(sorted(changes, key=lambda w: (-abs(w.deel), w.gemeentecode))[:LARGEST]),
        was=sum(f.inwoners for f in facts),
        wordt=sum(g.inwoners for g in gemeenten),
    )
