"""Chapters on choices, money, causes, displacement, and what is assumed."""

from collections import defaultdict
from itertools import groupby
from math import fsum

from inputs.horizon import REGIME, plan_values
from reports.horizon.book import reservations
from reports.horizon.parts import Deel, Rij, Tabel, sources, table
from reports.horizon.view import View
from reports.numbers import number, percent

SCHEMES = ("sft_woning", "sft_beheer", "har_plus_tijdelijk", "doorstroom_per_dag", "coa_bespaard")
"""Amounts, in the order in which they are shown."""
SAVED = SCHEMES[-1]
PAID = SCHEMES[:-1]
"""Amounts that a gemeente gets; the other one is saved at COA."""
CAUSES = ("niet_gekoppeld", "te_late_levering", "geen_woning")
MASTER = ("instroom.factor", "nieuwbouw.deel_statushouders", "bouw.flex", "bouw.transformatie", "aanbod.woningdelen")
"""Values that stand for less inflow, more new homes and other homes."""
DISPLACED = ("sociale_woningen", "genomen", "voor_anderen", "gedeelde_woningen", "kamers", "bespaard", "netto")
GUARDED = ("gemengd", "gemengd_gereserveerd", "gemengd_gebruikt")
ASSUMED = "aanname"
"""Beginning of the source of a value that is nobody's figure."""


def choices(view: View) -> Deel:
    """Name the regime of every kwartaal, the levers, and what the scenario changes."""
    told, keuzes = view.told, view.keuzes
    levers = [
        (h.naam, *_what(view, h.wat, h.waarde), h.van or view.names[0], h.tot or view.names[-1])
        for h in keuzes.hefbomen
    ]
    changed = [(name, *_what(view, name, value)[1:]) for name, value in keuzes.waarden.items()]
    heads = [told(f"plan_pagina.hefboom_{c}") for c in ("naam", "wat", "waarde", "eenheid", "van", "tot")]
    tables = [_regimes(view)]
    if levers:
        tables.append(table("hefbomen", told("plan_pagina.hefboom_tabel"), heads, levers, [0, 2, 3, 4]))
    if changed:
        tables.append(table("gewijzigd", told("plan_pagina.waarde_tabel"), [heads[1], *heads[2:4]], changed, [1]))
    master = [(told(f"plan_knop.{n.replace('.', '_')}"), *_what(view, n, _value(view, n))[1:]) for n in MASTER]
    tables.append(table("knoppen", told("plan_pagina.knoppen_tabel"), [heads[1], *heads[2:4]], master, [1]))
    texts = [told("plan_pagina.keuzes_uitleg"), *([] if levers else [told("plan_pagina.geen_hefboom")])]
    return Deel("keuzes", told("plan_kop.keuzes"), tuple(texts), tabellen=tuple(tables))


def _regimes(view: View) -> Tabel:
    """Name the regimes in the order in which they hold, each with its first and last kwartaal."""
    told, rows = view.told, list[tuple[str, str, str]]()
    for regime, some in groupby(view.plan.kwartalen, key=lambda k: k.regime):
        held = [k.kwartaal for k in some]
        rows.append((told.name("plan_regime", regime), held[0], held[-1]))
    heads = (view.head("regime"), told("plan_pagina.hefboom_van"), told("plan_pagina.hefboom_tot"))
    return table("regimes", told("plan_pagina.regime_tabel"), heads, rows, [0, 1])


def _value(view: View, name: str) -> float:
    """Give a value as the scenario has it, without levers."""
    return view.keuzes.waarden.get(name, plan_values()[name].waarde)


def _what(view: View, name: str, value: float | str) -> tuple[str, str, str]:
    """Write what is changed: its name, the value and its unit."""
    if name == REGIME:
        return view.told("plan_pagina.hefboom_regime"), view.told.name("plan_regime", str(value)), ""
    return name, plain(float(value), view), plan_values()[name].eenheid


def plain(value: float, view: View) -> str:
    """Write a value with the decimals that it has, four at most."""
    text = number(value, view.lang, 4).rstrip("0")
    return text.rstrip(",.")


def money(view: View) -> Deel:
    """Say what each scheme pays by kwartaal, and who gets it."""
    told = view.told
    by = {(g.kwartaal, g.regeling): g for g in view.plan.geld}
    names = {name: told.name("plan_regeling", name) for name in SCHEMES}
    unknown = all(by[k, SAVED].bedrag == 0 for k in view.names)
    known = {name: not (unknown and name == SAVED) for name in SCHEMES}

    def written_sum(name: str, *kwartalen: str) -> str:
        paid = fsum(by[k, name].totaal for k in kwartalen)
        return view.n(paid) if known[name] else told("plan_pagina.onbekend_kort")

    rows = [Rij(k, tuple(written_sum(name, k) for name in SCHEMES)) for k in view.names]
    sums = tuple(written_sum(name, *view.names) for name in SCHEMES)
    rows.append(Rij(told("plan_pagina.samen"), sums, som=True))
    saved = fsum(by[k, SAVED].aantal for k in view.names)
    days = told("plan_pagina.coa_dagen", dagen=view.n(saved))
    heads = (view.head("kwartaal"), *names.values())
    return Deel(
        "geld",
        told("plan_kop.geld"),
        (told("plan_pagina.geld_uitleg"), days, *([told("plan_pagina.coa_onbekend")] if unknown else [])),
        tabellen=(Tabel("geld-tabel", told("plan_pagina.geld_tabel"), heads, tuple(rows)), _gemeenten(view)),
    )


