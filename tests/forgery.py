"""Ways to change one thing in a run folder; each says by which words the difference must be named."""

import re
import sqlite3
from contextlib import closing

import pyarrow as pa
import pyarrow.parquet as pq
from books import repacked
from recount.tampering import change, change_run, in_map, in_row


def in_geopackage(run, statement):
    """Change a GeoPackage as any program may."""
    with closing(sqlite3.connect(run / "gemeenten.gpkg", isolation_level=None)) as base:
        base.execute(statement)


def more(cell):
    """Give a number that is one more."""
    return str(int(cell) + 1) if "," not in cell else f"{cell[:-1]}{(int(cell[-1]) + 1) % 10}"


def cell(table, column, row=0):
    """Change one number of a table."""

    def tamper(run):
        change(run / table, lambda rows: rows[row].update({column: more(rows[row][column])}))
        return table, f"{column} = "

    tamper.__name__ = f"{table} {column}"
    return tamper


def beside(table, column, row=0):
    """Change one number of a table that stands on a sheet of the workbook too: the two differ."""

    def tamper(run):
        change(run / table, lambda rows: rows[row].update({column: more(rows[row][column])}))
        return "toewijzing.xlsx", column

    tamper.__name__ = f"{table} {column} beside the workbook"
    return tamper


def no_row(table, *words):
    """Drop the first row of a table."""

    def tamper(run):
        change(run / table, lambda rows: rows.pop(0))
        return words

    tamper.__name__ = f"{table} without a row"
    return tamper


def two_households_swapped(run):
    """Exchange the homes of two households of one size from two places."""

    def swap(rows):
        one = rows[0]
        other = next(
            row
            for row in rows
            if (row["personen"], row["woonvorm"]) == (one["personen"], one["woonvorm"])
            and row["afstand_km"] != one["afstand_km"]
        )
        one["huishouden_id"], other["huishouden_id"] = other["huishouden_id"], one["huishouden_id"]

    change(run / "koppelingen.csv", swap)
    return "koppelingen.csv", "afstand_km = "


def a_home_of_another_gemeente(run):
    def move(rows):
        other = next(row for row in rows if row["gemeentecode"] != rows[0]["gemeentecode"])
        rows[0].update(gemeentecode=other["gemeentecode"], gastgemeente=other["gastgemeente"])

    change(run / "koppelingen.csv", move)
    return "koppelingen.csv", "gemeentecode = "


def a_household_placed_and_left(run):
    name = []
    change(run / "ongeplaatst.csv", lambda rows: name.append(rows[0]["huishouden_id"]))
    change(run / "koppelingen.csv", lambda rows: rows[0].update(huishouden_id=name[0]))
    return "koppelingen.csv + ongeplaatst.csv", name[0], "rows = 2, expected 1"


def a_reason(run):
    change(run / "ongeplaatst.csv", lambda rows: rows[0].update(reden_code="maximum"))
    return "ongeplaatst.csv", "reden_code = maximum"


def the_name_of_a_gemeente(run):
    change(run / "gemeenten.csv", lambda rows: rows[0].update(naam="Elders"))
    return "gemeenten.csv", "naam = Elders"


def a_gemeente_twice(run):
    change(run / "gemeenten.csv", lambda rows: rows.insert(0, {**rows[0], "toegewezen_personen": "99"}))
    return "gemeenten.csv", "rows = 11, expected 10"


def the_map(run):
    in_map(run, lambda data: in_row(data, 0, doel_personen=lambda number: number + 1))
    return "kaart.html", "doel_personen = "


def the_map_without_a_gemeente(run):
    in_map(run, lambda data: in_row(data, 0, code=lambda _: "GM9999"))
    return "kaart.html", "GM9999"


def the_csv_in_the_map(run):
    in_map(run, lambda data: data["csv"]["regels"].pop())
    return "kaart.html", "csv"


def the_sizes(run):
    change(run / "groottes.csv", lambda rows: rows[0].update(toegewezen_huishoudens="99"))
    return "groottes.csv", "toegewezen_huishoudens = 99"


