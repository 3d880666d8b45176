"""Differences between runs in plain sentences: what changed, why a gemeente differs, and what to mind."""

from typing import Any

from reports.comparison import Comparison, Pair
from reports.differences import Verschil, Wijziging
from reports.kpi_rows import kpi_row
from reports.numbers import counted, number
from reports.run_reading import CAUSES
from reports.words import Lang, Words, words


def change_cells(change: Wijziging, told: Words) -> tuple[str, str, str, str]:
    """Give kind, what, and both values of something that changed."""
    what = told.name("vergelijk_totaal", change.wat) if change.soort == "totaal" else change.wat
    return (
        told(f"vergelijk_soort.{change.soort}"),
        told.name("woonvorm", what) if change.soort == "woonvorm" else what,
        _value(change, change.eerst, told),
        _value(change, change.dan, told),
    )


def change_text(change: Wijziging, told: Words) -> str:
    """Give the same in one phrase."""
    kind, what, first, then = change_cells(change, told)
    return f"{kind} {what}" if change.soort == "invoer" else f"{kind} {what} {first} → {then}"


def _value(change: Wijziging, value: Any, told: Words) -> str:
    """Write a value; of a file the beginning of its hash."""
    if value is None:
        return told("vergelijk.ontbreekt")
    if change.soort == "invoer":
        return told("vergelijk.anders", sha=value)
    if isinstance(value, list):
        return ", ".join(map(str, value))
    if isinstance(value, bool) or not isinstance(value, int | float):
        return str(value)
    return _exact(value, told.lang)


def _exact(value: float, lang: Lang) -> str:
    """Write a number with the decimals that it has, six at most."""
    decimals = next((d for d in range(6) if round(value, d) == value), 6)
    return number(value, lang, decimals)


def persons_sentence(found: Comparison, pair: Pair) -> str:
    """Say how many more or fewer persons get a home."""
    plans = [found.runs[letter].manifest for letter in (pair.eerst, pair.dan)]
    a, b = (plan["counts"]["geplaatste_personen"] for plan in plans)
    key = "zin_meer" if b > a else "zin_minder" if b < a else "zin_gelijk"
    told, lang = words(found.lang), found.lang
    letters = {"eerst": pair.eerst, "dan": pair.dan}
    return told(
        f"vergelijk.{key}", n=counted("persoon", abs(b - a), lang), a=number(a, lang), b=number(b, lang), **letters
    )


def remarks(pair: Pair, lang: Lang) -> list[str]:
    """Say what makes two runs hard to compare: another kwartaal, and gemeenten that only one has."""
    told, found = words(lang), []
    letters = {"eerst": pair.eerst, "dan": pair.dan}
    if pair.kwartalen[0] != pair.kwartalen[1]:
        found.append(told("vergelijk.ander_kwartaal", a=pair.kwartalen[0], b=pair.kwartalen[1], **letters))
    if pair.alleen_eerst or pair.alleen_dan:
        names = [", ".join(some) or told("vergelijk.geen") for some in (pair.alleen_eerst, pair.alleen_dan)]
        found.append(told("vergelijk.andere_gemeenten", a=names[0], b=names[1], **letters))
    return found


def why(v: Verschil, lang: Lang) -> str:
    """Say what is behind the difference of a gemeente: its largest cause, homes on offer, and what limits it."""
    told, parts = words(lang), []
    if v.personen and v.hoofdoorzaak:
        cause = told(f"vergelijk_oorzaak.{v.hoofdoorzaak}")
        parts.append(told("vergelijk.vooral", oorzaak=cause, n=number(v.delen[v.hoofdoorzaak], lang, sign=True)))
    if homes := v.change("woningen_aangeboden"):
        parts.append(told("vergelijk.woningen", n=number(homes, lang, sign=True)))
    if v.eerst.bindende_regel != v.dan.bindende_regel:
        rules = (told.name("regel", town.bindende_regel).lower() for town in (v.eerst, v.dan))
        parts.append(told("vergelijk.begrenst", **dict(zip("ab", rules, strict=True))))
    return "; ".join(parts)


def town_text(v: Verschil, lang: Lang) -> str:
    """Give a gemeente with its difference and every part of it that is not 0.

    The parts add up to the difference.
    """
    told = words(lang)
    parts = [
        f"{told(f'vergelijk_oorzaak.{cause}')} {number(v.delen[cause], lang, sign=True)}"
        for cause in CAUSES
        if v.delen[cause]
    ]
    return f"{v.eerst.naam} {number(v.personen, lang, sign=True)} ({', '.join(parts)})"


def figure_text(found: Comparison, naam: str) -> tuple[str, str]:
    """Give a figure of the plans of all runs in one line, with the differences."""
    parts = [run.manifest for run in found.runs.values()]
    row = kpi_row(naam, parts, found.lang)
    changed = found.differs(row)
    texts = [
        f"{letter} {cell.tekst}" + (f" ({changed[letter].tekst})" if letter in changed else "")
        for letter, cell in found.own(row).items()
    ]
    return f"{row.label} [{row.eenheid}]", " · ".join(texts)
