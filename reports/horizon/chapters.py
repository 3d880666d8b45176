"""Chapters on who waits, who gets a home, courses and children; every picture has its table."""

from collections.abc import Mapping

from optimizer.horizon.result import Kwartaalstand
from reports.horizon.charts import Line, bar_panel, line_chart
from reports.horizon.parts import Deel, Tabel, table
from reports.horizon.tables import MEASURES
from reports.horizon.view import View, delays
from reports.numbers import percent

FLOW = ("instroom", "nareis", "terug", "zelf", "gehuisvest", "wachtend")
"""Columns of the balance of who waits."""
CHILDREN = {
    "wachtend": "wachtend_kinderen",
    "wachtend_lang": "kinderen_lang",
    "gehuisvest": "kinderen_gehuisvest",
    "gewoon": "kinderen_gewoon",
    "tijdelijk": "kinderen_tijdelijk",
    "terug": "kinderen_terug",
}
"""Columns of the table of children, and their headings."""
SCHOOL = ("scholieren_po", "plaatsen_po", "scholieren_isk", "plaatsen_isk", "scholen_vol")
"""Columns of the table of schools."""


def reception(view: View) -> Deel:
    """Set who waits beside the places of reception."""
    told, plan = view.told, view.plan
    lines = [
        Line(told("plan_pagina.lijn_wachtend"), view.values("wachtend")),
        Line(told("plan_pagina.lijn_plaatsen"), view.values("opvangplaatsen")),
    ]
    rows = [
        (
            k.kwartaal,
            view.n(k.wachtend),
            view.n(k.opvangplaatsen),
            percent(k.wachtend / k.opvangplaatsen, view.lang) if k.opvangplaatsen > 0 else view.n(None),
            view.n(k.boven_opvang),
            view.n(k.wachtend_lang),
            view.n(k.grote_gezinnen),
        )
        for k in plan.kwartalen
    ]
    columns = ("kwartaal", "wachtend", "opvangplaatsen", "bezetting", "boven_opvang", "wachtend_lang", "grote_gezinnen")
    return Deel(
        "opvang",
        told("plan_kop.opvang"),
        (told("plan_pagina.opvang_uitleg"), reception_sentence(view)),
        lijnen=(line_chart("wachtend", told("plan_pagina.opvang_grafiek"), view.names, lines, view.lang),),
        tabellen=(
            table("opvang-tabel", told("plan_pagina.opvang_tabel"), [view.head(c) for c in columns], rows),
            _balance(view),
        ),
    )


def reception_sentence(view: View) -> str:
    """Say when reception is full for the first time."""
    full = [k for k in view.plan.kwartalen if k.boven_opvang >= 0.5]
    if not full:
        return view.told("plan_pagina.opvang_genoeg")
    most = max(full, key=lambda k: k.boven_opvang)
    return view.told(
        "plan_pagina.opvang_vol", eerste=full[0].kwartaal, n=view.n(most.boven_opvang), kwartaal=most.kwartaal
    )


def _balance(view: View) -> Tabel:
    """Show how who waits follows from the kwartaal before."""

    def before(k: Kwartaalstand) -> float:
        return k.wachtend - k.instroom - k.nareis - k.terug + k.zelf + k.gehuisvest

    rows = [(k.kwartaal, view.n(before(k)), *(view.n(getattr(k, c)) for c in FLOW)) for k in view.plan.kwartalen]
    heads = [view.head("kwartaal"), view.told("plan_pagina.wachtend_begin"), *(view.head(c) for c in FLOW)]
    return table("balans-tabel", view.told("plan_pagina.balans_tabel"), heads, rows)


