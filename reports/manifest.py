"""The manifest of a run: what went in, what was chosen, what came out and how good it provably is, under one hash."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import date
from hashlib import sha256
from typing import Any

from geodata.geography import Geography
from inputs.case import Bronbestand, Case
from inputs.scores import herkomst
from optimizer.homes import on_offer
from optimizer.result import Allocation, Doelwaarde, GemeenteUitkomst
from optimizer.result_kpis import Kengetallen
from reports.deliveries import manifest_part
from reports.geopackage import NAME, content_digest
from reports.numbers import number, percent_asked, percent_up
from reports.order import order_part, order_warnings
from reports.source import elders
from reports.uniek import uniek_part
from reports.weights import weights_part
from reports.words import Lang, words

LOCKS = "vastleggingen"
"""Goal that counts the persons by whom locks are missed."""
BOOK = "toewijzing.xlsx"
"""File that a light run does without, with the map, the files for a GIS and the prices."""
BY_CONTENT = {NAME: content_digest}
"""Files whose bytes change when they are merely opened: they are known by what they say."""
OUTSIDE = ("hash", "runtime")
"""Parts that the hash does not cover: itself, and what differs between two runs of the same case."""


def run_json(
    case: Case,
    allocation: Allocation,
    geography: Geography,
    runtime: Mapping[str, Any],
    outputs: Mapping[str, str | bytes] | None = None,
    lang: Lang = "nl",
    told: Sequence[str] = (),
) -> str:
    """Write the manifest as JSON with sorted keys.

    Parameters
    ----------
    runtime
        Seconds per phase, memory, machine and start; its ``versions`` also stand in the hashed part.
    outputs
        Content of every other file of the run by file name.
    told
        What the reader of the case warned about.
    """
    part = {
        **_inputs(case, geography),
        **weights_part(case),
        **_scores(case, lang),
        **manifest_part(case),
        **outcome_part(allocation),
        "doelen": order_part(case, allocation),
        **uniek_part(allocation),
        **_groups(allocation),
        "versions": dict(runtime.get("versions", {})),
        "warnings": [*warnings(allocation, geography, lang), *told],
        **_outputs(outputs or {}),
    }
    whole = {**part, "hash": manifest_hash(part), "runtime": {**runtime, "seconds_optimize": dict(allocation.seconds)}}
    return manifest_text(whole)


def _outputs(files: Mapping[str, str | bytes]) -> dict[str, Any]:
    """Give the sha256 of each file's bytes, or of its content where its bytes do not keep; say so of a light run."""
    return {
        **({"licht": True} if files and BOOK not in files else {}),
        "outputs": {name: digest(content) for name, content in files.items() if name not in BY_CONTENT},
        "outputs_inhoud": {
            name: BY_CONTENT[name](content)
            for name, content in files.items()
            if name in BY_CONTENT and isinstance(content, bytes)
        },
    }


def manifest_text(manifest: Mapping[str, Any]) -> str:
    """Write a manifest as it stands in its file."""
    return json.dumps(manifest, ensure_ascii=False, indent=2, sort_keys=True, allow_nan=False, default=_plain) + "\n"


def manifest_hash(manifest: Mapping[str, Any]) -> str:
    """Hash a manifest without its parts ``hash`` and ``runtime``: sha256 of compact JSON with sorted keys."""
    part = {k: v for k, v in manifest.items() if k not in OUTSIDE}
    return digest(
        json.dumps(part, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False, default=_plain)
    )


def digest(content: str | bytes) -> str:
    """Give the sha256 of a file's content."""
    return sha256(content.encode("utf-8") if isinstance(content, str) else content).hexdigest()


def warnings(allocation: Allocation, geography: Geography, lang: Lang = "nl") -> list[str]:
    """Say what a reader must know before using the outcome."""
    told, proof = words(lang), allocation.certificate
    total = sum(g.taakstelling_grootste_rest for g in allocation.gemeenten)
    rounded = sum(g.taakstelling_afgerond for g in allocation.gemeenten)
    found = []
    if not proof.proven:
        asked, gap = percent_asked(proof.gap_asked, lang), percent_up(proof.gap, lang)
        found.append(told("waarschuwing.onbewezen", gevraagd=asked, gap=gap))
    if proof.cut_by_clock:
        found.append(told("waarschuwing.klok"))
    found += order_warnings(allocation, lang)
    missed = sum(d.waarde for d in allocation.doelen if d.naam == LOCKS)
    if missed > 0:
        found.append(told("waarschuwing.vastlegging", personen=number(round(missed), lang)))
    if geography.schematisch:
        found.append(told("waarschuwing.schematisch"))
    if rounded != total:
        found.append(told("waarschuwing.afronding", som=number(rounded, lang), totaal=number(total, lang)))
    targets = sum(g.doel_personen for g in allocation.gemeenten)
    if targets != total:
        found.append(told("waarschuwing.doelen", som=number(targets, lang), totaal=number(total, lang)))
    return found


