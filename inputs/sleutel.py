"""How heavily each gemeente counts in the key of the scenario, in exact fractions."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from inputs.case import Case
from inputs.domain import Arbeidsvraag, Gemeente, Huishouden
from inputs.opgave import Afspraak, Sleutelgewicht
from inputs.parameters import Parameters
from inputs.scenario import Scenario

BETA = "sleutel.ses_beta"
"""Parameter: how much a point of SES-WOA moves the weight of an inhabitant."""
KOLOM: Mapping[str, str] = {
    "inwoners_ses": "ses_woa",
    "woningvoorraad": "woningvoorraad",
    "corporatiebezit": "corporatiebezit",
}
"""Column of the table gemeenten that a key needs in every row; other keys need none."""


@dataclass(frozen=True, slots=True)
class Grondslag:
    """Everything from which the duties of the gemeenten follow, in the order of the gemeenten."""

    gemeenten: Sequence[Gemeente]
    huishoudens: Sequence[Huishouden]
    arbeidsmarkt: Sequence[Arbeidsvraag]
    sleutelgewichten: Sequence[Sleutelgewicht]
    afspraken: Sequence[Afspraak]
    scenario: Scenario
    parameters: Parameters

    @property
    def total(self) -> int:
        """Persons to spread: the scenario's number, else everyone in the table huishoudens [persons]."""
        asked = self.scenario.opgave_personen
        return sum(h.personen for h in self.huishoudens) if asked is None else asked


def grondslag(case: Case) -> Grondslag:
    """Take what the duties follow from out of a case."""
    return Grondslag(
        case.gemeenten,
        case.huishoudens,
        case.arbeidsmarkt,
        case.sleutelgewichten,
        case.afspraken,
        case.scenario,
        case.parameters,
    )


def key_weights(given: Grondslag) -> list[Fraction]:
    """Weigh every gemeente by the key of the scenario [persons, homes, places or own unit].

    Raises
    ------
    KeyError, ValueError
        A weight is missing or cannot be used: the checks of ``inputs`` should have refused the case.
    """
    return WEIGHTS[given.scenario.sleutel](given)


def ses_factors(given: Grondslag) -> list[Fraction]:
    """Correct each inhabitant for the prosperity of the gemeente: 1 + beta (ses - mean) [1].

    The mean is that of the case, weighted by inhabitants: the correction moves persons between gemeenten and leaves
    the sum of the weights as it is. The formula of the Spreidingswet itself was not seen; this is a stand-in.
    """
    beta, mean = _exact(given.parameters[BETA]), ses_mean(given)
    return [1 + beta * (_exact(_filled(g, "ses_woa")) - mean) for g in given.gemeenten]


def ses_mean(given: Grondslag) -> Fraction:
    """Average SES-WOA over the inhabitants of the case [1]."""
    total = sum((g.inwoners * _exact(_filled(g, "ses_woa")) for g in given.gemeenten), Fraction(0))
    return total / sum(g.inwoners for g in given.gemeenten)


def _inhabitants(given: Grondslag) -> list[Fraction]:
    """Weigh by inhabitants, as art. 29 of the Huisvestingswet 2014 does [persons]."""
    return [Fraction(g.inwoners) for g in given.gemeenten]


def _by_prosperity(given: Grondslag) -> list[Fraction]:
    """Weigh by inhabitants, richer gemeenten more [persons]."""
    return [g.inwoners * factor for g, factor in zip(given.gemeenten, ses_factors(given), strict=True)]


def _by_column(given: Grondslag) -> list[Fraction]:
    """Weigh by a count in the table gemeenten [homes]."""
    return [_exact(_filled(g, KOLOM[given.scenario.sleutel])) for g in given.gemeenten]


def _by_work(given: Grondslag) -> list[Fraction]:
    """Weigh by the places for work of the arbeidsmarktregio this kwartaal, spread over its inhabitants [places]."""
    places, people = Counter[str](), Counter[str]()
    for row in given.arbeidsmarkt:
        if row.kwartaal == given.scenario.kwartaal:
            places[row.arbeidsmarktregio] += row.plaatsen
    for g in given.gemeenten:
        people[g.arbeidsmarktregio] += g.inwoners
    return [Fraction(places[g.arbeidsmarktregio] * g.inwoners, people[g.arbeidsmarktregio]) for g in given.gemeenten]


def _own(given: Grondslag) -> list[Fraction]:
    """Weigh by the table sleutel; a gemeente without a row is an error, never 0 [own unit]."""
    weights = {row.gemeentecode: Fraction(row.gewicht) for row in given.sleutelgewichten}
    return [weights[g.gemeentecode] for g in given.gemeenten]


def _filled(gemeente: Gemeente, kolom: str) -> float:
    """Give a number of a gemeente that the key needs."""
    value: float | None = getattr(gemeente, kolom)
    if value is None:
        raise ValueError(f"{gemeente.gemeentecode} has no {kolom}: the checks of inputs should have refused it")
    return value


def _exact(value: float) -> Fraction:
    """Read a decimal as it is written: 0.1 is one tenth.

    >>> _exact(0.1)
    Fraction(1, 10)
    """
    return Fraction(str(value))


WEIGHTS: Mapping[str, Callable[[Grondslag], list[Fraction]]] = {
    "inwoners": _inhabitants,
    "inwoners_ses": _by_prosperity,
    "woningvoorraad": _by_column,
    "corporatiebezit": _by_column,
    "arbeidsmarkt": _by_work,
    "eigen": _own,
}
"""How each key weighs the gemeenten."""