def homes(view: View) -> Deel:
    """Show who gets a home, and the homes that are added."""
    told, plan = view.told, view.plan
    used = [name for name in MEASURES if any(k.gestart.get(name, 0) for k in plan.kwartalen)]
    ready = {name: [k.toegevoegd.get(name, 0.0) for k in plan.kwartalen] for name in used}
    most = max((v for values in ready.values() for v in values), default=1.0) or 1.0
    panels = [
        bar_panel("gehuisvest", view.head("gehuisvest"), view.names, view.values("gehuisvest"), view.lang),
        *(
            bar_panel(f"erbij-{name}", view.head(f"bewoonbaar_{name}"), view.names, values, view.lang, most)
            for name, values in ready.items()
        ),
    ]
    columns = [
        "kwartaal",
        "gehuisvest",
        "gezinsklaar",
        *(f"{what}_{n}" for n in used for what in ("gestart", "bewoonbaar")),
    ]
    rows = [
        (
            k.kwartaal,
            view.n(k.gehuisvest),
            view.n(k.gezinsklaar),
            *(view.n(some.get(name, 0)) for name in used for some in (k.gestart, k.toegevoegd)),
        )
        for k in plan.kwartalen
    ]
    texts = [told("plan_pagina.woningen_uitleg")] if used else [told("plan_pagina.woningen_geen")]
    return Deel(
        "woningen",
        told("plan_kop.woningen"),
        tuple(texts),
        panelen=tuple(panels),
        tabellen=(table("woningen-tabel", told("plan_pagina.woningen_tabel"), [view.head(c) for c in columns], rows),),
    )


def courses(view: View) -> Deel:
    """Show who waits for a course, and how well homes fit work."""
    told, kwartalen = view.told, view.plan.kwartalen
    weeks = delays(kwartalen)
    panels = (
        bar_panel("wachtrij", view.head("cursus_wachtrij"), view.names, view.values("cursus_wachtrij"), view.lang),
        bar_panel("vertraging", view.head("startvertraging"), view.names, weeks, view.lang, decimals=1),
        bar_panel("score", view.head("score"), view.names, [k.score for k in kwartalen], view.lang, 1.0, 2),
    )
    columns = ("kwartaal", "volwassenen", "cursus_start", "cursus_wachtrij", "startvertraging", "score")
    rows = [
        (
            k.kwartaal,
            view.n(k.volwassenen),
            view.n(k.cursus_start),
            view.n(k.cursus_wachtrij),
            view.n(delay, 1),
            view.n(k.score, 2),
        )
        for k, delay in zip(kwartalen, weeks, strict=True)
    ]
    return Deel(
        "inburgering",
        told("plan_kop.inburgering"),
        (told("plan_pagina.vertraging_uitleg"), told("plan_pagina.score_uitleg")),
        panelen=panels,
        tabellen=(table("cursus-tabel", told("plan_pagina.cursus_tabel"), [view.head(c) for c in columns], rows),),
    )


def children(view: View) -> Deel:
    """Show the children: who waits, how long, where they live, their schools, and who must move again."""
    told, rows = view.told, view.plan.kinderen
    if not rows:
        return Deel("kinderen", told("plan_kop.kinderen"), (told("plan_pagina.onbekend"),))
    panels = (
        bar_panel("kind-wacht", view.head("wachtend_kinderen"), view.names, view.values("wachtend", rows), view.lang),
        bar_panel("kind-lang", view.head("kinderen_lang"), view.names, view.values("wachtend_lang", rows), view.lang),
        bar_panel("kind-terug", view.head("kinderen_terug"), view.names, view.values("terug", rows), view.lang),
    )
    first, last = rows[0], rows[-1]
    sentence = told(
        "plan_pagina.kinderen_zin",
        begin=view.n(first.wachtend),
        eerste=first.kwartaal,
        eind=view.n(last.wachtend),
        laatste=last.kwartaal,
        lang=view.n(last.wachtend_lang),
        terug=view.n(sum(r.terug for r in rows)),
    )
    return Deel(
        "kinderen",
        told("plan_kop.kinderen"),
        (sentence, told("plan_pagina.kinderen_uitleg")),
        panelen=panels,
        tabellen=(
            _of_children(view, "kinderen_tabel", CHILDREN),
            _of_children(view, "scholen_tabel", {name: name for name in SCHOOL}),
        ),
    )


def _of_children(view: View, name: str, columns: Mapping[str, str]) -> Tabel:
    """Show some numbers of children by kwartaal."""
    heads = [view.head("kwartaal"), *(view.head(column) for column in columns.values())]
    rows = [(r.kwartaal, *(view.n(getattr(r, field)) for field in columns)) for r in view.plan.kinderen]
    return table(name.replace("_", "-"), view.told(f"plan_pagina.{name}"), heads, rows)
