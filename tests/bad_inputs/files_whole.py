"""Bad inputs 1-5, 54, 55 and 60-63: a file as a whole, its signs, its size and its kind."""

import os
import pickle
from importlib.resources import files as resources
from pathlib import Path

from bad_inputs.bad import Bad, Build, P, T, after, files
from bad_inputs.books_of_planners import small_book
from small_case import FILES

HEADER = FILES["huishoudens.csv"].splitlines()[0] + "\n"
ENCODED = FILES["gemeenten.csv"].replace("eigen opgave", "Súdwest-Fryslân")
COMMAS = FILES["woningaanbod.csv"].replace(";", ",")


def _link(name: str, content: bytes | None = None):
    """Put a link to a file outside the folder in the place of a file."""

    def spoil(folder: Path) -> None:
        outside = folder.parent / f"elders-{name}"
        outside.write_bytes(FILES[name].encode() if content is None else content)
        (folder / name).unlink(missing_ok=True)
        (folder / name).symlink_to(outside)

    return spoil


def _ten_million(row: str) -> Build:
    """Build the small case with ten million adults; written here, for such a text is not kept."""

    def build(folder: Path) -> list[object]:
        return files(deelnemers="huishouden_id;leerroute;sector\n" + f"{row}\n" * 10_000_000)(folder)

    return build


def _long_cell(folder: Path) -> list[object]:
    """Build the small case with a name of 10 MB."""
    return files(gemeenten=("Amsterdam;94", "A" * 10_000_000 + ";94"))(folder)


def _linked_book(folder: Path) -> None:
    """Let the workbook with all tables be a link."""
    (folder.parent / "elders.xlsx").write_bytes(small_book())
    for name in FILES:
        (folder / name).unlink()
    (folder / "casus.xlsx").symlink_to(folder.parent / "elders.xlsx")


def _linked_scenario(folder: Path) -> list[object]:
    """Give choices of the run that are a link to another folder."""
    arguments = files()(folder)
    (folder.parent / "keuzes").mkdir()
    (folder.parent / "echt.toml").write_text(FILES[T], "utf-8")
    (folder.parent / "keuzes" / "s.toml").symlink_to(folder.parent / "echt.toml")
    return [*arguments, "--scenario", folder.parent / "keuzes" / "s.toml"]


def _linked_groups(folder: Path) -> list[object]:
    """Give a grouping that is a link to another folder."""
    arguments = files()(folder)
    (folder.parent / "indeling").mkdir()
    (folder.parent / "echt.csv").write_text("huishouden_id;groep\nH1;a\nH2;b\n", "utf-8")
    (folder.parent / "indeling" / "groepen.csv").symlink_to(folder.parent / "echt.csv")
    return [*arguments, "--groepen", folder.parent / "indeling" / "groepen.csv"]


def _changing(monkeypatch) -> None:
    """Write into a table while the run is busy."""
    from spreiding import run  # noqa: PLC0415  it loads the solver

    decide = run.decide

    def slow(case, afstanden, request, *rest, **options):
        (request.case / "onderwijs.csv").write_text("anders", "utf-8")
        return decide(case, afstanden, request, *rest, **options)

    monkeypatch.setattr(run, "decide", slow)


