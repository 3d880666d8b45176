"""A run folder is checked from its files and those of its input alone, part by part."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from pathlib import Path
from typing import Any

from verifier.amounts import MONEY, SIZES, check_money, check_sizes
from verifier.baselines import check_baselines
from verifier.bound.prove import PRICES, Proof, check_bound, prove, read_prices
from verifier.bound.rows import rows
from verifier.case import Tables
from verifier.checks import Check, looked_at, unread
from verifier.columns import check_columns
from verifier.distance import check_scores
from verifier.drawn import check_drawn
from verifier.equal import OTHER, PART, check_equal
from verifier.explained import check_explained
from verifier.figures import check_figures, flat
from verifier.finding import Finding, Told
from verifier.goals import goal_values, rates
from verifier.manifest import RUN, check_choices, check_counts, check_inputs, check_outputs, check_seal
from verifier.places import check_places
from verifier.plan import Plan, read_plan
from verifier.proof import check_proof, stated_rates
from verifier.read import UnreadableError, read_json
from verifier.reading import read_tables
from verifier.reasons import check_reasons
from verifier.report import NAME as REPORT
from verifier.report import NO_RANGES, Ranges, check_report
from verifier.rules.homes import check_homes
from verifier.rules.services import check_services
from verifier.shares import check_towns, expected_towns
from verifier.twins import TWINS, check_twins

IN_ORDER = "op_volgorde"
OF_THE_PLAN = ("placements", "rules", "reasons", "shares", "goals", "figures", "baselines", "bound", "equal")
"""Parts that need placements and input."""


@dataclass(frozen=True)
class Input:
    """Where the input of a run lies.

    Attributes
    ----------
    case : Path, optional
        Folder of the case; none: it was not found.
    scenario : Path, optional
        File with the choices, where it is not the one of the case.
    """

    case: Path | None = None
    scenario: Path | None = None


@dataclass(frozen=True)
class Verdict:
    """What was looked at, and what is proved of the plan; no proof: it could not be computed."""

    run: Path
    checks: tuple[Check, ...]
    proof: Proof | None = None

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Everything that differs."""
        return tuple(finding for check in self.checks for finding in check.findings)

    @property
    def complete(self) -> bool:
        """Whether nothing was left unchecked."""
        return all(check.skipped is None for check in self.checks)


def verify(run: Path, given: Input) -> Verdict:
    """Check a run folder that has a manifest."""
    try:
        manifest = read_json(run / RUN)
    except UnreadableError as error:
        unreadable = Finding(RUN, "", "", Told("unreadable", found=error.found[:80]), Told("readable"))
        return Verdict(run, (Check("seal", 1, "file", (unreadable,)),))
    checks = [
        looked_at("seal", "file", run, lambda: (1, check_seal(manifest))),
        looked_at("outputs", "files", run, lambda: (_outputs(manifest), check_outputs(run, manifest))),
        _input(run, given, manifest),
    ]
    tables, why = (None, checks[-1].skipped) if not checks[-1].good else _tables(given, manifest)
    if tables is None:
        why = why or Told("input_changed")
        parts = ("choices", *OF_THE_PLAN, "order")
        checks += [Check(name, skipped=why) for name in parts if name != "order" or _in_order(manifest)]
        return Verdict(run, (*checks, *_twins(run, manifest)))
    more, proof = _against(run, manifest, tables)
    return Verdict(run, (*checks, *more, *_twins(run, manifest, tables.ranges)), proof)


def _outputs(manifest: Mapping[str, Any]) -> int:
    return len(manifest["outputs"]) + len(manifest["outputs_inhoud"])


def _forgotten(manifest: Mapping[str, Any]) -> bool:
    return "vergeten" in manifest


def _in_order(manifest: Mapping[str, Any]) -> bool:
    scenario = manifest.get("scenario")
    return isinstance(scenario, dict) and scenario.get("doelen") == IN_ORDER


def _twins(run: Path, manifest: dict[str, Any], ranges: Ranges = NO_RANGES) -> tuple[Check, ...]:
    """Compare the tables of a run with one another, and with workbook and page."""
    if _forgotten(manifest):
        return tuple(Check(name, skipped=Told("forgotten")) for name in ("twins", REPORT))
    return _tables_again(run, manifest), check_report(manifest, run, ranges)


def _tables_again(run: Path, manifest: Mapping[str, Any]) -> Check:
    """Compare the tables with the files that say them again; a light run, which says so, has none of those."""
    if manifest.get("licht") is True and not any((run / name).exists() for name in TWINS):
        return Check("twins", unit="files")
    return looked_at("twins", "files", run, lambda: (3, check_twins(run)))


def _input(run: Path, given: Input, manifest: Mapping[str, Any]) -> Check:
    """Compare the input with the hashes of the manifest; input that is not there is not checked."""
    if given.case is None:
        return Check("input", skipped=Told("no_input"))
    folder = given.case
    if not folder.is_dir():
        return Check("input", skipped=Told("no_folder", found=folder.name))
    return looked_at(
        "input", "files", run, lambda: (len(manifest["invoer"]), check_inputs(folder, given.scenario, manifest))
    )


def _tables(given: Input, manifest: Mapping[str, Any]) -> tuple[Tables | None, Told | None]:
    """Read the tables that the manifest names; of what this parser does not read, say what."""
    assert given.case is not None
    names = {source["bestand"] for source in manifest["invoer"]}
    scenario = given.scenario if given.scenario is not None and given.scenario.name in names else None
    try:
        return read_tables(given.case, scenario, names), None
    except UnreadableError as error:
        return None, unread(error)


