"""What each gemeente should take and what the placements add up to there, to the person."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

from recount.files import Row, compare
from recount.plan import TOWNS, Plan
from recount.tables import Tables

HALF = Fraction(1, 2)


@dataclass(frozen=True)
class Share:
    """Key, catch-up and target of a gemeente, and the edges of its free band [persons]."""

    key: int
    catch_up: int
    lower: int
    upper: int

    @property
    def target(self) -> int:
        """Key and catch-up together [persons]."""
        return self.key + self.catch_up


def largest_remainder(weights: Sequence[int], total: int) -> list[int]:
    """Round shares of a total so that they sum to it; ties go to the first [persons]."""
    parts = [Fraction(weight * total, sum(weights)) for weight in weights]
    out = [floor(part) for part in parts]
    order = sorted(range(len(parts)), key=lambda k: (out[k] - parts[k], k))
    for k in order[: total - sum(out)]:
        out[k] += 1
    return out


def shares(tables: Tables) -> dict[str, Share]:
    """Work out the share of every gemeente from inhabitants, balances and the scenario [persons]."""
    codes, towns = list(tables.towns), list(tables.towns.values())
    catch_up = _catch_up([town.behind for town in towns], tables.scenario["inhaal_kwartalen"], tables.total)
    key = _key([town.inhabitants for town in towns], catch_up, tables.total)
    out = {}
    for code, town, own, extra in zip(codes, towns, key, catch_up, strict=True):
        target = own + extra
        half = ceil(max(Fraction(tables.scenario["band"]) * target, Fraction(tables.scenario["band_personen"])))
        lower, upper = max(target - half, 0, town.least), target + half
        if town.most is not None:
            lower, upper = min(lower, town.most), min(upper, town.most)
        out[code] = Share(own, extra, lower, max(lower, upper))
    return out


def _catch_up(behind: Sequence[int], quarters: int, total: int) -> list[int]:
    """Spread every balance over the kwartalen, halves away from zero; never more than there is [persons]."""
    parts = [(1 if b > 0 else -1) * floor(Fraction(abs(b), quarters) + HALF) for b in behind]
    if sum(part for part in parts if part > 0) <= total:
        return parts
    owed = largest_remainder([max(b, 0) for b in behind], total)
    return [own + min(part, 0) for own, part in zip(owed, parts, strict=True)]


def _key(inhabitants: Sequence[int], catch_up: Sequence[int], total: int) -> list[int]:
    """Spread the rest by inhabitants; who would come below 0 gets 0, and the others pay for it [persons]."""
    fixed: set[int] = set()
    while True:
        key = [-c if k in fixed else 0 for k, c in enumerate(catch_up)]
        open_ = [k for k in range(len(key)) if k not in fixed]
        rest = total - sum(catch_up) - sum(key)
        if open_ and rest > 0:
            for k, part in zip(open_, largest_remainder([inhabitants[k] for k in open_], rest), strict=True):
                key[k] = part
        below = {k for k in open_ if key[k] + catch_up[k] < 0}
        if not below:
            return key
        fixed |= below


def expected_towns(tables: Tables, plan: Plan) -> dict[str, dict[str, int]]:
    """Give for every gemeente what its row in gemeenten.csv must say [persons unless said]."""
    weights = [town.inhabitants for town in tables.towns.values()]
    repaired = largest_remainder(weights, tables.total)
    each = [floor(Fraction(weight * tables.total, sum(weights)) + HALF) for weight in weights]
    out = {}
    for n, (code, share) in enumerate(shares(tables).items()):
        own = [p.household for p in plan.placements if p.home.owner == code]
        guests = [p.household for p in plan.placements if p.home.host == code != p.home.owner]
        persons = sum(h.persons for h in own)
        out[code] = {
            "inwoners": weights[n],
            "sleutel_personen": share.key,
            "achterstand": tables.towns[code].behind,
            "inhaal_personen": share.catch_up,
            "doel_personen": share.target,
            "toegewezen_personen": persons,
            "toegewezen_huishoudens": len(own),
            "toegewezen_kinderen": sum(h.children for h in own),
            "gehuisvest_als_gast_personen": sum(h.persons for h in guests),
            "afwijking_personen": persons - share.target,
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


def check_towns(tables: Tables, plan: Plan, expected: dict[str, dict[str, int]]) -> list[str]:
    """List every number of gemeenten.csv that is not the sum of the placements or the share of the key."""
    problems = [
        text for code, row in expected.items() for text in compare(TOWNS, code, _numbers(plan.towns.get(code, {})), row)
    ]
    problems += [f"{TOWNS} {code}: not in the case" for code in sorted(plan.towns.keys() - expected.keys())]
    rows = {code: _numbers(row) for code, row in plan.towns.items()}
    problems += [
        f"{TOWNS} {code}: sleutel_personen {row['sleutel_personen']} + inhaal_personen {row['inhaal_personen']} "
        f"is not doel_personen {row['doel_personen']}"
        for code, row in rows.items()
        if row["sleutel_personen"] + row["inhaal_personen"] != row["doel_personen"]
    ]
    targets = sum(row["doel_personen"] for row in rows.values())
    if targets != tables.total:
        problems.append(f"{TOWNS} all: doel_personen sums to {targets}, the opgave is {tables.total}")
    return problems


def _numbers(row: Row) -> dict[str, int]:
    """Read the whole numbers of a row."""
    return {name: int(cell) for name, cell in row.items() if cell.lstrip("-").isdigit()}
