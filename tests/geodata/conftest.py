"""A way to fetch borders from a service on this machine."""

from dataclasses import replace
from time import monotonic

import pytest
from loopback import CODES, MOMENT

from geodata.download import download
from geodata.kept import in_cache
from geodata.pdok import Asked
from geodata.service import Limits, Network


@pytest.fixture
def told():
    """Give the list of what a download told."""
    return []


@pytest.fixture
def fetch(cache, told):
    """Give a function that fetches from a service into the cache of this test, and waits for nothing."""

    def run(server, year=2025, *, codes=CODES, collectie="gemeente_gegeneraliseerd", afresh=False, **limits):
        def tell(key, /, **numbers):
            told.append((key, numbers))

        network = Network(monotonic, lambda _: None, tell, None, replace(Limits(read=5), **limits))
        asked = Asked(year, f"{server.address}/cbs/v1", collectie, codes)
        return download(asked, in_cache(cache, collectie, year), network, MOMENT, afresh=afresh)

    return run
