"""The proof of a run adds up: objective, bound, gap, what is proven, and how far each goal could still fall."""

from fractions import Fraction
from typing import Any

from recount.files import close, compare, differs
from recount.goals import goal_values, rates
from recount.plan import Plan
from recount.tables import Tables

RUN = "run.json"


def check_proof(tables: Tables, plan: Plan, run: dict[str, Any]) -> list[str]:
    """List every goal, objective and gap that is not the recounted one."""
    values = goal_values(tables, plan)
    total = sum((rate * values[name] for name, rate in rates(tables).items()), Fraction(0))
    proof = run["certificate"]
    problems = _goals(tables, values, run)
    if not close(proof["objective"], total):
        problems.append(differs(RUN, "certificate", "objective", proof["objective"], float(total)))
    return problems + _gap(proof, run["scenario"]["gap"]) + _baselines(run)


def _goals(tables: Tables, values: dict[str, Fraction], run: dict[str, Any]) -> list[str]:
    """Compare each goal in its own unit, its rate, its points and its lower bound."""
    stated = {goal["name"]: goal for goal in run["goals"]}
    problems = [f"{RUN} goals {name}: not a goal" for name in sorted(stated.keys() - values.keys())]
    room = run["certificate"]["objective"] - run["certificate"]["bound"]
    for name, value in values.items():
        rate = rates(tables)[name]
        least = max(0.0, float(value) - room / float(rate)) if rate else None
        numbers = {"value": value, "rate": rate, "points": rate * value, "lower_bound": least}
        for column, expected in numbers.items():
            found = stated.get(name, {}).get(column, "nothing")
            good = (
                found is None
                if expected is None
                else close(found, expected) or _same_room(column, found, expected, value)
            )
            if not good:
                problems.append(differs(RUN, f"goals {name}", column, found, expected and float(expected)))
    return problems


def _same_room(column: str, found: object, expected: float, value: Fraction) -> bool:
    """Let a lower bound near 0 differ by what the value itself may differ."""
    return column == "lower_bound" and isinstance(found, float) and abs(found - expected) <= 1e-6 * float(value)


def _gap(proof: dict[str, Any], asked: float) -> list[str]:
    """Recount the gap and whether it is proven."""
    objective, bound = proof["objective"], proof["bound"]
    problems = []
    gap = max(objective - bound, 0.0) / objective if objective > 0 else 0.0
    if not close(proof["proven_gap"], gap):
        problems.append(differs(RUN, "certificate", "proven_gap", proof["proven_gap"], gap))
    if not 0 <= bound <= objective * (1 + 1e-9) + 1e-9:
        problems.append(differs(RUN, "certificate", "bound", bound, f"from 0 to the objective {objective}"))
    proven = gap <= asked
    status = "optimal_within_gap" if proven else "feasible"
    return problems + compare(RUN, "certificate", proof, {"proven": proven, "gap_asked": asked, "sol_status": status})


def _baselines(run: dict[str, Any]) -> list[str]:
    """Ask of every lawful baseline that it is not better than the bound, for no plan is."""
    bound = run["certificate"]["bound"]
    problems = []
    for name, baseline in run["baselines"].items():
        if baseline.get("haalbaar"):
            points = sum(goal["points"] for goal in baseline["goals"])
            if points < bound * (1 - 1e-9):
                problems.append(differs(RUN, f"baselines {name}", "points", points, f"at least the bound {bound}"))
    return problems
