"""Why a gemeente has its number, in parts that add up exactly, and which homes and places it offered."""

import math
import re
from collections.abc import Mapping

from reports.blad_vorm import Deel, Rij, Tabel
from reports.numbers import counted, number
from reports.stored_run import PLAATSEN, UITLEG, Row, StoredRun
from reports.words import Lang, words

SIZE = re.compile(r"(\d+)x(\d+)")
"""Homes and their size in a text such as "2x1 1x4"."""


def why(run: StoredRun, row: Row, lang: Lang) -> Deel:
    """Add the number up: sleutel + inhaal + afspraken = doel, doel + afwijking = toegewezen [persons].

    Raises
    ------
    ValueError
        If the numbers of the run do not add up; no sheet is then written.
    """
    told = words(lang)
    part = {name: int(row[f"{name}_personen"]) for name in ("sleutel", "inhaal", "afspraken", "doel", "afwijking")}
    total, start = int(row["toegewezen_personen"]), int(row["achterstand"])
    if part["doel"] + part["afwijking"] != total:
        raise ValueError(f"{row['gemeentecode']}: target and difference do not add up to the number")
    rest = part["doel"] - part["sleutel"] - part["inhaal"] - part["afspraken"]
    stand = number(start, lang, sign=True)
    catch_up = "inhaal" if start > 0 else "inhaal_voor" if start < 0 else "inhaal_geen"
    naar = told(f"sleutel.{run.manifest['scenario']['sleutel']}")
    rows = [
        Rij(told("blad_deel.sleutel", naar=naar), (number(part["sleutel"], lang),)),
        Rij(told(f"blad_deel.{catch_up}", stand=stand), (number(part["inhaal"], lang, sign=True),)),
        Rij(told("blad_deel.afspraken"), (number(part["afspraken"], lang, sign=True),)),
        *([Rij(told("blad_deel.afronding"), (number(rest, lang, sign=True),))] if rest else []),
        Rij(told("blad_deel.doel"), (number(part["doel"], lang),), som=True),
        Rij(told("blad_deel.afwijking"), (number(part["afwijking"], lang, sign=True),)),
        Rij(told("blad_deel.toegewezen"), (number(total, lang),), som=True),
    ]
    heads = (told("blad_tabel.deel"), told("blad_tabel.personen"))
    after = told("blad_tekst.na", stand=number(int(row["achterstand_na_personen"]), lang, sign=True))
    return Deel(
        told("blad_kop.waarom"), (*_band(run, row, lang), after), Tabel(told("blad_tabel.delen"), heads, tuple(rows))
    )


def _band(run: StoredRun, row: Row, lang: Lang) -> tuple[str, ...]:
    """Tell the band around the target that costs nothing, where the map of the run keeps it [persons]."""
    told, found = words(lang), run.kaart.get(row["gemeentecode"])
    if found is None:
        return ()
    low, high = found["band_onder"], found["band_boven"]
    inside = low <= int(row["toegewezen_personen"]) <= high
    band = told("paneel.band", van=number(math.ceil(low), lang), tot=number(math.floor(high), lang))
    return (f"{band} ({told('paneel.binnen' if inside else 'paneel.buiten')}).",)


def limit(run: StoredRun, row: Row, lang: Lang) -> Deel:
    """Say what holds the number: the sentence of the map, or the rule in words, and what would raise it."""
    told, explained = words(lang), _explained(run, row)
    regel = run.mapped(row["gemeentecode"], lang).get("regel") or told.name("regel", row["bindende_regel"]) + "."
    found = [regel]
    if explained is None:
        found.append(told("blad_tekst.uitleg_geen"))
    else:
        for name, key in (("min_personen", "minimum"), ("max_personen", "maximum")):
            most = counted("persoon", int(explained[name]), lang) if explained[name] else ""
            sentence = told(f"blad_tekst.{key}", aantal=most)
            found += [sentence] if most and sentence not in regel else []
        found += _missed(explained, lang)
    if row.get("status"):
        found.append(told("blad_tekst.opgave", stand=told.name("stand", row["status"])))
    return Deel(told("blad_kop.grens"), tuple(found))


def _missed(explained: Row, lang: Lang) -> list[str]:
    """Say which size most who wait miss here; nothing where it is no home that they miss."""
    if not explained["verhogen_wat"].isdecimal():
        return []
    size, waiting = int(explained["verhogen_wat"]), int(explained["verhogen_huishoudens"])
    values = {"aantal": counted("persoon", size, lang), "huishoudens": counted("huishouden", waiting, lang)}
    return [words(lang)("blad_tekst.mist_maat", **values)]


def _explained(run: StoredRun, row: Row) -> Row | None:
    """Give the explanation of a gemeente; None where the run was made without."""
    told = run.rows(UITLEG, row["gemeentecode"])
    return told[0] if told else None


