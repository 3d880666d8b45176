"""Data that every folder of tests may use, and a wall around the tests: no cache of this machine, no network."""

import os
from contextlib import ExitStack
from pathlib import Path

import pytest
from browsing import chromium, launched, opened
from loopback import refuse_the_world, serving

LIVE = os.environ.get("SPREIDING_LIVE") == "1" and not os.environ.get("CI")


@pytest.fixture(scope="session", autouse=True)
def _alone(tmp_path_factory):
    """Give every test, and every program that it starts, an empty cache, and no way to another machine."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SPREIDING_CACHE", str(tmp_path_factory.mktemp("cache")))
        if not LIVE:
            for name in [name for name in os.environ if name.lower().endswith("_proxy")]:
                patch.delenv(name)
            refuse_the_world(patch)
        yield


@pytest.fixture
def cache(tmp_path, monkeypatch):
    """Give a cache of this test alone."""
    folder = tmp_path / "opgehaald"
    monkeypatch.setenv("SPREIDING_CACHE", str(folder))
    return folder


@pytest.fixture
def serve():
    """Give a function that starts a service on this machine with an answer; it ends with the test."""
    with ExitStack() as running:
        yield lambda answer: running.enter_context(serving(answer))


@pytest.fixture(scope="session")
def shared_data():
    """Give the folder of published tables and borders that tests compare with; CI must have it."""
    default = Path(__file__).resolve().parents[2] / "shared" / "data"
    folder = Path(os.environ.get("SPREIDING_SHARED", default))
    if folder.is_dir():
        return folder
    reason = f"no folder {folder.name} with published data; set SPREIDING_SHARED to it"
    if os.environ.get("CI"):
        pytest.fail(reason)
    return pytest.skip(reason)


@pytest.fixture(scope="session")
def browser():
    """Give one Chromium for all tests; CI must have it."""
    if chromium() is None:
        reason = "no Chromium on this machine, so no page is opened; on Debian: apt-get install chromium"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(reason)
    with launched() as found:
        yield found


@pytest.fixture
def open_file(browser):
    """Open a file without a network, and note its requests and errors."""
    pages = []

    def open_page(path, size=(1200, 900), **context):
        pages.append(opened(browser, path, size, **context))
        return pages[-1]

    yield open_page
    for page in pages:
        page.context.close()
