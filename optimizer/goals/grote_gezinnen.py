"""Large families come first: every person of one left in reception weighs again, on top of uitstroom."""

from optimizer.model import Goal, Price
from optimizer.quarter import Quarter
from optimizer.rules.large_homes import large


def prices(quarter: Quarter) -> tuple[Price, ...]:
    """Price the placement that a large household does not get by its persons [persons]."""
    return (Price("large_homes", below=((1.0, quarter.people.persons[large(quarter)]),)),)


GOAL = Goal(
    "grote_gezinnen",
    "personen in grote gezinnen in de opvang",
    "Eerste Kamer 14-11-2025: landelijk woonruimteverdeelsysteem voor woningen voor grote gezinnen",
    r"\sum_{h \in H:\, n_h \ge \bar n} p_h\, u_h",
    "grote_gezinnen.per_persoon",
    prices=prices,
)
