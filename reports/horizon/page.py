"""The page of a plan over several kwartalen: the answer, what is proved, then a chapter for each question."""

from math import fsum

from inputs.case import Case
from inputs.horizon import Plankeuzes
from optimizer.horizon.result import Planuitkomst
from reports.horizon import chapters, chapters_more
from reports.horizon.book import span
from reports.horizon.parts import Kop, written_page
from reports.horizon.view import View
from reports.numbers import counted, number, percent_up
from reports.source import title
from reports.words import Lang

PAGE = "plan.html"
CHAPTERS = (
    *(chapters.reception, chapters.homes, chapters.courses, chapters.children),
    *(chapters_more.causes, chapters_more.displacement, chapters_more.money, chapters_more.choices),
    *(chapters_more.assumed, chapters_more.origins),
)
"""Chapters in the order in which they are read."""


def plan_page(case: Case, keuzes: Plankeuzes, plan: Planuitkomst, lang: Lang = "nl") -> str:
    """Give the HTML of ``plan.html``; the same plan gives the same bytes."""
    view = View(case, keuzes, plan, lang)
    kop = Kop(
        view.told("plan_pagina.titel"),
        f"{title(case)}, {span(plan)}",
        answer(view),
        ((proof(view), plan.marge <= case.scenario.gap),),
    )
    return written_page(case, kop, [chapter(view) for chapter in CHAPTERS], lang)


def answer(view: View) -> str:
    """Say in one sentence how many get a home, and who still waits."""
    kwartalen = view.plan.kwartalen
    last = kwartalen[-1]
    return view.told(
        "plan_pagina.antwoord",
        kwartalen=counted("kwartaal", len(kwartalen), view.lang),
        gehuisvest=view.n(fsum(k.gehuisvest for k in kwartalen)),
        wachtend=view.n(last.wachtend),
        kinderen=view.n(last.wachtend_kinderen),
        laatste=last.kwartaal,
    )


def proof(view: View) -> str:
    """Say what is proved."""
    plan = view.plan
    return view.told(
        "plan.bewijs", marge=percent_up(plan.marge, view.lang), grens=number(plan.ondergrens, view.lang, 2)
    )
