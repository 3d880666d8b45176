"""The choices of a run as a sheet: a line for each, with its value beside it."""

from inputs.kolommen import SCENARIO, Beschreven, scenario_keys
from inputs.template.book import Boek
from inputs.template.sheet import page, taken, write_header
from inputs.template.validation import validation

COLUMNS = ("keuze", "waarde")
"""Header of the sheet."""
INVENTED = frozenset(("synthetisch", "marges"))
"""Keys that only a case of invented data has; a template asks for real data."""


def asked() -> tuple[Beschreven, ...]:
    """List the choices that a template asks for."""
    return tuple(key for key in scenario_keys() if key.name not in INVENTED)


def write_scenario(boek: Boek) -> None:
    """Add the sheet of choices."""
    sheet = boek.book.add_worksheet(SCENARIO)
    for at, name in enumerate(COLUMNS):
        sheet.write_string(0, at, name, boek.formats["verplicht"])
    sheet.set_column(0, 0, 30)
    sheet.set_column(1, 1, 40, boek.formats["cel_decimaal"])
    for row, key in enumerate(asked(), start=1):
        write_header(boek, sheet, (row, 0), key)
        sheet.write_blank(row, 1, None, boek.cell_format(key.column.kind))
        taken(sheet.data_validation(row, 1, row, 1, validation(key, None, f"B{row + 1}", boek.lang)))
    sheet.freeze_panes(1, 1)
    page(sheet, SCENARIO)
