"""What would change the number of a gemeente: one home or place more, what is still missing, or the old rule."""

from collections.abc import Sequence

from reports.blad_delen import what
from reports.blad_vorm import Deel, Rij, Tabel
from reports.numbers import number
from reports.stored_run import PRIJZEN, TEKORTEN, Row, StoredRun
from reports.words import Lang, words

MOST = 5
"""Rows of a table that may be long; the file of the run holds all [rows]."""


def change_parts(run: StoredRun, row: Row, lang: Lang) -> tuple[Deel, ...]:
    """Give the parts on what would change the number."""
    code = row["gemeentecode"]
    return (
        *_one_more(run.rows(PRIJZEN, code), lang),
        *_missing(run.rows(TEKORTEN, code), lang),
    )


def _one_more(rows: Sequence[Row] | None, lang: Lang) -> list[Deel]:
    """Give what one home or place more gains, the largest first; nothing where the run did not compute it."""
    told = words(lang)
    if rows is None:
        return []
    gains = [r for r in rows if _gain(r) > 0]
    if not gains:
        return [Deel(told("blad_kop.meer"), (told(f"blad_tekst.meer_{'nul' if rows else 'geen'}"),))]
    heads = tuple(told(f"blad_tabel.{name}") for name in ("wat", "nu", "beter", "erbij"))
    cells = [
        Rij(
            what(r, lang),
            (
                number(int(r["nu"]), lang),
                number(_gain(r), lang, 2),
                number(int(r["extra_personen"]), lang, sign=True),
            ),
        )
        for r in gains[:MOST]
    ]
    text = told("blad_tekst.punten", rest=_rest("punten_rest", gains, lang))
    return [Deel(told("blad_kop.meer"), (text,), Tabel(told("blad_kop.meer"), heads, tuple(cells)))]


def _gain(row: Row) -> float:
    """Give the points that one more gains, at least [punten]."""
    return float(row["winst_punten_minstens"].replace(",", "."))


def _missing(rows: Sequence[Row] | None, lang: Lang) -> list[Deel]:
    """Give what is missing here; nothing where the run did not look for it."""
    told = words(lang)
    if rows is None:
        return []
    if not rows:
        return [Deel(told("blad_kop.tekort"), (told("blad_tekst.tekort_geen"),))]
    heads = (told("blad_tabel.ontbreekt"), told("blad_tabel.hoeveel"))
    cells = tuple(Rij(what(r, lang), (number(int(r["aantal"]), lang),)) for r in rows[:MOST])
    text = told("blad_tekst.tekort", rest=_rest("tekort_rest", rows, lang))
    return [Deel(told("blad_kop.tekort"), (text,), Tabel(told("blad_kop.tekort"), heads, cells))]


def _rest(key: str, rows: Sequence[Row], lang: Lang) -> str:
    """Say how many rows are left out; nothing where none are."""
    left = len(rows) - MOST
    return words(lang)(f"blad_tekst.{key}", aantal=number(left, lang)) if left > 0 else ""


def old_rule(row: Row, lang: Lang) -> Deel:
    """Give what the old rule would give, in both roundings."""
    told = words(lang)
    heads = (told("blad_tabel.afronding"), told("blad_tabel.personen"))
    cells = tuple(
        Rij(told(f"blad_deel.{name}"), (number(int(row[f"taakstelling_{name}"]), lang),))
        for name in ("grootste_rest", "afgerond")
    )
    return Deel(told("blad_kop.oud"), (), Tabel(told("blad_tekst.oud"), heads, cells))
