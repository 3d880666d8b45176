"""The choices of a run: bytes of a file, or a sheet of a workbook written out as the same text."""

import hashlib
import json
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from inputs.case import Bronbestand
from inputs.codes import Code
from inputs.csvfile import load
from inputs.encoding import decode_toml
from inputs.file_names import shown
from inputs.found import SCENARIO_FILE, Choices
from inputs.problems import Problem
from inputs.sheet import as_text
from inputs.suggest import plain

BESTAND = SCENARIO_FILE
PARAMETERS = "parameters"
HEADER = ("keuze", "waarde")
"""Columns of a sheet with choices."""
WORDS: Mapping[str, str] = {"true": "true", "waar": "true", "false": "false", "onwaar": "false"}
"""How a cell of text says true or false: a spreadsheet in another language does not know the word."""


@dataclass(frozen=True, slots=True)
class Written:
    """Choices as text in TOML, and where they stand; line n is row n of a sheet.

    Attributes
    ----------
    problems : tuple of Problem
        Choices that stand on a sheet twice; the first is in the text.
    """

    text: str
    bestand: str
    bron: Bronbestand
    problems: tuple[Problem, ...] = ()


def written(case: Path, sheets: Sequence[Choices], scenario: Path | None) -> Written:
    """Take the file that was asked for, else the sheet with choices, else ``scenario.toml`` beside the tables.

    Raises
    ------
    InputProblems
        There is no such file, or it is no text.
    """
    folder = case if case.is_dir() else case.parent
    if scenario is None and sheets and not (case.is_dir() and (folder / BESTAND).exists()):  # both: F.019
        sheet = sheets[0]
        blad = sheet.bestand.rpartition("[")[2].rstrip("]")
        bron = Bronbestand(sheet.file, sheet.sha256, "", "", blad)
        return Written(toml_of(sheet.cells), sheet.bestand, bron, tuple(_double(sheet.cells, sheet.bestand)))
    path = folder / BESTAND if scenario is None else scenario
    data = load(path.parent, path.name)
    bron = Bronbestand(shown(path), hashlib.sha256(data).hexdigest(), "", "")
    return Written(decode_toml(data, bron.bestand), bron.bestand, bron)


def toml_of(cells: Sequence[Sequence[object]]) -> str:
    """Write a sheet of choices as TOML, a row a line.

    >>> toml_of([["keuze", "waarde"], ["kwartaal", "2026K1"], ["uitstroom.per_persoon", 60.0]]).splitlines()
    ['#', '"kwartaal" = "2026K1"', 'parameters."uitstroom.per_persoon" = 60']
    """
    first = _first(cells)
    return "\n".join(_line(*_choice(row)) if first.get(_choice(row)[0]) == at else "#" for at, row in enumerate(cells))


def _choice(row: Sequence[object]) -> tuple[str, object]:
    """Give the name and the value of a choice; no name in the header, and in a row without a value."""
    key, value = (as_text(row[0]).strip(), row[1]) if len(row) > 1 else ("", "")
    return ("", "") if plain(key) in HEADER or value in {"", None} else (key, value)


def _first(cells: Sequence[Sequence[object]]) -> dict[str, int]:
    """Give the row in which each choice first stands, counted from 0."""
    found: dict[str, int] = {}
    for at, row in enumerate(cells):
        if key := _choice(row)[0]:
            found.setdefault(key, at)
    return found


def _double(cells: Sequence[Sequence[object]], bestand: str) -> Iterator[Problem]:
    """Refuse a choice that stands on a sheet twice; name both rows."""
    first = _first(cells)
    for at, row in enumerate(cells):
        key, value = _choice(row)
        if key and first[key] < at:
            yield Problem(Code.DUBBEL, bestand, at + 1, key, as_text(value), {"eerste": first[key] + 1})


def _line(key: str, value: object) -> str:
    """Write one choice."""
    name = f"{PARAMETERS}.{json.dumps(key)}" if "." in key else json.dumps(key, ensure_ascii=False)
    return f"{name} = {_value(value)}"


def _value(value: object) -> str:
    """Write a value: a number as a number, a list or a text in quotes as it stands, other text in quotes."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return as_text(value)
    text = as_text(value).strip()
    quoted = json.dumps(text, ensure_ascii=False)
    return text if _stands_alone(text) else WORDS.get(text.casefold(), quoted)


def _stands_alone(text: str) -> bool:
    """Tell whether a text is a list, or a text in quotes, as TOML writes it."""
    if len(text.splitlines()) != 1 or text[0] + text[-1] not in {"[]", '""'}:
        return False
    try:
        tomllib.loads(f"x = {text}")
    except (ValueError, RecursionError):
        return False
    return True
