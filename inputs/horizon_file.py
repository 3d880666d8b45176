"""The table ``[plan]`` of a scenario becomes choices of a plan, with everything that is wrong in it."""

import math
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Annotated, Any

from annotated_types import Ge, Le

from inputs.codes import Code
from inputs.domain import Kwartaal
from inputs.horizon import DEFAULT_REGIME, REGIME, REGIMES, WHOLE_PLAN, Hefboom, Plankeuzes, Regime, plan_values
from inputs.parameters import out_of_range, unknown_name
from inputs.problems import Problem
from inputs.suggest import Hints, meant
from inputs.tomlfile import check, line_of

PLAN = "plan"
HEFBOOM = "hefboom"
MOST = 12
"""Most kwartalen of a plan [kwartalen]."""
MOST_LEVERS = 100
"""Most lines with levers [lines]."""
Aantal = Annotated[int, Ge(1), Le(MOST)]
LEVER: Mapping[str, Any] = {"naam": str, "wat": str, "waarde": object, "van": Kwartaal, "tot": Kwartaal}
OPTIONAL = ("naam", "van", "tot")
"""Keys of a lever that may be left out; without a name it has that of what it changes."""


def plan_choices(raw: Mapping[str, Any], text: str, bestand: str) -> tuple[Plankeuzes, list[Problem]]:
    """Read the table; without one, the choices of the product."""
    found = _Found(text, bestand)
    table = raw.get(PLAN, {})
    if not isinstance(table, dict):
        return Plankeuzes(), [found.problem(Code.REEKS_LIJST, PLAN, PLAN, found=table, voorbeeld=f"[{PLAN}]")]
    count = found.checked(table.get("kwartalen"), Aantal, "kwartalen") if "kwartalen" in table else None
    regime = found.regime(table.get(REGIME, DEFAULT_REGIME), REGIME)
    rest = {k: v for k, v in table.items() if k not in {"kwartalen", REGIME, HEFBOOM}}
    values = {naam: number for naam, value in _flat(rest) if (number := found.value(naam, value, naam)) is not None}
    levers = found.levers(table.get(HEFBOOM, []))
    return Plankeuzes(count, regime, MappingProxyType(values), levers), found.problems


class _Found:
    """What is read from one text, and the problems met."""

    def __init__(self, text: str, bestand: str) -> None:
        self.text, self.bestand, self.problems = text, bestand, list[Problem]()
        self.hint = Hints((*plan_values(), REGIME))

    def problem(self, code: Code, column: str, *path: str, found: object = None, **velden: str | int) -> Problem:
        """Note a problem at the line of a key."""
        text = None if found is None else str(found)
        made = Problem(code, self.bestand, line_of(self.text, *path) if path else None, column, text, velden)
        self.problems.append(made)
        return made

    def checked(self, value: Any, hint: Any, key: str) -> Any:
        """Give a value of the type asked, or None with a problem."""
        fault = check(value, hint)
        if fault:
            self.problem(fault.code, f"{PLAN}.{key}", PLAN, key.rpartition(".")[2], found=value, **fault.velden)
        return None if fault else value

    def regime(self, value: Any, key: str) -> Regime:
        """Give a regime by name."""
        for regime in REGIMES:
            if regime == value:
                return regime
        words: dict[str, str | int] = {"keuzes": ", ".join(REGIMES), **meant(str(value), REGIMES)}
        self.problem(Code.GEEN_KEUZE, f"{PLAN}.{key}", PLAN, key.rpartition(".")[2], found=value, **words)
        return DEFAULT_REGIME

    def value(self, naam: str, value: Any, column: str) -> float | None:
        """Give a value of the plan, within its range."""
        known = plan_values()
        if naam not in known:
            self.problems.append(unknown_name(naam, self.hint, self.bestand, self.text))
            return None
        if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
            self.problem(Code.GEEN_GETAL, f"{PLAN}.{column}", *naam.split("."), found=value)
            return None
        wrong = list(out_of_range(known[naam], value, self.bestand, self.text))
        self.problems += wrong
        return None if wrong else float(value)

    def levers(self, lines: Any) -> tuple[Hefboom, ...]:
        """Give the levers that are well formed."""
        if not isinstance(lines, list) or not all(isinstance(line, dict) for line in lines):
            self.problem(Code.REEKS_LIJST, f"{PLAN}.{HEFBOOM}", HEFBOOM, voorbeeld=f"[[{PLAN}.{HEFBOOM}]]")
            return ()
        if len(lines) > MOST_LEVERS:
            self.problem(Code.TE_HOOG, f"{PLAN}.{HEFBOOM}", HEFBOOM, found=len(lines), hoogst=MOST_LEVERS)
            return ()
        made = (self.lever(number, line) for number, line in enumerate(lines, 1))
        return tuple(lever for lever in made if lever)

    def lever(self, number: int, line: Mapping[str, Any]) -> Hefboom | None:
        """Give one lever; None with the problems where it is not well formed."""
        before, place = len(self.problems), f"{HEFBOOM} {number}"
        hint = Hints(LEVER)
        for key in line:
            if key not in LEVER:
                self.problem(Code.SLEUTEL_ONBEKEND, f"{place}.{key}", key, **hint(key))
        for key, kind in LEVER.items():
            if key not in line and key not in OPTIONAL:
                self.problem(Code.SLEUTEL_ONTBREEKT, f"{place}.{key}")
            elif key in line and kind is not object:
                self.checked(line[key], kind, f"{place}.{key}")
        if len(self.problems) > before:
            return None
        wat, waarde = line["wat"], line["waarde"]
        checked = self.regime(waarde, f"{place}.waarde") if wat == REGIME else self.value(wat, waarde, place)
        self.period(place, line)
        if len(self.problems) > before or checked is None:
            return None
        return Hefboom(line.get("naam") or wat, wat, checked, line.get("van"), line.get("tot"))

    def period(self, place: str, line: Mapping[str, Any]) -> None:
        """Refuse a period that ends before it begins, and any period of a value that holds for the whole plan."""
        for key in ("van", "tot") if line["wat"] in WHOLE_PLAN else ():
            if key in line:
                with_ = f"{line['wat']}, die voor heel het plan geldt"
                self.problem(Code.REEKS_SAMEN, f"{place}.{key}", found=line[key], met=with_)
        if (line.get("van") or "") > (line.get("tot") or "9"):
            self.problem(Code.TE_LAAG, f"{place}.tot", found=line["tot"], laagst=line["van"])


def _flat(content: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, Any]]:
    """Give keys with those above them."""
    for key, value in content.items():
        name = f"{above}.{key}" if above else key
        if isinstance(value, dict):
            yield from _flat(value, name)
        else:
            yield name, value
