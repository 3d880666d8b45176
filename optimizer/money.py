"""What published amounts come to for the homes of a plan; only where the case itself says which scheme pays.

The woonvorm says so for tijdelijk onderdak (HAR+) and doorstroomlocaties. For other homes only the column ``regeling``
can: HAR+ or SFT. Other words there are schemes of which no amount is known here.
"""

from collections.abc import Iterable, Mapping, Sequence

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


def money(case: Case, placed: Sequence[Koppeling]) -> dict[str, Geldregel]:
    """Multiply every amount with what it is paid for in a plan; a day counts for every day of the kwartaal."""
    scheme = {record.aanbod_id: _scheme(record.regeling) for record in on_offer(case)}
    named = any(record.regeling for record in on_offer(case))
    by_form, by_words = _persons(placed, scheme)
    sft = homes_in_use(k for k in placed if scheme[k.aanbod_id] == "sft") if named else None
    days = (begin(after(case.scenario.kwartaal)) - begin(case.scenario.kwartaal)).days
    counts: dict[str, tuple[int | None, str]] = {
        "har_plus_woning": (by_words if named else None, PERSONS),
        "har_plus_tijdelijk": (by_form[SHELTER], PERSONS),
        "doorstroom_per_dag": (days * sum(by_form[form] for form in FLOW), DAYS),
        "sft_woning": (sft, HOMES),
        "sft_beheer": (sft, HOMES),
    }
    return {name: _line(count, unit, case.parameters[f"geld.{name}"]) for name, (count, unit) in counts.items()}


def _persons(placed: Iterable[Koppeling], scheme: Mapping[str, str]) -> tuple[dict[str, int], int]:
    """Count persons in tijdelijk onderdak and doorstroomlocaties, and in other homes of HAR+ [persons]."""
    by_form, by_words = dict.fromkeys((SHELTER, *FLOW), 0), 0
    for k in placed:
        if k.woonvorm in by_form:
            by_form[k.woonvorm] += k.personen
        elif scheme[k.aanbod_id] == "har":
            by_words += k.personen
    return by_form, by_words


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
