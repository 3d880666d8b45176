"""The price of one row of a rule in the proof of a bound, as a frozen value that reports may show."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Schaduwprijs:
    """What the proof charges for one more unit of a row.

    Attributes
    ----------
    regel, gebied, soort : str
        Rule, and area and kind of its row; ``soort`` is empty where a rule has one kind.
    punten : float
        The dual of the row [punten per unit of the rule]; below 0 for what is short.
    """

    regel: str
    gebied: str
    soort: str
    punten: float
