"""A workbook in the making: the same bytes every time, no text that becomes a formula, and the formats of its cells."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import xlsxwriter

from inputs.messages import Lang
from inputs.tables import Kind

CREATED = datetime(2026, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""Creation date in the file, constant so that the bytes are."""
OPTIONS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
"""No text becomes a formula, a link or a number."""
DARK, PALE, MISSING, FIXED = "#1d4e5f", "#e6eff1", "#fff2b3", "#dcdcdc"
"""Behind a required header, behind an optional one, in a required cell that is still empty, and in one to leave."""
NUMBER_FORMATS: Mapping[Kind, str] = {
    "geheel": "0",  # no sign for thousands: saved as CSV it would have two readings
    "decimaal": "General",
    "exact": "General",
    "datum": "dd-mm-yyyy",
}
"""How a spreadsheet shows each kind of column, written the American way; every other kind is text."""
TEXT = "@"
"""Number format of text: a code keeps its zeros, and 2026-01-01 stays as it was typed."""
HEADER = {"border": 1, "valign": "vcenter"}
LISTED = {"text_wrap": True, "valign": "top", "align": "left", "indent": 1, "bottom": 1, "bottom_color": "#c5d3d7"}
"""What all headers of a table have, and all cells of a list: there a thin line below each row."""
ANSWER = {"border": 1, "valign": "top", "align": "left", "text_wrap": True, "indent": 1}
"""What all cells have in which an answer is written."""
STYLES: dict[str, dict[str, Any]] = {
    "verplicht": {**HEADER, "bold": True, "underline": 1, "bg_color": DARK, "font_color": "#ffffff"},
    "vrij": {**HEADER, "italic": True, "bg_color": PALE, "font_color": "#000000"},
    "ontbreekt": {"bg_color": MISSING},
    "titel": {"bold": True, "font_size": 14},
    "kop": {"bold": True, "font_size": 12, "font_color": DARK},
    "lang": {"text_wrap": True, "valign": "top"},
    "hoofd": {**LISTED, "bold": True, "bg_color": PALE},
    "cel": LISTED,
    "vet": {**LISTED, "bold": True},
    **{f"cel_{kind}": {"num_format": format_} for kind, format_ in NUMBER_FORMATS.items()},
    "cel_tekst": {"num_format": TEXT, "align": "left", "indent": 1},
    **{f"antwoord_{kind}": {**ANSWER, "num_format": format_} for kind, format_ in NUMBER_FORMATS.items()},
    "antwoord_tekst": {**ANSWER, "num_format": TEXT},
    "vast": {**ANSWER, "num_format": TEXT, "bg_color": FIXED, "italic": True},
}
"""Cell formats."""


@dataclass(frozen=True, slots=True)
class Boek:
    """A workbook in the making, in one language.

    Attributes
    ----------
    formats : Mapping
        Format of the workbook by the name of its style.
    """

    book: Any
    formats: Mapping[str, Any]
    lang: Lang

    def cell_format(self, kind: Kind, style: str = "cel") -> Any:
        """Give the format of the cells of a kind of column."""
        return self.formats[f"{style}_{kind}" if kind in NUMBER_FORMATS else f"{style}_tekst"]


def workbook(title: str, lang: Lang, fill: Callable[[Boek], None]) -> bytes:
    """Give the bytes of a workbook that a function fills with sheets."""
    target = BytesIO()
    book = xlsxwriter.Workbook(target, OPTIONS)
    book.set_properties({"title": title, "created": CREATED})
    fill(Boek(book, {name: book.add_format(style) for name, style in STYLES.items()}, lang))
    book.close()
    return target.getvalue()
