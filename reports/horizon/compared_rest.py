"""Chapters of scenarios side by side on causes, choices, the fan, and what is assumed."""

from collections.abc import Sequence
from math import fsum

from inputs.horizon import REGIME, plan_values
from optimizer.horizon.fan import SPREADS
from reports.horizon.book import reservations
from reports.horizon.chapters_more import CAUSES, plain
from reports.horizon.compared import Scenario, compared_at
from reports.horizon.parts import Deel, table
from reports.horizon.view import View

Both = Sequence[tuple[Scenario, View]]


def causes(scenarios: Sequence[Scenario], view: View) -> Deel:
    """Split who waits by cause and size at the short and the long term."""
    told = view.told
    sizes = sorted({o.grootte for s in scenarios for o in s.plan.oorzaken})
    shown = [(s, t) for t in compared_at(scenarios) for s in scenarios]
    now = [[o for o in s.plan.oorzaken if o.kwartaal == s.kwartalen[t]] for s, t in shown]
    rows = [
        (
            told("plan_pagina.alle_wachtend"),
            *(view.n(fsum(getattr(o, c) for o in some for c in CAUSES)) for some in now),
        )
    ]
    rows += [(view.head(c), *(view.n(fsum(getattr(o, c) for o in some)) for some in now)) for c in CAUSES]
    for size in sizes:
        cells = (view.n(fsum(o.geen_woning for o in some if o.grootte == size)) for some in now)
        rows.append((told("scenario_pagina.geen_woning_voor", n=size), *cells))
    rows.append((told("plan_pagina.weigering"), *(told("plan_pagina.onbekend_kort") for _ in now)))
    heads = [told("plan_kop.oorzaken"), *(f"{s.naam}, {s.kwartalen[t]}" for s, t in shown)]
    tables = [table("oorzaken-tabel", told("scenario_pagina.oorzaken_tabel"), heads, rows)]
    texts = (told("plan_pagina.oorzaken_uitleg"), told("plan_pagina.weigering_uitleg"))
    return Deel("oorzaken", told("plan_kop.oorzaken"), texts, tabellen=tuple(tables))


def choices(both: Both) -> Deel:
    """Name what each scenario chooses: regime, values and levers."""
    told, rows = both[0][1].told, []
    for s, view in both:
        rows.append((s.naam, told("plan.regime"), told.name("plan_regime", s.keuzes.regime), ""))
        for name, value in s.keuzes.waarden.items():
            rows.append((s.naam, name, plain(value, view), plan_values()[name].eenheid))
        for h in s.keuzes.hefbomen:
            span = told("scenario_pagina.van_tot", van=h.van or s.kwartalen[0], tot=h.tot or s.kwartalen[-1])
            what = told.name("plan_regime", str(h.waarde)) if h.wat == REGIME else plain(float(h.waarde), view)
            rows.append((s.naam, told("plan.hefboom", naam=h.naam), f"{h.wat} = {what}", span))
    heads = [told("plan_kolom.scenario"), *(told(f"plan_pagina.hefboom_{c}") for c in ("wat", "waarde"))]
    heads.append(told("scenario_pagina.eenheid_of_tijd"))
    made = table("keuzes-tabel", told("scenario_pagina.keuzes_tabel"), heads, rows, range(3))
    return Deel("keuzes", told("scenario_kop.keuzes"), (told("scenario_pagina.keuzes_uitleg"),), tabellen=(made,))


def fan_of(both: Both) -> Deel:
    """Say what was drawn, how far at most, and each draw."""
    told, (first, view) = both[0][1].told, both[0]
    if not first.drawn:
        return Deel("waaier", told("scenario_kop.waaier"), (told("scenario_pagina.geen_waaier"),))
    spreads = [
        (
            told(f"scenario_knop.{name.partition('.')[2]}"),
            plain(_value(s, name), view),
            plan_values()[name].eenheid,
            plan_values()[name].bron,
        )
        for s in (first,)
        for name in SPREADS
    ]
    heads = [told(f"plan_kolom.waarde_{c}") for c in ("naam", "getal", "eenheid", "bron")]
    drawn = [
        (f"{s.naam}, {d.nummer}", *(view.n(v, 3) for v in (d.instroom, d.nareis, d.vertraging, d.leverkans, d.uitloop)))
        for s, _ in both
        for d in s.draws
    ]
    columns = ("instroom_maal", "nareis_maal", "vertraging_erbij", "leverkans_maal", "uitloop_erbij")
    draw_heads = [told("scenario_pagina.trekking_kop"), *(told(f"plan_kolom.{c}") for c in columns)]
    return Deel(
        "waaier",
        told("scenario_kop.waaier"),
        (told("scenario_pagina.waaier_uitleg", n=len(first.draws)), told("scenario_pagina.kwantiel")),
        tabellen=(
            table("spreiding", told("scenario_pagina.spreiding_tabel", naam=first.naam), heads, spreads, [1, 2]),
            table("trekkingen", told("scenario_pagina.trekkingen_tabel"), draw_heads, drawn),
        ),
    )


def _value(scenario: Scenario, name: str) -> float:
    """Give a spread as the scenario has it [its unit]."""
    return scenario.keuzes.waarden.get(name, plan_values()[name].waarde)


def assumed(both: Both) -> Deel:
    """List what is reservations, each sentence once."""
    told = both[0][1].told
    texts = tuple(dict.fromkeys(text for s, view in both for text in reservations(s.keuzes, s.plan, view.lang)))
    return Deel("aannames", told("plan_kop.aannames"), (told("scenario_pagina.aannames_uitleg"),), punten=texts)
