"""Cases of a few households, every number given where the test stands; what is not given is plenty, near and neutral.

Plenty: 99 course seats of each leerroute and 99 school places of each soort in every gemeente. Near: 0 km. Neutral: an
adult follows B1 and looks for no work, score 0.5. A permit of 14 weeks ago, and nobody to spread over the gemeenten, so
that no gemeente is asked for anything unless the test says so.
"""

import dataclasses
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

import pulp

from inputs.case import Afstanden, Case
from inputs.domain import (
    LEERROUTES,
    SCHOOLSOORTEN,
    Arbeidsvraag,
    Binding,
    Cursusplaatsen,
    Deelnemer,
    Gemeente,
    Huishouden,
    Opvanglocatie,
    Schoolplaatsen,
    Woningaanbod,
)
from inputs.keuzes import Vastlegging
from inputs.parameters import default_parameters, override
from inputs.scenario import Scenario
from inputs.scores import Score
from inputs.tables import TABLES
from optimizer import readable
from optimizer.allocate import allocate
from optimizer.goals import GOALS
from optimizer.plan import empty_plan, recount
from optimizer.program import read_program
from optimizer.quarter import read_quarter
from optimizer.rules import RULES

NOW, NEXT = "2026K1", "2026K2"
DAY = date(2026, 1, 1)
PLENTY = 99
PARAMETERS = default_parameters()


class Example(NamedTuple):
    """A case with its distances."""

    case: Case
    afstanden: Afstanden


def gemeente(code, inwoners=1000, *, regio="R", achterstand=0, voorrang="ja", least=None, most=None, **rest):
    rest = {"provincie": "P", "min_personen": least, "max_personen": most} | rest
    return Gemeente(code, code, inwoners, arbeidsmarktregio=regio, achterstand=achterstand, voorrang=voorrang, **rest)


def home(code, sleeps, count=1, **rest):
    """Homes of social rent, named after where and how large they are."""
    rest = {"woonvorm": "sociale_huur", "kwartaal": NOW, "aanbod_id": f"{code}-{sleeps}"} | rest
    return Woningaanbod(gemeentecode=code, slaapt=sleeps, aantal=count, **rest)


def household(name, adults=1, young=0, po=0, isk=0, *, weeks=14, site="azc", delen="nee", **rest):
    """Adults, and children of 0 to 3, of 4 to 11 (po) and of 12 to 17 (isk)."""
    return Huishouden(name, adults, young, po, isk, DAY - timedelta(weeks=weeks), site, delen, **rest)


def bound_to(name, gemeenten=None, regio=None, tot=None):
    return Binding(name, "werk", DAY, gemeenten, regio, tot)


def lock(soort, name=None, waarde=None, *, code=None):
    """Lock of a household (``name``) or of a gemeente (``code``)."""
    return Vastlegging(soort, "proef", "planner", name, code, None if waarde is None else str(waarde))


def scored(name, **places):
    """Give a household a score at every gemeente or arbeidsmarktregio that is named, by its name."""
    kind = {place: "gemeentecode" if place.startswith("GM") else "arbeidsmarktregio" for place in places}
    return [Score(name, score, "elders", "1.0", **{kind[place]: place}) for place, score in places.items()]


