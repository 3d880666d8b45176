"""The manifest of a plan: what went in, what was chosen, what is proved, and the hash of every file."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from inputs.case import Case
from inputs.horizon import Plankeuzes, as_table, plan_values
from optimizer.horizon.result import Planuitkomst
from reports.manifest import digest, manifest_hash, manifest_text

NAME = "plan.json"


def plan_json(
    case: Case,
    keuzes: Plankeuzes,
    plan: Planuitkomst,
    runtime: Mapping[str, Any],
    files: Mapping[str, str | bytes],
    more: Mapping[str, Any],
) -> str:
    """Write the manifest as JSON with sorted keys; what differs between two runs stands under ``runtime``."""
    part = {
        "soort": "plan",
        "naam": case.naam,
        "synthetisch": case.synthetisch,
        "marges": case.marges,
        "kwartaal": case.scenario.kwartaal,
        "invoer": [
            {name: value for name, value in asdict(b).items() if name != "blad" or value}
            for b in sorted(case.bronnen, key=lambda b: (b.bestand, b.blad))
        ],
        "scenario": asdict(case.scenario),
        "plan": as_table(keuzes),
        "waarden": {name: asdict(value) for name, value in plan_values().items()},
        "certificate": {"value": plan.waarde, "bound": plan.ondergrens, "proven_gap": plan.marge},
        "maat": dict(plan.maat),
        "herhaald": {name: list(some) for name, some in plan.herhaald.items()},
        "versions": dict(runtime.get("versions", {})),
        "outputs": {name: digest(content) for name, content in files.items()},
        **more,
    }
    return manifest_text({**part, "hash": manifest_hash(part), "runtime": dict(runtime)})
