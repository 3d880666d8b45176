"""What the script of the map may read: numbers and names as data, never as code."""

import json
from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import Any

from geodata.geography import Geography
from geodata.regions import regions
from inputs.case import Case
from optimizer.homes import on_offer
from optimizer.result import Allocation, GemeenteUitkomst, Koppeling
from optimizer.shares import total_persons
from optimizer.sharing import homes_in_use
from reports import deliveries
from reports.background import background
from reports.classes import INDICATORS, Indicator, Kinds, legend, patterns
from reports.ligging import described, surroundings
from reports.limits import limit
from reports.numbers import number
from reports.shapes import map_data
from reports.tables import csv_text, gemeenten_frame
from reports.words import Lang, words

NUMBERS = (
    "inwoners",
    "sleutel_personen",
    "achterstand",
    "inhaal_personen",
    "afspraken_personen",
    "doel_personen",
    "band_onder",
    "band_boven",
    "toegewezen_personen",
    "toegewezen_huishoudens",
    "toegewezen_kinderen",
    "gehuisvest_als_gast_personen",
    "gehuisvest_elders_personen",
    "blijft_huishoudens",
    "afwijking_personen",
    "woningen_aangeboden",
    "woningen_gebruikt",
    "taakstelling_grootste_rest",
    "taakstelling_afgerond",
)
"""Numbers of a gemeente that the panel shows or adds up."""
WORDS = ("kaart", "paneel", "woonvorm", "stand")
"""Groups of the catalogue that the script shows."""
ALIASES = {
    "Den Haag": "GM0518",
    "'s-Gravenhage": "GM0518",
    "Den Bosch": "GM0796",
    "'s-Hertogenbosch": "GM0796",
}
"""Other names by which a gemeente is looked for."""


def page_data(case: Case, allocation: Allocation, geography: Geography, lang: Lang) -> dict[str, Any]:
    """Give everything that the script reads, in a fixed order."""
    _refuse_missing(allocation, geography)
    gemeenten = sorted(allocation.gemeenten, key=lambda g: g.gemeentecode)
    most = {g.gemeentecode: g.max_personen for g in case.gemeenten}
    homes, sizes = _homes(case, allocation), _sizes(allocation)
    gebieden = regions(gemeenten)
    omgeving = surroundings(geography, gebieden, {g.gemeentecode: g.naam for g in gemeenten})
    found, sentences = deliveries.statuses(case), deliveries.lines(case, lang)
    towns = [
        _gemeente(g, lang)
        | {"regel": limit(g.wachtenden_per_reden, most[g.gemeentecode], lang)}
        | {"woningen": homes.get(g.gemeentecode, []), "groottes": sizes[g.gemeentecode]}
        | {"ligging": described(g.gemeentecode, omgeving, lang, ["coropgebied"])}
        | {"stand": found.get(g.gemeentecode, ""), "opgave": sentences.get(g.gemeentecode, [])}
        for g in gemeenten
    ]
    return {
        "lang": {"nl": "nl-NL", "en": "en-GB"}[lang],
        "woorden": {group: words(lang).group(group) for group in WORDS},
        "onbekend": words(lang)("onbekend"),
        "indicatoren": [_indicator(i, lang) for i in INDICATORS],
        "gemeenten": towns,
        "csv": _csv(case, allocation, lang),
        "achtergrond": background(),
        "merken": [status for status in deliveries.FLAGGED if status in found.values()],
        "opgave": total_persons(case),
        "naar": words(lang)(f"sleutel.{case.scenario.sleutel}"),
        "rest": number(sum(g.sleutel_personen for g in gemeenten), lang),
        "boven": words(lang)("paneel.boven_zwaar" if _waiting_weighs_more(case) else "paneel.boven"),
        "wachtend": _waiting(allocation, lang),
        "bijnamen": {name.lower(): code for name, code in ALIASES.items()},
        "namen": dict(geography.grenzen["naam"].items()),
        **map_data(geography, gebieden),
    }


