"""Every rule's rows in the LP text of one small case, compared with the text that a reader has checked.

A new rule: add to ``golden_case`` what gives it rows, rewrite with ``GOLDEN=rewrite python -m pytest
tests/optimizer/test_golden.py``, and read the new files in ``golden/`` against the formula before they are committed.
"""

import os
from pathlib import Path

import pytest
from cases import bound_to, example, gemeente, home, household, lock, program_of

from optimizer import readable
from optimizer.rules import RULES

GOLDEN = Path(__file__).parent / "golden"
A, B = "GM0001", "GM0002"


def golden_case():
    """Build a single (B1, zorg) who is bound to B, families of four and six, homes in A and B and one of A in B.

    Numbers of gemeenten, homes, seats and places all differ, so that a row shows whose number stands there.
    """
    return example(
        [
            gemeente(A, 3000, regio="R1", achterstand=2, most=9, sociale_verhuringen=20, vorig_kwartaal_personen=10),
            gemeente(B, 1000, regio="R2", least=1, provincie="Q", sociale_verhuringen=4, vorig_kwartaal_personen=4),
        ],
        [
            home(A, 1, 3),
            home(A, 4, 2),
            home(B, 4, 1),
            home(B, 6, 1, aandeel_minimaal=1.0),
            home(A, 1, 1, woonvorm="doorstroom_regionaal", gastgemeente=B, aanbod_id="regionaal"),
        ],
        [household("H1"), household("H2", adults=2, po=1, isk=1, weeks=20), household("H3", adults=1, young=5)],
        adults={"H1": [("B1", "zorg")], "H2": [("Z", "bouw"), ("onderwijs", "geen")], "H3": [("B1", "geen")]},
        seats={(A, "B1"): 3, (A, "onderwijs"): 4, (A, "Z"): 5, (B, "B1"): 6, (B, "onderwijs"): 7, (B, "Z"): 8},
        places={(A, "po"): 2, (A, "isk"): 3, (B, "po"): 4, (B, "isk"): 5},
        work={("R1", "zorg"): 1, ("R1", "bouw"): 2, ("R2", "zorg"): 3, ("R2", "bouw"): 4},
        km={A: 10, B: 30},
        bindingen=[bound_to("H1", B)],
        vastleggingen=[lock("vast", "H1", B), lock("verboden", "H2", A), lock("min", code=B, waarde=3)],
        later={(B, "B1"): 5},
        opgave_personen=8,
        band_provincie=0.5,
        band_regio=0.25,
        menging_band=0.5,
        verdringing_hoogstens=0.5,
        wijziging_hoogstens=0.5,
        min_uitstroom_personen=5,
    )


def rows_of(rule, program):
    """Give the rows of a rule from the LP text, and the cells that it forbids."""
    names = {name for name, at in readable.row_numbers(program).items() if at in range_of(rule, program)}
    lines, found, inside = readable.lp_text(program).splitlines(), [], False
    for line in lines[lines.index("Subject To") + 1 : lines.index("Bounds")]:
        if not line.startswith("  "):
            inside = line.strip().split(":")[0] in names
        found += [line] if inside else []
    return found + list(forbidden(rule, program))


def range_of(rule, program):
    rows = program.rows[rule.name]
    return range(rows.start, rows.stop)


def forbidden(rule, program):
    """Name the x columns that a rule keeps out."""
    ids, plekken = program.quarter.people.ids, program.quarter.plekken.names
    if rule.allows is None:
        return
    allowed = rule.allows(program.quarter)
    for who, name in enumerate(ids):
        yield from (f" x_{name}_{plek} = 0" for at, plek in enumerate(plekken) if not allowed[who, at])


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_rows_of_a_rule_are_those_that_were_read(rule):
    written = "\n".join(rows_of(rule, program_of(golden_case()))) + "\n"
    golden = GOLDEN / f"{rule.name}.txt"
    if os.environ.get("GOLDEN") == "rewrite":
        golden.write_text(written, encoding="ascii")

    assert written.strip(), f"{rule.name} has no rows in golden_case: add what gives it rows"
    assert golden.is_file(), f"no golden of {rule.name}: run GOLDEN=rewrite, and read what it writes"
    assert written == golden.read_text("ascii")


def test_every_golden_belongs_to_a_rule():
    assert {path.stem for path in GOLDEN.glob("*.txt")} == {rule.name for rule in RULES}
