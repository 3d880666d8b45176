"""The disclosure report tells planners, never the public, why each number is hidden and how much room it keeps."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

import pandas as pd
import xlsxwriter

from reports.book import CREATED, OPTIONS
from reports.publishing.decision import Besluit
from reports.publishing.publication import Publication
from reports.publishing.totals import Uitkomst
from reports.tables import csv_text
from reports.words import Lang, words

COLUMNS = ("soort", "gebied", "personen", "reden", "minste", "meeste", "speling", "drempel")
"""Columns of the hidden numbers: area, true number, reason, proof [persons]."""
SUFFIXES = (".xlsx", ".csv")
"""Kinds of file; beside a CSV the summary stands in a Markdown file of the same name."""

Lines = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Verslag:
    """A publication with all that planners must know of it.

    Attributes
    ----------
    minimal : bool
        Whether it is proved that no cheaper choice of hidden numbers protects.
    beside : int
        Earlier publications of the same kwartaal that the attacker knew [publications].
    """

    publication: Publication
    uitkomst: Uitkomst
    decision: Besluit
    minimal: bool
    beside: int

    @property
    def reasons(self) -> Counter[str]:
        """Count the hidden numbers by why they are hidden."""
        return Counter(hidden.reden for hidden in self.publication.afgeschermd)

    @property
    def least_room(self) -> int | None:
        """Give the room of the hidden number that has the least; None: nothing is hidden [persons]."""
        return min((hidden.bereik.width for hidden in self.publication.afgeschermd), default=None)


def workbook_of(made: Verslag, lang: Lang) -> bytes:
    """Give the report as a workbook."""
    target = BytesIO()
    book = xlsxwriter.Workbook(target, OPTIONS)
    book.set_properties({"title": words(lang)("verslag.titel"), "created": CREATED})
    told = [(words(lang)("verslag.titel"), ""), *summary(made, lang)]
    _sheet(book, words(lang)("verslag.blad_uitleg"), told, (34, 90))
    rows = hidden_numbers(made, lang)
    _sheet(book, words(lang)("verslag.blad_getallen"), [tuple(rows.columns), *rows.itertuples(index=False)], (22,) * 8)
    book.close()
    return target.getvalue()


def text_of(made: Verslag, lang: Lang) -> tuple[str, str]:
    """Give the report as CSV, and its summary as Markdown."""
    lines = [f"# {words(lang)('verslag.titel')}", "", *(f"- {name}: {text}" for name, text in summary(made, lang))]
    return csv_text(hidden_numbers(made, lang)), "\n".join(lines) + "\n"


def summary(made: Verslag, lang: Lang) -> Lines:
    """Say what was signed, what is hidden and what was proved."""
    told, signed, reasons = words(lang), made.decision, made.reasons
    return [
        (told("verslag.geheim"), told("verslag.geheim_uitleg")),
        (told("verslag.kwartaal"), made.uitkomst.kwartaal),
        (told("verslag.uitkomst"), made.uitkomst.hash),
        (told("verslag.eigenaar"), f"{signed.eigenaar}, {signed.datum.isoformat()}: {signed.akkoord}"),
        (told("verslag.drempel"), str(signed.drempel)),
        (told("verslag.afronding"), str(signed.afronding)),
        *((told(f"verslag.reden_{name}"), str(reasons[name])) for name in ("klein", "hulp", "eerder")),
        (told("verslag.minste_speling"), "-" if made.least_room is None else str(made.least_room)),
        (told("verslag.goedkoopst"), told("verslag.ja" if made.minimal else "verslag.nee")),
        (told("verslag.naast"), str(made.beside)),
        (told("verslag.bewijs"), told("verslag.bewijs_uitleg", drempel=signed.drempel)),
    ]


def hidden_numbers(made: Verslag, lang: Lang) -> pd.DataFrame:
    """Give a row per hidden number."""
    rows = [
        {
            "soort": hidden.bereik.soort,
            "gebied": hidden.bereik.naam or "-",
            "personen": hidden.personen,
            "reden": words(lang)(f"verslag.reden_{hidden.reden}"),
            "minste": hidden.bereik.least,
            "meeste": hidden.bereik.most,
            "speling": hidden.bereik.width,
            "drempel": made.decision.drempel,
        }
        for hidden in made.publication.afgeschermd
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS))


def _sheet(book: xlsxwriter.Workbook, name: str, rows: Sequence[Sequence[object]], widths: Sequence[int]) -> None:
    """Write a sheet, its first row as a header; no text becomes a formula."""
    sheet, head = book.add_worksheet(name), book.add_format({"bold": True, "bottom": 1})
    wrap = book.add_format({"text_wrap": True, "valign": "top", "align": "left"})
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    for at, row in enumerate(rows):
        for column, cell in enumerate(row):
            style = wrap if at else head
            if isinstance(cell, int):
                sheet.write_number(at, column, cell, style)
            else:
                sheet.write_string(at, column, str(cell), style)
    sheet.freeze_panes(1, 0)
