"""A divided gemeente is spread by the parts that the planner gives, to the unit; without them nothing is carried."""

import pytest
from carrying import carried, cells, notes, refused, total
from divided_case import SHARES, WINSUM

EXTRA = {
    "afspraken.csv": "van;naar;personen;kwartaal;grond\nGM0056;GM0005;1;2026K1;regio\n",
    "bindingen.csv": "huishouden_id;gemeenten;grond;peildatum\nH1;GM0056;werk;2025-11-01\n",
    "vastleggingen.csv": "huishouden_id;gemeentecode;soort;waarde;reden;wie\nH1;;vast;GM0056;werk;A\n",
    "gekoppeld.csv": "huishouden_id;gemeentecode\nH1;GM0056\n",
}
"""Tables that the case may have."""


def changed(name, old, new):
    """Change a file of the case of Winsum, or one that it may have."""
    files = {**WINSUM, **(EXTRA if name in EXTRA else {})}
    assert old in files[name]
    return {**files, name: files[name].replace(old, new)}


def test_odd_counts_are_divided_to_the_unit(tmp_path):
    """0.6 and 0.4 of 13 001 are 7 800.6 and 5 200.4: 7 801 and 5 200; of -7 they are -4.2 and -2.8: -4 and -3."""
    case = carried(tmp_path, WINSUM, SHARES)

    assert cells(case, "gemeenten", "gemeentecode", "naam", "inwoners", "achterstand") == [
        f"GM1966 Het Hogeland {10_000 + 7_801} {2 - 4}",
        f"GM1969 Westerkwartier {5_200 + 19_000} {-3 + 0}",
    ]
    assert total(case, "gemeenten", "inwoners") == (42_001, 42_001, 0)
    assert total(case, "gemeenten", "achterstand") == (-5, -5, 0)


def test_seats_and_places_are_divided_too(tmp_path):
    """Winsum has 2 seats of each leerroute (1.2 and 0.8: 1 and 1), 5 places po (3 and 2) and 10 isk (6 and 4)."""
    case = carried(tmp_path, WINSUM, SHARES)

    assert cells(case, "inburgering", "gebied", "plaatsen") == ["GM1966 2"] * 3 + ["GM1969 4"] * 3
    assert cells(case, "onderwijs", "gemeentecode", "soort", "plaatsen") == [
        "GM1966 po 3",
        "GM1966 isk 6",
        "GM1969 po 22",
        "GM1969 isk 24",
    ]


def test_a_mean_weighs_the_inhabitants_of_each_part(tmp_path):
    """(10 000 x 0.1 + 7 800.6 x 0.2) / 17 800.6 = 0.143822."""
    case = carried(tmp_path, WINSUM, SHARES)

    assert cells(case, "gemeenten", "ses_woa") == ["0,143822", "0,2"]


def test_a_key_is_divided_exactly(tmp_path):
    """0.6 and 0.4 of 7.5 are 4.5 and 3, beside weights of 1 and 0.25."""
    key = "gemeentecode;gewicht;bron\nGM0005;1;x\nGM0053;7,5;y\nGM0056;0,25;x\n"
    scenario = WINSUM["scenario.toml"] + 'sleutel = "eigen"\n'
    case = carried(tmp_path, {**WINSUM, "sleutel.csv": key, "scenario.toml": scenario}, SHARES)

    assert cells(case, "sleutel", "gemeentecode", "gewicht", "bron") == ["GM1966 5,5 x; y", "GM1969 3,25 y; x"]
    assert total(case, "sleutel", "gewicht") == (8.75, 8.75, 0)


def test_the_report_names_the_parts_and_their_source(tmp_path):
    case = carried(tmp_path, WINSUM, SHARES)
    text = case.files("nl")["overgang.csv"].decode("utf-8-sig")

    assert notes(case, "deel", "gemeenten") == [
        (3, "gemeentecode", "GM0053", "GM1966"),
        (3, "gemeentecode", "GM0053", "GM1969"),
    ]
    assert "deel 0,4 van GM0053 (Winsum) gaat naar GM1969 (Westerkwartier); bron: telling van de provincie" in text


