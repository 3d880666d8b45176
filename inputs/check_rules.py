"""Locks, wishes and shared homes say something that the rules can keep."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from inputs.codes import Code
from inputs.domain import GEDEELD
from inputs.herindelingen import ended, told
from inputs.keuzes import Vastlegging
from inputs.problems import Problem
from inputs.readings import Readings
from inputs.suggest import Hints

ROOMS = range(2, 5)
"""Adults who share one home [persons]; Eerste Kamer 14-11-2025: inzet op woningdelen."""
PLACE, NUMBER = ("vast", "verboden"), ("min", "max")


def locks_are_complete(read: Readings) -> Iterator[Problem]:
    """Refuse a lock that does not say what it locks, or to what."""
    codes = {gemeente.gemeentecode for gemeente in read.gemeenten.rows}
    for regel, lock in read.vastleggingen:
        code, kolom = _fault(lock, codes)
        if code is not None:
            found = getattr(lock, kolom) or ""
            velden: dict[str, str | int] = {"soort": lock.soort}
            if code is Code.VASTLEGGING_WAARDE and lock.soort in PLACE and found in ended():
                code, velden = told(ended()[found])
            yield read.vastleggingen.problem(code, regel, kolom, found, **velden)


def _fault(lock: Vastlegging, codes: set[str]) -> tuple[Code | None, str]:
    """Give what is wrong with a lock and in which column; None: nothing."""
    if lock.soort in NUMBER:
        if lock.huishouden_id or not lock.gemeentecode:
            return Code.VASTLEGGING_WIE, "gemeentecode"
        right = (lock.waarde or "").isascii() and (lock.waarde or "").isdigit()
        return (None, "") if right else (Code.VASTLEGGING_WAARDE, "waarde")
    if not lock.huishouden_id:
        closed = lock.soort == "verboden" and lock.gemeentecode and not lock.waarde
        return (None, "") if closed else (Code.VASTLEGGING_WIE, "huishouden_id")
    if lock.gemeentecode:
        return Code.VASTLEGGING_WIE, "gemeentecode"
    return (None, "") if lock.waarde in codes else (Code.VASTLEGGING_WAARDE, "waarde")


def locks_agree(read: Readings) -> Iterator[Problem]:
    """Refuse pairs of locks that cannot both hold; each names the other's row."""
    about = defaultdict(list)
    for regel, lock in read.vastleggingen:
        about[lock.huishouden_id or lock.gemeentecode].append((regel, lock))
    closed = {lock.gemeentecode: regel for regel, lock in read.vastleggingen if _closes(lock)}
    for regel, lock in read.vastleggingen:
        if lock.soort == "vast" and lock.waarde in closed:
            yield read.vastleggingen.problem(
                Code.VASTLEGGING_STRIJDIG, regel, "soort", lock.soort, eerste=closed[lock.waarde], soort="verboden"
            )
    for locks in about.values():
        for (first, one), (regel, other) in combinations(locks, 2):
            if _clash(one, other) or _clash(other, one):
                yield read.vastleggingen.problem(
                    Code.VASTLEGGING_STRIJDIG, regel, "soort", other.soort, eerste=first, soort=one.soort
                )


def _closes(lock: Vastlegging) -> bool:
    """Tell whether a lock closes a gemeente to everybody."""
    return not lock.huishouden_id and (lock.soort == "verboden" or (lock.soort == "max" and _number(lock) == 0))


def _clash(one: Vastlegging, other: Vastlegging) -> bool:
    """Tell whether two locks on one household or gemeente cannot both hold."""
    if one.soort == "vast":
        return (other.soort == "vast") == (one.waarde != other.waarde) and other.soort in PLACE
    if one.soort == "min" and other.soort == "max":
        return _number(one) > _number(other)
    return one.soort == "min" and other.soort == "verboden" and _number(one) > 0


def _number(lock: Vastlegging) -> int:
    """Give the number of a lock [persons]; one that is no number is reported elsewhere."""
    text = lock.waarde or ""
    return int(text) if text.isascii() and text.isdigit() else 0


def locks_respect_grounds(read: Readings) -> Iterator[Problem]:
    """Refuse a household locked to a gemeente that none of its hard grounds allows."""
    region = {gemeente.gemeentecode: gemeente.arbeidsmarktregio for gemeente in read.gemeenten.rows}
    grounds = defaultdict(list)
    for regel, binding in read.bindingen:
        grounds[binding.huishouden_id].append((regel, binding))
    for regel, lock in read.vastleggingen:
        if lock.soort == "vast" and lock.waarde in region:
            for other, binding in grounds[lock.huishouden_id or ""]:
                if lock.waarde not in (binding.gemeenten or "").split() and binding.regio != region[lock.waarde]:
                    yield read.vastleggingen.problem(
                        Code.VASTLEGGING_TEGEN_BINDING, regel, "waarde", lock.waarde, binding=other
                    )


def wishes_name_places(read: Readings) -> Iterator[Problem]:
    """Refuse a wish that is neither an arbeidsmarktregio nor a gemeente of the case."""
    known = {g.arbeidsmarktregio for g in read.gemeenten.rows} | {g.gemeentecode for g in read.gemeenten.rows}
    hint = Hints(sorted(known))
    for regel, household in read.huishoudens:
        for kolom in ("voorkeur_1", "voorkeur_2", "voorkeur_3"):
            wish = getattr(household, kolom)
            if wish and wish not in known:
                merged = ended().get(wish)
                code, velden = told(merged) if merged else (Code.VOORKEUR_ONBEKEND, hint(wish))
                yield read.huishoudens.problem(code, regel, kolom, wish, **velden)


def shared_homes_have_rooms(read: Readings) -> Iterator[Problem]:
    """Refuse a shared home for one adult, or for more than four."""
    for regel, home in read.woningaanbod:
        if home.woonvorm == GEDEELD and home.slaapt not in ROOMS:
            yield read.woningaanbod.problem(Code.KAMERS_ONJUIST, regel, "slaapt", home.slaapt)


def reserved_is_at_most_open(read: Readings) -> Iterator[Problem]:
    """Refuse a reserved part above the part that statushouders may take."""
    for regel, home in read.woningaanbod:
        if home.aandeel_minimaal > home.aandeel_statushouders:
            most: dict[str, str | int] = {"hoogstens": f"{home.aandeel_statushouders:g}"}
            yield read.woningaanbod.problem(
                Code.RESERVERING_TE_HOOG, regel, "aandeel_minimaal", home.aandeel_minimaal, **most
            )


def cap_has_its_column(read: Readings) -> Iterator[Problem]:
    """Ask the column that a rule of the scenario counts from, of every gemeente; a missing number is not 0."""
    asked = {
        "sociale_verhuringen": read.scenario.verdringing_hoogstens,
        "vorig_kwartaal_personen": read.scenario.wijziging_hoogstens,
    }
    for kolom, value in asked.items():
        for regel, gemeente in read.gemeenten if value is not None else ():
            if getattr(gemeente, kolom) is None:
                yield read.gemeenten.problem(Code.KOLOM_VOOR_REGEL, regel, kolom, "")
