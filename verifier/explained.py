"""The table that explains every household names each once, with its persons and where the plan puts it."""

from verifier.case import Tables
from verifier.finding import Finding, Told, compare
from verifier.plan import Plan
from verifier.read import plain, read_table

FILE = "uitleg.csv"


def check_explained(tables: Tables, plan: Plan) -> list[Finding]:
    """List every row that is of nobody, says another gemeente or size, or is missing; its points are not recomputed."""
    if not (plan.folder / FILE).is_file():
        return []
    owner = {p.household.id: p.home.owner for p in plan.placements}
    problems, left = list[Finding](), set(tables.households)
    for row in read_table(plan.folder / FILE):
        name = plain(row["huishouden_id"], tables.households)
        if name not in left:
            problems.append(Finding(FILE, name, "huishouden_id", name, Told("once"), row.line))
            continue
        left.discard(name)
        found: dict[str, object] = {"personen": row.whole("personen"), "gemeentecode": row["gemeentecode"]}
        expected = {"personen": tables.households[name].persons, "gemeentecode": owner.get(name, "")}
        problems += compare(FILE, name, found, expected, row.line)
    return problems + [Finding(FILE, name, "rows", 0, Told("once")) for name in sorted(left)]
