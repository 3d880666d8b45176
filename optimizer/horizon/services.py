"""What living somewhere asks: a course seat for every adult, a school place for every child, and a bed until then."""

import numpy as np

from optimizer.horizon.cells import Cells
from optimizer.horizon.measures import CONVERSION
from optimizer.horizon.outlook import ROUTES, SCHOOLS, Outlook
from optimizer.horizon.tableau import Tableau
from optimizer.horizon.waiting import WEEKS, persons
from optimizer.model import NONE, Floats, Ints


def load(look: Outlook, each: Floats) -> Floats:
    """Give what a household asks, the singles of whom family comes as the other singles [group + 1 x kind]."""
    nareis = look.groups.nareis
    last = np.zeros(each.shape[1]) if nareis is None else each[nareis.alone].mean(axis=0)
    return np.vstack([each, last])


def add_services(tableau: Tableau, look: Outlook, cells: Cells) -> None:
    """Queue adults for the seats of the host, keep children below its school places, and count beds."""
    host, gemeenten = look.quarter.plekken.host[cells.plek], len(look.quarter.codes)
    adults, children = load(look, look.groups.adults), load(look, look.groups.school)
    wait = WEEKS * look.quarter.parameter("inburgering.per_week")
    most = float(adults.max() * tableau_most(look))
    queue = tableau.add_columns("queue", (look.count, gemeenten, ROUTES), wait, most)
    rows = tableau.add_rows("seats", queue.shape, -NONE, look.supply.seats)
    tableau.put(rows, queue, -1.0)
    tableau.put(rows[1:], queue[:-1], 1.0)
    _charge(tableau, rows, (cells.quarter, host), adults[cells.group])
    school = tableau.add_rows("school", (look.count, gemeenten, SCHOOLS), -NONE, look.supply.places)
    _charge(tableau, school, (cells.quarter, host), children[cells.group])
    _beds(tableau, look)


def tableau_most(look: Outlook) -> float:
    """Count more households than can ever be housed in one place [households]."""
    return float(look.groups.waiting.sum() + look.inflow.sum()) * (look.count + 1) + 1


def _charge(tableau: Tableau, rows: Ints, at: tuple[Ints, Ints], each: Floats) -> None:
    """Charge each cell to the rows of its gemeente, kind by kind."""
    for kind in range(each.shape[1]):
        on = each[:, kind] > 0
        tableau.put(rows[at[0][on], at[1][on], kind], tableau.columns["x"][on], each[on, kind])


def _beds(tableau: Tableau, look: Outlook) -> None:
    """Price who waits beyond the places of reception; what is converted to homes is lost there at once [persons]."""
    each, most = persons(look), float(tableau_most(look) * look.groups.persons.max())
    price = look.series["opvang.punten"]
    over = tableau.add_columns("over", (look.count,), price, most)
    free = look.beds.sum() - look.series["opvang.anderen"]
    rows = tableau.add_rows("beds", (look.count,), -NONE, free)
    tableau.put(rows, over, -1.0)
    tableau.put(rows[:, None], tableau.columns["waiting"], each[None, :-1])
    if "expecting" in tableau.columns:
        tableau.put(rows[:, None], tableau.columns["expecting"], each[-1])
    start = tableau.columns.get(f"start_{CONVERSION}")
    if start is not None:
        for t in range(look.count):
            tableau.put(rows[t:, None], start[t][None, :], 1.0)
