"""The synthetic example follows its margins, says that it is synthetic, and is the same every time."""

import csv
import hashlib
import tomllib

import pytest

from geodata.distances import main_places
from inputs.case import begin
from inputs.example.generate import KWARTAAL, draw_example, example_folder, write_example
from inputs.example.margins import read_margins
from inputs.example.places import largest_remainder
from inputs.read import read_case


@pytest.fixture(scope="module")
def national():
    return draw_example(main_places(), households=7000, seed=1).tables


def test_85_percent_of_the_households_are_single(national):
    single = sum(h.personen == 1 for h in national["huishoudens"])

    assert single == 5950


def test_9_percent_of_the_social_homes_sleep_one(national):
    social = [w for w in national["woningaanbod"] if w.woonvorm == "sociale_huur"]

    assert sum(w.aantal for w in social if w.slaapt == 1) / sum(w.aantal for w in social) == pytest.approx(
        0.09, abs=5e-4
    )


def test_large_families_are_the_other_tail(national):
    large = sum(h.personen >= 6 for h in national["huishoudens"])

    assert large / 1050 == pytest.approx(0.10 + 0.05 + 0.03, abs=0.03)
    assert max(h.personen for h in national["huishoudens"]) == 8


def test_opening_balances_sum_to_the_published_backlog(national):
    balance = [g.achterstand for g in national["gemeenten"]]

    assert sum(balance) == 12_105
    assert (sum(b > 0 for b in balance), sum(b < 0 for b in balance), balance.count(0)) == (244, 82, 16)


def test_70_percent_wait_longer_than_14_weeks(national):
    late = sum((begin(KWARTAAL) - h.vergunningdatum).days > 98 for h in national["huishoudens"])

    assert late / 7000 == pytest.approx(0.70, abs=0.02)


def test_the_quarter_holds_no_more_persons_than_are_waiting(national):
    assert sum(h.personen for h in national["huishoudens"]) < read_margins().number("wachtenden") == 18_420


def test_there_are_fewer_homes_than_households_and_22_doorstroomlocaties(national):
    homes = national["woningaanbod"]

    assert sum(w.aantal for w in homes) < 7000
    assert len({w.host for w in homes if w.woonvorm.startswith("doorstroom")}) == 22
    assert any(w.host != w.gemeentecode for w in homes)


def test_an_adult_has_one_row_and_every_margin_a_source(national):
    adults = sum(h.volwassenen for h in national["huishoudens"])

    assert len(national["deelnemers"]) == adults
    assert all(m.bron and m.soort in {"gepubliceerd", "aanname"} for m in read_margins().alle)


def test_every_row_of_every_file_says_synthetic_and_names_the_margins(tmp_path):
    folder = example_folder("klein", tmp_path, main_places())

    for file in folder.glob("*.csv"):
        rows = list(csv.DictReader(file.read_text("utf-8-sig").splitlines(), delimiter=";"))
        assert all("synthetisch" in row["bron"] and "12.105" in row["bron"] for row in rows), file.name
    scenario = tomllib.loads((folder / "scenario.toml").read_text("utf-8"))
    assert scenario["synthetisch"] is True
    assert "85 %" in scenario["marges"]


def test_a_small_example_claims_no_national_total():
    marges = draw_example(main_places(), households=60, seed=1, gemeenten=10).marges

    assert marges == (
        "85 % van de huishoudens alleenstaand en 9 % van de sociale huurwoningen hoogstens 50 m2 (NOS, juli 2024); "
        "beginstanden naar inwoners afgeleid van het landelijke cijfer 12.105 (19 637 nr. 3383, 1-1-2025); "
        "aantallen woningen, cursus- en schoolplaatsen zijn aannames"
    )


def test_the_national_example_says_how_many_of_the_persons_who_wait_it_holds():
    example = draw_example(main_places(), households=7000, seed=1)
    persons = sum(h.personen for h in example.tables["huishoudens"])

    assert persons == 10_119
    assert example.marges == (
        "85 % van de huishoudens alleenstaand en 9 % van de sociale huurwoningen hoogstens 50 m2 (NOS, juli 2024); "
        "beginstand samen 12.105 personen achter (19 637 nr. 3383, 1-1-2025), 244 gemeenten achter en 82 voor "
        "(ANP, 1-1-2026); 10.119 personen van de 18.420 wachtenden (ANP, 5-1-2026); "
        "aantallen woningen, cursus- en schoolplaatsen zijn aannames"
    )


def test_reception_sites_are_labelled_synthetic_and_lie_near_their_gemeente(national):
    places = main_places()

    for site in national["opvanglocaties"]:
        lon, lat = places[site.gemeentecode]
        assert site.locatie.startswith("Synthetische locatie")
        assert (abs(site.lon - lon) < 0.06, abs(site.lat - lat) < 0.06) == (True, True)


def test_the_same_seed_gives_the_same_bytes_and_another_seed_others(tmp_path):
    places = main_places()
    for name, seed in (("een", 3), ("twee", 3), ("drie", 4)):
        write_example(tmp_path / name, places, households=80, seed=seed, gemeenten=6, naam="proef")
    one, two, three = (
        hashlib.sha256(b"".join(f.read_bytes() for f in sorted((tmp_path / n).iterdir()))).hexdigest()
        for n in ("een", "twee", "drie")
    )

    assert one == two != three


@pytest.mark.parametrize(("households", "gemeenten"), [(1, 1), (5, 3), (60, 12), (300, 40)])
@pytest.mark.parametrize("seed", range(5))
def test_an_example_of_any_size_passes_the_checks_without_a_warning(tmp_path, households, gemeenten, seed):
    write_example(tmp_path / "x", main_places(), households=households, seed=seed, gemeenten=gemeenten)

    case, warnings = read_case(tmp_path / "x")

    assert len(case.huishoudens) == households
    assert warnings == ()


def test_largest_remainder_by_hand():
    assert largest_remainder([0.5, 0.3, 0.2], 7).tolist() == [4, 2, 1]  # 3.5, 2.1, 1.4: the one left goes to 0.5
