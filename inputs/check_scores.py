"""Scores from elsewhere are whole: one place a row, one kind of place a household, every place of that kind."""

from collections.abc import Iterator, Mapping

from inputs.choices import BESTAND
from inputs.codes import Code
from inputs.facts import by_code
from inputs.problems import Problem
from inputs.readings import Readings
from inputs.scores import Herkomst, Plaats, herkomst
from inputs.suggest import Hints

Places = Mapping[Plaats, frozenset[str]]


def scores_name_one_place(read: Readings) -> Iterator[Problem]:
    """Ask either a gemeente or an arbeidsmarktregio of a score, never both or none."""
    for regel, row in read.scores:
        if row.plaats is None:
            found = f"{row.gemeentecode or ''} / {row.arbeidsmarktregio or ''}"
            yield read.scores.problem(Code.SCORE_EEN_VAN_TWEE, regel, "gemeentecode / arbeidsmarktregio", found)


def score_regions_are_in_case(read: Readings) -> Iterator[Problem]:
    """Refuse a score at an arbeidsmarktregio without gemeenten in the case."""
    known = _places(read)["arbeidsmarktregio"]
    strange = {row.arbeidsmarktregio for row in read.scores.rows if row.arbeidsmarktregio} - known
    hint = Hints(sorted(known))
    for regel, row in read.scores:
        if row.arbeidsmarktregio in strange:
            regio = row.arbeidsmarktregio
            yield read.scores.problem(Code.REGIO_ONBEKEND, regel, "arbeidsmarktregio", regio, **hint(regio))


def scores_keep_to_one_kind(read: Readings) -> Iterator[Problem]:
    """Refuse a household with scores of gemeenten and of regions; name its first row of each kind."""
    first: dict[str, dict[Plaats, int]] = {}
    for regel, row in read.scores:
        if row.plaats is not None:
            first.setdefault(row.huishouden_id, {}).setdefault(row.plaats, regel)
    for name, regels in first.items():
        if len(regels) > 1:
            eerste, regel = sorted(regels.values())
            yield read.scores.problem(Code.SCORE_TWEE_SOORTEN, regel, "huishouden_id", name, eerste=eerste)


def scores_cover_every_place(read: Readings) -> Iterator[Problem]:
    """Ask of a household with scores one for every place of their kind: a missing row is not 0.

    A household with a row that another check refuses is left to that check.
    """
    places, known = _places(read), {household.huishouden_id for household in read.huishoudens.rows}
    given: dict[str, tuple[Plaats, set[str]]] = {}
    refused: set[str] = set()
    for row in read.scores.rows:
        kind, name = row.plaats, row.huishouden_id
        place = row.gemeentecode or row.arbeidsmarktregio or ""
        if kind is None or place not in places[kind] or given.setdefault(name, (kind, set()))[0] != kind:
            refused.add(name)
        else:
            given[name][1].add(place)
    for name, (kind, there) in given.items():
        if name in known and name not in refused and len(there) < len(places[kind]):
            yield Problem(Code.SCORE_ONTBREEKT, read.scores.bestand, None, kind, None, _gap(name, there, places[kind]))


def _gap(name: str, there: set[str], places: frozenset[str]) -> dict[str, str | int]:
    """Say which places have no score of a household."""
    codes = sorted(places - there)
    missing = ", ".join(f"{code} ({by_code()[code].naam})" if code in by_code() else code for code in codes)
    return {"huishouden": name, "aantal": len(codes), "alle": len(places), "plaatsen": missing}


def scores_are_there(read: Readings) -> Iterator[Problem]:
    """Ask the table of a scenario that reckons with it."""
    if read.scenario.scores == "aan" and read.complete("scores") and not read.scores.rows:
        yield Problem(Code.SCORES_ZONDER_TABEL, BESTAND, kolom="scores", gevonden="aan")


def scores_are_used(read: Readings) -> Iterator[Problem]:
    """Warn where there is a table scores and the scenario does not reckon with it."""
    if read.scenario.scores == "uit" and read.scores.rows:
        yield Problem(Code.SCORES_NIET_GEBRUIKT, read.scores.bestand)


def scores_come_from_one_model(read: Readings) -> Iterator[Problem]:
    """Warn where scores of several givers or models are weighed against each other; name them all."""
    from_where = _used(read)
    for kolom, names in (("bron", from_where.bronnen), ("modelversie", from_where.modelversies)):
        if len(names) > 1:
            velden: dict[str, str | int] = {"aantal": len(names), "namen": ", ".join(names)}
            yield Problem(Code.SCORES_UITEENLOPEND, read.scores.bestand, kolom=kolom, velden=velden)


def households_have_scores(read: Readings) -> Iterator[Problem]:
    """Warn once that some households keep the score of their sectors, which is not on the same scale."""
    from_where, count = _used(read), len(read.huishoudens.rows)
    without = count - from_where.huishoudens
    if from_where.huishoudens and without > 0:
        velden: dict[str, str | int] = {"aantal": without, "alle": count}
        yield Problem(Code.HUISHOUDENS_ZONDER_SCORE, read.scores.bestand, kolom="huishouden_id", velden=velden)


def scores_are_told(read: Readings) -> Iterator[Problem]:
    """Say once, of every run that uses them, whose scores they are."""
    from_where = _used(read)
    if from_where.huishoudens:
        velden: dict[str, str | int] = {
            "bron": ", ".join(from_where.bronnen),
            "modelversie": ", ".join(from_where.modelversies),
            "aantal": from_where.huishoudens,
        }
        yield Problem(Code.SCORES_VAN_ELDERS, read.scores.bestand, velden=velden)


def _used(read: Readings) -> Herkomst:
    """Say where the scores come from that the scenario reckons with; nowhere: it reckons with none."""
    return herkomst(read.scores.rows if read.scenario.scores == "aan" else ())


def _places(read: Readings) -> Places:
    """Give every place of the case, by its kind."""
    return {
        "gemeentecode": frozenset(gemeente.gemeentecode for gemeente in read.gemeenten.rows),
        "arbeidsmarktregio": frozenset(gemeente.arbeidsmarktregio for gemeente in read.gemeenten.rows),
    }
