"""Whether PDOK and CBS still answer as documented; only with SPREIDING_LIVE=1, on a machine with a network."""

import os

import pytest

LIVE = os.environ.get("SPREIDING_LIVE") == "1" and not os.environ.get("CI")

pytestmark = [
    pytest.mark.live,
    pytest.mark.skipif(not LIVE, reason="set SPREIDING_LIVE=1 to ask PDOK and CBS; never in CI"),
]


@pytest.mark.parametrize("collection", ["gemeente_gegeneraliseerd", "provincie_gegeneraliseerd"])
def test_pdok_answers_as_documented(call, cache, collection):
    assert call("geodata", "download", "--year", "2025", "--collection", collection) == 0
    assert (cache / "grenzen" / f"{collection}_2025.geojson").is_file()


def test_statline_answers_as_documented(call, tmp_path):
    assert call("geodata", "figures", "--year", "2025", "--out", tmp_path / "gemeenten.csv") == 0
