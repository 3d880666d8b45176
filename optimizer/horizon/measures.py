"""The ways in which homes can be added: what each gives, how fast, how long it stands, and who pays."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from inputs.case import Case
from inputs.facts import gemeenten_2026
from inputs.horizon import Reeksen
from optimizer.model import Floats, Ints

WHOLE = 1e-9
"""Guard against 10 x 0.7 = 6.999... losing a home [homes]."""
SHARED_HOME = ("sociale_huur", 3)
"""The home that sharing takes, and its sleeping places [persons/home]."""
SPLIT_HOME = ("sociale_huur", 4)
"""The home that splitting takes, and its sleeping places [persons/home]."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One way to add homes.

    Attributes
    ----------
    home : tuple
        (woonvorm, sleeps [persons/home]) of what it gives.
    gives : int
        Places that one unit gives: homes, or rooms of a shared home [homes/unit].
    takes : tuple, optional
        Home on offer that one unit takes away.
    sft : bool
        Whether the SFT pays, so that its budget bounds it and its last year ends it.
    mixed : bool
        Whether a part goes to others than statushouders.
    stay : str
        Value that says how long somebody may stay [kwartalen]; empty: for good.
    """

    naam: str
    home: tuple[str, int]
    gives: int = 1
    takes: tuple[str, int] | None = None
    sft: bool = False
    mixed: bool = False
    stay: str = ""


KINDS: tuple[Kind, ...] = (
    Kind("flex", ("flex", 1), sft=True, mixed=True),
    Kind("transformatie", ("transformatie", 1), sft=True, mixed=True),
    Kind("splitsen", ("sociale_huur", 2), gives=2, takes=SPLIT_HOME, sft=True),
    Kind("woningdelen", ("woningdelen", 3), gives=3, takes=SHARED_HOME),
    Kind("doorstroom", ("doorstroom_lokaal", 1), stay="duur.doorstroom"),
    Kind("groot", ("sociale_huur", 8)),
    Kind("omklappen", ("doorstroom_lokaal", 1), stay="duur.doorstroom"),
)
CONVERSION = "omklappen"
"""The one that takes places of reception, so that its places are locations and not gemeenten."""
STAYS: Mapping[str, str] = {
    "har": "duur.har",
    "doorstroom_lokaal": "duur.doorstroom",
    "doorstroom_regionaal": "duur.doorstroom",
}
"""Woonvormen where nobody stays for good, and the value that says how long [kwartalen]."""


@dataclass(frozen=True, eq=False)
class Measure:
    """A way to add homes at its places.

    Attributes
    ----------
    places : tuple of str
        Gemeentecodes, or locations of reception.
    gemeente : ndarray
        Row of the gemeente of each place.
    pace : ndarray
        Most units that may start [kwartaal x place, units]; whole.
    most : float
        Most units in all [units].
    lead : ndarray
        Kwartalen from the start until somebody lives there, by kwartaal of the start [kwartalen].
    """

    kind: Kind
    places: tuple[str, ...]
    gemeente: Ints
    pace: Floats
    most: float
    lead: Ints


def country() -> int:
    """Count the inhabitants of the Netherlands; CBS 86247NED, 1-1-2026 [persons]."""
    return sum(fact.inwoners for fact in gemeenten_2026())


def measures(case: Case, series: Reeksen) -> tuple[Measure, ...]:
    """List the ways that the values leave open, with their pace; gemeenten in order of code."""
    found = (_measure(case, series, kind) for kind in KINDS)
    return tuple(measure for measure in found if measure.pace.any())


def _measure(case: Case, series: Reeksen, kind: Kind) -> Measure:
    """Read one way to add homes."""
    gemeenten = sorted(case.gemeenten, key=lambda g: g.gemeentecode)
    codes, most = tuple(g.gemeentecode for g in gemeenten), np.inf
    lead = np.rint(series[f"looptijd.{kind.naam}"]).astype(np.int64)
    if kind.naam == CONVERSION:
        sites = sorted(case.opvanglocaties, key=lambda site: site.locatie)
        at = np.array([codes.index(site.gemeentecode) for site in sites], np.int64)
        rate = np.outer(series["omklappen.deel"], [site.capaciteit for site in sites])
        return Measure(kind, tuple(site.locatie for site in sites), at, _whole(rate), most, lead)
    people = np.array([g.inwoners for g in gemeenten], float)
    rate = np.outer(series[f"bouw.{kind.naam}"], people / 10_000)
    if kind.sft:
        rate[[int(k[:4]) > series["budget.sft_laatste_jaar"][t] for t, k in enumerate(series.kwartalen)]] = 0
    if kind.naam == "doorstroom":
        most = float(np.floor(series["bouw.doorstroom_hoogstens"][-1] * people.sum() / country() + WHOLE))
    return Measure(kind, codes, np.arange(len(codes)), _whole(rate), most, lead)


def _whole(rate: Floats) -> Floats:
    """Turn a pace into whole units per kwartaal: what one kwartaal leaves of a unit, the next adds [units].

    >>> _whole(np.full((4, 1), 0.4)).ravel().tolist()
    [0.0, 0.0, 1.0, 0.0]
    """
    upto: Floats = np.floor(np.cumsum(rate, axis=0) + WHOLE)
    return np.diff(upto, axis=0, prepend=0)
