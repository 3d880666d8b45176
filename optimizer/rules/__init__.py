"""The rules of the quarter, in the order in which reports name them."""

from optimizer.model import Rule
from optimizer.rules import bindingen, course_seats, home_stock, link, placement, school_places, share

RULES: tuple[Rule, ...] = (
    placement.RULE,
    link.RULE,
    home_stock.RULE,
    course_seats.RULE,
    school_places.RULE,
    share.RULE,
    bindingen.RULE,
)
