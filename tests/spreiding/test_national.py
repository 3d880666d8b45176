"""The main job at its real size: the embedded national example, solved by the command a planner types."""

import json
import re
import subprocess
import sys
from pathlib import Path
from time import process_time

import pytest
from recount.recount import recount

from geodata.distances import main_places
from inputs.example.generate import example_folder
from verifier.verify import Input, verify

README = Path(__file__).resolve().parents[2] / "README.md"


@pytest.fixture(scope="module")
def national(tmp_path_factory):
    """Solve the national example once; give its case folder, its run folder and the finished command."""
    place = tmp_path_factory.mktemp("landelijk")
    case = example_folder("landelijk", place, main_places())
    done = subprocess.run(
        [sys.executable, "-m", "spreiding", "solve", "--out", str(place / "run")],
        capture_output=True,
        text=True,
        check=False,
        cwd=place,
    )
    return case, place / "run", done


@pytest.mark.national
def test_a_national_quarter_is_done_and_proved_within_ten_minutes_and_four_gigabytes(national):
    _, run, done = national
    manifest = json.loads((run / "run.json").read_text("utf-8"))

    assert done.returncode == 0, done.stderr
    assert manifest["certificate"]["proven_gap"] <= 0.01
    assert sum(manifest["runtime"]["seconds"].values()) <= 600
    assert manifest["runtime"]["peak_memory_mb"] <= 4096
    assert len((run / "gemeenten.csv").read_text("utf-8-sig").splitlines()) == 1 + 342


@pytest.mark.national
def test_the_national_run_recounts_to_the_person(national):
    """The plan, its shares, goals and proof; explanations are recounted on small and middle runs (tests/recount)."""
    case, run, _ = national

    assert recount(case, run, explained=False).problems == []


@pytest.mark.national
def test_verify_proves_the_national_run_in_half_a_minute(national):
    case, run, _ = national
    stated = json.loads((run / "run.json").read_bytes())["certificate"]
    before = process_time()

    verdict = verify(run, Input(case))

    assert process_time() - before <= 30
    assert verdict.findings == ()
    assert verdict.complete
    assert verdict.proof.bound >= stated["bound"] * (1 - 1e-9)


@pytest.mark.national
def test_the_five_figures_of_the_readme_are_those_of_the_run(national):
    _, _, done = national
    told = re.findall(r"^(\S.*?)  +(\S.*)$", done.stdout, re.MULTILINE)[1:6]
    rows = re.findall(r"^\| (.+?) \| (.+?) \|$", README.read_text("utf-8"), re.MULTILINE)

    assert len(told) == 5
    assert [row for row in told if row not in rows] == []
