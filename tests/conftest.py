"""Data that every folder of tests may use."""

import os
from pathlib import Path

import pytest


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
