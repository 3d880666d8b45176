"""``run.json`` covers the files that stand there, and counts what they hold."""

import json
from fractions import Fraction
from typing import Any

from recount.files import compare, differs, digest, read_table
from recount.homes import SHARED
from recount.plan import Plan
from recount.proof import RUN
from recount.shares import filled
from recount.tables import Tables
from recount.twins import GEOPACKAGE, content_hash

OUTSIDE = ("hash", "runtime")
"""Parts of the manifest that its hash does not cover."""
SCORES = "scores.csv"
OPTIONAL = (
    "afspraken.csv",
    "bindingen.csv",
    "gekoppeld.csv",
    "parameters.toml",
    SCORES,
    "sleutel.csv",
    "vastleggingen.csv",
)
"""Files that a case may leave out."""
READ = (
    "afspraken.csv",
    "arbeidsmarkt.csv",
    "bindingen.csv",
    "deelnemers.csv",
    "gekoppeld.csv",
    "gemeenten.csv",
    "huishoudens.csv",
    "inburgering.csv",
    "onderwijs.csv",
    "opvanglocaties.csv",
    "parameters.toml",
    "scenario.toml",
    SCORES,
    "sleutel.csv",
    "vastleggingen.csv",
    "woningaanbod.csv",
)
"""Files of a case that a run must account for."""


def check_manifest(tables: Tables, plan: Plan, run: dict[str, Any], expected: dict[str, dict[str, int]]) -> list[str]:
    """List every hash, count and choice that is not that of the files."""
    problems = [] if run["hash"] == seal(run) else [differs(RUN, "hash", "hash", run["hash"], seal(run))]
    problems += _hashes(tables, plan, run)
    problems += compare(RUN, "counts", run["counts"], _counts(tables, plan))
    problems += compare(RUN, "woningdelen", run["woningdelen"], _sharing(plan))
    problems += compare(RUN, "case", run, {"synthetisch": tables.synthetic})
    problems += compare(RUN, "totalen", run["totalen"], _totals(tables))
    problems += _choices(tables, run) + _origin(tables, run)
    old = run["baselines"]["taakstelling_art_29"]
    for name in ("grootste_rest", "afgerond"):
        numbers = [(row[f"taakstelling_{name}"], row["toegewezen_personen"]) for row in expected.values()]
        totals = {
            "totaal_personen": sum(rule for rule, _ in numbers),
            "som_absolute_verschillen_personen": sum(abs(rule - given) for rule, given in numbers),
        }
        problems += compare(RUN, f"baselines taakstelling_art_29 {name}", old[name], totals)
    return problems


def seal(run: dict[str, Any]) -> str:
    """Give the hash that a manifest must carry."""
    part = {name: content for name, content in run.items() if name not in OUTSIDE}
    return digest(json.dumps(part, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode())


def _hashes(tables: Tables, plan: Plan, run: dict[str, Any]) -> list[str]:
    """Compare the hash of every input and every output with the file itself."""
    there = {name: tables.folder / name for name in READ}
    inputs = {name: digest(path.read_bytes()) for name, path in there.items() if path.is_file() or name not in OPTIONAL}
    files = [path for path in sorted(plan.folder.iterdir()) if path.name != RUN]
    outputs = {path.name: digest(path.read_bytes()) for path in files if path.name != GEOPACKAGE}
    content = {path.name: content_hash(path) for path in files if path.name == GEOPACKAGE}
    stated = {source["bestand"]: source["sha256"] for source in run["invoer"]}
    problems = compare(RUN, "invoer", stated, inputs) + compare(RUN, "outputs", run["outputs"], outputs)
    problems += compare(RUN, "outputs_inhoud", run["outputs_inhoud"], content)
    missing = sorted(run["outputs"].keys() - outputs.keys()) + sorted(stated.keys() - inputs.keys())
    missing += sorted(run["outputs_inhoud"].keys() - content.keys())
    return problems + [f"{RUN} {name}: has a hash, but there is no such file" for name in missing]


def _counts(tables: Tables, plan: Plan) -> dict[str, int]:
    everyone, placed = list(tables.households.values()), [p.household for p in plan.placements]
    return {
        "huishoudens": len(everyone),
        "personen": sum(h.persons for h in everyone),
        "kinderen": sum(h.children for h in everyone),
        "geplaatste_huishoudens": len(placed),
        "geplaatste_personen": sum(h.persons for h in placed),
        "geplaatste_kinderen": sum(h.children for h in placed),
    }


def _totals(tables: Tables) -> dict[str, int]:
    """Add up what is on offer in the kwartaal."""
    return {
        "gemeenten": len(tables.towns),
        "woningen": sum(home.homes for home in tables.homes.values() if home.now),
        "cursusplaatsen": sum(tables.seats.values()),
        "schoolplaatsen": sum(tables.places.values()),
        "werkplaatsen": sum(tables.work.values()),
    }


def _sharing(plan: Plan) -> dict[str, int]:
    """Count the rooms and homes of woningdelen in use."""
    rooms = sum(1 for p in plan.placements if p.home.form == SHARED)
    records = filled(plan, form=SHARED).values()
    homes = sum(count for count, _ in records)
    return {
        "kamers_gebruikt": rooms,
        "gedeelde_woningen_gebruikt": homes,
        "woningen_bespaard": rooms - homes,
        "gedeelde_woningen_met_een_bewoner": sum(last == 1 for _, last in records),
    }


def _choices(tables: Tables, run: dict[str, Any]) -> list[str]:
    """Compare the choices and parameters with those of the case; only the gap may come from the command line."""
    scenario = {name: _number(value) for name, value in tables.scenario.items() if name != "gap"}
    parameters = {name: part["waarde"] for name, part in run["parameters"].items()}
    forms = {form: set(kinds) for form, kinds in run["woonvormen"].items()}
    return (
        compare(RUN, "scenario", run["scenario"], scenario)
        + compare(RUN, "parameters", parameters, {name: float(value) for name, value in tables.parameters.items()})
        + compare(RUN, "woonvormen", forms, dict(tables.access))
    )


def _origin(tables: Tables, run: dict[str, Any]) -> list[str]:
    """Ask whose scores from elsewhere a run uses, and of how many households; nothing of a run that uses none."""
    if not tables.elsewhere:
        return [f"{RUN} scores: stated, but none are used"] if "scores" in run else []
    rows = read_table(tables.folder / SCORES)
    expected = {
        "bronnen": sorted({row["bron"] for row in rows}),
        "modelversies": sorted({row["modelversie"] for row in rows}),
        "huishoudens": len(tables.elsewhere),
    }
    return compare(RUN, "scores", run.get("scores", {}), expected)


def _number(value: object) -> object:
    return float(value) if isinstance(value, Fraction) else value
