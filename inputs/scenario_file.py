"""``scenario.toml`` holds the choices of a run and what the case says of itself."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import MISSING, dataclass, field, fields, replace
from pathlib import Path
from typing import Annotated, Any, get_args, get_type_hints

from annotated_types import MinLen

from inputs.case import Bronbestand
from inputs.cells import INVISIBLE, LOOSE_KWARTAAL, MOST_SIGNS, too_long
from inputs.choices import BESTAND, PARAMETERS, Written, written
from inputs.codes import Code
from inputs.file_names import shown
from inputs.found import SCENARIO, Choices
from inputs.goal_order import KEYS, order_problems, order_values
from inputs.horizon import Plankeuzes
from inputs.horizon_file import PLAN, plan_choices
from inputs.listed import Listed
from inputs.messages import sends_to_scenario
from inputs.parameter_file import read_parameters
from inputs.parameters import Parameters, out_of_range, override, unknown_name
from inputs.problems import InputProblems, Problem, has_errors
from inputs.refused import refused_files
from inputs.scenario import Scenario
from inputs.suggest import Hints, meant
from inputs.tomlfile import check, line_of, parse, unknown_keys

ABOUT: Mapping[str, Any] = {"naam": Annotated[str, MinLen(1)], "synthetisch": bool, "marges": str}
"""Keys that say something of the case, not of the run."""


LONGEST: Mapping[str, int] = {"naam": 200}
"""Most signs of a text that stands above every page, where it is less than of a cell [signs]."""


@dataclass(frozen=True, slots=True)
class ReadScenario:
    """A scenario as it was read.

    Attributes
    ----------
    scenario : Scenario, optional
        None when the file has an error.
    parameters : Parameters
        Those of the case, with the values of the scenario in their place.
    own_parameters : bool
        False when ``parameters.toml`` of the case has an error: then they are those of the product.
    naam : str
        Name of the run; that of the case and of a file of choices beside it when the file gives none.
    bestand : str
        The file or sheet that holds them, as messages name it.
    bronnen : tuple of Bronbestand
        The files that were read.
    plan : Plankeuzes
        What the table ``[plan]`` says; a run of one kwartaal reads past it.
    """

    scenario: Scenario | None
    parameters: Parameters
    problems: tuple[Problem, ...]
    own_parameters: bool = True
    naam: str = ""
    synthetisch: bool = False
    marges: str = ""
    bronnen: tuple[Bronbestand, ...] = ()
    bestand: str = BESTAND
    plan: Plankeuzes = field(default_factory=Plankeuzes)


def read_scenario(case: Path, sheets: Sequence[Choices] = (), scenario: Path | None = None) -> ReadScenario:
    """Read the choices of a run, and the parameters of the case where it has its own, with every problem in them."""
    folder = case if case.is_dir() else case.parent
    given = read_parameters(folder)
    read = _chosen(given.parameters, sheets, scenario, case)
    own = () if given.bron is None else (given.bron,)
    beside = [
        bron.bestand for bron in (*(read.bronnen if scenario is None else ()), *own) if not (case.is_dir() or bron.blad)
    ]
    return replace(
        read,
        problems=(
            *given.problems,
            *read.problems,
            *(Problem(Code.INSTELLINGEN_NAAST_WERKMAP, name) for name in beside),
        ),
        own_parameters=not given.problems,
        naam=read.naam or _name(case, scenario),
        bronnen=(*read.bronnen, *own),
    )


def _name(case: Path, scenario: Path | None) -> str:
    """Name a run whose choices give no name: as the case, and as the file beside it that holds the choices."""
    own = Path(shown(case.resolve())).stem
    return own if scenario is None else f"{own}, {Path(shown(scenario)).stem}"


def _chosen(parameters: Parameters, sheets: Sequence[Choices], scenario: Path | None, case: Path) -> ReadScenario:
    """Read the choices of a run, with every problem in them."""
    try:
        found = written(case, sheets, scenario)
    except InputProblems as stopped:
        return ReadScenario(None, parameters, _absent(case, stopped.problems))
    read = _read(found, parameters)
    problems = (*found.problems, *placed(read.problems, found.bestand))
    chosen = None if has_errors(found.problems) else read.scenario
    return replace(read, problems=problems, scenario=chosen, bestand=found.bestand)


def placed(problems: Iterable[Problem], bestand: str) -> tuple[Problem, ...]:
    """Let problems of the choices name the file or the sheet where they stand, and let others send a planner there."""
    found = (replace(p, bestand=bestand) if p.bestand == BESTAND else p for p in problems)
    if bestand == BESTAND:
        return tuple(found)
    sends = {code for code in Code if sends_to_scenario(code)}
    return tuple(replace(p, velden={**p.velden, "scenario": bestand}) if p.code in sends else p for p in found)


def _read(found: Written, parameters: Parameters) -> ReadScenario:
    """Read the text of a scenario."""
    text = found.text
    try:
        raw = parse(text, BESTAND)
    except InputProblems as stopped:
        return ReadScenario(None, parameters, stopped.problems)
    known = {**hints(), **ABOUT, PLAN: Any}
    plan, plan_faults = plan_choices(raw, text, BESTAND)
    problems = [
        *key_problems(raw, parameters, text, known),
        *whole_problems(raw, parameters, text),
        *plan_faults,
    ]
    if has_errors(problems):
        return ReadScenario(None, parameters, tuple(Listed(problems)))
    own = {part.name for part in fields(Scenario)}
    return ReadScenario(
        Scenario(**{key: value for key, value in raw.items() if key in own} | order_values(raw)),
        override(parameters, _overrides(raw, parameters, text)[0], found.bestand),
        tuple(problems),
        naam=raw.get("naam", ""),
        synthetisch=raw.get("synthetisch", False),
        marges=raw.get("marges", ""),
        bronnen=(found.bron,),
        plan=plan,
    )


def hints() -> dict[str, Any]:
    """Give the type of every choice of a run."""
    return get_type_hints(Scenario, include_extras=True)


def key_problems(
    raw: Mapping[str, Any], parameters: Parameters, text: str, known: Mapping[str, Any]
) -> Iterator[Problem]:
    """List what is wrong with each key by itself: unknown, of another type, out of range."""
    yield from unknown_keys(raw, (*known, PARAMETERS), BESTAND, text)
    yield from _value_problems(raw, {key: hint for key, hint in known.items() if key not in KEYS}, text)
    yield from _overrides(raw, parameters, text)[1]


def whole_problems(raw: Mapping[str, Any], parameters: Parameters, text: str) -> Iterator[Problem]:
    """List what is wrong with the choices together: keys that are missing, or that do not go together."""
    yield from _missing(raw)
    yield from order_problems(raw, parameters, text)


def flat(content: Any) -> dict[str, Any]:
    """Give the values of a table ``[parameters]`` by their whole name."""
    return dict(_flat(content))


def _absent(case: Path, problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Say of a workbook that the sheet is missing, not the file.

    Nothing is said where the choices are there in a format that is refused: that says what to write.
    """
    if [(problem.code, problem.bestand) for problem in problems] != [(Code.BESTAND_ONTBREEKT, BESTAND)]:
        return problems
    if not case.is_dir():
        return (Problem(Code.BLAD_ONTBREEKT, f"{case.name}[{SCENARIO}]"),)
    refused = any(problem.velden.get("toml") == BESTAND for problem in refused_files(case))
    return () if refused else problems