BADS = [
    Bad(1, "gemeenten van 0 bytes", "F.003", "gemeenten.csv:", files(gemeenten="")),
    Bad(1, "scenario van 0 bytes", "F.003", "scenario.toml:", files(**{T: ""})),
    Bad(1, "alleen een BOM en regeleinden", "F.003", "gemeenten.csv:", files(gemeenten=b"\xef\xbb\xbf\r\n")),
    Bad(
        2,
        "onderwijs met alleen een kop",
        "F.004",
        "onderwijs.csv:",
        files(onderwijs="gemeentecode;soort;kwartaal;plaatsen\n"),
    ),
    Bad(2, "huishoudens met alleen een kop", "F.005", "huishoudens.csv:", files(huishoudens=HEADER)),
    Bad(3, "UTF-16 met Súdwest", "", "", files(gemeenten=ENCODED.encode("utf-16"))),
    Bad(3, "Windows-1252 met Súdwest", "W.541", "gemeenten.csv:2", files(gemeenten=ENCODED.encode("cp1252"))),
    Bad(
        3,
        "bytes met twee lezingen",
        "F.016",
        "gemeenten.csv:3",
        files(
            gemeenten=FILES["gemeenten.csv"]
            .encode()
            .replace(b"eigen opgave;2026-01-01\nGM0014", b"x;2026-01-01\nGM0014")
            .replace(b"eigen opgave", "Curaçao".encode("cp850"))
        ),
    ),
    Bad(
        3, "bytes zonder lezing", "F.006", "gemeenten.csv:2", files(gemeenten=b"gemeentecode;naam\nGM1900;S\x81\x8d\n")
    ),
    Bad(4, "UTF-8 met BOM", "", "", files(gemeenten=ENCODED.encode("utf-8-sig"))),
    Bad(4, "UTF-8 zonder BOM", "", "", files(gemeenten=ENCODED.encode())),
    Bad(5, "komma's tussen cellen en in getallen", "F.013", "woningaanbod.csv:2", files(woningaanbod=COMMAS)),
    Bad(5, "scheidingsteken onbekend", "F.012", "gemeenten.csv:1", files(gemeenten="code|plaats\n")),
    Bad(54, "nulteken", "F.007", "onderwijs.csv:2", files(onderwijs=("GM0363;po;2026K1;5", "GM0363;po;2026K1;\0005"))),
    Bad(54, "losse CR in een regel", "F.013", "onderwijs.csv:2", files(onderwijs=("GM0363;po", "GM03\r63;po"))),
    Bad(54, "10 MB in een cel", "F.014", "gemeenten.csv:2", _long_cell),
    Bad(
        54,
        "aanhalingsteken niet gesloten",
        "F.014",
        "opvanglocaties.csv:2",
        files(opvanglocaties=("Ter Apel", '"Ter Apel')),
    ),
    Bad(
        54,
        "300 kolommen",
        "F.020",
        "onderwijs.csv:1",
        files(onderwijs="gemeentecode;soort;kwartaal;plaatsen" + ";x" * 300 + "\n"),
    ),
    Bad(
        55,
        "10 miljoen regels",
        "F.011",
        "deelnemers.csv:1000002",
        _ten_million("H1;Z;"),
        large=True,
    ),
    Bad(
        55,
        "meer dan 100 MB",
        "F.010",
        "deelnemers.csv:",
        _ten_million("H1;B1;zorg"),
        large=True,
    ),
    Bad(60, "TOML met een fout", "F.301", "scenario.toml:2", files(**{T: 'naam = "x"\nkwartaal = \n'})),
    Bad(
        60,
        "TOML met een dubbele sleutel",
        "F.301",
        "scenario.toml:2",
        files(**{T: 'kwartaal = "2026K1"\nkwartaal = "2026K2"\n'}),
    ),
    Bad(
        60,
        "TOML met tekst voor een getal",
        "F.206",
        "scenario.toml:2  band",
        files(**{T: 'kwartaal = "2026K1"\nband = "veel"\n'}),
    ),
    Bad(
        60,
        "TOML met een onbekende sleutel",
        "F.302",
        "scenario.toml:2  bant",
        files(**{T: 'kwartaal = "2026K1"\nbant = 0.1\n'}),
    ),
    Bad(60, "TOML met een BOM", "", "", files(**{T: b"\xef\xbb\xbf" + FILES[T].encode()})),
    Bad(60, "parameters met een fout", "F.301", "parameters.toml:1", files(**{P: "uitstroom: 60\n"})),
    Bad(61, "scenario in YAML", "F.316", "scenario.yaml:", files(**{T: None, "scenario.yaml": "kwartaal: 2026K1\n"})),
    Bad(61, "scenario in JSON", "F.317", "scenario.json:", files(**{T: None, "scenario.json": "{}\n"})),
    Bad(61, "JSON in scenario.toml", "F.301", "scenario.toml:1", files(**{T: '{"kwartaal": "2026K1"}\n'})),
    Bad(61, "pickle", "F.319", "huishoudens.pkl:", files(**{"huishoudens.pkl": pickle.dumps([1])})),
    Bad(61, "rds", "F.319", "gemeenten.rds:", files(**{"gemeenten.rds": b"RDX3"})),
    Bad(61, "pickle die CSV heet", "F.007", "gemeenten.csv:1", files(gemeenten=pickle.dumps([1, 2, 3]))),
    Bad(62, "tabel als koppeling naar buiten", "F.008", "gemeenten.csv:", after(_link("gemeenten.csv"))),
    Bad(62, "scenario als koppeling naar buiten", "F.008", "scenario.toml:", after(_link(T))),
    Bad(
        62,
        "parameters als koppeling naar buiten",
        "F.008",
        "parameters.toml:",
        after(_link(P, (resources("inputs") / "data" / P).read_bytes())),
    ),
    Bad(62, "werkmap als koppeling naar buiten", "F.008", "casus.xlsx:", after(_linked_book)),
    Bad(
        62,
        "Parquet als koppeling naar buiten",
        "F.008",
        "onderwijs.parquet:",
        after(_link("onderwijs.parquet", b"PAR1"), onderwijs=None),
    ),
    Bad(
        62,
        "koppeling naar niets",
        "F.008",
        "bindingen.csv:",
        after(lambda folder: (folder / "bindingen.csv").symlink_to("../weg.csv"), bindingen=None),
    ),
    Bad(62, "keuzes (--scenario) als koppeling", "F.008", "s.toml:", _linked_scenario, solves=True),
    Bad(
        62,
        "pijp in plaats van een bestand",
        "F.009",
        "bindingen.csv:",
        after(lambda folder: os.mkfifo(folder / "bindingen.csv"), bindingen=None),
    ),
    Bad(
        63,
        "tabel verandert tijdens het rekenen",
        "",
        "",
        files(),
        solves=True,
        exit=2,
        says="onderwijs.csv",
        arrange=_changing,
    ),
    Bad(62, "indeling (--groepen) als koppeling", "F.008", "groepen.csv:", _linked_groups, solves=True),
]
