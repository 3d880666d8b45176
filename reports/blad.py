"""What stands on the sheet of one gemeente, as headings, sentences and tables, the same for HTML and PDF."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from inputs.contact import STANDEN, Contacten
from reports.blad_delen import home_parts, limit, places, why
from reports.blad_delen_geld import money_part, money_sources, size_part
from reports.blad_delen_meer import change_parts, old_rule
from reports.blad_vorm import Deel
from reports.numbers import counted, day_text, number, percent_asked, percent_up
from reports.source import capital
from reports.stored_run import Row, StoredRun
from reports.words import Lang, words

GROUP = 4
"""Signs of the hash that stand together, to be read aloud or typed over [signs]."""


@dataclass(frozen=True, slots=True)
class Stand:
    """A state of the talks, and whether the sheet is in it."""

    naam: str
    nu: bool


@dataclass(frozen=True, slots=True)
class Blad:
    """The sheet of a gemeente, in words.

    Attributes
    ----------
    titel : str
        Title of the document: name, number and kwartaal.
    merk : str
        What marks generated data and scores from elsewhere; empty where neither holds.
    aantal, eenheid, samenstelling : str
        The number assigned [persons], its noun, and of how many households and children it is.
    waar : tuple of str
        Sentences on where the gemeente lies.
    delen : tuple of Deel
        Parts of the sheet in reading order.
    links : int
        How many of them stand in the left column of a printed page [parts].
    standen, stand_tekst : tuple
        States of the talks, and what is said of them.
    voet : tuple of str
        Sentences on proof, source and use.
    """

    code: str
    naam: str
    titel: str
    bovenkop: str
    merk: str
    aantal: str
    eenheid: str
    samenstelling: str
    waar: Sequence[str]
    delen: Sequence[Deel]
    links: int
    stand_kop: str
    stand_tekst: Sequence[str]
    standen: Sequence[Stand]
    voet_kop: str
    voet: Sequence[str]


def sheet(run: StoredRun, row: Row, lang: Lang = "nl", talks: Contacten | None = None) -> Blad:
    """Write the sheet of the gemeente of a row of gemeenten.csv; what the planner says of the talks is shown on it."""
    told, code = words(lang), row["gemeentecode"]
    kwartaal = kwartaal_of(run, lang)
    homes = home_parts(run, row, lang)
    left = (why(run, row, lang), limit(run, row, lang), old_rule(row, lang), size_part(run, row, lang), *homes[:1])
    right = (*homes[1:], places(run, row, lang), money_part(run, row, lang), *change_parts(run, row, lang))
    persons = counted("persoon", int(row["toegewezen_personen"]), lang)
    return Blad(
        code=code,
        naam=row["naam"],
        titel=told("blad_gemeente.titel", naam=row["naam"], personen=persons, kwartaal=kwartaal),
        bovenkop=told("blad_gemeente.bovenkop", run=capital(run.manifest["naam"]), kwartaal=kwartaal),
        merk=marked(run, lang),
        aantal=number(int(row["toegewezen_personen"]), lang),
        eenheid=told("paneel.persoon" if int(row["toegewezen_personen"]) == 1 else "paneel.personen"),
        samenstelling=_people(row, lang),
        waar=_where(run, row, lang),
        delen=(*left, *right),
        links=len(left),
        stand_kop=told("blad_kop.stand"),
        stand_tekst=_talks(talks, code, lang),
        standen=tuple(Stand(told(f"blad_stand.{name}"), name == state_of(talks, code)) for name in STANDEN),
        voet_kop=told("blad_kop.bewijs"),
        voet=_foot(run, row, lang),
    )


def plain(blad: Blad, lang: Lang) -> dict[str, Any]:
    """Give a sheet as data for a template that knows no Python."""
    return {**asdict(blad), "lang": lang, "voor_wie": words(lang)("blad_gemeente.voor_wie")}


def kwartaal_of(run: StoredRun, lang: Lang) -> str:
    """Write the kwartaal of a run in words."""
    kwartaal = str(run.manifest["scenario"]["kwartaal"])
    return words(lang)("kwartaal", nummer=kwartaal[5], jaar=kwartaal[:4])


def state_of(talks: Contacten | None, code: str) -> str:
    """Give the state of the talks with a gemeente; a run only proposes."""
    found = talks.stand.get(code) if talks else None
    return found.stand if found else STANDEN[0]


def _talks(talks: Contacten | None, code: str, lang: Lang) -> tuple[str, ...]:
    """Say since when the state holds, what the planner remarks, and whose word it is."""
    told, found = words(lang), talks.stand.get(code) if talks else None
    if talks is None or found is None:
        return (told("blad_tekst.voorstel"),)
    lines = []
    if found.datum:
        state = told(f"blad_stand.{found.stand}")
        lines.append(told("blad_tekst.stand_sinds", stand=state, datum=day_text(found.datum, lang)))
    if found.opmerking:
        lines.append(told("blad_tekst.stand_opmerking", opmerking=found.opmerking))
    own = found.stand == STANDEN[0]
    lines.append(told("blad_tekst.voorstel") if own else told("blad_tekst.stand_van", bestand=talks.bestand))
    return tuple(lines)


def marked(run: StoredRun, lang: Lang) -> str:
    """Say what numbers rest on: generated data, and scores from elsewhere; nothing where neither holds."""
    found = {"synthetisch": run.manifest["synthetisch"], "elders": "scores" in run.manifest}
    return " ".join(words(lang)(f"blad_gemeente.{key}") for key, holds in found.items() if holds)


def mark_of(run: StoredRun) -> str:
    """Write the hash of a run in groups that a reader can compare."""
    found = str(run.manifest["hash"])
    return " ".join(found[start : start + GROUP] for start in range(0, len(found), GROUP))


def proof_of(run: StoredRun, lang: Lang) -> str:
    """Say how good the plan provably is."""
    proof = run.manifest["certificate"]
    gap, asked = percent_up(proof["proven_gap"], lang), percent_asked(proof["gap_asked"], lang)
    return words(lang)("blad_tekst.bewezen" if proof["proven"] else "blad_tekst.onbewezen", gap=gap, gevraagd=asked)


def _people(row: Row, lang: Lang) -> str:
    """Say of how many households and children the number is."""
    one, many = words(lang)("blad_gemeente.kinderen").split("|")
    children = int(row["toegewezen_kinderen"])
    kinderen = one if children == 1 else many.format(n=number(children, lang))
    households = counted("huishouden", int(row["toegewezen_huishoudens"]), lang)
    return words(lang)("blad_gemeente.aantal", huishoudens=households, kinderen=kinderen)


def _where(run: StoredRun, row: Row, lang: Lang) -> tuple[str, ...]:
    """Say where a gemeente lies: its regions, and what the map of the run says of its neighbours."""
    values = {"provincie": row["provincie"], "regio": row["arbeidsmarktregio"]}
    regions = words(lang)("blad_gemeente.plaats", **values, inwoners=number(int(row["inwoners"]), lang))
    beside = run.mapped(row["gemeentecode"], lang).get("ligging", "")
    return (regions, beside) if beside else (regions,)


def _foot(run: StoredRun, row: Row, lang: Lang) -> tuple[str, ...]:
    """Say how good the plan is, where the numbers come from, and by which run."""
    told = words(lang)
    lines = [proof_of(run, lang), told("blad_tekst.bron", bron=row["bron"].rstrip("."))]
    lines += money_sources(run, row, lang)
    lines += [told("blad_tekst.vergeten")] if "vergeten" in run.manifest else []
    return (*lines, told("blad_tekst.kenmerk", hash=mark_of(run)))
