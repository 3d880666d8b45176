"""Which figures of a plan are shown, in which order and unit; read in the form in which run.json holds them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from reports.numbers import number, percent
from reports.words import Lang, words

UNKNOWN = "onbekend"
"""Word for a figure that nobody gave; the other word for none is ``niemand``: there is nobody to measure."""
BASELINES = ("taakstelling", "volgorde", "willekeurig", "zoals_gekoppeld", "met_groepsvloer")
"""Plans by other rules, in the order in which they are shown."""
OURS = "dit_plan"
"""Name of the plan of the run itself."""
NOTHING_ELSE = "taakstelling_art_29"
"""Part of the baselines that is no plan."""
Part = Mapping[str, Any]
"""What run.json says of a plan: ``counts``, ``goals`` and ``kengetallen``."""


@dataclass(frozen=True, slots=True)
class Kpi:
    """A figure of a plan.

    Attributes
    ----------
    naam : str
        Key of its words.
    pad : str
        Where run.json holds it, with points between the keys.
    eenheid : str
        Key of its unit; ``deel`` is shown as a percentage.
    decimals : int
        Decimals as written [digits].
    van : str
        Where the whole stands of which it is a part; empty: it is no part.
    """

    naam: str
    pad: str
    eenheid: str
    decimals: int = 0
    van: str = ""
    leeg: str = UNKNOWN


def _waits(who: str, part: str, group: str = "alle") -> tuple[Kpi, ...]:
    """Give the three figures of how long some households have waited."""
    start = f"kengetallen.wachttijd.{group}.{part}.weken_"
    return tuple(Kpi(f"{who}_{n}", start + n, "weken", 1, leeg="niemand") for n in ("p50", "p90", "hoogste"))


_STAYS, _HOUSED = "kengetallen.wachttijd.alle.blijft.", "kengetallen.wachttijd.alle.gehuisvest."
_FAMILY, _WISH, _SOCIAL = "kengetallen.wachttijd.gezinnen.", "kengetallen.wensen.", "kengetallen.verdringing."
SECTIONS: Mapping[str, tuple[Kpi, ...]] = {
    "uitstroom": (
        Kpi("geplaatst_personen", "counts.geplaatste_personen", "personen", van="counts.personen"),
        Kpi("geplaatst_huishoudens", "counts.geplaatste_huishoudens", "huishoudens", van="counts.huishoudens"),
        Kpi("opvangplaatsen_vrij", "kengetallen.opvangplaatsen_vrij", "bedden"),
    ),
    "wachten": (
        Kpi("blijft_personen", _STAYS + "personen", "personen"),
        *_waits("blijft", "blijft"),
        Kpi("blijft_na_norm", _STAYS + "personen_na_norm", "personen", van=_STAYS + "personen"),
        Kpi("blijft_persoonsweken", _STAYS + "persoonsweken_na_norm", "persoonsweken"),
        *_waits("gehuisvest", "gehuisvest"),
        Kpi("gehuisvest_na_norm", _HOUSED + "personen_na_norm", "personen", van=_HOUSED + "personen"),
    ),
    "kinderen": (
        Kpi("geplaatst_kinderen", "counts.geplaatste_kinderen", "kinderen", van="counts.kinderen"),
        Kpi("gezinnen_gehuisvest", _FAMILY + "gehuisvest.huishoudens", "gezinnen"),
        Kpi("gezinnen_blijven", _FAMILY + "blijft.huishoudens", "gezinnen"),
        Kpi("kinderen_blijven", _FAMILY + "blijft.kinderen", "kinderen"),
        *_waits("gezinnen", "blijft", "gezinnen"),
        Kpi("gezinnen_persoonsweken", _FAMILY + "blijft.persoonsweken_na_norm", "persoonsweken"),
    ),
    "spreiding": (
        Kpi("afwijking", "kengetallen.afwijking_personen", "personen"),
        Kpi("afwijking_hoogste", "kengetallen.afwijking_hoogste", "personen"),
        Kpi("binnen_band", "kengetallen.binnen_band", "gemeenten"),
        Kpi("gini", "kengetallen.gini", "nul_een", 3, leeg="niemand"),
    ),
    "meedoen": (
        Kpi("score", "kengetallen.gemiddelde_score", "nul_een", 3),
        Kpi("afstand", "kengetallen.gemiddelde_afstand_km", "km", 1),
        Kpi("wens_huishoudens", _WISH + "huishoudens", "huishoudens"),
        Kpi("wens_eerste", _WISH + "eerste", "huishoudens", van=_WISH + "huishoudens"),
        Kpi("wens_een", _WISH + "een", "huishoudens", van=_WISH + "huishoudens"),
    ),
    "woningen": (Kpi("woningen_bespaard", "kengetallen.woningen_bespaard", "woningen"),),
    "verdringing": (
        Kpi("sociale_woningen", _SOCIAL + "woningen", "woningen"),
        Kpi("sociaal_deel", _SOCIAL + "deel", "deel", 1),
        Kpi("sociaal_deel_hoogste", _SOCIAL + "deel_hoogste", "deel", 1),
        Kpi("sociaal_boven", _SOCIAL + "gemeenten_boven", "gemeenten"),
        Kpi("sociaal_bekend", _SOCIAL + "gemeenten_bekend", "gemeenten"),
    ),
}
"""Figures by section; woonvormen, money and goals are added as the plan holds them."""


class KpiCell(NamedTuple):
    """A figure of one plan as a number, None where there is none, and as written."""

    waarde: float | None
    tekst: str


class KpiRow(NamedTuple):
    """A figure of some plans: section, name, label, unit and definition in words, and a cell for each plan.

    ``decimalen`` are those of a difference as written [digits]; with ``procent`` it is written in percentage points.
    """

    deel: str
    naam: str
    label: str
    eenheid: str
    uitleg: str
    cellen: tuple[KpiCell, ...]
    decimalen: int = 0
    procent: bool = False


def plans_of(run: Mapping[str, Any]) -> dict[str, Part]:
    """Give the plan of a run and those by other rules, in the order in which they are shown; its own first."""
    others = {name: part for name, part in run["baselines"].items() if name != NOTHING_ELSE}
    order = [*(name for name in BASELINES if name in others), *sorted(others.keys() - set(BASELINES))]
    return {OURS: run, **{name: others[name] for name in order}}


def beside(run: Mapping[str, Any]) -> dict[str, Part]:
    """Give the same without the plans that only tell the price of a goal."""
    return {name: part for name, part in plans_of(run).items() if name == OURS or name in BASELINES}


def kpi_rows(plans: Sequence[Part], lang: Lang) -> list[KpiRow]:
    """Give every figure of some plans, by section."""
    rows = [row for section, kpis in SECTIONS.items() for row in _section(section, kpis, plans, lang)]
    return [*rows, *_money(plans, lang), *_goals(plans, lang)]


def kpi_row(naam: str, plans: Sequence[Part], lang: Lang) -> KpiRow:
    """Give one figure of some plans."""
    section, kpi = next((s, k) for s, kpis in SECTIONS.items() for k in kpis if k.naam == naam)
    return _row(section, kpi, plans, lang)


def difference(row: KpiRow, first: int, other: int, lang: Lang) -> KpiCell:
    """Give by how much a figure of one plan is above that of another; none where either is unknown."""
    one, two = row.cellen[first].waarde, row.cellen[other].waarde
    if one is None or two is None:
        return KpiCell(None, words(lang)("kpi_leeg.niemand"))
    scale = 100 if row.procent else 1
    text = number(scale * (two - one), lang, row.decimalen, sign=True)
    return KpiCell(two - one, words(lang)("kpi.procentpunt", n=text) if row.procent else text)


def value_at(part: Part, path: str) -> Any:
    """Give what stands at a path; None where it is empty, or where an older run does not hold it."""
    found: Any = part
    for step in path.split("."):
        found = found.get(step) if isinstance(found, Mapping) else None
    return found


def _section(section: str, kpis: Sequence[Kpi], plans: Sequence[Part], lang: Lang) -> Iterator[KpiRow]:
    if section == "woningen":
        yield from _homes(plans, lang)
    for kpi in kpis:
        yield _row(section, kpi, plans, lang)


def _row(section: str, kpi: Kpi, plans: Sequence[Part], lang: Lang) -> KpiRow:
    """Give a figure with its words."""
    told = words(lang)
    cells = tuple(_cell(kpi, plan, lang) for plan in plans)
    unit = told(f"kpi_eenheid.{kpi.eenheid}")
    label, meaning = told(f"kpi.{kpi.naam}"), told(f"kpi_uitleg.{kpi.naam}")
    return KpiRow(section, kpi.naam, label, unit, meaning, cells, kpi.decimals, kpi.eenheid == "deel")


def _cell(kpi: Kpi, plan: Part, lang: Lang) -> KpiCell:
    """Write a figure of one plan; of a part also which part it is."""
    value, told = value_at(plan, kpi.pad), words(lang)
    if value is None:
        older = value_at(plan, "kengetallen.wachttijd") is None
        return KpiCell(None, told(f"kpi_leeg.{UNKNOWN if older else kpi.leeg}"))
    if kpi.eenheid == "deel":
        return KpiCell(value, percent(value, lang, kpi.decimals))
    whole = value_at(plan, kpi.van) if kpi.van else None
    text = number(value, lang, kpi.decimals)
    return KpiCell(value, f"{text} ({percent(value / whole, lang)})" if whole else text)


def _homes(plans: Sequence[Part], lang: Lang) -> Iterator[KpiRow]:
    """Give homes in use, together and by woonvorm."""
    told = words(lang)
    used = [value_at(plan, "kengetallen.woningen") or {} for plan in plans]
    unit, meaning = told("kpi_eenheid.woningen"), told("kpi_uitleg.woningen")
    totals = tuple(_count(sum(homes.values()) if homes else None, lang) for homes in used)
    yield KpiRow("woningen", "woningen", told("kpi.woningen"), unit, meaning, totals)
    for form in sorted({form for homes in used for form in homes}):
        cells = tuple(_count(homes.get(form, 0) if homes else None, lang) for homes in used)
        label = told("kpi.woonvorm", vorm=told.name("woonvorm", form))
        yield KpiRow("woningen", f"woningen.{form}", label, unit, told("kpi_uitleg.woonvorm"), cells)


def _count(count: int | None, lang: Lang) -> KpiCell:
    """Write a count."""
    return KpiCell(count, words(lang)(f"kpi_leeg.{UNKNOWN}") if count is None else number(count, lang))


def _money(plans: Sequence[Part], lang: Lang) -> Iterator[KpiRow]:
    """Give what each published amount comes to, with the sum that leads to it."""
    told = words(lang)
    lines = [value_at(plan, "kengetallen.geld") or {} for plan in plans]
    names = dict.fromkeys(name for line in lines for name in line)
    for name in sorted(names):
        cells = tuple(_amount(line.get(name), lang) for line in lines)
        label, unit = told.name("kpi", f"geld_{name}"), told("kpi_eenheid.euro")
        yield KpiRow("geld", f"geld.{name}", label, unit, told("kpi_uitleg.geld"), cells)


def _amount(line: Mapping[str, Any] | None, lang: Lang) -> KpiCell:
    """Write an amount with what it is made of."""
    told = words(lang)
    if line is None or line["totaal"] is None:
        return KpiCell(None, told(f"kpi_leeg.{UNKNOWN}"))
    text = told(
        "kpi.geld_som",
        totaal=number(line["totaal"], lang),
        aantal=number(line["aantal"], lang),
        eenheid=told(f"kpi_eenheid.{line['eenheid']}"),
        bedrag=number(line["bedrag"], lang),
    )
    return KpiCell(line["totaal"], text if line["aantal"] else number(0, lang))


def _goals(plans: Sequence[Part], lang: Lang) -> Iterator[KpiRow]:
    """Give each goal in its own unit."""
    told = words(lang)
    values = [{goal["name"]: goal["value"] for goal in plan["goals"]} for plan in plans]
    for name in dict.fromkeys(name for value in values for name in value):
        found = [value.get(name) for value in values]
        cells = tuple(
            KpiCell(v, told(f"kpi_leeg.{UNKNOWN}") if v is None else number(v, lang, 1 if v < 1000 else 0))
            for v in found
        )
        unit, meaning = told.group("doel_eenheid").get(name, ""), told.group("doel_uitleg").get(name, "")
        yield KpiRow("doelen", f"doel.{name}", told.name("doel", name), unit, meaning, cells, 1)
