"""The program as a planner starts it: a process of its own, in surroundings of its own."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from random import Random

ROOT = Path(__file__).parents[1]


def program(*arguments, cwd=None, before=(), check=True, **settings):
    """Run one command; ``before`` goes in front of the interpreter, ``settings`` are added to the environment."""
    command = [*before, sys.executable, "-m", "spreiding", *map(str, arguments)]
    paths = [settings.pop("PYTHONPATH", ""), str(ROOT), os.environ.get("PYTHONPATH", "")]
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths)), **settings}
    done = subprocess.run(command, cwd=cwd, env=env, capture_output=True, check=False)
    if check:
        assert done.returncode == 0, done.stderr.decode(errors="replace")
    return done


def written_example(place, households=40, gemeenten=4, seed=1):
    """Write a synthetic case."""
    program("example", "--households", households, "--gemeenten", gemeenten, "--seed", seed, "--out", place)
    return place


def shuffled(case, place, seed):
    """Copy a case with the rows of every table in another order."""
    random = Random(seed)  # noqa: S311  no secret
    shutil.copytree(case, place)
    for table in sorted(place.glob("*.csv")):
        header, *rows = table.read_text("utf-8-sig").splitlines()
        random.shuffle(rows)
        table.write_text("\n".join([header, *rows]) + "\n", "utf-8")
    return place
