"""From a plan to what a gemeente, a household and parliament may read: shares, counts, goals, baselines, proof."""

from collections import Counter, defaultdict
from collections.abc import Mapping

import numpy as np

from optimizer.baselines import baselines
from optimizer.generation import Relaxation
from optimizer.homes import on_offer
from optimizer.kpis import doelen, kengetallen, tellingen
from optimizer.ledger import ledger
from optimizer.placements import koppelingen
from optimizer.plan import Plan, breaches, objective, recount
from optimizer.program import Program
from optimizer.reasons import Obstacles, held_back, obstacles, unplaced
from optimizer.result import (
    Allocation,
    Certificate,
    GemeenteUitkomst,
    Koppeling,
)
from optimizer.shares import largest_remainder, rounded_each, total_persons
from optimizer.sharing import homes_in_use, sharing

NOISE = 1e-6
"""Rounding that may put a bound just above an optimal plan, relative and absolute [1, punten]."""


def gap_of(value: float, bound: float) -> float:
    """Give how far a value can be above the best, as a part of it; 0 where there is nothing left to lose [1]."""
    return max(value - max(bound, 0.0), 0.0) / value if value > 0 else 0.0


def certificate(
    program: Program, plan: Plan, relaxation: Relaxation, gap_asked: float, neighbourhoods: int, *, cut: bool
) -> Certificate:
    """State how good the plan is: its value recounted, and the bound over all columns.

    Raises
    ------
    ValueError
        The plan breaks a rule: a mistake of ours, never shown as a result.
    """
    plan = recount(program, plan)
    broken = breaches(program, plan)
    if broken:
        raise ValueError(f"the plan breaks {broken[:5]}")
    value = objective(program, plan)
    if relaxation.bound > value * (1 + NOISE) + NOISE:
        raise ValueError(f"the bound {relaxation.bound} is above the plan's value {value}")
    bound = min(max(relaxation.bound, 0.0), value)
    gap = gap_of(value, bound)
    proven = gap <= gap_asked
    return Certificate(
        value,
        bound,
        gap,
        gap_asked,
        proven,
        "optimal_within_gap" if proven else "feasible",
        relaxation.value,
        relaxation.rounds,
        neighbourhoods,
        cut,
        _columns(program, relaxation),
    )


def _columns(program: Program, relaxation: Relaxation) -> Mapping[str, int]:
    """Count the columns of one binary per household, plek and home type, of the two layers, and those generated."""
    quarter = program.quarter
    offers = np.zeros((len(quarter.people.kinds), quarter.plekken.count), np.int64)
    np.add.at(offers, quarter.homes.offer_group, quarter.homes.open_homes > 0)
    naive = int((offers[quarter.people.group] * program.allowed).sum())
    y = len(program.y)
    return {"naive": naive, "two_layers": int(program.allowed.sum()) + y, "generated": len(relaxation.cells) + y}


def gemeenten(program: Program, placed: tuple[Koppeling, ...], found: Obstacles) -> tuple[GemeenteUitkomst, ...]:
    """Add up per gemeente, from the placements and not from the program's columns."""
    case, shares = program.quarter.case, program.quarter.shares
    children = {h.huishouden_id: h.kinderen for h in case.huishoudens}
    inhabitants = np.array([g.inwoners for g in case.gemeenten], np.int64)
    total = total_persons(case)
    repaired, each = largest_remainder(inhabitants, total), rounded_each(inhabitants, total)
    held, offered = held_back(found), Counter[str]()
    for record in on_offer(case):
        offered[record.gemeentecode] += record.bruikbaar
    staying = _staying(program, placed)
    counted = Counter({gemeente.gemeentecode: 0 for gemeente in case.gemeenten})
    for k in placed:
        counted[k.gemeentecode] += k.personen
    lines = ledger(program.quarter, list(counted.values()))
    out = []
    for g, gemeente in enumerate(case.gemeenten):
        own = [k for k in placed if k.gemeentecode == gemeente.gemeentecode]
        persons = lines[g].credited
        out.append(
            GemeenteUitkomst(
                gemeente.gemeentecode,
                gemeente.naam,
                gemeente.provincie,
                gemeente.arbeidsmarktregio,
                gemeente.inwoners,
                int(shares.key[g]),
                gemeente.achterstand,
                int(shares.catch_up[g]),
                int(shares.agreed[g]),
                int(shares.target[g]),
                float(shares.lower[g]),
                float(shares.upper[g]),
                persons,
                len(own),
                sum(children[k.huishouden_id] for k in own),
                dict(sorted(Counter(k.woonvorm for k in own).items())),
                sum(k.personen for k in placed if k.gastgemeente == gemeente.gemeentecode != k.gemeentecode),
                persons - int(shares.target[g]),
                lines[g].closing,
                offered[gemeente.gemeentecode],
                homes_in_use(own),
                held[g][0],
                held[g][1],
                int(repaired[g]),
                int(each[g]),
                sum(k.personen for k in own if k.gastgemeente != k.gemeentecode),
                dict(sorted(staying[gemeente.gemeentecode].items())),
            )
        )
    return tuple(out)


def _staying(program: Program, placed: tuple[Koppeling, ...]) -> Mapping[str, Counter[int]]:
    """Count the households that stay by the gemeente of their reception and by their persons [households]."""
    case, housed = program.quarter.case, {k.huishouden_id for k in placed}
    where = {site.locatie: site.gemeentecode for site in case.opvanglocaties}
    found: defaultdict[str, Counter[int]] = defaultdict(Counter)
    for h in case.huishoudens:
        if h.huishouden_id not in housed:
            found[where.get(h.opvanglocatie, "")][h.personen] += 1
    return found


def outcome(program: Program, plan: Plan, proof: Certificate, seconds: Mapping[str, float]) -> Allocation:
    """Put the result together."""
    placed, found = koppelingen(program, plan), obstacles(program, plan)
    return Allocation(
        placed,
        tuple(sorted(unplaced(found), key=lambda u: u.huishouden_id)),
        gemeenten(program, placed, found),
        doelen(program, plan, proof.objective - proof.bound),
        tellingen(program, plan),
        baselines(program),
        proof,
        dict(seconds),
        woningdelen=sharing(placed),
        kengetallen=kengetallen(program, plan),
    )
