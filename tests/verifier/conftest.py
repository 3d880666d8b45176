"""Runs to check, solved once by the command line."""

from types import SimpleNamespace

import pytest
from recount.rich import SIZES, rich
from recount.solving import solved
from recount.tampering import copy_of, rows_of


@pytest.fixture(scope="session")
def klein(tmp_path_factory):
    """Give a small example as case and run."""
    return solved(tmp_path_factory.mktemp("klein"), households=60, seed=1, gemeenten=10)


@pytest.fixture(scope="session")
def rich_run(tmp_path_factory):
    """Give a case in which every rule and goal has something to say, and its run."""
    return solved(tmp_path_factory.mktemp("rich"), rich, seed=3, **SIZES)


@pytest.fixture
def copy(klein, tmp_path):
    """Give a copy of the small case and its run that may be spoiled."""
    case, run = (copy_of(folder, tmp_path) for folder in klein)
    return SimpleNamespace(case=case, run=run, placed=rows_of(run / "koppelingen.csv"))
