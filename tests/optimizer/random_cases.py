"""Small cases by chance that keep what a national quarter has: scarce homes, seats and schools, and every exception.

The first gemeente gives no voorrang, the second only to families, the third takes at most 30 persons and the fourth at
least 5; each has flex homes in the next gemeente that count for itself.
"""

import numpy as np
from cases import bound_to, example, gemeente, home, household

SIZES = ((60, 4, 5), (120, 6, 7), (200, 10, 5))
"""Households, gemeenten, seed; 15 to 20 households a gemeente, and a linear optimum below the whole one."""
SECTORS = ("zorg", "bouw", "geen")
FAMILIES = ((2, 0, 0, 0), (1, 1, 1, 0), (2, 1, 1, 0), (2, 1, 1, 1), (2, 2, 2, 1), (2, 1, 3, 2))


def random_case(households, gemeenten, seed, **scenario):
    random = np.random.default_rng(seed)
    codes = [f"GM{n:04d}" for n in range(1, gemeenten + 1)]
    people = [_household(f"H{n:03d}", random) for n in range(households)]
    names = [h.huishouden_id for h in people]
    bindingen = [bound_to(name, " ".join(random.choice(codes, 2, replace=False))) for name in names[::12]]
    bindingen += [bound_to(name, regio="R1") for name in names[5::30]]
    sectors = {h.huishouden_id: _adults(h.volwassenen, random) for h in people}
    return example(
        [_gemeente(n, code, random) for n, code in enumerate(codes)],
        [h for n, code in enumerate(codes) for h in _homes(code, codes[(n + 1) % gemeenten], random)],
        people,
        adults=sectors,
        seats={
            (c, r): int(random.integers(2, most)) for c in codes for r, most in (("B1", 11), ("onderwijs", 9), ("Z", 9))
        },
        places={(c, s): int(random.integers(1, most)) for c in codes for s, most in (("po", 7), ("isk", 5))},
        work={(f"R{n}", s): int(random.integers(0, 40)) for n in range(3) for s in ("zorg", "bouw")},
        km={(site, c): float(random.integers(1, 200)) for site in ("azc", "noord", "zuid") for c in codes},
        bindingen=bindingen,
        **({"opgave_personen": None, "gap": 0.02} | scenario),
    )


def _gemeente(number, code, random):
    voorrang = {0: "nee", 1: "alleen_gezinnen"}.get(number, "ja")
    least, most = {2: (None, 30), 3: (5, None)}.get(number, (None, None))
    inwoners, achterstand = int(random.integers(10_000, 90_000)), int(random.integers(-20, 40))
    return gemeente(
        code, inwoners, regio=f"R{number % 3}", achterstand=achterstand, voorrang=voorrang, least=least, most=most
    )


def _household(name, random):
    shape = (1, 0, 0, 0) if random.random() < 0.7 else FAMILIES[random.integers(len(FAMILIES))]
    site, delen = random.choice(["azc", "noord", "zuid"]), random.choice(["ja", "nee"])
    return household(name, *shape, weeks=int(random.integers(2, 90)), site=str(site), delen=str(delen))


def _adults(count, random):
    return [(str(random.choice(["B1", "onderwijs", "Z"])), str(random.choice(SECTORS))) for _ in range(count)]


def _homes(code, neighbour, random):
    forms = [("flex", 1), ("hospita", 1), ("particulier", 2), ("particulier", 4), ("particulier", 8)]
    forms += [("sociale_huur", sleeps) for sleeps in (1, 2, 3, 4, 5, 6, 8)]
    for form, sleeps in forms:
        count = int(random.integers(0, 8 if sleeps == 1 else 4))
        yield home(code, sleeps, count, woonvorm=form, aanbod_id=f"{code}-{form}-{sleeps}", leverkans=0.9)
    away = {"woonvorm": "doorstroom_regionaal", "gastgemeente": neighbour, "aanbod_id": f"{code}-regionaal"}
    yield home(code, 1, int(random.integers(1, 4)), **away)