def a_size_less(run):
    change(run / "groottes.csv", lambda rows: rows.pop(0))
    return "groottes.csv", "a row"


def the_money(run):
    change(run / "geld.csv", lambda rows: rows[1].update(totaal="1"))
    return "geld.csv", "totaal = 1"


def the_parquet(run):
    path = run / "gemeenten.parquet"
    table = pq.read_table(path)
    at = table.schema.get_field_index("doel_personen")
    cells = [number + 1 for number in table[at].to_pylist()]
    pq.write_table(table.set_column(at, table.schema.field(at), pa.array(cells, table.schema.field(at).type)), path)
    return "gemeenten.parquet", "doel_personen = "


def the_geopackage(run):
    in_geopackage(run, "UPDATE gemeenten SET doel_personen = doel_personen + 1")
    return "gemeenten.gpkg", "doel_personen = "


def the_workbook(run):
    part = "xl/worksheets/sheet6.xml"

    def one_more(xml):
        return re.sub(rb'(<c r="B3" s="\d+"><v>)(\d+)', lambda m: m[1] + b"%d" % (int(m[2]) + 1), xml)

    path = run / "toewijzing.xlsx"
    path.write_bytes(repacked(path.read_bytes(), {part: one_more}))
    return "toewijzing.xlsx", "Koppelingen", "personen = "


def a_price_of_the_proof(run):
    def raise_it(rows):
        at = max(range(len(rows)), key=lambda n: abs(float(rows[n]["schaduwprijs_punten"].replace(",", "."))))
        rows[at]["schaduwprijs_punten"] = f"9{rows[at]['schaduwprijs_punten'].lstrip('-')}"

    change(run / "bewijs.csv", raise_it)
    return "run.json", "certificate", "bound = ", "what bewijs.csv proves"


def prices_of_the_proof_gone(run):
    change(run / "bewijs.csv", lambda rows: rows.__delitem__(slice(1, None)))
    return "run.json", "certificate", "bound = "


def a_price_of_no_row(run):
    change(run / "bewijs.csv", lambda rows: rows[0].update(gebied="GM9999"))
    return "bewijs.csv", "GM9999"


def manifest(words, edit):
    """Change the manifest."""

    def tamper(run):
        change_run(run, edit)
        return words

    tamper.__name__ = f"run.json {' '.join(words)}"
    return tamper


def certificate(**changes):
    """Change numbers of the certificate."""
    column = next(iter(changes))

    def edit(run):
        run["certificate"].update({name: change(run["certificate"]) for name, change in changes.items()})

    return manifest(("run.json", "certificate", f"{column} = "), edit)


def goal(column):
    def edit(run):
        run["goals"][2][column] = run["goals"][2][column] * 0.999 - 0.001

    return manifest(("run.json", "goals uitstroom", f"{column} = "), edit)


