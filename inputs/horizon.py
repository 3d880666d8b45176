"""The values of a plan over several kwartalen, and the levers that change them from one kwartaal to another."""

import tomllib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, Literal, get_args

import numpy as np
from numpy.typing import NDArray

from inputs.parameters import Parameter, parameter_of

BESTAND = "plan.toml"
REGIME = "regime"
"""What a lever names to change the rules themselves."""
Regime = Literal["taakstelling", "sleutel", "convenant", "vrijwillig", "verbod", "verbod_uitzondering_alleenstaanden"]
REGIMES: tuple[Regime, ...] = get_args(Regime)
DEFAULT_REGIME: Regime = "taakstelling"
SOCIAL = ("sociale_huur.alleen", "sociale_huur.gezin")
"""Parts of the social homes on offer that singles and others may take."""
WHOLE_PLAN = (
    *("nareis.personen", "bouw.doorstroom_hoogstens", "budget.sft_miljoen"),
    *("waaier.instroom", "waaier.nareis", "waaier.vertraging", "waaier.leverkans", "waaier.uitloop"),
)
"""Values that hold for the plan as a whole: a lever on them has no first or last kwartaal."""
Reeks = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Hefboom:
    """One change to the plan: a value, or the regime, from one kwartaal up to and including another.

    Attributes
    ----------
    naam : str
        Name of the lever; lines with one name are one lever.
    wat : str
        Name of a value of ``plan.toml``, or ``regime``.
    waarde : float or str
        The new value [unit of the value], or the name of a regime.
    van, tot : str, optional
        First and last kwartaal; none: from the first, up to the last of the plan.
    """

    naam: str
    wat: str
    waarde: float | str
    van: str | None = None
    tot: str | None = None

    def holds(self, kwartaal: str) -> bool:
        """Tell whether it holds in a kwartaal."""
        return (self.van or kwartaal) <= kwartaal <= (self.tot or kwartaal)


@dataclass(frozen=True, slots=True)
class Plankeuzes:
    """What a scenario says of the plan: the table ``[plan]``.

    Attributes
    ----------
    kwartalen : int, optional
        Number of kwartalen of the plan [kwartalen].
    waarden : Mapping
        Values that replace those of ``plan.toml`` in every kwartaal [their unit].
    """

    kwartalen: int | None = None
    regime: Regime = DEFAULT_REGIME
    waarden: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    hefbomen: tuple[Hefboom, ...] = ()

    def erbij(self, *hefbomen: Hefboom) -> "Plankeuzes":
        """Add levers; where two change one value in one kwartaal, the last counts."""
        return Plankeuzes(self.kwartalen, self.regime, self.waarden, (*self.hefbomen, *hefbomen))


@cache
def plan_values() -> Mapping[str, Parameter]:
    """Give the values that come with the product, by name."""
    raw = tomllib.loads((files("inputs") / "data" / BESTAND).read_text("utf-8"))
    pairs = [(f"{group}.{name}", entry) for group, content in raw.items() for name, entry in content.items()]
    return MappingProxyType({name: parameter_of(name, entry) for name, entry in pairs})


def next_quarters(first: str, count: int) -> tuple[str, ...]:
    """List kwartalen in a row.

    >>> next_quarters("2026K3", 3)
    ('2026K3', '2026K4', '2027K1')
    """
    start = 4 * int(first[:4]) + int(first[5]) - 1
    return tuple(f"{n // 4}K{n % 4 + 1}" for n in range(start, start + count))


@dataclass(frozen=True, eq=False)
class Reeksen:
    """Every value in every kwartaal of the plan; ``regime`` by name."""

    kwartalen: tuple[str, ...]
    waarden: Mapping[str, Reeks]
    regimes: tuple[Regime, ...]

    def __getitem__(self, naam: str) -> Reeks:
        """Give a value by kwartaal [its unit]."""
        return self.waarden[naam]


def series(keuzes: Plankeuzes, kwartalen: tuple[str, ...]) -> Reeksen:
    """Write out every value by kwartaal: those of the product, the scenario's, the regime's, then the levers'."""
    found = {naam: np.full(len(kwartalen), p.waarde) for naam, p in plan_values().items()}
    for naam, value in keuzes.waarden.items():
        found[naam][:] = value
    regimes = [keuzes.regime] * len(kwartalen)
    for lever in keuzes.hefbomen:
        for t, kwartaal in enumerate(kwartalen):
            if lever.wat == REGIME and lever.holds(kwartaal):
                regimes[t] = _regime(lever.waarde)
    for t, regime in enumerate(regimes):
        for naam, value in _effects(regime, {naam: float(values[t]) for naam, values in found.items()}).items():
            found[naam][t] = value
    for lever in keuzes.hefbomen:
        for t, kwartaal in enumerate(kwartalen):
            if lever.wat != REGIME and lever.holds(kwartaal):
                found[lever.wat][t] = float(lever.waarde)
    return Reeksen(kwartalen, MappingProxyType(found), tuple(regimes))


def _regime(word: object) -> Regime:
    """Read the name of a regime."""
    return next(regime for regime in REGIMES if regime == word)


def _effects(regime: Regime, now: Mapping[str, float]) -> dict[str, float]:
    """Give the values that a regime sets in a kwartaal; a lever on the same value still goes before it."""
    alone, family = SOCIAL
    ban, grounds = now["regime.verbod_kans"], now["regime.verbod_kans_gezin"]
    if regime == "vrijwillig":
        part = now["regime.vrijwillig_deel"]
        return {alone: min(now[alone], part), family: min(now[family], part), "spreiding.factor": 0.0}
    if regime == "verbod":
        return {alone: min(now[alone], ban), family: min(now[family], grounds)}
    if regime == "verbod_uitzondering_alleenstaanden":
        return {family: min(now[family], grounds)}
    factor = {"sleutel": "regime.sleutel_factor", "convenant": "regime.convenant_factor"}.get(regime)
    return {"spreiding.factor": now[factor]} if factor else {}


def as_table(keuzes: Plankeuzes) -> dict[str, Any]:
    """Write the choices for a manifest."""
    return {
        "kwartalen": keuzes.kwartalen,
        "regime": keuzes.regime,
        "waarden": dict(keuzes.waarden),
        "hefbomen": [asdict(lever) for lever in keuzes.hefbomen],
    }
