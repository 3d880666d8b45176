"""Which gemeenten are reckoned with by default, because no offer sheet of theirs came or it was refused."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from inputs.aanlevering import Aanlevering
from inputs.case import Case
from inputs.suggest import plain
from reports.numbers import number
from reports.words import Lang, words

FLAGGED = ("standaard", "afgekeurd")
"""Statuses that are marked on the map, in the order of the legend."""
TABLE = "aanlevering"
"""Table that says who delivered what; the sheet of a workbook may be called so in capitals."""
LONGEST = 500
"""Most signs of a remark that the map shows; aanlevering.csv of the case holds it whole."""


def statuses(case: Case) -> dict[str, str]:
    """Give the status of each gemeente by its code; none where no offer sheets were gathered."""
    return {g.gemeentecode: g.status for g in case.gemeenten if g.status is not None}


def counts(case: Case) -> dict[str, int]:
    """Count the gemeenten by status; none where no offer sheets were gathered."""
    found = Counter(statuses(case).values())
    return {status: found[status] for status in ("opgave", *FLAGGED)} if found else {}


def told(case: Case, lang: Lang = "nl") -> list[str]:
    """Say in a sentence how many sheets came; nothing where none were gathered."""
    found = counts(case)
    if not found:
        return []
    numbers = {status: number(count, lang) for status, count in found.items()}
    return [words(lang)("stand_regel.samen", alle=number(len(case.gemeenten), lang), **numbers)]


def lines(case: Case, lang: Lang = "nl") -> dict[str, list[str]]:
    """Say of each gemeente with a status what came of it, and what it is reckoned with."""
    delivered = {row.gemeentecode: row for row in case.aanlevering}
    return {code: list(_lines(status, delivered.get(code), lang)) for code, status in statuses(case).items()}


def manifest_part(case: Case) -> dict[str, Any]:
    """Give how many gemeenten have each status, and the hash of the table that says who delivered what."""
    found = counts(case)
    if not found:
        return {}
    table = [b for b in case.bronnen if plain(b.blad or b.bestand.rpartition(".")[0]) == TABLE]
    return {"aanlevering": {**found, **({"bestand": table[0].bestand, "sha256": table[0].sha256} if table else {})}}


def _lines(status: str, row: Aanlevering | None, lang: Lang) -> list[str]:
    """Give the sentences of one gemeente."""
    say = words(lang)
    if status == "opgave" and row is not None and row.datum_ingevuld and row.ingevuld_door:
        day = row.datum_ingevuld
        found = [say("stand_regel.opgave_van", datum=f"{day.day}-{day.month}-{day.year}", door=row.ingevuld_door)]
    else:
        found = [say(f"stand_regel.{status}")]
    if row is not None and status in FLAGGED:
        found.append(say("stand_regel.aantallen", **_numbers(row, lang)))
    if row is not None and row.opmerkingen:
        text = row.opmerkingen
        found.append(say("stand_regel.opmerking", tekst=text if len(text) <= LONGEST else f"{text[:LONGEST]}…"))
    return found


def _numbers(row: Aanlevering, lang: Lang) -> Mapping[str, str]:
    """Write the numbers of this kwartaal that a gemeente is reckoned with."""
    names = ("woningen", "slaapplaatsen", "cursusplaatsen", "schoolplaatsen")
    return {name: number(getattr(row, name), lang) for name in names}
