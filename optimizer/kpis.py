"""What any plan of a quarter adds up to: goals in their own units, counts, and the figures by which plans compare."""

from collections import Counter
from collections.abc import Iterable
from math import fsum

import numpy as np

from inputs.case import Case
from optimizer.homes import on_offer
from optimizer.model import Ints
from optimizer.money import money
from optimizer.placements import distances, koppelingen, scores
from optimizer.plan import NOWHERE, Plan, goal_values
from optimizer.program import Program
from optimizer.result import Doelwaarde, Koppeling, Tellingen
from optimizer.result_kpis import Kengetallen, Verdringing, Wensen
from optimizer.rules.displacement import SOCIAL
from optimizer.sharing import homes_in_use, sharing
from optimizer.waiting import waiting

NORM = "uitstroom.norm_weken"


def doelen(program: Program, plan: Plan, slack: float | None = None) -> tuple[Doelwaarde, ...]:
    """Recount the goals of a plan; with ``slack`` = objective - bound [punten] also how far each could still fall.

    A plan that leaves every other goal as it is here cannot bring a goal below its value less slack / rate: otherwise
    its weighted sum would be below the bound.
    """
    values = goal_values(program, plan)
    return tuple(
        Doelwaarde(
            goal.name,
            goal.unit,
            values[goal.name],
            program.rates[goal.name],
            None
            if slack is None or not program.rates[goal.name]
            else max(values[goal.name] - slack / program.rates[goal.name], 0.0),
        )
        for goal in program.goals
    )


def tellingen(program: Program, plan: Plan) -> Tellingen:
    """Count who is placed [households, persons, children]."""
    people, placed = program.quarter.people, plan.plek >= 0
    return Tellingen(
        people.count,
        int(people.persons.sum()),
        int(people.children.sum()),
        int(placed.sum()),
        int(people.persons[placed].sum()),
        int(people.children[placed].sum()),
    )


def kengetallen(program: Program, plan: Plan) -> Kengetallen:
    """Count what a reader compares plans by, from the plan itself."""
    quarter, stays = program.quarter, plan.plek == NOWHERE
    people, case, homes = quarter.people, quarter.case, koppelingen(program, plan)
    weeks, placed = people.weeks[stays], ~stays
    groups = waiting(people, placed, quarter.parameter(NORM))
    adults, persons = float(people.adults[placed].sum()), float(people.persons[placed].sum())
    taken = np.bincount(quarter.plekken.owner[plan.plek[placed]], people.persons[placed], len(quarter.codes))
    off, shares = np.abs(taken - quarter.shares.target), quarter.shares
    return Kengetallen(
        wachtenden_weken_gemiddeld=fsum(weeks) / len(weeks) if len(weeks) else 0.0,
        wachtenden_weken_hoogste=float(weeks.max(initial=0)),
        persoonsweken_na_norm=groups["alle"].blijft.persoonsweken_na_norm,
        gezinnen_wachtend=groups["gezinnen"].blijft.huishoudens,
        gemiddelde_score=fsum(scores(program, plan)) / adults if adults else 0.0,
        gemiddelde_afstand_km=fsum(distances(program, plan) * people.persons) / persons if persons else 0.0,
        afwijking_personen=int(off.sum()),
        binnen_band=int(((taken >= shares.lower) & (taken <= shares.upper)).sum()),
        afwijking_hoogste=int(off.max()),
        gini=gini(np.array([g.inwoners for g in case.gemeenten]), taken.astype(np.int64)),
        opvangplaatsen_vrij=int(persons),
        wachttijd=groups,
        wensen=wensen(case, homes),
        woningen=_by_form(case, homes),
        woningen_bespaard=sharing(homes).woningen_bespaard,
        verdringing=verdringing(case, homes),
        geld=money(case, homes),
    )


def gini(inhabitants: Ints, persons: Ints) -> float | None:
    """Give how unevenly persons are spread over inhabitants, in whole numbers until the last division [1].

    With p_g the part of the persons and q_g the part of the inhabitants of a gemeente this is half the sum over all
    pairs of |p_g q_h - p_h q_g|: 0 where every gemeente takes as many per inhabitant.

    >>> gini(np.array([100, 100]), np.array([4, 0])), gini(np.array([100, 300]), np.array([1, 3]))
    (0.5, 0.0)
    """
    people, total = [int(n) for n in inhabitants], int(persons.sum())
    if not total:
        return None
    rows = sorted(zip(people, map(int, persons), strict=True), key=lambda row: row[1] / row[0])
    below = area = 0
    for inhabitant, taken in rows:
        area += inhabitant * (2 * below + taken)
        below += taken
    whole = sum(people) * total
    return (whole - area) / whole


def wensen(case: Case, placed: Iterable[Koppeling]) -> Wensen:
    """Count the households whose first or any wish names the host or its arbeidsmarktregio."""
    region = {g.gemeentecode: g.arbeidsmarktregio for g in case.gemeenten}
    wishes = {h.huishouden_id: h.voorkeuren for h in case.huishoudens if h.voorkeuren}
    found = [
        [wish in {k.gastgemeente, region[k.gastgemeente]} for wish in wishes[k.huishouden_id]]
        for k in placed
        if k.huishouden_id in wishes
    ]
    return Wensen(len(wishes), len(found), sum(met[0] for met in found), sum(any(met) for met in found))


def verdringing(case: Case, placed: Iterable[Koppeling]) -> Verdringing:
    """Set the homes of social rent in use beside those let, where a gemeente says how many are."""
    used = Counter(k.gemeentecode for k in placed if k.woonvorm == SOCIAL)
    let = {g.gemeentecode: g.sociale_verhuringen for g in case.gemeenten if g.sociale_verhuringen is not None}
    if not let:
        return Verdringing(used.total(), 0, None, None, None, None, None)
    there, all_let = sum(used[code] for code in let), sum(let.values())
    return Verdringing(
        used.total(),
        len(let),
        there,
        all_let,
        there / all_let if all_let else None,
        max((used[code] / count for code, count in let.items() if count), default=None),
        sum(used[code] > count for code, count in let.items()),
    )


def _by_form(case: Case, placed: Iterable[Koppeling]) -> dict[str, int]:
    """Count the homes in use of every woonvorm on offer [homes]."""
    forms = sorted({str(record.woonvorm) for record in on_offer(case)})
    homes = tuple(placed)
    return {form: homes_in_use(k for k in homes if k.woonvorm == form) for form in forms}
