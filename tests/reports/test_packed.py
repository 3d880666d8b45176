"""What the map reads is written shortly, and every row is the same again for whoever reads it."""

import json
import re

import pytest

from reports.kaart import kaart
from reports.packed import packed, unpacked
from reports.page_data import as_json, page_data
from reports.stored_run import _map_data


def test_a_stored_page_gives_back_every_field_of_every_gemeente(case, allocation, geography):
    whole = page_data(case, allocation, geography, "nl")
    html = kaart(case, allocation, geography)
    kept = re.search(r'id="gegevens">(.*?)</script>', html)[1]

    assert _map_data(html.encode())["gemeenten"] == json.loads(as_json(whole))["gemeenten"]
    assert kept.count('"toegewezen_kinderen"') == 1


def test_a_page_of_an_earlier_version_is_read_as_it_was():
    old = {"lang": "nl-NL", "gemeenten": [{"code": "GM0001", "ligging": "x"}]}

    assert unpacked(old) == old


def test_a_row_with_other_fields_is_never_written_under_the_wrong_name():
    with pytest.raises(AssertionError, match="other fields"):
        packed({"gemeenten": [{"code": "GM0001", "elders": 1}, {"elders": 1, "code": "GM0002"}]})


def test_no_gemeente_at_all_is_kept_too():
    assert unpacked(packed({"gemeenten": []}))["gemeenten"] == []
