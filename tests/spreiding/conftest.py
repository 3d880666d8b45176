"""A small case that a test may spoil, and a way to call the command line."""

import shutil

import pytest
from forgotten import solved

from geodata.distances import main_places
from inputs.example.generate import example_folder
from spreiding import cli


@pytest.fixture
def case(tmp_path):
    """Give the small example as a folder."""
    place = tmp_path / "invoer"
    place.mkdir()
    return example_folder("klein", place, main_places())


@pytest.fixture
def call():
    """Give a function that runs one command in this process and gives its exit code."""
    return lambda *arguments: cli.run_command([str(argument) for argument in arguments])


@pytest.fixture(scope="session")
def made(tmp_path_factory):
    """Solve a case once whose run says all that it can of its households; give its folder and their pseudonyms."""
    return solved(tmp_path_factory.mktemp("vergeten"))


@pytest.fixture
def run_folder(made, tmp_path):
    """Give a copy of that run that a test may let forget."""
    return shutil.copytree(made[0], tmp_path / "map" / "uitkomst")
