"""Workers of a cluster run the same function: every item once, the same bytes, also when one is killed midway."""

import os
import re
import signal
import subprocess
import sys
from contextlib import ExitStack, contextmanager

import pytest
from sweeping import ROOT, SEEDS, rows, runs, same, started, until, written

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signals for another process")
SWEEP = SEEDS.format(zaden="{ van = 1, tot = 8 }")
QUIET = {"DASK_DISTRIBUTED__DIAGNOSTICS__NVML": "False"}


@contextmanager
def running(log, *arguments):
    """Run a part of a cluster on this machine until the block ends; what it says goes to a file."""
    env = {**os.environ, **QUIET, "PYTHONPATH": os.pathsep.join((str(ROOT), os.environ.get("PYTHONPATH", "")))}
    with log.open("w", encoding="utf-8") as stream:
        part = subprocess.Popen([sys.executable, "-m", *arguments], env=env, stdout=stream, stderr=subprocess.STDOUT)
        try:
            yield part
        finally:
            part.kill()
            part.wait()


@pytest.fixture
def cluster(tmp_path):
    """Start a scheduler and two workers on loopback, each worker one process with one thread."""
    with ExitStack() as stack:
        log = tmp_path / "planner.log"
        place = ("--host", "127.0.0.1", "--port", "0", "--no-dashboard")
        stack.enter_context(running(log, "distributed.cli.dask_scheduler", *place))
        until(lambda: re.search(r"tcp://127\.0\.0\.1:\d+", log.read_text("utf-8")))
        address = re.search(r"tcp://127\.0\.0\.1:\d+", log.read_text("utf-8"))[0]
        own = ("--host", "127.0.0.1", "--no-nanny", "--nthreads", "1", "--no-dashboard", "--memory-limit", "0")
        logs = [tmp_path / f"werker{n}.log" for n in (1, 2)]
        workers = [
            stack.enter_context(
                running(
                    log, "distributed.cli.dask_worker", address, *own, "--local-directory", str(tmp_path / log.stem)
                )
            )
            for log in logs
        ]
        until(lambda: all("Registered to" in log.read_text("utf-8") for log in logs))
        yield address, workers


def test_a_worker_that_is_killed_midway_costs_nothing(cluster, tmp_path):
    address, workers = cluster
    file = written(tmp_path / "reeks.toml", SWEEP)
    far, here = tmp_path / "cluster", tmp_path / "hier"

    run = started(file, "--out", far, "--cluster", address, "--json")
    until(lambda: len(runs(far)) >= 2)
    workers[0].send_signal(signal.SIGKILL)
    killed_at = len(runs(far))
    said, complaints = run.communicate(timeout=120)

    assert run.returncode in {0, 3}, complaints
    assert killed_at < 8
    assert '"failed": {}' in said
    assert len(rows(far)) == len(runs(far)) == 8
    assert workers[1].poll() is None
    local = started(file, "--out", here)
    local.communicate(timeout=120)
    assert same(here) == same(far)


def test_nobody_who_answers_is_told_in_words(tmp_path):
    file = written(tmp_path / "reeks.toml", SEEDS.format(zaden=[1]))

    run = started(file, "--out", tmp_path / "uit", "--cluster", "tcp://127.0.0.1:9")
    _, said = run.communicate(timeout=60)

    assert run.returncode == 2
    assert "tcp://127.0.0.1:9" in said
    assert "Traceback" not in said
