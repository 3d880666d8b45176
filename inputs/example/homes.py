"""Synthetic homes on offer: social rent everywhere, the new forms in projects of some size in some gemeenten."""

from typing import Any

import numpy as np
from numpy.random import RandomState

from inputs.domain import Gemeente, Huishouden, Woningaanbod, Woonvorm
from inputs.example.margins import Margins
from inputs.example.places import largest_remainder

PROJECTS: tuple[tuple[Woonvorm, float, tuple[float, ...]], ...] = (
    ("flex", 0.30, (0.7, 0.3)),
    ("transformatie", 0.20, (0.6, 0.4)),
    ("doorstroom_lokaal", 0.0, (1.0,)),
    ("har", 0.15, (1.0,)),
    ("particulier", 0.40, (0.3, 0.3, 0.25, 0.15)),
    ("hospita", 0.40, (1.0,)),
    ("woningdelen", 0.25, (0.0, 0.3, 0.4, 0.3)),
)
"""Form, part of the gemeenten that has it, and parts of its homes that sleep 1, 2, ... persons [1]; assumptions."""
MIXED: dict[str, tuple[float, float]] = {"doorstroom_lokaal": (0.9, 0.5), "doorstroom_regionaal": (0.9, 0.5)}
"""Most and least part of a mixed site that is for statushouders [1]; assumptions."""
REGIONAL = 3
"""Every third doorstroomlocatie is regional: half of its homes count for the next gemeente [locations]."""


def draw_homes(
    random: RandomState,
    margins: Margins,
    gemeenten: tuple[Gemeente, ...],
    households: tuple[Huishouden, ...],
    kwartaal: str,
) -> tuple[Woningaanbod, ...]:
    """Draw the homes of one kwartaal for some households, at least one of every size among them [homes]."""
    total = round(margins.number("woningen") * len(households))
    social = round(margins.number("sociale_huur") * total)
    inwoners = np.array([gemeente.inwoners for gemeente in gemeenten], float)
    rows = _social_rent(random, margins, inwoners, social, max(h.personen for h in households))
    parts = largest_remainder(margins.shares("nieuwe_vormen"), total - social)
    sites = max(1, round(margins.number("doorstroomlocaties") * len(gemeenten) / 342))
    for (form, part, sizes), homes in zip(PROJECTS, parts, strict=True):
        where = sites if form == "doorstroom_lokaal" else max(1, round(part * len(gemeenten)))
        rows += _projects(random, form, sizes, inwoners, int(homes), where)
    return tuple(
        Woningaanbod(
            f"W{k + 1:05d}",
            gemeenten[owner].gemeentecode,
            form,
            slaapt,
            aantal,
            kwartaal,
            None if host == owner else gemeenten[host].gemeentecode,
            aandeel_statushouders=MIXED.get(form, (1.0, 0.0))[0],
            aandeel_minimaal=MIXED.get(form, (1.0, 0.0))[1],
        )
        for k, (owner, host, form, slaapt, aantal) in enumerate(sorted(rows))
    )


Row = tuple[int, int, Woonvorm, int, int]


def _social_rent(random: RandomState, margins: Margins, inwoners: Any, total: int, largest: int) -> list[Row]:
    """Spread social rent homes of every size by inhabitants, with noise; no size up to the largest is missing."""
    rows: list[Row] = []
    sizes = largest_remainder(margins.shares("sociale_huur_grootte"), total)
    sizes[:largest] = np.maximum(sizes[:largest], 1)
    for slaapt, homes in enumerate(sizes, start=1):
        counts = largest_remainder(inwoners * random.gamma(3.0, 1 / 3, len(inwoners)), int(homes))
        rows += [(g, g, "sociale_huur", slaapt, int(n)) for g, n in enumerate(counts) if n]
    return rows


def _projects(
    random: RandomState, form: Woonvorm, sizes: tuple[float, ...], inwoners: Any, total: int, where: int
) -> list[Row]:
    """Spread the homes of one form over a few gemeenten, one project each; some doorstroomlocaties are regional."""
    chosen = np.sort(random.choice(len(inwoners), where, replace=False, p=inwoners / inwoners.sum()))
    rows: list[Row] = []
    for k, (g, homes) in enumerate(zip(chosen, largest_remainder(random.gamma(2.0, 0.5, where), total), strict=True)):
        for slaapt, n in enumerate(largest_remainder(sizes, int(homes)), start=1):
            guests = int(n) // 2 if form == "doorstroom_lokaal" and k % REGIONAL == REGIONAL - 1 else 0
            if n - guests:
                rows.append((int(g), int(g), form, slaapt, int(n) - guests))
            if guests:
                rows.append(((int(g) + 1) % len(inwoners), int(g), "doorstroom_regionaal", slaapt, guests))
    return rows
