"""The table of course seats and school places counts what the case has and what the placements need."""

from verifier.case import Tables
from verifier.finding import Finding, Told, compare
from verifier.plan import Plan
from verifier.read import read_table
from verifier.rules.services import places_taken, seats_taken

PLACES = "plaatsen.csv"
SEAT, SCHOOL = "cursusplaats", "schoolplaats"


def check_places(tables: Tables, plan: Plan) -> list[Finding]:
    """List every row that counts otherwise, and every count without a row."""
    seats, schools = seats_taken(plan), places_taken(plan)
    used = {*((SEAT, *cell) for cell in (+seats)), *((SCHOOL, *cell) for cell in (+schools))}
    offered = {(SEAT, *cell) for cell, count in tables.seats.items() if count}
    offered |= {(SCHOOL, *cell) for cell, count in tables.places.items() if count}
    problems, left = list[Finding](), used | offered
    for row in read_table(plan.folder / PLACES):
        cell, kind = (row["gemeentecode"], row["wat"]), row.choice("soort", SEAT, SCHOOL)
        there, taken = (tables.seats, seats) if kind == SEAT else (tables.places, schools)
        found: dict[str, object] = {name: row.whole(name) for name in ("aangeboden", "gebruikt")}
        expected = {"aangeboden": there.get(cell, 0), "gebruikt": taken[cell]}
        problems += compare(PLACES, " ".join((kind, *cell)), found, expected, row.line)
        left.discard((kind, *cell))
    return problems + [Finding(PLACES, " ".join(key), "", Told("nothing"), Told("a_line")) for key in sorted(left)]
