"""Which workbook asks whom for which tables: one for each kind of sender, and one with all of them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, get_args

from inputs.column_words import woord
from inputs.facts import gemeenten_2026
from inputs.kolommen import SCENARIO, Afzender, described, tabel
from inputs.messages import Lang
from inputs.tables import TABLES, Table
from inputs.template.book import Boek, workbook
from inputs.template.explanation import Tabelblad, write_explanation
from inputs.template.lists import write_lists
from inputs.template.scenario_sheet import asked, write_scenario
from inputs.template.sheet import Opmaak, write_table

Boeknaam = Literal["coa", "ministerie", "gemeente", "casus"]
DELIVER: Mapping[Boeknaam, tuple[Afzender, ...]] = {
    "coa": ("coa",),
    "ministerie": ("ministerie", "planner"),
    "gemeente": ("gemeente",),
    "casus": ("ministerie", "gemeente", "coa", "planner"),
}
"""Whose tables each workbook asks for."""
ROWS: Mapping[str, int] = {"huishoudens": 40_000, "deelnemers": 60_000, "bindingen": 40_000, "gekoppeld": 40_000}
"""Last row with lists and ranges, for tables that may be longer than most [rows]."""


def templates(names: Sequence[Boeknaam], lang: Lang) -> dict[str, bytes]:
    """Give the templates by file name."""
    return {f"{name}.xlsx": template(name, lang) for name in names}


def template(name: Boeknaam, lang: Lang) -> bytes:
    """Give the bytes of one template."""
    title = woord(f"boek.{name}", lang)

    def fill(boek: Boek) -> None:
        tables = tables_of(name)
        asks_scenario = tabel(SCENARIO).afzender in DELIVER[name]
        sheets = [Tabelblad(table.name, described(table), _layout(table).rijen) for table in tables]
        if asks_scenario:
            sheets.append(Tabelblad(SCENARIO, asked()))
        write_explanation(boek, title, list(_extra(tables, lang, scenario=asks_scenario)), sheets)
        for table in tables:
            rows = known_gemeenten() if table.name == "gemeenten" else ()
            write_table(boek, table.name, described(table), rows, _layout(table))
        if asks_scenario:
            write_scenario(boek)
        write_lists(boek)

    return workbook(title, lang, fill)


def tables_of(name: Boeknaam) -> tuple[Table, ...]:
    """List the tables that a workbook asks for, in the order of a case."""
    return tuple(table for table in TABLES.values() if tabel(table.name).afzender in DELIVER[name])


def known_gemeenten() -> list[dict[str, object]]:
    """Give what CBS publishes of every gemeente as rows of the table gemeenten, each with its source."""
    return [
        {
            "gemeentecode": fact.gemeentecode,
            "naam": fact.naam,
            "inwoners": fact.inwoners,
            "provincie": fact.provincie,
            "arbeidsmarktregio": fact.arbeidsmarktregio,
            "bron": fact.bron,
            "peildatum": fact.peildatum,
        }
        for fact in gemeenten_2026()
    ]


def _layout(table: Table) -> Opmaak:
    """Give the layout of a table: how long it may be, and its first column in view."""
    return Opmaak(rijen=ROWS.get(table.name, Opmaak().rijen), vast=1)


def _extra(tables: Sequence[Table], lang: Lang, *, scenario: bool) -> Iterator[str]:
    """Say what only this workbook needs to say."""
    if any(table.name == "gemeenten" for table in tables):
        yield woord("uitleg.gemeenten", lang, aantal=len(gemeenten_2026()))
    if scenario:
        yield woord("uitleg.scenario", lang)


BOOKS: tuple[Boeknaam, ...] = get_args(Boeknaam)
"""Every workbook."""
