"""What published amounts come to for the homes of a plan: for all of it, and for each gemeente in its own table."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from verifier.case import Tables
from verifier.finding import Finding, Told, compare
from verifier.plan import Placement, Plan
from verifier.read import read_table
from verifier.shares import filled

SIZES, MONEY = "groottes.csv", "geld.csv"
HAR, SFT = ("har", "har+", "harplus"), ("sft", "stimuleringsregelingflexentransformatiewoningen")
"""How the column regeling may name a scheme, without signs and capitals."""
Line = dict[str, object]
COUNTED, CELLS = ("woningen_gebruikt", "geplaatste_personen"), {"aantal": "betaald_aantal"}
NAMED_ONLY = ("har_plus_woning", "sft_woning", "sft_beheer")
"""Amounts of which only the column regeling tells where they are paid."""
NO_AMOUNT = "geen"
"""Row of the homes of which no amount is known."""
UNPAID: Line = {"aantal": None, "eenheid": "", "bedrag": None, "totaal": None}


def national(tables: Tables, plan: Plan) -> dict[str, object]:
    """Give every figure of money of a plan by path."""
    lines = amounts(tables, plan, _schemes(tables))
    return {f"geld.{name}.{key}": value for name, line in lines.items() for key, value in line.items()}


def amounts(tables: Tables, plan: Plan, schemes: Mapping[str, str]) -> dict[str, Line]:
    """Multiply each published amount with what the columns of the case put under it [euro]."""
    named = _named(tables, schemes)
    start, quarter = tables.start, tables.scenario["kwartaal"]
    end = date(start.year + 1, 1, 1) if quarter[5] == "4" else date(start.year, start.month + 3, 1)
    shelter = _persons(p for p in plan.placements if p.home.form == "har")
    flow = _persons(p for p in plan.placements if p.home.form.startswith("doorstroom_"))
    other = [p for p in plan.placements if p.home.form != "har" and not p.home.form.startswith("doorstroom_")]
    har = _persons(p for p in other if _bare(schemes[p.home.id]) in HAR)
    sft = sum(homes for name, (homes, _) in filled(plan).items() if _bare(schemes[name]) in SFT)
    counts: dict[str, tuple[int | None, str]] = {
        "har_plus_woning": (har if named else None, "personen"),
        "har_plus_tijdelijk": (shelter, "personen"),
        "doorstroom_per_dag": (flow * (end - start).days, "persoonsdagen"),
        "sft_woning": (sft if named else None, "woningen"),
        "sft_beheer": (sft if named else None, "woningen"),
    }
    out: dict[str, Line] = {}
    for name, (count, unit) in counts.items():
        amount = tables.parameters[f"geld.{name}"]
        total = None if count is None else count * amount
        out[name] = {"aantal": count, "eenheid": unit, "bedrag": amount, "totaal": total}
    return out


def check_money(tables: Tables, plan: Plan) -> list[Finding]:
    """List every amount of a gemeente that its placements do not give, and every one without a row."""
    own, schemes = _by_owner(plan), _schemes(tables)
    expected: dict[tuple[str, str], Line] = {}
    for code in tables.towns:
        there = replace(plan, placements=tuple(own[code]))
        lines = {**amounts(tables, there, schemes), NO_AMOUNT: dict(UNPAID)}
        for name, line in lines.items():
            expected[code, name] = {**line, **_homes(tables, there, schemes, name)}
    problems = list[Finding]()
    for row in read_table(plan.folder / MONEY):
        place = f"{row['gemeentecode']} {row['regeling']}"
        line = expected.pop((row["gemeentecode"], row["regeling"]), {})
        if not line:
            problems.append(Finding(MONEY, place, "regeling", row["regeling"], Told("no_scheme"), row.line))
        cells = {"aantal": row["betaald_aantal"], **{name: row[name] for name in (*COUNTED, "bedrag", "totaal")}}
        found: Line = {name: row.exact(CELLS.get(name, name)) if cell else None for name, cell in cells.items()}
        problems += compare(MONEY, place, found | {"eenheid": row["eenheid"]}, line, row.line)
    return problems + [_missing(MONEY, " ".join(key)) for key in expected]


def _homes(tables: Tables, plan: Plan, schemes: Mapping[str, str], name: str) -> Line:
    """Count the homes and persons for which an amount is paid; unknown where no home on offer names a scheme."""
    paid = [p for p in plan.placements if name in _names(p, schemes)]
    if name in NAMED_ONLY and not _named(tables, schemes):
        return dict.fromkeys(COUNTED)
    homes = sum(count for count, _ in filled(replace(plan, placements=tuple(paid))).values())
    return dict(zip(COUNTED, (homes, _persons(paid)), strict=True))


def _names(placement: Placement, schemes: Mapping[str, str]) -> set[str]:
    """Name the amounts that are paid for a placement."""
    form, scheme = placement.home.form, _bare(schemes[placement.home.id])
    names = {"sft_woning", "sft_beheer"} if scheme in SFT else set[str]()
    if form == "har":
        names.add("har_plus_tijdelijk")
    elif form.startswith("doorstroom_"):
        names.add("doorstroom_per_dag")
    elif scheme in HAR:
        names.add("har_plus_woning")
    return names or {NO_AMOUNT}


def _named(tables: Tables, schemes: Mapping[str, str]) -> bool:
    """Say whether any home on offer names a scheme."""
    return any(schemes[home.id] for home in tables.homes.values() if home.now and home.places)


def check_sizes(tables: Tables, plan: Plan) -> list[Finding]:
    """List every size of household of which the table counts others than the placements."""
    expected = Counter((p.home.owner, str(p.household.persons)) for p in plan.placements)
    problems, seen = list[Finding](), set[tuple[str, str]]()
    for row in read_table(plan.folder / SIZES):
        key = (row.code("gemeentecode"), row["personen"])
        seen.add(key)
        found = {"toegewezen_huishoudens": row.whole("toegewezen_huishoudens")}
        problems += compare(SIZES, " ".join(key), found, {"toegewezen_huishoudens": expected[key]}, row.line)
    strange = [
        Finding(SIZES, key[0], "gemeentecode", key[0], Told("a_gemeente")) for key in seen if key[0] not in tables.towns
    ]
    return problems + strange + [_missing(SIZES, " ".join(key)) for key in sorted(expected.keys() - seen)]


def _missing(file: str, row: str) -> Finding:
    return Finding(file, row, "", Told("nothing"), Told("a_line"))


def _by_owner(plan: Plan) -> Mapping[str, list[Placement]]:
    own = defaultdict[str, list[Placement]](list)
    for placement in plan.placements:
        own[placement.home.owner].append(placement)
    return own


def _schemes(tables: Tables) -> dict[str, str]:
    """Give what the column regeling says of each home record."""
    return {row["aanbod_id"]: row.get("regeling", "") for row in read_table(tables.folder / "woningaanbod.csv")}


def _persons(placements: Iterable[Placement]) -> int:
    return sum(p.household.persons for p in placements)


def _bare(text: str) -> str:
    """Take signs, blanks and capitals away."""
    return "".join(sign for sign in text.casefold() if sign.isalnum() or sign == "+")
