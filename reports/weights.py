"""The weights of a key that no table of a run holds, as fractions that lose nothing."""

from inputs.case import Case
from inputs.sleutel import grondslag, key_weights

PART = "sleutelgewichten"
"""Name of this part of the manifest."""


def weights_part(case: Case) -> dict[str, dict[str, str]]:
    """Give the weight of each gemeente in the key [unit of the key]; inhabitants stand in gemeenten.csv already."""
    if case.scenario.sleutel == "inwoners":
        return {}
    weights = key_weights(grondslag(case))
    return {PART: {g.gemeentecode: str(weight) for g, weight in zip(case.gemeenten, weights, strict=True)}}
