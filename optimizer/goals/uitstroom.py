"""Nobody should wait longer than needed: everyone left in reception weighs, more after 14 weeks or with children."""

import numpy as np

from optimizer.model import NONE, Floats, Goal, Price
from optimizer.quarter import Quarter


def weight(quarter: Quarter) -> Floats:
    """Weigh what it means that a household stays: its persons, more by weeks past the norm and by children [persons].

    Linear in the weeks and capped, so that one very old date does not decide everything.
    """
    late = np.clip(
        quarter.people.weeks - quarter.parameter("uitstroom.norm_weken"),
        0,
        quarter.parameter("uitstroom.weken_hoogstens"),
    )
    longer = quarter.parameter("uitstroom.per_week_na_norm") * late
    return quarter.people.persons * (1 + longer) + quarter.parameter("uitstroom.per_kind") * quarter.people.children


def prices(quarter: Quarter) -> tuple[Price, ...]:
    """Price the placement that a household does not get, and persons below the least outflow [weighted persons]."""
    short = quarter.parameter("uitstroom.ondergrens_factor")
    return (Price("placement", below=((1.0, weight(quarter)),)), Price("min_outflow", below=((NONE, short),)))


GOAL = Goal(
    "uitstroom",
    "gewogen personen in de opvang",
    "norm of 14 weeks: 2 coupling, 10 home, 2 moving (gemeente.nu 2023-07); Eerste Kamer 14-11-2025 on children",
    r"\sum_{h \in H} w_h\, u_h + \lambda \max(U - U_x, 0),"
    r" \quad w_h = p_h (1 + \alpha \min(\max(t_h - \bar n, 0), \bar t)) + \beta c_h",
    "uitstroom.per_persoon",
    prices=prices,
)
