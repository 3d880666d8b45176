"""The ledger of a gemeente: what it owed, what came on top, what it was credited, and what it takes to the next period.

A balance is what a gemeente still owes: + is behind, - is ahead. Published balances carry the opposite sign.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from optimizer.quarter import Quarter


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """One period of one gemeente, in whole persons [persons].

    Attributes
    ----------
    opening : int
        Balance at the start of the period.
    share : int
        What the key adds in the period, without carry-over.
    agreed : int
        What agreements add (+) or take away (-).
    credited : int
        Persons housed that count for the gemeente.
    written_off : int
        Part of the opening balance that counts no more; below 0 for a lead that is lost.
    """

    gemeentecode: str
    opening: int
    share: int
    agreed: int
    credited: int
    written_off: int = 0

    @property
    def due(self) -> int:
        """What would bring the balance to 0 in this period [persons]."""
        return self.opening - self.written_off + self.share + self.agreed

    @property
    def closing(self) -> int:
        """Balance at the end of the period, and the opening balance of the next [persons].

        >>> LedgerLine("GM0363", opening=40, share=71, agreed=-3, credited=76).closing
        32
        """
        return self.due - self.credited


def ledger(quarter: Quarter, credited: Sequence[int]) -> tuple[LedgerLine, ...]:
    """Write the ledger of a quarter, in order of gemeentecode.

    Parameters
    ----------
    credited : sequence of int
        Persons that the plan counts for each gemeente [persons].
    """
    forgiven, shares = quarter.case.scenario.achterstand == "kwijtgescholden", quarter.shares
    lines = tuple(
        LedgerLine(g.gemeentecode, g.achterstand, int(key), int(agreed), persons, g.achterstand if forgiven else 0)
        for g, key, agreed, persons in zip(quarter.case.gemeenten, shares.key, shares.agreed, credited, strict=True)
    )
    assert sum(line.agreed for line in lines) == 0, "agreements move persons, they make none"
    return lines


def follows(before: Sequence[LedgerLine], after: Sequence[LedgerLine]) -> None:
    """Ask that a period opens with what the one before it closed with.

    Raises
    ------
    ValueError
        Names every gemeente that opens with another balance, or that only one of the two periods has.
    """
    closed = {line.gemeentecode: line.closing for line in before}
    opened = {line.gemeentecode: line.opening for line in after}
    wrong = [_difference(code, closed, opened) for code in sorted(closed.keys() | opened.keys())]
    if found := [text for text in wrong if text]:
        raise ValueError("; ".join(found))


def _difference(code: str, closed: Mapping[str, int], opened: Mapping[str, int]) -> str:
    """Say how a gemeente's opening differs from its closing before; nothing where it does not."""
    left, right = closed.get(code), opened.get(code)
    return "" if left == right else f"{code} closed with {left} and opens with {right}"
