"""Kengetallen of a plan whose numbers a reader can check by hand; what is not said is 0 or nobody."""

from optimizer.result_kpis import Geldregel, Groep, Kengetallen, Verdringing, Wachttijd, Wensen

GROUPS = ("alle", "1", "2", "3_5", "6_plus", "gezinnen")
NOBODY = Wachttijd(0, 0, 0, None, None, None, 0, 0.0)


def waited(households, persons, children=0, weeks=(10.0, 20.0, 30.0), late=0, person_weeks=0.0):
    """Households that waited so long: half, 90 of 100, the longest [weeks]."""
    return Wachttijd(households, persons, children, *weeks, late, person_weeks)


def figures(*, stays=NOBODY, housed=NOBODY, families=NOBODY, let=None, money=None, **rest):
    """Give the figures of a plan: who stays and who is housed in all, and the families that stay."""
    groups = dict.fromkeys(GROUPS, Groep(NOBODY, NOBODY))
    groups |= {"alle": Groep(stays, housed), "gezinnen": Groep(families, NOBODY)}
    numbers = {
        "wachtenden_weken_gemiddeld": 0.0,
        "wachtenden_weken_hoogste": 0.0,
        "persoonsweken_na_norm": stays.persoonsweken_na_norm,
        "gezinnen_wachtend": families.huishoudens,
        "gemiddelde_score": 0.5,
        "gemiddelde_afstand_km": 10.0,
        "afwijking_personen": 0,
        "binnen_band": 0,
        "afwijking_hoogste": 0,
        "gini": 0.25,
        "opvangplaatsen_vrij": housed.personen,
        "wachttijd": groups,
        "wensen": Wensen(0, 0, 0, 0),
        "woningen": {"flex": 1, "sociale_huur": 2},
        "woningen_bespaard": 0,
        "verdringing": Verdringing(2, 0, None, None, None, None, None) if let is None else let,
        "geld": {
            "har_plus_tijdelijk": Geldregel(0, "personen", 38_000.0, 0.0),
            "sft_woning": Geldregel(None, "woningen", 14_000.0, None),
        }
        | (money or {}),
    }
    return Kengetallen(**(numbers | rest))
