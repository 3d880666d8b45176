"""Every table of a run has the columns that belong to it, says where it comes from, and tells nothing twice."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from verifier.case import Tables
from verifier.finding import Finding, Told
from verifier.read import Row, plain, read_table

HOUSEHOLD = (
    *("huishouden_id", "personen", "gemeentecode", "gastgemeente", "aanbod_id"),
    *("woonvorm", "slaapt", "score", "afstand_km", "bron"),
)
MONEY = (
    *("gemeentecode", "naam", "regeling", "woningen_gebruikt", "geplaatste_personen", "betaald_aantal"),
    *("eenheid", "bedrag", "totaal", "bedrag_datum", "bedrag_bron", "bron"),
)
TOWNS = (
    *("gemeentecode", "naam", "provincie", "arbeidsmarktregio", "inwoners", "sleutel_personen", "achterstand"),
    *("inhaal_personen", "afspraken_personen", "doel_personen", "toegewezen_personen", "toegewezen_huishoudens"),
    *("toegewezen_kinderen", "gehuisvest_als_gast_personen", "gehuisvest_elders_personen", "blijft_huishoudens"),
    *("afwijking_personen", "achterstand_na_personen", "woningen_aangeboden", "woningen_gebruikt"),
    *("bindende_regel", "taakstelling_grootste_rest", "taakstelling_afgerond", "status", "bron"),
)
COLUMNS: dict[str, tuple[str, ...]] = {
    "bewijs.csv": ("regel", "gebied", "soort_rij", "schaduwprijs_punten", "bron"),
    "geld.csv": MONEY,
    "gelijk_plan.csv": ("huishouden_id", "aanbod_id", "tot_en_met_doel", "bron"),
    "gemeenten.csv": TOWNS,
    "groottes.csv": ("gemeentecode", "naam", "personen", "toegewezen_huishoudens", "bron"),
    "koppelingen.csv": HOUSEHOLD,
    "ongeplaatst.csv": ("huishouden_id", "personen", "reden_code", "reden", "bron"),
    "plaatsen.csv": ("gemeentecode", "naam", "soort", "wat", "aangeboden", "gebruikt", "bron"),
    "vergelijkingen.csv": ("vergelijking", *HOUSEHOLD),
}
"""Columns of the tables that are recounted, in any order."""
OPTIONAL = {"status"}
"""Columns of some cases only."""
ONCE = {
    "geld.csv": ("gemeentecode", "regeling"),
    "groottes.csv": ("gemeentecode", "personen"),
    "plaatsen.csv": ("gemeentecode", "soort", "wat"),
}
"""Columns that together name a row."""
SYNTHETIC = "syntheti"
"""What a source says in Dutch and in English of made-up data."""


def check_columns(tables: Tables, folder: Path) -> list[Finding]:
    """List every column that does not belong, and every row that stands twice, has another name or no true source."""
    problems, sources = list[Finding](), Counter[str]()
    for file, columns in COLUMNS.items():
        rows = read_table(folder / file)
        if rows:
            problems += _columns(file, rows[0], columns)
        problems += [*_twice(file, rows), *_names(tables, file, rows), *_sources(tables, file, rows, sources)]
    return problems


def _columns(file: str, row: Row, columns: tuple[str, ...]) -> Iterator[Finding]:
    """Compare the columns of a table with those that it should have."""
    for name in sorted(row.keys() - set(columns)):
        yield Finding(file, "", name, Told("a_column_more"), Told("no_column"))
    for name in sorted(set(columns) - row.keys() - OPTIONAL):
        yield Finding(file, "", name, Told("nothing"), Told("a_column_of", table=file))


def _twice(file: str, rows: list[Row]) -> Iterator[Finding]:
    """Find rows with the same key."""
    seen = set[tuple[str, ...]]()
    for row in rows if file in ONCE else ():
        key = tuple(row[column] for column in ONCE[file])
        if key in seen:
            yield Finding(file, " ".join(key), "rows", 2, 1, row.line)
        seen.add(key)


def _names(tables: Tables, file: str, rows: list[Row]) -> Iterator[Finding]:
    """Compare the name beside each gemeentecode."""
    for row in rows if "naam" in COLUMNS[file] else ():
        town = tables.towns.get(row["gemeentecode"])
        if town is None:
            yield Finding(file, row["gemeentecode"], "gemeentecode", row["gemeentecode"], Told("a_gemeente"), row.line)
        elif plain(row["naam"], [town.name]) != town.name:
            yield Finding(file, town.code, "naam", row["naam"], town.name, row.line)


def _sources(tables: Tables, file: str, rows: list[Row], seen: Counter[str]) -> Iterator[Finding]:
    """Ask one source of all tables, which calls made-up data made up."""
    for row in rows:
        source = row["bron"]
        seen[source] += 1
        if tables.synthetic and SYNTHETIC not in source.casefold():
            yield Finding(file, "", "bron", source, Told("says_synthetic"), row.line)
        elif len(seen) > 1 and seen[source] == 1:
            yield Finding(file, "", "bron", source, next(iter(seen)), row.line)
