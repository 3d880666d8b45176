"""A case with one more home, course seat or school place, and the plan carried over to it."""

from dataclasses import replace

import numpy as np

from inputs.case import Afstanden, Case
from inputs.domain import LEERROUTES, SCHOOLSOORTEN
from optimizer.model import Ints
from optimizer.plan import Plan, recount
from optimizer.program import Program, read_program
from optimizer.quarter import read_quarter
from optimizer.scarce import Item

EXTRA = "+1"
"""Record of the home that is added."""


def case_with(program: Program, item: Item) -> Case:
    """Give the case with a row for one more of an item."""
    quarter = program.quarter
    case, now = quarter.case, quarter.case.scenario.kwartaal
    if item.rule == "course_seats":
        seat = next(c for c in case.inburgering if c.leerroute == LEERROUTES[item.kind])
        seat = replace(seat, gebied=quarter.codes[item.area], kwartaal=now, plaatsen=1)
        return replace(case, inburgering=(*case.inburgering, seat))
    if item.rule == "school_places":
        place = next(s for s in case.onderwijs if s.soort == SCHOOLSOORTEN[item.kind])
        place = replace(place, gemeentecode=quarter.codes[item.area], kwartaal=now, plaatsen=1)
        return replace(case, onderwijs=(*case.onderwijs, place))
    owner, host = (quarter.codes[side[item.area]] for side in (quarter.plekken.owner, quarter.plekken.host))
    form, sleeps = quarter.homes.types[item.kind]
    home = replace(
        next(r for r in case.woningaanbod if str(r.woonvorm) == form),
        aanbod_id=EXTRA,
        gemeentecode=owner,
        gastgemeente=host,
        slaapt=sleeps,
        aantal=1,
        kwartaal=now,
        tot_kwartaal=None,
        leverkans=1.0,
        aandeel_statushouders=1.0,
        aandeel_minimaal=0.0,
        regeling=None,
        corporatie=None,
    )
    return replace(case, woningaanbod=(*case.woningaanbod, home))


def program_with(program: Program, item: Item, afstanden: Afstanden) -> Program:
    """Read the rules and goals on the case with one more, at the same exchange rates.

    Read anew, so that every mask and column that one more opens is there, whichever rule looks at it.
    """
    raised = read_program(read_quarter(case_with(program, item), afstanden), program.rules, program.goals)
    return replace(raised, rates=program.rates)


def carried(program: Program, plan: Plan, raised: Program) -> Plan:
    """Give the same plan in the program with one more, its new home left empty."""
    homes = np.zeros(len(raised.y))
    homes[np.searchsorted(_keys(raised), _keys(program))] = plan.homes
    return recount(raised, Plan(plan.plek.copy(), homes, plan.activity))


def _keys(program: Program) -> Ints:
    """Give each y cell a number of its own; they stand in order of offer and plek."""
    return np.asarray(program.y.who * program.quarter.plekken.count + program.y.plek)
