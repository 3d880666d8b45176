"""A page about kwartalen is a row of parts: sentences, pictures and tables; one template writes them all."""

from collections.abc import Iterable, Mapping, Sequence
from importlib.resources import files
from typing import Any, NamedTuple

from inputs.case import Case
from reports.horizon.charts import BAR_WIDTH, HEIGHT, LABEL, LEFT, RIGHT, WIDTH, BarPanel, LineChart
from reports.kpi_page import environment, style
from reports.policy import sealed
from reports.source import capital, elders, marks, synthetic_sentence
from reports.words import Lang, words

LONG = 16
"""A table with more rows scrolls by itself [rows]."""


class Rij(NamedTuple):
    """A row: what it is about, its cells as written, and whether it is a sum."""

    kop: str
    cellen: tuple[str, ...]
    som: bool = False


class Tabel(NamedTuple):
    """A table.

    Attributes
    ----------
    koppen : tuple of str
        Headings, that of the first column first.
    tekst : frozenset
        Columns of text, counted from the first cell; the others are numbers.
    """

    id: str
    onderschrift: str
    koppen: tuple[str, ...]
    rijen: tuple[Rij, ...]
    tekst: frozenset[int] = frozenset()

    @property
    def hoog(self) -> bool:
        """Whether it scrolls by itself."""
        return len(self.rijen) > LONG


class Deel(NamedTuple):
    """A part of a page; ``paren`` are pictures that have their table at their side."""

    id: str
    kop: str
    zinnen: tuple[str, ...] = ()
    paren: tuple[tuple[LineChart, Tabel], ...] = ()
    lijnen: tuple[LineChart, ...] = ()
    panelen: tuple[BarPanel, ...] = ()
    tabellen: tuple[Tabel, ...] = ()
    punten: tuple[str, ...] = ()


class Kop(NamedTuple):
    """The head of a page: its title, the name behind it, the answer, and what is proved."""

    titel: str
    naam: str
    hoofdzin: str
    bewezen: tuple[tuple[str, bool], ...]


def written_page(case: Case, kop: Kop, parts: Iterable[Deel], lang: Lang) -> str:
    """Give the HTML of a page; every name in it is escaped, and it asks for nothing else."""
    told = words(lang)
    return sealed(
        environment()
        .get_template("horizon.html")
        .render(
            lang=lang,
            told=told,
            kop=kop,
            title=" · ".join([told("titel"), kop.titel, kop.naam, *marks(case, lang)]),
            marks=marks(case, lang),
            vooraf=[
                *([synthetic_sentence(case.marges, told)] if case.synthetisch else []),
                *(f"{capital(text)}." for text in elders(case, lang)),
            ],
            parts=list(parts),
            size=_sizes(),
            css=style() + (files("reports") / "templates" / "horizon.css").read_text("utf-8"),
        )
    )


def _sizes() -> Mapping[str, int]:
    """Give the sizes of the pictures [px]."""
    return {"width": WIDTH, "height": HEIGHT, "left": LEFT, "right": WIDTH - RIGHT, "bar": BAR_WIDTH, "label": LABEL}


def sources(case: Case) -> tuple[str, ...]:
    """Give the input files by their source, each source once."""
    found: dict[str, list[str]] = {}
    for b in case.bronnen:
        found.setdefault(b.bron, []).append(f"{b.bestand} ({b.peildatum})" if b.peildatum else b.bestand)
    return tuple(f"{source}: {', '.join(names)}" if source else ", ".join(names) for source, names in found.items())


def table(
    name: str, caption: str, heads: Sequence[str], rows: Iterable[Sequence[Any]], text: Iterable[int] = ()
) -> Tabel:
    """Make a table of rows of which the first cell is the head."""
    return Tabel(
        name, caption, tuple(heads), tuple(Rij(str(r[0]), tuple(map(str, r[1:]))) for r in rows), frozenset(text)
    )
