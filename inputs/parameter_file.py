"""The parameters of a case: its own ``parameters.toml`` where it has one, else those that come with the product."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from inputs.case import Bronbestand
from inputs.csvfile import load
from inputs.encoding import decode_toml
from inputs.parameters import BESTAND, Parameters, default_parameters, parse_parameters
from inputs.problems import InputProblems, Problem


@dataclass(frozen=True, slots=True)
class ReadParameters:
    """Parameters as they were read.

    Attributes
    ----------
    parameters : Parameters
        Those of the product when the file has an error.
    bron : Bronbestand, optional
        The file of the case; none: the product's own, which its version tells.
    """

    parameters: Parameters
    problems: tuple[Problem, ...] = ()
    bron: Bronbestand | None = None


def read_parameters(folder: Path) -> ReadParameters:
    """Read the parameters of a case, with every problem in them."""
    path = folder / BESTAND
    if not (path.exists() or path.is_symlink()):
        return ReadParameters(default_parameters())
    try:
        data = load(folder, BESTAND)
        parameters = parse_parameters(decode_toml(data, BESTAND))
    except InputProblems as stopped:
        return ReadParameters(default_parameters(), stopped.problems)
    return ReadParameters(parameters, bron=Bronbestand(BESTAND, hashlib.sha256(data).hexdigest(), "", ""))
