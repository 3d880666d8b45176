"""What a planner has locked: who lives where, who does not, and how many persons count for a gemeente."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from verifier.read import Row

KINDS = ("vast", "verboden", "min", "max")


@dataclass(frozen=True)
class Locks:
    """What a planner has locked.

    Attributes
    ----------
    goes : dict
        Household to the gemeente where it is to live.
    closed : set
        Pairs of a household and the gemeente where it may not live; without a household nobody may.
    least, most : dict
        Gemeente to the persons that count for it at least and at most [persons].
    """

    goes: dict[str, str] = field(default_factory=dict)
    closed: set[tuple[str, str]] = field(default_factory=set)
    least: dict[str, int] = field(default_factory=dict)
    most: dict[str, int] = field(default_factory=dict)


def read_locks(rows: Iterable[Row]) -> Locks:
    """Read the locks; of two on the number of one gemeente the strictest counts."""
    locks = Locks()
    for row in rows:
        row.code("gemeentecode", empty=True)
        row.choice("soort", *KINDS)
        who, town = row.get("huishouden_id", ""), row.get("gemeentecode", "")
        if row["soort"] == "vast":
            locks.goes[who] = row.code("waarde")
        elif row["soort"] == "verboden":
            locks.closed.add((who, row.code("waarde") if who else town))
        elif row["soort"] == "min":
            locks.least[town] = max(row.whole("waarde"), locks.least.get(town, 0))
        else:
            locks.most[town] = min(row.whole("waarde"), locks.most.get(town, row.whole("waarde")))
    return locks
