"""There is a bed, a course seat and a school place for everybody who waits; if not, it is told before the run."""

from collections import Counter
from collections.abc import Iterator

from inputs.check_locks import beds_by_owner
from inputs.codes import Code
from inputs.domain import LEERROUTES
from inputs.problems import Problem
from inputs.readings import Readings


def beds_for_who_waits(read: Readings) -> Iterator[Problem]:
    """Warn where all usable homes of the kwartaal together sleep fewer persons than wait; a run still gives a plan."""
    waiting = sum(household.personen for household in read.huishoudens.rows)
    beds = sum(beds_by_owner(read).values())
    if 0 < beds < waiting:
        velden: dict[str, str | int] = {"kwartaal": read.scenario.kwartaal, "slaapt": beds}
        velden |= {"wachtend": waiting, "tekort": waiting - beds}
        yield Problem(Code.TE_WEINIG_SLAAPPLAATSEN, read.woningaanbod.bestand, kolom="slaapt", velden=velden)


def seats_for_who_waits(read: Readings) -> Iterator[Problem]:
    """Warn where adults of a leerroute are more than all seats from the kwartaal on; later ones may be used too."""
    nodig: Counter[str] = Counter(adult.leerroute for adult in read.deelnemers.rows)
    seats: Counter[str] = Counter()
    for row in read.inburgering.rows:
        if row.kwartaal >= read.scenario.kwartaal:
            seats[row.leerroute] += row.plaatsen
    for leerroute in LEERROUTES:
        yield from _short(read.inburgering.bestand, leerroute, nodig[leerroute], seats[leerroute])


def schools_for_who_waits(read: Readings) -> Iterator[Problem]:
    """Warn where children of an age are more than all school places of the kwartaal."""
    households = read.huishoudens.rows
    nodig = {"po": sum(h.kinderen_4_11 for h in households), "isk": sum(h.kinderen_12_17 for h in households)}
    for soort, children in nodig.items():
        now = (row for row in read.onderwijs.rows if row.kwartaal == read.scenario.kwartaal and row.soort == soort)
        yield from _short(read.onderwijs.bestand, soort, children, sum(row.plaatsen for row in now))


def _short(bestand: str, soort: str, nodig: int, plaatsen: int) -> Iterator[Problem]:
    """Give one warning where fewer are there than are needed."""
    if plaatsen < nodig:
        velden: dict[str, str | int] = {"soort": soort, "nodig": nodig, "plaatsen": plaatsen}
        velden["tekort"] = nodig - plaatsen
        yield Problem(Code.TE_WEINIG_PLAATSEN, bestand, kolom="plaatsen", velden=velden)
