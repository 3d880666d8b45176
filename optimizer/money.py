"""What published amounts come to for the homes of a plan; only where the case itself says which scheme pays.

The woonvorm says so for tijdelijk onderdak (HAR+) and doorstroomlocaties. For other homes only the column ``regeling``
can: HAR+ or SFT. Other words there are schemes of which no amount is known here.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from inputs.case import Case, begin
from optimizer.homes import on_offer
from optimizer.result import Koppeling
from optimizer.result_kpis import Geldregel
from optimizer.services import after
from optimizer.sharing import homes_in_use

SHELTER = "har"
"""Woonvorm of tijdelijk onderdak."""
FLOW = ("doorstroom_lokaal", "doorstroom_regionaal")
"""Woonvormen of doorstroomlocaties."""
WORDS: Mapping[str, tuple[str, ...]] = {
    "har": ("har", "har+", "harplus"),
    "sft": ("sft", "stimuleringsregelingflexentransformatiewoningen"),
}
"""How the column ``regeling`` may name a scheme, without signs and capitals."""
PERSONS, DAYS, HOMES = "personen", "persoonsdagen", "woningen"
UNITS: Mapping[str, str] = {
    "har_plus_woning": PERSONS,
    "har_plus_tijdelijk": PERSONS,
    "doorstroom_per_dag": DAYS,
    "sft_woning": HOMES,
    "sft_beheer": HOMES,
}
"""What each amount is paid for."""
ONLY_WORDS = ("har_plus_woning", "sft_woning", "sft_beheer")
"""Amounts of which only the column ``regeling`` tells where they are paid."""
NO_AMOUNT = "geen"
"""Homes for which no amount is known here."""


@dataclass(frozen=True, slots=True)
class Geldpost:
    """The homes of a plan for which an amount is paid.

    Attributes
    ----------
    woningen, personen : int or None
        Homes in use [homes], and who lives in them [persons]; None where no home on offer names a scheme.
    regel : Geldregel or None
        What the amount comes to; None for homes of which no amount is known.
    """

    woningen: int | None
    personen: int | None
    regel: Geldregel | None


def money(case: Case, placed: Sequence[Koppeling]) -> dict[str, Geldregel]:
    """Multiply every amount with what it is paid for in a plan; a day counts for every day of the kwartaal."""
    posts = _posts(case, placed, _schemes(case), named=_named(case))
    return {name: post.regel for name, post in posts.items() if post.regel is not None}


def money_by_gemeente(case: Case, placed: Sequence[Koppeling]) -> dict[str, dict[str, Geldpost]]:
    """Do so for the homes of each gemeente by code, at the owner: there a household counts; and add ``NO_AMOUNT``."""
    own = defaultdict[str, list[Koppeling]](list)
    for k in placed:
        own[k.gemeentecode].append(k)
    schemes, named = _schemes(case), _named(case)
    return {g.gemeentecode: _posts(case, own[g.gemeentecode], schemes, named=named) for g in case.gemeenten}


def _posts(case: Case, placed: Sequence[Koppeling], schemes: Mapping[str, str], *, named: bool) -> dict[str, Geldpost]:
    """Count homes and persons of each amount, and multiply."""
    days = (begin(after(case.scenario.kwartaal)) - begin(case.scenario.kwartaal)).days
    by_amount = _by_amount(placed, schemes)
    posts = {}
    for name, unit in UNITS.items():
        found = by_amount[name]
        persons, homes = sum(k.personen for k in found), homes_in_use(found)
        count = {PERSONS: persons, DAYS: days * persons, HOMES: homes}[unit]
        known = named or name not in ONLY_WORDS
        regel = _line(count if known else None, unit, case.parameters[f"geld.{name}"])
        posts[name] = Geldpost(homes, persons, regel) if known else Geldpost(None, None, regel)
    other = by_amount[NO_AMOUNT]
    return {**posts, NO_AMOUNT: Geldpost(homes_in_use(other), sum(k.personen for k in other), None)}


def _by_amount(placed: Sequence[Koppeling], schemes: Mapping[str, str]) -> dict[str, list[Koppeling]]:
    """Put each placement under the amounts that are paid for it."""
    found: dict[str, list[Koppeling]] = {name: [] for name in (*UNITS, NO_AMOUNT)}
    for k in placed:
        scheme = schemes[k.aanbod_id]
        names = ["sft_woning", "sft_beheer"] if scheme == "sft" else []
        if k.woonvorm == SHELTER:
            names.append("har_plus_tijdelijk")
        elif k.woonvorm in FLOW:
            names.append("doorstroom_per_dag")
        elif scheme == "har":
            names.append("har_plus_woning")
        for name in names or [NO_AMOUNT]:
            found[name].append(k)
    return found


def _named(case: Case) -> bool:
    """Tell whether any home on offer names a scheme."""
    return any(record.regeling for record in on_offer(case))


def _schemes(case: Case) -> dict[str, str]:
    """Give the scheme that each home record names."""
    return {record.aanbod_id: _scheme(record.regeling) for record in case.woningaanbod}


def _scheme(words: str | None) -> str:
    """Recognise a scheme in the words of the column; nothing where it is another one.

    >>> _scheme("HAR +"), _scheme("S.F.T."), _scheme("eigen geld")
    ('har', 'sft', '')
    """
    bare = "".join(sign for sign in (words or "").casefold() if sign.isalnum() or sign == "+")
    known = {word: name for name, some in WORDS.items() for word in some}
    return known.get(bare, "")


def _line(count: int | None, unit: str, amount: float) -> Geldregel:
    """Multiply, where there is something to multiply."""
    return Geldregel(count, unit, amount, None if count is None else count * amount)
