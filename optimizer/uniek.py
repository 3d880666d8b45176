"""Per goal: is the plan the only one that is as good for this goal and all before it; yes, no, or not established."""

from collections.abc import Iterator

from optimizer.equal import Change
from optimizer.homes import on_offer
from optimizer.model import Floats
from optimizer.moves import NO_HOME
from optimizer.only_plan import is_only
from optimizer.plan import Plan, recount
from optimizer.program import Program
from optimizer.result import Koppeling
from optimizer.result_uniek import Antwoord, Stap, Uniek
from optimizer.rival_plans import rival


def goal_order(program: Program) -> tuple[str, ...]:
    """List the goals: as the scenario orders them, then the others in order of importance."""
    scenario = program.quarter.case.scenario
    named = tuple(scenario.volgorde) if scenario.doelen == "op_volgorde" else ()
    return (*named, *(goal for goal in program.rates if goal not in named))


def uniek(program: Program, plan: Plan, duals: Floats, placed: tuple[Koppeling, ...]) -> Uniek:
    """Look for another plan that is as good, and for the proof that there is none.

    Each further goal leaves fewer plans, so that the answers run from no to yes.

    Raises
    ------
    ValueError
        Another plan was found and ruled out as well: a mistake of ours.
    """
    order, plan = goal_order(program), recount(program, plan)
    found = rival(program, plan, order)
    other, ruled_out = (found[1] if found else 0), len(order)
    while ruled_out and is_only(program, plan, duals, order[:ruled_out]):
        ruled_out -= 1
    if ruled_out < other:
        raise ValueError(
            f"another plan has the same {order[:other]}, and none can have the same {order[: ruled_out + 1]}"
        )
    answers = {goal: _answer(n, other, ruled_out) for n, goal in enumerate(order)}
    steps = tuple(_steps(program, placed, found[0])) if found else ()
    return Uniek(answers, steps, order[other - 1] if found else None)


def _answer(number: int, other: int, ruled_out: int) -> Antwoord:
    """Give the answer for a goal: below ``other`` there is another plan, from ``ruled_out`` on there is none."""
    return "nee" if number < other else "ja" if number >= ruled_out else "niet_vastgesteld"


def _steps(program: Program, placed: tuple[Koppeling, ...], change: Change) -> Iterator[Stap]:
    """Give every household of a change its home: the record of the other one in a trade, else one that is left."""
    ids, now = program.quarter.people.ids, {k.huishouden_id: k.aanbod_id for k in placed}
    for household, home in zip(change.who, change.home_to, strict=True):
        given = [now[ids[h]] for h, cell in zip(change.who, change.home_from, strict=True) if home == cell != NO_HOME]
        record = "" if home == NO_HOME else given[0] if given else _left(program, placed, home)
        yield Stap(ids[household], record)


def _left(program: Program, placed: tuple[Koppeling, ...], home: int) -> str:
    """Name the first record of a home type at a plek of which a home is left."""
    quarter, cells = program.quarter, program.y
    plek, form = int(cells.plek[home]), quarter.homes.types[quarter.homes.offer_type[cells.who[home]]]
    owner, host = quarter.codes[quarter.plekken.owner[plek]], quarter.codes[quarter.plekken.host[plek]]
    used = [k.aanbod_id for k in placed]
    return next(
        record.aanbod_id
        for record in sorted(on_offer(quarter.case), key=lambda r: r.aanbod_id)
        if (record.gemeentecode, record.host, str(record.woonvorm), record.slaapt) == (owner, host, *form)
        and used.count(record.aanbod_id) < record.plaatsen
    )
