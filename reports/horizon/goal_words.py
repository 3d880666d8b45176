"""The sentences of a sufficiency test and of a build plan: what is found, what is proved, and what the words mean."""

from collections.abc import Sequence
from math import ceil

from inputs.horizon import SOCIAL
from optimizer.horizon.goal import MET, Doelprogramma
from optimizer.horizon.reached import Bereikt, Proef
from reports.numbers import number, percent_up
from reports.words import Lang, words


def sufficiency_told(proeven: Sequence[Proef], best: Proef, lang: Lang, *, wachttijd: bool) -> list[str]:
    """Tell when the priority can end, and what that rests on."""
    say, look = words(lang), best.program.plan.look
    at, kwartalen = best.program.doel.kwartalen(look.count), look.series.kwartalen
    first = kwartalen[best.eerste]
    if best.gehaald:
        answer = say("plan_toets.kan", kwartaal=first, aantal=len(at))
    else:
        late = number(round(float(best.bereikt.short[at[-1]])), lang)
        answer = say("plan_toets.kan_niet", kwartaal=first, personen=late, laatste=kwartalen[at[-1]])
    open_ = ", ".join(kwartalen[p.eerste] for p in proeven if p.oordeel == "onbeslist")
    alone, family = (percent_up(float(look.series[name][best.eerste]), lang) for name in SOCIAL)
    without = say("plan_toets.met", alleen=alone, gezin=family) if wachttijd else say("plan_toets.zonder")
    return [
        answer,
        *([say("plan_toets.onbeslist", kwartalen=open_)] if open_ else []),
        without,
        *(say(f"plan_toets.{name}") for name in ("begrip", "alle", "begrip_gebied", "begrip_ontbreekt")),
    ]


def build_told(program: Doelprogramma, reached: Bereikt, lang: Lang) -> list[str]:
    """Tell the goal, how many homes it takes and how few are proved to, and what falls short."""
    say, doel = words(lang), program.doel
    short, count = float(reached.short.sum()), len(doel.kwartalen(program.plan.look.count))
    goal = (
        say("plan_bouwplan.doel_weken14")
        if doel.soort == "weken14"
        else say("plan_bouwplan.doel_uitstroom", personen=number(round(doel.personen), lang))
    )
    proof = say(
        "plan_bouwplan.bewijs",
        woningen=number(reached.homes, lang),
        minstens=number(ceil(reached.homes_bound - MET / 100), lang),
        grens=number(reached.homes_bound, lang, 2),
    )
    failed = int((reached.short >= MET).sum())
    lack = say(
        "plan_bouwplan.tekort",
        aantal=failed,
        alle=count,
        personen=number(short, lang, 1),
        minstens=number(reached.short_bound, lang, 1),
    )
    return [goal, lack if failed else say("plan_bouwplan.gehaald"), proof, say("plan_bouwplan.corporatie")]