TAMPERS = [
    the_csv_in_the_map,
    the_sizes,
    a_size_less,
    the_money,
    *(cell("koppelingen.csv", c) for c in ("personen", "slaapt", "score", "afstand_km")),
    cell("ongeplaatst.csv", "personen"),
    *(cell("gemeenten.csv", c) for c in ("inwoners", "sleutel_personen", "achterstand", "inhaal_personen")),
    *(cell("gemeenten.csv", c) for c in ("afspraken_personen", "doel_personen", "toegewezen_personen")),
    *(cell("gemeenten.csv", c) for c in ("toegewezen_huishoudens", "toegewezen_kinderen", "afwijking_personen")),
    *(cell("gemeenten.csv", c) for c in ("gehuisvest_als_gast_personen", "achterstand_na_personen")),
    *(cell("gemeenten.csv", c) for c in ("woningen_aangeboden", "woningen_gebruikt")),
    *(cell("gemeenten.csv", c) for c in ("taakstelling_grootste_rest", "taakstelling_afgerond")),
    *(cell("plaatsen.csv", c) for c in ("aangeboden", "gebruikt")),
    *(cell("vergelijkingen.csv", c) for c in ("personen", "slaapt", "score", "afstand_km")),
    cell("uitleg.csv", "personen"),
    beside("prijzen.csv", "winst_punten_hoogstens"),
    beside("tekorten.csv", "aantal"),
    beside("uitleg_gemeenten.csv", "verhogen_huishoudens"),
    no_row("koppelingen.csv", "koppelingen.csv + ongeplaatst.csv", "rows = 0, expected 1"),
    no_row("ongeplaatst.csv", "koppelingen.csv + ongeplaatst.csv", "rows = 0, expected 1"),
    no_row("gemeenten.csv", "gemeenten.csv", "GM0482", "= nothing"),
    no_row("plaatsen.csv", "plaatsen.csv", "nothing, expected a row"),
    no_row("vergelijkingen.csv", "run.json", "taakstelling", "geplaatste_huishoudens = "),
    no_row("uitleg.csv", "uitleg.csv", "rows = 0, expected 1"),
    no_row("prijzen.csv", "toewijzing.xlsx", "Prijzen", "rows = "),
    no_row("tekorten.csv", "toewijzing.xlsx", "Tekorten", "rows = "),
    no_row("uitleg_gemeenten.csv", "toewijzing.xlsx", "Uitleg gemeenten", "rows = "),
    two_households_swapped,
    a_home_of_another_gemeente,
    a_household_placed_and_left,
    a_reason,
    the_name_of_a_gemeente,
    a_gemeente_twice,
    the_map,
    the_map_without_a_gemeente,
    the_parquet,
    the_geopackage,
    the_workbook,
    a_price_of_the_proof,
    prices_of_the_proof_gone,
    a_price_of_no_row,
    *map(goal, ("value", "points", "rate", "lower_bound")),
    certificate(objective=lambda c: c["objective"] * 0.999),
    certificate(bound=lambda c: (c["bound"] + c["objective"]) / 2),
    certificate(proven_gap=lambda c: c["proven_gap"] / 2),
    certificate(proven=lambda c: not c["proven"]),
    certificate(gap_asked=lambda c: c["gap_asked"] / 2),
    manifest(("run.json", "goals"), lambda run: run["goals"].append(dict(run["goals"][0]))),
    manifest(("run.json", "counts", "geplaatste_personen"), lambda run: run["counts"].update(geplaatste_personen=1)),
    manifest(("run.json", "totalen", "woningen"), lambda run: run["totalen"].update(woningen=1)),
    manifest(("run.json", "scenario", "band_personen"), lambda run: run["scenario"].update(band_personen=9)),
    manifest(
        ("run.json", "parameters", "uitstroom.per_persoon"),
        lambda run: run["parameters"]["uitstroom.per_persoon"].update(waarde=61.0),
    ),
    manifest(("run.json", "woonvormen", "flex"), lambda run: run["woonvormen"].update(flex=["gezin"])),
    manifest(("run.json", "kengetallen", "gini"), lambda run: run["kengetallen"].update(gini=0.0)),
    manifest(("run.json", "synthetisch"), lambda run: run.update(synthetisch=False)),
    manifest(
        ("run.json", "taakstelling_art_29", "totaal_personen"),
        lambda run: run["baselines"]["taakstelling_art_29"]["afgerond"].update(totaal_personen=0),
    ),
    manifest(
        ("run.json", "volgorde", "geplaatste_personen"),
        lambda run: run["baselines"]["volgorde"]["counts"].update(geplaatste_personen=0),
    ),
    manifest(("huishoudens.csv", "sha256", "under invoer"), lambda run: forget_input(run, "huishoudens.csv")),
    manifest(("run.json", "something that can be read"), lambda run: run.update(goals=3)),
]


def forget_input(run, name):
    """Leave a file of the input out of the manifest."""
    run["invoer"] = [source for source in run["invoer"] if source["bestand"] != name]
