"""Cases of a few households that hypothesis draws and makes small again: scarce homes, seats and places, and locks."""

from dataclasses import replace

from cases import Example, bound_to, example, gemeente, home, household, lock
from drawn_often import EXAMPLES
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

CODES = ("GM0001", "GM0002", "GM0003")
FORMS = ("sociale_huur", "flex", "particulier", "woningdelen")


def cases(count):
    """Draw so many cases in the normal suite, or those of a long run."""
    return settings(
        max_examples=EXAMPLES or count,
        derandomize=not EXAMPLES,
        deadline=None,
        database=None,
        suppress_health_check=[HealthCheck.too_slow],
    )


def counts(least, most):
    return st.integers(least, most)


@st.composite
def small_examples(draw, *, most=6, **scenario):
    """Draw a case of one to three gemeenten and at most ``most`` households."""
    codes = CODES[: draw(counts(1, 3))]
    people = [_household(draw, f"H{n}") for n in range(draw(counts(1, most)))]
    names = [h.huishouden_id for h in people]
    homes = [
        _home(draw, draw(st.sampled_from(codes)), n, draw(st.sampled_from(codes))) for n in range(draw(counts(0, 5)))
    ]
    seats = {(code, "B1"): draw(counts(0, 4)) for code in codes}
    places = {(code, soort): draw(counts(0, 3)) for code in codes for soort in ("po", "isk")}
    bound = draw(st.lists(st.sampled_from(names), max_size=1))
    return example(
        [_gemeente(draw, code) for code in codes],
        homes,
        people,
        seats=seats,
        places=places,
        km={code: draw(counts(0, 150)) for code in codes},
        bindingen=[bound_to(name, draw(st.sampled_from(codes))) for name in bound],
        vastleggingen=_locks(draw, [name for name in names if name not in bound], codes),
        **({"opgave_personen": draw(counts(0, 9)), "band_personen": 1} | scenario),
    )


def _gemeente(draw, code):
    return gemeente(
        code,
        draw(st.sampled_from([1000, 2500, 9000])),
        achterstand=draw(counts(-8, 8)),
        voorrang=draw(st.sampled_from(["ja", "ja", "nee", "alleen_gezinnen"])),
        most=draw(st.sampled_from([None, None, 3, 6])),
    )


def _household(draw, name):
    adults, po, isk = draw(counts(1, 2)), draw(counts(0, 2)), draw(counts(0, 1))
    weeks, delen = draw(st.sampled_from([2, 14, 30, 150])), draw(st.sampled_from(["ja", "nee"]))
    return household(name, adults, po=po, isk=isk, weeks=weeks, delen=delen)


def _home(draw, code, number, host):
    form = draw(st.sampled_from(FORMS))
    sleeps = draw(counts(2, 3)) if form == "woningdelen" else draw(counts(1, 6))
    rest = {} if host == code else {"gastgemeente": host}
    return home(code, sleeps, draw(counts(1, 3)), woonvorm=form, aanbod_id=f"W{number}", **rest)


def _locks(draw, names, codes):
    if not names or not draw(st.booleans()):
        return []
    soort, name, code = draw(st.sampled_from(["vast", "verboden"])), draw(st.sampled_from(names)), draw(codes_of(codes))
    return [lock(soort, name, code)]


def codes_of(codes):
    return st.sampled_from(codes)


def with_rows(built, **rows):
    """Give the same case with other rows in some tables."""
    return Example(replace(built.case, **rows), built.afstanden)
