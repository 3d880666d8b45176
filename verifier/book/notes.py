"""The sheets Parameters, Meldingen and Toelichting say what run.json and the catalogue of words say."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from verifier.book.cells import ANY, WORKBOOK, Line, Source, ordered
from verifier.book.measures import head_of
from verifier.book.warnings import outcome_warnings
from verifier.finding import Finding, Told

PARAMETERS = ("waarde", "eenheid", "laagst", "hoogst", "geldig_vanaf", "herzien_voor", "bron")
HEADS = ("parameter", "parameter_waarde", *PARAMETERS[1:-1], "parameter_bron")
REMARKS = ("soort", "code", "bestand", "regel", "kolom", "gevonden", "kop", "uitleg", "actie")
FILES = (
    *("uitleg", "prijs_per_doel", "groepen", "plaatsen", "groottes", "geld", "bewijs_csv", "vergelijkingen_csv"),
    "gelijk_plan_csv",
)
"""Files without a sheet, of which the columns are explained too."""
CODE, FILE, MEANING, ACTION = (REMARKS.index(name) for name in ("code", "bestand", "uitleg", "actie"))


def parameters_sheet(source: Source, ranges: Mapping[str, tuple[float, float]]) -> list[Line]:
    """Give a row per parameter, in the order of the sheet; a range that is not known is not compared."""
    stated = source.run["parameters"]
    found = [str(row[0]) for row in source.sheets[source.words("blad.parameters")] if row]
    rows = []
    for name in ordered(found, list(stated)):
        cells = {**stated[name], **dict(zip(("laagst", "hoogst"), ranges.get(name, (ANY, ANY)), strict=True))}
        for day in ("geldig_vanaf", "herzien_voor"):
            cells[day] = date.fromisoformat(cells[day]) if cells[day] else None
        rows.append([name, *(cells[column] for column in PARAMETERS)])
    return [[source.heading], [source.words(f"kolom.{name}") for name in HEADS], *rows]


def remarks_sheet(source: Source) -> list[Line]:
    """Give a row per remark: those on the outcome as they follow from run.json, those on the input as it lists them."""
    words, listed = source.words, list(source.run["warnings"])
    own = outcome_warnings(source.run, source.towns, words)
    found = [row for row in source.sheets[words("blad.meldingen")][2:] if row[0] == words("melding.invoer")]
    told = [row for row in found if row[CODE] != ""]
    rest = listed[len(own) :]
    rows: list[Line] = [_row(words("melding.uitkomst"), text) for text in (*own, *rest[len(told) :])]
    rows += [_as_listed(row, text) for row, text in zip(told, rest, strict=False)]
    if not told:
        rows.append(_row(words("melding.invoer"), words("melding.geen")))
    return [[source.heading], [words(f"kolom.melding_{name}") for name in REMARKS], *rows]


def _row(about: str, text: str) -> Line:
    return [about, *[None] * 6, text, None]


def _as_listed(row: Line, text: str) -> Line:
    """Give a remark on the input as run.json lists it, all in one sentence."""
    end = f"{row[MEANING]}; {row[ACTION]} [{row[CODE]}]"
    if text.startswith(str(row[FILE])) and text.endswith(end):
        return row
    return [*row[:MEANING], text, *row[ACTION:]]


def check_notes(source: Source) -> Iterator[Finding]:
    """List every row of the sheet Toelichting that explains what is not there, or otherwise, and what it leaves out."""
    words, name = source.words, source.words("blad.toelichting")
    sheet, seen = source.sheets[name], Counter[tuple[str, str]]()
    heads = [words(f"blad.{part}") for part in ("tabblad", "kolom", "kolomnaam", "betekenis")]
    if [str(cell) for cell in sheet[0] if cell != ""] != [source.heading] or [str(cell) for cell in sheet[1]] != heads:
        yield Finding(WORKBOOK, name, "", f"{sheet[0]} {sheet[1]}", f"{source.heading} {heads}")
    meanings = _meanings(source)
    for n, row in enumerate(sheet[2:], 3):
        where, head, column, meaning = map(str, row[:4])
        seen[where, head] += 1
        good = meanings.get((where, head), {})
        if meaning not in good or column not in ("", good[meaning]) or any(cell != "" for cell in row[4:]):
            expected = next(iter(good), Told("a_column_of", table=where))
            yield Finding(WORKBOOK, f"{name} {where} {head}", heads[3], f"{column} {meaning}", expected, n)
    first = words("blad.overzicht")
    asked = [(part, str(head)) for part, rows in source.sheets.items() if part not in (first, name) for head in rows[1]]
    asked += [(first, words(f"doel.{goal['name']}")) for goal in source.run["goals"]]
    for where, head in asked:
        if head and seen[where, head] != 1:
            yield Finding(WORKBOOK, name, f"{where} {head}", seen[where, head], 1)


def _meanings(source: Source) -> dict[tuple[str, str], dict[str, str]]:
    """Give for each sheet and header what it may mean, with the name of the column."""
    words, out = source.words, dict[tuple[str, str], dict[str, str]]()
    sheets = {words(f"blad.{key}"): key for key in (*FILES, *words.keys("blad"))}
    for where in {*source.sheets, *(words(f"blad.{key}") for key in FILES)}:
        for column in words.keys("kolom"):
            out.setdefault((where, words(f"kolom.{column}")), {}).update(_texts(source, sheets.get(where, ""), column))
    plans = source.run["baselines"]
    for plan in plans:
        rule = "zonder" if plan.startswith("zonder_") else plan
        meaning = words.name("vergelijking_uitleg", rule)
        out[words("blad.vergelijkingen"), head_of(words, plan)] = {meaning: f"plan_{plan}"}
    for goal in words.keys("doel"):
        out[words("blad.overzicht"), words(f"doel.{goal}")] = {words(f"doel_uitleg.{goal}"): goal}
    return out


def _texts(source: Source, sheet: str, column: str) -> Iterator[tuple[str, str]]:
    """Give the texts that may explain a column: that of this sheet first, and with scores from elsewhere theirs."""
    words: Any = source.words
    groups = [f"kolom_uitleg_{sheet}", *(["kolom_uitleg_elders"] if "scores" in source.run else []), "kolom_uitleg"]
    own = next((text for group in groups if (text := words.name(group, column)) != column), "")
    if sheet in ("provincies", "arbeidsmarktregios"):
        yield words("blad.som", uitleg=own), column
    yield own, column
