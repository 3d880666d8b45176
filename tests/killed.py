"""Writing that is killed before every single step on the disk, each time in a process of its own.

Run as ``python killed.py PLACE run|forget at_once|renamed``: for n = 1, 2, ... a child is killed by SIGKILL before step
n, in a folder of its own below PLACE; it says how many children were killed before one came to the end.
"""

import os
import shutil
import signal
import sys
from pathlib import Path

from reports import run_folder

OLD = {"run.json": "{}", "oud.csv": "1", "koppelingen.csv": "H1"}
NEW = {"run.json": '{"nieuw": 1}', "nieuw.csv": b"2" * 70_000, "bladen/a.html": "drie"}
STEPS = ("open", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.chmod", "shutil.", "tempfile.mkdtemp", "kill.")
"""Events of Python that are a step on the disk; ``kill.`` are our own, about what Python does not tell."""


def prepare(place):
    """Write the folder as it was."""
    return run_folder.write_run(place / "uit", OLD)


def write(out, how):
    """Do what is to be killed."""
    if how == "run":
        run_folder.write_run(out, NEW, overwrite=True)
    else:
        run_folder.rewrite_run(out, {"run.json": NEW["run.json"]}, {"koppelingen.csv"})


def die_at(step):
    """Let this process be killed before its step of that number."""
    count = [0]

    def hook(event, _):
        if event.startswith(STEPS):
            count[0] += 1
            if count[0] == step:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hook)


def told(call, name):
    """Let a function tell before and after what it does."""

    def telling(*arguments):
        sys.audit(f"kill.{name}")
        answer = call(*arguments)
        sys.audit(f"kill.{name}")
        return answer

    return telling


def main():
    place, how, way = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
    os.fsync = told(os.fsync, "fsync")
    run_folder.exchanged = told(run_folder.exchanged, "exchange") if way == "at_once" else lambda *_: False
    step = 0
    while True:
        step += 1
        here = place / f"{step:03d}"
        here.mkdir(parents=True)
        out = prepare(here)
        child = os.fork()
        if child == 0:
            die_at(step)
            write(out, how)
            os._exit(0)
        if os.waitpid(child, 0)[1] == 0:
            shutil.rmtree(here)
            sys.stdout.write(str(step - 1))
            return


if __name__ == "__main__":
    main()
