"""The page of scenarios side by side: the answer, then each question with every scenario beside the others."""

from collections.abc import Sequence
from math import fsum

from reports.horizon.chapters_more import PAID
from reports.horizon.charts import Line, line_chart
from reports.horizon.compared import PARTS, Scenario, compared_at
from reports.horizon.compared_rest import assumed, causes, choices, fan_of
from reports.horizon.figures import FIGURES, SECTIONS
from reports.horizon.parts import Deel, Kop, Rij, Tabel, sources, table, written_page
from reports.horizon.view import View
from reports.numbers import percent_up
from reports.source import title
from reports.words import Lang, words

PAGE = "scenarios.html"
MOST_GEMEENTEN = 400
"""Gemeenten in the table of money; the country has fewer [gemeenten]."""


def compared_page(scenarios: Sequence[Scenario], lang: Lang = "nl") -> str:
    """Give the HTML of ``scenarios.html``; the same scenarios give the same bytes."""
    told, first = words(lang), scenarios[0]
    views = [View(s.case, s.keuzes, s.plan, lang) for s in scenarios]
    kop = Kop(
        told("scenario_pagina.titel"),
        f"{title(first.case)}, {first.kwartalen[0]} - {first.kwartalen[-1]}",
        answer(scenarios, views[0]),
        tuple((_proof(s, lang), s.plan.marge <= s.case.scenario.gap) for s in scenarios),
    )
    both = [(s, view) for s, view in zip(scenarios, views, strict=True)]
    parts = [
        beside(scenarios, views[0]),
        _charts("opvang", ("wachtend",), both, ("opvangplaatsen",)),
        _charts("inburgering", ("startvertraging", "score"), both),
        _charts("kinderen", ("wachtend_kinderen",), both),
        causes(scenarios, views[0]),
        money(scenarios, views[0]),
        choices(both),
        fan_of(both),
        assumed(both),
        Deel("bronnen", told("plan_kop.bronnen"), (told("plan_pagina.geen_besluit"),), punten=_sources(scenarios)),
    ]
    return written_page(first.case, kop, parts, lang)


def _sources(scenarios: Sequence[Scenario]) -> tuple[str, ...]:
    """Name the input files of all scenarios, each source once."""
    return tuple(dict.fromkeys(text for s in scenarios for text in sources(s.case)))


def _proof(scenario: Scenario, lang: Lang) -> str:
    """Say what is proved of a scenario."""
    return words(lang)("scenario_pagina.bewijs", naam=scenario.naam, marge=percent_up(scenario.plan.marge, lang))


def answer(scenarios: Sequence[Scenario], view: View) -> str:
    """Say where most and fewest wait at the end; of one scenario, how many."""
    last = {s.naam: s.plan.kwartalen[-1].wachtend for s in scenarios}
    least, most = min(last, key=lambda n: last[n]), max(last, key=lambda n: last[n])
    key = "antwoord" if view.n(last[least]) != view.n(last[most]) else "antwoord_gelijk"
    return view.told(
        f"scenario_pagina.{key}",
        laatste=view.names[-1],
        minst=least,
        minst_n=view.n(last[least]),
        meest=most,
        meest_n=view.n(last[most]),
    )


def beside(scenarios: Sequence[Scenario], view: View) -> Deel:
    """Set every figure of every scenario side by side, at the short and the long term."""
    told, at = view.told, compared_at(scenarios)
    heads = [told("plan_kolom.maat"), *(f"{s.naam}, {s.kwartalen[t]}" for t in at for s in scenarios)]
    tables = []
    for section in SECTIONS:
        rows = []
        for name, maat in FIGURES.items():
            if maat.deel == section:
                cells = [cell(s, name, t, view) for t in at for s in scenarios]
                rows.append((told(f"scenario_maat.{name}"), *cells))
        caption = told("scenario_pagina.naast_tabel", deel=told(f"plan_kop.{section}"))
        tables.append(table(f"naast-{section}", caption, heads, rows))
    drawn = told("scenario_pagina.naast_waaier") if scenarios[0].drawn else told("scenario_pagina.geen_waaier")
    return Deel(
        "naast", told("scenario_kop.naast"), (told("scenario_pagina.naast_uitleg"), drawn), tabellen=tuple(tables)
    )


def cell(scenario: Scenario, name: str, t: int, view: View) -> str:
    """Write a figure with p10 and p90 of its fan below it, unless all three are the same."""
    digits = FIGURES[name].decimalen
    text = view.n(scenario.figures[name][t], digits)
    low, _, high = (view.n(edge, digits) for edge in scenario.fan(name, t))
    if not scenario.drawn or low == high == text:
        return text
    return f"{text}\n{view.told('scenario_pagina.tussen', laag=low, hoog=high)}"


