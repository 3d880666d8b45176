"""``run.json`` covers the files that stand there, and says what they hold."""

import json
from collections.abc import Container, Iterable, Mapping
from fractions import Fraction
from pathlib import Path
from typing import Any

from verifier.case import Tables
from verifier.finding import Finding, Told, compare
from verifier.plan import Plan
from verifier.read import UnreadableError, digest, read_json, read_table
from verifier.rules.homes import SHARED
from verifier.shares import filled
from verifier.twins import GEOPACKAGE, content_hash

RUN = "run.json"
UNUSED = ("volgorde", "tolerantie", "tolerantie_vast")
"""Choices on goals in order, of which only the sum is proved."""
OUTSIDE = ("hash", "runtime")
"""Parts of the manifest that its hash does not cover."""
SCORES, SCENARIO = "scores.csv", "scenario.toml"
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
TABLES = (
    "bewijs.csv",
    "geld.csv",
    "gelijk_plan.csv",
    "gemeenten.csv",
    "groepen.csv",
    "groottes.csv",
    "koppelingen.csv",
    "ongeplaatst.csv",
    "plaatsen.csv",
    "prijs_per_doel.csv",
    "prijzen.csv",
    "tekorten.csv",
    "uitleg.csv",
    "uitleg_gemeenten.csv",
    "vergelijkingen.csv",
)
"""Tables that a run may hold."""


def seal(run: Mapping[str, Any]) -> str:
    """Give the hash that a manifest must carry."""
    part = {name: content for name, content in run.items() if name not in OUTSIDE}
    return digest(json.dumps(part, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode())


def check_seal(run: Mapping[str, Any]) -> list[Finding]:
    """Compare the hash of a manifest with its content."""
    return compare(RUN, "", run, {"hash": seal(run)})


def check_outputs(folder: Path, run: Mapping[str, Any]) -> list[Finding]:
    """Compare the hash of every output with the file itself; every file of a run has one."""
    problems = []
    stated = {**run["outputs"], **run["outputs_inhoud"]}
    forgotten = {file["bestand"] for file in run.get("vergeten", {}).get("bestanden", ())}
    there = {path.name for path in folder.iterdir() if path.is_file() and _of_a_run(path.name)}
    for name in sorted((stated.keys() | there) - forgotten):
        path = folder / name
        found: object = _hash_of(path) if path.is_file() else Told("no_such_file")
        if found != stated.get(name):
            expected = Told("a_file", sha256=stated[name]) if name in stated else Told("named_output")
            problems.append(Finding(name, "", "sha256", found, expected))
    return problems


def _of_a_run(name: str) -> bool:
    """Say whether a file has a name that the program gives."""
    return name in {"kaart.html", "kengetallen.html", "toewijzing.xlsx", "gemeenten.parquet", GEOPACKAGE, *TABLES}


def _hash_of(path: Path) -> str | Told:
    """Give the hash by which a manifest knows a file."""
    try:
        return content_hash(path) if path.name == GEOPACKAGE else digest(path.read_bytes())
    except UnreadableError as error:
        return Told("unreadable", found=error.found)


def check_inputs(folder: Path, scenario: Path | None, run: Mapping[str, Any]) -> list[Finding]:
    """Compare the hash of every input with the file itself, and ask that every table of the case is named."""
    problems, stated = [], {source["bestand"]: source["sha256"] for source in run["invoer"]}
    there = {name for name in READ if (folder / name).is_file() and not (scenario and name == SCENARIO)}
    for name in sorted(stated.keys() | there):
        path = scenario if scenario is not None and name == scenario.name else folder / name
        found: object = digest(path.read_bytes()) if path.is_file() else Told("no_such_file")
        if found != stated.get(name):
            expected = Told("a_file", sha256=stated[name]) if name in stated else Told("named_input")
            problems.append(Finding(name, "", "sha256", found, expected))
    return problems


def inputs_differ(folder: Path, run: Path) -> bool:
    """Say whether a folder does not hold the input of a run, so that it cannot be what the run was made from."""
    try:
        return bool(check_inputs(folder, None, read_json(run / RUN)))
    except (KeyError, TypeError, AttributeError):
        return True


def check_counts(tables: Tables, plan: Plan, run: Mapping[str, Any], towns: dict[str, dict[str, int]]) -> list[Finding]:
    """List every count of a manifest that is not that of the files, and the old rule of art. 29 in both roundings."""
    problems = compare(RUN, "counts", run["counts"], _counts(tables, plan))
    problems += _strange("counts", run["counts"], _counts(tables, plan))
    problems += _strange("totalen", run["totalen"], _totals(tables))
    problems += compare(RUN, "woningdelen", run["woningdelen"], _sharing(plan))
    problems += compare(RUN, "case", run, {"synthetisch": tables.synthetic})
    problems += compare(RUN, "totalen", run["totalen"], _totals(tables))
    old = run["baselines"]["taakstelling_art_29"]
    for name in ("grootste_rest", "afgerond"):
        numbers = [(row[f"taakstelling_{name}"], row["toegewezen_personen"]) for row in towns.values()]
        totals = {
            "totaal_personen": sum(rule for rule, _ in numbers),
            "som_absolute_verschillen_personen": sum(abs(rule - given) for rule, given in numbers),
        }
        problems += compare(RUN, f"baselines taakstelling_art_29 {name}", old[name], totals)
    return problems


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


def check_choices(tables: Tables, run: Mapping[str, Any]) -> list[Finding]:
    """Compare choices and parameters with those of the case; only the gap may come from the command line."""
    scenario = {name: _number(value) for name, value in tables.scenario.items() if name != "gap"}
    parameters = {name: part["waarde"] for name, part in run["parameters"].items()}
    forms = {form: set(kinds) for form, kinds in run["woonvormen"].items()}
    own = {name: float(value) for name, value in tables.parameters.items()}
    problems = compare(RUN, "scenario", run["scenario"], scenario) + compare(RUN, "parameters", parameters, own)
    problems += compare(RUN, "woonvormen", forms, dict(tables.access))
    problems += _strange("scenario", run["scenario"], {*scenario, "gap", *UNUSED})
    problems += _strange("parameters", parameters, own) + _strange("woonvormen", forms, tables.access)
    sharing = {"woonvormen_delen_nodig": sorted(tables.sharing)}
    return problems + compare(RUN, "woonvormen", run, sharing) + _origin(tables, run)


def _strange(part: str, found: Iterable[str], known: Container[str]) -> list[Finding]:
    """List every name that the case does not have: a choice that is not read here may decide the plan."""
    return [Finding(RUN, part, name, name, Told("not_a_choice")) for name in sorted(found) if name not in known]


def _origin(tables: Tables, run: Mapping[str, Any]) -> list[Finding]:
    """Ask whose scores from elsewhere a run uses, and of how many households; nothing of a run that uses none."""
    if not tables.elsewhere:
        return [Finding(RUN, "", "scores", run["scores"], Told("no_scores"))] if "scores" in run else []
    rows = read_table(tables.folder / SCORES)
    expected = {
        "bronnen": sorted({row["bron"] for row in rows}),
        "modelversies": sorted({row["modelversie"] for row in rows}),
        "huishoudens": len(tables.elsewhere),
    }
    return compare(RUN, "scores", run.get("scores", {}), expected)


def _number(value: object) -> object:
    return float(value) if isinstance(value, Fraction) else value
