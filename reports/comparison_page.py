"""The page that sets runs side by side: map of differences, every figure, what changed, and why."""

from typing import Any, NamedTuple

from geodata.geography import Geography
from inputs.file_names import shown
from reports.comparison import Comparison, Pair
from reports.difference_map import Drawing, class_legend, class_of, drawing
from reports.difference_words import change_cells, persons_sentence, remarks, why
from reports.differences import Verschil
from reports.kpi_page import environment, style
from reports.kpi_rows import OURS
from reports.numbers import number, percent_up
from reports.policy import sealed
from reports.run_reading import CAUSES, TOTAL, ReadRun
from reports.source import capital, synthetic_sentence
from reports.words import Lang, Words, words


class Shape(NamedTuple):
    """A gemeente on the map: class, path, and what a pointer reads."""

    klasse: str
    pad: str
    tekst: str


def comparison_page(found: Comparison, geography: Geography) -> str:
    """Give the HTML of ``vergelijking.html``; the same runs give the same bytes."""
    told, lang = words(found.lang), found.lang
    towns = [town for run in found.runs.values() for town in run.gemeenten.values()]
    drawn = drawing(geography, {town.gemeentecode: town.provincie for town in reversed(towns)})
    html = (
        environment()
        .get_template("vergelijking.html")
        .render(
            lang=lang,
            told=told,
            title=f"{told('vergelijk.titel')} · {' · '.join(run.manifest['naam'] for run in found.runs.values())}",
            marks=_marks(found, told),
            synthetic=[synthetic_sentence(text, told) for text in found.synthetisch],
            elders=[f"{capital(text)}." for text in found.elders],
            runs=[(letter, *_run_cells(run, told)) for letter, run in found.runs.items()],
            sentences=[persons_sentence(found, pair) for pair in found.paren],
            warnings=[text for pair in found.paren for text in remarks(pair, lang)],
            heads=_heads(found, told),
            sections=list(dict.fromkeys(row.deel for row in found.rijen)),
            rows=[(row, _cells(found, n)) for n, row in enumerate(found.rijen)],
            pairs=[_pair(pair, drawn, lang) for pair in found.paren],
            legend=class_legend(lang),
            drawn=drawn,
            causes=[told(f"vergelijk_oorzaak.{cause}") for cause in CAUSES],
            geography=geography,
            css=style(),
        )
    )
    return sealed(html)


def _marks(found: Comparison, told: Words) -> list[str]:
    """Give the words that mark what the numbers of some run rest on."""
    holds = {"synthetisch": found.synthetisch, "scores_kort": found.elders}
    return [told(key) for key, some in holds.items() if some]


def _run_cells(run: ReadRun, told: Words) -> tuple[str, ...]:
    """Write who a run is and how good it provably is."""
    proof = run.manifest["certificate"]
    key = "bewezen" if proof["proven"] else "onbewezen"
    marks = [told("synthetisch")] if run.manifest["synthetisch"] else []
    marks += [told("vergelijk.vergeten")] if run.vergeten else []
    return (
        shown(run.folder),
        capital(run.manifest["naam"]),
        run.kwartaal,
        told(f"vergelijk.{key}", gap=percent_up(proof["proven_gap"], told.lang)),
        run.manifest["hash"][:12],
        ", ".join(marks),
    )


def _heads(found: Comparison, told: Words) -> list[str]:
    """Head the columns of the figures: plans, differences, then other rules."""
    plans = [told("vergelijk.regel_van", regel=told("vergelijking_kort.dit_plan"), letter=name) for name in found.runs]
    differ = [told("vergelijk.verschil", eerst=pair.eerst, dan=pair.dan) for pair in found.paren]
    others = [
        told("vergelijk.regel_van", regel=told.name("vergelijking_kort", column.plan), letter=column.letter)
        for column in found.kolommen
        if column.plan != OURS
    ]
    return [*plans, *differ, *others]


def _cells(found: Comparison, row: int) -> list[tuple[str, bool]]:
    """Write the figures of a row in the order of its headings; a difference is marked."""
    figures = found.rijen[row]
    own, count = [(cell.tekst, False) for cell in found.own(figures).values()], len(found.runs)
    differ = [(cell.tekst, True) for cell in found.differs(figures).values()]
    return [*own, *differ, *((cell.tekst, False) for cell in figures.cellen[count:])]


def _pair(pair: Pair, drawn: Drawing, lang: Lang) -> dict[str, Any]:
    """Give what the page shows of two runs."""
    told, by_code = words(lang), {v.eerst.gemeentecode: v for v in pair.gemeenten}
    signs = [v.personen for v in pair.gemeenten]
    counts = {"meer": sum(n > 0 for n in signs), "minder": sum(n < 0 for n in signs), "gelijk": signs.count(0)}
    missing = [v.eerst.naam for v in pair.gemeenten if v.eerst.gemeentecode not in {a.code for a in drawn.vlakken}]
    return {
        "eerst": pair.eerst,
        "dan": pair.dan,
        "changes": [change_cells(change, told) for change in pair.wijzigingen],
        "shapes": [_shape(a.naam, a.pad, by_code.get(a.code), told) for a in drawn.vlakken],
        "sentence": told("vergelijk.kaart_zin", **{key: number(n, lang) for key, n in counts.items()}),
        "missing": ", ".join(sorted(missing)),
        "causes": [
            (told(f"vergelijk_oorzaak.{cause}"), number(persons, lang), number(count, lang))
            for cause, (persons, count) in pair.oorzaken.items()
        ],
        "towns": [_town_cells(v, lang) for v in pair.gemeenten],
    }


def _shape(name: str, path: str, v: Verschil | None, told: Words) -> Shape:
    """Give a gemeente on the map."""
    text = told("vergelijk.weg") if v is None else number(v.personen, told.lang, sign=True)
    return Shape(class_of(None if v is None else v.personen), path, f"{name}: {text}")


def _town_cells(v: Verschil, lang: Lang) -> tuple[str, list[str], str]:
    """Write a gemeente: name, both numbers, the difference and its parts, and why."""
    both = [number(town.getallen[TOTAL], lang) for town in (v.eerst, v.dan)]
    parts = [v.personen, *(v.delen[cause] for cause in CAUSES), v.change("woningen_aangeboden")]
    return v.eerst.naam, [*both, *(number(n, lang, sign=True) for n in parts)], why(v, lang)
