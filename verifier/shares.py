"""What each gemeente should take and what the placements add up to there, to the person."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from verifier.case import Tables
from verifier.finding import Finding, Told, compare
from verifier.keys import agreed, weights
from verifier.plan import TOWNS, Plan
from verifier.read import WHOLE, plain

HALF = Fraction(1, 2)


@dataclass(frozen=True)
class Share:
    """Key, catch-up, agreements and target of a gemeente, and the edges of its free band [persons]."""

    key: int
    catch_up: int
    agreed: int
    lower: int
    upper: int

    @property
    def target(self) -> int:
        """Key, catch-up and agreements together [persons]."""
        return self.key + self.catch_up + self.agreed


def rounded(weights: Sequence[Fraction], total: int, rounding: str) -> list[int]:
    """Round shares of a total as the scenario says: repaired, or each by itself with halves up [persons]."""
    if rounding == "grootste_resten":
        return largest_remainder(weights, total)
    return [floor(weight * total / sum(weights) + HALF) for weight in weights]


def largest_remainder(weights: Sequence[Fraction], total: int) -> list[int]:
    """Round shares of a total so that they sum to it; ties go to the first [persons]."""
    parts = [Fraction(weight * total) / sum(weights) for weight in weights]
    out = [floor(part) for part in parts]
    order = sorted(range(len(parts)), key=lambda k: (out[k] - parts[k], k))
    for k in order[: total - sum(out)]:
        out[k] += 1
    return out


def shares(tables: Tables) -> dict[str, Share]:
    """Work out the share of every gemeente from weights, balances, agreements and the scenario [persons]."""
    codes, towns = list(tables.towns), list(tables.towns.values())
    catch_up = _catch_up([town.behind for town in towns], tables)
    key = _key(weights(tables), catch_up, tables)
    out = {}
    for code, town, own, extra in zip(codes, towns, key, catch_up, strict=True):
        moved = agreed(tables, code)
        target = own + extra + moved
        half = ceil(max(Fraction(tables.scenario["band"]) * target, Fraction(tables.scenario["band_personen"])))
        lower, upper = max(target - half, 0, town.least), target + half
        if town.most is not None:
            lower, upper = min(lower, town.most), min(upper, town.most)
        out[code] = Share(own, extra, moved, lower, max(lower, upper))
    return out


def _catch_up(behind: Sequence[int], tables: Tables) -> list[int]:
    """Spread every balance over the kwartalen, halves away from zero; never more than there is [persons].

    One kwartaal where balances are kept whole; nothing where they are written off.
    """
    mode, total = tables.scenario["achterstand"], tables.total
    if mode == "kwijtgescholden":
        return [0 for _ in behind]
    quarters = {"gespreid": tables.scenario["inhaal_kwartalen"], "behouden": 1}[mode]
    parts = [(1 if b > 0 else -1) * floor(Fraction(abs(b), quarters) + HALF) for b in behind]
    if sum(part for part in parts if part > 0) <= total:
        return parts
    owed = rounded([Fraction(max(b, 0)) for b in behind], total, tables.scenario["afronding"])
    return [own + min(part, 0) for own, part in zip(owed, parts, strict=True)]


def _key(weighed: Sequence[Fraction], catch_up: Sequence[int], tables: Tables) -> list[int]:
    """Spread the rest by weight; who would come below 0 gets 0, and the others pay for it [persons]."""
    total, rounding = tables.total, tables.scenario["afronding"]
    fixed: set[int] = set()
    while True:
        key = [-c if k in fixed else 0 for k, c in enumerate(catch_up)]
        open_ = [k for k in range(len(key)) if k not in fixed]
        rest = total - sum(catch_up) - sum(key)
        if open_ and rest > 0:
            for k, part in zip(open_, rounded([weighed[k] for k in open_], rest, rounding), strict=True):
                key[k] = part
        below = {k for k in open_ if key[k] + catch_up[k] < 0}
        if not below:
            return key
        fixed |= below


def expected_towns(tables: Tables, plan: Plan) -> dict[str, dict[str, int]]:
    """Give for every gemeente what its row in gemeenten.csv must say [persons unless said]."""
    people = [Fraction(town.inhabitants) for town in tables.towns.values()]
    repaired, each = (rounded(people, tables.total, way) for way in ("grootste_resten", "per_gemeente"))
    out = {}
    for n, (code, share) in enumerate(shares(tables).items()):
        own = [p.household for p in plan.placements if p.home.owner == code]
        guests = [p.household for p in plan.placements if p.home.host == code != p.home.owner]
        persons, behind = sum(h.persons for h in own), tables.towns[code].behind
        kept = 0 if tables.scenario["achterstand"] == "kwijtgescholden" else behind
        out[code] = {
            "inwoners": tables.towns[code].inhabitants,
            "sleutel_personen": share.key,
            "achterstand": behind,
            "inhaal_personen": share.catch_up,
            "afspraken_personen": share.agreed,
            "doel_personen": share.target,
            "toegewezen_personen": persons,
            "toegewezen_huishoudens": len(own),
            "toegewezen_kinderen": sum(h.children for h in own),
            "gehuisvest_als_gast_personen": sum(h.persons for h in guests),
            "gehuisvest_elders_personen": sum(
                p.household.persons for p in plan.placements if p.home.owner == code != p.home.host
            ),
            "blijft_huishoudens": sum(tables.reception.get(h.site) == code for h, _ in plan.staying),
            "afwijking_personen": persons - share.target,
            "achterstand_na_personen": kept + share.key + share.agreed - persons,
            "woningen_aangeboden": sum(h.homes for h in tables.homes.values() if h.owner == code and h.now),
            "woningen_gebruikt": sum(homes for homes, _ in filled(plan, code).values()),
            "taakstelling_grootste_rest": repaired[n],
            "taakstelling_afgerond": each[n],
        }
    return out


def filled(plan: Plan, code: str | None = None, form: str | None = None) -> dict[str, tuple[int, int]]:
    """Give for each record of an owner and woonvorm, or any, the homes in use and the occupants of the last one.

    The households of a record are counted out over its homes, one to a home or one to a room.
    """
    out: dict[str, tuple[int, int]] = {}
    for p in plan.placements:
        if code in (None, p.home.owner) and form in (None, p.home.form):
            homes, last = out.get(p.home.id, (0, p.home.rooms))
            out[p.home.id] = (homes + 1, 1) if last == p.home.rooms else (homes, last + 1)
    return out


def check_towns(tables: Tables, plan: Plan, expected: dict[str, dict[str, int]]) -> list[Finding]:
    """List every number of gemeenten.csv that is not the sum of the placements or the share of the key."""
    problems = []
    for code, row in expected.items():
        stated = plan.towns.get(code)
        line = stated.line if stated else 0
        problems += compare(TOWNS, code, _numbers(stated or {}), row, line)
        town = tables.towns[code]
        texts = {"naam": town.name, "provincie": town.province, "arbeidsmarktregio": town.region}
        found = {name: plain(cell, texts.values()) for name, cell in (stated or {}).items() if name in texts}
        problems += compare(TOWNS, code, found, texts, line)
    problems += [
        Finding(TOWNS, code, "gemeentecode", code, Told("a_gemeente"))
        for code in sorted(plan.towns.keys() - expected.keys())
    ]
    rows = {code: _numbers(row) for code, row in plan.towns.items()}
    parts = ("sleutel_personen", "inhaal_personen", "afspraken_personen")
    for code, row in rows.items():
        if sum(row[part] for part in parts) != row["doel_personen"]:
            key, catch_up, moved = (row[part] for part in parts)
            good = Told("sum_of_target", own=key, catch_up=catch_up, agreed=moved)
            problems.append(Finding(TOWNS, code, "doel_personen", row["doel_personen"], good, plan.towns[code].line))
    if moved := sum(row["afspraken_personen"] for row in rows.values()):
        problems.append(Finding(TOWNS, "", "afspraken_personen", moved, Told("moves_only")))
    targets = sum(row["doel_personen"] for row in rows.values())
    if targets != tables.total and tables.scenario["afronding"] == "grootste_resten":
        problems.append(Finding(TOWNS, "", "doel_personen", targets, Told("opgave", total=tables.total)))
    return problems


def _numbers(row: Mapping[str, str]) -> dict[str, int]:
    """Read the whole numbers of a row."""
    return {name: int(cell) for name, cell in row.items() if WHOLE.fullmatch(cell)}
