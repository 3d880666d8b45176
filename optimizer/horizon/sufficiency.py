"""Whether enough other homes are there to end the priority: from which kwartaal on, where, and what is missing."""

from collections.abc import Callable, Sequence

import numpy as np

from inputs.domain import WOONVORMEN
from inputs.horizon import SOCIAL, Hefboom, Reeksen
from optimizer.homes import suits
from optimizer.horizon.flows import flows
from optimizer.horizon.goal import MET, Doel, Doelprogramma, goal_program
from optimizer.horizon.least import reach
from optimizer.horizon.outcome import group_names
from optimizer.horizon.outlook import Outlook
from optimizer.horizon.reached import Bereikt, Gebiedsstand, Gemist, Proef
from optimizer.horizon.waiting import persons

LEVER = "einde voorrang"
"""Name of the levers that end the priority."""
CHANCE = ("regime.verbod_kans", "regime.verbod_kans_gezin")
"""Values of what singles and others get of the social homes without priority [1]."""


def end_levers(base: Reeksen, first: int, *, wachttijd: bool = False) -> tuple[Hefboom, ...]:
    """Give the levers that end the priority from a kwartaal on.

    Parameters
    ----------
    base : Reeksen
        The values as the scenario has them; a part that is lower there stays.
    wachttijd : bool
        Whether what is got without priority counts; else nothing of the social homes on offer is left.
    """
    if not wachttijd:
        return tuple(Hefboom(LEVER, name, 0.0, base.kwartalen[first]) for name in SOCIAL)
    return tuple(
        Hefboom(LEVER, name, min(float(base[chance][t]), float(base[name][t])), base.kwartalen[t], base.kwartalen[t])
        for name, chance in zip(SOCIAL, CHANCE, strict=True)
        for t in range(first, len(base.kwartalen))
    )


def tried(look: Callable[[int], Outlook], count: int, n: int) -> list[Proef]:
    """Try every kwartaal in which the priority can end and n kwartalen are left.

    A later end need not be easier: the kwartalen that are looked at move along. So all are tried.
    """
    made = []
    for first in range(count - n + 1):
        program = goal_program(look(first), Doel(eerste=first, aantal=n))
        made.append(Proef(first, program, reach(program, fewest=False)))
    return made


def shown(proeven: Sequence[Proef]) -> Proef:
    """Choose the trial to tell of: the earliest that holds, else the one that falls least short."""
    held = [proef for proef in proeven if proef.gehaald]
    return held[0] if held else min(proeven, key=lambda proef: float(proef.bereikt.short.sum()))


def per_gemeente(proef: Proef) -> list[Gebiedsstand]:
    """Divide what had to be housed over the gemeenten by key and carry-over, and set what they housed beside it."""
    look, columns = proef.program.plan.look, proef.bereikt.columns
    at = list(proef.program.doel.kwartalen(look.count))
    taken = proef.program.plan.values("taken", columns)[at].sum(axis=0)
    needed = float(taken.sum() + proef.bereikt.short[at[-1]])
    caught = look.catch_up[at].sum(axis=0)
    must = look.key * (needed - caught.sum()) + caught
    return [Gebiedsstand(code, float(must[g]), float(taken[g])) for g, code in enumerate(look.quarter.codes)]


def missing(program: Doelprogramma, bereikt: Bereikt, at: Sequence[int]) -> list[Gemist]:
    """List the homes that are missing at the end of kwartalen: by group, with size and forms that fit."""
    look = program.plan.look
    found = flows(program.plan, bereikt.columns)
    late = np.maximum(found.waiting - found.inflow, 0)
    case, kinds, told = look.quarter.case, look.groups.kinds, []
    single = look.groups.nareis.alone[0] if look.groups.nareis is not None else 0
    for t in at:
        for k, name in enumerate(group_names(program.plan)):
            kind = kinds[k] if k < len(kinds) else kinds[single]
            if late[t, k] * persons(look)[k] >= MET / 10:
                forms = tuple(f for f in WOONVORMEN if suits(case, kind, f, kind.slaapplaatsen))
                told.append(Gemist(look.series.kwartalen[t], name, kind.slaapplaatsen, forms, float(late[t, k])))
    return told
