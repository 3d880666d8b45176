"""Every problem of a case in a workbook: a list of all, and the rows concerned with their cells marked."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any

import xlsxwriter

from inputs.check_privacy import VEIL, tells_who
from inputs.codes import Code
from inputs.messages import title, what, why
from inputs.problems import Problem
from inputs.pseudonyms import pseudonym_fault, text_fault
from inputs.sheet import Sheet
from reports.book import CREATED, OPTIONS
from reports.words import Lang, words

MOST_PROBLEMS = 200_000
"""Problems in the list; a spreadsheet holds a million rows, and nobody mends so many by hand [problems]."""
MOST_ROWS = 20_000
"""Rows of a table that are shown [rows]."""
MOST_NOTES = 2_000
"""Cells of a table that carry their message; each note takes room and time [cells]."""
COLUMNS = ("soort", "code", "bestand", "regel", "kolom", "gevonden", "kop", "uitleg", "actie")
WIDTHS = (14, 8, 30, 8, 22, 26, 30, 70, 60)
STYLES: Mapping[str, Mapping[str, Any]] = {
    "kop": {"bold": True, "bg_color": "#e6eff1", "bottom": 1, "valign": "top"},
    "tekst": {"text_wrap": True, "valign": "top"},
    "error": {"bold": True, "bg_color": "#fbd5d0", "border": 2, "border_color": "#a3261c"},
    "warning": {"italic": True, "bg_color": "#fdf0c4", "border": 1, "border_color": "#7a5b00"},
    "regel": {"bold": True, "align": "right", "font_color": "#1d4e5f"},
    "gewoon": {},
}
"""Cell formats; an error differs from a warning by its border and letters too, not by colour alone."""
Marks = Mapping[tuple[int, str], Problem]


def problem_book(problems: Sequence[Problem], sheets: Mapping[str, Sheet], lang: Lang = "nl") -> bytes:
    """Give the bytes of a workbook with all problems.

    Parameters
    ----------
    sheets : Mapping
        Text of the tables that could be read, by the file or sheet that the problems name.
    """
    target = BytesIO()
    book = xlsxwriter.Workbook(target, OPTIONS)
    book.set_properties({"title": words(lang)("problemen.titel"), "created": CREATED})
    styles = {name: book.add_format(dict(style)) for name, style in STYLES.items()}
    _list(book.add_worksheet(words(lang)("problemen.titel")), problems, styles, lang)
    by_file: dict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        by_file[problem.bestand].append(problem)
    taken: set[str] = set()
    for bestand, found in by_file.items():
        if bestand in sheets and any(problem.regel for problem in found):
            _marked(book.add_worksheet(_name(bestand, taken)), sheets[bestand], found, styles, lang)
    book.close()
    return target.getvalue()


def _list(sheet: Any, problems: Sequence[Problem], styles: Mapping[str, Any], lang: Lang) -> None:
    """List problems, errors first, a row each."""
    told = words(lang)
    for column, (name, width) in enumerate(zip(COLUMNS, WIDTHS, strict=True)):
        sheet.write_string(0, column, told(f"problemen.{name}"), styles["kop"])
        sheet.set_column(column, column, width)
    ranked = sorted(problems, key=lambda problem: problem.level != "error")
    for row, problem in enumerate(ranked[:MOST_PROBLEMS], start=1):
        texts = (problem.bestand, problem.regel, problem.kolom, problem.gevonden)
        cells = (told(f"problemen.{problem.level}"), problem.code, *texts, title(problem, lang), why(problem, lang))
        sheet.set_row(row, 30)
        for column, cell in enumerate((*cells, what(problem, lang))):
            if isinstance(cell, int):
                sheet.write_number(row, column, cell, styles["tekst"])
            elif cell:
                sheet.write_string(row, column, str(cell)[:1000], styles["tekst"])
    if len(ranked) > MOST_PROBLEMS:
        sheet.write_string(MOST_PROBLEMS + 1, 0, told("problemen.rest", aantal=len(ranked) - MOST_PROBLEMS))
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(ranked), 1), len(COLUMNS) - 1)
    _page(sheet)


def _marked(sheet: Any, table: Sheet, problems: Sequence[Problem], styles: Mapping[str, Any], lang: Lang) -> None:
    """Show the rows of a table that have a problem, each under its row number, with the cells marked."""
    marks = _marks(problems)
    hidden = {p.kolom for p in problems if p.regel == 1 and p.gevonden is None and _keeps_away(p)}
    at = {regel: n for n, regel in enumerate(table.regels)}
    regels = sorted({regel for regel, _ in marks if regel in at})[:MOST_ROWS]
    sheet.write_string(0, 0, words(lang)("problemen.regel"), styles["kop"])
    notes = 0
    for column, name in enumerate(table.header, start=1):
        problem = marks.get((1, name))
        told = table.written[column - 1]
        shown = words(lang)("problemen.weggelaten") if pseudonym_fault(told) or text_fault(told) else told
        sheet.write_string(0, column, shown[:1000], styles[problem.level if problem else "kop"])
        sheet.set_column(column, column, 18)
        if problem:
            sheet.write_comment(0, column, _note(problem, lang), NOTE)
    for row, regel in enumerate(regels, start=1):
        whole = marks.get((regel, ""))
        sheet.write_number(row, 0, regel, styles[whole.level if whole else "regel"])
        for column, (name, text) in enumerate(zip(table.header, table.rows[at[regel]], strict=True), start=1):
            problem = marks.get((regel, name))
            secret = (
                name in hidden or (problem is not None and problem.gevonden in {None, VEIL}) or tells_who(name, text)
            )
            shown = words(lang)("problemen.weggelaten") if secret and text else text
            if shown or problem:
                sheet.write_string(row, column, shown[:1000], styles[problem.level if problem else "gewoon"])
            if problem and notes < MOST_NOTES:
                sheet.write_comment(row, column, _note(problem, lang), NOTE)
                notes += 1
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(len(regels), 1), len(table.header))
    _page(sheet)


def _keeps_away(problem: Problem) -> bool:
    """Tell whether the cells below a header are shown to nobody: the column is refused, or nothing of it is read."""
    return problem.level == "error" or problem.code is Code.KOLOM_ONBEKEND


def _page(sheet: Any) -> None:
    """Print on A4 across, as wide as the page, with the header on every page."""
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


NOTE = {"x_scale": 2.2, "y_scale": 1.1}
"""Size of the note beside a cell."""


def _marks(problems: Sequence[Problem]) -> Marks:
    """Give the problem to show at each cell: the first, an error before a warning; a row as a whole at column ""."""
    marks: dict[tuple[int, str], Problem] = {}
    for problem in sorted(problems, key=lambda p: p.level != "error"):
        for kolom in (problem.kolom or "").split(" / ") if problem.regel else ():
            marks.setdefault((problem.regel or 0, kolom), problem)
    return marks


def _note(problem: Problem, lang: Lang) -> str:
    """Say what is wrong and what to write, in the note of a cell."""
    return f"{why(problem, lang)}; {what(problem, lang)} [{problem.code}]"[:1000]


def _name(bestand: str, taken: set[str]) -> str:
    """Name a sheet after a table within what a workbook allows, each once."""
    name = "".join(sign if sign not in "[]:*?/\\'" else " " for sign in bestand).strip()[-28:].strip()
    while name.lower() in taken:
        name = f"{name[:26]} {len(taken)}"
    taken.add(name.lower())
    return name
