import pytest

from reports.limits import limit


@pytest.mark.parametrize(
    ("waiting", "most", "text"),
    [
        ({}, None, "Geen passend huishouden wacht nog."),
        ({"geen_vorm": 3}, None, "Hier staat geen woning open voor wie nog wacht."),
        (
            {"geen_vorm": 3, "binding": 1},
            None,
            "Wie nog wacht en hier zou kunnen wonen, is aan een andere plaats gebonden.",
        ),
        (
            {"cursus": 58, "woning": 990, "binding": 2},
            None,
            (
                "Van wie nog wacht past hier niemand meer: "
                "voor 990 huishoudens is geen passende woning vrij, voor 58 geen cursusplaats."
            ),
        ),
        ({"school": 1}, None, "Van wie nog wacht past hier niemand meer: voor 1 huishouden is geen schoolplaats."),
        (
            {"geen_vorm": 3, "vastlegging": 1},
            None,
            (
                "Wie nog wacht en hier zou kunnen wonen, mag dat niet door een vastlegging van de planner "
                "of is aan een andere plaats gebonden."
            ),
        ),
        (
            {"woning": 3, "verdringing": 4, "vastlegging": 9},
            None,
            (
                "Van wie nog wacht past hier niemand meer: voor 4 huishoudens blijven de vrije sociale huurwoningen "
                "over voor andere woningzoekenden, voor 3 geen passende woning."
            ),
        ),
        (
            {"woning": 1, "maximum": 2},
            40,
            (
                "De gemeente neemt hoogstens 40 personen op. Van wie nog wacht: voor 1 huishouden is geen "
                "passende woning vrij, 2 huishoudens passen alleen boven het hoogste aantal."
            ),
        ),
        (
            {"afweging": 1},
            None,
            "Van wie nog wacht: 1 huishouden past hier, maar een plaats kost andere doelen meer dan hij oplevert.",
        ),
    ],
)
def test_the_limit_counts_who_waits(waiting, most, text):
    assert limit(waiting, most) == text
