"""A case may bring parameters of its own; each is looked at again before its date, by the calendar of the kwartaal."""

import hashlib
from datetime import date

import pytest
from faults import problems_of
from more_faults import parameters

from inputs.messages import render
from inputs.parameters import default_parameters, parse_parameters
from inputs.read import read_case

TWELVE = parameters("waarde = 14.0", "waarde = 12.0")
"""The parameters of the product with a norm of twelve weeks."""


def told(found):
    return [(p.code, p.bestand, p.kolom) for p in found]


def named(found, code):
    """Give the columns of the problems with a code."""
    return {p.kolom for p in found if p.code == code}


def test_the_parameters_of_the_case_take_the_place_of_those_of_the_product(write_case):
    case, warnings = read_case(write_case({"parameters.toml": TWELVE}))

    assert warnings == ()
    assert case.parameters["uitstroom.norm_weken"] == 12
    assert default_parameters()["uitstroom.norm_weken"] == 14
    (source,) = [b for b in case.bronnen if b.bestand == "parameters.toml"]
    assert source.sha256 == hashlib.sha256(TWELVE.encode()).hexdigest()


def test_the_scenario_goes_before_the_parameters_of_the_case_and_says_what_it_replaces(write_case):
    text = parameters("waarde = 60.0", "waarde = 70.0")
    case, _ = read_case(write_case({"parameters.toml": text}))

    assert case.parameters["uitstroom.per_persoon"] == 80
    assert case.parameters.waarden["uitstroom.per_persoon"].bron.startswith("scenario.toml (anders 70: ")


def test_a_byte_order_mark_of_notepad_is_no_part_of_a_settings_file(write_case, files):
    mark = b"\xef\xbb\xbf"
    marked = {"parameters.toml": mark + TWELVE.encode(), "scenario.toml": mark + files["scenario.toml"].encode()}
    case, _ = read_case(write_case(marked))

    assert (case.naam, case.parameters["uitstroom.norm_weken"]) == ("klein", 12)


def test_parameters_in_another_order_mean_the_same():
    blocks = TWELVE.replace("12.0", "14.0").split("\n\n")
    turned = parse_parameters("\n\n".join(reversed(blocks)))

    assert list(turned.waarden.values()) == list(default_parameters().waarden.values())
    assert list(turned.toegang.items()) == list(default_parameters().toegang.items())


def test_a_fault_in_the_parameters_is_told_with_those_of_the_other_files_and_makes_no_others(write_case):
    text = parameters("waarde = 0.25\n", "waarde = 25.0\n").replace('["alleen"]', '["allen"]', 1)
    changes = {
        "parameters.toml": text,
        "onderwijs.csv": ("GM0363;po;2026K1;5", "GM0363;po;2026K1;-1"),
        "scenario.toml": ("opgave_personen", "opgave_persoon"),
    }
    found = problems_of(write_case(changes))

    assert told(found) == [
        ("F.207", "onderwijs.csv", "plaatsen"),
        ("F.302", "scenario.toml", "opgave_persoon"),
        ("F.307", "parameters.toml", "uitstroom.per_kind"),
        ("F.312", "parameters.toml", "flex"),
    ]


def test_a_fault_names_the_line_of_its_key(write_case):
    text = parameters("bereik = [0.0, 52.0]", "bereik = [52.0, 0.0]")
    (found,) = problems_of(write_case({"parameters.toml": text}))

    assert found.regel == text.split("\n").index("bereik = [52.0, 0.0]") + 1


def test_a_kwartaal_on_the_day_of_the_review_is_warned_and_the_one_before_it_is_not(write_case, files):
    due = {p.naam for p in default_parameters().waarden.values() if p.herzien_voor == date(2027, 1, 1)}
    last = {name: text.replace("2026K1", "2026K4").replace("2026K2", "2026K4") for name, text in files.items()}
    first = {name: text.replace("2026K1", "2027K1").replace("2026K2", "2027K1") for name, text in files.items()}

    assert len(due) > 20
    assert named(problems_of(write_case(last)), "W.515") == set()
    assert named(problems_of(write_case(first)), "W.515") == due - {"uitstroom.per_persoon"}


def test_a_value_that_the_scenario_sets_is_the_planners_own_and_needs_no_review(write_case):
    once = "geldig_vanaf = 2026-01-01\nherzien_voor = 2027-01-01"
    text = parameters(once, "geldig_vanaf = 2025-01-01\nherzien_voor = 2026-01-01")
    case, warnings = read_case(write_case({"parameters.toml": text}))

    assert warnings == ()
    assert case.parameters.waarden["uitstroom.per_persoon"].herzien_voor is None


def test_a_review_names_value_source_and_date_and_where_to_write_the_new_one(write_case):
    text = parameters("2023-07-01\nherzien_voor = 2027-01-01", "2023-07-01\nherzien_voor = 2025-12-31")
    (found,) = problems_of(write_case({"parameters.toml": text}))

    assert render(found, "nl").startswith(
        "parameters.toml  uitstroom.norm_weken = '14': deze waarde [weken] moest voor 2025-12-31 worden herzien en "
        "2026K1 begint op 2026-01-01, bron: norm: 2 weken koppelen"
    )
    assert "scenario.toml onder [parameters], of in parameters.toml met een nieuwe herzien_voor" in render(found, "nl")


def test_a_kwartaal_before_a_value_holds_is_warned(write_case, files):
    early = {name: text.replace("2026K1", "2025K4").replace("2025-12-31", "2025-10-01") for name, text in files.items()}
    early["huishoudens.csv"] = early["huishoudens.csv"].replace("31-12-2025", "01-10-2025")
    found = problems_of(write_case(early))

    since = {p.naam for p in default_parameters().waarden.values() if p.geldig_vanaf > date(2025, 10, 1)}
    assert named(found, "W.516") == since - {"uitstroom.per_persoon"}
    assert "uitstroom.norm_weken" not in named(found, "W.516")


@pytest.mark.parametrize("naam", default_parameters().waarden)
def test_every_parameter_of_the_product_says_when_it_must_be_looked_at_again(naam):
    parameter = default_parameters().waarden[naam]

    assert parameter.herzien_voor is not None
    assert parameter.herzien_voor > parameter.geldig_vanaf