def as_json(data: Mapping[str, Any]) -> str:
    r"""Write data so that it can stand inside an HTML element and never end it.

    >>> as_json({"naam": "</script>"})
    '{"naam":"\\u003c/script\\u003e"}'
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def value_text(indicator: Indicator, g: GemeenteUitkomst, lang: Lang) -> str:
    """Write the value of a gemeente."""
    value = indicator.value(g)
    if value is None:
        return words(lang)("onbekend")
    return number(value, lang, indicator.decimals, sign=indicator.diverging) + indicator.suffix


def _refuse_missing(allocation: Allocation, geography: Geography) -> None:
    """Refuse a map on which a gemeente of the plan has no area."""
    missing = sorted({g.gemeentecode for g in allocation.gemeenten} - set(geography.codes))
    if missing:
        raise ValueError(f"the geography has no area for {', '.join(missing)}")


def _indicator(indicator: Indicator | Kinds, lang: Lang) -> dict[str, Any]:
    """Give an indicator with its legend."""
    told = words(lang)
    return {
        "naam": indicator.naam,
        "label": told(f"indicator.{indicator.naam}"),
        "uitleg": told(f"indicator_uitleg.{indicator.naam}"),
        "klassen": [(*c, p) for c, p in zip(legend(indicator, lang), patterns(indicator), strict=True)],
    }


def _gemeente(g: GemeenteUitkomst, lang: Lang) -> dict[str, Any]:
    """Give a gemeente: its numbers, and per indicator its class and the text of its value; the class may say it all."""
    numbers = {c: round(getattr(g, c), 2) for c in NUMBERS}
    return {
        "code": g.gemeentecode,
        "naam": g.naam,
        "provincie": g.provincie,
        "arbeidsmarktregio": g.arbeidsmarktregio,
        **numbers,
        "klassen": [i.place(g) for i in INDICATORS],
        "waarden": [None if isinstance(i, Kinds) else value_text(i, g, lang) for i in INDICATORS],
    }


def _waiting_weighs_more(case: Case) -> bool:
    """Say whether a person in reception costs more than a person anywhere above a band [punten]."""
    rate = {name: p.waarde for name, p in case.parameters.waarden.items()}
    return rate["uitstroom.per_persoon"] > rate["spreiding.per_persoon"] * rate["spreiding.ver_factor"]


def _waiting(allocation: Allocation, lang: Lang) -> list[tuple[str, int]]:
    """Count the households that stay by reason, most first [households]."""
    counts = Counter(o.reden_code for o in allocation.ongeplaatst)
    return [(words(lang).name("regel", code), n) for code, n in sorted(counts.items(), key=lambda p: (-p[1], p[0]))]


def _homes(case: Case, allocation: Allocation) -> dict[str, list[tuple[str, int, int]]]:
    """Give woonvorm, whole homes on offer and homes in use per owner [homes]."""
    offered: defaultdict[str, Counter[str]] = defaultdict(Counter)
    used: defaultdict[str, defaultdict[str, list[Koppeling]]] = defaultdict(lambda: defaultdict(list))
    for record in on_offer(case):
        offered[record.gemeentecode][record.woonvorm] += record.bruikbaar
    for k in allocation.koppelingen:
        used[k.gemeentecode][k.woonvorm].append(k)
    return {
        code: [
            (vorm, offered[code][vorm], homes_in_use(used[code][vorm]))
            for vorm in sorted(offered[code].keys() | used[code].keys())
        ]
        for code in sorted(offered.keys() | used.keys())
    }


def _sizes(allocation: Allocation) -> dict[str, list[tuple[int, int, int]]]:
    """Give per gemeente the persons of a household, those counted here and those that stay here [households]."""
    counted: defaultdict[str, Counter[int]] = defaultdict(Counter)
    for k in allocation.koppelingen:
        counted[k.gemeentecode][k.personen] += 1
    return {
        g.gemeentecode: [
            (persons, counted[g.gemeentecode][persons], g.blijft_per_grootte.get(persons, 0))
            for persons in sorted(counted[g.gemeentecode].keys() | g.blijft_per_grootte.keys())
        ]
        for g in allocation.gemeenten
    }


def _csv(case: Case, allocation: Allocation, lang: Lang) -> dict[str, Any]:
    """Give the lines of gemeenten.csv, with the source that closes each of them written once."""
    frame = gemeenten_frame(case, allocation, lang)
    lines = csv_text(frame.iloc[:, :-1]).split("\r\n")[:-1]
    ends = csv_text(frame.iloc[:1, -1:]).removeprefix("\ufeff").split("\r\n")[:-1]
    return {"regels": lines, "kop": ends[0], "bron": ends[-1]}
