"""Carry the small case of 2021 over, and read what came out as rows."""

import csv
import io

from old_case import write_old

from inputs.messages import render
from inputs.problems import InputProblems
from inputs.recode.carry import carry
from inputs.recode.shares import read_shares, today
from inputs.recode.source import read_source


def carried(folder, changes=None, shares=()):
    """Carry the small case over, with changes in its files and parts of divided gemeenten."""
    walk = today()
    if shares:
        file = folder / "verdeling.csv"
        file.write_text("\n".join(["oude_code;nieuwe_code;deel;bron", *shares, ""]), "utf-8")
        walk = read_shares(file, walk)
    return carry(read_source(write_old(folder / "oud", changes)), walk)


def refused(folder, changes, shares=()):
    """Give what a planner reads of a case that cannot be carried over, in Dutch, warnings left out."""
    try:
        carried(folder, changes, shares)
    except InputProblems as caught:
        found = [problem for problem in caught.problems if problem.level == "error"]
        assert all(render(problem, "en") != render(problem, "nl") for problem in found)
        return [render(problem, "nl") for problem in found]
    raise AssertionError("the case was carried over")


def rows(case, name):
    """Give the rows of a carried table."""
    text = case.files("nl")[f"{name}.csv"].decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text), delimiter=";"))


def cells(case, name, *columns):
    """Give some columns of a carried table, row by row, as text."""
    return [" ".join(row[column] for column in columns) for row in rows(case, name)]


def notes(case, wat, tabel=None):
    """Give what was noted of one kind of change: row, column, before and after."""
    found = [note for note in case.notes if note.wat == wat and tabel in {None, note.tabel}]
    return [(note.regel, note.kolom, note.oud, note.nieuw) for note in found]


def total(case, tabel, kolom):
    """Give a sum before, after, and what was left out."""
    return next((t.voor, t.na, t.weg) for t in case.totals if (t.tabel, t.kolom) == (tabel, kolom))
