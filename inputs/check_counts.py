"""Numbers agree: adults with households, households with homes, gemeenten with their seats and places."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from inputs.case import begin
from inputs.check_privacy import PSEUDONYM, VEIL, tells_who
from inputs.codes import Code
from inputs.domain import GEDEELD, LEERROUTES, SCHOOLSOORTEN, Huishouden
from inputs.facts import by_code
from inputs.problems import Problem
from inputs.readings import Readings
from inputs.sectors import NO_WORK, known_sectors

FIRST = 10
"""Households that a warning names before it only counts [households]."""


def adults_match_households(read: Readings) -> Iterator[Problem]:
    """Ask one row in deelnemers for each adult of each household."""
    rows = Counter(adult.huishouden_id for adult in read.deelnemers.rows)
    for regel, household in read.huishoudens:
        name, adults = household.huishouden_id, household.volwassenen
        if rows[name] != adults:
            velden: dict[str, str | int] = {"huishouden": name, "deelnemers": rows[name]}
            yield read.huishoudens.problem(Code.DEELNEMERS_AANTAL, regel, "volwassenen", adults, **velden)


def households_fit_a_home(read: Readings) -> Iterator[Problem]:
    """Warn of households that no home can take this kwartaal: they stay unplaced, and the others go on.

    Once for each kind of household: where no home is open to them at all, and where each is too small. Their number is
    given when every household could be read.
    """
    kinds: dict[tuple[str, str], list[Huishouden]] = defaultdict(list)
    for household in read.huishoudens.rows if read.complete("huishoudens") else ():
        kinds[household.huishoudtype, household.delen].append(household)
    for (kind, share), households in kinds.items():
        largest = _largest_home(read, households[0])
        large = sorted((-beds, h.huishouden_id) for h in households if (beds := _beds(read, h)) > largest)
        velden: dict[str, str | int] = {"aantal": len(large), "type": kind, "delen": share}
        if large and largest:
            velden |= {"grootste": largest, "slaapt": -large[0][0], "huishoudens": _named(large)}
            yield Problem(Code.HUISHOUDEN_TE_GROOT, read.huishoudens.bestand, kolom="huishouden_id", velden=velden)
        elif large:
            yield Problem(Code.GEEN_WONING_VOOR_TYPE, read.woningaanbod.bestand, velden=velden)


def _named(large: list[tuple[int, str]]) -> str:
    """Name the first households, each with its sleeping places; a pseudonym that tells who someone is stays out."""
    named = [f"{VEIL if tells_who(PSEUDONYM, name) else name}: {-beds}" for beds, name in large[:FIRST]]
    return ", ".join(named + ["..."] * (len(large) > FIRST))


def _beds(read: Readings, household: Huishouden) -> int:
    """Give the sleeping places that a household needs, with expected family where that counts [persons]."""
    return household.personen + (household.nareis_personen if read.scenario.nareis == "aan" else 0)


def _largest_home(read: Readings, household: Huishouden) -> int:
    """Give the size of the largest usable home on offer for this kind of household [persons/home]; 0: none."""
    access, sharing = read.parameters.toegang, read.parameters.delen_nodig
    return max(
        (
            1 if home.woonvorm == GEDEELD else home.slaapt
            for home in read.aanbod_nu()
            if home.bruikbaar > 0
            and household.huishoudtype in access[home.woonvorm]
            and (home.woonvorm not in sharing or household.delen == "ja")
        ),
        default=0,
    )


def homes_this_quarter(read: Readings) -> Iterator[Problem]:
    """Ask at least one row of homes for the kwartaal of the run."""
    if not read.aanbod_nu():
        quarters = ", ".join(sorted({home.kwartaal for home in read.woningaanbod.rows})[:8])
        velden: dict[str, str | int] = {"kwartaal": read.scenario.kwartaal, "aanwezig": quarters}
        yield Problem(Code.GEEN_AANBOD, read.woningaanbod.bestand, kolom="kwartaal", velden=velden)


def seats_are_complete(read: Readings) -> Iterator[Problem]:
    """Ask a row for every gemeente and leerroute this kwartaal; a missing row is not 0."""
    now = read.scenario.kwartaal
    there = ((row.gebied, row.leerroute) for row in read.inburgering.rows if row.kwartaal == now)
    yield from _incomplete(read, there, LEERROUTES, Code.CURSUSPLAATSEN_ONTBREKEN, read.inburgering.bestand)


def schools_are_complete(read: Readings) -> Iterator[Problem]:
    """Ask a row for every gemeente and schoolsoort this kwartaal; a missing row is not 0."""
    now = read.scenario.kwartaal
    there = ((row.gemeentecode, row.soort) for row in read.onderwijs.rows if row.kwartaal == now)
    yield from _incomplete(read, there, SCHOOLSOORTEN, Code.SCHOOLPLAATSEN_ONTBREKEN, read.onderwijs.bestand)


def _incomplete(
    read: Readings, there: Iterable[tuple[str, str]], kinds: tuple[str, ...], code: Code, bestand: str
) -> Iterator[Problem]:
    """List, per known gemeente of the case, the kinds without a row."""
    present = set(there)
    for gemeente in dict.fromkeys(gemeente.gemeentecode for gemeente in read.gemeenten.rows):
        missing = [kind for kind in kinds if (gemeente, kind) not in present]
        if missing and gemeente in by_code():
            velden: dict[str, str | int] = {
                "gemeente": f"{gemeente} ({by_code()[gemeente].naam})",
                "soorten": ", ".join(missing),
                "kwartaal": read.scenario.kwartaal,
            }
            yield Problem(code, bestand, velden=velden)


def work_is_complete(read: Readings) -> Iterator[Problem]:
    """Ask a row for every arbeidsmarktregio of the case and every sector of its adults; a missing row is not 0.

    A sector that no region has is told by ``sectors_are_known``, unless there is no row at all.
    """
    now = read.scenario.kwartaal
    present = {(row.arbeidsmarktregio, row.sector) for row in read.arbeidsmarkt.rows if row.kwartaal == now}
    sectors = sorted({adult.sector for adult in read.deelnemers.rows} - {NO_WORK})
    sectors = [sector for sector in sectors if sector in (known_sectors(read) or sectors)]
    missing = defaultdict(list)
    for regio in sorted({gemeente.arbeidsmarktregio for gemeente in read.gemeenten.rows}):
        for sector in sectors:
            if (regio, sector) not in present:
                missing[regio].append(sector)
    for regio, names in missing.items():
        velden: dict[str, str | int] = {"regio": regio, "sectoren": ", ".join(names), "kwartaal": now}
        yield Problem(Code.ARBEIDSVRAAG_ONTBREEKT, read.arbeidsmarkt.bestand, velden=velden)


def offers_end_after_they_begin(read: Readings) -> Iterator[Problem]:
    """Refuse homes whose last kwartaal comes before their first."""
    for regel, home in read.woningaanbod:
        if home.tot_kwartaal and home.tot_kwartaal < home.kwartaal:
            velden: dict[str, str | int] = {"begin": home.kwartaal}
            yield read.woningaanbod.problem(Code.EINDE_VOOR_BEGIN, regel, "tot_kwartaal", home.tot_kwartaal, **velden)


def permits_come_before_the_quarter(read: Readings) -> Iterator[Problem]:
    """Refuse a permit after the first day of the kwartaal: that household waits for the next one."""
    start = begin(read.scenario.kwartaal)
    velden: dict[str, str | int] = {"begin": str(start), "kwartaal": read.scenario.kwartaal}
    for regel, household in read.huishoudens:
        day = household.vergunningdatum
        if day > start:
            yield read.huishoudens.problem(Code.VERGUNNING_TE_LAAT, regel, "vergunningdatum", day, **velden)


def least_is_at_most_most(read: Readings) -> Iterator[Problem]:
    """Refuse a least number of persons above the most."""
    for regel, gemeente in read.gemeenten:
        least, most = gemeente.min_personen, gemeente.max_personen
        if least is not None and most is not None and least > most:
            velden: dict[str, str | int] = {"hoogstens": most, "naam": gemeente.naam}
            yield read.gemeenten.problem(Code.MINIMUM_BOVEN_MAXIMUM, regel, "min_personen", least, **velden)
