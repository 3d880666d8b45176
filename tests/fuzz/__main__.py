"""The long run: every way in for its part of the minutes, guided by coverage where atheris is installed.

Run ``PYTHONPATH=tests:. python -m fuzz --minutes 10``, or ``make fuzz MINUTES=10``. Each way in runs in a process of
its own, which may take 1 GB more than it starts with, and 10 s for an input; a finding is written as a file.
"""

import argparse
import importlib.util
import re
import subprocess
import sys
import time
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

WAYS = ("csv", "workbook", "scenario", "parameters", "parquet", "case")
"""Names of the targets; read here before any of them is loaded."""
MEMORY = 1_000_000_000
"""Most that an input may take beside what the program itself takes [bytes]."""
SECONDS = 10
"""Longest that an input may take [s]."""
LONGEST = 100_000
"""Longest input that is made [bytes]."""
TELLING = re.compile(r"INITED|DONE|executed_units|slowest_unit|peak_rss|Error|memory allocation|Test unit|inputs, ")
"""Lines of a log that say how far it came, or what was found."""


def main() -> int:
    """Run the ways in that are asked for, each in its own process; 1 where something was found."""
    asked = _asked()
    if asked.one:
        return _guided(asked) if asked.guided else _plain(asked)
    guided = importlib.util.find_spec("atheris") is not None
    if not guided:
        print("atheris is not installed: a plain seeded loop, without coverage to guide it", flush=True)
    seconds = asked.minutes * 60 / len(asked.ways)
    return max(_process(way, seconds, asked, guided=guided) for way in asked.ways)


def _asked() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m fuzz")
    parser.add_argument("ways", nargs="*", default=WAYS, metavar="|".join(WAYS))
    parser.add_argument("--minutes", type=float, default=10.0, help="together, over all ways in")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--findings", type=Path, default=Path("uitvoer/fuzz"), help="folder for what is found")
    parser.add_argument("--one", type=float, help=argparse.SUPPRESS)
    parser.add_argument("--guided", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args()


def _process(way: str, seconds: float, asked: argparse.Namespace, *, guided: bool) -> int:
    """Run one way in as a process of its own."""
    asked.findings.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-W", "ignore", "-m", "fuzz", way, "--one", str(seconds), "--seed", str(asked.seed)]
    command += ["--findings", str(asked.findings), *(["--guided"] if guided else [])]
    log = asked.findings / f"{way}.log"
    print(f"{way}: {seconds:.0f} s, log in {log}", flush=True)
    with log.open("w", encoding="utf-8") as file:
        done = subprocess.run(command, stdout=file, stderr=subprocess.STDOUT, check=False)
    lines = [line for line in log.read_text("utf-8", errors="replace").splitlines() if TELLING.search(line)]
    print("\n".join(f"  {line[:200]}" for line in lines), flush=True)
    print(f"  {'nothing found' if done.returncode == 0 else f'FOUND SOMETHING ({done.returncode})'}", flush=True)
    return int(done.returncode != 0)


def _limit_memory() -> None:
    """Let this process take 1 GB more than it has now."""
    import resource  # noqa: PLC0415  not on Windows

    now = int(Path("/proc/self/statm").read_text("ascii").split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (now + MEMORY, now + MEMORY))


def _plain(asked: argparse.Namespace) -> int:
    """Mutate without guidance until the time is over."""
    from fuzz.loop import Loop  # noqa: PLC0415  loads the program

    (way,) = asked.ways
    last = asked.findings / f"{way}-{asked.seed}-last"
    loop, start, found = Loop(way, asked.seed, last.write_bytes), time.monotonic(), 0
    _limit_memory()
    while time.monotonic() - start < asked.one:
        for finding in loop.findings(500):
            found += 1
            (asked.findings / f"{way}-{asked.seed}-{found}").write_bytes(finding.data)
            print(f"{way}: {finding.why[:300]}", flush=True)
    last.unlink()
    print(f"{way}: {loop.tries} inputs, {len(loop.answers)} different answers, {found} findings", flush=True)
    return int(found > 0)


def _guided(asked: argparse.Namespace) -> int:
    """Let atheris mutate, by its own means and by ours, guided by the branches that each input takes."""
    import atheris  # noqa: PLC0415  an extra

    with atheris.instrument_imports(include=["inputs"]):
        from fuzz.targets import TARGETS  # noqa: PLC0415  instrumented while it is loaded
    from fuzz.mutator import mutate  # noqa: PLC0415

    (way,) = asked.ways
    target, seeds = TARGETS[way], TARGETS[way].seeds()

    def ours_or_theirs(data: bytes, longest: int, seed: int) -> bytes:
        random = Random(seed)  # noqa: S311  no secret
        if random.random() < 0.5:
            return bytes(atheris.Mutate(data, longest))
        return mutate(bytes(data), seeds, random)[:longest]

    with TemporaryDirectory() as corpus:
        for number, data in enumerate(seeds):
            (Path(corpus) / f"{number}").write_bytes(data)
        options = [f"-max_total_time={int(asked.one)}", f"-timeout={SECONDS}", f"-max_len={LONGEST}"]
        options += [f"-seed={asked.seed}", f"-artifact_prefix={asked.findings}/{way}-", "-print_final_stats=1"]
        options += ["-rss_limit_mb=2000", "-verbosity=1"]
        atheris.Setup(
            [sys.argv[0], *options, corpus], lambda data: target.run(data) and None, custom_mutator=ours_or_theirs
        )
        _limit_memory()
        atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main())
