"""Locks ask no more than the homes, the persons who wait and the greatest numbers leave room for."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from inputs.codes import Code
from inputs.domain import Huishouden, Woningaanbod
from inputs.facts import by_code
from inputs.keuzes import Vastlegging
from inputs.problems import Problem
from inputs.readings import Readings

Rows = list[tuple[int, Vastlegging]]
"""Locks of one kind, each with its row number."""


def locks_fit_the_homes(read: Readings) -> Iterator[Problem]:
    """Refuse a least number that the gemeente's own homes do not sleep, or that is above its max_personen."""
    beds = beds_by_owner(read)
    most = {gemeente.gemeentecode: gemeente.max_personen for gemeente in read.gemeenten.rows}
    for regel, lock in _of_kind(read, "min"):
        code, least = lock.gemeentecode or "", int(lock.waarde or 0)
        ceiling = most.get(code)
        if least > beds[code]:
            velden = _about(read, code) | {"slaapt": beds[code]}
            yield read.vastleggingen.problem(Code.VASTLEGGING_BOVEN_AANBOD, regel, "waarde", least, **velden)
        elif ceiling is not None and least > ceiling:
            velden = _about(read, code) | {"hoogstens": ceiling}
            yield read.vastleggingen.problem(Code.VASTLEGGING_BOVEN_MAX_PERSONEN, regel, "waarde", least, **velden)


def locks_fit_those_who_wait(read: Readings) -> Iterator[Problem]:
    """Refuse least numbers that together ask for more persons than wait; named once, at the last of them."""
    strictest: dict[str, tuple[int, int]] = {}
    for regel, lock in _of_kind(read, "min"):
        code, least = lock.gemeentecode or "", int(lock.waarde or 0)
        strictest[code] = max(strictest.get(code, (0, 0)), (least, regel))
    total, waiting = sum(least for least, _ in strictest.values()), _persons(read.huishoudens.rows)
    if total > waiting:
        regels = sorted(regel for least, regel in strictest.values() if least)
        velden: dict[str, str | int] = {"regels": _list(regels), "som": total, "wachtend": waiting}
        found = dict(read.vastleggingen)[regels[-1]].waarde
        yield read.vastleggingen.problem(
            Code.VASTLEGGINGEN_BOVEN_WACHTENDEN, regels[-1], "waarde", found or "", **velden
        )


def locked_households_find_a_home(read: Readings) -> Iterator[Problem]:
    """Refuse a household locked to a gemeente where no home may take it, and more persons than its homes sleep."""
    households = {household.huishouden_id: household for household in read.huishoudens.rows}
    homes: dict[str, list[Woningaanbod]] = defaultdict(list)
    for home in read.aanbod_nu():
        homes[home.host].append(home)
    together: dict[str, Rows] = defaultdict(list)
    for regel, lock in _of_kind(read, "vast"):
        code, household = lock.waarde or "", households.get(lock.huishouden_id or "")
        if household is None or code not in by_code():
            continue
        if any(_takes(read, home, household) for home in homes[code]):
            together[code].append((regel, lock))
        else:
            velden = _about(read, code) | {"huishouden": household.huishouden_id, "type": household.huishoudtype}
            velden["personen"] = household.personen
            yield read.vastleggingen.problem(Code.VASTLEGGING_ZONDER_WONING, regel, "waarde", code, **velden)
    for code, locks in together.items():
        persons = _persons(households[name] for name in {lock.huishouden_id or "" for _, lock in locks})
        yield from _too_many(read, code, homes[code], locks, persons)


def _too_many(read: Readings, code: str, there: list[Woningaanbod], locks: Rows, persons: int) -> Iterator[Problem]:
    """Refuse locks on one gemeente with more persons together than its homes sleep, or than it takes at most."""
    beds, most = sum(map(_beds, there)), _most(read, code)
    velden = _about(read, code) | {"regels": _list([regel for regel, _ in locks]), "som": persons}
    if persons > beds:
        yield read.vastleggingen.problem(
            Code.VASTLEGGINGEN_BOVEN_WONINGEN, locks[-1][0], "waarde", code, **velden, slaapt=beds
        )
    elif most is not None and persons > most and all(home.gemeentecode == code for home in there):
        yield read.vastleggingen.problem(
            Code.VASTLEGGINGEN_BOVEN_MAXIMUM, locks[-1][0], "waarde", code, **velden, hoogstens=most
        )


def beds_by_owner(read: Readings) -> Counter[str]:
    """Count how many persons the usable homes of each owner sleep this kwartaal [persons]."""
    beds: Counter[str] = Counter()
    for home in read.aanbod_nu():
        if read.parameters.toegang[home.woonvorm]:
            beds[home.gemeentecode] += _beds(home)
    return beds


def _beds(home: Woningaanbod) -> int:
    """Give how many persons the usable homes of one row sleep [persons]."""
    return home.slaapt * home.bruikbaar


def _takes(read: Readings, home: Woningaanbod, household: Huishouden) -> bool:
    """Tell whether a household may take one of these homes and fits in it."""
    shared = home.woonvorm not in read.parameters.delen_nodig or household.delen == "ja"
    may = household.huishoudtype in read.parameters.toegang[home.woonvorm]
    return may and shared and home.bruikbaar > 0 and household.personen <= home.slaapt


def _most(read: Readings, code: str) -> int | None:
    """Give the greatest number of persons that a gemeente takes, by its own row or by a lock; None: no limit."""
    limits = [g.max_personen for g in read.gemeenten.rows if g.gemeentecode == code and g.max_personen is not None]
    limits += [int(lock.waarde or 0) for _, lock in _of_kind(read, "max") if lock.gemeentecode == code]
    return min(limits, default=None)


def _of_kind(read: Readings, soort: str) -> Rows:
    """List the locks of a kind; a number that is none is refused elsewhere."""
    number = soort in {"min", "max"}
    return [
        (regel, lock)
        for regel, lock in read.vastleggingen
        if lock.soort == soort and (not number or ((lock.waarde or "").isascii() and (lock.waarde or "").isdigit()))
    ]


def _about(read: Readings, code: str) -> dict[str, str | int]:
    """Name a gemeente and the kwartaal for a message."""
    naam = f"{code} ({by_code()[code].naam})" if code in by_code() else code
    return {"gemeente": naam, "kwartaal": read.scenario.kwartaal}


def _persons(households: "Iterator[Huishouden] | tuple[Huishouden, ...]") -> int:
    """Count the persons of households [persons]."""
    return sum(household.personen for household in households)


def _list(regels: list[int]) -> str:
    """Write row numbers."""
    return ", ".join(map(str, regels))
