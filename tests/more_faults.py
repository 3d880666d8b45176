"""Faults in settings and their format, in codes of gemeenten that ended, and in sums; with their place and remedy."""

from importlib.resources import files

from faults import HEADER_H, OFFER, A, B, C, D, Fault, G, H, L, S, T, V, extra_column, locks

P = "parameters.toml"
HEADER_S = "gemeentecode;soort;kwartaal;plaatsen\n"
HEADER_D = "huishouden_id;leerroute;sector\n"
NOBODY = {H: HEADER_H + "\n", D: HEADER_D, B: None, T: 'kwartaal = "2026K1"\nopgave_personen = 0\n'}
TOTALS = extra_column("personen_totaal")


def parameters(old, new):
    """Write the parameters of the product with one change."""
    text = (files("inputs") / "data" / P).read_text("utf-8")
    assert old in text
    return text.replace(old, new, 1)


ERRORS = [
    Fault("F.028", S, 2, None, (HEADER_S, HEADER_S + HEADER_S), "verwijder deze regel"),
    Fault("F.028", S, 6, None, ("GM0014;isk;2026K1;5\n", "GM0014;isk;2026K1;5\n" + HEADER_S), "verwijder deze regel"),
    Fault("F.217", G, 2, "gemeentecode", ("GM0363", "Bergen"), "GM0373 (Bergen (NH.)), GM0893 (Bergen (L.))"),
    Fault("F.218", G, 2, "naam", ("Amsterdam;94", "A" * 1001 + ";94"), "heeft 1001 tekens en er passen er 1000"),
    Fault("F.218", T, 1, "naam", ('"klein"', f'"{"x" * 201}"'), "heeft 201 tekens en er passen er 200"),
    Fault("F.219", A, 2, "leverkans", ("2026K2;1", "2026K2;80"), "(zoals 80 in regel 3)"),
    Fault("F.220", V, 2, "waarde", locks(";GM0014;min;9"), "verlaag de waarde tot hoogstens 8"),
    Fault(
        "F.221", V, 3, "waarde", locks(";GM0014;min;3", ";GM0363;min;3"), "in de regels 2, 3 vragen samen 6 personen"
    ),
    Fault("F.221", V, 3, "waarde", locks(";GM0363;min;2", ";GM0363;min;6"), "in de regels 3 vragen samen 6 personen"),
    Fault(
        "F.222", V, 2, "waarde", {V: locks("H1;;vast;GM0363"), A: ("sociale_huur;4", "sociale_huur;3")}, "huishouden H1"
    ),
    Fault("F.222", V, 2, "waarde", {V: locks("H1;;vast;GM0014"), A: ("sociale_huur;8", "flex;8")}, "type gezin"),
    Fault(
        "F.223",
        V,
        3,
        "waarde",
        {V: locks("H1;;vast;GM0363", "H2;;vast;GM0363"), A: ("4;3;2026K1;;0,9", "4;1;2026K1;;1"), B: None},
        "tellen samen 5 personen en de woningen daar slapen er in 2026K1 samen 4",
    ),
    Fault("F.224", V, 2, "waarde", locks("H1;;vast;GM0363", ";GM0363;max;3"), "neemt er hoogstens 3 op"),
    Fault(
        "F.225", V, 2, "waarde", {V: locks(";GM0014;min;5"), G: (";0;40", ";0;4")}, "verlaag de waarde tot hoogstens 4"
    ),
    Fault("F.226", B, 3, "tot", ("2026-12-31", "2025-10-31"), "voor de peildatum 2025-11-01"),
    Fault("F.010", T, None, None, "#" * 200_001, "hoogstens 200 kB"),
    Fault("F.030", T, None, None, 'kwartaal = "2026K1"\nband = [[[[[[[[[[[1]]]]]]]]]]]\n', "als groep.naam = waarde"),
    Fault("F.206", A, 2, "leverkans", ("0,9", "80%"), "Bedoelde u 0,8?"),
    Fault("F.206", A, 2, "leverkans", ("0,9", "2,5 %"), "Bedoelde u 0,025?"),
    Fault("F.208", A, 2, "leverkans", ("0,9", "80"), "schrijf 1 of minder. Bedoelde u 0,8?"),
    Fault("F.208", A, 2, "leverkans", ("0,9", "101"), "schrijf 1 of minder ["),
    Fault("F.208", T, 2, "band", 'kwartaal = "2026K1"\nband = 5\n', "schrijf 1 of minder. Bedoelde u 0.05?"),
    Fault("F.301", T, 3, None, 'naam = "x"\nkwartaal = "2026K1"\nband = \n', "bij teken 8 van die regel"),
    Fault("F.301", T, 2, None, 'kwartaal = "2026K1"\nkwartaal = "2026K2"\n', "elke sleutel een keer; het gaat mis bij"),
    Fault("F.301", T, 2, None, '# keuzes\nkwartaal = "2026K1\n', "bij teken 19 van die regel"),
    Fault("F.301", T, 1, None, "kwartaal = [\n\n", "bij teken 13 van die regel"),
    Fault("F.301", P, 1, None, "uitstroom: 60\n", "bij teken 10 van die regel"),
    Fault("F.006", P, None, None, "[a]\n".encode("utf-16"), "UTF-8"),
    Fault("F.316", "scenario.yaml", None, None, "kwartaal: 2026K1\n", "0363 kan 243 worden, NO wordt onwaar en 12:30"),
    Fault("F.316", "Parameters.YML", None, None, "a: 1\n", "als TOML in parameters.toml"),
    Fault("F.317", "scenario.json", None, None, "{}\n", "geen plaats voor de reden van een keuze"),
    Fault("F.318", "parameters.ini", None, None, "[a]\n", "INI kent alleen tekst"),
    *(
        Fault("F.319", name, None, None, b"\x80\x04.", "kan bij het openen code uitvoeren")
        for name in ("huishoudens.pkl", "h.pickle", "gemeenten.rds", "alles.RData", "afstanden.npy", "h.feather")
    ),
    Fault("F.481", G, 2, "gemeentecode", ("GM0363;Amsterdam", "GM0457;Weesp"), "GM0363 (Amsterdam) per 24-3-2022"),
    Fault("F.481", L, 2, "gemeentecode", ("GM1950", "GM0007"), "Bellingwedde is opgegaan in GM1950 (Westerwolde) per"),
    Fault("F.481", L, 2, "gemeentecode", ("GM1950", "GM0048"), "schrijf GM1950, en maak van regels"),
    Fault("F.481", L, 2, "gemeentecode", ("GM1950", "48"), "Vlagtwedde is opgegaan in GM1950"),
    Fault("F.481", L, 2, "gemeentecode", ("GM1950", "Weesp"), "schrijf GM0363,"),
    Fault("F.481", G, 2, "gemeentecode", ("GM0363;Amsterdam", "GM9999;Weesp"), "schrijf GM0363,"),
    Fault("F.481", B, 2, "gemeenten", ("GM0363 GM0014", "GM0457 GM0014"), "Weesp is opgegaan in GM0363"),
    Fault("F.481", V, 2, "waarde", locks("H1;;vast;GM0017"), "Haren is opgegaan in GM0014 (Groningen) per 1-1-2019"),
    Fault("F.481", H, 2, "voorkeur_1", extra_column("voorkeur_1").replace(";x", ";GM0009"), "Ten Boer is opgegaan in"),
    Fault("F.482", G, 3, "gemeentecode", ("GM0014;Groningen", "GM0788;Haaren"), "GM0855 (Tilburg), GM0865 (Vught) per"),
    Fault("F.482", G, 3, "gemeentecode", ("GM0014;Groningen", "GM0788;Haaren"), "verdeel deze regel met de hand"),
    Fault("F.483", H, 2, "personen_totaal", TOTALS.replace(";x", ";5"), "en 2 kinderen, samen 4 personen"),
    Fault("F.483", H, 3, "personen_totaal", TOTALS.replace(";x", ";4"), "0 kinderen, samen 1 personen"),
]

