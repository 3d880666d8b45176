"""Sweeps of a few small cases: how they are written, started, and compared."""

import csv
import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
SEEDS = 'voorbeeld = "gemaakt"\nhuishoudens = 24\ngemeenten = 4\nzaden = {zaden}\n'
"""A sweep over cases that are drawn."""
VARIANTS = """
[[variant]]
naam = "laag"
parameters.participatie.per_volwassene = 1
[[variant]]
naam = "hoog"
parameters.participatie.per_volwassene = 40
"""
MOMENT = 0.02
"""Between two looks at what a sweep did [s]."""


def written(place, text):
    """Write a sweep."""
    place.write_text(text, "utf-8")
    return place


def started(*arguments):
    """Start a sweep in a process and a group of its own, so that a test can end all of it."""
    env = {**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT), os.environ.get("PYTHONPATH", "")))}
    command = [sys.executable, "-m", "spreiding", "sweep", *map(str, arguments)]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell may have its children ignore Ctrl-C
    try:
        return subprocess.Popen(command, env=env, start_new_session=True, **pipes)
    finally:
        signal.signal(signal.SIGINT, before)


def runs(out):
    """List the run folders that stand there."""
    return sorted(path.name for path in (out / "runs").glob("[!.]*")) if (out / "runs").is_dir() else []


def until(met, seconds=60):
    """Wait until something holds."""
    end = time.monotonic() + seconds
    while not met():
        assert time.monotonic() < end, "waited too long"
        time.sleep(MOMENT)


def same(out):
    """Give every file of a sweep, without what differs between two that ask the same."""
    files = {
        str(path.relative_to(out)): path.read_bytes()
        for path in sorted(out.rglob("*"))
        if path.is_file() and path.name != ".slot"
    }
    for name, data in files.items():
        if name.endswith(".json"):
            files[name] = {part: value for part, value in json.loads(data).items() if part != "runtime"}
    return files


def rows(out):
    """Read the table of a sweep."""
    text = (out / "sweep.csv").read_text("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text), delimiter=";"))


def value(cell):
    """Read a number of the table."""
    return float(cell.replace(",", "."))
