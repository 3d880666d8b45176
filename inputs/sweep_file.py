"""``SWEEP.toml`` names the scenarios of a sweep: one case, and what varies over it."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated, Any

from annotated_types import Ge, Le, MinLen

from inputs.choices import BESTAND, PARAMETERS
from inputs.codes import Code
from inputs.csvfile import load
from inputs.encoding import decode_toml
from inputs.facts import gemeenten_2026
from inputs.file_names import shown
from inputs.goal_order import IN_ORDER
from inputs.goal_order import KEYS as OF_ORDER
from inputs.parameters import Parameters
from inputs.problems import Problem
from inputs.scenario_file import flat, hints, key_problems, placed, whole_problems
from inputs.suggest import meant
from inputs.sweep_parts import GRID, SEEDS, VARIANT, Combination, combinations, count, varied_problems
from inputs.tomlfile import check, line_of, parse, unknown_keys

MADE, EXAMPLES = "gemaakt", ("klein", "landelijk", "gemaakt")
"""An example that is drawn for the sweep, and all of them."""
MOST = 10_000
"""Most items of a sweep; each takes seconds at least [items]."""
Text = Annotated[str, MinLen(1)]
SIZES: Mapping[str, Any] = {
    "huishoudens": Annotated[int, Ge(1), Le(100_000)],
    "gemeenten": Annotated[int, Ge(1), Le(len(gemeenten_2026()))],
}
"""Size of an example that is drawn [households], [gemeenten]."""
KEYS: Mapping[str, Any] = {"naam": Text, "casus": Text, "basis": Text, "volledig": bool, **SIZES}
"""Keys with one value, and its type; the others are read by themselves."""
ALL = ("opdracht", *KEYS, "voorbeeld", SEEDS, VARIANT, GRID)
LONGEST = 60
"""Most signs of the name of a sweep; that of a run holds it, with what varies [signs]."""


@dataclass(frozen=True, slots=True)
class Sweep:
    """A sweep as it was read.

    Attributes
    ----------
    casus, basis : Path, optional
        Folder or workbook of the case, and the file with the choices that it starts from.
    voorbeeld : str
        ``klein``, ``landelijk`` or ``gemaakt``; empty: the case is given.
    huishoudens, gemeenten : int
        Size of an example that is drawn [households], [gemeenten]; 0: it is not drawn.
    volledig : bool
        Whether every run gets its map, workbook, files for a GIS and prices too.
    problems : tuple of Problem
        Everything that is wrong; with any, the rest is not to be used.
    """

    bestand: str
    opdracht: str
    naam: str
    casus: Path | None
    basis: Path | None
    voorbeeld: str
    huishoudens: int
    gemeenten: int
    volledig: bool
    items: tuple[Combination, ...]
    problems: tuple[Problem, ...]


def read_sweep(path: Path, tasks: Sequence[str]) -> Sweep:
    """Read a sweep, with every problem in it.

    Parameters
    ----------
    tasks : sequence of str
        Commands that a sweep can run; the first where it names none.

    Raises
    ------
    InputProblems
        The file is not there, or is no TOML.
    """
    bestand = shown(path)
    text = decode_toml(load(path.parent, path.name), bestand)
    raw = parse(text, bestand)
    problems = [*_shape(raw, text, tasks), *_source(raw, text, path.parent), *varied_problems(raw, text)]
    if (items := count(raw, text)) > MOST:
        problems.append(Problem(Code.REEKS_TE_GROOT, BESTAND, velden={"aantal": items, "hoogstens": MOST}))
    beside = {key: path.parent / str(raw[key]) for key in ("casus", "basis") if raw.get(key)}
    return Sweep(
        bestand,
        str(raw.get("opdracht", tasks[0])),
        str(raw.get("naam", path.stem))[:LONGEST],
        beside.get("casus"),
        beside.get("basis"),
        str(raw.get("voorbeeld", "")),
        _size(raw.get("huishoudens")),
        _size(raw.get("gemeenten")),
        raw.get("volledig") is True,
        () if problems else tuple(combinations(raw, text)),
        placed(problems, bestand),
    )


def _size(value: object) -> int:
    """Give a size; 0 where there is none."""
    return value if isinstance(value, int) else 0


def merged(basis: Mapping[str, Any], item: Combination) -> dict[str, Any]:
    """Give the choices of an item: those of the basis, with its own in their place.

    An item that weighs goals at exchange rates leaves the order of the basis out.
    """
    own = {key: value for key, value in item.waarden.items() if "." not in key}
    loose = "doelen" in own and own["doelen"] != IN_ORDER
    kept = {key: value for key, value in basis.items() if not (loose and key in OF_ORDER)}
    parameters = {key: value for key, value in item.waarden.items() if "." in key}
    return {**kept, **own, PARAMETERS: {**flat(basis.get(PARAMETERS, {})), **parameters}}


def choices_text(choices: Mapping[str, Any]) -> str:
    """Write choices as TOML, a line each, by name: the same choices give the same bytes.

    >>> choices_text({"kwartaal": "2026K1", "parameters": {"uitstroom.per_persoon": 60.0}}).splitlines()
    ['kwartaal = "2026K1"', 'parameters."uitstroom.per_persoon" = 60.0']
    """
    own = {key: value for key, value in choices.items() if key != PARAMETERS}
    named = {f"{PARAMETERS}.{json.dumps(key)}": value for key, value in flat(choices.get(PARAMETERS, {})).items()}
    return "".join(f"{key} = {_toml(value)}\n" for key, value in sorted({**own, **named}.items()))


def _toml(value: Any) -> str:
    """Write a value as TOML; a table stands within its line."""
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{json.dumps(key)} = {_toml(part)}" for key, part in value.items()) + " }"
    if isinstance(value, list):
        return f"[{', '.join(map(_toml, value))}]"
    return json.dumps(value, ensure_ascii=False)


def item_problems(sweep: Sweep, basis: Mapping[str, Any], parameters: Parameters) -> tuple[Problem, ...]:
    """List what is wrong with whole items: choices that do not go together, or not with the parameters of the case."""
    found: list[Problem] = []
    for item in sweep.items:
        choices = merged(basis, item)
        own = {key: choices[key] for key in item.waarden if "." not in key}
        named = {**own, PARAMETERS: {key: value for key, value in item.waarden.items() if "." in key}}
        faults = [*key_problems(named, parameters, "", hints()), *whole_problems(choices, parameters, "")]
        found += [told for p in faults if (told := replace(p, regel=item.regel)) not in found]
    return placed(found, sweep.bestand)


def _shape(raw: Mapping[str, Any], text: str, tasks: Sequence[str]) -> Iterator[Problem]:
    """List keys that are unknown, of another type, or out of range."""
    yield from unknown_keys(raw, ALL, BESTAND, text)
    for key, hint in KEYS.items():
        if key in raw and (fault := check(raw[key], hint)):
            yield Problem(fault.code, BESTAND, line_of(text, key), key, str(raw[key]), dict(fault.velden))
    if (task := raw.get("opdracht", tasks[0])) not in tasks:
        yield _no_choice("opdracht", task, tasks, text)


def _source(raw: Mapping[str, Any], text: str, folder: Path) -> Iterator[Problem]:
    """List what is wrong with the case: none or two, an example that does not exist, keys of another kind of case."""
    example = raw.get("voorbeeld")
    if "casus" in raw and "voorbeeld" in raw:
        place = (BESTAND, line_of(text, "voorbeeld"), "voorbeeld")
        yield Problem(Code.REEKS_SAMEN, *place, str(example), {"met": "casus"})
    elif "casus" not in raw and "voorbeeld" not in raw:
        yield Problem(Code.REEKS_SLEUTEL, BESTAND, None, "casus", velden={"voorbeeld": 'casus = "mijn-casus"'})
    if "voorbeeld" in raw and example not in EXAMPLES:
        yield _no_choice("voorbeeld", example, EXAMPLES, text)
    elif example == MADE:
        given = {"huishoudens": 60, "gemeenten": 10, SEEDS: "[1, 2, 3]"}
        for key, value in given.items():
            if key not in raw:
                yield Problem(Code.REEKS_SLEUTEL, BESTAND, None, key, velden={"voorbeeld": f"{key} = {value}"})
    else:
        other = "casus" if "casus" in raw else f'voorbeeld = "{example}"'
        for key in (*SIZES, SEEDS):
            if key in raw and ("casus" in raw or "voorbeeld" in raw):
                yield Problem(Code.REEKS_SAMEN, BESTAND, line_of(text, key), key, str(raw[key]), {"met": other})
    if isinstance(raw.get("basis"), str) and raw["basis"] and not (folder / raw["basis"]).is_file():
        yield Problem(Code.BESTAND_ONTBREEKT, BESTAND, line_of(text, "basis"), "basis", raw["basis"])


def _no_choice(key: str, found: object, choices: Sequence[str], text: str) -> Problem:
    """Report a word that is none of those that are known."""
    fields: dict[str, str | int] = {"keuzes": ", ".join(choices), **meant(str(found), choices)}
    return Problem(Code.GEEN_KEUZE, BESTAND, line_of(text, key), key, str(found), fields)
