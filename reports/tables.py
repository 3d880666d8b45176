"""The tables of a run as frames, and as CSV that a Dutch spreadsheet opens without running anything."""

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from inputs.case import Case
from inputs.formulas import neutral
from optimizer.result import Allocation
from reports.columns import TEXT
from reports.deliveries import statuses
from reports.explaining import explaining_frames
from reports.places import plaatsen_frame
from reports.reasons import reason
from reports.source import bron
from reports.totals_of_gemeente import geld_frame, groottes_frame
from reports.uniek import gelijk_plan_frame
from reports.words import Lang

GEMEENTEN = (
    "gemeentecode",
    "naam",
    "provincie",
    "arbeidsmarktregio",
    "inwoners",
    "sleutel_personen",
    "achterstand",
    "inhaal_personen",
    "afspraken_personen",
    "doel_personen",
    "toegewezen_personen",
    "toegewezen_huishoudens",
    "toegewezen_kinderen",
    "gehuisvest_als_gast_personen",
    "gehuisvest_elders_personen",
    "blijft_huishoudens",
    "afwijking_personen",
    "achterstand_na_personen",
    "woningen_aangeboden",
    "woningen_gebruikt",
    "bindende_regel",
    "taakstelling_grootste_rest",
    "taakstelling_afgerond",
    "bron",
)
STATUS = "status"
"""Column of the same table, only where offer sheets were gathered."""
KOPPELINGEN = (
    "huishouden_id",
    "personen",
    "gemeentecode",
    "gastgemeente",
    "aanbod_id",
    "woonvorm",
    "slaapt",
    "score",
    "afstand_km",
    "bron",
)
KOPPELINGEN_BLAD = (*KOPPELINGEN[:3], "naam", "gastgemeente", "gastnaam", *KOPPELINGEN[4:])
"""Columns of the same table in the workbook, with names beside the codes."""
VERGELIJKINGEN = ("vergelijking", *KOPPELINGEN)
"""Columns of the placements by other rules; a file only, no sheet."""
BEWIJS = ("regel", "gebied", "soort_rij", "schaduwprijs_punten", "bron")
ONGEPLAATST = ("huishouden_id", "personen", "reden_code", "reden", "bron")
DECIMALS = {"score": 6, "afstand_km": 3}
"""Decimals of the numbers that are not whole [digits]."""


def gemeenten_columns(case: Case) -> tuple[str, ...]:
    """List the columns of the table of gemeenten; one more where offer sheets were gathered."""
    return (*GEMEENTEN[:-1], STATUS, GEMEENTEN[-1]) if statuses(case) else GEMEENTEN


def gemeenten_frame(case: Case, allocation: Allocation, lang: Lang = "nl") -> pd.DataFrame:
    """Give a row per gemeente by gemeentecode [persons unless the column says otherwise]."""
    rows = sorted(allocation.gemeenten, key=lambda g: g.gemeentecode)
    found = statuses(case)
    cells = ({**{c: getattr(g, c) for c in GEMEENTEN[:-1]}, STATUS: found.get(g.gemeentecode, "")} for g in rows)
    return _frame(cells, gemeenten_columns(case), bron(case, lang))


def koppelingen_frame(case: Case, allocation: Allocation, lang: Lang = "nl") -> pd.DataFrame:
    """Give a row per placed household by pseudonym: owner, host, home, score [adults] and distance [km]."""
    rows = sorted(allocation.koppelingen, key=lambda k: k.huishouden_id)
    return _rounded(_frame(({c: getattr(k, c) for c in KOPPELINGEN[:-1]} for k in rows), KOPPELINGEN, bron(case, lang)))


def vergelijkingen_frame(case: Case, allocation: Allocation, lang: Lang = "nl") -> pd.DataFrame:
    """Give a row per household that another rule places, by rule and pseudonym."""
    rows = (
        {"vergelijking": v.naam, **{c: getattr(k, c) for c in KOPPELINGEN[:-1]}}
        for v in allocation.vergelijkingen
        for k in sorted(v.koppelingen, key=lambda k: k.huishouden_id)
    )
    return _rounded(_frame(rows, VERGELIJKINGEN, bron(case, lang)))


def bewijs_frame(case: Case, allocation: Allocation, lang: Lang = "nl") -> pd.DataFrame:
    """Give a row per priced row of a rule: the dual with every digit, to prove the bound with [punten]."""
    rows = (
        {"regel": s.regel, "gebied": s.gebied, "soort_rij": s.soort, "schaduwprijs_punten": s.punten}
        for s in allocation.bewijs
    )
    return _frame(rows, BEWIJS, bron(case, lang))


def _rounded(frame: pd.DataFrame) -> pd.DataFrame:
    """Round the numbers that are not whole."""
    return frame.assign(**{c: frame[c].astype(float).round(n) for c, n in DECIMALS.items()})


def ongeplaatst_frame(case: Case, allocation: Allocation, lang: Lang = "nl") -> pd.DataFrame:
    """Give a row per household left in reception by pseudonym, with the reason in words."""
    rows = sorted(allocation.ongeplaatst, key=lambda o: o.huishouden_id)
    cells = (
        {
            "huishouden_id": o.huishouden_id,
            "personen": o.personen,
            "reden_code": o.reden_code,
            "reden": reason(o, lang),
        }
        for o in rows
    )
    return _frame(cells, ONGEPLAATST, bron(case, lang))


def csv_text(frame: pd.DataFrame) -> str:
    r"""Write a frame as CSV: ``;``, decimal comma, UTF-8 with BOM, RFC 4180 lines, text that never runs.

    >>> csv_text(pd.DataFrame({"naam": ["=1+1"], "afwijking_personen": [-5]})).splitlines()
    ['\ufeffnaam;afwijking_personen', "'=1+1;-5"]
    """
    safe = frame.assign(**{c: [neutral(str(cell)) for cell in frame[c]] for c in frame.columns if c in TEXT})
    return "\ufeff" + safe.to_csv(sep=";", decimal=",", index=False, lineterminator="\r\n")


def csv_files(case: Case, allocation: Allocation, lang: Lang = "nl") -> dict[str, str]:
    """Give the CSV files by file name."""
    return {
        "bewijs.csv": csv_text(bewijs_frame(case, allocation, lang)),
        "gelijk_plan.csv": csv_text(gelijk_plan_frame(case, allocation, lang)),
        "gemeenten.csv": csv_text(gemeenten_frame(case, allocation, lang)),
        "koppelingen.csv": csv_text(koppelingen_frame(case, allocation, lang)),
        "plaatsen.csv": csv_text(plaatsen_frame(case, allocation, lang)),
        "groottes.csv": csv_text(groottes_frame(case, allocation, lang)),
        "geld.csv": csv_text(geld_frame(case, allocation, lang)),
        "ongeplaatst.csv": csv_text(ongeplaatst_frame(case, allocation, lang)),
        "vergelijkingen.csv": csv_text(vergelijkingen_frame(case, allocation, lang)),
        **{name: csv_text(frame) for name, frame in explaining_frames(case, allocation, lang).items()},
    }


def _frame(rows: Iterable[Mapping[str, Any]], columns: tuple[str, ...], source: str) -> pd.DataFrame:
    """Put rows in a frame with the source in the last column."""
    return pd.DataFrame([{**row, "bron": source} for row in rows], columns=list(columns))
