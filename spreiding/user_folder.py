"""Where this user's downloads are kept."""

import os
from pathlib import Path

VARIABLE = "SPREIDING_CACHE"
"""Environment variable with another folder for downloads."""


def cache_folder() -> Path:
    """Give the folder of downloads: the one that the environment names, else the one that the system has for it."""
    named = os.environ.get(VARIABLE)
    if named:
        return Path(named).absolute()
    from platformdirs import user_cache_path  # noqa: PLC0415 (not needed where the environment names a folder)

    return user_cache_path("spreiding", appauthor=False)
