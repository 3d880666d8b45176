"""The page of kengetallen shows the numbers of run.json: every text on it is made again, and every bar."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from verifier.book.cells import Source
from verifier.catalogue import Catalogue, capital
from verifier.finding import Finding, Told
from verifier.kpis import KNOWN, OURS, Line, at, line, lines, named, plans_of
from verifier.markup import Page, read_page
from verifier.read import Row

PAGE = "kengetallen.html"
COMPARED = ("taakstelling", "volgorde", "willekeurig")
"""Plans that the first sentence names; the next two name the first of them."""
BARS = {
    "geplaatst_personen": "meer",
    "gezinnen_blijven": "minder",
    "blijft_persoonsweken": "minder",
    "afwijking": "minder",
    "score": "meer",
    "afstand": "minder",
}
"""Figures in the picture, and which way is better."""
LONGEST = 216
"""Length of the longest bar [px]."""
GROUPS = ("alle", "1", "2", "3_5", "6_plus", "gezinnen")
WAITS = ("weken_p50", "weken_p90", "weken_hoogste")
HEADS = ("woning", "blijft", "p50", "p90", "hoogste", "na_norm", "persoonsweken")
STATED = ("geld.", "uitstroom.norm")
"""How the parameters begin whose source the page names."""


def check_page(run: dict[str, Any], towns: list[Row], folder: Path) -> Iterator[Finding]:
    """List every text and bar of the page that is not what run.json gives."""
    page = read_page(folder / PAGE)
    source = Source(run, towns, Catalogue("en" if page.lang == "en" else "nl"))
    plans = {name: part for name, part in plans_of(run).items() if name == OURS or name in KNOWN}
    expected = list(_texts(source, plans, page))
    label = ""
    for found, good in zip(page.texts, expected, strict=False):
        if found.text != " ".join(good.split()) and found.text != good:
            yield Finding(PAGE, label, found.tag, found.text, good, found.line)
        label = good if found.tag in ("th", "h1", "h2", "h3", "caption", "dt") else label
    if len(page.texts) != len(expected):
        yield Finding(PAGE, "", "rows", len(page.texts), len(expected))
    widths = [f"{width}" for row in _bars(source, plans) for width in _widths(row)]
    if widths != page.bars:
        at_ = next((n for n, pair in enumerate(zip(widths, page.bars, strict=False)) if pair[0] != pair[1]), -1)
        found_bar, good_bar = (bars[at_] if bars else Told("nothing") for bars in (page.bars, widths))
        yield Finding(PAGE, f"rect {at_ + 1}", "width", found_bar, good_bar)


def _texts(source: Source, plans: Mapping[str, Any], page: Page) -> Iterator[str]:
    """Give every text of the page in its order."""
    words, run = source.words, source.run
    rows = list(lines(list(plans.values()), words))
    labels = [words.name("vergelijking_kort", name) for name in plans]
    yield f"{words('kpi_pagina.titel')} · {source.heading}"
    yield from (words("kpi_pagina.sprong"), words("titel"))
    yield f"{words('kpi_pagina.titel')}: {capital(run['naam'])}"
    yield from (source.quarter, *source.marks)
    yield from ([source.synthetic] if run["synthetisch"] else [])
    yield from (f"{text}." for text in source.elsewhere)
    yield first_sentence(plans, words)
    yield from _both("gezinnen", "gezinnen_blijven", plans, words)
    yield from _both("doelen", "afwijking", plans, words)
    yield _status(run["certificate"], words)
    yield from _picture(source, plans, labels)
    yield from _groups(plans, labels, words)
    yield from _all(source, rows, labels)
    yield from (words("kpi_pagina.regels"),)
    for name, label in zip(plans, labels, strict=True):
        yield from (label, words(f"vergelijking_uitleg.{name}"))
    yield from (words("kpi_pagina.geen_besluit"), words("kpi_pagina.bronnen"))
    yield from _sources(source, page)
    yield words("kpi_pagina.kaart")


def first_sentence(plans: Mapping[str, Any], words: Catalogue) -> str:
    """Say how many persons get a home, and how many more or fewer that is than by other rules."""
    count = plans[OURS]["counts"]
    numbers = {"personen": count["geplaatste_personen"], "totaal": count["personen"]}
    start = words("kpi_zin.woning", **{name: words.number(value) for name, value in numbers.items()})
    parts = []
    for name in COMPARED:
        if name in plans:
            more = count["geplaatste_personen"] - plans[name]["counts"]["geplaatste_personen"]
            key = "meer" if more > 0 else "minder" if more < 0 else "evenveel"
            than = words(f"vergelijking_dan.{name}")
            parts.append(words(f"kpi_zin.{key}", n=words.number(abs(more)), dan=than))
    last = f" {words('kpi_zin.en')} "
    listed = last.join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else "".join(parts)
    return f"{start}: {listed}." if parts else f"{start}."


def _both(sentence: str, name: str, plans: Mapping[str, Any], words: Catalogue) -> Iterator[str]:
    """Say a figure of the plan and of the old rule."""
    rule = COMPARED[0]
    if rule in plans:
        row = line(*named(name), [plans[OURS], plans[rule]], words)
        if None not in row.values:
            yield words(f"kpi_zin.{sentence}", plan=row.texts[0], regel=row.texts[1])


def _status(proof: Mapping[str, Any], words: Catalogue) -> str:
    """Say how good the plan provably is."""
    values = {"gap": words.percent_up(proof["proven_gap"]), "gevraagd": words.percent_asked(proof["gap_asked"])}
    key = "bewezen" if proof["proven"] else "onbewezen"
    return " ".join(words(f"status.{name}", **values) for name in (key, f"{key}_uitleg"))


def _bars(source: Source, plans: Mapping[str, Any]) -> list[Line]:
    return [line(*named(name), list(plans.values()), source.words) for name in BARS]


def _widths(row: Line) -> list[float]:
    """Give the length of each bar; the longest is the highest value [px]."""
    most = max((value for value in row.values if value), default=1.0)
    return [round(LONGEST * max(value or 0.0, 0.0) / most, 1) for value in row.values]


def _picture(source: Source, plans: Mapping[str, Any], labels: list[str]) -> Iterator[str]:
    """Give the texts of the picture, and of the table with the same figures."""
    words, rows = source.words, _bars(source, plans)
    heads = {
        row.name: (
            row.label
            if row.unit in row.label.lower()
            else words("kpi_pagina.paneel", label=row.label, eenheid=row.unit)
        )
        for row in rows
    }
    for row in rows:
        spoken = "; ".join(f"{label}: {text}" for label, text in zip(labels, row.texts, strict=True))
        yield from (heads[row.name], words(f"kpi_pagina.{BARS[row.name]}_is_beter"), heads[row.name])
        yield f"{row.label} [{row.unit}]. {spoken}."
        for label, text in zip(labels, row.texts, strict=True):
            yield from (label, text)
    yield from (words("kpi_pagina.onderschrift"), *source.marks)
    yield from (words("kpi_pagina.zelfde"), words("kpi_pagina.maat"), *labels)
    for row in rows:
        yield from (heads[row.name], words(f"kpi_pagina.{BARS[row.name]}_is_beter"), *row.texts)


def _groups(plans: Mapping[str, Any], labels: list[str], words: Catalogue) -> Iterator[str]:
    """Give the table of waiting by size of household."""
    yield from (words(f"kpi_pagina.{name}") for name in ("kinderen", "kinderen_uitleg", "kinderen_tabel", "groep"))
    yield from (words(f"kpi_pagina.kolom_{name}") for name in HEADS)
    for group in GROUPS:
        yield words(f"kpi_groep.{group}")
        for label, plan in zip(labels, plans.values(), strict=True):
            yield from (label, *_waiting(at(plan, f"kengetallen.wachttijd.{group}"), words))


def _waiting(group: Mapping[str, Any], words: Catalogue) -> Iterator[str]:
    """Write what a group waited: with a home, staying, how long, and beyond the norm."""
    stays = group["blijft"]
    yield words.number(group["gehuisvest"]["personen"])
    yield words.number(stays["personen"])
    for name in WAITS:
        yield words("kpi_leeg.niemand") if stays[name] is None else words.number(stays[name], 1)
    yield from (words.number(stays[name]) for name in ("personen_na_norm", "persoonsweken_na_norm"))


def _all(source: Source, rows: list[Line], labels: list[str]) -> Iterator[str]:
    """Give the table of all figures, and what each means."""
    words = source.words
    yield from (words("kpi_pagina.alles"), words("kpi_pagina.geld"), words("kpi_pagina.alles_tabel"), *source.marks)
    yield from (words("kpi_pagina.maat"), *labels)
    for section in dict.fromkeys(row.section for row in rows):
        yield words(f"kpi_deel.{section}")
        for row in rows:
            if row.section == section:
                yield from (row.label, row.unit, *row.texts)
    yield words("kpi_pagina.betekenis")
    for row in rows:
        yield from (row.label, row.meaning)


def _sources(source: Source, page: Page) -> Iterator[str]:
    """Give the input files by their source, and the parameters with theirs, in the order of the page."""
    words, shown = source.words, "\n".join(text.text for text in page.texts if text.tag == "li")
    found: dict[str, list[str]] = {}
    names = {file["bestand"]: (shown.find(file["bestand"]), file["bestand"]) for file in source.run["invoer"]}
    for file in sorted(source.run["invoer"], key=lambda file: names[file["bestand"]]):
        day = f" ({file['peildatum']})" if file["peildatum"] else ""
        found.setdefault(file["bron"], []).append(file["bestand"] + day)
    for name, files in found.items():
        yield (f"{name}: " if name else "") + ", ".join(files)
    stated = {name: part for name, part in source.run["parameters"].items() if name.startswith(STATED)}
    for name in sorted(stated, key=lambda name: (shown.find(f"{name}: "), name)):
        part = stated[name]
        numbers = {"waarde": f"{part['waarde']:g}", "eenheid": part["eenheid"], "bron": part["bron"]}
        yield words("kpi_pagina.parameter", naam=name, **numbers)
