"""For each rule a case that changes when the rule is dropped, worked out by hand."""

from typing import NamedTuple

from cases import Example, bound_to, example, gemeente, home, household, lock, only

A, B = "GM0001", "GM0002"
BOTH = [gemeente(A), gemeente(B)]
HOMES = [home(A, 1), home(B, 1)]
EXACT_BAND = {"band": 0.0, "band_personen": 0}


class Planted(NamedTuple):
    """A case, with who goes where under all rules and who would go where without the rule."""

    built: Example
    kept: set
    dropped: set


def one_person_and_a_far_target():
    """Put A at 0 km with a target of 0, B at 10 km with 1 person: 1 punt of distance against 8 of share."""
    gemeenten = [gemeente(A, 1), gemeente(B, 999)]
    homes = HOMES
    return example(gemeenten, homes, [household("H1")], km={B: 10}, opgave_personen=1, **EXACT_BAND)


def two_singles_in_one_gemeente(homes=2, **rest):
    """H1 waits ten weeks longer than H2, so the only place is for H1."""
    return example([gemeente(A)], [home(A, 1, homes)], [household("H1", weeks=24), household("H2")], **rest)


def one_large_and_one_long_waiting_family():
    """Four places in school for four children of one family: 6 + 1 of the large one, 5 x 2.04 + 1 of the other.

    60 x 7 = 420 against 60 x 11.2 = 672, but 420 + 60 x 6 = 780 with the goal of large families; what they weigh
    outside the band of 2 persons, 40 against 28, turns neither.
    """
    people = [household("H1", adults=2, po=4), household("H2", adults=1, po=4, weeks=118)]
    return example([gemeente(A)], [home(A, 6), home(A, 5)], people, places={(A, "po"): 4})


def two_areas(**band):
    """Ask one person of each area: two in A are 1 + 1 persons outside, 4 punten each; 30 km for H2 are 3 punten."""
    return example(
        [gemeente(A, provincie="P1", regio="R1"), gemeente(B, provincie="P2", regio="R2")],
        [home(A, 1, 2), home(B, 1, 2)],
        [household("H1"), household("H2", site="azc2")],
        km={("azc", B): 50, ("azc2", B): 30},
        opgave_personen=2,
        band=1.0,
        band_personen=0,
        **band,
    )


def one_place_for_work_in_each():
    """Two who look for work in zorg, one place in each region: 0.5 x 6 = 3 punten beyond it, 2 for 20 km."""
    return example(
        [gemeente(A, regio="R1"), gemeente(B, regio="R2")],
        [home(A, 1, 2), home(B, 1, 2)],
        [household("H1"), household("H2", site="azc2")],
        adults={name: [("B1", "zorg")] for name in ("H1", "H2")},
        work={("R1", "zorg"): 1, ("R2", "zorg"): 1},
        km={("azc", B): 50, ("azc2", B): 20},
    )


def singles_apart_from_the_couple():
    """Half of the persons are singles; a couple in B and two singles in A are 1 more there and 1 fewer here.

    2 x 4 = 8 punten; one single to B leaves 0.5 + 0.5, 4 punten and 1 for 10 km; both to B leave nothing, for 2.
    """
    return example(
        BOTH,
        [home(A, 1, 2), home(B, 1, 2), home(B, 2)],
        [household("H1"), household("H2"), household("H3", adults=2)],
        km={B: 10},
        opgave_personen=4,
        band=1.0,
        band_personen=0,
        menging_band=0.0,
    )


PLANTED = {
    "placement": Planted(
        example(
            BOTH,
            HOMES,
            [household("H1")],
            km={B: 5},
            opgave_personen=2,
            parameters=only("uitstroom", "spreiding", "nabijheid"),
            **EXACT_BAND,
        ),
        {("H1", A)},
        {("H1", A), ("H1", B)},
    ),
    "link": Planted(
        two_singles_in_one_gemeente(homes=1),
        {("H1", A)},
        {("H1", A), ("H2", A)},
    ),
    "home_stock": Planted(
        example([gemeente(A)], [home(A, 3)], [household("H1", adults=3), household("H2", adults=2)]),
        {("H1", A)},
        {("H1", A), ("H2", A)},
    ),
    "course_seats": Planted(
        two_singles_in_one_gemeente(seats={(A, "B1"): 1}),
        {("H1", A)},
        {("H1", A), ("H2", A)},
    ),
    "school_places": Planted(
        example([gemeente(A)], [home(A, 2)], [household("H1", adults=1, po=1)], places={(A, "po"): 0}),
        set(),
        {("H1", A)},
    ),
    "share": Planted(one_person_and_a_far_target(), {("H1", B)}, {("H1", A)}),
    "displacement": Planted(
        example(
            [gemeente(A, sociale_verhuringen=9), gemeente(B, sociale_verhuringen=10)],
            [home(A, 1, 2), home(B, 1, 2)],
            [household("H1", weeks=24), household("H2")],
            km={B: 10},
            verdringing_hoogstens=0.1,
        ),
        {("H1", B)},
        {("H1", A), ("H2", A)},
    ),
    "lock_household": Planted(
        example(BOTH, HOMES, [household("H1")], km={B: 10}, vastleggingen=[lock("vast", "H1", B)]),
        {("H1", B)},
        {("H1", A)},
    ),
    "lock_gemeente": Planted(
        example(BOTH, HOMES, [household("H1")], km={B: 10}, vastleggingen=[lock("max", code=A, waarde=0)]),
        {("H1", B)},
        {("H1", A)},
    ),
    "large_homes": Planted(one_large_and_one_long_waiting_family(), {("H1", A)}, {("H2", A)}),
    "share_provincie": Planted(two_areas(band_provincie=0.0), {("H1", A), ("H2", B)}, {("H1", A), ("H2", A)}),
    "share_regio": Planted(two_areas(band_regio=0.0), {("H1", A), ("H2", B)}, {("H1", A), ("H2", A)}),
    "sector_places": Planted(one_place_for_work_in_each(), {("H1", A), ("H2", B)}, {("H1", A), ("H2", A)}),
    "reserved": Planted(
        example(
            BOTH,
            [home(A, 1), home(B, 1, woonvorm="flex", aandeel_minimaal=1.0)],
            [household("H1")],
            km={B: 50},
        ),
        {("H1", B)},
        {("H1", A)},
    ),
    "fair_mix": Planted(
        singles_apart_from_the_couple(),
        {("H1", B), ("H2", B), ("H3", B)},
        {("H1", A), ("H2", A), ("H3", B)},
    ),
    "max_change": Planted(
        example(
            [gemeente(A, vorig_kwartaal_personen=0), gemeente(B, vorig_kwartaal_personen=1)],
            HOMES,
            [household("H1")],
            km={B: 10},
            wijziging_hoogstens=0.0,
            parameters={"spreiding.wijziging_personen": 0.0},
        ),
        {("H1", B)},
        {("H1", A)},
    ),
    "min_outflow": Planted(
        example(
            [gemeente(A)],
            [home(A, 1)],
            [household("H1")],
            min_uitstroom_personen=1,
            parameters={"uitstroom.per_persoon": 1.0},
        ),
        {("H1", A)},
        set(),
    ),
    "bindingen": Planted(
        example(BOTH, HOMES, [household("H1")], km={B: 10}, bindingen=[bound_to("H1", B)]),
        {("H1", B)},
        {("H1", A)},
    ),
}
"""Rule to its case."""