def _inputs(case: Case, geography: Geography) -> dict[str, Any]:
    """Give what went in: files, choices, parameters and borders."""
    waarden = case.parameters.waarden
    return {
        "naam": case.naam,
        "synthetisch": case.synthetisch,
        "marges": case.marges,
        "invoer": [_source(b) for b in sorted(case.bronnen, key=lambda b: (b.bestand, b.blad))],
        "totalen": _totals(case),
        "scenario": asdict(case.scenario),
        "parameters": {
            naam: {
                "waarde": p.waarde,
                "eenheid": p.eenheid,
                "geldig_vanaf": p.geldig_vanaf,
                "herzien_voor": p.herzien_voor,
                "bron": p.bron,
            }
            for naam, p in waarden.items()
        },
        "woonvormen": {vorm: sorted(typen) for vorm, typen in case.parameters.toegang.items()},
        "woonvormen_delen_nodig": sorted(case.parameters.delen_nodig),
        "boundaries": {
            "bestand": geography.bestand,
            "sha256": geography.sha256,
            "schematisch": geography.schematisch,
            "herkomst": geography.herkomst,
        },
    }


def _totals(case: Case) -> dict[str, int]:
    """Add up what is on offer this kwartaal [homes, adults, children, adults], so that two runs can be compared."""
    now = case.scenario.kwartaal
    return {
        "gemeenten": len(case.gemeenten),
        "woningen": sum(record.bruikbaar for record in on_offer(case)),
        "cursusplaatsen": sum(c.plaatsen for c in case.inburgering if c.kwartaal == now),
        "schoolplaatsen": sum(s.plaatsen for s in case.onderwijs if s.kwartaal == now),
        "werkplaatsen": sum(a.plaatsen for a in case.arbeidsmarkt if a.kwartaal == now),
    }


def _scores(case: Case, lang: Lang) -> dict[str, Any]:
    """Give who scored how many households by which model, where the run reckons with scores from elsewhere."""
    found = elders(case, lang)
    return {"scores": {**asdict(herkomst(case.gebruikte_scores)), "vermelding": found[0]}} if found else {}


def _source(file: Bronbestand) -> dict[str, str]:
    """Give an input file, and the sheet where it is a workbook."""
    return {name: value for name, value in asdict(file).items() if name != "blad" or value}


def outcome_part(allocation: Allocation) -> dict[str, Any]:
    """Give what came out: proof, goals, counts and baselines."""
    return {
        "certificate": _certificate(allocation),
        "goals": _goals(allocation.doelen),
        "goals_uitleg": {**words("nl").group("doel_uitleg"), "lower_bound": words("nl")("manifest.ondergrens")},
        "counts": asdict(allocation.tellingen),
        "woningdelen": asdict(allocation.woningdelen),
        "kengetallen": _figures(allocation.kengetallen),
        "baselines": {
            **{
                v.naam: {
                    "counts": asdict(v.tellingen),
                    "goals": _goals(v.doelen),
                    "haalbaar": v.haalbaar,
                    "kengetallen": _figures(v.kengetallen),
                    "niet_passend": list(v.niet_passend),
                }
                for v in allocation.vergelijkingen
            },
            "taakstelling_art_29": _old_rule(allocation.gemeenten),
        },
    }


def _groups(allocation: Allocation) -> dict[str, Any]:
    """Give the hash of the analysis-only grouping, where one was measured by."""
    told = allocation.toelichting
    return {"groepen": {"sha256": told.groepen_sha256}} if told is not None and told.groepen else {}


def _figures(figures: Kengetallen | None) -> dict[str, Any] | None:
    """Give the figures by which plans are compared."""
    return None if figures is None else asdict(figures)


def _certificate(allocation: Allocation) -> dict[str, Any]:
    """Give the certificate; ``bound`` covers all columns, also those never generated [punten]."""
    proof = asdict(allocation.certificate)
    proof["columns"] = dict(proof["columns"])
    proof["proven_gap"] = proof.pop("gap")
    return {**proof, "bound_uitleg": words("nl")("manifest.grens")}


def _goals(goals: Iterable[Doelwaarde]) -> list[dict[str, Any]]:
    """Give goals in their order, each in its own unit."""
    return [
        {
            "name": d.naam,
            "unit": d.eenheid,
            "value": d.waarde,
            "rate": d.tarief,
            "points": d.punten,
            "lower_bound": d.ondergrens,
        }
        for d in goals
    ]


def _old_rule(gemeenten: Sequence[GemeenteUitkomst]) -> dict[str, dict[str, int]]:
    """Give both roundings of the old rule: total, and sum of absolute differences from this plan [persons]."""
    rounds: dict[str, Callable[[GemeenteUitkomst], int]] = {
        "grootste_rest": lambda g: g.taakstelling_grootste_rest,
        "afgerond": lambda g: g.taakstelling_afgerond,
    }
    return {
        name: {
            "totaal_personen": sum(map(old, gemeenten)),
            "som_absolute_verschillen_personen": sum(abs(g.toegewezen_personen - old(g)) for g in gemeenten),
        }
        for name, old in rounds.items()
    }


def _plain(value: object) -> object:
    """Write a date as ISO 8601 and a mapping as an object."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return dict(value)
    raise TypeError(f"{type(value).__name__} does not belong in a manifest")
