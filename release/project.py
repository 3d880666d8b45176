"""What pyproject.toml says of the package is said nowhere else."""

import tomllib
from typing import Any

from release.locks import ROOT


def project() -> dict[str, Any]:
    """Read pyproject.toml."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def version() -> str:
    """Give the version of the package."""
    return str(project()["project"]["version"])


def packages() -> tuple[str, ...]:
    """Name the packages that the wheel holds."""
    return tuple(project()["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"])
