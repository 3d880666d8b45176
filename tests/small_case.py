"""A small case that is in order, as the text of its files, and a way to write it spoiled."""

from pathlib import Path

FILES = {
    "gemeenten.csv": """\
gemeentecode;naam;inwoners;provincie;arbeidsmarktregio;achterstand;voorrang;min_personen;max_personen;bron;peildatum
GM0363;Amsterdam;941927;Noord-Holland;Groot Amsterdam;12;ja;;;eigen opgave;2026-01-01
GM0014;Groningen;244427;Groningen;Groningen;-3;nee;0;40;eigen opgave;2026-01-01
""",
    "woningaanbod.csv": """\
aanbod_id;gemeentecode;gastgemeente;woonvorm;slaapt;aantal;kwartaal;tot_kwartaal;leverkans
A1;GM0363;;sociale_huur;4;3;2026K1;;0,9
A2;GM0363;GM0014;flex;1;10;2025K4;2026K2;1
A3;GM0014;;sociale_huur;8;1;2026K1;2026K1;1
""",
    "huishoudens.csv": """\
huishouden_id;volwassenen;kinderen_0_3;kinderen_4_11;kinderen_12_17;vergunningdatum;opvanglocatie;delen;toegankelijk
H1;2;1;1;0;2025-10-01;Ter Apel;nee;nee
H2;1;0;0;0;31-12-2025;Ter Apel;ja;nee
""",
    "deelnemers.csv": """\
huishouden_id;leerroute;sector
H1;B1;zorg
H1;Z;geen
H2;onderwijs;bouw
""",
    "opvanglocaties.csv": """\
locatie;gemeentecode;lon;lat;capaciteit
Ter Apel;GM1950;7,06;52,87;2000
""",
    "inburgering.csv": """\
gebied;leerroute;kwartaal;plaatsen
GM0363;B1;2026K1;5
GM0363;onderwijs;2026K1;5
GM0363;Z;2026K1;5
GM0014;B1;2026K1;5
GM0014;onderwijs;2026K1;5
GM0014;Z;2026K1;0
""",
    "onderwijs.csv": """\
gemeentecode;soort;kwartaal;plaatsen
GM0363;po;2026K1;5
GM0363;isk;2026K1;5
GM0014;po;2026K1;5
GM0014;isk;2026K1;5
""",
    "arbeidsmarkt.csv": """\
arbeidsmarktregio;sector;kwartaal;plaatsen
Groot Amsterdam;zorg;2026K1;5
Groot Amsterdam;bouw;2026K1;5
Groningen;zorg;2026K1;5
Groningen;bouw;2026K1;5
""",
    "bindingen.csv": """\
huishouden_id;gemeenten;regio;grond;peildatum;tot
H1;GM0363 GM0014;;familie1;2025-11-01;
H2;;Groningen;werk;2025-11-01;2026-12-31
""",
    "scenario.toml": """\
naam = "klein"
kwartaal = "2026K1"
opgave_personen = 5

[parameters]
"uitstroom.per_persoon" = 80.0
""",
}


Change = tuple[str, str]


def write(folder: Path, changes: dict[str, Change | str | bytes | None] | None = None) -> Path:
    """Write the small case; ``(old, new)`` changes a file, a text or bytes replaces it, None leaves it out."""
    for name, change in {**FILES, **(changes or {})}.items():
        text = FILES.get(name, "")
        if isinstance(change, tuple):
            assert change[0] in text, f"{change[0]!r} is not in {name}"
            text = text.replace(*change)
        elif isinstance(change, str):
            text = change
        if change is not None:
            (folder / name).write_bytes(change if isinstance(change, bytes) else text.encode())
    return folder
