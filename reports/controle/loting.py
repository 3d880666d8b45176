"""Three gemeenten by lot from the hash of a run: nobody can pick favourable ones, and anybody can draw them again."""

from collections.abc import Sequence
from dataclasses import dataclass

SIGNS = 8
"""Signs of the hash in one draw; Excel turns up to ten into a number [signs]."""
DRAWN = 3
"""Gemeenten that are drawn [gemeenten]."""


@dataclass(frozen=True, slots=True)
class Trekking:
    """One draw: signs of the hash, their number, the row that it names, and whether that row was drawn before."""

    tekens: str
    getal: int
    nummer: int
    code: str
    al: bool


def loting(kenmerk: str, codes: Sequence[str], aantal: int = DRAWN) -> list[Trekking]:
    """Draw gemeenten: eight signs of the hash as a number, modulo the count of gemeenten, plus 1 is a row.

    A row that was drawn before is passed over; where the hash runs out the rows after the last drawn one follow.

    >>> [draw.code for draw in loting("00000001" "0000000a" "00000002" + 40 * "0", ["A", "B", "C", "D"])]
    ['B', 'C', 'C', 'A']
    """
    draws = list[Trekking]()
    most = min(aantal, len(codes))
    for start in range(0, len(kenmerk) - SIGNS + 1, SIGNS):
        if len(getrokken(draws)) == most:
            return draws
        signs = kenmerk[start : start + SIGNS]
        draws.append(_trek(signs, int(signs, 16), codes, draws))
    row = draws[-1].nummer if draws else 0
    while len(getrokken(draws)) < most:
        draws.append(_trek("", row, codes, draws))
        row += 1
    return draws


def getrokken(draws: Sequence[Trekking]) -> list[str]:
    """Give the gemeenten that were drawn, in the order of the lot."""
    return [draw.code for draw in draws if not draw.al]


def _trek(signs: str, number: int, codes: Sequence[str], before: Sequence[Trekking]) -> Trekking:
    """Draw once."""
    row = number % len(codes)
    return Trekking(signs, number, row + 1, codes[row], codes[row] in getrokken(before))
