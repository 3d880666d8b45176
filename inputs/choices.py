"""The choices of a run: bytes of a file, or a sheet of a workbook written out as the same text."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from inputs.case import Bronbestand
from inputs.csvfile import load
from inputs.encoding import decode_toml
from inputs.file_names import shown
from inputs.found import SCENARIO_FILE, Choices
from inputs.sheet import as_text
from inputs.suggest import plain

BESTAND = SCENARIO_FILE
PARAMETERS = "parameters"
HEADER = ("keuze", "waarde")
"""Columns of a sheet with choices."""


@dataclass(frozen=True, slots=True)
class Written:
    """Choices as text in TOML, and where they stand; line n is row n of a sheet."""

    text: str
    bestand: str
    bron: Bronbestand


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
        return Written(toml_of(sheet.cells), sheet.bestand, Bronbestand(sheet.file, sheet.sha256, "", "", blad))
    path = folder / BESTAND if scenario is None else scenario
    data = load(path.parent, path.name)
    bron = Bronbestand(shown(path), hashlib.sha256(data).hexdigest(), "", "")
    return Written(decode_toml(data, bron.bestand), bron.bestand, bron)


def toml_of(cells: Sequence[Sequence[object]]) -> str:
    """Write a sheet of choices as TOML, a row a line.

    >>> toml_of([["keuze", "waarde"], ["kwartaal", "2026K1"], ["uitstroom.per_persoon", 60.0]]).splitlines()
    ['#', '"kwartaal" = "2026K1"', 'parameters."uitstroom.per_persoon" = 60']
    """
    return "\n".join(_line([as_text(row[0]), *row[1:2]]) if row else "#" for row in cells)


def _line(row: Sequence[object]) -> str:
    """Write one choice; a row without one, and the header, become a comment, so that rows keep their number."""
    key, value = str(row[0]).strip(), row[1] if len(row) > 1 else ""
    if not key or plain(key) in HEADER or value in {"", None}:
        return "#"
    name = f"{PARAMETERS}.{json.dumps(key)}" if "." in key else json.dumps(key, ensure_ascii=False)
    return f"{name} = {_value(value)}"


def _value(value: object) -> str:
    """Write a value: a number as a number, a list as it stands, other text in quotes."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return as_text(value)
    text = as_text(value).strip()
    return (
        text
        if text.startswith("[") and text.endswith("]") and len(text.splitlines()) == 1
        else json.dumps(text, ensure_ascii=False)
    )