def _gemeenten(view: View) -> Tabel:
    """Say what every gemeente gets over all kwartalen, the most first."""
    told, got = view.told, defaultdict[str, dict[str, list[float]]](lambda: {name: [] for name in PAID})
    for row in view.plan.geld_gemeenten:
        if row.regeling in PAID:
            got[row.gemeentecode][row.regeling].append(row.totaal)
    names = {g.gemeentecode: g.naam for g in view.case.gemeenten}
    totals = {code: [fsum(paid[name]) for name in PAID] for code, paid in got.items()}
    order = sorted(totals, key=lambda code: (-fsum(totals[code]), names[code]))
    rows = [Rij(names[c], (*(view.n(v) for v in totals[c]), view.n(fsum(totals[c])))) for c in order]
    heads = (view.head("naam"), *(told.name("plan_regeling", name) for name in PAID), told("plan_pagina.samen"))
    return Tabel("geld-gemeenten", told("plan_pagina.geld_gemeenten_tabel", n=view.n(len(rows))), heads, tuple(rows))


def causes(view: View) -> Deel:
    """Split who waits by cause, and who finds no fitting home by size."""
    told, plan = view.told, view.plan
    heads = (
        view.head("kwartaal"),
        told("plan_pagina.alle_wachtend"),
        *(view.head(c) for c in CAUSES),
        told("plan_pagina.weigering"),
    )
    rows = []
    for kwartaal in view.names:
        own = [o for o in plan.oorzaken if o.kwartaal == kwartaal]
        sums = [fsum(getattr(o, c) for o in own) for c in CAUSES]
        rows.append((kwartaal, view.n(fsum(sums)), *map(view.n, sums), told("plan_pagina.onbekend_kort")))
    last = [o for o in plan.oorzaken if o.kwartaal == view.names[-1]]
    sizes = sorted({o.grootte for o in last})
    by_size = [
        (
            told("plan_pagina.grootte", n=size),
            *(view.n(fsum(getattr(o, c) for o in last if o.grootte == size)) for c in CAUSES),
        )
        for size in sizes
    ]
    size_heads = (told("plan_pagina.grootte_kop"), *(view.head(c) for c in CAUSES))
    return Deel(
        "oorzaken",
        told("plan_kop.oorzaken"),
        (told("plan_pagina.oorzaken_uitleg"), told("plan_pagina.weigering_uitleg")),
        tabellen=(
            table("oorzaken-tabel", told("plan_pagina.oorzaken_tabel"), heads, rows),
            table("grootte-tabel", told("plan_pagina.grootte_tabel", kwartaal=view.names[-1]), size_heads, by_size),
        ),
    )


def displacement(view: View) -> Deel:
    """Say which homes statushouders take, and which others get."""
    told, rows = view.told, view.plan.verdringing
    if not rows:
        return Deel("verdringing", told("plan_kop.verdringing"), (told("plan_pagina.onbekend"),))
    totals = {c: fsum(getattr(r, c) for r in rows) for c in (*DISPLACED, *GUARDED)}
    part = [told("plan_pagina.onbekend_kort") if r.deel is None else percent(r.deel, view.lang) for r in rows]
    cells = [Rij(r.kwartaal, (*(view.n(getattr(r, c)) for c in DISPLACED), p)) for r, p in zip(rows, part, strict=True)]
    cells.append(Rij(told("plan_pagina.samen"), (*(view.n(totals[c]) for c in DISPLACED), ""), som=True))
    kept = [Rij(r.kwartaal, tuple(view.n(getattr(r, c)) for c in GUARDED)) for r in rows]
    sentence = told("plan_pagina.verdringing_zin", **{c: view.n(totals[c]) for c in DISPLACED})
    texts = [sentence, told("plan_pagina.verdringing_uitleg")]
    if rows[0].verhuringen is None:
        texts.append(told("plan_pagina.verhuringen_onbekend"))
    heads = (view.head("kwartaal"), *(view.head(c) for c in DISPLACED), told("plan_pagina.deel_verhuringen"))
    kept_heads = (view.head("kwartaal"), *(view.head(c) for c in GUARDED))
    return Deel(
        "verdringing",
        told("plan_kop.verdringing"),
        tuple(texts),
        tabellen=(
            Tabel("verdringing-tabel", told("plan_pagina.verdringing_tabel"), heads, tuple(cells)),
            Tabel("gemengd-tabel", told("plan_pagina.gemengd_tabel"), kept_heads, tuple(kept)),
        ),
    )


def assumed(view: View) -> Deel:
    """List what is reservations, and every value that is this project's assumption."""
    told = view.told
    rows = [
        (name, plain(_value(view, name), view), p.eenheid, p.bron)
        for name, p in plan_values().items()
        if p.bron.startswith(ASSUMED)
    ]
    heads = [told(f"plan_kolom.waarde_{c}") for c in ("naam", "getal", "eenheid", "bron")]
    return Deel(
        "aannames",
        told("plan_kop.aannames"),
        (told("plan_pagina.aannames_uitleg"),),
        punten=tuple(reservations(view.keuzes, view.plan, view.lang)),
        tabellen=(table("aannames-tabel", told("plan_pagina.aannames_tabel"), heads, rows, [1, 2]),),
    )


def origins(view: View) -> Deel:
    """Name the input files with their sources."""
    return Deel(
        "bronnen", view.told("plan_kop.bronnen"), (view.told("plan_pagina.geen_besluit"),), punten=sources(view.case)
    )
