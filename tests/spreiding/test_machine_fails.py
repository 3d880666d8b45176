"""A machine that falls short: memory, disk, a place that cannot be written, a clock far off, a solver that is killed.

What needs rights that a test may not have (a small disk, a disk that is only to read) is skipped there; the same error
raised by hand is not.
"""

import errno
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest
from forgotten import contents
from programs import program, written_example
from publishing import sign

from spreiding import run as runs
from spreiding.machine import machine_failed

LINUX = sys.platform == "linux"
OWN_MOUNTS = (
    LINUX and shutil.which("unshare") and subprocess.run(["unshare", "-m", "true"], check=False).returncode == 0
)
mounts = pytest.mark.skipif(not OWN_MOUNTS, reason="may not mount a disk of its own")
linux = pytest.mark.skipif(not LINUX, reason="asks Linux for limits")


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    """Write a case of 30 households."""
    return written_example(tmp_path_factory.mktemp("klein") / "casus", households=30, gemeenten=3)


@pytest.fixture(scope="module")
def done(small):
    """Solve it once."""
    program("solve", small, "--out", small.parent / "uit")
    return small.parent / "uit"


def said(answer):
    """Give what a command said, which is never a traceback."""
    text = answer.stderr.decode()
    assert "Traceback" not in text
    return text


def no_rest(place, *known):
    """Tell whether a folder holds nothing but what is known, hidden or not."""
    return sorted(entry.name for entry in place.iterdir()) == sorted(known)


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("error", [MemoryError(), OSError(errno.ENOMEM, "x"), RuntimeError("can't start new thread")])
def test_too_little_memory_is_told_with_sizes_and_advice(call, small, tmp_path, monkeypatch, capsys, error, lang):
    def fails(*_, **__):
        raise error

    monkeypatch.setattr(runs, "allocate", fails)

    code = call("solve", small, "--out", tmp_path / "uit", "--lang", lang)
    told = capsys.readouterr().err

    assert code == 5
    assert {"nl": "er is te weinig geheugen (gebruikt", "en": "there is too little memory (used"}[lang] in told
    assert "--processen 1" in told
    assert no_rest(tmp_path)


def test_another_mistake_is_no_lack_of_memory():
    assert machine_failed(RuntimeError("division"), "nl") is None
    assert machine_failed(ImportError("no module"), "nl") is None
    assert machine_failed(OSError(errno.EACCES, "x"), "nl") is None


@linux
def test_a_process_that_may_have_300_mb_says_so_without_a_traceback(small, tmp_path):
    """The libraries alone take more: they are loaded when the command is known."""
    answer = limited("RLIMIT_AS", 300, "solve", small, "--out", tmp_path / "uit")

    assert answer.returncode == 5
    assert "toegestaan 300 MB" in said(answer)
    assert no_rest(tmp_path)


def limited(limit, megabytes, *arguments, **settings):
    """Run a command in a process that sets a limit on itself first."""
    line = f"import resource, runpy, sys; m = {int(megabytes * 2**20)}; resource.setrlimit(resource.{limit}, (m, m)); "
    line += "sys.argv[0] = 'spreiding'; runpy.run_module('spreiding', run_name='__main__')"
    command = [sys.executable, "-c", line, *map(str, arguments)]
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), **settings}
    return subprocess.run(command, env=env, capture_output=True, check=False, timeout=120)


@linux
def test_a_file_that_becomes_too_large_is_told_and_leaves_nothing(small, done, tmp_path):
    """The page of the map is 0.3 MB; of what the other commands write nothing fits."""
    decision, before = sign(tmp_path / "besluit.toml"), contents(done)
    page = limited("RLIMIT_FSIZE", 0.2, "solve", small, "--out", tmp_path / "uit")
    none = limited("RLIMIT_FSIZE", 0, "publish", done, "--out", tmp_path / "open", "--besluit", decision)
    site = limited("RLIMIT_FSIZE", 0, "report", done, "--site")

    for answer in (page, none, site):
        assert answer.returncode == 2
        assert "een bestand mag hier niet zo groot worden" in said(answer)
    assert no_rest(tmp_path, "besluit.toml")
    assert contents(done) == before
    assert no_rest(done.parent, "casus", "uit")


@linux
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("command", ["check", "solve"])
def test_a_full_disk_under_what_is_printed_is_told(small, tmp_path, command):
    more = ("--out", tmp_path / "uit") if command == "solve" else ()
    with Path("/dev/full").open("wb") as full:
        answer = subprocess.run(
            [sys.executable, "-m", "spreiding", command, small, *more], stdout=full, stderr=subprocess.PIPE, check=False
        )

    assert answer.returncode == 2
    assert "de schijf is vol" in said(answer)


@linux
def test_a_reader_that_stops_reading_is_no_mistake(small):
    """As in ``spreiding check ... | head -1``."""
    reader, writer = os.pipe()
    os.close(reader)
    answer = subprocess.run(
        [sys.executable, "-m", "spreiding", "check", small], stdout=writer, stderr=subprocess.PIPE, check=False
    )
    os.close(writer)

    said(answer)


MOUNTED = {
    "full": ("size=100k", "", "de schijf is vol"),
    "read only": ("size=100k", "mount -o remount,ro {place} && ", "hier mag niet worden geschreven"),
}


