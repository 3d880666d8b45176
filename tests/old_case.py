"""A small case of 2021, by hand: Weesp was to merge into Amsterdam, Boxmeer and four others into Land van Cuijk."""

from collections.abc import Mapping

CUIJK = {"GM0756": "Boxmeer", "GM0786": "Grave", "GM0815": "Mill", "GM1684": "Cuijk", "GM1702": "Sint Anthonis"}
"""The five that became GM1982 on 1 January 2022."""
CODES = ("GM0363", "GM0457", *CUIJK)
GEMEENTEN = """\
gemeentecode;naam;inwoners;provincie;arbeidsmarktregio;achterstand;voorrang;min_personen;max_personen;bron
GM0363;Amsterdam;900000;Noord-Holland;Groot Amsterdam;12;ja;10;100;opgave A
GM0457;Weesp;20000;Noord-Holland;Groot Amsterdam;-3;nee;1;5;opgave W
GM0756;Boxmeer;29000;Noord-Brabant;Noordoost-Brabant;4;ja;;9;opgave B
GM0786;Grave;12000;Noord-Brabant;Noordoost-Brabant;-1;ja;2;8;opgave B
GM0815;Mill;11000;Noord-Brabant;Noordoost-Brabant;0;ja;2;7;opgave B
GM1684;Cuijk;25000;Noord-Brabant;Noordoost-Brabant;5;ja;2;6;opgave B
GM1702;Sint Anthonis;12000;Noord-Brabant;Noordoost-Brabant;2;ja;2;5;opgave B
"""
HOMES = """\
aanbod_id;gemeentecode;gastgemeente;woonvorm;slaapt;aantal;kwartaal
A1;GM0363;;sociale_huur;4;3;2026K1
A2;GM0457;GM0363;doorstroom_regionaal;1;10;2026K1
A3;GM0756;;sociale_huur;5;2;2026K1
A4;GM1684;GM0756;flex;1;4;2026K1
"""
PEOPLE = """\
huishouden_id;volwassenen;kinderen_0_3;kinderen_4_11;kinderen_12_17;vergunningdatum;opvanglocatie;delen;voorkeur_1;voorkeur_2
H1;2;1;1;0;2025-10-01;Ter Apel;nee;GM0457;Noordoost-Brabant
H2;1;0;0;0;2025-11-01;Ter Apel;ja;GM0756;GM1684
"""
ADULTS = """\
huishouden_id;leerroute;sector
H1;B1;zorg
H1;Z;geen
H2;onderwijs;bouw
"""
SITES = """\
locatie;gemeentecode;lon;lat;capaciteit
Ter Apel;GM0048;7,06;52,87;2000
"""
WORK = """\
arbeidsmarktregio;sector;kwartaal;plaatsen
Groot Amsterdam;zorg;2026K1;5
Groot Amsterdam;bouw;2026K1;5
Noordoost-Brabant;zorg;2026K1;5
Noordoost-Brabant;bouw;2026K1;5
"""
SCENARIO = """\
naam = "oud"
kwartaal = "2026K1"
opgave_personen = 5
"""


def seats(codes=CODES):
    """Give the seats: in gemeente n of the list n + 1 of every leerroute."""
    rows = [f"{code};{route};2026K1;{n + 1}" for n, code in enumerate(codes) for route in ("B1", "onderwijs", "Z")]
    return "\n".join(["gebied;leerroute;kwartaal;plaatsen", *rows, ""])


def schools(codes=CODES):
    """Give the school places: in gemeente n of the list 10 n of every kind."""
    rows = [f"{code};{kind};2026K1;{10 * n}" for n, code in enumerate(codes) for kind in ("po", "isk")]
    return "\n".join(["gemeentecode;soort;kwartaal;plaatsen", *rows, ""])


FILES: Mapping[str, str] = {
    "gemeenten.csv": GEMEENTEN,
    "woningaanbod.csv": HOMES,
    "huishoudens.csv": PEOPLE,
    "deelnemers.csv": ADULTS,
    "opvanglocaties.csv": SITES,
    "inburgering.csv": seats(),
    "onderwijs.csv": schools(),
    "arbeidsmarkt.csv": WORK,
    "scenario.toml": SCENARIO,
}


def write_old(folder, changes=None):
    """Write the case; a text replaces a file, a pair changes it, None leaves it out."""
    folder.mkdir(exist_ok=True)
    for name, change in {**FILES, **(changes or {})}.items():
        text = FILES.get(name, "")
        if isinstance(change, tuple):
            assert change[0] in text, f"{change[0]!r} is not in {name}"
            text = text.replace(*change)
        elif change is not None:
            text = change
        if change is not None:
            (folder / name).write_text(text, "utf-8")
    return folder
