"""What a run in order reports of every level: what was reachable, what was allowed, and what the plan reached."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Niveau:
    """A level of the order: one goal, or last the goals that the order leaves out, at their exchange rates.

    Attributes
    ----------
    doelen : tuple of str
        Names of the goals minimised at this level.
    eenheid : str
        Unit of the numbers below; ``punten`` for several goals together.
    tolerantie : float
        How far later levels may worsen it, as a part of its optimum [1].
    tolerantie_vast : float
        The same in its own unit, on top [eenheid].
    lp_waarde : float
        Least that households cut in parts reach with the earlier goals within their ceilings [eenheid].
    ondergrens : float
        No plan with the earlier goals within their ceilings is below it [eenheid].
    plafond : float or None
        Most that it may be worth in the plan; None for the last level, which nothing follows [eenheid].
    gewicht : float
        Weight that the levels found for it, as used in the sum that is proved [punten/eenheid].
    waarde : float
        Recounted from the plan of whole households [eenheid].
    """

    doelen: tuple[str, ...]
    eenheid: str
    tolerantie: float
    tolerantie_vast: float
    lp_waarde: float
    ondergrens: float
    plafond: float | None
    gewicht: float
    waarde: float

    @property
    def boven_plafond(self) -> float:
        """How far the plan is above the ceiling, 0 where it is kept [eenheid]."""
        return 0.0 if self.plafond is None else max(self.waarde - self.plafond, 0.0)

    @property
    def gehaald(self) -> bool | None:
        """Whether the plan keeps the ceiling; None where there is none."""
        return None if self.plafond is None else self.boven_plafond == 0


@dataclass(frozen=True, slots=True)
class Rangorde:
    """The goals of a run in order.

    Attributes
    ----------
    bewaakt : int
        How often the search went on with keep rows, because whole households broke a ceiling [times].
    """

    niveaus: tuple[Niveau, ...]
    bewaakt: int

    @property
    def boven_plafond(self) -> dict[str, float]:
        """Goals that the plan leaves above their ceiling, and by how much [unit of the goal]."""
        return {niveau.doelen[0]: niveau.boven_plafond for niveau in self.niveaus if niveau.gehaald is False}
