"""The manifest of scenarios side by side: what went in, what was drawn, what is proved, and the hash of every file."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from inputs.horizon import as_table, plan_values
from reports.horizon.compared import Scenario, compared_at
from reports.manifest import digest, manifest_hash, manifest_text

NAME = "scenarios.json"


def compared_json(
    scenarios: Sequence[Scenario], runtime: Mapping[str, Any], files: Mapping[str, str | bytes], seed: int
) -> str:
    """Write the manifest as JSON with sorted keys; what differs between two runs stands under ``runtime``."""
    first = scenarios[0]
    part = {
        "soort": "scenarios",
        "naam": first.case.naam,
        "synthetisch": first.case.synthetisch,
        "marges": first.case.marges,
        "kwartalen": list(first.kwartalen),
        "vergeleken": [first.kwartalen[t] for t in compared_at(scenarios)],
        "zaad": seed,
        "trekkingen": len(first.draws),
        "scenarios": {s.naam: _scenario(s) for s in scenarios},
        "waarden": {name: asdict(value) for name, value in plan_values().items()},
        "versions": dict(runtime.get("versions", {})),
        "outputs": {name: digest(content) for name, content in files.items()},
    }
    return manifest_text({**part, "hash": manifest_hash(part), "runtime": dict(runtime)})


def _scenario(scenario: Scenario) -> dict[str, Any]:
    """Give what a scenario was read from and what is proved of it."""
    plan = scenario.plan
    return {
        "invoer": [
            {name: value for name, value in asdict(b).items() if name != "blad" or value}
            for b in sorted(scenario.case.bronnen, key=lambda b: (b.bestand, b.blad))
        ],
        "scenario": asdict(scenario.case.scenario),
        "plan": as_table(scenario.keuzes),
        "certificate": {"value": plan.waarde, "bound": plan.ondergrens, "proven_gap": plan.marge},
        "herhaald": {name: list(some) for name, some in plan.herhaald.items()},
    }
