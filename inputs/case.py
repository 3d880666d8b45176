"""A case: every table of one quarter, read and checked, with the run's choices and where each file came from."""

from dataclasses import dataclass, field
from datetime import date

from inputs.aanlevering import Aanlevering
from inputs.domain import (
    Arbeidsvraag,
    Binding,
    Cursusplaatsen,
    Deelnemer,
    Gemeente,
    Huishouden,
    Opvanglocatie,
    Schoolplaatsen,
    Woningaanbod,
)
from inputs.horizon import Plankeuzes
from inputs.keuzes import Gekoppeld, Vastlegging
from inputs.opgave import Afspraak, Sleutelgewicht
from inputs.parameters import Parameters
from inputs.scenario import Scenario
from inputs.scores import Score


@dataclass(frozen=True, slots=True)
class Bronbestand:
    """An input file: its name, the sha256 of its bytes, and the source and date that it states.

    Attributes
    ----------
    blad : str
        Sheet of a workbook that holds the table; empty for a file with one table.
    """

    bestand: str
    sha256: str
    bron: str
    peildatum: str
    blad: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """One quarter as the planner describes it; rows in file order, nothing derived.

    Attributes
    ----------
    synthetisch : bool
        Whether the households and homes were generated; then every output says so.
    marges : str
        Published margins that synthetic data was calibrated to; empty for other data.
    plan : Plankeuzes
        Choices of the plan over several kwartalen; a run of one kwartaal does not read them.
    """

    naam: str
    synthetisch: bool
    marges: str
    gemeenten: tuple[Gemeente, ...]
    woningaanbod: tuple[Woningaanbod, ...]
    huishoudens: tuple[Huishouden, ...]
    deelnemers: tuple[Deelnemer, ...]
    opvanglocaties: tuple[Opvanglocatie, ...]
    inburgering: tuple[Cursusplaatsen, ...]
    onderwijs: tuple[Schoolplaatsen, ...]
    arbeidsmarkt: tuple[Arbeidsvraag, ...]
    bindingen: tuple[Binding, ...]
    scenario: Scenario
    parameters: Parameters
    bronnen: tuple[Bronbestand, ...] = ()
    vastleggingen: tuple[Vastlegging, ...] = ()
    sleutelgewichten: tuple[Sleutelgewicht, ...] = ()
    afspraken: tuple[Afspraak, ...] = ()
    gekoppeld: tuple[Gekoppeld, ...] = ()
    scores: tuple[Score, ...] = ()
    aanlevering: tuple[Aanlevering, ...] = ()
    plan: Plankeuzes = field(default_factory=Plankeuzes)

    @property
    def gebruikte_scores(self) -> tuple[Score, ...]:
        """Scores from elsewhere that the run reckons with: those of the table where the scenario asks for them."""
        return self.scores if self.scenario.scores == "aan" else ()


@dataclass(frozen=True, slots=True)
class Afstanden:
    """Distance from each opvanglocatie to each gemeente [km].

    Attributes
    ----------
    km : tuple of tuples
        Rows as ``locaties``, columns as ``gemeentecodes`` [km].
    """

    locaties: tuple[str, ...]
    gemeentecodes: tuple[str, ...]
    km: tuple[tuple[float, ...], ...]


def begin(kwartaal: str) -> date:
    """Give the first day of a kwartaal.

    >>> begin("2026K2")
    datetime.date(2026, 4, 1)
    """
    return date(int(kwartaal[:4]), 3 * int(kwartaal[5]) - 2, 1)
