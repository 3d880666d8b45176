"""The parameters of the case or of the product, and what a scenario puts in their place."""

from collections.abc import Iterable
from fractions import Fraction
from pathlib import Path
from typing import Any

from verifier.read import read_toml

PARAMETERS = Path(__file__).resolve().parents[1] / "inputs" / "data" / "parameters.toml"


def read_parameters(
    folder: Path | None, own: dict[str, Any]
) -> tuple[dict[str, Fraction], dict[str, set[str]], set[str]]:
    """Give the parameters of the case or else the product, those of the scenario in their place, and who takes what."""
    there = PARAMETERS if folder is None else folder / PARAMETERS.name
    content = read_toml(there if there.is_file() else PARAMETERS)
    forms = content.pop("woonvormen")
    values = {f"{part}.{name}": Fraction(p["waarde"]) for part, names in content.items() for name, p in names.items()}
    for name, value in _flat(own):
        values[name] = Fraction(value)
    access = {form: set(rule["huishoudtypen"]) for form, rule in forms.items()}
    return values, access, {form for form, rule in forms.items() if rule.get("delen_nodig")}


def _flat(content: dict[str, Any], above: str = "") -> Iterable[tuple[str, Any]]:
    for name, value in content.items():
        yield from _flat(value, f"{above}{name}.") if isinstance(value, dict) else [(above + name, value)]
