"""A run as a folder of pages that link to each other: index, map, sheets, tables, method and accessibility."""

import csv
import io
import json
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from inputs.contact import STANDEN, Contacten
from reports.blad import kwartaal_of, mark_of, marked, proof_of, state_of
from reports.blad_uitvoer import css, template
from reports.blad_vorm import Deel
from reports.manifest import digest
from reports.numbers import counted, number
from reports.page_data import ALIASES
from reports.policy import sealed
from reports.source import capital
from reports.stored_run import FIGURES, MAP, OF_HOUSEHOLD, TEKORTEN, Row, StoredRun
from reports.words import Lang, words

INDEX, METHOD, ACCESS = "index.html", "methode.html", "toegankelijkheid.html"
OF_RUN: Mapping[str, str] = {MAP: "kaart", FIGURES: "kengetallen"}
"""Pages that the run made itself, with the key of their name; neither is about a single household."""
TABLES = "tabellen"
"""Folder of the tables in a site."""
FURTHEST_FIRST = ("akkoord", "zienswijze", "besproken", "voorstel")
"""States of the talks in the order in which they are counted."""
METHOD_PARTS = ("methode_wat", "methode_niet", "methode_hoe", "methode_bewijs", "methode_zelf")
ACCESS_PARTS = ("toegang_status", "toegang_gedaan", "toegang_bekend", "toegang_contact")
"""Groups of words of a page of text: a heading and its sentences."""


@dataclass(frozen=True, slots=True)
class Regel:
    """A gemeente in the list: its other name, its number, what came of the proposal, and by which names it is found."""

    code: str
    naam: str
    ook: str
    personen: str
    stand: str
    zoek: str


def page_files(run: StoredRun, lang: Lang = "nl", talks: Contacten | None = None) -> dict[str, str | bytes]:
    """Write every file of a site by name, except the sheets; nothing in it is about a single household."""
    return {
        INDEX: _index(run, talks, lang),
        METHOD: _text_page(run, METHOD, [*_texts(METHOD_PARTS, lang), _sources(run, lang)], lang),
        ACCESS: _text_page(run, ACCESS, _texts(ACCESS_PARTS, lang), lang),
        **{name: run.files[name] for name in OF_RUN if name in run.files},
        **{f"{TABLES}/{name}": _without_households(name, run.files[name]) for name in run.tables},
    }


def marker(run: StoredRun, content: Mapping[str, str | bytes], talks: Contacten | None = None) -> str:
    """Say of which run and which states of the talks a folder was made, and the sha256 of each of its files."""
    part: dict[str, Any] = {"run": run.manifest["hash"]}
    if talks:
        part["contact"] = {"bestand": talks.bestand, "sha256": talks.sha256}
    part["outputs"] = {name: digest(text) for name, text in sorted(content.items())}
    return json.dumps(part, ensure_ascii=False, indent=2) + "\n"


def plainly(text: str) -> str:
    """Write a name as it is searched for: without accents, signs, spaces and capitals.

    >>> plainly("'s-Gravenhage"), plainly("S\u00fadwest-Frysl\u00e2n"), plainly("Bergen (L.)")
    ('sgravenhage', 'sudwestfryslan', 'bergenl')
    """
    return "".join(c for c in unicodedata.normalize("NFKD", text).lower() if c.isascii() and c.isalnum())


def _index(run: StoredRun, talks: Contacten | None, lang: Lang) -> str:
    """Write the first page: what the run is, a way to search, every gemeente by province, and the tables."""
    told, counts = words(lang), run.manifest["counts"]
    values = {
        "geplaatst": number(counts["geplaatste_personen"], lang),
        "personen": counted("persoon", counts["personen"], lang),
        "gemeenten": counted("gemeente", len(run.gemeenten), lang),
    }
    named = [(name, told(f"site_tabel.{name.removesuffix('.csv')}")) for name in run.tables]
    return _page(
        run,
        INDEX,
        lang,
        template_name="site_index.html",
        samen=told("site.samen", **values),
        bewijs=proof_of(run, lang),
        standen=_states(run.gemeenten, talks, lang),
        provincies=_by_province(run.gemeenten, talks, lang),
        tabellen=named,
        script=(files("reports") / "templates" / "zoek.js").read_text("utf-8"),
    )


