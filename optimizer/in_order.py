"""Goals in order: linear programs find the weights, one sum is decided in whole households, every ceiling is checked.

Each level minimises its goal while keep rows hold the earlier ones at their ceilings; the dual of a keep row is the
weight that this order gives the goal. So the plan is decided as with exchange rates, only at those weights, and its gap
is proved on that sum. Where whole households leave a goal above its ceiling, the search goes on with keep rows, a
counted number of times; if it stays above, the result says by how much.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from optimizer.clock import Clock, Progress, no_progress
from optimizer.decide import Decided, Effort, decide, hold_at
from optimizer.generation import Relaxation, generate, seed_cells
from optimizer.keeps import weights
from optimizer.model import Keep, Keeps
from optimizer.plan import goal_values
from optimizer.program import Cells, Program
from optimizer.result_order import Niveau, Rangorde

LEVEL_GAP = 1e-5
"""Gap to which each level is proved, relative to its own value [1]."""
SLACK = 1e-6
"""Room above a ceiling, relative to the optimum and at least absolute: arithmetic needs it, and it bounds weights."""
LEAST = 1e-3
"""Least weight of an earlier goal, as a part of its rate: it decides between plans equal for the others [1]."""
REPAIRS = 2
"""How often the search goes on with keep rows where whole households break a ceiling [times]."""
PENALTY = 10.0
"""What a keep row charges above its ceiling, in weights of its goal [1]."""


@dataclass(frozen=True, slots=True)
class Level:
    """Goals minimised together, and how far later levels may worsen them: a part [1], and on top [unit of the goal]."""

    goals: tuple[str, ...]
    tolerance: float = 0.0
    spare: float = 0.0


@dataclass(frozen=True, eq=False)
class Found:
    """What the levels found.

    Attributes
    ----------
    program : Program
        At the exchange rates.
    levels, relaxations : tuple
        In order; each relaxation is of one level, with the keep rows of the earlier ones.
    keeps : tuple of Keep
        Ceilings of all levels but the last.
    weights : dict
        Weight of each goal, scaled to punten [punten/unit].
    cells : Cells
        All cells that a level generated.
    """

    program: Program
    levels: tuple[Level, ...]
    relaxations: tuple[Relaxation, ...]
    keeps: Keeps
    weights: dict[str, float]
    cells: Cells


def levels_of(program: Program) -> tuple[Level, ...]:
    """Read the order of the scenario; goals that it leaves out come last, together, at their exchange rates.

    Raises
    ------
    ValueError
        The scenario names a goal that the program does not have: the checks of ``inputs`` should have refused it.
    """
    scenario = program.quarter.case.scenario
    unknown = [name for name in scenario.volgorde if name not in program.rates]
    if unknown:
        raise ValueError(f"no such goal: {', '.join(unknown)}")
    parts = zip(scenario.volgorde, scenario.tolerantie, scenario.tolerantie_vast, strict=True)
    named = [Level((goal,), tolerance, spare) for goal, tolerance, spare in parts]
    rest = tuple(goal for goal, rate in program.rates.items() if goal not in scenario.volgorde and rate)
    return (*named, Level(rest)) if rest else tuple(named)


def at_level(program: Program, level: Level) -> Program:
    """Price only the goals of a level: one goal in its own unit, several at their exchange rates."""
    alone = len(level.goals) == 1
    rates = {goal: (1.0 if alone else rate) if goal in level.goals else 0.0 for goal, rate in program.rates.items()}
    return replace(program, rates=rates)


def find_weights(program: Program, clock: Clock, progress: Progress = no_progress) -> Found:
    """Solve level after level over all cells; every level begins with the cells of the one before."""
    levels, relaxations = levels_of(program), list[Relaxation]()
    keeps: Keeps = ()
    cells = seed_cells(program)
    for number, level in enumerate(levels, 1):
        progress("level", level=number, levels=len(levels))
        relaxation = generate(at_level(program, level), LEVEL_GAP, clock, cells, progress, keeps)
        relaxations.append(relaxation)
        cells = relaxation.cells
        if number < len(levels):
            keeps = (*keeps, Keep(level.goals[0], ceiling(level, relaxation.value)))
    last = relaxations[-1]
    raw = weights(at_level(program, levels[-1]), last.duals, keeps)
    found = in_punten(program, levels[-1], last.value, raw, keeps)
    return Found(program, levels, tuple(relaxations), keeps, found, cells)


def ceiling(level: Level, value: float) -> float:
    """Give the most that a goal may be worth at later levels [unit of the goal]."""
    return value * (1 + level.tolerance) + level.spare + SLACK * max(1.0, abs(value))


def in_punten(program: Program, level: Level, value: float, raw: dict[str, float], keeps: Keeps) -> dict[str, float]:
    """Scale weights so that the last level's solution is worth what it is at the exchange rates [punten/unit].

    Weights are known up to a common factor; this one keeps the unit of objective, bound and gap. No earlier goal gets
    less than a small part of its exchange rate.
    """
    own = at_level(program, level).rates[level.goals[0]]
    at_rates = value * program.rates[level.goals[0]] / own + sum(program.rates[k.goal] * k.ceiling for k in keeps)
    found = value + sum(raw[k.goal] * k.ceiling for k in keeps)
    factor = at_rates / found if at_rates > 0 and found > 0 else 1.0
    kept = {k.goal for k in keeps}
    return {goal: max(w * factor, LEAST * program.rates[goal] if goal in kept else 0.0) for goal, w in raw.items()}


def decide_in_order(program: Program, effort: Effort) -> tuple[Decided, Rangorde]:
    """Find the weights, decide once at their sum, and go on with keep rows where a goal is left above its ceiling."""
    with effort.clock.phase("rangorde"):
        found = find_weights(program, effort.clock, effort.progress)
    best = decide(replace(program, rates=found.weights), effort, found.cells)
    guarded = 0
    for _ in range(REPAIRS):
        if not any(excesses(best, found.keeps)) or not effort.clock.left():
            break
        guarded += 1
        effort.progress("keep", goals=len(found.keeps))
        trial = hold_at(best, priced(found), effort)
        if excesses(trial, found.keeps) >= excesses(best, found.keeps):
            break
        best = trial
    return best, Rangorde(tuple(_report(best, found)), guarded)


def priced(found: Found) -> Keeps:
    """Give every keep the penalty of its row: some weights of its goal, never less than of its exchange rate."""
    rates = found.program.rates
    return tuple(replace(k, penalty=PENALTY * max(found.weights[k.goal], rates[k.goal])) for k in found.keeps)


def excesses(decided: Decided, keeps: Keeps) -> tuple[float, ...]:
    """Give how far each kept goal is above its ceiling, in order [unit of the goal]."""
    values = goal_values(decided.program, decided.plan)
    return tuple(max(values[keep.goal] - keep.ceiling, 0.0) for keep in keeps)


def _report(decided: Decided, found: Found) -> Iterator[Niveau]:
    """State for every level what was reachable, allowed and reached."""
    values, used = goal_values(decided.program, decided.plan), decided.program.rates
    units = {goal.name: goal.unit for goal in found.program.goals}
    ceilings = [keep.ceiling for keep in found.keeps]
    for number, (level, relaxation) in enumerate(zip(found.levels, found.relaxations, strict=True)):
        rates, first = at_level(found.program, level).rates, level.goals[0]
        yield Niveau(
            level.goals,
            units[first] if len(level.goals) == 1 else "punten",
            level.tolerance,
            level.spare,
            relaxation.value,
            relaxation.bound,
            ceilings[number] if number < len(ceilings) else None,
            used[first] / rates[first],
            sum(rates[goal] * values[goal] for goal in level.goals),
        )
