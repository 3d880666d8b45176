"""Faults in the small case of the inputs, each with its place and the remedy that a planner must read."""

from dataclasses import dataclass

from inputs.check_rates import TIE_BREAK
from inputs.goal_order import rates
from inputs.parameters import default_parameters
from inputs.problems import InputProblems
from inputs.read import read_case


@dataclass(frozen=True)
class Fault:
    """One fault in the small case, and what a planner must read about it."""

    code: str
    bestand: str
    regel: int | None
    kolom: str | None
    change: tuple[str, str] | str | bytes | dict[str, object] | None
    """What stands in the file, or in other files by name."""
    says: str
    """Part of the Dutch message: the remedy."""

    @property
    def changes(self):
        """What to change in each file of the small case."""
        return self.change if isinstance(self.change, dict) else {self.bestand: self.change}

    def __str__(self):
        return f"{self.code} {self.bestand} {self.says[:30]}"


A, H, G, D = "woningaanbod.csv", "huishoudens.csv", "gemeenten.csv", "deelnemers.csv"
L, C, S, W, B = "opvanglocaties.csv", "inburgering.csv", "onderwijs.csv", "arbeidsmarkt.csv", "bindingen.csv"
T, V = "scenario.toml", "vastleggingen.csv"
HEADER_H = (
    "huishouden_id;volwassenen;kinderen_0_3;kinderen_4_11;kinderen_12_17;vergunningdatum;opvanglocatie;delen;"
    "toegankelijk"
)

ORDERED = 'kwartaal = "2026K1"\ndoelen = "op_volgorde"\n'
TWO = 'volgorde = ["uitstroom", "spreiding"]\n'
RATES = [naam for goal, naam in rates(default_parameters()).items() if goal != TIE_BREAK]
NO_RATES = "\n".join(['kwartaal = "2026K1"', "[parameters]", *(f'"{naam}" = 0.0' for naam in RATES)])
FAR_APART = 'kwartaal = "2026K1"\n[parameters]\nuitstroom.per_persoon = 1e4\nnabijheid.per_persoon_km = 1e-9\n'
OFFER = "aanbod_id;gemeentecode;woonvorm;slaapt;aantal;kwartaal\n"


OLD_NAMES = """\
gemeentecode;naam;inwoners;provincie;arbeidsmarktregio;achterstand;voorrang;bron
GM0363;Amsterdam;941927;Noord-Holland;Groot Amsterdam;12;ja;eigen opgave
GM0014;Groningen;244427;Groningen;Groningen;-3;nee;Curaçao
"""
CP1252, OLD_DOS = OLD_NAMES.encode("cp1252"), OLD_NAMES.encode("cp850")


LOCKS = "huishouden_id;gemeentecode;soort;waarde;reden;wie"


def locks(*rows):
    """Write a table of locks: who, gemeente, soort and waarde."""
    return "\n".join([LOCKS, *(f"{row};proef;planner" for row in rows), ""])


def of_site(extra, *cells):
    """Give every home one more column."""
    rows = ("A1;GM0363;flex;1;9;2026K1", "A2;GM0014;sociale_huur;4;9;2026K1")
    return "\n".join(
        [f"{OFFER.strip()};{extra}", *(f"{row};{cell}" for row, cell in zip(rows, cells, strict=True)), ""]
    )


def choice(line):
    """Write a scenario with one more choice."""
    return f'kwartaal = "2026K1"\n{line}\n'


def extra_column(name):
    """Add a column to the households that nobody asked for."""
    rows = [("H1;2;1;1;0;2025-10-01;Ter Apel;nee;nee"), ("H2;1;0;0;0;31-12-2025;Ter Apel;ja;nee")]
    return "\n".join([f"{HEADER_H};{name}", *(f"{row};x" for row in rows)]) + "\n"