def _against(run: Path, manifest: Mapping[str, Any], tables: Tables) -> tuple[list[Check], Proof | None]:
    """Compare a run with its input."""
    checks = [looked_at("choices", "choices", run, lambda: (len(tables.parameters), check_choices(tables, manifest)))]
    if _forgotten(manifest):
        return checks + [Check(name, skipped=Told("forgotten")) for name in OF_THE_PLAN], None
    plans = list[Plan]()

    def placements() -> tuple[int, list[Finding]]:
        plan, problems = read_plan(tables, run)
        plans.append(plan)
        return len(tables.households), problems + check_scores(tables, plan)

    checks.append(looked_at("placements", "households", run, placements))
    if not plans:
        return checks + [Check(name, skipped=Told("no_plan")) for name in OF_THE_PLAN[1:]], None
    plan = plans[0]
    looks: list[tuple[str, str, Callable[..., tuple[int, list[Finding]]]]] = [
        ("rules", "placed", _rules),
        ("reasons", "households", _reasons),
        ("shares", "gemeenten", _shares),
        ("goals", "goals_of", _goals),
        ("figures", "figures_of", _figures),
        ("baselines", "plans", _baselines),
    ]
    checks += [looked_at(name, unit, run, partial(look, tables, plan, manifest)) for name, unit, look in looks]
    older = _older(manifest)
    if older:
        checks.append(Check("later_tables", skipped=Told("earlier", files=", ".join(older))))
    bound, proof = _bound(tables, plan, manifest)
    checks.append(bound)
    if OTHER not in older:
        checks.append(looked_at("equal", "goals_of", run, partial(_equal, tables, plan, manifest)))
    return checks + ([Check("order", skipped=Told("order_unchecked"))] if _in_order(manifest) else []), proof


def _rules(tables: Tables, plan: Plan, _: Mapping[str, Any]) -> tuple[int, list[Finding]]:
    """Compare every placement with every hard rule."""
    return len(plan.placements), check_homes(tables, plan) + check_services(tables, plan)


def _reasons(tables: Tables, plan: Plan, _: Mapping[str, Any]) -> tuple[int, list[Finding]]:
    """Compare what households are told with what stands in their way."""
    return len(tables.households), check_reasons(tables, plan) + check_explained(tables, plan)


def _shares(tables: Tables, plan: Plan, manifest: Mapping[str, Any]) -> tuple[int, list[Finding]]:
    """Compare what every gemeente owes and gets, its places, and the counts over all."""
    expected = expected_towns(tables, plan)
    problems = check_towns(tables, plan, expected) + check_places(tables, plan)
    problems += check_sizes(tables, plan) if SIZES not in _older(manifest) else []
    problems += check_money(tables, plan) if MONEY not in _older(manifest) else []
    problems += check_columns(tables, plan.folder) + check_drawn(tables, plan, expected)
    return len(expected), problems + check_counts(tables, plan, manifest, expected)


def _older(manifest: Mapping[str, Any]) -> list[str]:
    """Name the tables that a run of an earlier version does not have, and does not claim to have."""
    older = [name for name in (SIZES, MONEY) if name not in manifest["outputs"]]
    return older if OTHER in manifest["outputs"] or PART in manifest else [*older, OTHER]


def _goals(tables: Tables, plan: Plan, manifest: Mapping[str, Any]) -> tuple[int, list[Finding]]:
    """Compare every goal, the objective, and what follows from objective and bound."""
    own = stated_rates(manifest) if _in_order(manifest) else rates(tables)
    return len(own), check_proof(goal_values(tables, plan), own, manifest)


def _figures(tables: Tables, plan: Plan, manifest: Mapping[str, Any]) -> tuple[int, list[Finding]]:
    """Compare every figure of the plan."""
    stated = manifest["kengetallen"]
    return len(dict(flat(stated))), check_figures(tables, plan, stated, "kengetallen")


def _baselines(tables: Tables, plan: Plan, manifest: Mapping[str, Any]) -> tuple[int, list[Finding]]:
    """Compare the plans of other rules: lawful, and worth what the run says."""
    own = stated_rates(manifest) if _in_order(manifest) else rates(tables)
    return len(manifest["baselines"]), check_baselines(tables, plan, manifest, own)


def _equal(tables: Tables, plan: Plan, manifest: Mapping[str, Any]) -> tuple[int, list[Finding]]:
    """Count the other plan again, and prove again where the run says that there is none."""
    own = stated_rates(manifest) if _in_order(manifest) else rates(tables)
    return len(own), check_equal(tables, plan, own, manifest)


def _bound(tables: Tables, plan: Plan, manifest: Mapping[str, Any]) -> tuple[Check, Proof | None]:
    """Prove the bound again from the stored prices, and compare what the run says of it."""
    if not (plan.folder / PRICES).is_file():
        return Check("bound", skipped=Told("no_prices")), None
    proofs = list[Proof]()

    def look() -> tuple[int, list[Finding]]:
        own = stated_rates(manifest) if _in_order(manifest) else rates(tables)
        values = goal_values(tables, plan)
        prices, problems = read_prices(plan.folder, rows(tables, own))
        objective = sum((own[name] * value for name, value in values.items()), Fraction(0))
        proofs.append(Proof(objective, prove(tables, own, prices), len(prices)))
        return len(prices), problems + check_bound(proofs[0], manifest)

    return looked_at("bound", "prices", plan.folder, look), proofs[0] if proofs else None
