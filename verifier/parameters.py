"""The parameters of the case or of the product, and what a scenario puts in their place."""

from collections.abc import Iterable
from fractions import Fraction
from pathlib import Path
from typing import Any

from verifier.read import read_toml

PARAMETERS = Path(__file__).resolve().parents[1] / "inputs" / "data" / "parameters.toml"
FORMS = "woonvormen"
"""Part of the file that is no parameter: who may live where."""


def read_parameters(
    folder: Path | None, own: dict[str, Any]
) -> tuple[dict[str, Fraction], dict[str, set[str]], set[str]]:
    """Give the parameters of the case or else the product, those of the scenario in their place, and who takes what."""
    content = read_toml(_file(folder))
    forms = content.pop(FORMS)
    values = {f"{part}.{name}": Fraction(p["waarde"]) for part, names in content.items() for name, p in names.items()}
    for name, value in _flat(own):
        values[name] = Fraction(value)
    access = {form: set(rule["huishoudtypen"]) for form, rule in forms.items()}
    return values, access, {form for form, rule in forms.items() if rule.get("delen_nodig")}


def read_ranges(folder: Path | None) -> dict[str, tuple[float, float]]:
    """Give the least and most that each parameter of the case or of the product may be."""
    content = read_toml(_file(folder))
    named = {f"{part}.{name}": p for part, names in content.items() if part != FORMS for name, p in names.items()}
    return {name: (float(p["bereik"][0]), float(p["bereik"][1])) for name, p in named.items()}


def _file(folder: Path | None) -> Path:
    there = PARAMETERS if folder is None else folder / PARAMETERS.name
    return there if there.is_file() else PARAMETERS


def _flat(content: dict[str, Any], above: str = "") -> Iterable[tuple[str, Any]]:
    for name, value in content.items():
        yield from _flat(value, f"{above}{name}.") if isinstance(value, dict) else [(above + name, value)]
