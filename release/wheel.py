"""The wheel has the same bytes wherever and whenever it is built.

Run ``python -m release.wheel dist``; it prints the sha256.
"""

import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

from release.locks import ROOT

BUILD = (
    "-m",
    "pip",
    "wheel",
    "--quiet",
    "--no-index",
    "--no-deps",
    "--no-build-isolation",
    "--disable-pip-version-check",
)
"""How to build from what is installed, without the network."""


def build(target: Path, source: Path = ROOT) -> Path:
    """Build the wheel of a checkout.

    A SOURCE_DATE_EPOCH of the caller would end up in the archive, so that two builders get two hashes; hatchling has a
    fixed moment of its own.
    """
    surroundings = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
    command = (sys.executable, *BUILD, "--wheel-dir", target, source)
    subprocess.run(command, env=surroundings, check=True)  # noqa: S603 - our own interpreter and folders
    [wheel] = target.glob("spreiding-*.whl")
    return wheel


if __name__ == "__main__":
    made = build(Path(sys.argv[1]))
    print(sha256(made.read_bytes()).hexdigest(), made)
