"""What varies over a sweep: variants by name, a grid of values, and seeds; their product is what is run."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from math import prod
from typing import Annotated, Any

from annotated_types import Ge, Le

from inputs.choices import BESTAND, PARAMETERS
from inputs.codes import Code
from inputs.parameters import default_parameters
from inputs.problems import Problem
from inputs.scenario_file import flat, hints, key_problems
from inputs.tomlfile import check, line_of, unknown_keys

GRID, VARIANT, SEEDS, NAME = "raster", "variant", "zaden", "naam"
Zaad = Annotated[int, Ge(0), Le(2**32 - 1)]
MOST_SEEDS = 10_000
"""Most seeds of a range, so that a slip of the hand does not fill the memory [seeds]."""
HEADER = re.compile(r"^[ \t]*(\[\[?)[ \t]*([^\]\s]*)[ \t]*\]", re.MULTILINE)
"""The line above a table."""
Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Combination:
    """One item of a sweep: the name of its variant, its seed, and the choices that take the place of the basis.

    Attributes
    ----------
    variant : str
        Empty where the sweep has no variants.
    zaad : int, optional
        Seed of the example; none: the case is given.
    waarden : Mapping
        Choice, or name of a parameter ("uitstroom.per_persoon"), to its value.
    raster : tuple of str
        Those of the grid that have more than one value there.
    regel : int, optional
        Line of the variant.
    """

    variant: str
    zaad: int | None
    waarden: Values
    raster: tuple[str, ...] = ()
    regel: int | None = None


@dataclass(frozen=True, slots=True)
class _Varied:
    """A part of a sweep: its values, and the text of the file with all that stands outside this part left out."""

    naam: str
    waarden: Values
    text: str
    regel: int | None = None


def combinations(raw: Values, text: str) -> Iterator[Combination]:
    """Give every item in the order of the file: seeds, then variants, then the grid, its last key fastest."""
    grid = _grid(raw)
    several = tuple(key for key, values in grid.items() if len(values) > 1)
    for seed, variant in product(_seeds(raw) or (None,), _variants(raw, text) or (_Varied("", {}, text),)):
        for values in product(*grid.values()):
            chosen = {**variant.waarden, **dict(zip(grid, values, strict=True))}
            yield Combination(variant.naam, seed, chosen, several, variant.regel)


def count(raw: Values, text: str) -> int:
    """Count the items without making them [items]."""
    return max(len(_seeds(raw)), 1) * max(len(_variants(raw, text)), 1) * prod(map(len, _grid(raw).values()))


def varied_problems(raw: Values, text: str) -> Iterator[Problem]:
    """List what is wrong with variants, grid and seeds; each value by itself, against the parameters of the product."""
    yield from _variant_problems(raw, text)
    yield from _grid_problems(raw, text)
    yield from _seed_problems(raw, text)


def _variants(raw: Values, text: str) -> list[_Varied]:
    """Give the variants that are tables."""
    found = raw.get(VARIANT)
    tables = found if isinstance(found, list) else []
    texts = _sections(text, VARIANT, "[[")
    return [
        _Varied(
            str(table.get(NAME, "")),
            {**{key: v for key, v in table.items() if key not in {NAME, PARAMETERS}}, **_parameters(table)},
            *(texts[n] if n < len(texts) else (text, None)),
        )
        for n, table in enumerate(tables)
        if isinstance(table, dict)
    ]


def _parameters(table: Values) -> dict[str, Any]:
    """Give the parameters of a variant or a grid by name."""
    found = table.get(PARAMETERS)
    return flat(found) if isinstance(found, dict) else {}


def _sections(text: str, name: str, bracket: str) -> list[tuple[str, int]]:
    """Give the text of each table of a name, all else blank, so that lines keep their number; and its first line."""
    headers = [(match.start(), match[1], match[2]) for match in HEADER.finditer(text)]
    found = []
    for n, (start, opened, key) in enumerate(headers):
        if opened == bracket and key == name:
            ends = (at for at, _, other in headers[n + 1 :] if not other.startswith(f"{name}."))
            above = text[:start].count("\n")
            found.append(("\n" * above + text[start : next(ends, len(text))], above + 1))
    return found


def _variant_problems(raw: Values, text: str) -> Iterator[Problem]:
    """List what is wrong with the variants."""
    found = raw.get(VARIANT, [])
    if not (isinstance(found, list) and all(isinstance(table, dict) for table in found)):
        yield _problem(Code.REEKS_LIJST, text, VARIANT, found, {"voorbeeld": "[[variant]]"})
        return
    seen: set[str] = set()
    for table, variant in zip(found, _variants(raw, text), strict=True):
        given = table.get(NAME)
        if given is None or given == "":
            yield Problem(Code.REEKS_SLEUTEL, BESTAND, variant.regel, NAME, velden={"voorbeeld": 'naam = "hoog"'})
        elif isinstance(given, str) and given in seen:
            yield _problem(Code.REEKS_DUBBEL, variant.text, NAME, given)
        elif not isinstance(given, str):
            yield _problem(Code.GEEN_TEKST, variant.text, NAME, given)
        seen.add(str(given))
        choices = {key: value for key, value in table.items() if key != NAME}
        yield from key_problems(choices, default_parameters(), variant.text, hints())
        yield from (
            _problem(Code.REEKS_SAMEN, variant.text, key, value, {"met": f"[{GRID}]"})
            for key, value in variant.waarden.items()
            if key in _grid(raw)
        )


def _grid(raw: Values) -> dict[str, list[Any]]:
    """Give the lists of the grid that hold something."""
    found = raw.get(GRID)
    table = found if isinstance(found, dict) else {}
    lists = {**{key: v for key, v in table.items() if key != PARAMETERS}, **_parameters(table)}
    return {key: values for key, values in lists.items() if isinstance(values, list) and values}


def _grid_problems(raw: Values, text: str) -> Iterator[Problem]:
    """List what is wrong with the grid: no lists, values twice, and values that no scenario may have."""
    found = raw.get(GRID, {})
    if not isinstance(found, dict):
        yield _problem(Code.REEKS_LIJST, text, GRID, found, {"voorbeeld": f"[{GRID}]"})
        return
    part = next((section for section, _ in _sections(text, GRID, "[")), text)
    good = _grid(raw)
    lists = {**{key: v for key, v in found.items() if key != PARAMETERS}, **_parameters(found)}
    for key, values in lists.items():
        if key not in good:
            yield _problem(Code.REEKS_LIJST, part, key, values, {"voorbeeld": "[0.05, 0.1]"})
            continue
        yield from (_problem(Code.REEKS_DUBBEL, part, key, value) for value in _repeated(values))
        several: list[Problem] = []
        for value in values:
            choice = {PARAMETERS: {key: value}} if "." in key else {key: value}
            faults = key_problems(choice, default_parameters(), part, hints())
            several += [problem for problem in faults if problem not in several]
        yield from several


def _seeds(raw: Values) -> list[int]:
    """Give the seeds: a list, or all from the first to the last."""
    found = raw.get(SEEDS)
    if isinstance(found, dict) and not _range_faults(found):
        return list(range(found["van"], found["tot"] + 1))
    return [seed for seed in found if check(seed, Zaad) is None] if isinstance(found, list) else []


def _range_faults(found: Values) -> bool:
    """Tell whether a range of seeds is none."""
    first, last = found.get("van"), found.get("tot")
    if not (isinstance(first, int) and isinstance(last, int)) or check(first, Zaad) or check(last, Zaad):
        return True
    return not first <= last < first + MOST_SEEDS


def _seed_problems(raw: Values, text: str) -> Iterator[Problem]:
    """List what is wrong with the seeds."""
    found = raw.get(SEEDS)
    if found is None:
        return
    if isinstance(found, dict):
        yield from unknown_keys(found, ("van", "tot"), BESTAND, text)
    wrong = _range_faults(found) if isinstance(found, dict) else not isinstance(found, list) or not found
    if wrong:
        yield _problem(Code.REEKS_LIJST, text, SEEDS, found, {"voorbeeld": "[1, 2, 3] of { van = 1, tot = 20 }"})
    elif isinstance(found, list):
        yield from (_problem(Code.REEKS_DUBBEL, text, SEEDS, seed) for seed in _repeated(found))
        for seed in found:
            if fault := check(seed, Zaad):
                yield _problem(fault.code, text, SEEDS, seed, dict(fault.velden))


def _repeated(values: Sequence[Any]) -> list[Any]:
    """Give the values that stand in a list before, by value and type: 1 and 1.0 are the same choice."""
    return [value for n, value in enumerate(values) if value in values[:n]]


def _problem(code: Code, text: str, key: str, found: object, velden: Mapping[str, str | int] | None = None) -> Problem:
    """Report something at the line of its key."""
    path = (PARAMETERS, *key.split(".")) if "." in key else (key,)
    return Problem(code, BESTAND, line_of(text, *path), key, str(found), velden or {})
