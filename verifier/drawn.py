"""What the map writes at each gemeente follows from the plan: bands, homes, sizes, who stays, and its indicators."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from verifier.case import Tables
from verifier.finding import Finding, Told
from verifier.page import fields_of, page_data
from verifier.plan import Plan
from verifier.read import UnreadableError
from verifier.shares import Share, filled, shares

MAP = "kaart.html"
MINUS = "\N{MINUS SIGN}"
STAYING = {"blijft": (1, None), "blijft_1": (1, 1), "blijft_2": (2, 2), "blijft_3": (3, 4), "blijft_5": (5, None)}
"""Indicators of who stays in reception in a gemeente: smallest and largest size [persons]."""
Values = dict[str, Any]


def check_drawn(tables: Tables, plan: Plan, expected: dict[str, dict[str, int]]) -> list[Finding]:
    """List every number of the map that is not in ``gemeenten.csv`` and does not follow from the plan.

    Parameters
    ----------
    expected : dict
        What each row of ``gemeenten.csv`` must say.
    """
    try:
        data = page_data(plan.folder / MAP)
        rows, names = fields_of(data), [indicator["naam"] for indicator in data["indicatoren"]]
        owed = shares(tables)
        problems = [
            Finding(MAP, code, name, shown[name], value)
            for code, numbers in expected.items()
            for shown in [{**rows.get(code, {}), **dict(_indicators(names, rows.get(code, {})))}]
            for name, value in _values(tables, plan, owed[code], code, numbers).items()
            if name in shown and shown[name] != value
        ]
    except (UnreadableError, OSError, ValueError, KeyError, TypeError, AttributeError):
        return []  # the comparison of the tables names a page that cannot be read
    if data.get("opgave") != tables.total:
        problems.append(Finding(MAP, "", "opgave", data.get("opgave", Told("nothing")), tables.total))
    return problems


def _indicators(names: list[str], row: Values) -> Iterator[tuple[str, int | None]]:
    """Read the numbers that the map writes, by indicator."""
    for name, text in zip(names, row.get("waarden", ()), strict=False):
        digits = re.sub(r"\D", "", str(text))
        sign = -1 if str(text).startswith((MINUS, "-")) else 1
        yield name, sign * int(digits) if digits else None


def _values(tables: Tables, plan: Plan, share: Share, code: str, numbers: dict[str, int]) -> Values:
    """Give what the map must say of a gemeente, by field and indicator."""
    taken = numbers["toegewezen_personen"]
    guests = numbers["gehuisvest_als_gast_personen"]
    left = Counter(h.persons for h, _ in plan.staying if tables.reception.get(h.site) == code)
    here = Counter(p.household.persons for p in plan.placements if p.home.owner == code)
    return {
        "band_onder": share.lower,
        "band_boven": share.upper,
        "woningen": _homes(tables, plan, code),
        "groottes": [[size, here[size], left[size]] for size in sorted(here.keys() | left.keys())],
        "toegewezen": taken,
        "afwijking": numbers["afwijking_personen"],
        "taakstelling": taken - numbers["taakstelling_grootste_rest"],
        "gast": guests,
        "gast_saldo": guests - numbers["gehuisvest_elders_personen"],
        **{name: _between(left, *sizes) for name, sizes in STAYING.items()},
    }


def _between(left: Counter[int], least: int, most: int | None) -> int:
    """Count the households of some sizes."""
    return sum(count for size, count in left.items() if size >= least and (most is None or size <= most))


def _homes(tables: Tables, plan: Plan, code: str) -> list[list[Any]]:
    """Count the homes of an owner on offer and in use, by woonvorm."""
    offered, used = Counter[str](), Counter[str]()
    for home in tables.homes.values():
        if home.owner == code and home.now and home.homes:
            offered[home.form] += home.homes
    for name, (homes, _) in filled(plan, code).items():
        used[tables.homes[name].form] += homes
    return [[form, offered[form], used[form]] for form in sorted(offered.keys() | used.keys())]