def _missing(raw: Mapping[str, Any]) -> Iterator[Problem]:
    """List the keys that a scenario must have."""
    for part in fields(Scenario):
        if part.default is MISSING and part.name not in raw:
            yield Problem(Code.SLEUTEL_ONTBREEKT, BESTAND, kolom=part.name)


def _value_problems(raw: Mapping[str, Any], hints: Mapping[str, Any], text: str) -> Iterator[Problem]:
    """List values of another type than asked, or out of range."""
    for key, value in raw.items():
        if key in hints and (fault := check(value, _given(hints[key]))):
            velden = dict(fault.velden)
            if fault.code is Code.GEEN_KEUZE:
                velden |= meant(str(value), str(velden["keuzes"]).split(", "))
            if fault.code is Code.KWARTAAL_ONJUIST and (match := LOOSE_KWARTAAL.fullmatch(str(value))):
                velden["bedoeld"] = f"{match[1]}K{match[2]}"
            yield Problem(fault.code, BESTAND, line_of(text, key), key, str(value), velden)
        elif key in ABOUT and isinstance(value, str):
            yield from _text_problems(key, value, line_of(text, key))


def _text_problems(key: str, value: str, regel: int | None) -> Iterator[Problem]:
    """List what is wrong with a text that every report shows: signs that nobody sees, blanks only, too long."""
    if match := INVISIBLE.search(value):
        velden: dict[str, str | int] = {"teken": f"U+{ord(match[0]):04X}", "plaats": match.start() + 1}
        yield Problem(Code.ONZICHTBAAR_TEKEN, BESTAND, regel, key, value, velden)
    elif key == "naam" and not value.strip():
        yield Problem(Code.LEEG, BESTAND, regel, key, value)
    elif len(value) > (most := LONGEST.get(key, MOST_SIGNS)):
        yield Problem(Code.TEKST_TE_LANG, BESTAND, regel, key, value, too_long(value, most))


def _given(hint: Any) -> Any:
    """Give the type of a key that is there: TOML has no empty value."""
    parts = get_args(hint)
    return next(part for part in parts if part is not type(None)) if type(None) in parts else hint


def _overrides(raw: Mapping[str, Any], parameters: Parameters, text: str) -> tuple[dict[str, float], list[Problem]]:
    """Read the table ``[parameters]``: values that replace those of the product."""
    values: dict[str, float] = {}
    problems: list[Problem] = []
    hint = Hints(parameters.waarden)
    for naam, value in _flat(raw.get(PARAMETERS, {})):
        place = (BESTAND, line_of(text, PARAMETERS, *naam.split(".")))
        if naam not in parameters.waarden:
            problems.append(unknown_name(naam, hint, BESTAND, text))
        elif isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
            problems.append(Problem(Code.GEEN_GETAL, *place, naam, str(value)))
        else:
            problems += out_of_range(parameters.waarden[naam], value, BESTAND, text)
            values[naam] = float(value)
    return values, problems


def _flat(content: Any, above: str = "") -> Iterator[tuple[str, Any]]:
    """Give the keys of a table with those above them, for ``a.b = 1`` means the same as ``"a.b" = 1``."""
    if not isinstance(content, dict):
        yield above or PARAMETERS, content
        return
    for key, value in content.items():
        yield from _flat(value, f"{above}.{key}" if above else key)
