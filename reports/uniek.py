"""Whether the plan is the only one that is as good: per goal in run.json, and the other plan in a file for planners."""

from typing import Any

import pandas as pd

from inputs.case import Case
from optimizer.result import Allocation
from reports.source import bron
from reports.words import Lang, Words, words

GELIJK_PLAN = ("huishouden_id", "aanbod_id", "tot_en_met_doel", "bron")
"""Columns of the other plan; a file only, no sheet."""


def uniek_part(allocation: Allocation) -> dict[str, Any]:
    """Give the answers in the order of the goals, and up to which goal another plan is equal; no household."""
    found = allocation.uniek
    if found is None:
        return {}
    answers = [{"doel": goal, "uniek": answer} for goal, answer in found.per_doel.items()]
    part = {"per_doel": answers, "ander_plan_tot_en_met": found.tot_en_met, "uitleg": words("nl")("manifest.uniek")}
    return {"uniek": part}


def gelijk_plan_frame(case: Case, allocation: Allocation, lang: Lang = "nl") -> pd.DataFrame:
    """Give a row per household that is elsewhere in the other plan; none where no other plan was found."""
    found = allocation.uniek
    rows = [] if found is None else [(s.huishouden_id, s.aanbod_id, found.tot_en_met) for s in found.ander]
    source = bron(case, lang)
    return pd.DataFrame([(*row, source) for row in rows], columns=list(GELIJK_PLAN))


def answer(allocation: Allocation, goal: str, told: Words) -> str:
    """Write the answer for a goal in words; empty where it was not asked."""
    found = allocation.uniek
    return told(f"uniek.{found.per_doel[goal]}") if found is not None and goal in found.per_doel else ""
