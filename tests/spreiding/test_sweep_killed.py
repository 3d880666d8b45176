"""A sweep that is killed at any moment goes on where it was, and ends in the same bytes."""

import os
import signal
import sys

import psutil
import pytest
from sweeping import SEEDS, rows, runs, same, started, until, written

from reports.sweep_figures import solve_whole

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signals for another process")
SWEEP = SEEDS.format(zaden="{ van = 1, tot = 8 }")


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory):
    """Run the sweep once without a disturbance."""
    place = tmp_path_factory.mktemp("ongestoord")
    run = started(written(place / "reeks.toml", SWEEP), "--out", place / "uit")
    assert run.communicate(timeout=120) is not None
    assert run.returncode in {0, 3}
    return same(place / "uit")


@pytest.fixture
def busy(tmp_path):
    """Start the sweep and wait until some of it is done."""
    file, out = written(tmp_path / "reeks.toml", SWEEP), tmp_path / "uit"
    run = started(file, "--out", out)
    try:
        until(lambda: len(runs(out)) >= 2)
        yield run, file, out
    finally:
        if run.poll() is None:
            os.killpg(run.pid, signal.SIGKILL)
        run.communicate()


def workers(run):
    """List the processes that a sweep started to run items."""
    below = psutil.Process(run.pid).children(recursive=True)
    return [child for child in below if "spawn_main" in " ".join(child.cmdline())]


def test_killed_and_begun_again_it_ends_in_the_same_bytes(busy, undisturbed):
    run, file, out = busy
    below = workers(run)

    os.kill(run.pid, signal.SIGKILL)
    run.wait()

    psutil.wait_procs(below, timeout=20)
    assert [worker for worker in below if worker.is_running() and worker.status() != psutil.STATUS_ZOMBIE] == []
    there = runs(out)
    assert 2 <= len(there) < 8
    assert all(solve_whole(out / "runs" / name, "nl") for name in there)
    assert not (out / "sweep.csv").exists()
    again = started(file, "--out", out, "--json")
    said, _ = again.communicate(timeout=120)
    assert again.returncode in {0, 3}
    assert f'"there": {len(there)}' in said
    assert same(out) == undisturbed


def test_one_process_that_is_killed_takes_no_item_with_it(busy, undisturbed):
    run, _, out = busy

    workers(run)[0].kill()
    run.communicate(timeout=120)

    assert run.returncode in {0, 3}
    assert same(out) == undisturbed
    assert {row["status"] for row in rows(out)} <= {"bewezen", "niet_bewezen"}


def test_ctrl_c_leaves_130_and_all_that_was_done(busy):
    run, _, out = busy

    os.killpg(run.pid, signal.SIGINT)
    _, said = run.communicate(timeout=60)

    assert run.returncode == 130
    assert "blijft staan" in said
    assert "Traceback" not in said
    assert len(runs(out)) >= 2
    assert all(solve_whole(out / "runs" / name, "nl") for name in runs(out))


def test_two_commands_never_run_in_one_folder(busy):
    _, file, out = busy

    other = started(file, "--out", out)
    _, said = other.communicate(timeout=60)

    assert other.returncode == 2
    assert "een andere opdracht" in said


def test_what_a_killed_sweep_left_is_removed_by_the_next(tmp_path):
    file, out = written(tmp_path / "reeks.toml", SEEDS.format(zaden=[1])), tmp_path / "uit"
    started(file, "--out", out).communicate(timeout=60)
    left = out / "runs" / f".{runs(out)[0]}.abc123" / "nieuw"
    left.mkdir(parents=True)
    (left / "koppelingen.csv").write_text("H1", "utf-8")

    started(file, "--out", out).communicate(timeout=60)

    assert not left.parent.exists()
