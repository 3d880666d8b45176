"""Sums are right: persons of a household, inhabitants of an area, persons who wait, gemeenten that offer homes."""

from collections import defaultdict
from collections.abc import Iterator

from inputs.codes import Code
from inputs.example.margins import read_margins
from inputs.facts import Feit, by_code, gemeenten_2026
from inputs.problems import Problem
from inputs.readings import Readings

SUM_OFF = 0.01
"""Part by which the inhabitants of an area may differ from those of CBS before a warning [1]."""
FAR = 1.5
"""How many times the persons who wait may be those of the published figure, or the other way round, unremarked [1]."""
WAITING = "wachtenden"
"""Published margin that holds the persons who wait in the whole country [persons]."""
COUNTRY = "Nederland"
FIRST = 10
"""Gemeenten that a list names before it only counts [gemeenten]."""


def persons_add_up(read: Readings) -> Iterator[Problem]:
    """Refuse a household whose own total is not the sum of its adults and children."""
    for regel, household in read.huishoudens:
        total = household.personen_totaal
        if total is not None and total != household.personen:
            velden: dict[str, str | int] = {
                "huishouden": household.huishouden_id,
                "volwassenen": household.volwassenen,
                "kinderen": household.kinderen,
                "samen": household.personen,
            }
            yield read.huishoudens.problem(Code.PERSONEN_TELLEN_NIET_OP, regel, "personen_totaal", total, **velden)


def inhabitants_add_up(read: Readings) -> Iterator[Problem]:
    """Warn where the inhabitants of the country, or of a province that is there as a whole, differ from CBS together.

    Each of them may be near enough by itself: numbers of another year all lie a little on one side.
    """
    here = {gemeente.gemeentecode: gemeente.inwoners for gemeente in read.gemeenten.rows}
    country = _sum_off(COUNTRY, list(gemeenten_2026()), here)
    provinces: dict[str, list[Feit]] = defaultdict(list)
    for fact in gemeenten_2026():
        provinces[fact.provincie].append(fact)
    parts = [_sum_off(name, facts, here) for name, facts in provinces.items()]
    for velden in [country] if country else parts:
        if velden:
            yield Problem(Code.INWONERS_SAMEN, read.gemeenten.bestand, kolom="inwoners", velden=velden)


def _sum_off(gebied: str, facts: list[Feit], here: dict[str, int]) -> dict[str, str | int]:
    """Give both sums of an area that is whole and differs, else nothing."""
    if not all(fact.gemeentecode in here for fact in facts):
        return {}
    cbs, som = sum(fact.inwoners for fact in facts), sum(here[fact.gemeentecode] for fact in facts)
    off = abs(som - cbs) > SUM_OFF * cbs
    return {"gebied": gebied, "aantal": len(facts), "som": som, "cbs": cbs} if off else {}


def waiting_is_near_published(read: Readings) -> Iterator[Problem]:
    """Warn where a case of the whole country has far more or fewer persons who wait than the published number.

    Not where the households are synthetic: there are as many as were asked for.
    """
    whole = by_code().keys() <= {gemeente.gemeentecode for gemeente in read.gemeenten.rows}
    if not whole or read.tables["huishoudens"].synthetisch:
        return
    margins = read_margins()
    published, waiting = margins.number(WAITING), sum(household.personen for household in read.huishoudens.rows)
    if not published / FAR <= waiting <= FAR * published:
        velden: dict[str, str | int] = {"wachtend": waiting, "gepubliceerd": f"{published:g}", "factor": f"{FAR:g}"}
        velden["bron"] = margins.source(WAITING)
        yield Problem(Code.WACHTENDEN_WIJKEN_AF, read.huishoudens.bestand, velden=velden)


def gemeenten_offer_homes(read: Readings) -> Iterator[Problem]:
    """Warn once of the gemeenten that no row of homes names as owner this kwartaal: nothing said is no 0.

    Not where the homes are synthetic: which gemeente gets some was drawn, and nothing was forgotten.
    """
    owners = {home.gemeentecode for home in read.aanbod_nu()}
    here = {gemeente.gemeentecode for gemeente in read.gemeenten.rows}
    without = [f"{code} ({fact.naam})" for code, fact in by_code().items() if code in here - owners]
    if without and owners and not read.tables["woningaanbod"].synthetisch:
        rest = ["..."] if len(without) > FIRST else []
        velden: dict[str, str | int] = {"kwartaal": read.scenario.kwartaal, "aantal": len(without)}
        velden["gemeenten"] = ", ".join([*without[:FIRST], *rest])
        yield Problem(Code.GEMEENTE_ZONDER_AANBOD, read.woningaanbod.bestand, kolom="gemeentecode", velden=velden)
