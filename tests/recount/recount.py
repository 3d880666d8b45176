"""A run folder is true: all of it follows from the case, recounted in integers and fractions from the files alone.

What ``spreiding verify`` recounts is taken from there; it shares no code with the packages that made the run. The rest,
what a run says beside its plan, is recounted here in the same way.
"""

from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Any

from recount.explaining import check_groups, check_legs, check_prices
from recount.labels import ELSEWHERE, SYNTHETIC, check_labels
from recount.shortages import check_shortages
from recount.stories import check_stories

from verifier.baselines import check_baselines
from verifier.case import Tables
from verifier.distance import check_scores
from verifier.figures import check_figures
from verifier.finding import Finding
from verifier.goals import goal_values, rates
from verifier.manifest import RUN, check_choices, check_counts, check_inputs, check_outputs, check_seal
from verifier.plan import Plan, read_plan
from verifier.proof import check_proof
from verifier.read import read_json
from verifier.reading import read_tables
from verifier.reasons import check_reasons
from verifier.report import check_report
from verifier.rules.homes import check_homes
from verifier.rules.services import check_services
from verifier.shares import check_towns, expected_towns
from verifier.twins import check_twins


@dataclass(frozen=True)
class Report:
    """What the recount found.

    Attributes
    ----------
    problems : list of str
        File, key, what was found and what was expected; empty for a true run.
    gemeenten : dict
        What each row of gemeenten.csv must say, by gemeentecode [persons unless said].
    goals : dict
        Every goal in its own unit.
    """

    problems: list[str]
    gemeenten: dict[str, dict[str, int]] = field(default_factory=dict)
    goals: dict[str, Fraction] = field(default_factory=dict)


def recount(case_folder: Path, run_folder: Path, *, explained: bool = True) -> Report:
    """Recount a run from the files of its case and of its folder; ``explained`` with what it says beside the plan.

    Baselines, prices, explanations and shortages are each recounted in full many times over: minutes at national size.
    """
    tables, run = read_tables(case_folder), read_json(run_folder / RUN)
    plan, problems = read_plan(tables, run_folder)
    expected = expected_towns(tables, plan)
    problems = [
        *problems,
        *check_homes(tables, plan),
        *check_services(tables, plan),
        *check_towns(tables, plan, expected),
        *check_scores(tables, plan),
        *check_reasons(tables, plan),
        *check_proof(goal_values(tables, plan), rates(tables), run),
        *(_explanations(tables, plan, run) if explained else []),
        *_manifest(tables, plan, run, expected),
        *check_twins(run_folder),
        *check_report(run, run_folder, tables.ranges).findings,
        *(check_labels(run_folder, SYNTHETIC) if tables.synthetic else []),
        *check_labels(run_folder, ELSEWHERE, holds=bool(tables.elsewhere)),
    ]
    return Report([str(problem) for problem in problems], expected, goal_values(tables, plan))


def _manifest(tables: Tables, plan: Plan, run: dict[str, Any], expected: dict[str, dict[str, int]]) -> list[Finding]:
    """Compare every hash, count and choice with the files."""
    return [
        *check_seal(run),
        *check_outputs(plan.folder, run),
        *check_inputs(tables.folder, None, run),
        *check_counts(tables, plan, run, expected),
        *check_choices(tables, run),
    ]


def _explanations(tables: Tables, plan: Plan, run: dict[str, Any]) -> list[str]:
    """Recount what stands beside the plan."""
    return [
        *check_figures(tables, plan, run["kengetallen"], "kengetallen"),
        *check_baselines(tables, plan, run, rates(tables)),
        *check_prices(tables, plan, run),
        *check_legs(plan, run),
        *check_groups(tables, plan, run),
        *check_stories(tables, plan, run),
        *check_shortages(tables, plan),
    ]
