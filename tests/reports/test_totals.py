"""Sums of provincies, regions and the country are those of the gemeenten, and other rules are those of run.json."""

import json
from dataclasses import replace

import pytest
from opened import table

from reports.manifest import run_json
from reports.totals import BELOW, SUMMED, area_frame, national_frame
from reports.words import words
from reports.workbook import workbook

PLACES = {"GM0505": ("Zuid-Holland", "Drechtsteden"), "GM0518": ("Zuid-Holland", "Haaglanden")}
ELSEWHERE = ("Utrecht", "Haaglanden")


@pytest.fixture
def spread(explained):
    """Give the plan with the third gemeente in another provincie, and the second in another region."""
    rows = [(g, *PLACES.get(g.gemeentecode, ELSEWHERE)) for g in explained.gemeenten]
    gemeenten = tuple(replace(g, provincie=provincie, arbeidsmarktregio=regio) for g, provincie, regio in rows)
    return replace(explained, gemeenten=gemeenten)


@pytest.mark.parametrize("area", ["provincie", "arbeidsmarktregio"])
def test_the_rows_of_an_area_add_up_to_the_gemeenten_to_the_unit(case, spread, area):
    frame = area_frame(case, spread, area)

    for name in SUMMED:
        assert frame[name].sum() == sum(getattr(g, name) for g in spread.gemeenten), name
    assert frame["gemeenten"].sum() == len(spread.gemeenten) == 3


def test_an_area_is_the_sum_of_its_own_gemeenten(case, spread):
    """Den Haag gets 5 of 4 and Dordrecht 1 of 3 in Zuid-Holland; the third gets 0 of 3 in Utrecht."""
    frame = area_frame(case, spread, "provincie").set_index("provincie")

    assert frame.loc["Zuid-Holland", ["doel_personen", "toegewezen_personen", "afwijking_personen"]].tolist() == [
        7,
        6,
        -1,
    ]
    assert frame.loc["Zuid-Holland", "afwijking_deel"] == pytest.approx(-1 / 7)
    assert frame.loc["Zuid-Holland", "per_1000"] == 0.03
    assert frame.loc["Utrecht", ["doel_personen", "toegewezen_personen"]].tolist() == [3, 0]
    assert frame.loc["Utrecht", "benutting"] is None


def test_who_is_below_the_target_is_not_made_up_for_by_who_is_above_and_has_one_reason(case, spread):
    """Dordrecht is 2 short and Den Haag 1 over: 2 persons below, and what limits Dordrecht is that nobody waits."""
    frame = area_frame(case, spread, "provincie").set_index("provincie")

    row = frame.loc["Zuid-Holland"]
    assert row["onder_doel_personen"] == 2
    assert [row[name] for name in BELOW] == [0, 0, 0, 2]
    everything = area_frame(case, spread, "arbeidsmarktregio")
    assert everything["onder_doel_personen"].sum() == everything[list(BELOW)].to_numpy().sum() == 5


def test_every_reason_belongs_to_one_group():
    told = [rule for rules in BELOW.values() for rule in rules]

    assert sorted(told) == sorted(words("nl").group("regel"))


def test_the_country_is_the_sum_of_the_gemeenten_with_goals_and_proof(case, spread):
    frame = national_frame(case, spread)
    totals = frame[frame["onderdeel"] == "Totalen"].set_index(["maat", "eenheid"])["waarde"]
    goals = frame[frame["onderdeel"] == "Doelen"].set_index("maat")
    proof = frame[frame["onderdeel"] == "Bewijs"].set_index("maat")

    assert totals["Wachtend", "personen"] == 10
    assert totals["Toegewezen", "personen"] == 6
    assert totals["Doel", "personen"] == 10
    assert totals["Verschil met doel", "personen"] == -4
    assert totals["Gemeenten", "aantal"] == 3
    assert goals.loc["Wachten in de opvang", ["waarde", "ondergrens", "tarief", "punten"]].tolist() == [4, 3.5, 60, 240]
    assert proof.loc["Waarde van het plan", ["waarde", "ondergrens"]].tolist() == [250.0, 249.0]
    assert proof.loc["Bewezen verschil", "waarde"] == 0.004
    assert proof.loc["Bewezen binnen het gevraagde", "waarde"] == "ja"


def test_the_sheets_show_the_same_sums(case, spread):
    content = workbook(case, spread, "kaart")

    assigned = "Toegewezen [personen]"
    sums = {name: sum(row[assigned] for row in table(content, name)) for name in ("Provincies", "Gemeenten")}
    assert sums == {"Provincies": 6, "Gemeenten": 6}
    assert [(r["Provincie"], r[assigned]) for r in table(content, "Provincies")] == [
        ("Utrecht", 0),
        ("Zuid-Holland", 6),
    ]
    assert [r["Arbeidsmarktregio"] for r in table(content, "Arbeidsmarktregio's")] == ["Drechtsteden", "Haaglanden"]


def test_the_other_rules_stand_beside_the_plan_with_the_numbers_of_run_json(case, spread, geography):
    told, manifest = words("nl"), json.loads(run_json(case, spread, geography, {}))
    rule = manifest["baselines"]["volgorde"]
    rows = {row["Maat"]: row for row in table(workbook(case, spread, "kaart"), "Vergelijkingen") if row["Eenheid"]}
    other = "Op volgorde van vergunning [eenheid]"

    goals = {told(f"doel.{goal['name']}"): goal["value"] for goal in rule["goals"]}
    assert {name: rows[name][other] for name in goals} == goals
    score = rows["Aansluiting op werk, per volwassene met een woning"]
    assert score[other] == rule["kengetallen"]["gemiddelde_score"]
    assert rows["Verschil met de doelen, alle gemeenten samen"][other] == rule["kengetallen"]["afwijking_personen"]
    assert rows["Wie blijft: langste wachttijd"][other] == 30.0
    assert rows["Houdt zich aan elke regel"][other] == "ja"
    persons = table(workbook(case, spread, "kaart"), "Vergelijkingen")[0]
    assert (persons["Eenheid"], persons[other]) == ("personen", rule["counts"]["geplaatste_personen"])


def test_the_other_rules_name_no_household(case, spread):
    text = str(table(workbook(case, spread, "kaart"), "Vergelijkingen"))

    assert [h.huishouden_id for h in case.huishoudens if f"'{h.huishouden_id}'" in text] == []