def _states(gemeenten: Sequence[Row], talks: Contacten | None, lang: Lang) -> str:
    """Count the gemeenten in each state of the talks, furthest first; nothing where the planner gave none."""
    if talks is None:
        return ""
    told, count = words(lang), Counter(state_of(talks, row["gemeentecode"]) for row in gemeenten)
    named = [f"{number(count[s], lang)} {told(f'blad_stand.{s}')}" for s in FURTHEST_FIRST if count[s]]
    return told("site.standen", standen=", ".join(named))


def _by_province(gemeenten: Sequence[Row], talks: Contacten | None, lang: Lang) -> dict[str, list[Regel]]:
    """List the gemeenten by province, both in the order of the alphabet."""
    found: defaultdict[str, list[Regel]] = defaultdict(list)
    for row in sorted(gemeenten, key=lambda g: (plainly(g["naam"]), g["gemeentecode"])):
        code, naam = row["gemeentecode"], row["naam"]
        other = [alias for alias, of in ALIASES.items() if of == code and alias != naam]
        keys = " ".join(filter(None, map(plainly, (naam, *other, code))))
        persons = counted("persoon", int(row["toegewezen_personen"]), lang)
        state = state_of(talks, code)
        state = "" if state == STANDEN[0] else words(lang)(f"blad_stand.{state}")
        found[row["provincie"]].append(Regel(code, naam, ", ".join(other), persons, state, keys))
    return dict(sorted(found.items()))


def _text_page(run: StoredRun, name: str, parts: Sequence[Deel], lang: Lang) -> str:
    """Write a page of headings and sentences."""
    return _page(run, name, lang, template_name="site_tekst.html", delen=parts, script="")


def _page(run: StoredRun, name: str, lang: Lang, *, template_name: str, **content: Any) -> str:
    """Write a page of the site; every name is escaped, and only its own script is allowed."""
    told = words(lang)
    values = {"run": capital(run.manifest["naam"]), "kwartaal": kwartaal_of(run, lang)}
    labels = {INDEX: "index", **OF_RUN, METHOD: "methode", ACCESS: "toegankelijkheid"}
    shown = {page: told(f"site.{key}") for page, key in labels.items() if page not in OF_RUN or page in run.files}
    heading = told("site.kop") if name == INDEX else shown[name]
    page = template(template_name).render(
        lang=lang,
        told=told,
        css=css(),
        titel=told("site.titel", **values) if name == INDEX else f"{heading} · {told('site.titel', **values)}",
        kop=heading,
        onderkop=told("site.onderkop", **values),
        merk=marked(run, lang),
        links=list(shown.items()),
        hier=name,
        kenmerk=mark_of(run),
        **content,
    )
    return sealed(page)


def _texts(groups: Sequence[str], lang: Lang) -> list[Deel]:
    """Give groups of words as parts of a page."""
    found = [words(lang).group(group) for group in groups]
    return [Deel(group["kop"], tuple(text for key, text in group.items() if key != "kop")) for group in found]


def _sources(run: StoredRun, lang: Lang) -> Deel:
    """Name the files that the run was made from, by their source."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for file in run.manifest.get("invoer", []):
        day = file.get("peildatum")
        name = words(lang)("kaart.peildatum", bestand=file["bestand"], datum=day) if day else file["bestand"]
        found[file.get("bron", "")].append(name)
    lines = [f"{source}: {', '.join(names)}" if source else ", ".join(names) for source, names in found.items()]
    return Deel(words(lang)("site.oorsprong"), tuple(lines or [words(lang)("kaart.bronnen_geen")]))


def _without_households(name: str, content: bytes) -> bytes:
    """Give a table without the rows that name a household, and otherwise as it is."""
    if name != TEKORTEN:
        return content
    lines = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))
    kept = [line for line in lines if line[0] != OF_HOUSEHOLD]
    if kept == lines:
        return content
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=";", lineterminator="\r\n").writerows(kept)
    return ("\ufeff" + text.getvalue()).encode("utf-8")
