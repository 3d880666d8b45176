"""A plan is counted again from its tables alone, by code that shares nothing with what made it."""

import csv
import io
import math
from collections import defaultdict

from inputs.horizon import next_quarters

LITTLE = 1e-3
"""The tables have four decimals, and a plan rests on interior point [households or persons]."""


def rows(frames, name):
    """Read a table as a spreadsheet would: text, with a decimal comma."""
    return list(csv.DictReader(io.StringIO(frames[name].lstrip("\ufeff")), delimiter=";"))


def n(cell):
    return float(cell.replace(",", "."))


def homes_on_offer(case, kwartalen, late):
    """Count the homes of every kwartaal for cases of which each home can be taken in one; the last one is repeated."""
    known = {r.kwartaal for r in case.woningaanbod}
    found = defaultdict(float)
    for t, kwartaal in enumerate(kwartalen):
        source = max((k for k in known if k <= kwartaal), default=None)
        for r in case.woningaanbod:
            if r.kwartaal != source:
                continue
            rooms = r.slaapt if r.woonvorm == "woningdelen" else 1
            whole = math.floor(r.aantal * r.leverkans * r.aandeel_statushouders + 1e-9)
            key = (r.gemeentecode, r.gastgemeente or r.gemeentecode, r.woonvorm, r.slaapt)
            found[(kwartaal, *key)] += whole * rooms
            if t + 1 < len(kwartalen):
                missed = math.floor(r.aantal * r.aandeel_statushouders + 1e-9) - whole
                found[(kwartalen[t + 1], *key)] += late * missed * rooms
    return found


def homes_broken(case, frames, values):
    """List homes that more households live in than there are, with those that were added and not left."""
    kwartalen = next_quarters(case.scenario.kwartaal, len(rows(frames, "kwartalen")))
    there = homes_on_offer(case, kwartalen, values["aanbod.uitloop_deel"])
    added, used, taken = defaultdict(float), defaultdict(float), defaultdict(float)
    for start in rows(frames, "bouwen"):
        key = (start["gemeentecode"], start["gemeentecode"], start["woonvorm"], int(start["slaapt"]))
        added[(start["bewoonbaar"], *key)] += n(start["woningen"])
        if start["maatregel"] == "splitsen":
            taken[(start["kwartaal"], *key[:2], "sociale_huur", 4)] += n(start["aantal"])
        if start["maatregel"] == "woningdelen":
            taken[(start["kwartaal"], *key[:2], "sociale_huur", 3)] += n(start["aantal"])
    for p in rows(frames, "plaatsingen"):
        key = (p["gemeentecode"], p["gastgemeente"], p["woonvorm"], int(p["slaapt"]))
        used[(p["kwartaal"], *key)] += n(p["huishoudens"])
    stay = {"doorstroom_lokaal": int(values["duur.doorstroom"])}
    broken = []
    for key in {k[1:] for k in (*there, *added, *used, *taken)}:
        left = []
        for t, kwartaal in enumerate(kwartalen):
            freed = stay.get(key[2], math.inf)
            beyond = used[(kwartaal, *key)] + taken[(kwartaal, *key)] - there[(kwartaal, *key)]
            left.append(max(beyond, 0.0))
            stands = sum(added[(k, *key)] for k in kwartalen[: t + 1])
            lives = sum(left[s] for s in range(t + 1) if t - s < freed)
            if lives > stands + LITTLE:
                broken.append((kwartaal, key, lives, stands))
    return broken


def balance_broken(frames, waiting):
    """List kwartalen of which the waiting do not follow from those of the kwartaal before [persons]."""
    broken, before = [], waiting
    for k in rows(frames, "kwartalen"):
        now = before + n(k["instroom"]) + n(k["nareis"]) + n(k["terug"]) - n(k["zelf"]) - n(k["gehuisvest"])
        if abs(now - n(k["wachtend"])) > 0.01:
            broken.append((k["kwartaal"], now, k["wachtend"]))
        before = n(k["wachtend"])
    return broken


def sums_broken(frames):
    """List what gemeenten, groups, placements or causes add up to that is not the number of the kwartaal."""
    by = defaultdict(lambda: defaultdict(float))
    for p in rows(frames, "plaatsingen"):
        by["plaatsingen"][p["kwartaal"]] += n(p["personen"])
    for g in rows(frames, "gemeenten"):
        by["gemeenten"][g["kwartaal"]] += n(g["gehuisvest"])
    for g in rows(frames, "groepen"):
        by["wachtend"][g["kwartaal"]] += n(g["wachtend_huishoudens"])
    for o in rows(frames, "oorzaken"):
        by["oorzaken"][o["kwartaal"]] += sum(n(o[c]) for c in ("niet_gekoppeld", "te_late_levering", "geen_woning"))
    broken = []
    for k in rows(frames, "kwartalen"):
        name, housed = k["kwartaal"], n(k["gehuisvest"])
        tables = ("plaatsingen", "gemeenten")
        broken += [(name, t, by[t][name], housed) for t in tables if abs(by[t][name] - housed) > 0.05]
        if abs(by["wachtend"][name] - by["oorzaken"][name]) > 0.05:
            broken.append((name, "oorzaken", by["oorzaken"][name], by["wachtend"][name]))
    return broken


def pace_broken(case, frames, values):
    """List what starts faster than the pace, is no whole number, or is ready too soon; and a budget that is passed."""
    people = {g.gemeentecode: g.inwoners for g in case.gemeenten}
    kwartalen = next_quarters(case.scenario.kwartaal, len(rows(frames, "kwartalen")) + 40)
    upto, broken, paid = defaultdict(float), [], 0.0
    for s in rows(frames, "bouwen"):
        name, code, at = s["maatregel"], s["gemeentecode"], kwartalen.index(s["kwartaal"])
        if not float(s["aantal"]).is_integer():
            broken.append(("whole", s))
        if kwartalen.index(s["bewoonbaar"]) - at != int(values[f"looptijd.{name}"]):
            broken.append(("lead", s))
        upto[name, code, at] += n(s["aantal"])
        if name in {"flex", "transformatie", "splitsen"}:
            paid += 20_000 * n(s["woningen"])
    for (name, code, at), count in upto.items():
        if name != "omklappen" and count > math.ceil(values[f"bouw.{name}"] * people[code] / 10_000):
            broken.append(("pace", name, code, kwartalen[at], count))
    if paid > values["budget.sft_miljoen"] * 1e6:
        broken.append(("budget", paid))
    return broken
