"""The version of the package stands in one place."""

import tomllib

from release.locks import ROOT


def version() -> str:
    """Read the version from pyproject.toml."""
    return str(tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"])
