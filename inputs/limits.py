"""A value outside the range of its type gets our own code, with the limit."""

from collections.abc import Mapping
from typing import Any

from inputs.cells import Fault, as_part
from inputs.codes import Code
from inputs.problems import Problem

WHOLE = 100
"""A whole, in percent: a number above it is no percentage of one [%]."""

FROM = 2
"""From here a number where 1 is the most is taken for a percentage; 1,5 is a slip [%]."""


def limit(kind: str, context: Mapping[str, Any], value: object, point: str = ".") -> Fault:
    """Turn a range error of pydantic into a fault; of a part of 1 that looks like a percentage, suggest the part.

    Any other kind of error is a mistake of this program and raises.

    Parameters
    ----------
    value
        What was refused.
    point
        Decimal sign of the file.
    """
    if kind == "greater_than":
        bound = context["gt"]
        return Fault(Code.TE_LAAG, {"grens": bound + 1}) if isinstance(bound, int) else _above(bound)
    if kind == "greater_than_equal":
        return Fault(Code.TE_LAAG, {"grens": _number(context["ge"])})
    if kind == "less_than_equal":
        return Fault(Code.TE_HOOG, {"grens": _number(context["le"]), **_part(context["le"], value, point)})
    raise AssertionError(f"no code for a value that is refused as {kind}")


def _part(most: float, value: object, point: str) -> dict[str, str | int]:
    """Suggest the part of 1 behind a percentage; no field where it cannot be one."""
    if most == 1 and isinstance(value, int | float) and value <= WHOLE:
        return {"bedoeld": as_part(value, point)}
    return {}


def is_percentage(fault: Fault | Problem) -> bool:
    """Tell whether a number was refused that is a percentage rather than a slip: 2 or more, where 1 is the whole."""
    return fault.code is Code.TE_HOOG and float(str(fault.velden.get("bedoeld", 0)).replace(",", ".")) >= FROM / WHOLE


def _above(bound: float) -> Fault:
    """Refuse a number that must lie above a bound."""
    return Fault(Code.NIET_BOVEN, {"grens": _number(bound)})


def _number(bound: float) -> str:
    """Write a limit without an exponent."""
    return f"{bound:g}" if isinstance(bound, float) else str(bound)
