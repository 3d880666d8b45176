"""A case from a basis and the offer sheets for it: their rows where they came, the documented default elsewhere."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from inputs.aanlevering import Aanlevering
from inputs.case_text import Line, lines_of, table_text
from inputs.check_aanlevering import reckoned
from inputs.choices import BESTAND as SCENARIO
from inputs.domain import (
    LEERROUTES,
    SCHOOLSOORTEN,
    Aanleverstatus,
    Cursusplaatsen,
    Gemeente,
    Schoolplaatsen,
    Woningaanbod,
)
from inputs.kolommen import OPGAVE
from inputs.offer.basis import Basis
from inputs.offer.form import IN_CASE, OWNER
from inputs.offer.gather import Gathered
from inputs.offer.read import Offer
from inputs.parameters import BESTAND as PARAMETERS
from inputs.problems import Problem
from inputs.pseudonyms import text_fault
from inputs.tables import TABLES

NOTHING_KNOWN = "standaard: geen opgave, en niets bekend"
"""Source of a row that says 0 because nobody said anything."""
GATHERED = "spreiding collect"
"""Source of the table of deliveries."""


@dataclass(frozen=True, slots=True)
class Merged:
    """A case as the text of its files, and what became of each gemeente.

    Attributes
    ----------
    lines : Mapping
        Lines of each table, by its file; row 2 is the first.
    sources : Mapping
        File or sheet of the basis behind each file of the case.
    answers : Mapping
        Sheet of questions of each gemeente that answered one, by gemeentecode, with the columns that it answers.
    """

    files: Mapping[str, str | bytes]
    aanlevering: tuple[Aanlevering, ...]
    lines: Mapping[str, Sequence[Line]]
    sources: Mapping[str, str]
    answers: Mapping[str, tuple[str, tuple[str, ...]]]

    def placed(self, problem: Problem) -> Problem:
        """Let a problem of the case name the file, the sheet and the row that a planner has of it."""
        lines = self.lines.get(problem.bestand, ())
        if problem.regel is None or not 2 <= problem.regel < 2 + len(lines):
            return replace(problem, bestand=self.sources.get(problem.bestand, problem.bestand))
        line = lines[problem.regel - 2]
        sheet, columns = self.answers.get(getattr(line.row, "gemeentecode", ""), ("", ()))
        if isinstance(line.row, Gemeente) and problem.kolom in columns:
            return replace(problem, bestand=sheet, regel=None)
        bestand, regel = line.place or (problem.bestand, None)
        return replace(problem, bestand=bestand, regel=regel, velden=self._rows_placed(problem, lines))

    def _rows_placed(self, problem: Problem, lines: Sequence[Line]) -> Mapping[str, str | int]:
        """Let the other rows that a problem names be those of the files too."""
        other = problem.velden.get("eerste")
        if not isinstance(other, int) or not 2 <= other < 2 + len(lines) or (place := lines[other - 2].place) is None:
            return problem.velden
        own = lines[(problem.regel or 2) - 2].place
        same = own is not None and own[0] == place[0]
        return {**problem.velden, "eerste": place[1] if same else f"{place[0]}:{place[1]}"}


def merge(basis: Basis, gathered: Gathered) -> Merged:
    """Write the case: every table of the basis, with the rows of the gemeenten that delivered in their place."""
    offered = {name: _offered(name, basis, gathered) for name in OWNER}
    statuses = {code: _status(code, gathered) for code in basis.gemeenten}
    delivered = tuple(
        _aanlevering(gemeente, statuses[code], {name: offered[name][code] for name in OWNER}, basis, gathered)
        for code, gemeente in basis.gemeenten.items()
    )
    lines = {
        **{name: list(lines_of(read)) for name, read in basis.tables.items() if read.bron is not None},
        "gemeenten": list(_gemeenten(basis, gathered, statuses)),
        **{name: [line for rows in offered[name].values() for line in rows] for name in OWNER},
        "aanlevering": [Line(row, GATHERED) for row in delivered],
    }
    files: dict[str, str | bytes] = {
        TABLES[name].bestand: table_text(TABLES[name], lines[name]) for name in TABLES if name in lines
    }
    files[SCENARIO] = basis.keuzes
    if basis.eigen_parameters is not None:
        files[PARAMETERS] = basis.eigen_parameters
    answers = {code: (f"{o.bestand}[{OPGAVE}]", _answered(o)) for code, o in gathered.delivered.items()}
    sources = {TABLES[name].bestand: read.bestand for name, read in basis.tables.items() if read.bron is not None}
    return Merged(files, delivered, {TABLES[name].bestand: rows for name, rows in lines.items()}, sources, answers)


def _answered(offer: Offer) -> tuple[str, ...]:
    """Name the columns of the gemeenten that a sheet answers."""
    return tuple(name for name in IN_CASE if getattr(offer.form, name, None) is not None)


def _status(code: str, gathered: Gathered) -> Aanleverstatus:
    """Tell whose numbers a gemeente is reckoned with."""
    if code in gathered.delivered:
        return "opgave"
    return "afgekeurd" if code in gathered.refused_codes else "standaard"


def _gemeenten(basis: Basis, gathered: Gathered, statuses: Mapping[str, Aanleverstatus]) -> Iterator[Line]:
    """Give every gemeente with its status, and with what its sheet says of it; its source names the sheet then."""
    for line in lines_of(basis.tables["gemeenten"]):
        code = line.row.gemeentecode
        offer = gathered.delivered.get(code)
        row, bron = replace(line.row, status=statuses[code]), line.bron
        if offer is not None and offer.gemeente is not None and offer.form is not None:
            row = replace(offer.gemeente, status=statuses[code])
            given = _answered(offer)
            sheet = f"{', '.join(given)}: {offer.bestand} ({offer.form.datum_ingevuld})"
            bron = "; ".join(part for part in (bron, sheet) if part) if given else bron
        yield Line(row, bron, line.peildatum, line.place)


def _offered(name: str, basis: Basis, gathered: Gathered) -> dict[str, list[Line]]:
    """Give the rows of a table that gemeenten deliver, by gemeente: of its sheet, else the default."""
    known: dict[str, list[Line]] = defaultdict(list)
    for line in lines_of(basis.tables[name]):
        known[getattr(line.row, OWNER[name])].append(line)
    return {
        code: _of_sheet(gathered.delivered[code], name)
        if code in gathered.delivered
        else [*known[code], *(Line(row, NOTHING_KNOWN) for row in ZEROS[name](code, known[code], basis))]
        for code in basis.gemeenten
    }


def _of_sheet(offer: Offer, name: str) -> list[Line]:
    """Give the rows of a sheet, each with its file and the day on which it was filled in."""
    assert offer.form is not None
    day = offer.form.datum_ingevuld.isoformat()
    return [replace(line, peildatum=day) for line in lines_of(offer.tables[name])]


def _no_homes(code: str, known: Sequence[Line], basis: Basis) -> Iterator[Woningaanbod]:
    """Say that a gemeente has no homes this kwartaal, where nothing is known."""
    nu = basis.scenario.kwartaal
    if not any(_open(line.row, nu) for line in known):
        yield Woningaanbod(f"{code}-{nu}-geen", code, "sociale_huur", 1, 0, nu)


def _no_seats(code: str, known: Sequence[Line], basis: Basis) -> Iterator[Cursusplaatsen]:
    """Say 0 for each leerroute of which nothing is known this kwartaal."""
    nu = basis.scenario.kwartaal
    there = {line.row.leerroute for line in known if line.row.kwartaal == nu}
    for route in LEERROUTES:
        if route not in there:
            yield Cursusplaatsen(code, route, nu, 0)  # type: ignore[arg-type]  # one of the words of its type


def _no_places(code: str, known: Sequence[Line], basis: Basis) -> Iterator[Schoolplaatsen]:
    """Say 0 for each kind of school of which nothing is known this kwartaal."""
    nu = basis.scenario.kwartaal
    there = {line.row.soort for line in known if line.row.kwartaal == nu}
    for soort in SCHOOLSOORTEN:
        if soort not in there:
            yield Schoolplaatsen(code, soort, nu, 0)  # type: ignore[arg-type]  # idem


ZEROS: Mapping[str, Callable[[str, Sequence[Line], Basis], Iterator[Any]]] = {
    "woningaanbod": _no_homes,
    "inburgering": _no_seats,
    "onderwijs": _no_places,
}
"""What is written of each table where nothing is known of a gemeente."""


def _aanlevering(
    gemeente: Gemeente,
    status: Aanleverstatus,
    rows: Mapping[str, Sequence[Line]],
    basis: Basis,
    gathered: Gathered,
) -> Aanlevering:
    """Say what a gemeente delivered, and what is reckoned with this kwartaal."""
    nu, code = basis.scenario.kwartaal, gemeente.gemeentecode
    homes, seats, places = ([line.row for line in rows[name]] for name in ("woningaanbod", "inburgering", "onderwijs"))
    offer = gathered.delivered.get(code) or gathered.refused_codes.get(code)
    form = offer.form if offer else None
    return Aanlevering(
        code,
        gemeente.naam,
        status,
        **reckoned(homes, seats, places, nu),
        bestand=offer.bestand if offer else None,
        sha256=offer.sha256 if offer else None,
        ingevuld_door=_said(form.ingevuld_door) if form else None,
        datum_ingevuld=form.datum_ingevuld if form else None,
        opmerkingen=_said(form.opmerkingen) if form else None,
    )


def _said(text: str | None) -> str | None:
    """Give a free text; not one for which the sheet was refused, because it tells who a person is."""
    return None if text is None or text_fault(text) is not None else text


def _open(home: Woningaanbod, kwartaal: str) -> bool:
    """Tell whether homes can be taken in a kwartaal."""
    return home.kwartaal <= kwartaal <= (home.tot_kwartaal or home.kwartaal)
