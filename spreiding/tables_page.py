"""The page of tables and its machine-readable twin are written from the row types and the catalogue of columns.

Run ``python -m spreiding.tables_page docs``; a test asks that the committed files are the ones written here.
"""

import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from inputs.column_words import bereik, leeg, soort, woord
from inputs.headers import headers
from inputs.kolommen import BOOLEAN, SCENARIO, Beschreven, described, scenario_keys, tabel
from inputs.schema import package
from inputs.suggest import plain
from inputs.tables import TABLES, Table

PAGE, PACKAGE = "tabellen.md", "tabellen/datapackage.json"
"""The files that are written, below ``docs``."""
KOPPEN = ("kolom", "label", "verplicht", "soort", "eenheid", "bereik", "leeg", "uitleg", "bron")
"""Headings of a table of columns."""
HEAD = """# De tabellen van een casus

Geschreven door `python -m spreiding.tables_page docs` uit de rijtypen en
[`kolommen.toml`](../inputs/data/kolommen.toml); niet met de hand wijzigen. Dezelfde kolommen als Tabular Data Package,
voor een programma: [`tabellen/datapackage.json`](tabellen/datapackage.json). Sjablonen om in te vullen:
`spreiding template MAP`.

Een casus is een map, of één werkmap (.xlsx) met een blad voor elke tabel. In een map staat elke tabel één keer: als
CSV, als Parquet of als blad van een werkmap, met daarnaast een `scenario.toml` (of een blad `scenario` met de
kolommen keuze en waarde). Een CSV heeft `;`, `,` of tab tussen de cellen, een decimale komma of punt, en UTF-8 of
UTF-16 als tekenset; oudere tekensets van Excel worden herkend waar maar één lezing zinnig is. In de kop staat de naam
van een kolom, of een van de namen onder "ook gelezen als"; hoofdletters, accenten, spaties en leestekens maken geen
verschil. Elke tabel mag ook de kolommen `bron` en `peildatum` hebben."""
SCENARIO_HEAD = """`scenario.toml` heeft een regel `sleutel = waarde` voor elke keuze. Tekst staat tussen
aanhalingstekens, een getal heeft een punt. Verplicht is alleen `kwartaal`. Onder `[parameters]` staan eigen waarden van
parameters uit [`parameters.toml`](../inputs/data/parameters.toml), zoals `"uitstroom.per_persoon" = 80.0`."""


def page() -> str:
    """Write the page."""
    tables = (line for table in TABLES.values() for line in _table(table))
    return "\n".join([HEAD, *_contents(), *tables, *_every_table(), *_scenario(), ""])


def package_text() -> str:
    """Write the descriptor of the tables as JSON."""
    return json.dumps(package(), ensure_ascii=False, indent=2) + "\n"


def _contents() -> Iterator[str]:
    """List the tables: what a row is, who delivers it, and whether a case must have it."""
    yield from ("", *_rows(("tabel", "titel", "wie levert", "verplicht"), _content_rows()))


def _content_rows() -> Iterator[tuple[str, ...]]:
    """Give a line for each table, and for the scenario."""
    for table in TABLES.values():
        yield f"[`{table.bestand}`](#{table.name})", *_about(table.name), _yes(required=table.required)
    yield "[`scenario.toml`](#scenario)", *_about(SCENARIO), _yes(required=True)


def _about(name: str) -> tuple[str, str]:
    """Give the title of a table and who delivers it."""
    return tabel(name).woorden("nl").titel, woord(f"afzender.{tabel(name).afzender}", "nl")


def _table(table: Table) -> Iterator[str]:
    """Describe a table: what a row is, what may not repeat, and each column."""
    yield from ("", f"## {table.name}", "", tabel(table.name).woorden("nl").uitleg)
    if table.key:
        keys = ", ".join(f"`{name}`" for name in table.key)
        yield from ("", f"Geen twee regels hebben dezelfde {keys}.")
    own = [kolom for kolom in described(table) if kolom.name in table.row.__dataclass_fields__]
    yield from ("", *_rows((*_headings(), "ook gelezen als"), ((*_cells(k), _other_headers(k)) for k in own)))


def _every_table() -> Iterator[str]:
    """Describe the columns that every table may have."""
    yield from ("", "## bron en peildatum", "", "Deze kolommen mogen in elke tabel staan die ze niet zelf al heeft.")
    source = described(TABLES["gemeenten"])[-2:]
    yield from ("", *_rows((*_headings(), "ook gelezen als"), ((*_cells(k), _other_headers(k)) for k in source)))


def _scenario() -> Iterator[str]:
    """Describe the keys of the scenario, with their default as TOML writes it."""
    yield from ("", "## scenario", "", SCENARIO_HEAD)
    names = ["sleutel" if name == "kolom" else name for name in _headings()]
    yield from ("", *_rows(names, (_key_cells(key) for key in scenario_keys())))


def _key_cells(key: Beschreven) -> tuple[str, ...]:
    """Describe one key; several values stand in a list, yes and no are TOML's own words."""
    cells = list(_cells(key))
    if key.lijst or key.column.choices == BOOLEAN:
        cells[KOPPEN.index("soort")] = "lijst" if key.lijst else "true of false"
    default = key.column.default
    if default is not None:
        quoted = isinstance(default, str) and default not in BOOLEAN
        cells[KOPPEN.index("leeg")] = f"telt als `{json.dumps(default) if quoted else default}`"
    return tuple(cells)


def _headings() -> tuple[str, ...]:
    """Give the headings of a table of columns."""
    return tuple(woord(f"kop.{name}", "nl") for name in KOPPEN)


def _cells(kolom: Beschreven) -> tuple[str, ...]:
    """Describe one column."""
    column, text = kolom.column, kolom.tekst
    limits = ", ".join(f"`{word}`" for word in column.choices) or bereik(column, "nl")
    required = _yes(required=column.required)
    told = (soort(column, "nl"), text.eenheid, limits, leeg(kolom, "nl"), text.nl.uitleg, text.bron)
    return f"`{column.name}`", text.nl.label, required, *told


def _other_headers(kolom: Beschreven) -> str:
    """List the headers that are read as a column, beside its name in any spelling."""
    own = plain(kolom.name)
    return ", ".join(header for header in headers(kolom) if plain(header) != own)


def _rows(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Write a table in Markdown."""
    yield f"| {' | '.join(head)} |"
    yield "|" + "---|" * len(head)
    for row in rows:
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |"


def _yes(*, required: bool) -> str:
    """Say yes or no."""
    return woord("kop.ja" if required else "kop.nee", "nl")


def files() -> Mapping[str, str]:
    """Give every file below ``docs`` that this program writes."""
    return {PAGE: page(), PACKAGE: package_text()}


if __name__ == "__main__":
    for name, text in files().items():
        place = Path(sys.argv[1]) / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
