"""What a planner should know but what does not stop a run: strange facts, and columns that are not used yet."""

from collections.abc import Iterator

from inputs.case import begin
from inputs.check_locks import beds_by_owner
from inputs.choices import BESTAND
from inputs.codes import Code
from inputs.facts import by_code, plain_name
from inputs.herindelingen import ended_named, told
from inputs.problems import Problem
from inputs.readings import Readings
from inputs.suggest import closest

FAR_OFF = 0.10
"""Part by which the inhabitants of a gemeente may differ from those of CBS before a warning [1]."""

FEW = 0.5
"""Part of the persons who wait below which the number to spread is remarkable [1]."""


def names_match_codes(read: Readings) -> Iterator[Problem]:
    """Warn where name and code of a gemeente contradict each other."""
    for regel, gemeente in read.gemeenten:
        fact = by_code().get(gemeente.gemeentecode)
        if fact and plain_name(fact.naam) != plain_name(gemeente.naam):
            velden: dict[str, str | int] = {"gemeentecode": fact.gemeentecode, "officieel": fact.naam}
            merged = ended_named(gemeente.naam)
            code = Code.NAAM_OPGEGAAN if merged else Code.NAAM_WIJKT_AF
            velden |= told(merged)[1] if merged else {}
            yield read.gemeenten.problem(code, regel, "naam", gemeente.naam, **velden)


def areas_match_codes(read: Readings) -> Iterator[Problem]:
    """Warn where provincie or arbeidsmarktregio is that of another code, or nearly that of this one.

    Once for each name that is found. A name of the planner's own, such as an abbreviation, is left alone.
    """
    for kolom in ("provincie", "arbeidsmarktregio"):
        known = dict.fromkeys(getattr(fact, kolom) for fact in by_code().values())
        found: dict[tuple[str, str], list[tuple[int, str, str]]] = {}
        for regel, gemeente in read.gemeenten:
            fact, name = by_code().get(gemeente.gemeentecode), getattr(gemeente, kolom)
            if fact and getattr(fact, kolom) != name and closest(name, known):
                found.setdefault((name, getattr(fact, kolom)), []).append((regel, fact.gemeentecode, fact.naam))
        for (name, official), rows in found.items():
            regel, code, naam = rows[0]
            velden: dict[str, str | int] = {"gemeentecode": code, "naam": naam}
            velden |= {"officieel": official, "aantal": len(rows)}
            yield read.gemeenten.problem(Code.GEBIED_WIJKT_AF, regel, kolom, name, **velden)


def inhabitants_are_plausible(read: Readings) -> Iterator[Problem]:
    """Warn where the inhabitants differ much from those of CBS."""
    for regel, gemeente in read.gemeenten:
        fact = by_code().get(gemeente.gemeentecode)
        if fact and abs(gemeente.inwoners - fact.inwoners) > FAR_OFF * fact.inwoners:
            velden: dict[str, str | int] = {"cbs": fact.inwoners, "naam": fact.naam}
            yield read.gemeenten.problem(Code.INWONERS_WIJKEN_AF, regel, "inwoners", gemeente.inwoners, **velden)


def persons_to_spread_are_waiting(read: Readings) -> Iterator[Problem]:
    """Warn where the number to spread is more than the persons who wait, or less than half of them."""
    waiting = sum(household.personen for household in read.huishoudens.rows)
    total = read.scenario.opgave_personen
    if total is not None and not FEW * waiting <= total <= waiting:
        velden: dict[str, str | int] = {"opgave": total, "wachtend": waiting}
        yield Problem(Code.OPGAVE_ONGEWOON, BESTAND, kolom="opgave_personen", gevonden=str(total), velden=velden)


def homes_allow_the_least(read: Readings) -> Iterator[Problem]:
    """Warn where a gemeente's own homes sleep fewer than the least that it takes this kwartaal."""
    sleeps = beds_by_owner(read)
    for regel, gemeente in read.gemeenten:
        least, beds = gemeente.min_personen, sleeps[gemeente.gemeentecode]
        if least is not None and least > beds:
            velden: dict[str, str | int] = {"minimum": least, "slaapt": beds}
            yield read.gemeenten.problem(Code.MINIMUM_BOVEN_AANBOD, regel, "min_personen", least, **velden)


def grounds_still_hold(read: Readings) -> Iterator[Problem]:
    """Warn where a ground ended before the kwartaal: it is not applied."""
    start = begin(read.scenario.kwartaal)
    for regel, binding in read.bindingen:
        if binding.tot and binding.tot < start:
            velden: dict[str, str | int] = {"begin": str(start), "huishouden": binding.huishouden_id}
            yield read.bindingen.problem(Code.GROND_VERLOPEN, regel, "tot", binding.tot, **velden)


def accessibility_is_not_used_yet(read: Readings) -> Iterator[Problem]:
    """Warn once that the need of an accessible home is read but not used."""
    count = sum(1 for household in read.huishoudens.rows if household.toegankelijk == "ja")
    yield from _once(Code.TOEGANKELIJK_NOG_NIET, read.huishoudens.bestand, "toegankelijk", count)


def reunification_is_off(read: Readings) -> Iterator[Problem]:
    """Warn once that family still to come does not count for the size of the home in this scenario."""
    count = sum(1 for household in read.huishoudens.rows if household.nareis_personen > 0)
    if read.scenario.nareis == "uit":
        yield from _once(Code.NAREIS_UIT, read.huishoudens.bestand, "nareis_personen", count)


def _once(code: Code, bestand: str, kolom: str, count: int) -> Iterator[Problem]:
    """Give one warning with a count of rows, if any."""
    if count:
        yield Problem(code, bestand, kolom=kolom, velden={"aantal": count})
