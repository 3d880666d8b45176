"""Workbooks as planners send them, made from the small case."""

import csv
import io
import re
import zipfile

import xlsxwriter

NUMBER = re.compile(r"-?\d+(,\d+)?")
DATE = re.compile(r"\d{4}-\d\d-\d\d")


def cells_of(text):
    """Give the typed cells of a CSV: numbers as numbers, all else as text."""
    for row in csv.reader(io.StringIO(text), delimiter=";"):
        yield [float(cell.replace(",", ".")) if NUMBER.fullmatch(cell) else cell for cell in row]


def book(sheets, change=None, **options):
    """Write a workbook with a sheet for each name, and change it by its worksheets."""
    target = io.BytesIO()
    made = xlsxwriter.Workbook(target, {"strings_to_formulas": False, **options})
    worksheets = {}
    for name, rows in sheets.items():
        worksheets[name] = made.add_worksheet(name)
        for at, row in enumerate(rows):
            for column, cell in enumerate(row):
                if cell != "":
                    worksheets[name].write(at, column, cell)
    if change:
        change(made, worksheets)
    made.close()
    return target.getvalue()


def case_book(files, change=None, **replaced):
    """Write the small case as one workbook, its choices too."""
    sheets = {name[:-4]: list(cells_of(text)) for name, text in files.items() if name.endswith(".csv")}
    sheets["scenario"] = [
        ["keuze", "waarde"],
        ["naam", "klein"],
        ["kwartaal", "2026K1"],
        ["opgave_personen", 5],
        ["uitstroom.per_persoon", 80],
    ]
    return book({**sheets, **replaced}, change)


def repacked(data, changes, *, compression=zipfile.ZIP_DEFLATED):
    """Give a workbook with parts changed or added: bytes, or a function of the bytes; None drops the part."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w", compression) as new:
        for name in old.namelist():
            change = changes.get(name, old.read(name))
            if change is not None:
                new.writestr(name, change(old.read(name)) if callable(change) else change)
        for name in changes.keys() - set(old.namelist()):
            new.writestr(name, changes[name])
    return target.getvalue()
