"""Numbers of gemeenten become those of arbeidsmarktregio's, provincies and the country, by adding up."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from inputs.case import Case

LEVELS = ("land", "provincie", "arbeidsmarktregio", "gemeente")
"""Levels, the country first."""
COUNTRY = "Nederland"
"""Name of the whole; of a case that is a part of it too."""


def areas(case: Case) -> Mapping[str, Mapping[str, str]]:
    """Give the area of every gemeente, by level and gemeentecode."""
    return {
        "land": {g.gemeentecode: COUNTRY for g in case.gemeenten},
        "provincie": {g.gemeentecode: g.provincie for g in case.gemeenten},
        "arbeidsmarktregio": {g.gemeentecode: g.arbeidsmarktregio for g in case.gemeenten},
        "gemeente": {g.gemeentecode: g.gemeentecode for g in case.gemeenten},
    }


def sums(case: Case, numbers: Mapping[str, float]) -> Iterator[tuple[str, str, float]]:
    """Add up numbers of gemeenten: level, area and sum, the country first and areas by name."""
    for level, where in areas(case).items():
        total = defaultdict[str, list[float]](list)
        for code, number in numbers.items():
            total[where[code]].append(number)
        for area, parts in sorted(total.items()):
            yield level, area, sum(parts)


def area_name(case: Case, level: str, area: str) -> str:
    """Name an area; a gemeente by its own name."""
    return next(g.naam for g in case.gemeenten if g.gemeentecode == area) if level == "gemeente" else area
