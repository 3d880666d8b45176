"""Parameters of the model: each a value with unit, date, source and allowed range, read from ``parameters.toml``."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Annotated, Any, TypeVar

from annotated_types import Len
from pydantic import BaseModel, ConfigDict, FiniteFloat, ValidationError

from inputs.codes import Code
from inputs.domain import HUISHOUDTYPEN, WOONVORMEN
from inputs.listed import Listed
from inputs.problems import InputProblems, Problem
from inputs.suggest import Hints, meant
from inputs.tomlfile import line_of, parse

Entry = TypeVar("Entry", bound=BaseModel)
BESTAND = "parameters.toml"
FORMS = "woonvormen"
"""Group that says who may take which woonvorm; all other groups hold parameters."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """A value of the model that someone must answer for.

    Attributes
    ----------
    herzien_voor : date, optional
        Day before which someone must have looked at it again; none: the scenario of the run sets the value, and that
        is such a look.
    bereik : tuple of float
        Least and greatest value allowed [eenheid].
    """

    naam: str
    waarde: float
    eenheid: str
    geldig_vanaf: date
    herzien_voor: date | None
    bron: str
    bereik: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Parameters:
    """All parameters by name, and which kinds of household may take which woonvorm.

    Attributes
    ----------
    waarden : Mapping
        Name ("uitstroom.per_persoon") to ``Parameter``.
    toegang : Mapping
        Woonvorm to the huishoudtypen that may take it.
    delen_nodig : frozenset
        Woonvormen only for households that would share a home.
    """

    waarden: Mapping[str, Parameter]
    toegang: Mapping[str, frozenset[str]]
    delen_nodig: frozenset[str]

    def __getitem__(self, naam: str) -> float:
        """Give the value of a parameter [its eenheid]."""
        return self.waarden[naam].waarde


class _Value(BaseModel):
    """What the file says of one parameter."""

    model_config = ConfigDict(extra="forbid", strict=True)

    waarde: FiniteFloat
    eenheid: Annotated[str, Len(1)]
    geldig_vanaf: date
    herzien_voor: date
    bron: Annotated[str, Len(1)]
    bereik: Annotated[list[FiniteFloat], Len(2, 2)]


class _Access(BaseModel):
    """What the file says of one woonvorm."""

    model_config = ConfigDict(extra="forbid", strict=True)

    huishoudtypen: list[str]
    bron: Annotated[str, Len(1)]
    delen_nodig: bool = False


def default_parameters() -> Parameters:
    """Read the parameters that come with the product."""
    return parse_parameters(_shipped())


def parse_parameters(text: str) -> Parameters:
    """Turn the text of a ``parameters.toml`` into parameters; it must name the same ones as the shipped file.

    Raises
    ------
    InputProblems
        With every key, value and word that is unknown, missing or out of range.
    """
    raw = parse(text, BESTAND)
    problems: list[Problem] = []
    hint = Hints(_names())
    values = {naam: entry for naam, entry in _entries(raw, text, problems) if _named(naam, hint, text, problems)}
    forms = _forms(raw, text, problems)
    named = {f"{groep}.{naam}" for groep, naam, _ in _pairs(raw)}
    missing = [naam for naam in _names() if naam not in named]
    problems += [Problem(Code.PARAMETER_ONTBREEKT, BESTAND, kolom=naam) for naam in missing]
    problems += [p for entry in values.values() for p in _against_model(entry, text)]
    if problems:
        raise InputProblems(Listed(problems))
    return Parameters(
        {naam: values[naam] for naam in _names()},
        {vorm: frozenset(forms[vorm].huishoudtypen) for vorm in _model()[FORMS]},
        frozenset(vorm for vorm, access in forms.items() if access.delen_nodig),
    )


def parameter_of(naam: str, entry: Mapping[str, Any]) -> Parameter:
    """Read one parameter of a file that comes with the product.

    Raises
    ------
    ValidationError
        A key is missing, unknown or of another type.
    """
    value = _Value.model_validate(dict(entry))
    return Parameter(naam=naam, **(value.model_dump() | {"bereik": (value.bereik[0], value.bereik[1])}))


def override(parameters: Parameters, values: Mapping[str, float], bestand: str) -> Parameters:
    """Replace values by those of a scenario; the source then says so and keeps the value it replaces.

    Such a value is the planner's own for this kwartaal: no review of it is due.
    """
    waarden = dict(parameters.waarden)
    for naam, waarde in values.items():
        old = waarden[naam]
        bron = f"{bestand} (anders {old.waarde:g}: {old.bron})"
        waarden[naam] = replace(old, waarde=waarde, herzien_voor=None, bron=bron)
    return replace(parameters, waarden=waarden)


def out_of_range(parameter: Parameter, waarde: float, bestand: str, text: str) -> Iterator[Problem]:
    """Report a value outside the range of its parameter."""
    least, most = parameter.bereik
    if not least <= waarde <= most:
        fields = {"laagst": f"{least:g}", "hoogst": f"{most:g}", "eenheid": parameter.eenheid}
        line = line_of(text, *parameter.naam.split("."))
        yield Problem(Code.PARAMETER_BUITEN_BEREIK, bestand, line, parameter.naam, f"{waarde:g}", fields)


def unknown_name(naam: str, hint: Hints, bestand: str, text: str) -> Problem:
    """Report a parameter that the model does not have."""
    line = line_of(text, *naam.split("."))
    return Problem(Code.PARAMETER_ONBEKEND, bestand, line, naam, velden=hint(naam))


def _shipped() -> str:
    return (files("inputs") / "data" / BESTAND).read_text("utf-8")


@cache
def _model() -> dict[str, Any]:
    """Read the shipped file as it is: it says which parameters the model has, in which unit and within which range."""
    return tomllib.loads(_shipped())


@cache
def _names() -> dict[str, Any]:
    """Give what the shipped file says of each parameter, by name and in its order."""
    return {f"{groep}.{naam}": entry for groep, naam, entry in _pairs(_model())}


def _against_model(entry: Parameter, text: str) -> Iterator[Problem]:
    """Report a unit or range that the rules of the model are not made for, dates in the wrong order, and the value."""
    model, path = _names()[entry.naam], entry.naam.split(".")
    lowest, highest = model["bereik"]
    least, most = entry.bereik
    words = {"eenheid": model["eenheid"], "laagst": f"{lowest:g}", "hoogst": f"{highest:g}"}

    def problem(code: Code, key: str, found: object, velden: dict[str, str | int]) -> Problem:
        return Problem(code, BESTAND, line_of(text, *path, key), f"{entry.naam}.{key}", str(found), velden)

    if entry.eenheid != model["eenheid"]:
        yield problem(Code.PARAMETER_EENHEID, "eenheid", entry.eenheid, {"eenheid": model["eenheid"]})
    if entry.herzien_voor is not None and entry.herzien_voor <= entry.geldig_vanaf:
        since = {"geldig_vanaf": str(entry.geldig_vanaf)}
        yield problem(Code.PARAMETER_DATUMS, "herzien_voor", entry.herzien_voor, {**since})
    if lowest <= least <= most <= highest:
        yield from out_of_range(entry, entry.waarde, BESTAND, text)
    else:
        yield problem(Code.PARAMETER_BEREIK, "bereik", [least, most], {**words})


def _pairs(raw: Mapping[str, Any]) -> Iterator[tuple[str, str, Any]]:
    """Walk over group, name and content of all parameters."""
    for groep, inhoud in raw.items():
        if groep != FORMS:
            for naam, entry in inhoud.items() if isinstance(inhoud, dict) else [("", inhoud)]:
                yield groep, naam, entry


def _entries(raw: Mapping[str, Any], text: str, problems: list[Problem]) -> Iterator[tuple[str, Parameter]]:
    """Give each parameter that is well formed; add the others to the problems."""
    for groep, naam, entry in _pairs(raw):
        if value := _checked(_Value, entry, (groep, naam), text, problems):
            name = f"{groep}.{naam}"
            yield name, parameter_of(name, value.model_dump())


def _named(naam: str, hint: Hints, text: str, problems: list[Problem]) -> bool:
    """Tell whether the model has this parameter; add it to the problems when not."""
    if naam not in _names():
        problems.append(unknown_name(naam, hint, BESTAND, text))
    return naam in _names()


def _forms(raw: Mapping[str, Any], text: str, problems: list[Problem]) -> dict[str, _Access]:
    """Read who may take which woonvorm; every woonvorm must be there."""
    content = raw.get(FORMS)
    entries = content if isinstance(content, dict) else {}
    forms, hint = {}, Hints(WOONVORMEN)
    for vorm, entry in entries.items():
        line = line_of(text, FORMS, vorm)
        if vorm not in WOONVORMEN:
            problems.append(Problem(Code.WOONVORM_ONBEKEND, BESTAND, line, vorm, velden=hint(vorm)))
        elif access := _checked(_Access, entry, (FORMS, vorm), text, problems):
            forms[vorm] = access
            strange = [kind for kind in access.huishoudtypen if kind not in HUISHOUDTYPEN]
            for kind in strange:
                words: dict[str, str | int] = {"keuzes": ", ".join(HUISHOUDTYPEN), **meant(kind, HUISHOUDTYPEN)}
                problems.append(Problem(Code.HUISHOUDTYPE_ONBEKEND, BESTAND, line, vorm, kind, words))
    absent = [vorm for vorm in WOONVORMEN if vorm not in entries]
    problems += [Problem(Code.WOONVORM_ONTBREEKT, BESTAND, kolom=f"{FORMS}.{vorm}") for vorm in absent]
    return forms


def _checked(row: type[Entry], entry: Any, path: tuple[str, str], text: str, problems: list[Problem]) -> Entry | None:
    """Check the keys and types of one entry; add what is wrong to the problems."""
    try:
        return row.model_validate(entry)
    except ValidationError as error:
        for fault in error.errors(include_url=False):
            key = str(fault["loc"][0]) if fault["loc"] else ""
            found = None if fault["type"] == "missing" else str(fault["input"])
            name = ".".join(part for part in (*path, key) if part)
            line = line_of(text, *path, *([key] if key in (entry if isinstance(entry, dict) else {}) else []))
            problems.append(Problem(Code.PARAMETER_VORM, BESTAND, line, name, found))
        return None
