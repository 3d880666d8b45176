"""The exchange rates of a run weigh something, and lie near enough to each other to reckon with."""

from collections.abc import Iterator

from inputs.choices import BESTAND
from inputs.codes import Code
from inputs.goal_order import IN_ORDER, rates
from inputs.problems import Problem
from inputs.readings import Readings

TIE_BREAK = "volgorde"
"""The goal that only decides between equal plans; it is small on purpose, and no purpose of its own."""
FAR_APART = 1e6
"""Largest over smallest exchange rate above which the smallest is lost in rounding [1]."""


def some_goal_counts(read: Readings) -> Iterator[Problem]:
    """Refuse exchange rates that are all 0: every plan would be as good as any other."""
    named = _rates(read)
    if read.scenario.doelen != IN_ORDER and not any(named.values()):
        yield Problem(Code.TARIEVEN_NUL, BESTAND, kolom="parameters", velden={"tarieven": ", ".join(named)})


def rates_are_near_each_other(read: Readings) -> Iterator[Problem]:
    """Warn where one exchange rate is so much larger than another that the other hardly counts."""
    some = {naam: rate for naam, rate in _rates(read).items() if rate}
    if some and max(some.values()) > FAR_APART * min(some.values()):
        small, large = min(some, key=some.__getitem__), max(some, key=some.__getitem__)
        velden: dict[str, str | int] = {"klein": small, "groot": large}
        velden |= {"kleinste": f"{some[small]:g}", "grootste": f"{some[large]:g}"}
        yield Problem(Code.TARIEVEN_VER_UITEEN, BESTAND, kolom="parameters", velden=velden)


def _rates(read: Readings) -> dict[str, float]:
    """Give the exchange rate of every goal but the tie-break, by the name of the parameter [punten/unit]."""
    return {naam: read.parameters[naam] for goal, naam in rates(read.parameters).items() if goal != TIE_BREAK}
