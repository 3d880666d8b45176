"""A run says by which key it spread, what became of the balances, how it rounded and what was agreed."""

import csv
import json
from dataclasses import replace
from typing import get_args

import pytest

from inputs.scenario import Achterstand, Afronding, Sleutel
from reports.kaart import kaart
from reports.manifest import run_json
from reports.tables import csv_files
from reports.words import words


def chosen(case, **scenario):
    return replace(case, scenario=replace(case.scenario, **scenario))


def with_targets(allocation, **targets):
    """Give the allocation with other numbers of the gemeente GM0518."""
    rows = [replace(g, **targets) if g.gemeentecode == "GM0518" else g for g in allocation.gemeenten]
    return replace(allocation, gemeenten=tuple(rows))


@pytest.mark.parametrize(("group", "choices"), [("sleutel", Sleutel), ("beginstand", Achterstand)])
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_choice_of_the_scenario_has_its_words(group, choices, lang):
    assert set(words(lang).group(group)) == set(get_args(choices))
    assert set(words(lang).group("afronding")) == set(get_args(Afronding))


def test_the_page_names_key_carry_over_and_rounding(case, allocation, geography):
    silent = kaart(case, allocation, geography)
    other = kaart(
        chosen(case, sleutel="corporatiebezit", achterstand="behouden", afronding="per_gemeente"), allocation, geography
    )

    assert "Inhaal: de beginstand, verdeeld over 8 kwartalen;" in silent
    assert "wordt verdeeld naar inwoners, afgerond zodat de som klopt (grootste resten)." in silent
    assert "Inhaal: de hele beginstand telt dit kwartaal mee;" in other
    assert "Inhaal: geen, want de beginstand is kwijtgescholden:" in kaart(
        chosen(case, achterstand="kwijtgescholden"), allocation, geography
    )
    assert "wordt verdeeld naar woningen van corporaties, per gemeente afgerond; de som kan van de" in other
    assert "naar inwoners" not in other.partition("Sleutel: van de opgave")[2].partition("</")[0]


def test_targets_that_do_not_sum_to_the_task_are_a_warning(case, allocation, geography):
    """Targets of 4, 3 and 3 sum to the ten who wait; with 5 for the first they sum to 11."""

    def warned(plan):
        return json.loads(run_json(case, plan, geography, {"versions": {}}))["warnings"]

    told = "De doelen zijn per gemeente afgerond en tellen op tot 11 in plaats van 10 personen."
    assert told in warned(with_targets(allocation, doel_personen=5))
    assert told not in warned(allocation)


def test_the_manifest_keeps_the_three_choices(case, allocation, geography):
    run = json.loads(run_json(chosen(case, afronding="per_gemeente"), allocation, geography, {"versions": {}}))

    assert run["scenario"]["sleutel"] == "inwoners"
    assert run["scenario"]["achterstand"] == "gespreid"
    assert run["scenario"]["afronding"] == "per_gemeente"
    assert run["parameters"]["sleutel.ses_beta"]["bron"].startswith("aanname")


def test_the_table_holds_agreements_and_the_closing_balance(case, allocation):
    plan = with_targets(allocation, afspraken_personen=-2, achterstand_na_personen=6)
    rows = csv.DictReader(csv_files(case, plan)["gemeenten.csv"].removeprefix("\ufeff").splitlines(), delimiter=";")
    cells = next(row for row in rows if row["gemeentecode"] == "GM0518")

    assert (cells["afspraken_personen"], cells["achterstand_na_personen"]) == ("-2", "6")


@pytest.mark.browser
def test_the_panel_adds_key_carry_over_and_agreement_up_to_the_target(case, allocation, geography, open_map):
    """3 + 1 - 2 = 2; the targets of 2, 3 and 3 sum to 8, two less than the ten who wait."""
    plan = with_targets(allocation, afspraken_personen=-2, doel_personen=2, afwijking_personen=3)
    page = open_map(kaart(chosen(case, sleutel="woningvoorraad", afronding="per_gemeente"), plan, geography))
    whole = " ".join(page.inner_text("#paneel").split())
    page.locator("path.leaflet-interactive").first.click()
    one = " ".join(page.inner_text("#paneel").split())

    assert "Opgave 10" in whole
    assert "naar woningvoorraad 9 Doelen samen min opgave, door afronding per gemeente −2" in whole
    assert "Sleutel: deel naar woningvoorraad van de 9 personen die na de inhaal overblijven 3" in one
    assert "(beginstand +8) +1 Afspraken met andere gemeenten −2 Doel 2" in one
    assert "Bijstelling" not in one
