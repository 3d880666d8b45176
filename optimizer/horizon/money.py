"""What published amounts come to for a plan: what it starts, whom it houses, and the days of reception it saves."""

from collections.abc import Iterator

import numpy as np

from inputs.case import begin
from inputs.horizon import next_quarters
from optimizer.horizon.cells import Cells
from optimizer.horizon.program import Planprogramma
from optimizer.horizon.result import Geldstand
from optimizer.horizon.waiting import persons
from optimizer.model import Floats


def money(program: Planprogramma, columns: Floats) -> Iterator[Geldstand]:
    """Multiply published amounts with what the plan starts, houses and saves."""
    look, cells = program.look, program.cells
    x, each = program.values("x", columns), persons(look)[cells.group]
    forms = np.array([form for form, _ in look.quarter.homes.types])[cells.home]
    amount = look.quarter.parameter
    for t, kwartaal in enumerate(look.series.kwartalen):
        days = (begin(next_quarters(kwartaal, 2)[1]) - begin(kwartaal)).days
        homes = sum(
            float(np.rint(program.values(f"start_{way.kind.naam}", columns))[t].sum()) * way.kind.gives
            for way in look.measures
            if way.kind.sft
        )
        yield Geldstand(kwartaal, "sft_woning", homes, "woningen", amount("geld.sft_woning"))
        yield Geldstand(kwartaal, "sft_beheer", homes, "woningen", amount("geld.sft_beheer"))
        here = cells.quarter == t
        shelter = float((x * each)[here & (forms == "har")].sum())
        yield Geldstand(kwartaal, "har_plus_tijdelijk", shelter, "personen", amount("geld.har_plus_tijdelijk"))
        lives = np.isin(forms, ("doorstroom_lokaal", "doorstroom_regionaal")) & _still(cells, t)
        yield Geldstand(
            kwartaal,
            "doorstroom_per_dag",
            days * float((x * each)[lives].sum()),
            "persoonsdagen",
            amount("geld.doorstroom_per_dag"),
        )
        housed = float((x * each)[here].sum())
        yield Geldstand(
            kwartaal, "coa_bespaard", days * housed, "persoonsdagen", float(look.series["budget.coa_per_dag"][t])
        )


def _still(cells: Cells, t: int) -> "np.ndarray[tuple[int], np.dtype[np.bool_]]":
    """Mark the cells in which somebody lives in a kwartaal."""
    return (cells.quarter <= t) & ((cells.back < 0) | (cells.back > t))
