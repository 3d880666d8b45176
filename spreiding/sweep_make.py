"""A sweep as it was read becomes items, each with all that decides its outcome; every problem is told first."""

import hashlib
import json
import tomllib
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any

from inputs.choices import written
from inputs.found import locate
from inputs.problems import InputProblems
from inputs.read import read_whole
from inputs.sweep_file import MADE, Sweep, item_problems
from inputs.sweep_parts import Combination
from reports.words import words
from spreiding.runtime import versions
from spreiding.sweep_items import Item, Source, example_case, file_hashes
from spreiding.words import Lang

LONGEST = 200
"""Most signs of the name of a run [signs]."""


def make_items(asked: Sweep, time_limit: float, lang: Lang) -> list[Item]:
    """Make the items of a sweep.

    Raises
    ------
    InputProblems
        With every error of the sweep, of the case, and of the choices that it starts from.
    """
    source, here = _source(asked), versions()
    return [
        Item(
            asked.opdracht,
            _title(asked.naam, label(item, lang)),
            source,
            item,
            not asked.volledig,
            time_limit,
            lang,
            here,
        )
        for item in asked.items
    ]


def label(item: Combination, lang: Lang) -> str:
    """Say what varies in an item: its variant, what it has of the grid, and its seed."""
    told = words(lang)
    parts = [item.variant] if item.variant else []
    parts += [f"{key} = {_shown(item.waarden[key])}" for key in item.raster]
    parts += [told("reeks.zaad", n=item.zaad)] if item.zaad is not None else []
    return ", ".join(parts) or told("reeks.basis")


def _source(asked: Sweep) -> Source:
    """Read the case and the choices that a sweep starts from, and give what identifies them."""
    made = asked.voorbeeld == MADE
    size = (asked.huishoudens, asked.gemeenten) if made else (0, 0)
    source = Source(None, (), asked.voorbeeld, *size, None)
    with ExitStack() as kept:
        if asked.casus is not None:
            case, files = asked.casus, file_hashes(asked.casus) if asked.casus.exists() else ()
            source = Source(case.absolute(), files, "", 0, 0, None)
        elif asked.problems:
            raise InputProblems(asked.problems)
        else:
            case = kept.enter_context(example_case(source, asked.items[0].zaad))
        basis = _basis(asked, case)
    return source if asked.casus is None and asked.basis is None else replace(source, basis=basis)


def _basis(asked: Sweep, case: Path) -> str:
    """Give the text of the choices that a sweep starts from, when nothing is wrong with them or with any item."""
    whole = read_whole(case, asked.basis)
    problems = [*asked.problems, *(problem for problem in whole.problems if problem.level == "error")]
    if problems or whole.case is None:
        raise InputProblems(problems)
    text = written(case, locate(case).choices, asked.basis).text
    if wrong := item_problems(asked, tomllib.loads(text), whole.case.parameters):
        raise InputProblems(wrong)
    return text


def _shown(value: Any) -> str:
    """Write a value as the file of the sweep does, without quotes."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _title(sweep_name: str, text: str) -> str:
    """Name a run; a name that is too long is cut off, and ends in a hash of the whole."""
    whole = f"{sweep_name}: {text}"
    if len(whole) <= LONGEST:
        return whole
    return f"{whole[: LONGEST - 12]}… {hashlib.sha256(whole.encode()).hexdigest()[:8]}"
