"""What every column of every table means: its header, unit, meaning and where its numbers come from."""

from collections.abc import Mapping
from typing import NamedTuple

from inputs.case import Case
from reports.words import Lang, Words, words

PLAN = "plan_"
"""Begin of a column with the values of a plan by another rule: this and the rule."""
WITHOUT = "zonder_"
"""Begin of the name of a plan that leaves a goal or a lock out."""
SUMS = ("provincies", "arbeidsmarktregios")
"""Sheets whose numbers are sums over gemeenten."""
ORIGIN: Mapping[str, tuple[str, ...]] = {
    "gemeenten": (
        *("gemeentecode", "naam", "provincie", "arbeidsmarktregio", "inwoners", "achterstand"),
        *("gastgemeente", "gastnaam", "min_personen", "max_personen", "gemeenten"),
    ),
    "huishoudens": ("huishouden_id", "personen"),
    "woningaanbod": ("aanbod_id", "woonvorm", "slaapt", "woningen_aangeboden", "aanbod_per_grootte", "regeling"),
    "aanbod": ("nu",),
    "afspraken": ("afspraken_personen",),
    "sleutel": ("sleutel_personen", "inhaal_personen", "doel_personen"),
    "inwoners": ("taakstelling_grootste_rest", "taakstelling_afgerond"),
    "plan": (
        *("toegewezen_personen", "toegewezen_huishoudens", "toegewezen_kinderen", "gehuisvest_als_gast_personen"),
        *("gehuisvest_elders_personen", "blijft_huishoudens"),
        *("afwijking_personen", "achterstand_na_personen", "woningen_gebruikt", "bindende_regel", "per_1000"),
        *("afwijking_deel", "benutting", "onder_doel_personen", "onder_doel_woning", "onder_doel_plaatsen"),
        *("onder_doel_regel", "onder_doel_anders", "afstand_km", "reden_code", "reden", "vrij_per_grootte"),
        *("dit_plan", "waarde", "punten", "meer_punten", "minder_punten", "verhogen_wat", "verhogen_huishoudens"),
        *("verlagen_punten", "betaald_aantal", "totaal"),
    ),
    "deelnemers": ("score",),
    "bewijs": ("ondergrens", "winst_punten_hoogstens", "schaduwprijs_punten"),
    "opnieuw": ("winst_punten_minstens", "extra_personen"),
    "tekorten": ("aantal",),
    "parameters": (
        *("tarief", "parameter", "parameter_waarde", "laagst", "hoogst", "geldig_vanaf", "herzien_voor"),
        *("parameter_bron", "bedrag", "bedrag_datum", "bedrag_bron"),
    ),
    "controle": tuple(
        f"melding_{name}"
        for name in ("soort", "code", "bestand", "regel", "kolom", "gevonden", "kop", "uitleg", "actie")
    ),
    "programma": (
        "soort",
        "wat",
        "methode",
        "grondslag",
        "onderdeel",
        "maat",
        "eenheid",
        "regel",
        "gebied",
        "soort_rij",
        "tot_en_met_doel",
    ),
    "aanlevering": ("status",),
    "rij": ("bron",),
}
"""Columns of the workbook by where they come from."""
FROM = {column: origin for origin, columns in ORIGIN.items() for column in columns}
TEXT = frozenset(
    {
        *("vergelijking", "gemeentecode", "naam", "provincie", "arbeidsmarktregio", "bindende_regel", "bron"),
        "status",
        *("huishouden_id", "gastgemeente", "gastnaam", "aanbod_id", "woonvorm", "reden_code", "reden", "soort", "wat"),
        *("methode", "alternatief", "wijze", "met", "aanbod_per_grootte", "vrij_per_grootte", "verhogen_wat"),
        *("grondslag", "plan", "groep", "zonder_doel", "doel", "eenheid", "onderdeel", "maat", "parameter"),
        *("regel", "gebied", "soort_rij", "tot_en_met_doel"),
        *("kwartaal", "regime", "maatregel", "plaats", "bewoonbaar", "nareis_woning"),
        *("waarde_naam", "waarde_eenheid", "waarde_bron"),
        *("einde_voorrang", "oordeel", "niveau", "licht", "teken", "woonvormen", "corporatie"),
        *("parameter_bron", "regeling", "bedrag_datum", "bedrag_bron", *ORIGIN["controle"]),
    }
    - {"melding_regel"}
)
"""Columns of text; all other columns hold numbers."""


class Told(NamedTuple):
    """What a column says of itself: header with its unit, the unit alone, and what it means."""

    header: str
    unit: str
    meaning: str


def header(column: str, lang: Lang) -> str:
    """Give what stands above a column, with the unit of its numbers in square brackets."""
    told = words(lang)
    if column.startswith(PLAN):
        return told("blad.in_eenheid", naam=told.name("vergelijking", column.removeprefix(PLAN)))
    return told(f"kolom.{column}")


def explained(sheet: str, column: str, case: Case, lang: Lang) -> Told:
    """Give header, unit and meaning of a column on a sheet; the area of a gemeente too."""
    told = words(lang)
    if column == "geometry":
        return Told(column, "m", told("kolom_uitleg.geometry"))
    above = header(column, lang)
    unit = told("eenheid.tekst") if column in TEXT else split_unit(above)[1]
    return Told(above, unit, _meaning(sheet, column, case, told))


def split_unit(text: str) -> tuple[str, str]:
    """Part a header into its words and the unit that closes it.

    >>> split_unit("Doel [personen]"), split_unit("Gemeente")
    (('Doel', 'personen'), ('Gemeente', ''))
    """
    name, bracket, unit = text.removesuffix("]").rpartition(" [")
    return (name, unit) if bracket else (text, "")


def note(sheet: str, column: str, case: Case, lang: Lang) -> str:
    """Write the note beside a header: meaning, unit and source."""
    told, words_of = explained(sheet, column, case, lang), words(lang)
    origin = words_of(f"herkomst.{'vergelijking' if column.startswith(PLAN) else FROM[column]}")
    return (
        f"{told.meaning}\n{words_of('blad.noot_eenheid', eenheid=told.unit)}\n{words_of('blad.noot_bron', bron=origin)}"
    )


def _meaning(sheet: str, column: str, case: Case, told: Words) -> str:
    """Give what a column means, on this sheet where that differs, and with scores from elsewhere where they count."""
    if column.startswith(PLAN):
        rule = column.removeprefix(PLAN)
        key = "zonder" if rule.startswith(WITHOUT) else rule
        return told(f"vergelijking_uitleg.{key}")
    special = told.find(f"kolom_uitleg_{sheet}.{column}")
    other = told.find(f"kolom_uitleg_elders.{column}") if case.gebruikte_scores else None
    meaning = special or other or told(f"kolom_uitleg.{column}")
    summed = sheet in SUMS and column not in TEXT and not special
    return told("blad.som", uitleg=meaning) if summed else meaning
