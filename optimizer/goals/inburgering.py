"""Everyone should start a course soon: who takes a seat of the next kwartaal waits until it begins."""

from optimizer.model import Goal, Price
from optimizer.quarter import Quarter


def prices(quarter: Quarter) -> tuple[Price, ...]:
    """Price the adults beyond this kwartaal's seats by the weeks that they wait, up to the next one's [adult-weeks]."""
    weeks = quarter.parameter("inburgering.weken_tot_volgend")
    return (Price("course_seats", above=((quarter.services.later.ravel(), weeks),)),)


GOAL = Goal(
    "inburgering",
    "volwassene-weken wachten op een cursus",
    "Wet inburgering 2021; Eerste Kamer 14-11-2025: snelle en effectieve inburgering",
    r"\tau \sum_{g,r} \max\Big(\sum_{h,s:\, host(s)=g} a_{h,r}\, x_{h,s} - S_{g,r},\, 0\Big)",
    "inburgering.per_week",
    prices=prices,
)
