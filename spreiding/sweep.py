"""The command ``sweep``: every item of a sweep is run once, and what came of them is told side by side."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from inputs.sweep_file import read_sweep
from reports.manifest import digest, manifest_text
from reports.sweep_book import sweep_book
from reports.sweep_page import sweep_page
from reports.sweep_table import SweepRow, SweepRows, sweep_csv
from spreiding.cases import write_file
from spreiding.places import refuse_inside
from spreiding.refusal import Refusal
from spreiding.runtime import versions
from spreiding.sweep_items import RUNS, SCENARIOS, Item, Outcome
from spreiding.sweep_make import label, make_items
from spreiding.sweep_place import clear, holding
from spreiding.sweep_pool import pooled
from spreiding.sweep_progress import sweep_progress
from spreiding.sweep_tasks import TASKS
from spreiding.words import Lang

TABLE, PAGE, BOOK, MARKER = "sweep.csv", "overzicht.html", "overzicht.xlsx", "sweep.json"
"""Files of a sweep beside its runs; the last tells of the others, and is written last."""


@dataclass(frozen=True, slots=True)
class Request:
    """What the planner asks for.

    Attributes
    ----------
    workers : int
        Processes that run an item each [processes].
    cluster : str, optional
        Address of a scheduler that runs them instead.
    time_limit : float
        Safety net on the search of each item [s].
    """

    file: Path
    out: Path
    workers: int
    cluster: str | None
    time_limit: float
    lang: Lang


@dataclass(frozen=True, slots=True)
class Swept:
    """A sweep that is done: its folder, its rows, and what became of each item, by the name of its folder."""

    out: Path
    rows: SweepRows
    outcomes: Mapping[str, Outcome]


def sweep(request: Request) -> Swept:
    """Run what is not there yet, and write table, page and workbook of all.

    Raises
    ------
    InputProblems
        The sweep, or the case that it starts from, has an error.
    Refusal
        The folder is not one of a sweep, or another command is busy there.
    """
    _refuse(request)
    asked = read_sweep(request.file, tuple(TASKS))
    refuse_inside(request.out, asked.casus, asked.basis, request.file)
    items = make_items(asked, request.time_limit, request.lang)
    with holding(request.out, (TABLE, PAGE, BOOK, MARKER, RUNS, SCENARIOS)):
        outcomes = _outcomes(items, request)
        rows = SweepRows(asked.naam, [_row(item, outcomes[item.key], request) for item in items])
        _write(rows, outcomes, request)
    return Swept(request.out, rows, outcomes)


def _refuse(request: Request) -> None:
    """Refuse, before reading, numbers out of range and places that do not exist."""
    if request.workers < 1:
        raise Refusal("at_least_one", option="--processen", found=request.workers)
    if not request.time_limit > 0:
        raise Refusal("time_limit_range", found=request.time_limit)
    if not request.file.is_file():
        raise Refusal("no_file", found=request.file)


def _outcomes(items: Sequence[Item], request: Request) -> dict[str, Outcome]:
    """Run what is not there, by the processes of this machine or by a cluster, and tell how far it is."""
    runs = request.out / RUNS
    _clear(items, request.out)
    there = {i.key: Outcome(i.key, "er_al") for i in items if TASKS[i.task].whole(runs / i.key, request.lang)}
    missing = list({item.key: item for item in items if item.key not in there}.values())
    if not missing:
        return there
    found = dict(there)
    with sweep_progress(len(items), len(there), request.lang) as tell:
        for outcome in _running(missing, request):
            found[outcome.key] = outcome
            tell(len(found))
    _clear(missing, request.out)
    return found


def _clear(items: Sequence[Item], out: Path) -> None:
    """Remove what processes that were killed left, before and after: then nobody is busy here."""
    for item in items:
        clear(out / RUNS / item.key, out / SCENARIOS / f"{item.key}.toml")


def _running(items: Sequence[Item], request: Request) -> Iterator[Outcome]:
    """Give the outcomes as they come."""
    if request.cluster is None:
        return pooled(items, request.out, request.workers)
    from spreiding.sweep_cluster import clustered  # noqa: PLC0415  an extra

    return clustered(items, request.out, request.cluster)


def _row(item: Item, outcome: Outcome, request: Request) -> SweepRow:
    """Tell what came of an item."""
    folder, choices = request.out / RUNS / item.key, item.choices
    figures = None if outcome.status == "mislukt" else TASKS[item.task].figures(folder, request.lang)
    name = label(choices, request.lang)
    return SweepRow(name, choices.variant, choices.zaad, choices.waarden, item.key, figures, outcome.reason)


def _write(rows: SweepRows, outcomes: Mapping[str, Outcome], request: Request) -> None:
    """Write table, page and workbook, and last what tells of them; each file is whole or not there."""
    contents: dict[str, str | bytes] = {
        TABLE: sweep_csv(rows),
        PAGE: sweep_page(rows, request.lang),
        BOOK: sweep_book(rows, request.lang),
    }
    part = {
        "naam": rows.naam,
        "outputs": {name: digest(content) for name, content in contents.items()},
        "runs": {row.map: row.figures.hash for row in rows.rows if row.figures is not None},
        "versions": versions(),
    }
    seconds = {row.map: row.figures.seconds for row in rows.rows if row.figures is not None}
    status = {key: outcome.status for key, outcome in outcomes.items()}
    whole = {**part, "hash": digest(manifest_text(part)), "runtime": {"seconds": seconds, "status": status}}
    for name, content in {**contents, MARKER: manifest_text(whole)}.items():
        write_file(request.out / name, content.encode() if isinstance(content, str) else content)
