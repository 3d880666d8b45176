"""A small case of 2018, by hand: Winsum was to be divided among Het Hogeland (with Bedum) and Westerkwartier."""

from old_case import ADULTS, SCENARIO, SITES, schools, seats

CODES = ("GM0005", "GM0053", "GM0056")
SHARES = ("GM0053;GM1966;0,6;telling van de provincie", "GM0053;GM1969;0,4;telling van de provincie")
"""Parts of Winsum."""
WINSUM: dict[str, str | None] = {
    "gemeenten.csv": """\
gemeentecode;naam;inwoners;provincie;arbeidsmarktregio;achterstand;voorrang;ses_woa;bron
GM0005;Bedum;10000;Groningen;Groningen;2;ja;0,1;x
GM0053;Winsum;13001;Groningen;Groningen;-7;ja;0,2;x
GM0056;Zuidhorn;19000;Groningen;Groningen;0;ja;0,2;x
""",
    "woningaanbod.csv": """\
aanbod_id;gemeentecode;gastgemeente;woonvorm;slaapt;aantal;kwartaal
A1;GM0005;;sociale_huur;4;3;2026K1
A2;GM1966;;flex;1;7;2026K1
""",
    "huishoudens.csv": """\
huishouden_id;volwassenen;kinderen_0_3;kinderen_4_11;kinderen_12_17;vergunningdatum;opvanglocatie;delen;voorkeur_1
H1;2;1;1;0;2025-10-01;Ter Apel;nee;GM0056
H2;1;0;0;0;2025-11-01;Ter Apel;ja;
""",
    "deelnemers.csv": ADULTS,
    "opvanglocaties.csv": SITES,
    "inburgering.csv": seats(CODES),
    "onderwijs.csv": schools(CODES).replace("GM0053;po;2026K1;10", "GM0053;po;2026K1;5"),
    "arbeidsmarkt.csv": """\
arbeidsmarktregio;sector;kwartaal;plaatsen
Groningen;zorg;2026K1;5
Groningen;bouw;2026K1;5
""",
    "scenario.toml": SCENARIO,
}
