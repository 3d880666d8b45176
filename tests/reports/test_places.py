"""Course seats and school places on offer and in use, where people live."""

from dataclasses import replace

from inputs.domain import Cursusplaatsen, Deelnemer, Schoolplaatsen
from reports.places import plaatsen_frame


def counted(case, allocation):
    frame = plaatsen_frame(case, allocation)
    return {tuple(row[:3]): tuple(row[3:]) for row in frame[COLUMNS].itertuples(index=False, name=None)}


COLUMNS = ["gemeentecode", "soort", "wat", "aangeboden", "gebruikt"]


def test_who_lives_elsewhere_uses_the_places_there_and_who_stays_uses_none(case, allocation):
    """H3 of Dordrecht lives in Rotterdam; H4 stays; seats of the next kwartaal are not of this one."""
    case = replace(
        case,
        deelnemers=(
            *(Deelnemer(h, "B1", "zorg") for h in ("H1", "H1", "H3", "H4")),
            Deelnemer("H2", "Z", "zorg"),
        ),
        inburgering=(
            Cursusplaatsen("GM0518", "B1", "2026K1", 1),
            Cursusplaatsen("GM0518", "B1", "2026K2", 9),
            Cursusplaatsen("GM0599", "B1", "2026K1", 4),
        ),
        onderwijs=(Schoolplaatsen("GM0518", "po", "2026K1", 3),),
        huishoudens=tuple(replace(h, kinderen_4_11=2, kinderen_12_17=1) for h in case.huishoudens),
    )

    found = counted(case, allocation)

    assert len(found) == 3 * 5
    assert found["GM0518", "cursusplaats", "B1"] == (1, 2)
    assert found["GM0518", "cursusplaats", "Z"] == (0, 1)
    assert found["GM0599", "cursusplaats", "B1"] == (4, 1)
    assert found["GM0505", "cursusplaats", "B1"] == (0, 0)
    assert found["GM0518", "schoolplaats", "po"] == (3, 4)
    assert found["GM0518", "schoolplaats", "isk"] == (0, 2)
    assert found["GM0599", "schoolplaats", "po"] == (0, 2)
