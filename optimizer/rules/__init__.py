"""The rules of the quarter, in the order in which reports name them."""

from optimizer.model import Rule
from optimizer.rules import (
    bindingen,
    course_seats,
    displacement,
    fair_mix,
    home_stock,
    large_homes,
    link,
    locks,
    max_change,
    min_outflow,
    placement,
    reserved,
    school_places,
    sector_places,
    share,
    share_provincie,
    share_regio,
)

RULES: tuple[Rule, ...] = (
    placement.RULE,
    link.RULE,
    home_stock.RULE,
    displacement.RULE,
    course_seats.RULE,
    school_places.RULE,
    share.RULE,
    bindingen.RULE,
    locks.PLACED,
    locks.TAKEN,
    large_homes.RULE,
    share_provincie.RULE,
    share_regio.RULE,
    sector_places.RULE,
    reserved.RULE,
    fair_mix.RULE,
    max_change.RULE,
    min_outflow.RULE,
)
