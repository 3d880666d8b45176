"""A file of another year is explained by the gemeenten that ended since: which went where, and on which day."""

from collections.abc import Iterable
from itertools import groupby

from geodata.errors import Problem, problem
from inputs.facts import by_code
from inputs.herindelingen import Herindeling, ended


def explained(codes: Iterable[str], bestand: str) -> list[Problem]:
    """Explain the codes of gemeenten that ended; gemeenten that went the same way on the same day share a line.

    The line names both sides, so that it also explains why a successor is missing from the file.

    Returns
    -------
    list of Problem
        G.210 for gemeenten that went into one other, G.211 for divided ones, in order of time; nothing for a code that
        did not end since 2018.

    Examples
    --------
    >>> explained(["GM0530"], "a.gpkg")[0].velden["nieuw"]
    ('GM1992 (Voorne aan Zee)',)
    """
    gone = sorted((ended()[code] for code in codes if code in ended()), key=_way)
    groups = [list(group) for _, group in groupby(gone, key=lambda one: _way(one)[:2])]
    return [_line(group, bestand) for group in groups]


def _way(herindeling: Herindeling) -> tuple[str, tuple[str, ...], str]:
    """Give the day and the successors of a gemeente, and then its own code."""
    return herindeling.datum.isoformat(), herindeling.opvolgers, herindeling.gemeentecode


def _line(group: list[Herindeling], bestand: str) -> Problem:
    """Say where the gemeenten of one group went."""
    datum, opvolgers = group[0].datum, group[0].opvolgers
    return problem(
        "G.210 code_merged" if len(opvolgers) == 1 else "G.211 code_divided",
        bestand=bestand,
        oud=tuple(f"{one.gemeentecode} ({one.naam})" for one in group),
        nieuw=tuple(f"{code} ({by_code()[code].naam})" for code in opvolgers),
        per=f"{datum.day}-{datum.month}-{datum.year}",
    )
