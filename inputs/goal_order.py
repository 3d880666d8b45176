"""The goals in order: which names ``volgorde`` may hold, and how far each may be worsened."""

from collections.abc import Iterator, Mapping
from typing import Any

from inputs.codes import Code
from inputs.parameters import Parameters
from inputs.problems import Problem
from inputs.suggest import meant
from inputs.tomlfile import line_of

BESTAND = "scenario.toml"
IN_ORDER = "op_volgorde"
KEYS = ("volgorde", "tolerantie", "tolerantie_vast")
"""Keys that only mean something with ``doelen = "op_volgorde"``."""
TOLERANTIE = 0.01
"""How far later goals may worsen a goal where the scenario does not say, as a part of its optimum [1]."""
MOST_SPARE = 1e9
"""Most that ``tolerantie_vast`` may be: above any goal of a national kwartaal [unit of the goal]."""
RATE_UNIT = "punten/"
"""The unit of an exchange rate begins so; the goal has the name of the rate's group."""


def rates(parameters: Parameters) -> dict[str, str]:
    """Give each goal with the name of its exchange rate: the parameter in punten per unit of the goal."""
    return {
        naam.split(".")[0]: naam for naam, value in parameters.waarden.items() if value.eenheid.startswith(RATE_UNIT)
    }


def order_values(raw: Mapping[str, Any]) -> dict[str, tuple[Any, ...]]:
    """Give the keys of the order as the scenario holds them: a tolerance for every goal."""
    names = tuple(raw.get("volgorde", ()))
    return {
        "volgorde": names,
        "tolerantie": _for_each(raw.get("tolerantie", TOLERANTIE), len(names)),
        "tolerantie_vast": _for_each(raw.get("tolerantie_vast", 0.0), len(names)),
    }


def order_problems(raw: Mapping[str, Any], parameters: Parameters, text: str) -> Iterator[Problem]:
    """List what is wrong with the order: no list, unknown or repeated goals, tolerances that do not match it."""
    if raw.get("doelen") != IN_ORDER:
        for key in KEYS:
            if key in raw:
                yield Problem(Code.VOLGORDE_ZONDER_KEUZE, BESTAND, line_of(text, key), key)
        return
    names, known = raw.get("volgorde"), tuple(rates(parameters))
    if not isinstance(names, list) or not names or not all(isinstance(name, str) for name in names):
        yield Problem(Code.VOLGORDE_VORM, BESTAND, line_of(text, "volgorde"), "volgorde", _shown(names))
        return
    place = BESTAND, line_of(text, "volgorde"), "volgorde"
    for name in dict.fromkeys(names):
        if name not in known:
            words: dict[str, str | int] = {"keuzes": ", ".join(known), **meant(name, known)}
            yield Problem(Code.DOEL_ONBEKEND, *place, name, words)
        elif names.count(name) > 1:
            yield Problem(Code.DOEL_DUBBEL, *place, name, {"aantal": names.count(name)})
    for key, most in (("tolerantie", 1.0), ("tolerantie_vast", MOST_SPARE)):
        if key in raw and not _good(raw[key], len(names), most):
            fields: dict[str, str | int] = {"aantal": len(names), "grens": f"{most:.0f}"}
            yield Problem(Code.TOLERANTIE_VORM, BESTAND, line_of(text, key), key, _shown(raw[key]), fields)


def _for_each(value: Any, count: int) -> tuple[float, ...]:
    """Give a number for every goal, where the scenario gives one for all."""
    return tuple(float(each) for each in value) if isinstance(value, list) else (float(value),) * count


def _good(value: Any, count: int, most: float) -> bool:
    """Tell whether a tolerance is a number, or one for every goal, from 0 to the most."""
    values = value if isinstance(value, list) else [value] * count
    return len(values) == count and all(
        isinstance(v, int | float) and not isinstance(v, bool) and 0 <= v <= most for v in values
    )


def _shown(value: Any) -> str | None:
    """Show what was found, nothing where the key is missing."""
    return None if value is None else str(value)
