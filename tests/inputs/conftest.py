"""A small case that is in order, as the text of its files; each test changes what it is about."""

from collections.abc import Callable
from pathlib import Path

import pytest
from small_case import FILES, write

WriteCase = Callable[..., Path]


@pytest.fixture
def write_case(tmp_path: Path) -> WriteCase:
    """Write the small case; ``(old, new)`` changes a file, a text or bytes replaces it, None leaves it out."""
    return lambda changes=None: write(tmp_path, changes)


@pytest.fixture
def files() -> dict[str, str]:
    """Give the text of each file of the small case."""
    return dict(FILES)
