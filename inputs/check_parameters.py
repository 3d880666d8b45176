"""A parameter holds on the first day of the kwartaal, and someone has looked at it since it was made."""

from collections.abc import Iterator

from inputs.case import begin
from inputs.codes import Code
from inputs.parameters import BESTAND, Parameter
from inputs.problems import Problem
from inputs.readings import Readings


def parameters_are_reviewed(read: Readings) -> Iterator[Problem]:
    """Warn where the review of a value is due; the calendar is that of the kwartaal, never that of the machine."""
    for parameter in _not_chosen(read):
        if parameter.herzien_voor is not None and parameter.herzien_voor <= begin(read.scenario.kwartaal):
            yield _problem(Code.PARAMETER_TE_HERZIEN, parameter, read, herzien_voor=str(parameter.herzien_voor))


def parameters_hold_already(read: Readings) -> Iterator[Problem]:
    """Warn where a value only holds after the kwartaal began."""
    for parameter in _not_chosen(read):
        if parameter.geldig_vanaf > begin(read.scenario.kwartaal):
            yield _problem(Code.PARAMETER_NOG_NIET_GELDIG, parameter, read, geldig_vanaf=str(parameter.geldig_vanaf))


def _not_chosen(read: Readings) -> list[Parameter]:
    """List the parameters that the scenario leaves as they are; those it sets are the planner's own for this run."""
    return [parameter for parameter in read.parameters.waarden.values() if parameter.herzien_voor is not None]


def _problem(code: Code, parameter: Parameter, read: Readings, **day: str) -> Problem:
    """Name a parameter with its value, unit and source, and the day that is passed or still to come."""
    kwartaal = read.scenario.kwartaal
    velden: dict[str, str | int] = {
        "eenheid": parameter.eenheid,
        "bron": parameter.bron,
        "kwartaal": kwartaal,
        "begin": str(begin(kwartaal)),
        **day,
    }
    return Problem(code, BESTAND, kolom=parameter.naam, gevonden=f"{parameter.waarde:g}", velden=velden)
