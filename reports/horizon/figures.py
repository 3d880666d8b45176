"""The figures by which scenarios are set side by side, each for every kwartaal."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from math import fsum
from typing import NamedTuple

from optimizer.horizon.result import Planuitkomst
from reports.horizon.chapters_more import CAUSES, PAID
from reports.horizon.view import delays, scores

Figures = Mapping[str, tuple[float | None, ...]]
"""Name of a figure to its value in every kwartaal."""


class Maat(NamedTuple):
    """A figure: under which heading it stands, its unit, and the decimals it is written with.

    Attributes
    ----------
    telt_op : bool
        Whether it counts all kwartalen up to and including the one it stands at.
    """

    deel: str
    eenheid: str
    decimalen: int = 0
    telt_op: bool = False


FIGURES: Mapping[str, Maat] = {
    "wachtend": Maat("opvang", "personen"),
    "opvangplaatsen": Maat("opvang", "plaatsen"),
    "bezetting": Maat("opvang", "%", 1),
    "boven_opvang": Maat("opvang", "personen"),
    "gehuisvest": Maat("opvang", "personen", telt_op=True),
    "toegevoegd": Maat("opvang", "woningen", telt_op=True),
    "startvertraging": Maat("inburgering", "weken", 1, telt_op=True),
    "cursus_wachtrij": Maat("inburgering", "volwassenen"),
    "score": Maat("inburgering", "0-1", 2, telt_op=True),
    "wachtend_kinderen": Maat("kinderen", "kinderen"),
    "kinderen_lang": Maat("kinderen", "kinderen"),
    "kinderen_terug": Maat("kinderen", "kinderen", telt_op=True),
    **{name: Maat("oorzaken", "huishoudens") for name in CAUSES},
    "sociale_woningen": Maat("verdringing", "woningen", telt_op=True),
    "voor_anderen": Maat("verdringing", "woningen", telt_op=True),
    "bespaard": Maat("verdringing", "woningen", telt_op=True),
    "netto": Maat("verdringing", "woningen", telt_op=True),
    **{name: Maat("geld", "euro", telt_op=True) for name in PAID},
}
"""Every figure, in the order in which they are shown."""
SECTIONS = tuple(dict.fromkeys(maat.deel for maat in FIGURES.values()))


def figures(plan: Planuitkomst) -> dict[str, tuple[float | None, ...]]:
    """Read the figures of a plan; how they are defined stands in docs/scenarios.md."""
    rows = plan.kwartalen
    found: dict[str, Sequence[float | None]] = {
        **{name: [getattr(k, name) for k in rows] for name in ("wachtend", "opvangplaatsen", "boven_opvang")},
        "bezetting": [100 * k.wachtend / k.opvangplaatsen if k.opvangplaatsen > 0 else None for k in rows],
        "gehuisvest": upto(k.gehuisvest for k in rows),
        "toegevoegd": upto(fsum(k.toegevoegd.values()) for k in rows),
        "startvertraging": delays(rows),
        "cursus_wachtrij": [k.cursus_wachtrij for k in rows],
        "score": scores(rows),
        "wachtend_kinderen": [k.wachtend for k in plan.kinderen],
        "kinderen_lang": [k.wachtend_lang for k in plan.kinderen],
        "kinderen_terug": upto(k.terug for k in plan.kinderen),
        **{name: _of_cause(plan, name) for name in CAUSES},
        "sociale_woningen": upto(v.sociale_woningen + v.genomen for v in plan.verdringing),
        **{name: upto(getattr(v, name) for v in plan.verdringing) for name in ("voor_anderen", "bespaard", "netto")},
        **{name: upto(g.totaal for g in plan.geld if g.regeling == name) for name in PAID},
    }
    return {name: tuple(found[name]) for name in FIGURES}


def upto(values: Iterable[float]) -> list[float]:
    """Add up to and including every kwartaal.

    >>> upto([1.0, 2.0, 3.0])
    [1.0, 3.0, 6.0]
    """
    return list(accumulate(values))


def _of_cause(plan: Planuitkomst, cause: str) -> list[float]:
    """Count the households that wait for one cause by kwartaal."""
    return [fsum(getattr(o, cause) for o in plan.oorzaken if o.kwartaal == k.kwartaal) for k in plan.kwartalen]