WARNINGS = [
    Fault("W.547", H, None, None, NOBODY, "controleer of er dit kwartaal echt niemand wacht"),
    Fault("W.548", A, None, "slaapt", {A: OFFER + "A1;GM0363;sociale_huur;4;1;2026K1\n"}, "ten minste 1 personen"),
    Fault("W.549", S, None, "plaatsen", ("po;2026K1;5", "po;2026K1;0"), "voor po zijn er in alle gemeenten samen 0"),
    Fault("W.549", C, None, "plaatsen", ("B1;2026K1;5", "B1;2026K1;0"), "1 wachtenden die er een nodig hebben"),
    Fault(
        "W.510", A, None, "gemeentecode", OFFER + "A1;GM0363;sociale_huur;4;9;2026K1\n", "aantal 0 als er geen woningen"
    ),
    Fault(
        "W.515",
        P,
        None,
        "uitstroom.norm_weken",
        parameters("2023-07-01\nherzien_voor = 2027-01-01", "2023-07-01\nherzien_voor = 2026-01-01"),
        "moest voor 2026-01-01 worden herzien en 2026K1 begint op 2026-01-01, bron: norm: 2 weken koppelen",
    ),
    Fault(
        "W.516",
        P,
        None,
        "uitstroom.norm_weken",
        parameters("geldig_vanaf = 2023-07-01", "geldig_vanaf = 2026-01-02"),
        "geldt pas vanaf 2026-01-02",
    ),
    Fault("W.581", G, 2, "naam", ("Amsterdam;941927", "Weesp;941927"), "Weesp is opgegaan in GM0363 (Amsterdam) per"),
    Fault("W.583", G, 2, "provincie", ("Noord-Holland", "Noord-Hollnd"), "GM0363 (Amsterdam) ligt volgens CBS"),
]

PARAMETERS = [
    ("F.308", "uitstroom.per_persoon.herzien_voor", ("herzien_voor = 2027-01-01\n", ""), "herzien_voor"),
    ("F.308", "uitstroom.per_persoon.herzien_voor", ("= 2027-01-01", '= "2027"'), "verkeerd soort waarde"),
    ("F.308", "uitstroom.per_persoon.geldig_vanaf", ("= 2026-01-01", "= 2026-01-01T10:00:00"), "verkeerd soort waarde"),
    ("F.313", "uitstroom.per_persoon.herzien_voor", ("= 2027-01-01", "= 2026-01-01"), "de dag na geldig_vanaf"),
    ("F.314", "uitstroom.per_persoon.eenheid", ('"punten/persoon"', '"euro/persoon"'), "in [punten/persoon]"),
    ("F.315", "uitstroom.per_persoon.bereik", ("[0.0, 10000.0]", "[-5.0, 10000.0]"), "van 0 tot en met 10000"),
    ("F.315", "uitstroom.per_persoon.bereik", ("[0.0, 10000.0]", "[100.0, 10.0]"), "het laagste getal eerst"),
]
