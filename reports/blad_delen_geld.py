"""Who comes to a gemeente by size of household, and what published amounts come to for their homes."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from reports.blad_vorm import Deel, Rij, Tabel
from reports.numbers import counted, day_text, number
from reports.stored_run import GELD, GROOTTES, Row, StoredRun
from reports.words import Lang, words

NO_AMOUNT = "geen"
"""Row of geld.csv on homes of which no amount is known."""


def size_part(run: StoredRun, row: Row, lang: Lang) -> Deel:
    """Give the households assigned by size, where the run keeps them.

    Raises
    ------
    ValueError
        If they are not as many as the row of the gemeente says; no sheet is then written.
    """
    told, rows = words(lang), run.rows(GROOTTES, row["gemeentecode"])
    if rows is None:
        return Deel(told("blad_kop.groottes"), (told("blad_tekst.groottes_geen"),))
    found = [(int(r["personen"]), int(r["toegewezen_huishoudens"])) for r in rows]
    households, persons = sum(n for _, n in found), sum(size * n for size, n in found)
    if (households, persons) != (int(row["toegewezen_huishoudens"]), int(row["toegewezen_personen"])):
        raise ValueError(f"{row['gemeentecode']}: households by size do not add up to the number")
    if not found:
        return Deel(told("blad_kop.groottes"), (told("blad_tekst.groottes_nul"),))
    rijen = [_sizes(told("maat.van", aantal=counted("persoon", size, lang)), n, size * n, lang) for size, n in found]
    total = _sizes(told("blad_tabel.samen"), households, persons, lang, som=True)
    heads = tuple(told(f"blad_tabel.{name}") for name in ("huishouden", "huishoudens", "personen"))
    return Deel(told("blad_kop.groottes"), (), Tabel(told("blad_kop.groottes"), heads, (*rijen, total)))


def _sizes(head: str, households: int, persons: int, lang: Lang, *, som: bool = False) -> Rij:
    """Write households and persons of a size."""
    return Rij(head, (number(households, lang), number(persons, lang)), som)


def money_part(run: StoredRun, row: Row, lang: Lang) -> Deel:
    """Give what each published amount comes to here: a worked example."""
    told, rows = words(lang), run.rows(GELD, row["gemeentecode"])
    if rows is None:
        return Deel(told("blad_kop.geld"), (told("blad_tekst.geld_geen"),))
    paid = _paid(rows)
    texts = [told("blad_tekst.geld_voorbeeld" if paid else "blad_tekst.geld_nul"), *_unknown(rows, lang)]
    if not paid:
        return Deel(told("blad_kop.geld"), tuple(texts))
    heads = tuple(told(f"blad_tabel.{name}") for name in ("regeling", "hoeveel", "bedrag", "totaal"))
    rijen = tuple(_amount(r, lang) for r in paid)
    return Deel(told("blad_kop.geld"), tuple(texts), Tabel(told("blad_kop.geld"), heads, rijen))


def _amount(row: Row, lang: Lang) -> Rij:
    """Write an amount with what it is paid for; its product must be the one that the run wrote."""
    count, amount, total = int(row["betaald_aantal"]), euros(row["bedrag"]), euros(row["totaal"])
    if count * amount != total:
        raise ValueError(f"{row['gemeentecode']}: {row['regeling']} is not its number times its amount")
    told = words(lang)
    paid_for = told(f"kpi_eenheid.{row['eenheid']}")
    head = told("blad_tabel.regeling_per", regeling=told.name("geld_kort", row["regeling"]), eenheid=paid_for)
    return Rij(head, (number(count, lang), money_text(amount, lang), money_text(total, lang)))


def euros(cell: str) -> Decimal:
    """Read an amount as the tables of a run write it [euro].

    >>> euros("30000,5")
    Decimal('30000.5')
    """
    return Decimal(cell.replace(",", "."))


def money_text(amount: Decimal, lang: Lang) -> str:
    """Write an amount, with cents where it has any [euro].

    >>> money_text(Decimal("30000.0"), "nl"), money_text(Decimal("60.5"), "nl")
    ('30.000', '60,50')
    """
    return number(float(amount), lang, 0 if amount == int(amount) else 2)


def _unknown(rows: Sequence[Row], lang: Lang) -> list[str]:
    """Say of which homes nobody knows here what is paid for them."""
    told = words(lang)
    if any(r["regeling"] != NO_AMOUNT and not r["betaald_aantal"] for r in rows):
        return [told("blad_tekst.geld_onbekend")]
    homes = sum(int(r["woningen_gebruikt"]) for r in rows if r["regeling"] == NO_AMOUNT)
    return [told("blad_tekst.geld_zonder", woningen=counted("woning", homes, lang))] if homes else []


def money_sources(run: StoredRun, row: Row, lang: Lang) -> list[str]:
    """Name the day and the source of every amount that the sheet shows, in one line."""
    told = words(lang)
    named = [
        told(
            "blad_tekst.geld_bron",
            regeling=told.name("geld_kort", r["regeling"]),
            datum=day_text(date.fromisoformat(r["bedrag_datum"]), lang),
            bron=r["bedrag_bron"].rstrip("."),
        )
        for r in _paid(run.rows(GELD, row["gemeentecode"]) or ())
    ]
    return [told("blad_tekst.geld_bronnen", bedragen=" ".join(named))] if named else []


def _paid(rows: Sequence[Row]) -> list[Row]:
    """Give the rows of amounts that are paid here."""
    return [r for r in rows if r["regeling"] != NO_AMOUNT and r["betaald_aantal"] not in {"", "0"}]
