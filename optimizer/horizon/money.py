"""What published amounts come to for a plan: what it starts, whom it houses, and the days of reception it saves.

A gemeente is paid for what starts in it and for whom it houses as owner. Numbers of the country are the sums of those
of the gemeenten as these are written, so that both tables agree to the last digit.
"""

from collections.abc import Iterator, Sequence
from math import fsum

import numpy as np

from inputs.case import begin
from inputs.horizon import next_quarters
from optimizer.horizon.cells import Cells
from optimizer.horizon.program import Planprogramma
from optimizer.horizon.result import Geldstand
from optimizer.horizon.result_sides import Geldgemeente
from optimizer.horizon.waiting import persons
from optimizer.model import Bools, Floats

DIGITS = 4
"""Decimals in which a number of a gemeente is told [digits]."""
HOMES, PERSONS, DAYS = "woningen", "personen", "persoonsdagen"
UNITS = {
    "sft_woning": HOMES,
    "sft_beheer": HOMES,
    "har_plus_tijdelijk": PERSONS,
    "doorstroom_per_dag": DAYS,
    "coa_bespaard": DAYS,
}
"""What each amount is paid for; the last is saved, and pays nobody."""
SAVED = "coa_bespaard"
"""What is saved at COA; no scheme."""
FLOW = ("doorstroom_lokaal", "doorstroom_regionaal")
"""Woonvormen that are paid by the day."""


def money_of_gemeenten(program: Planprogramma, columns: Floats) -> Iterator[Geldgemeente]:
    """Multiply published amounts with what each gemeente starts, houses and saves; rows of 0 are left out."""
    codes = program.look.quarter.codes
    for t, kwartaal in enumerate(program.look.series.kwartalen):
        counts = _counts(program, columns, t)
        for name, unit in UNITS.items():
            amount = _amount(program, name, t)
            for code, count in zip(codes, np.round(counts[name], DIGITS) + 0.0, strict=True):
                if count > 0:
                    paid = round(float(count) * amount, DIGITS)
                    yield Geldgemeente(kwartaal, code, name, float(count), unit, amount, paid)


def money(program: Planprogramma, rows: Sequence[Geldgemeente]) -> Iterator[Geldstand]:
    """Add up the gemeenten by kwartaal and amount."""
    for t, kwartaal in enumerate(program.look.series.kwartalen):
        for name, unit in UNITS.items():
            own = [row for row in rows if (row.kwartaal, row.regeling) == (kwartaal, name)]
            count, total = (round(fsum(getattr(row, field) for row in own), DIGITS) for field in ("aantal", "totaal"))
            yield Geldstand(kwartaal, name, count, unit, _amount(program, name, t), total)


def _amount(program: Planprogramma, name: str, t: int) -> float:
    """Give an amount [euro/unit]; that of a saved day is a value of the plan."""
    look = program.look
    return float(look.series["budget.coa_per_dag"][t]) if name == SAVED else look.quarter.parameter(f"geld.{name}")


def _counts(program: Planprogramma, columns: Floats, t: int) -> dict[str, Floats]:
    """Count in a kwartaal what each amount is paid for [gemeente, its unit]."""
    look, cells = program.look, program.cells
    kwartaal = look.series.kwartalen[t]
    days = (begin(next_quarters(kwartaal, 2)[1]) - begin(kwartaal)).days
    forms = np.array([form for form, _ in look.quarter.homes.types])[cells.home]
    housed = program.values("x", columns) * persons(look)[cells.group]
    owner, gemeenten = look.quarter.plekken.owner[cells.plek], len(look.quarter.codes)

    def people(some: Bools) -> Floats:
        total = np.zeros(gemeenten)
        np.add.at(total, owner[some], housed[some])
        return total

    here = cells.quarter == t
    homes = np.zeros(gemeenten)
    for way in look.measures:
        if way.kind.sft:
            units = np.rint(program.values(f"start_{way.kind.naam}", columns))[t]
            np.add.at(homes, way.gemeente, units * way.kind.gives)
    return {
        "sft_woning": homes,
        "sft_beheer": homes,
        "har_plus_tijdelijk": people(here & (forms == "har")),
        "doorstroom_per_dag": days * people(np.isin(forms, FLOW) & _still(cells, t)),
        SAVED: days * people(here),
    }


def _still(cells: Cells, t: int) -> Bools:
    """Mark the cells in which somebody lives in a kwartaal."""
    return (cells.quarter <= t) & ((cells.back < 0) | (cells.back > t))
