"""Bad inputs 6-12, 24-28 and 53: what stands in a cell, or in two that belong together."""

from datetime import date

from bad_inputs.bad import Bad, T, files, places
from small_case import FILES

from spreiding import cases

PLACES = "onderwijs.csv:2  plaatsen = "
DATE = "huishoudens.csv:2  vergunningdatum = "
HOMES = FILES["woningaanbod.csv"]
TOTALS = (
    FILES["huishoudens.csv"]
    .replace("toegankelijk\n", "toegankelijk;personen_totaal\n")
    .replace("Ter Apel;nee;nee", "Ter Apel;nee;nee;5")
    .replace("Ter Apel;ja;nee", "Ter Apel;ja;nee;1")
)


def _day(text: str):
    """Build the small case with another day of a permit."""
    return files(huishoudens=("2025-10-01", text))


def _quarter(text: str):
    """Build the small case with another kwartaal in its scenario."""
    return files(**{T: ('"2026K1"', f'"{text}"')})


def _longitude(text: str):
    """Build the small case with another longitude of a site."""
    return files(opvanglocaties=("7,06", text))


def _in_july(monkeypatch) -> None:
    """Let the machine say that it is July."""
    monkeypatch.setattr(cases, "today", lambda: date(2026, 7, 1))


BADS = [
    Bad(6, "1.234 plaatsen", "F.204", f"{PLACES}'1.234'", places("1.234")),
    Bad(6, "1,234 plaatsen", "F.204", f"{PLACES}'1,234'", places("1,234")),
    Bad(7, "12,5 plaatsen", "F.205", f"{PLACES}'12,5'", places("12,5")),
    Bad(8, "twaalf plaatsen", "F.203", f"{PLACES}'twaalf'", places("twaalf")),
    Bad(9, "-4 plaatsen", "F.207", f"{PLACES}'-4'", places("-4")),
    Bad(
        9,
        "-4 naast twaalf",
        "F.207",
        "onderwijs.csv:3  plaatsen = '-4'",
        files(
            onderwijs=FILES["onderwijs.csv"]
            .replace("GM0363;po;2026K1;5", "GM0363;po;2026K1;twaalf")
            .replace("GM0363;isk;2026K1;5", "GM0363;isk;2026K1;-4")
        ),
    ),
    Bad(10, "een miljoen maal miljoen plaatsen", "F.208", f"{PLACES}'1000000000000'", places("1000000000000")),
    Bad(
        10,
        "een miljard inwoners",
        "F.208",
        "gemeenten.csv:2  inwoners = '1000000000'",
        files(gemeenten=("941927", "1000000000")),
    ),
    Bad(11, "NaN", "F.203", f"{PLACES}'NaN'", places("NaN")),
    Bad(11, "inf", "F.206", "opvanglocaties.csv:2  lon = 'inf'", _longitude("inf")),
    Bad(11, "-inf", "F.206", "opvanglocaties.csv:2  lon = '-inf'", _longitude("-inf")),
    Bad(11, "1e400", "F.206", "opvanglocaties.csv:2  lon = '1e400'", _longitude("1e400")),
    Bad(
        11,
        "nan in scenario.toml",
        "F.206",
        "scenario.toml:6  uitstroom.per_persoon = 'nan'",
        files(**{T: ("80.0", "nan")}),
    ),
    Bad(12, "lege cel", "F.201", f"{PLACES}''", places("")),
    Bad(12, "0", "", "", places("0")),
    Bad(12, "een streepje", "F.202", f"{PLACES}'-'", places("-")),
    Bad(12, "n.v.t.", "F.202", f"{PLACES}'n.v.t.'", places("n.v.t.")),
    Bad(24, "31-02-2026", "F.211", f"{DATE}'31-02-2026'", _day("31-02-2026")),
    Bad(24, "2026-13-01", "F.211", f"{DATE}'2026-13-01'", _day("2026-13-01")),
    Bad(24, "01/02/2026", "F.212", f"{DATE}'01/02/2026'", _day("01/02/2026")),
    Bad(24, "dagnummer 46204 van Excel", "F.211", f"{DATE}'46204'", _day("46204")),
    Bad(24, "30-12-1899", "F.213", f"{DATE}'30-12-1899'", _day("30-12-1899")),
    Bad(25, "2026K5", "F.210", "scenario.toml:2  kwartaal = '2026K5'", _quarter("2026K5")),
    Bad(25, "2026-Q3", "F.210", "scenario.toml:2  kwartaal = '2026-Q3'", _quarter("2026-Q3")),
    Bad(
        25,
        "2026-Q3 in een tabel",
        "F.210",
        "onderwijs.csv:2  kwartaal = '2026-Q3'",
        files(onderwijs=("GM0363;po;2026K1", "GM0363;po;2026-Q3")),
    ),
    Bad(25, "kwartaal dat voorbij is", "", "", files(), exit=0, says="2026K1 is ", arrange=_in_july),
    Bad(
        26,
        "aanbod eindigt voor het begint",
        "F.413",
        "woningaanbod.csv:4  tot_kwartaal = '2025K4'",
        files(woningaanbod=("2026K1;2026K1", "2026K1;2025K4")),
    ),
    Bad(
        26,
        "grond eindigt voor de peildatum",
        "F.226",
        "bindingen.csv:3  tot = '2025-10-31'",
        files(bindingen=("2026-12-31", "2025-10-31")),
    ),
    Bad(27, "personen tellen niet op", "F.483", "huishoudens.csv:2  personen_totaal = '5'", files(huishoudens=TOTALS)),
    Bad(
        27,
        "minder deelnemers dan volwassenen",
        "F.406",
        "huishoudens.csv:2  volwassenen = '2'",
        files(deelnemers=("H1;Z;geen\n", "")),
    ),
    Bad(
        28,
        "80 naast 0,9",
        "F.208",
        "woningaanbod.csv:3  leverkans = '80'",
        files(woningaanbod=("2026K2;1", "2026K2;80")),
    ),
    Bad(
        28,
        "delen naast 80",
        "F.219",
        "woningaanbod.csv:2  leverkans = '0,9'",
        files(woningaanbod=("2026K2;1", "2026K2;80")),
    ),
    Bad(28, "80 % voluit", "F.206", "woningaanbod.csv:2  leverkans = '80 %'", files(woningaanbod=("0,9", "80 %"))),
    Bad(53, "getal als tekst met spaties eromheen", "", "", places(" 5 ")),
    Bad(53, "1 234 met een harde spatie", "F.203", f"{PLACES}'1<U+00A0>234'", places("1\u00a0234")),
    Bad(53, "'5 met een apostrof", "F.203", f"{PLACES}''5'", places("'5")),
    Bad(53, "Arabisch cijfer", "F.203", f"{PLACES}'\u0665'", places("\u0665")),
]
