"""What a planner should know about a choice that is allowed but seldom meant."""

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from inputs.case import Case, begin
from inputs.facts import gemeenten_2026
from reports.numbers import percent
from reports.run_folder import leftovers
from spreiding.places import refuse_run
from spreiding.words import Lang, say

if TYPE_CHECKING:  # the command check draws no map
    from geodata.geography import Geography

WIDE_GAP = 0.05
"""Gap above which a planner probably thinks of percents: 0.5 is 50 %, not 0.5 % [1]."""


def remark_wide_gap(gap: float | None, lang: Lang) -> None:
    """Say on stderr how many percent a wide gap is; one outside the range is refused elsewhere."""
    if gap is not None and WIDE_GAP < gap <= 1:
        print(say("gap_wide", lang, found=gap, percent=percent(gap, lang)), file=sys.stderr)


def remark_leftovers(out: Path, lang: Lang) -> None:
    """Say on stderr which hidden folders earlier runs to this place left when they were broken off."""
    for place in leftovers(out):
        print(say("left_behind", lang, found=place), file=sys.stderr)


def about_quarter(case: Case, today: date, lang: Lang) -> Iterator[str]:
    """Say that the kwartaal is over; a synthetic case is of no day at all."""
    year, quarter = int(case.scenario.kwartaal[:4]), int(case.scenario.kwartaal[5])
    after = begin(f"{year + quarter // 4}K{quarter % 4 + 1}")
    if not case.synthetisch and after <= today:
        yield say("quarter_past", lang, kwartaal=case.scenario.kwartaal, after=after, today=today)


def about_borders(geography: "Geography", lang: Lang) -> Iterator[str]:
    """Say that the borders are of another year than the division; their codes are the same, or they were refused."""
    division = int(gemeenten_2026()[0].peildatum[:4])
    if geography.jaar not in {None, division}:
        yield say("borders_year", lang, found=geography.bestand, year=geography.jaar, division=division)


def remark_case(case: Path | None, example: str | None, lang: Lang) -> None:
    """Refuse a run where a case is asked; where neither case nor example is named, tell which example starts."""
    if case is not None:
        refuse_run(case)
    elif example is None:
        print(say("national_default", lang), file=sys.stderr)
