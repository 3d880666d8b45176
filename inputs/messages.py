"""What a planner reads about a problem: where it is, what was found, what to write; in Dutch or English."""

import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from inputs.cells import INVISIBLE
from inputs.problems import Problem

Lang = Literal["nl", "en"]

LONGEST = 60
"""Most signs that are shown of what was found."""
LONGEST_LIST = 400
"""Most signs of a list in a message, or of a path."""
SUGGESTIONS = ("bij_teken", "bedoeld", "bedoeld_van", "komma", "sjabloon")
"""Fields that any message may have: where in a line it goes wrong, what was probably meant, which column was probably
meant to be this one, how to write a number without a comma, and which command writes an empty table."""
SCENARIO, SCENARIO_FILE = "scenario", "scenario.toml"
"""Field that names where the choices of the run stand, and the usual place."""
GENERAL = "algemeen"
"""Part of the catalogue that holds headings instead of codes."""


@cache
def catalogue() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    """Read the texts: code, then language, then ``titel``, ``uitleg`` and ``actie``."""
    raw: dict[str, Any] = tomllib.loads((files("inputs") / "data" / "meldingen.toml").read_text("utf-8"))
    return raw


def render(problem: Problem, lang: Lang) -> str:
    """Say one problem in one line, as in ``gemeenten.csv:2  gemeentecode = '0363': ... [F.209]``."""
    return f"{_place(problem)}{_as_read(problem, lang)}: {why(problem, lang)}; {what(problem, lang)} [{problem.code}]"


def why(problem: Problem, lang: Lang) -> str:
    """Say what is wrong, and why it matters."""
    return catalogue()[problem.code][lang]["uitleg"].format_map(_filled(problem))


def what(problem: Problem, lang: Lang) -> str:
    """Say what the planner can write or do, with what was probably meant."""
    words = _filled(problem)
    text = catalogue()[problem.code][lang]["actie"].format_map(words)
    for suggestion in SUGGESTIONS:
        if words.get(suggestion):
            text += catalogue()[GENERAL][lang][suggestion].format_map(words)
    return text


def render_all(problems: Sequence[Problem], lang: Lang, per_rule: int = 20) -> str:
    """Say all problems below a heading, errors first, and at most ``per_rule`` of each code."""
    blocks = []
    for level, heading in (("error", "kop_fouten"), ("warning", "kop_waarschuwingen")):
        chosen = [problem for problem in problems if problem.level == level]
        if chosen:
            words = catalogue()[GENERAL][lang]
            number = "een" if len(chosen) == 1 else "meer"
            lines = [words[f"{heading}_{number}"].format(aantal=len(chosen)), *_lines(chosen, lang, per_rule)]
            blocks.append("\n".join(lines))
    return "\n".join(blocks)


def title(problem: Problem, lang: Lang) -> str:
    """Name the kind of problem in a few words."""
    return catalogue()[problem.code][lang]["titel"]


def shown(text: str, longest: int = LONGEST) -> str:
    """Show what was found on one line: signs that cannot be seen as their number, a long text cut off."""
    visible = INVISIBLE.sub(lambda match: f"<U+{ord(match[0]):04X}>", text[:longest])
    return visible if len(text) <= longest else f"{visible}…"


@cache
def sends_to_scenario(code: str) -> bool:
    """Tell whether the texts of a code name the file or sheet with the choices of the run."""
    return any(f"{{{SCENARIO}}}" in text for text in catalogue()[code]["nl"].values())


def _filled(problem: Problem) -> dict[str, str]:
    """Give what the texts of a problem fill in; choices stand in their own file unless the problem says otherwise."""
    return {
        SCENARIO: SCENARIO_FILE,
        **{name: shown(str(value), LONGEST_LIST) for name, value in problem.velden.items()},
    }


def _place(problem: Problem) -> str:
    """Say where a problem is and what stands there."""
    place = shown(problem.bestand, LONGEST_LIST) + (f":{problem.regel}" if problem.regel else "")
    if problem.kolom is not None:
        place += f"  {shown(problem.kolom)}"
    if problem.gevonden is not None:
        place += f" = '{shown(problem.gevonden)}'" if problem.kolom is not None else f"  '{shown(problem.gevonden)}'"
    return place


def _as_read(problem: Problem, lang: Lang) -> str:
    """Say as which day a date was read, where it is written in another form; nothing for other problems."""
    if "gelezen" not in problem.velden:
        return ""
    words = catalogue()[GENERAL][lang]
    day = date.fromisoformat(str(problem.velden["gelezen"]))
    return words["gelezen"].format(dag=f"{day.day} {words['maanden'].split()[day.month - 1]} {day.year}")


def _lines(problems: Sequence[Problem], lang: Lang, per_rule: int) -> list[str]:
    """Give the lines of one level, with the number of those left out of each code."""
    seen: Counter[str] = Counter()
    lines = []
    for problem in problems:
        seen[problem.code] += 1
        if seen[problem.code] <= per_rule:
            lines.append(f"  {render(problem, lang)}")
    rest = catalogue()[GENERAL][lang]["rest"]
    for code in sorted(seen):
        if seen[code] > per_rule:
            titel = catalogue()[code][lang]["titel"]
            lines.append("  " + rest.format(aantal=seen[code] - per_rule, titel=titel, code=code))
    return lines
