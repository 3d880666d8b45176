import json
import re
from dataclasses import replace

import pytest
import shapely

from geodata.geography import read_boundaries, schematic
from geodata.regions import SOORTEN, regions
from reports.kaart import kaart
from reports.ligging import described, surroundings
from reports.shapes import map_data


@pytest.fixture(scope="module")
def real(shared_data):
    """Give the 342 real borders of 2025."""
    return read_boundaries(shared_data / "boundaries" / "gemeenten_2025_28992.gpkg", schematic().codes)


def told(code, geography, lang="nl", namen=None, **choices):
    return described(code, surroundings(geography, regions(), namen or {}), lang, **choices)


def test_the_real_dordrecht_is_told_with_its_regions_and_8_neighbours(real):
    assert told("GM0505", real) == (
        "Dordrecht ligt in de provincie Zuid-Holland, de arbeidsmarktregio Drechtsteden en het COROP-gebied"
        " Zuidoost-Zuid-Holland. De gemeente grenst in het noorden aan Papendrecht, in het noordoosten aan"
        " Hardinxveld-Giessendam en Sliedrecht, in het oosten aan Altena, in het zuidoosten aan Drimmelen, in het"
        " zuidwesten aan Moerdijk, in het westen aan Hoeksche Waard en in het noordwesten aan Zwijndrecht."
    )


def test_an_island_says_so_in_both_languages_also_where_a_corner_touches(real):
    assert told("GM0096", real).endswith("De gemeente grenst op de kaart aan geen andere gemeente.")
    assert told("GM0060", real, "en") == (
        "Ameland lies in the province of Fryslân, the labour-market region Friesland and the COROP region"
        " Noord-Friesland. On the map the municipality borders no other one."
    )


def test_every_real_gemeente_is_told_and_only_the_5_waddeneilanden_have_no_neighbour(real):
    omgeving = surroundings(real, regions(), {})
    texts = {code: described(code, omgeving) for code in real.codes}

    assert {code for code, text in texts.items() if "geen andere" in text} == {
        *("GM0448", "GM0093", "GM0060", "GM0088", "GM0096")
    }


def test_the_schematic_map_says_that_its_borders_can_be_off(geography):
    assert told("GM0505", geography, "en", soorten=()) == (
        "On the schematic map, on which single borders can be off, the municipality borders"
        " Rotterdam to the east and 's-Gravenhage to the west."
    )


def test_names_of_the_plan_go_before_those_of_the_map_and_are_never_filled_in(geography):
    text = told("GM0518", geography, namen={"GM0505": "{naam}</p>"}, soorten=["coropgebied"])

    assert text.startswith("'s-Gravenhage ligt in het COROP-gebied Agglomeratie 's-Gravenhage. Op de schematische")
    assert text.endswith("grenst de gemeente in het oosten aan {naam}</p>.")


def test_the_342_real_gemeenten_with_all_region_borders_are_at_most_300_kb_on_the_page(real):
    drawn = map_data(real, regions())

    assert len(drawn["vormen"]) == 342
    assert list(drawn["lijnen"]) == list(SOORTEN)
    assert len(json.dumps(drawn, separators=(",", ":"))) <= 300_000


def test_the_steps_on_the_page_add_up_to_the_square(geography):
    drawn = map_data(geography, {"coropgebied": {"GM0518": "A", "GM0505": "B", "GM0599": "B"}})
    ((ring,),) = drawn["vormen"]["GM0518"]
    (line,) = drawn["lijnen"]["coropgebied"]

    square, border = (shapely.linestrings(points(steps, drawn["schaal"])) for steps in (ring, line))

    assert square.is_ring
    assert (border.coords[0] in square.coords, border.coords[-1] in square.coords) == (True, True)
    assert square.bounds[2] - square.bounds[0] == pytest.approx(0.291, abs=0.005)


def points(steps, schaal):
    """Add up steps to points [degrees]."""
    lon, lat = 0, 0
    found = []
    for east, north in zip(steps[::2], steps[1::2], strict=True):
        lon, lat = lon + east, lat + north
        found.append((lon / schaal, lat / schaal))
    return found


def shown(page):
    """Give the kinds of region whose borders are drawn."""
    return {soort for soort in SOORTEN if page.locator(f"path.grens-{soort}").count()}


@pytest.mark.browser
def test_the_borders_of_provincies_are_drawn_first_and_others_with_the_keyboard(case, allocation, geography, open_map):
    page = open_map(kaart(case, allocation, geography))
    assert shown(page) == {"provincie"}

    page.get_by_label("COROP-gebieden").focus()
    page.keyboard.press("Space")
    assert shown(page) == {"provincie", "coropgebied"}
    page.get_by_label("provincies").focus()
    page.keyboard.press("Space")

    assert shown(page) == {"coropgebied"}
    assert page.locator("path.grens-coropgebied").get_attribute("d").count("M") == 2
    assert page.errors == []


@pytest.mark.browser
def test_the_border_of_a_province_is_thicker_than_that_of_a_region(case, allocation, geography, open_map):
    first, *rest = allocation.gemeenten
    other = replace(first, provincie="Utrecht", arbeidsmarktregio="Regio B")
    page = open_map(kaart(case, replace(allocation, gemeenten=(other, *rest)), geography))
    page.get_by_label("arbeidsmarktregio's").check()

    wide, narrow = (page.locator(f"path.grens-{soort}") for soort in ("provincie", "arbeidsmarktregio"))

    assert wide.get_attribute("d") == narrow.get_attribute("d") != "M0 0"
    assert float(wide.get_attribute("stroke-width")) > float(narrow.get_attribute("stroke-width"))


@pytest.mark.browser
def test_the_panel_tells_where_a_gemeente_lies(case, allocation, geography, open_map):
    page = open_map(kaart(case, allocation, replace(geography, schematisch=False), "en"))
    page.locator("path[aria-label^=Dordrecht]").click()

    assert "Where it lies Dordrecht lies in the COROP region Zuidoost-Zuid-Holland. The municipality borders" in re.sub(
        r"\s+", " ", page.inner_text("#paneel")
    )


@pytest.mark.browser
def test_the_chosen_outline_stays_above_borders_that_are_added_later(case, allocation, geography, open_map):
    page = open_map(kaart(case, allocation, geography))
    page.locator("path[aria-label^=Dordrecht]").click()
    page.get_by_label("COROP-gebieden").check()

    assert page.locator(".leaflet-overlay-pane path").last.get_attribute("stroke-width") == "4"