def _charts(
    part: str, names: Sequence[str], both: Sequence[tuple[Scenario, View]], beside_it: Sequence[str] = ()
) -> Deel:
    """Draw figures of each scenario with the fan around them on one scale, and give the numbers below."""
    told, pairs = both[0][1].told, []
    for name in names:
        most = max([0.0, *(v for s, _ in both for v in _all(s, (name, *beside_it)))])
        for n, (s, view) in enumerate(both):
            lines = [_line(s, name, told(f"scenario_lijn.{name}"))]
            if s.drawn:
                middle = [s.fan(name, t)[1] for t in range(len(s.kwartalen))]
                lines.append(Line(told("scenario_lijn.p50"), middle))
            lines += [Line(told(f"scenario_lijn.{other}"), s.figures[other]) for other in beside_it]
            label = told("scenario_pagina.grafiek", maat=told(f"scenario_maat.{name}"), naam=s.naam)
            chart = line_chart(f"{name}-{n}", label, s.kwartalen, lines, view.lang, most)
            pairs.append((chart, _fan_table(f"tabel-{name}-{n}", label, s, view, (name, *beside_it))))
    key = f"scenario_pagina.{part}_uitleg"
    texts = (told(key), told("scenario_pagina.band" if both[0][0].drawn else "scenario_pagina.geen_waaier"))
    return Deel(part, told(f"plan_kop.{part}"), texts, tuple(pairs))


def _all(scenario: Scenario, names: Sequence[str]) -> list[float]:
    """Give every number that a chart shows."""
    edges = [scenario.fan(names[0], t) for t in range(len(scenario.kwartalen))]
    values = [v for name in names for v in scenario.figures[name]]
    return [v for v in (*values, *(edge for some in edges for edge in some)) if v is not None]


def _line(scenario: Scenario, name: str, label: str) -> Line:
    """Give the line of a figure with its band."""
    if not scenario.drawn:
        return Line(label, scenario.figures[name])
    edges = [scenario.fan(name, t) for t in range(len(scenario.kwartalen))]
    return Line(label, scenario.figures[name], [e[0] for e in edges], [e[2] for e in edges])


def _fan_table(table_id: str, label: str, scenario: Scenario, view: View, names: Sequence[str]) -> Tabel:
    """Give the numbers of a chart by kwartaal: the scenario, its p10, p50 and p90, and what is beside it."""
    told, (name, *others) = view.told, names
    digits, parts = FIGURES[name].decimalen, tuple(PARTS) if scenario.drawn else ()
    lines = [told(f"scenario_lijn.{line}") for line in names]
    rows = [
        (
            kwartaal,
            view.n(scenario.figures[name][t], digits),
            *(view.n(edge, digits) for edge in scenario.fan(name, t)[: len(parts)]),
            *(view.n(scenario.figures[other][t]) for other in others),
        )
        for t, kwartaal in enumerate(scenario.kwartalen)
    ]
    return table(table_id, label, (told("plan_kolom.kwartaal"), lines[0], *parts, *lines[1:]), rows)


def money(scenarios: Sequence[Scenario], view: View) -> Deel:
    """Say what every gemeente gets by scenario, up to the last kwartaal; the most in the first scenario first."""
    told, last = view.told, compared_at(scenarios)[-1]
    names = {g.gemeentecode: g.naam for s in scenarios for g in s.case.gemeenten}
    paid = [_paid(s, last) for s in scenarios]
    codes = sorted({code for some in paid for code in some}, key=lambda c: (-paid[0].get(c, 0.0), names[c]))
    rows = [Rij(names[c], tuple(view.n(some.get(c, 0.0)) for some in paid)) for c in codes[:MOST_GEMEENTEN]]
    rows.append(Rij(told("plan_pagina.samen"), tuple(view.n(fsum(some.values())) for some in paid), som=True))
    caption = told("scenario_pagina.geld_tabel", kwartaal=view.names[last])
    heads = (told("plan_kolom.naam"), *(s.naam for s in scenarios))
    texts = (told("plan_pagina.geld_uitleg"), told("scenario_pagina.geld_waar"))
    return Deel("geld", told("plan_kop.geld"), texts, tabellen=(Tabel("geld-tabel", caption, heads, tuple(rows)),))


def _paid(scenario: Scenario, t: int) -> dict[str, float]:
    """Give what each gemeente gets from all schemes up to a kwartaal [euro]."""
    found: dict[str, list[float]] = {}
    for (code, scheme), (_, euro) in scenario.money(t).items():
        if scheme in PAID:
            found.setdefault(code, []).append(euro)
    return {code: fsum(some) for code, some in found.items()}