ERRORS = [
    Fault("F.002", L, None, None, None, "dit bestand ontbreekt"),
    Fault("F.002", T, None, None, None, "dit bestand ontbreekt"),
    Fault("F.003", G, None, None, "", "dit bestand is leeg"),
    Fault("F.003", G, None, None, b"\xef\xbb\xbf\r\n", "dit bestand is leeg"),
    Fault("F.004", S, None, None, "gemeentecode;soort;kwartaal;plaatsen\n", "geen regels onder de kop"),
    Fault("F.005", H, None, None, HEADER_H + "\n", "geen enkel huishouden"),
    Fault("F.006", G, 2, None, b"gemeentecode;naam\nGM1900;S\xfedwest\n", "(byte 27)"),
    Fault("F.006", T, None, None, 'kwartaal = "2026K1"\n'.encode("utf-16"), "CSV UTF-8"),
    Fault("F.007", G, 2, None, b"gemeentecode;naam\nGM0\x00363;x\n", "nulteken"),
    Fault("F.012", G, 1, None, "code|plaats\n", "puntkomma noch komma"),
    Fault("F.016", G, 3, None, OLD_DOS, "'Curaçao (MS-DOS (850))' of 'Curaáao (Macintosh)'".replace("'", "")),
    Fault("F.017", G, 2, None, "gemeentecode;naam\nGM0363;x".encode("utf-16") + b"\xd8", "midden in een teken"),
    Fault("F.013", L, 2, None, "locatie,gemeentecode,lon,lat,capaciteit\nTer Apel,GM1950,7,06,52,87,2\n", "7 cellen"),
    Fault("F.013", L, 2, None, "locatie,gemeentecode,lon,lat,capaciteit\nA,GM1950,7,06,52.8,2\n", "schrijf 1.0"),
    Fault("F.014", L, 2, None, ("Ter Apel", '"Ter Apel'), "aanhalingsteken"),
    Fault("F.014", L, 2, None, ("Ter Apel", '"Ter "Apel"'), "aanhalingsteken"),
    Fault("F.101", G, 1, "inwoners", (";inwoners;", ";inwooners;"), "De kolom 'inwooners' lijkt erop"),
    Fault("F.102", A, 1, "gemeentecode", ("gastgemeente", "gemeentecode"), "2 keer"),
    Fault("F.103", H, 1, "land van herkomst", extra_column("land van herkomst"), "AVG art. 9"),
    Fault("F.103", H, 1, "diagnose", extra_column("diagnose"), "AVG art. 9"),
    Fault("F.104", H, 1, "Nationaliteit", extra_column("Nationaliteit"), "Grondwet art. 1"),
    Fault("F.104", H, 1, "gender", extra_column("gender"), "Grondwet art. 1"),
    Fault("F.105", H, 1, "naam", extra_column("naam"), "AVG art. 5"),
    Fault("F.105", H, 1, "V-nummer", extra_column("V-nummer"), "pseudoniem"),
    Fault("F.106", H, 1, "BSN", extra_column("BSN"), "art. 46"),
    Fault("F.107", H, 1, "strafblad", extra_column("strafblad"), "AVG art. 10"),
    Fault("F.201", S, 2, "plaatsen", ("GM0363;po;2026K1;5", "GM0363;po;2026K1; "), "leeg telt niet als 0"),
    Fault("F.201", T, 1, "naam", ('"klein"', '""'), "hier staat niets"),
    Fault("F.202", S, 2, "plaatsen", ("GM0363;po;2026K1;5", "GM0363;po;2026K1;n.v.t."), "geen waarde"),
    Fault("F.202", S, 2, "plaatsen", ("GM0363;po;2026K1;5", "GM0363;po;2026K1;-"), "geen waarde"),
    Fault("F.202", S, 2, "plaatsen", ("GM0363;po;2026K1;5", "GM0363;po;2026K1;#N/B"), "geen waarde"),
    Fault("F.203", S, 2, "plaatsen", ("GM0363;po;2026K1;5", "GM0363;po;2026K1;twaalf"), "in cijfers"),
    Fault("F.203", S, 2, "plaatsen", ("GM0363;po;2026K1;5", "GM0363;po;2026K1;NaN"), "in cijfers"),
    Fault("F.203", S, 2, "plaatsen", ("GM0363;po;2026K1;5", "GM0363;po;2026K1;1 234"), "Bedoelde u 1234?"),
    Fault("F.203", T, 2, "opgave_personen", 'kwartaal = "2026K1"\nopgave_personen = "5"\n', "in cijfers"),
    Fault("F.204", S, 2, "plaatsen", ("GM0363;po;2026K1;5", "GM0363;po;2026K1;1.234"), "1234 of 1,234"),
    Fault("F.204", S, 2, "plaatsen", ("GM0363;po;2026K1;5", "GM0363;po;2026K1;1,234"), "1234 of 1,234"),
    Fault("F.205", S, 2, "plaatsen", ("GM0363;po;2026K1;5", "GM0363;po;2026K1;12,5"), "zonder decimalen"),
    Fault("F.206", L, 2, "lon", ("7,06", "inf"), "schrijf een getal"),
    Fault("F.206", L, 2, "lon", ("7,06", "1e400"), "schrijf een getal"),
    Fault("F.206", T, 6, "uitstroom.per_persoon", ("80.0", '"80"'), "schrijf een getal"),
    Fault("F.207", S, 2, "plaatsen", ("GM0363;po;2026K1;5", "GM0363;po;2026K1;-4"), "schrijf 0 of meer"),
    Fault("F.207", G, 2, "inwoners", ("941927", "0"), "schrijf 1 of meer"),
    Fault("F.207", H, 2, "volwassenen", ("H1;2;", "H1;0;"), "schrijf 1 of meer"),
    Fault("F.207", L, 2, "lon", ("7,06;52,87", "2;52,87"), "schrijf 3.2 of meer"),
    Fault("F.207", T, 2, "band", 'kwartaal = "2026K1"\nband = -0.1\n', "schrijf 0 of meer"),
    Fault("F.208", S, 2, "plaatsen", ("po;2026K1;5", "po;2026K1;1000000000000"), "schrijf 10000000 of minder"),
    Fault("F.208", A, 2, "leverkans", ("0,9", "80"), "schrijf 1 of minder"),
    Fault("F.208", T, 2, "band", 'kwartaal = "2026K1"\nband = 5\n', "schrijf 1 of minder"),
    Fault("F.209", G, 2, "gemeentecode", ("GM0363", "03633"), "schrijf GM en vier cijfers: GM0363"),
    Fault("F.209", G, 3, "gemeentecode", ("GM0014;", "Groningen;"), "schrijf GM en vier cijfers: GM0014"),
    Fault("F.209", B, 2, "gemeenten", ("GM0363 GM0014", "GM0363 14"), "schrijf GM en vier cijfers: GM0014"),
    Fault("F.210", S, 2, "kwartaal", ("GM0363;po;2026K1", "GM0363;po;2026-Q3"), "Bedoelde u 2026K3?"),
    Fault("F.210", S, 2, "kwartaal", ("GM0363;po;2026K1", "GM0363;po;2026K5"), "1 tot en met 4"),
    Fault("F.210", T, 2, "kwartaal", ("2026K1", "2026 q1"), "Bedoelde u 2026K1?"),
    Fault("F.211", H, 2, "vergunningdatum", ("2025-10-01", "31-02-2025"), "geen bestaande datum"),
    Fault("F.211", H, 2, "vergunningdatum", ("2025-10-01", "2025-13-01"), "geen bestaande datum"),
    Fault("F.211", H, 2, "vergunningdatum", ("2025-10-01", "31/10/2025"), "Bedoelde u 2025-10-31?"),
    Fault("F.211", H, 2, "vergunningdatum", ("2025-10-01", "45931"), "Bedoelde u 2025-10-01?"),
    Fault("F.212", H, 2, "vergunningdatum", ("2025-10-01", "01/02/2025"), "2025-02-01 of 2025-01-02"),
    Fault("F.213", H, 2, "vergunningdatum", ("2025-10-01", "30-12-1899"), "van 1990 tot en met 2100"),
    Fault("F.214", H, 2, "delen", ("Ter Apel;nee;nee", "Ter Apel;neen;nee"), "kies uit: ja, nee. Bedoelde u nee?"),
    Fault("F.214", A, 2, "woonvorm", ("sociale_huur;4", "sociale hur;4"), "Bedoelde u sociale_huur?"),
    Fault("F.214", T, 2, "sleutel", 'kwartaal = "2026K1"\nsleutel = "woningen"\n', "kies uit: inwoners"),
    Fault("F.215", G, 2, "naam", ("Amsterdam;94", "Amster\u202edam;94"), "(U+202E, teken 7)"),
    Fault("F.215", G, 2, "bron", ("eigen opgave", "eigen\u00a0opgave"), "(U+00A0, teken 6)"),
    Fault("F.215", T, 1, "naam", ('"klein"', '"kl\\u0000ein"'), "(U+0000, teken 3)"),
    Fault("F.216", T, 2, "gap", 'kwartaal = "2026K1"\ngap = 0.0\n', "groter dan 0"),
    *(
        Fault("F.208", T, 2, name, choice(f"{name} = 1.5"), "schrijf 1 of minder")
        for name in ("band_provincie", "band_regio", "verdringing_hoogstens", "wijziging_hoogstens", "menging_band")
    ),
    Fault("F.207", T, 2, "menging_band", choice("menging_band = -0.1"), "schrijf 0 of meer"),
    Fault("F.207", T, 2, "min_uitstroom_personen", choice("min_uitstroom_personen = -1"), "schrijf 0 of meer"),
    Fault("F.203", T, 2, "min_uitstroom_personen", choice("min_uitstroom_personen = 2.5"), "in cijfers"),
    Fault("F.214", T, 2, "nareis", choice('nareis = "ja"'), "kies uit: aan, uit"),
    Fault("F.438", G, 2, "sociale_verhuringen", {T: choice("verdringing_hoogstens = 0.3")}, "vul bij elke gemeente"),
    Fault("F.438", G, 2, "vorig_kwartaal_personen", {T: choice("wijziging_hoogstens = 0.3")}, "vul bij elke gemeente"),
    Fault("F.301", T, 3, None, 'naam = "x"\nkwartaal = "2026K1"\nband = \n', "geen geldige TOML"),
    Fault("F.301", T, 2, None, 'kwartaal = "2026K1"\nkwartaal = "2026K2"\n', "elke sleutel een keer"),
    Fault("F.301", T, None, None, "x = " + "[" * 5000, "geen geldige TOML"),
    Fault("F.302", T, 2, "bant", 'kwartaal = "2026K1"\nbant = 0.1\n', "Bedoelde u band?"),
    Fault("F.303", T, None, "kwartaal", 'naam = "x"\n', 'kwartaal = "2026K1"'),
    Fault("F.304", T, 1, "kwartaal", "kwartaal = 2026\n", "tussen aanhalingstekens"),
    Fault("F.305", T, 2, "synthetisch", 'kwartaal = "2026K1"\nsynthetisch = "ja"\n', "true of false"),
    Fault("F.306", T, 6, "uitstroom.per_person", ("per_persoon", "per_person"), "Bedoelde u uitstroom.per_persoon?"),
    Fault("F.307", T, 6, "uitstroom.per_persoon", ("80.0", "-1"), "van 0 tot en met 10000 [punten/persoon]"),
    Fault("F.307", T, 6, "uitstroom.per_persoon", ("80.0", "20000"), "van 0 tot en met 10000"),
    Fault("F.331", T, None, "volgorde", 'kwartaal = "2026K1"\ndoelen = "op_volgorde"\n', 'volgorde = ["uitstroom"'),
    Fault("F.331", T, 3, "volgorde", ORDERED + 'volgorde = "uitstroom"\n', 'volgorde = ["uitstroom"'),
    Fault("F.331", T, 3, "volgorde", ORDERED + "volgorde = []\n", 'volgorde = ["uitstroom"'),
    Fault("F.332", T, 2, "tolerantie", 'kwartaal = "2026K1"\ntolerantie = 0.1\n', 'met doelen = "op_volgorde"'),
    Fault("F.333", T, 3, "volgorde", ORDERED + 'volgorde = ["uitstrom"]\n', "Bedoelde u uitstroom?"),
    Fault("F.334", T, 3, "volgorde", ORDERED + 'volgorde = ["uitstroom", "uitstroom"]\n', "2 keer"),
    Fault("F.335", T, 4, "tolerantie", ORDERED + TWO + "tolerantie = 1.5\n", "van 0 tot en met 1,"),
    Fault(
        "F.335", T, 4, "tolerantie", ORDERED + TWO + "tolerantie = [0.1]\n", "voor elk doel van volgorde een getal (2)"
    ),
    Fault("F.335", T, 4, "tolerantie_vast", ORDERED + TWO + "tolerantie_vast = -1\n", "van 0 tot"),
    Fault("F.336", T, None, "parameters", NO_RATES, "ten minste een boven 0"),
    Fault("F.401", A, 4, "aanbod_id", ("A3", "A1"), "staat ook al in regel 2"),
    Fault("F.401", G, 3, "gemeentecode", ("GM0014;", "GM0363;Amsterdam;941927;NH;x;0;ja;;;;\nGM0014;"), "regel 2"),
    Fault("F.402", G, 2, "gemeentecode", ("GM0363", "GM9999"), "Bedoelde u GM0363 (Amsterdam)?"),
    Fault("F.402", L, 2, "gemeentecode", ("GM1950", "GM1951"), "indeling van 2026"),
    Fault("F.402", B, 2, "gemeenten", ("GM0363 GM0014", "GM0363 GM9999"), "indeling van 2026"),
    Fault("F.403", A, 2, "gemeentecode", ("A1;GM0363", "A1;GM0344"), "Utrecht staat niet in de tabel gemeenten"),
    Fault(
        "F.403", A, 3, "gastgemeente", ("GM0363;GM0014", "GM0363;GM0344"), "Utrecht staat niet in de tabel gemeenten"
    ),
    Fault("F.404", C, None, None, ("GM0363;Z;2026K1;5\n", ""), "GM0363 (Amsterdam) ontbreekt in 2026K1 de regel"),
    Fault("F.405", S, None, None, ("GM0014;isk;2026K1", "GM0014;isk;2026K2"), "GM0014 (Groningen)"),
    Fault("F.406", H, 2, "volwassenen", ("H1;2;1;1", "H1;3;1;0"), "huishouden H1 staat 2 keer in de tabel deelnemers"),
    Fault("F.407", D, 4, "huishouden_id", "huishouden_id;leerroute;sector\nH1;B1;zorg\nH1;Z;geen\nH3;Z;bouw\n", "voeg"),
    Fault("F.407", B, 3, "huishouden_id", ("H2;;", "H9;;"), "de tabel huishoudens"),
    Fault("F.408", H, 3, "opvanglocatie", ("31-12-2025;Ter Apel", "31-12-2025;Ter Aapel"), "Bedoelde u Ter Apel?"),
    Fault("F.410", W, 2, "arbeidsmarktregio", ("Amsterdam;zorg", "Amsterdm;zorg"), "Bedoelde u Groot Amsterdam?"),
    Fault("F.410", B, 3, "regio", ("Groningen", "Flevoland"), "zoals in de tabel gemeenten"),
    Fault("F.411", W, None, None, ("Groningen;bouw;2026K1;5\n", ""), "Groningen ontbreekt in 2026K1"),
    Fault("F.417", D, 2, "sector", ("B1;zorg", "B1;zorgg"), "Bedoelde u zorg?"),
    Fault("F.417", D, 4, "sector", ("onderwijs;bouw", "onderwijs;horeca"), "volwassenen met deze sector: 1)"),
    Fault("F.412", B, 3, "gemeenten / regio", ("H2;;Groningen", "H2;;"), "precies een van de twee"),
    Fault("F.412", B, 2, "gemeenten / regio", ("GM0014;;", "GM0014;Groningen;"), "precies een van de twee"),
    Fault("F.413", A, 4, "tot_kwartaal", ("2026K1;2026K1", "2026K1;2025K4"), "vanaf 2026K1"),
    Fault("F.414", H, 3, "vergunningdatum", ("31-12-2025", "2-1-2026"), "(gelezen als 2 januari 2026): deze dag"),
    Fault("F.414", H, 3, "vergunningdatum", ("31-12-2025", "2026-02-01"), "= '2026-02-01': deze dag"),
    Fault("F.415", G, 3, "min_personen", (";0;40", ";50;40"), "Groningen meer dan max_personen (40)"),
    Fault("F.407", V, 2, "huishouden_id", locks("H9;;vast;GM0014"), "de tabel huishoudens"),
    Fault("F.431", V, 2, "gemeentecode", locks("H1;GM0014;vast;GM0014"), "een vastlegging 'vast'"),
    Fault("F.431", V, 2, "huishouden_id", locks(";GM0014;vast;GM0014"), "heeft bij vast een huishouden_id"),
    Fault("F.431", V, 2, "huishouden_id", locks(";GM0014;verboden;GM0363"), "of alleen een gemeentecode"),
    Fault("F.431", V, 2, "gemeentecode", locks("H1;GM0014;min;5"), "bij min en max een gemeentecode"),
    Fault("F.431", V, 2, "gemeentecode", locks(";;max;5"), "vul de juiste kolommen in"),
    Fault("F.432", V, 2, "waarde", locks("H1;;vast;GM0344"), "een gemeente uit de tabel gemeenten"),
    Fault("F.432", V, 2, "waarde", locks("H1;;verboden;"), "de code van een gemeente"),
    Fault("F.432", V, 2, "waarde", locks(";GM0363;min;veel"), "een geheel aantal personen"),
    Fault("F.432", V, 2, "waarde", locks(";GM0363;max;-1"), "een geheel aantal personen"),
    Fault("F.433", V, 3, "soort", locks("H1;;vast;GM0363", "H1;;vast;GM0014"), "de vastlegging 'vast' in regel 2"),
    Fault("F.433", V, 3, "soort", locks("H1;;verboden;GM0363", "H1;;vast;GM0363"), "'verboden' in regel 2"),
    Fault("F.433", V, 2, "soort", locks("H1;;vast;GM0363", ";GM0363;verboden;"), "'verboden' in regel 3"),
    Fault("F.433", V, 3, "soort", locks(";GM0363;max;4", ";GM0363;min;5"), "'max' in regel 2"),
    Fault("F.433", V, 3, "soort", locks(";GM0363;verboden;", ";GM0363;min;5"), "'verboden' in regel 2"),
    Fault("F.434", V, 2, "waarde", locks("H2;;vast;GM0363"), "een grond voor een andere gemeente"),
    Fault("F.434", V, 2, "waarde", locks("H2;;vast;GM0363"), "de tabel bindingen, regel 3"),
    Fault("F.435", H, 2, "voorkeur_2", extra_column("voorkeur_2"), "schrijf een arbeidsmarktregio of gemeentecode"),
    Fault("F.435", H, 2, "voorkeur_1", extra_column("voorkeur_1").replace(";x", ";Groningem"), "Bedoelde u Groningen?"),
    Fault("F.436", A, 3, "slaapt", ("flex;1", "woningdelen;1"), "een gedeelde woning heeft 2, 3 of 4 kamers"),
    Fault("F.436", A, 4, "slaapt", ("sociale_huur;8", "woningdelen;8"), "het aantal volwassenen dat de woning deelt"),
    Fault(
        "F.437", A, 2, "aandeel_minimaal", of_site("aandeel_minimaal;aandeel_statushouders", "0,6;0,5", ";"), "(0.5)"
    ),
    Fault("F.416", A, None, "kwartaal", OFFER + "A1;GM0363;flex;9;9;2026K2\n", "beschikbaar in 2026K1"),
]

