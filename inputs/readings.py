"""Everything that was read of a case, typed, for the checks that look across files."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar, cast

from inputs.aanlevering import Aanlevering
from inputs.codes import Code
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
from inputs.keuzes import Gekoppeld, Vastlegging
from inputs.opgave import Afspraak, Sleutelgewicht
from inputs.parameters import Parameters
from inputs.problems import Problem
from inputs.reader import ReadTable
from inputs.scenario import Scenario
from inputs.scores import Score

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Rows(Generic[Row]):
    """The rows of one table, each with its row number as a spreadsheet shows it, and its dates as they were written."""

    bestand: str
    rows: tuple[Row, ...]
    regels: tuple[int, ...]
    datums: Mapping[tuple[int, str], str] = field(default_factory=dict)

    def __iter__(self) -> Iterator[tuple[int, Row]]:
        """Walk over row number and row."""
        return zip(self.regels, self.rows, strict=True)

    def problem(self, code: Code, regel: int, kolom: str, found: object, **velden: str | int) -> Problem:
        """Make a problem of a cell in this table; a date is shown as it was written, with the day that was read."""
        text = self.datums.get((regel, kolom), str(found))
        if text != str(found):
            velden["gelezen"] = str(found)
        return Problem(code, self.bestand, regel, kolom, text, velden)


@dataclass(frozen=True, slots=True)
class Readings:
    """The tables and choices of a case before it is one.

    A row with an error is left out of its table here; a check says which tables it needs whole.

    Attributes
    ----------
    own_parameters : bool
        Whether ``parameters`` are those of the case; not where its file has an error.
    """

    tables: Mapping[str, ReadTable]
    chosen: Scenario | None
    parameters: Parameters
    own_parameters: bool = True

    def complete(self, name: str) -> bool:
        """Tell whether a table, ``scenario`` or ``parameters`` was read without an error."""
        if name == "parameters":
            return self.own_parameters
        return self.chosen is not None if name == "scenario" else self.tables[name].complete

    @property
    def scenario(self) -> Scenario:
        """The choices of the run."""
        assert self.chosen is not None, "a check that reads the scenario must say so"
        return self.chosen

    @property
    def gemeenten(self) -> Rows[Gemeente]:
        """Gemeenten of the case."""
        return cast("Rows[Gemeente]", self.rows("gemeenten"))

    @property
    def woningaanbod(self) -> Rows[Woningaanbod]:
        """Homes on offer."""
        return cast("Rows[Woningaanbod]", self.rows("woningaanbod"))

    @property
    def huishoudens(self) -> Rows[Huishouden]:
        """Households that wait."""
        return cast("Rows[Huishouden]", self.rows("huishoudens"))

    @property
    def deelnemers(self) -> Rows[Deelnemer]:
        """Adults of those households."""
        return cast("Rows[Deelnemer]", self.rows("deelnemers"))

    @property
    def opvanglocaties(self) -> Rows[Opvanglocatie]:
        """Reception sites."""
        return cast("Rows[Opvanglocatie]", self.rows("opvanglocaties"))

    @property
    def inburgering(self) -> Rows[Cursusplaatsen]:
        """Course seats."""
        return cast("Rows[Cursusplaatsen]", self.rows("inburgering"))

    @property
    def onderwijs(self) -> Rows[Schoolplaatsen]:
        """School places."""
        return cast("Rows[Schoolplaatsen]", self.rows("onderwijs"))

    @property
    def arbeidsmarkt(self) -> Rows[Arbeidsvraag]:
        """Places for work."""
        return cast("Rows[Arbeidsvraag]", self.rows("arbeidsmarkt"))

    @property
    def gekoppeld(self) -> Rows[Gekoppeld]:
        """Couplings of practice, for a comparison."""
        return cast("Rows[Gekoppeld]", self.rows("gekoppeld"))

    @property
    def bindingen(self) -> Rows[Binding]:
        """Hard grounds."""
        return cast("Rows[Binding]", self.rows("bindingen"))

    @property
    def vastleggingen(self) -> Rows[Vastlegging]:
        """Locks of the planner."""
        return cast("Rows[Vastlegging]", self.rows("vastleggingen"))

    @property
    def sleutel(self) -> Rows[Sleutelgewicht]:
        """Weights of the planner's own key."""
        return cast("Rows[Sleutelgewicht]", self.rows("sleutel"))

    @property
    def afspraken(self) -> Rows[Afspraak]:
        """Agreements between gemeenten."""
        return cast("Rows[Afspraak]", self.rows("afspraken"))

    @property
    def scores(self) -> Rows[Score]:
        """Scores from elsewhere."""
        return cast("Rows[Score]", self.rows("scores"))

    @property
    def aanlevering(self) -> Rows[Aanlevering]:
        """Who delivered an offer sheet."""
        return cast("Rows[Aanlevering]", self.rows("aanlevering"))

    def rows(self, name: str) -> Rows[object]:
        """Give a table by name."""
        table = self.tables[name]
        return Rows(table.bestand, table.rows, table.regels, table.datums)

    def aanbod_nu(self) -> list[Woningaanbod]:
        """List the homes that can be taken in the kwartaal of the run."""
        nu = self.scenario.kwartaal
        return [home for home in self.woningaanbod.rows if home.kwartaal <= nu <= (home.tot_kwartaal or home.kwartaal)]
