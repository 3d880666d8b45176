"""What a planner should know about a choice on the command line that is allowed but seldom meant."""

import sys

from reports.numbers import percent
from spreiding.words import Lang, say

WIDE_GAP = 0.05
"""Gap above which a planner probably thinks of percents: 0.5 is 50 %, not 0.5 % [1]."""


def remark_wide_gap(gap: float | None, lang: Lang) -> None:
    """Say on stderr how many percent a wide gap is; one outside the range is refused elsewhere."""
    if gap is not None and WIDE_GAP < gap <= 1:
        print(say("gap_wide", lang, found=gap, percent=percent(gap, lang)), file=sys.stderr)