WARNINGS = [
    Fault("W.502", "bindinge.csv", None, None, "x\n", "wordt niet gelezen"),
    Fault("W.502", "casus.tsv", None, None, "x\n", "wordt niet gelezen"),
    Fault("W.541", G, 3, None, CP1252, "gelezen als Windows-1252 (zoals 'Curaçao')"),
    Fault("W.542", G, 2, "gemeentecode", ("GM0363", "0363"), "vraagt: 1, en deze is gelezen als GM0363"),
    Fault("W.542", G, 2, "gemeentecode", ("GM0363", "363"), "schrijf voortaan GM0363"),
    Fault("W.542", G, 2, "gemeentecode", ("GM0363", " gm0363 "), "schrijf voortaan GM0363"),
    Fault("W.542", H, 2, "delen", ("Ter Apel;nee;nee", "Ter Apel;Nee;nee"), "schrijf voortaan nee"),
    Fault("W.542", A, 2, "woonvorm", ("sociale_huur;4", "Sociale huur;4"), "schrijf voortaan sociale_huur"),
    Fault("W.503", G, 1, "min_person", ("min_personen", "min_person"), "Bedoelde u min_personen?"),
    Fault("W.504", B, 3, "tot", ("2026-12-31", "2025-12-31"), "voor huishouden H2 niet toegepast"),
    Fault("W.505", G, 2, "naam", ("Amsterdam;941927", "Rotterdam;941927"), "GM0363 heet volgens CBS Amsterdam"),
    Fault("W.506", G, 2, "inwoners", ("941927", "94192"), "CBS telt in Amsterdam"),
    Fault("W.508", H, None, "toegankelijk", ("Ter Apel;nee;nee", "Ter Apel;nee;ja"), "vragen: 1,"),
    Fault("W.509", H, None, "nareis_personen", extra_column("nareis_personen").replace(";x", ";2"), "verwachten: 2,"),
    Fault("W.511", A, None, None, OFFER + "A1;GM0363;flex;1;9;2026K1\n", "het type gezin (delen: nee): 1,"),
    Fault(
        "W.514",
        H,
        None,
        "huishouden_id",
        ("H1;2;1;1;0", "H1;2;1;1;5"),
        "elke woning: 1 (pseudoniem en slaapplaatsen: H1: 9)",
    ),
    Fault("W.514", H, None, "huishouden_id", ("H1;2;1;1;0", "H1;2;1;1;5"), "zoek een woning voor 9 personen"),
    Fault(
        "W.512",
        T,
        None,
        "opgave_personen",
        ("= 5", "= 6"),
        "de opgave is 6 personen, in de tabel huishoudens wachten 5",
    ),
    Fault("W.512", T, None, "opgave_personen", ("= 5", "= 2"), "de opgave is 2 personen"),
    Fault("W.513", G, 3, "min_personen", (";0;40", ";9;40"), "minimum van 9 personen is niet haalbaar met het aanbod"),
    Fault(
        "W.531", T, None, "parameters", FAR_APART, "nabijheid.per_persoon_km = 1e-09 en uitstroom.per_persoon = 10000"
    ),
]

