"""A value outside the range of its type gets our own code, with the limit."""

from collections.abc import Mapping
from typing import Any

from inputs.cells import Fault
from inputs.codes import Code


def limit(kind: str, context: Mapping[str, Any]) -> Fault:
    """Turn a range error of pydantic into a fault.

    Any other kind of error is a mistake of this program and raises.
    """
    if kind == "greater_than":
        bound = context["gt"]
        return Fault(Code.TE_LAAG, {"grens": bound + 1}) if isinstance(bound, int) else _above(bound)
    if kind == "greater_than_equal":
        return Fault(Code.TE_LAAG, {"grens": _number(context["ge"])})
    if kind == "less_than_equal":
        return Fault(Code.TE_HOOG, {"grens": _number(context["le"])})
    raise AssertionError(f"no code for a value that is refused as {kind}")


def _above(bound: float) -> Fault:
    """Refuse a number that must lie above a bound."""
    return Fault(Code.NIET_BOVEN, {"grens": _number(bound)})


def _number(bound: float) -> str:
    """Write a limit without an exponent."""
    return f"{bound:g}" if isinstance(bound, float) else str(bound)