def example(
    gemeenten,
    homes,
    households,
    *,
    adults=None,
    seats=None,
    places=None,
    work=None,
    km=None,
    bindingen=(),
    vastleggingen=(),
    given=(),
    later=None,
    parameters=None,
    **scenario,
):
    """Build a case.

    Parameters
    ----------
    adults : dict, optional
        Household to a (leerroute, sector) for each of its adults.
    seats, places, work : dict, optional
        (gemeente, leerroute), (gemeente, soort), (arbeidsmarktregio, sector) to places.
    given : list of Score
        Scores from elsewhere, used with ``scores="aan"``.
    later : dict, optional
        (gemeente, leerroute) to course seats of the next kwartaal.
    km : dict, optional
        (site, gemeente) to distance [km]; a bare gemeente speaks of the site "azc".
    """
    adults, seats, places, km = adults or {}, seats or {}, places or {}, km or {}
    codes = tuple(g.gemeentecode for g in gemeenten)
    sites = tuple(sorted({h.opvanglocatie for h in households} | {"azc"}))
    people = [
        (h.huishouden_id, a) for h in households for a in adults.get(h.huishouden_id, [("B1", "geen")] * h.volwassenen)
    ]
    case = Case(
        naam="proef",
        synthetisch=True,
        marges="",
        gemeenten=tuple(gemeenten),
        woningaanbod=tuple(homes),
        huishoudens=tuple(households),
        deelnemers=tuple(Deelnemer(name, route, sector) for name, (route, sector) in people),
        opvanglocaties=tuple(Opvanglocatie(site, codes[0], 5.0, 52.0, 100) for site in sites),
        inburgering=(
            *(Cursusplaatsen(c, r, NOW, seats.get((c, r), PLENTY)) for c in codes for r in LEERROUTES),
            *(Cursusplaatsen(c, r, NEXT, count) for (c, r), count in (later or {}).items()),
        ),
        onderwijs=tuple(Schoolplaatsen(c, s, NOW, places.get((c, s), PLENTY)) for c in codes for s in SCHOOLSOORTEN),
        arbeidsmarkt=tuple(Arbeidsvraag(regio, sector, NOW, n) for (regio, sector), n in (work or {}).items()),
        bindingen=tuple(bindingen),
        vastleggingen=tuple(vastleggingen),
        scores=tuple(given),
        scenario=Scenario(**({"kwartaal": NOW, "opgave_personen": 0} | scenario)),
        parameters=override(PARAMETERS, parameters or {}, "proef"),
    )
    distance = tuple(tuple(float(km.get((site, c), km.get(c, 0))) for c in codes) for site in sites)
    return Example(case, Afstanden(sites, codes, distance))


def only(*goals):
    """Rates of 0 for all other goals."""
    return {goal.rate: 0.0 for goal in GOALS if goal.name not in goals}


def program_of(built, rules=RULES, goals=GOALS):
    return read_program(read_quarter(*built), rules, goals)


def without(part, parts):
    """Rules or goals less the one of that name."""
    return tuple(p for p in parts if p.name != part)


def solved(built, **options):
    return allocate(*built, **({"gap": 1e-6, "workers": 1} | options))


def homes_of(allocation):
    """Household to the gemeente for which it counts."""
    return {k.huishouden_id: k.gemeentecode for k in allocation.koppelingen}


def waiting(allocation):
    return [u.huishouden_id for u in allocation.ongeplaatst]


def worth(allocation, goal):
    return next(d.waarde for d in allocation.doelen if d.naam == goal)


def optimum(program, *, whole=True, solver=None):
    """Solve the PuLP reading to the end: its value, and the (household, plek) pairs in use."""
    problem, cells = readable.problem(program, whole=whole), program.all_cells()
    problem.solve(solver or pulp.HiGHS(msg=False, gapRel=0))
    assert problem.sol_status == pulp.LpSolutionOptimal
    chosen = {str(v) for v in problem.variables() if v.varValue > 0.5}
    ids, plekken = program.quarter.people.ids, program.quarter.plekken.names
    pairs = {(ids[h], plekken[p]) for h, p in zip(cells.who, cells.plek, strict=True)}
    return pulp.value(problem.objective) or 0.0, {(h, p) for h, p in pairs if f"x_{h}_{p}" in chosen}


def plan_of(program, where, homes):
    """Write a plan down: household to plek name, (group name, type name, plek name) to homes."""
    quarter, plan = program.quarter, empty_plan(program)
    for name, plek in where.items():
        plan.plek[quarter.people.index[name]] = quarter.plekken.names.index(plek)
    opened = {
        (
            quarter.people.group_names[quarter.homes.offer_group[who]],
            quarter.homes.type_names[quarter.homes.offer_type[who]],
            quarter.plekken.names[plek],
        ): at
        for at, (who, plek) in enumerate(zip(program.y.who, program.y.plek, strict=True))
    }
    for key, count in homes.items():
        plan.homes[opened[key]] = count
    return recount(program, plan)


def permuted(built, random):
    """Give the same case with the rows of every table in another order."""
    case = built.case
    fields = [field.name for field in dataclasses.fields(Case)]
    tables = [name for name in fields if name in TABLES or name == "sleutelgewichten"]
    rows = {t: tuple(getattr(case, t)[k] for k in random.permutation(len(getattr(case, t)))) for t in tables}
    return Example(replace(case, **rows), built.afstanden)