PARAMETERS = [
    ("F.306", "spreiding.ver_vanaf_", ("[spreiding.ver_vanaf]", "[spreiding.ver_vanaf_]"), "spreiding.ver_vanaf?"),
    ("F.307", "uitstroom.per_persoon", ("waarde = 60.0", "waarde = 60000.0"), "van 0 tot en met 10000"),
    ("F.308", "uitstroom.per_persoon.waarde", ("waarde = 60.0", 'waarde = "60"'), "verkeerd soort waarde"),
    ("F.308", "uitstroom.per_persoon.waarde", ("waarde = 60.0\n", ""), "ontbreekt"),
    ("F.308", "uitstroom.per_persoon.waarde", ("waarde = 60.0", "waarde = nan"), "verkeerd soort waarde"),
    ("F.308", "uitstroom.per_persoon.bereik", ("bereik = [0.0, 10000.0]", "bereik = [0.0]"), "bereik = [laagst"),
    ("F.308", "uitstroom.per_persoon.eenheden", ("waarde = 60.0", "waarde = 60.0\neenheden = 1"), "onbekend"),
    ("F.309", "spreiding.ver_vanaf", ("[spreiding.ver_vanaf]", "[spreiding.anders]"), "neem hem over"),
    ("F.310", "flexx", ("[woonvormen.flex]", "[woonvormen.flexx]"), "Bedoelde u flex?"),
    ("F.311", "woonvormen.flex", ("[woonvormen.flex]", "[woonvormen.flexx]"), "deze woonvorm ontbreekt"),
    ("F.312", "sociale_huur", ('["alleen", "paar", "gezin"]', '["alleen", "gezinnen"]'), "Bedoelde u gezin?"),
]


def problems_of(folder):
    """Give all problems of a case, warnings or errors."""
    try:
        return read_case(folder)[1]
    except InputProblems as caught:
        return caught.problems
