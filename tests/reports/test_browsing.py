"""Whoever has no Chromium is told that no page was opened; in CI that is a failure, never a skipped test."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ONE = "tests/reports/test_kaart.py::test_the_map_draws_every_gemeente_and_asks_for_nothing"


@pytest.mark.parametrize(("ci", "outcome", "code"), [("", "1 skipped", 0), ("true", "1 error", 1)])
def test_a_machine_without_chromium_skips_and_ci_fails(tmp_path, ci, outcome, code):
    given = {name: value for name, value in os.environ.items() if name != "CI"} | ({"CI": ci} if ci else {})
    told = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", ONE],
        cwd=Path(__file__).parents[2],
        env=given | {"PATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert outcome in told.stdout
    assert "no Chromium on this machine, so no page is opened" in told.stdout
    assert told.returncode == code