def test_a_place_with_the_code_of_today_stays(tmp_path):
    """The planner wrote GM1966 for homes that stood in Winsum."""
    case = carried(tmp_path, WINSUM, SHARES)

    assert cells(case, "woningaanbod", "aanbod_id", "gemeentecode", "aantal") == ["A1 GM1966 3", "A2 GM1966 7"]


def test_without_parts_nothing_is_carried_and_the_planner_is_told_once_in_each_table(tmp_path):
    lines = refused(tmp_path, WINSUM)

    assert [line.split(":")[0] for line in lines] == ["gemeenten.csv", "inburgering.csv", "onderwijs.csv"]
    assert lines[0] == (
        "gemeenten.csv:3  gemeentecode = 'GM0053': GM0053 (Winsum) is verdeeld over GM1966 (Het Hogeland), GM1969 "
        "(Westerkwartier), en welk deel van de aantallen bij wie hoort, kan het programma niet weten; geef met "
        "--verdeling een tabel met de kolommen oude_code, nieuwe_code, deel en bron, en regels zoals "
        "GM0053;GM1966;0,25;bron; de delen van een gemeente zijn samen 1 [F.501]"
    )


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("woningaanbod.csv", "A1;GM0005", "A1;GM0053"),
        ("woningaanbod.csv", "GM0005;;", "GM0005;GM0053;"),
        ("huishoudens.csv", "nee;GM0056", "nee;GM0053"),
        ("opvanglocaties.csv", "GM0048", "GM0053"),
        ("afspraken.csv", "GM0056;GM0005", "GM0053;GM0005"),
        ("bindingen.csv", "GM0056", "GM0053"),
        ("vastleggingen.csv", "vast;GM0056", "vast;GM0053"),
        ("gekoppeld.csv", "GM0056", "GM0053"),
    ],
)
def test_a_place_in_a_divided_gemeente_is_the_planners_to_name_whatever_the_parts(tmp_path, name, old, new):
    lines = refused(tmp_path, changed(name, old, new), SHARES)

    assert len(lines) == 1
    assert lines[0].startswith(f"{name}:2  ")
    assert " = 'GM0053': GM0053 (Winsum) is verdeeld over GM1966 (Het Hogeland), GM1969" in lines[0]
    assert lines[0].endswith("maak er zo nodig meer regels van [F.505]")


def test_a_gemeente_that_went_to_one_successor_after_all_goes_as_a_whole(tmp_path):
    files = changed("woningaanbod.csv", "A1;GM0005", "A1;GM0053")
    case = carried(tmp_path, files, ("GM0053;GM1969;1;proef",))

    assert cells(case, "gemeenten", "gemeentecode", "inwoners") == ["GM1966 10000", "GM1969 32001"]
    assert cells(case, "woningaanbod", "gemeentecode") == ["GM1969", "GM1966"]
    assert "Winsum" not in str(next(w.velden["ontbreekt"] for w in case.warnings if w.velden["nieuw"][:6] == "GM1966"))


def test_a_new_gemeente_of_which_the_case_has_a_part_is_warned_about(tmp_path):
    case = carried(tmp_path, WINSUM, SHARES)
    found = [(w.regel, w.velden["aanwezig"], w.velden["ontbreekt"]) for w in case.warnings if w.code == "W.601"]

    assert found == [
        (2, "GM0005 (Bedum), GM0053 (Winsum)", "GM1651 (Eemsmond), GM1663 (De Marne)"),
        (3, "GM0053 (Winsum), GM0056 (Zuidhorn)", "GM0015 (Grootegast), GM0022 (Leek), GM0025 (Marum)"),
    ]
