"""What a spreadsheet may check while somebody types: lists, ranges and dates, with a message in words."""

import json
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from inputs.column_words import FIRST_DAY, LAST_DAY, bereik, leeg, soort, woord
from inputs.kolommen import Beschreven, eenheid
from inputs.messages import Lang
from inputs.tables import Column, Grens, Kind
from inputs.template.lists import Keuzelijst

LONGEST_TITLE, LONGEST_MESSAGE = 32, 255
"""Most signs that a spreadsheet shows in the title and the text of a message, and in a list of words."""


def validation(kolom: Beschreven, lijst: Keuzelijst | None, cell: str, lang: Lang) -> dict[str, Any]:
    """Give the check of a column as XlsxWriter takes it.

    Parameters
    ----------
    cell : str
        First cell that is checked, such as ``E2``; a formula about it moves along with the row.
    """
    rule = _rule(kolom, lijst, cell)
    shown = {"input_title": kolom.tekst.woorden(lang).label, "input_message": hint(kolom, lang)}
    if rule["validate"] == "any":
        return {**rule, **shown}
    strict = lijst is None or lijst.streng
    return {
        **rule,
        **shown,
        "error_title": woord("cel.fout_titel", lang),
        "error_message": _error(kolom.column, lang) if strict else woord("cel.fout_anders", lang),
        "error_type": "stop" if strict else "warning",
    }


def hint(kolom: Beschreven, lang: Lang) -> str:
    """Say in a few lines what goes into a cell; whole sentences, as many as a spreadsheet shows."""
    column, text = kolom.column, kolom.tekst
    needed = woord("cel.verplicht", lang) if column.required else woord("cel.mag_leeg", lang, leeg=leeg(kolom, lang))
    limits = "" if column.choices else bereik(column, lang)
    kind = soort(column, lang) + (f": {limits}" if limits else "")
    unit = f" [{eenheid(text.eenheid, lang)}]" if text.eenheid else ""
    told = f"{needed}. {kind[0].upper()}{kind[1:]}{unit}."
    if kolom.lijst:
        told = f"{needed}. {woord('cel.lijst', lang, lijst=example(column))}"
    for sentence in text.woorden(lang).uitleg.split(". "):
        longer = f"{told} {sentence.removesuffix('.')}."
        if len(longer) > LONGEST_MESSAGE:
            break
        told = longer
    return told


def note(kolom: Beschreven, lang: Lang) -> str:
    """Say all of a column, for the note at its header."""
    column, text = kolom.column, kolom.tekst.woorden(lang)
    needed = woord("cel.verplicht", lang).upper()
    limits = bereik(column, lang)
    lines = [
        text.label,
        needed if column.required else woord("cel.mag_leeg", lang, leeg=leeg(kolom, lang)),
        woord("cel.soort", lang, soort=soort(column, lang)),
        woord("cel.eenheid", lang, eenheid=eenheid(kolom.tekst.eenheid, lang)) if kolom.tekst.eenheid else "",
        woord("cel.keuzes" if column.choices else "cel.bereik", lang, keuzes=limits, bereik=limits) if limits else "",
        text.uitleg,
        woord("cel.lijst", lang, lijst=example(column)) if kolom.lijst else "",
        woord("cel.bron", lang, bron=kolom.tekst.bron),
    ]
    return "\n".join(line for line in lines if line)


def example(column: Column) -> str:
    """Give a list as a scenario holds it: words in quotes, numbers with a point."""
    return json.dumps(column.choices[:2]) if column.choices else "[0.01, 0.02]"


def _rule(kolom: Beschreven, lijst: Keuzelijst | None, cell: str) -> Mapping[str, Any]:
    """Give the check itself; a text, and several values in one cell, are not checked."""
    column = kolom.column
    if lijst is not None:
        return {"validate": "list", "source": lijst.cellen}
    if column.choices and not kolom.lijst:
        return {"validate": "list", "source": list(column.choices)}
    check = None if kolom.lijst else CHECKS.get(column.kind)
    return check(column, cell) if check else {"validate": "any"}


def _number(column: Column, cell: str) -> dict[str, Any]:
    """Check a number by the limits of its type."""
    least, most = column.least, column.most
    if least is None or most is None:
        return {"validate": "custom", "value": f"=ISNUMBER({cell})"}
    if column.above:
        return {"validate": "custom", "value": f"=AND(ISNUMBER({cell}),{cell}>{least},{cell}<={most})"}
    whole = "integer" if column.kind == "geheel" else "decimal"
    return {"validate": whole, "criteria": "between", "minimum": _plain(least), "maximum": _plain(most)}


def _date(column: Column, cell: str) -> dict[str, Any]:  # noqa: ARG001  every check is given the same
    """Check a date by the years in which one is read."""
    return {"validate": "date", "criteria": "between", "minimum": FIRST_DAY, "maximum": LAST_DAY}


def _kwartaal(column: Column, cell: str) -> dict[str, Any]:  # noqa: ARG001  every check is given the same
    """Check a kwartaal such as 2026K1."""
    return {"validate": "custom", "value": quarter_formula(cell)}


CHECKS: Mapping[Kind, Callable[[Column, str], dict[str, Any]]] = {
    "geheel": _number,
    "decimaal": _number,
    "exact": _number,
    "datum": _date,
    "kwartaal": _kwartaal,
}
"""How each kind of column is checked; a text is not."""


def quarter_formula(cell: str) -> str:
    """Say with the functions of a spreadsheet that a cell holds a kwartaal such as 2026K1."""
    years = f"ISNUMBER(VALUE(MID({cell},3,2)))"
    end = f'EXACT(MID({cell},5,1),"K"),ISNUMBER(FIND(RIGHT({cell},1),"1234"))'
    return f'=AND(LEN({cell})=6,LEFT({cell},2)="20",{years},{end})'


def _plain(limit: Grens) -> int | float:
    """Give a limit as a spreadsheet holds it."""
    return int(limit) if isinstance(limit, Decimal) else limit


def _error(column: Column, lang: Lang) -> str:
    """Say what to write instead."""
    limits = bereik(column, lang)
    if column.choices:
        return woord("cel.fout_keuze", lang, keuzes=limits)
    if column.kind in {"gemeentecode", "kwartaal", "datum", "geheel"}:
        return woord(f"cel.fout_{column.kind}", lang, bereik=limits)
    return woord("cel.fout_getal", lang, bereik=limits) if limits else woord("cel.fout_getal_vrij", lang)