def home_parts(run: StoredRun, row: Row, lang: Lang) -> list[Deel]:
    """Give the homes on offer, in use and left, by form where the map says so, and by size where it was explained."""
    told, explained = words(lang), _explained(run, row)
    totals = (int(row["woningen_aangeboden"]), int(row["woningen_gebruikt"]))
    guests = _guests(run, row, lang)
    if not totals[0]:
        return [Deel(told("blad_kop.vormen"), (told("blad_tekst.geen_woningen"), *guests))]
    forms = run.mapped(row["gemeentecode"], lang).get("woningen", [])
    found = {told.name("woonvorm", form): (offered, used) for form, offered, used in forms}
    parts = [_home_table("vorm", found, totals, guests, lang)]
    if explained is not None:
        offered, left = homes_by_size(explained["aanbod_per_grootte"]), homes_by_size(explained["vrij_per_grootte"])
        sizes = {
            told("maat.voor", aantal=counted("persoon", size, lang)): (offered[size], offered[size] - left.get(size, 0))
            for size in sorted(offered)
        }
        shared = (told("blad_tekst.delen_kamers"),) if any(form == "woningdelen" for form, *_ in forms) else ()
        parts.append(_home_table("grootte", sizes, totals, shared, lang))
    return parts


def _home_table(
    kind: str, found: Mapping[str, tuple[int, int]], totals: tuple[int, int], text: tuple[str, ...], lang: Lang
) -> Deel:
    """Give a table of homes on offer, in use and left, with their sum."""
    told = words(lang)
    title = told("blad_kop.vormen" if kind == "vorm" else "blad_kop.maten")
    heads = tuple(told(f"blad_tabel.{name}") for name in (kind, "aangeboden", "gebruikt", "over"))
    rows = [_home_row(name, homes, lang) for name, homes in found.items()]
    rows.append(_home_row(told("blad_tabel.samen"), totals, lang, som=True))
    return Deel(title, text, Tabel(title, heads, tuple(rows)))


def _home_row(name: str, homes: tuple[int, int], lang: Lang, *, som: bool = False) -> Rij:
    """Write homes on offer, in use and left."""
    offered, used = homes
    return Rij(name, tuple(number(n, lang) for n in (offered, used, offered - used)), som)


def homes_by_size(text: str) -> dict[int, int]:
    """Read homes by size, as uitleg_gemeenten.csv writes them.

    >>> homes_by_size("2x1 1x4"), homes_by_size("")
    ({1: 2, 4: 1}, {})
    """
    return {int(size): int(count) for count, size in SIZE.findall(text)}


def _guests(run: StoredRun, row: Row, lang: Lang) -> tuple[str, ...]:
    """Say who lives here for another gemeente, and who lives elsewhere; nothing where nobody does."""
    counts = {
        "gast": int(row["gehuisvest_als_gast_personen"]),
        "elders": int(run.mapped(row["gemeentecode"], lang).get("elders", 0)),
    }
    said = words(lang)
    return tuple(said(f"blad_tekst.{key}", aantal=counted("persoon", n, lang)) for key, n in counts.items() if n)


def places(run: StoredRun, row: Row, lang: Lang) -> Deel:
    """Give course seats by leerroute and school places on offer and in use, where the run keeps them."""
    told, rows = words(lang), run.rows(PLAATSEN, row["gemeentecode"])
    if not rows:
        return Deel(told("blad_kop.plaatsen"), (told("blad_tekst.plaatsen_geen"),))
    heads = tuple(told(f"blad_tabel.{name}") for name in ("soort", "aangeboden", "gebruikt", "over"))
    found = [(what(r, lang), (int(r["aangeboden"]), int(r["gebruikt"]))) for r in rows]
    later = (told("blad_tekst.plaatsen_later"),) if any(used > offered for _, (offered, used) in found) else ()
    cells = tuple(_home_row(name, both, lang) for name, both in found)
    return Deel(told("blad_kop.plaatsen"), later, Tabel(told("blad_kop.plaatsen"), heads, cells))


def what(row: Row, lang: Lang) -> str:
    """Say in words what a row of prijzen.csv, tekorten.csv or plaatsen.csv is about.

    >>> what({"soort": "woning", "wat": "sociale_huur_3"}, "nl"), what({"soort": "schoolplaats", "wat": "po"}, "nl")
    ('Sociale huur, voor 3 personen', 'schoolplaats basisschool')
    """
    told = words(lang)
    if row["soort"] == "woning":
        form, _, size = row["wat"].rpartition("_")
        if form == "woningdelen":
            return told("maat.kamers", vorm=told.name("woonvorm", form), n=size)
        return told("maat.woning", vorm=told.name("woonvorm", form), aantal=counted("persoon", int(size), lang))
    group = {"cursusplaats": "leerroute", "schoolplaats": "school"}[row["soort"]]
    return told(f"plaats.{row['soort']}", naam=told.name(group, row["wat"]))
