"""The proof of a run adds up: objective, bound, gap, what is proven, and how far each goal could still fall."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from verifier.finding import Finding, Told, compare
from verifier.goals import RATES
from verifier.manifest import RUN
from verifier.read import close


def stated_rates(run: Mapping[str, Any]) -> dict[str, Fraction]:
    """Give the points for a unit of each goal that a run states: with goals in order they are found, not chosen."""
    found = {goal["name"]: Fraction(goal["rate"]) for goal in run["goals"]}
    if found.keys() != RATES.keys() or min(found.values()) < 0:
        raise KeyError("goals")
    return {name: found[name] for name in RATES}


def check_proof(values: dict[str, Fraction], own: dict[str, Fraction], run: Mapping[str, Any]) -> list[Finding]:
    """List every goal, objective and gap that is not the recounted one.

    Parameters
    ----------
    values, own : dict
        Every goal in its own unit, and the points for a unit of each.
    """
    total = sum((rate * values[name] for name, rate in own.items()), Fraction(0))
    proof = run["certificate"]
    problems = _goals(values, own, run)
    if not close(proof["objective"], total):
        problems.append(Finding(RUN, "certificate", "objective", proof["objective"], float(total)))
    return problems + _gap(proof, run["scenario"]["gap"]) + _baselines(run)


def _goals(values: dict[str, Fraction], own: dict[str, Fraction], run: Mapping[str, Any]) -> list[Finding]:
    """Compare each goal in its own unit, its rate, its points and its lower bound."""
    stated = {goal["name"]: goal for goal in run["goals"]}
    strange = sorted(stated.keys() - values.keys())
    problems = [Finding(RUN, "goals", "name", name, Told("not_a_goal")) for name in strange]
    if len(run["goals"]) != len(stated):
        problems.append(Finding(RUN, "goals", "rows", len(run["goals"]), len(stated)))
    room = run["certificate"]["objective"] - run["certificate"]["bound"]
    for name, value in values.items():
        rate, goal = own[name], stated.get(name, {})
        least = max(0.0, float(value) - room / float(rate)) if rate else None
        for column, expected in (("value", value), ("rate", rate), ("points", rate * value), ("lower_bound", least)):
            found = goal.get(column, Told("nothing"))
            if not _good(column, found, expected, value):
                good = Told("nothing") if expected is None else float(expected)
                problems.append(Finding(RUN, f"goals {name}", column, found, good))
    return problems


def _good(column: str, found: object, expected: Fraction | float | None, value: Fraction) -> bool:
    """Say whether a number of a goal is the expected one."""
    if expected is None:
        return found is None
    return close(found, expected) or _same_room(column, found, float(expected), value)


def _same_room(column: str, found: object, expected: float, value: Fraction) -> bool:
    """Let a lower bound near 0 differ by what the value itself may differ."""
    return column == "lower_bound" and isinstance(found, float) and abs(found - expected) <= 1e-6 * float(value)


def _gap(proof: Mapping[str, Any], asked: float) -> list[Finding]:
    """Recount the gap and whether it is proven."""
    objective, bound = proof["objective"], proof["bound"]
    problems = []
    gap = max(objective - bound, 0.0) / objective if objective > 0 else 0.0
    if not close(proof["proven_gap"], gap):
        problems.append(Finding(RUN, "certificate", "proven_gap", proof["proven_gap"], gap))
    if not 0 <= bound <= objective * (1 + 1e-9) + 1e-9:
        problems.append(Finding(RUN, "certificate", "bound", bound, Told("up_to_objective", objective=objective)))
    if not 0 < asked <= 1:
        problems.append(Finding(RUN, "scenario", "gap", asked, Told("a_part")))
    proven = gap <= asked
    status = "optimal_within_gap" if proven else "feasible"
    return problems + compare(RUN, "certificate", proof, {"proven": proven, "gap_asked": asked, "sol_status": status})


def _baselines(run: Mapping[str, Any]) -> list[Finding]:
    """Ask of every lawful baseline that it is not better than the bound, for no plan is."""
    bound = run["certificate"]["bound"]
    problems = []
    for name, baseline in run["baselines"].items():
        if baseline.get("haalbaar"):
            points = sum(goal["points"] for goal in baseline["goals"])
            if points < bound * (1 - 1e-9):
                problems.append(
                    Finding(RUN, f"baselines {name}", "points", points, Told("at_least_bound", bound=bound))
                )
    return problems
