"""Which figure of run.json stands behind each label of a report, and how it is written there."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from verifier.catalogue import Catalogue

Part = Mapping[str, Any]
"""What run.json says of a plan: ``counts``, ``goals`` and ``kengetallen``."""
OURS, OLD_RULE = "dit_plan", "taakstelling_art_29"
KNOWN = ("taakstelling", "volgorde", "willekeurig", "zoals_gekoppeld", "met_groepsvloer")
"""Plans by other rules that the page shows, in its order."""
WAIT, WISH, SOCIAL = "kengetallen.wachttijd.", "kengetallen.wensen.", "kengetallen.verdringing."


@dataclass(frozen=True)
class Figure:
    """A figure: its label, where run.json holds it, its unit, decimals, the whole it is part of, and its word for none.

    Paths have points between the keys.
    """

    name: str
    path: str
    unit: str
    decimals: int = 0
    whole: str = ""
    empty: str = "onbekend"


@dataclass(frozen=True)
class Line:
    """A figure of some plans: values, None where there is none, and as written."""

    section: str
    name: str
    label: str
    unit: str
    meaning: str
    values: tuple[Any, ...]
    texts: tuple[str, ...]

    @property
    def cells(self) -> tuple[Any, ...]:
        """Values as a sheet holds them: a number, or the word for none."""
        return tuple(text if value is None else value for value, text in zip(self.values, self.texts, strict=True))


def _waits(who: str, where: str) -> tuple[Figure, ...]:
    """Give how long some households waited: the half, nine in ten, and the longest."""
    parts = ("p50", "p90", "hoogste")
    return tuple(Figure(f"{who}_{n}", f"{WAIT}{where}.weken_{n}", "weken", 1, empty="niemand") for n in parts)


STAYS, HOUSED, FAMILY = f"{WAIT}alle.blijft", f"{WAIT}alle.gehuisvest", f"{WAIT}gezinnen"
FIGURES: Mapping[str, tuple[Figure, ...]] = {
    "uitstroom": (
        Figure("geplaatst_personen", "counts.geplaatste_personen", "personen", whole="counts.personen"),
        Figure("geplaatst_huishoudens", "counts.geplaatste_huishoudens", "huishoudens", whole="counts.huishoudens"),
        Figure("opvangplaatsen_vrij", "kengetallen.opvangplaatsen_vrij", "bedden"),
    ),
    "wachten": (
        Figure("blijft_personen", f"{STAYS}.personen", "personen"),
        *_waits("blijft", "alle.blijft"),
        Figure("blijft_na_norm", f"{STAYS}.personen_na_norm", "personen", whole=f"{STAYS}.personen"),
        Figure("blijft_persoonsweken", f"{STAYS}.persoonsweken_na_norm", "persoonsweken"),
        *_waits("gehuisvest", "alle.gehuisvest"),
        Figure("gehuisvest_na_norm", f"{HOUSED}.personen_na_norm", "personen", whole=f"{HOUSED}.personen"),
    ),
    "kinderen": (
        Figure("geplaatst_kinderen", "counts.geplaatste_kinderen", "kinderen", whole="counts.kinderen"),
        Figure("gezinnen_gehuisvest", f"{FAMILY}.gehuisvest.huishoudens", "gezinnen"),
        Figure("gezinnen_blijven", f"{FAMILY}.blijft.huishoudens", "gezinnen"),
        Figure("kinderen_blijven", f"{FAMILY}.blijft.kinderen", "kinderen"),
        *_waits("gezinnen", "gezinnen.blijft"),
        Figure("gezinnen_persoonsweken", f"{FAMILY}.blijft.persoonsweken_na_norm", "persoonsweken"),
    ),
    "spreiding": (
        Figure("afwijking", "kengetallen.afwijking_personen", "personen"),
        Figure("afwijking_hoogste", "kengetallen.afwijking_hoogste", "personen"),
        Figure("binnen_band", "kengetallen.binnen_band", "gemeenten"),
        Figure("gini", "kengetallen.gini", "nul_een", 3, empty="niemand"),
    ),
    "meedoen": (
        Figure("score", "kengetallen.gemiddelde_score", "nul_een", 3),
        Figure("afstand", "kengetallen.gemiddelde_afstand_km", "km", 1),
        Figure("wens_huishoudens", f"{WISH}huishoudens", "huishoudens"),
        Figure("wens_eerste", f"{WISH}eerste", "huishoudens", whole=f"{WISH}huishoudens"),
        Figure("wens_een", f"{WISH}een", "huishoudens", whole=f"{WISH}huishoudens"),
    ),
    "woningen": (Figure("woningen_bespaard", "kengetallen.woningen_bespaard", "woningen"),),
    "verdringing": (
        Figure("sociale_woningen", f"{SOCIAL}woningen", "woningen"),
        Figure("sociaal_deel", f"{SOCIAL}deel", "deel", 1),
        Figure("sociaal_deel_hoogste", f"{SOCIAL}deel_hoogste", "deel", 1),
        Figure("sociaal_boven", f"{SOCIAL}gemeenten_boven", "gemeenten"),
        Figure("sociaal_bekend", f"{SOCIAL}gemeenten_bekend", "gemeenten"),
    ),
}
"""Figures by section of the page; woonvormen, money and goals follow from what the plans hold."""


def at(part: Part, path: str) -> Any:
    """Give what stands at a path; None where nothing does."""
    found: Any = part
    for step in path.split("."):
        found = found.get(step) if isinstance(found, Mapping) else None
    return found


def plans_of(run: Mapping[str, Any]) -> dict[str, Part]:
    """Give the plan of a run and those by other rules, its own first."""
    others = {name: part for name, part in run["baselines"].items() if name != OLD_RULE}
    known = [name for name in KNOWN if name in others]
    return {OURS: run, **{name: others[name] for name in [*known, *sorted(others.keys() - set(known))]}}


def lines(plans: Sequence[Part], words: Catalogue) -> Iterator[Line]:
    """Give every figure of some plans, by section."""
    for section, figures in FIGURES.items():
        if section == "woningen":
            yield from _homes(plans, words)
        for figure in figures:
            yield line(section, figure, plans, words)
    yield from _money(plans, words)
    yield from _goals(plans, words)


def line(section: str, figure: Figure, plans: Sequence[Part], words: Catalogue) -> Line:
    """Give one figure of some plans."""
    values = tuple(at(plan, figure.path) for plan in plans)
    texts = tuple(_text(figure, plan, value, words) for plan, value in zip(plans, values, strict=True))
    unit, label = words(f"kpi_eenheid.{figure.unit}"), words(f"kpi.{figure.name}")
    return Line(section, figure.name, label, unit, words(f"kpi_uitleg.{figure.name}"), values, texts)


def named(name: str) -> tuple[str, Figure]:
    """Find a figure and its section."""
    return next((part, figure) for part, figures in FIGURES.items() for figure in figures if figure.name == name)


def _text(figure: Figure, plan: Part, value: Any, words: Catalogue) -> str:
    """Write a figure of one plan, and which part of the whole it is."""
    if value is None:
        known = at(plan, "kengetallen.wachttijd") is not None
        return words(f"kpi_leeg.{figure.empty if known else 'onbekend'}")
    if figure.unit == "deel":
        return words.percent(value, figure.decimals)
    whole = at(plan, figure.whole) if figure.whole else None
    text = words.number(value, figure.decimals)
    return f"{text} ({words.percent(value / whole)})" if whole else text


def _homes(plans: Sequence[Part], words: Catalogue) -> Iterator[Line]:
    """Give homes in use, together and by woonvorm."""
    used = [at(plan, "kengetallen.woningen") or {} for plan in plans]
    unit, unknown = words("kpi_eenheid.woningen"), words("kpi_leeg.onbekend")
    forms = sorted({form for homes in used for form in homes})
    rows = [("woningen", words("kpi.woningen"), "woningen", [sum(homes.values()) if homes else None for homes in used])]
    for form in forms:
        label = words("kpi.woonvorm", vorm=words.name("woonvorm", form))
        rows.append((f"woningen.{form}", label, "woonvorm", [homes.get(form, 0) if homes else None for homes in used]))
    for name, label, meaning, values in rows:
        texts = tuple(unknown if value is None else words.number(value) for value in values)
        yield Line("woningen", name, label, unit, words(f"kpi_uitleg.{meaning}"), tuple(values), texts)


def _money(plans: Sequence[Part], words: Catalogue) -> Iterator[Line]:
    """Give what each published amount comes to."""
    posts = [at(plan, "kengetallen.geld") or {} for plan in plans]
    for name in sorted({name for post in posts for name in post}):
        own = [post.get(name) or {"totaal": None} for post in posts]
        label, unit = words.name("kpi", f"geld_{name}"), words("kpi_eenheid.euro")
        values, texts = tuple(post["totaal"] for post in own), tuple(_amount(post, words) for post in own)
        yield Line("geld", f"geld.{name}", label, unit, words("kpi_uitleg.geld"), values, texts)


def _amount(post: Mapping[str, Any], words: Catalogue) -> str:
    """Write an amount with the sum that leads to it."""
    if post["totaal"] is None:
        return words("kpi_leeg.onbekend")
    if not post["aantal"]:
        return words.number(0)
    numbers = {name: words.number(post[name]) for name in ("totaal", "aantal", "bedrag")}
    return words("kpi.geld_som", eenheid=words(f"kpi_eenheid.{post['eenheid']}"), **numbers)


def _goals(plans: Sequence[Part], words: Catalogue) -> Iterator[Line]:
    """Give each goal in its own unit."""
    found = [{goal["name"]: goal["value"] for goal in plan["goals"]} for plan in plans]
    for name in dict.fromkeys(name for values in found for name in values):
        values = tuple(value.get(name) for value in found)
        unknown = words("kpi_leeg.onbekend")
        texts = tuple(unknown if v is None else words.number(v, 1 if v < 1000 else 0) for v in values)
        unit, meaning = (words(f"{group}.{name}") for group in ("doel_eenheid", "doel_uitleg"))
        yield Line("doelen", f"doel.{name}", words.name("doel", name), unit, meaning, values, texts)
