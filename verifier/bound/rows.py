"""Every row that households share: what its count costs, and the counts that a plan may reach."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from verifier.bound.prices import Key
from verifier.case import Tables
from verifier.goals import NO_SECTOR, home_type, plek_name, reserved
from verifier.rules.homes import social_most
from verifier.rules.services import seats_there
from verifier.shares import Share, shares
from verifier.spread import KINDS, Band, bands, factor, from_target, is_kind, near, outside, parts

BANDS = {"provincie": "share_provincie", "regio": "share_regio", "wijziging": "max_change", "menging": "fair_mix"}
ZERO = Fraction(0)


@dataclass(frozen=True)
class Row:
    """What a row counts and what that costs.

    Attributes
    ----------
    least, most : Fraction
        Counts that a plan may reach [unit of the rule].
    corners : tuple
        Counts between which the cost is a straight line; those outside least and most do not matter.
    cost : callable
        Cost of a count [punten].
    """

    least: Fraction
    most: Fraction
    corners: tuple[Fraction, ...]
    cost: Callable[[Fraction], Fraction]

    def worth(self, price: Fraction) -> Fraction:
        """Give the least of cost plus price times count: a convex function with straight parts has it at a corner."""
        inside = {self.least, self.most, *(c for c in self.corners if self.least < c < self.most)}
        return min(self.cost(count) + price * count for count in inside)


def rows(tables: Tables, rates: dict[str, Fraction]) -> dict[Key, Row]:
    """List every row of the case.

    Parameters
    ----------
    rates : dict
        Points for a unit of each goal [punten/unit].
    """
    persons = Fraction(sum(h.persons for h in tables.households.values()))
    return {
        **dict(_homes(tables, rates)),
        **dict(_places(tables, rates)),
        **dict(_shares(tables, rates, persons)),
        **dict(_locks(tables, rates, persons)),
        **dict(_bands(tables, rates, persons)),
    }


def free(most: int | Fraction) -> Row:
    """Make a row that costs nothing up to a hard maximum."""
    return Row(ZERO, Fraction(most), (), lambda _: ZERO)


def short(lower: Fraction, most: Fraction, price: Fraction) -> Row:
    """Make a row of which every unit below a bound costs the same."""
    return Row(ZERO, most, (lower,), lambda count: price * max(lower - count, ZERO))


def beyond(upper: Fraction, most: Fraction, price: Fraction) -> Row:
    """Make a row of which every unit above a bound costs the same."""
    return Row(ZERO, most, (upper,), lambda count: price * max(count - upper, ZERO))


def _homes(tables: Tables, rates: dict[str, Fraction]) -> Iterator[tuple[Key, Row]]:
    """Give the rows that homes count in: stock, reserved homes, and the social homes of an owner."""
    stock, names, kept = Counter[tuple[str, str, str, int]](), dict[tuple[str, str, str, int], str](), reserved(tables)
    for home in tables.homes.values():
        if home.now and home.places:
            stock[home_type(home)] += home.places
            names[home_type(home)] = plek_name(home)
    for where, count in stock.items():
        kind = f"{where[2]}_{where[3]}"
        yield ("home_stock", names[where], kind), free(count)
        if kept[where]:
            yield ("reserved", names[where], kind), short(Fraction(kept[where]), Fraction(count), rates["reservering"])
    for code, most in social_most(tables).items():
        yield ("displacement", code, ""), free(most)


def _places(tables: Tables, rates: dict[str, Fraction]) -> Iterator[tuple[Key, Row]]:
    """Give the rows of course seats, school places and work."""
    wait = rates["inburgering"] * tables.parameters["inburgering.weken_tot_volgend"]
    for cell, seats in seats_there(tables).items():
        yield ("course_seats", *cell), beyond(Fraction(tables.seats.get(cell, 0)), Fraction(seats), wait)
    for cell, places in tables.places.items():
        yield ("school_places", *cell), free(places)
    price = rates["participatie"] * tables.parameters["participatie.overloop"]
    adults = sum((h.sectors for h in tables.households.values()), Counter[str]())
    for region in {town.region for town in tables.towns.values()}:
        for sector, most in adults.items():
            if sector != NO_SECTOR:
                work = Fraction(tables.work.get((region, sector), 0))
                yield ("sector_places", region, sector), beyond(work, Fraction(most), price)


def _shares(tables: Tables, rates: dict[str, Fraction], persons: Fraction) -> Iterator[tuple[Key, Row]]:
    """Give the row of each gemeente's share; its maximum is hard."""
    for code, share in shares(tables).items():
        most, once = tables.towns[code].most, near(tables, share)
        edges = (share.lower - once, share.lower, share.upper, share.upper + once)

        def cost(count: Fraction, share: Share = share) -> Fraction:
            return rates["spreiding"] * from_target(tables, share, count)

        hard = persons if most is None else min(Fraction(most), persons)
        yield ("share", code, ""), Row(ZERO, hard, tuple(map(Fraction, edges)), cost)


def _locks(tables: Tables, rates: dict[str, Fraction], persons: Fraction) -> Iterator[tuple[Key, Row]]:
    """Give the rows of a planner's locks on gemeenten, and of the least outflow."""
    locks = tables.locks
    for code in locks.least.keys() | locks.most.keys():
        most = min(Fraction(locks.most.get(code, persons)), persons)
        yield ("lock_gemeente", code, ""), short(Fraction(locks.least.get(code, 0)), most, rates["vastleggingen"])
    least = tables.scenario["min_uitstroom_personen"]
    if least is not None:
        price = rates["uitstroom"] * tables.parameters["uitstroom.ondergrens_factor"]
        yield ("min_outflow", "NL", ""), short(Fraction(least), persons, price)


def _bands(tables: Tables, rates: dict[str, Fraction], persons: Fraction) -> Iterator[tuple[Key, Row]]:
    """Give the rows of every other band; the mix counts what is more than the national part, so it may be below 0."""
    part, everyone = parts(tables), tables.households.values()
    there = {kind: sum(h.persons for h in everyone if is_kind(tables, h, kind)) for kind in KINDS}
    for band in bands(tables):
        price = rates["spreiding"] * factor(tables, band)
        corners = tuple(edge for edge in (band.lower, band.upper) if edge is not None)

        def cost(count: Fraction, band: Band = band, price: Fraction = price) -> Fraction:
            return price * outside(band, count)

        if band.kind == "menging":
            code, kind = band.name.split(" ")
            row = Row(-part[kind] * persons, Fraction(there[kind]), corners, cost)
            yield (BANDS[band.kind], code, kind), row
        else:
            yield (BANDS[band.kind], band.name, ""), Row(ZERO, persons, corners, cost)