@mounts
@pytest.mark.parametrize("kind", MOUNTED)
def test_a_disk_that_is_full_or_only_to_read_is_told_and_leaves_nothing(kind, small, tmp_path):
    """A disk of its own: of 100 kB, or mounted to read; the hidden folder is gone too."""
    options, then, words = MOUNTED[kind]
    place = tmp_path / "schijf"
    place.mkdir()
    script = f"mount -t tmpfs -o {options} tmpfs {place} && {then.format(place=place)} "
    script += f'"$@"; code=$?; ls -A {place}; exit $code'
    before = ("unshare", "-m", "sh", "-c", script, "sh")

    answer = program("solve", small, "--out", place / "uit", before=before, check=False)

    assert answer.returncode == 2
    assert words in said(answer)
    assert answer.stdout == b""


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
def test_a_full_place_for_temporary_files_is_told(call, tmp_path, monkeypatch, capsys, number):
    """The embedded example is unpacked there."""

    def full(*_, **__):
        raise OSError(number, os.strerror(number), str(tmp_path / "hier"))

    monkeypatch.setattr(tempfile, "mkdtemp", full)

    assert call("solve", "--example", "klein", "--out", tmp_path / "uit") == 2
    told = capsys.readouterr().err
    assert "de schijf is vol" in told
    assert str(tmp_path / "hier") in told


FAR_OFF = """
import datetime, sys, time
import spreiding.cli, spreiding.run, spreiding.report
BACK, real_time, local, utc = {seconds} - time.time(), time.time, time.localtime, time.gmtime
real = datetime.datetime
class Kind(type):
    def __instancecheck__(cls, value):
        return isinstance(value, real)
class Far(real, metaclass=Kind):
    @classmethod
    def now(cls, tz=None):
        return real.fromtimestamp(real_time() + BACK, tz)
    today = utcnow = now
time.time = lambda: real_time() + BACK
time.localtime = lambda moment=None: local(time.time() if moment is None else moment)
time.gmtime = lambda moment=None: utc(time.time() if moment is None else moment)
for name, module in list(sys.modules.items()):
    if getattr(module, "datetime", None) is real and not name.startswith("inputs."):
        module.datetime = Far
spreiding.cli.main()
"""
YEARS = {"1970": 86_400 * 2, "2099": 4_080_000_000}


@pytest.mark.parametrize("year", YEARS)
def test_a_clock_far_off_changes_no_byte(year, small, done, tmp_path):
    """The clock of every module of Python is moved; only ``runtime`` of the manifest tells the day."""
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    command = [sys.executable, "-c", FAR_OFF.format(seconds=YEARS[year])]
    for arguments in (("solve", small, "--out", tmp_path / "uit"), ("report", tmp_path / "uit", "--site")):
        answer = subprocess.run([*command, *arguments], env=env, capture_output=True, check=False)
        assert answer.returncode == 0, answer.stderr.decode()
    made, before = contents(tmp_path / "uit"), contents(done)
    told, known = (json.loads(files.pop("run.json")) for files in (made, before))

    assert told.pop("runtime")["started"].startswith(year)
    assert told == {name: part for name, part in known.items() if name != "runtime"}
    assert {name for name in before if made[name] != before[name]} == set()


def test_a_table_that_excel_has_open_is_not_replaced(call, small, done, tmp_path, capsys):
    """Excel leaves a file of its own beside it, and would write the old table back."""
    out = shutil.copytree(done, tmp_path / "uit")
    (out / "~$toewijzing.xlsx").write_bytes(b"x")
    before = contents(out)

    assert call("solve", small, "--out", out, "--overschrijf") == 2
    assert "~$toewijzing.xlsx" in capsys.readouterr().err
    assert contents(out) == before


def test_who_has_a_table_open_keeps_reading_the_old_one(call, small, done, tmp_path):
    out = shutil.copytree(done, tmp_path / "uit")
    with (out / "koppelingen.csv").open("rb") as opened:
        before = (done / "koppelingen.csv").read_bytes()

        assert call("solve", small, "--out", out, "--overschrijf") == 0
        assert opened.read() == before
    assert no_rest(tmp_path, "uit")


@pytest.mark.skipif(not LINUX, reason="finds the process of the solver in /proc")
def test_a_solver_of_its_own_that_is_killed_is_told_and_leaves_nothing(small, tmp_path):
    """CBC is another program; the first process that ours starts is killed as the system does when memory is short."""
    command = [sys.executable, "-m", "spreiding", "solve", small, "--engine", "cbc", "--out", tmp_path / "uit"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:
        killed = kill_first_child(run)
        stderr = run.stderr.read().decode()
        code = run.wait(timeout=60)

    if not killed:
        pytest.skip("the solver was ready before it could be killed")
    assert code == 5
    assert "De rekenkern gaf geen bruikbaar antwoord" in stderr
    assert "Traceback" not in stderr
    assert no_rest(tmp_path)


def kill_first_child(run):
    """Wait for CBC to start, and kill it."""
    children = Path(f"/proc/{run.pid}/task/{run.pid}/children")
    end = time.monotonic() + 60
    while time.monotonic() < end and run.poll() is None:
        for child in children.read_text().split():
            try:
                named = Path(f"/proc/{child}/comm").read_text().strip()
                if named.startswith("cbc"):
                    os.kill(int(child), signal.SIGKILL)
                    return True
            except OSError:
                continue
    return False
