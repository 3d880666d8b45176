"""What a run cost and on what it ran: the only place that reads the clock, the machine and the installed versions."""

import os
import platform
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from importlib.metadata import version
from pathlib import Path
from time import perf_counter

if sys.platform != "win32":
    import resource  # loaded at once: a program that is short of memory cannot load it any more

PACKAGES = (
    "spreiding",
    "folium",
    "geopandas",
    "highspy",
    "numpy",
    "pandas",
    "pulp",
    "pyproj",
    "scipy",
    "shapely",
    "xlsxwriter",
)
"""Distributions whose version can change a result."""


@dataclass(slots=True)
class Stopwatch:
    """Seconds per phase of one run.

    Attributes
    ----------
    started : str
        Moment at which the run began, ISO 8601 in UTC.
    begun : dict
        Name of the phase to the clock at its begin [s].
    ended : dict
        Name of the phase to the clock at its end [s].
    """

    started: str = field(default_factory=lambda: datetime.now(UTC).isoformat(timespec="seconds"))
    begun: dict[str, float] = field(default_factory=dict)
    ended: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def phase(self, name: str) -> Iterator[None]:
        """Measure the block."""
        self.begun[name] = perf_counter()
        yield
        self.ended[name] = perf_counter()

    def seconds(self) -> dict[str, float]:
        """Give the wall-clock time of each phase; of the one that still runs, until now [s]."""
        now = perf_counter()
        return {name: round(self.ended.get(name, now) - begin, 3) for name, begin in self.begun.items()}


class Runtime(Mapping[str, object]):
    """What stands under ``runtime`` in a manifest, measured when it is read.

    The manifest is the last file to be made, so what it reads here covers the other reports too.
    """

    def __init__(self, stopwatch: Stopwatch) -> None:
        self._parts: dict[str, Callable[[], object]] = {
            "started": lambda: stopwatch.started,
            "seconds": stopwatch.seconds,
            "peak_memory_mb": peak_memory_mb,
            "cpu_count": os.cpu_count,
            "versions": versions,
        }

    def __getitem__(self, part: str) -> object:
        """Measure one part."""
        return self._parts[part]()

    def __iter__(self) -> Iterator[str]:
        """Name the parts."""
        return iter(self._parts)

    def __len__(self) -> int:
        """Count the parts."""
        return len(self._parts)


def memory_limit_mb() -> float | None:
    """Give how much memory this process may have [MB]; None where nothing limits it, or the system does not tell."""
    if sys.platform == "win32":
        return None
    most = resource.getrlimit(resource.RLIMIT_AS)[0]
    return None if most == resource.RLIM_INFINITY else most / 1024**2


def memory_left_mb() -> float | None:
    """Give how much memory this process may still take [MB]; None where nothing limits it, or nothing tells."""
    limit, pages = memory_limit_mb(), Path("/proc/self/statm")
    if limit is None or not pages.exists():
        return None
    return limit - int(pages.read_text("ascii").split()[0]) * os.sysconf("SC_PAGE_SIZE") / 1024**2


def memory_free_mb() -> float | None:
    """Give how much memory of the machine is free [MB]; None where the system does not tell."""
    try:
        return os.sysconf("SC_AVPHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 1024**2
    except (AttributeError, ValueError, OSError):
        return None


def today() -> date:
    """Give the day of this machine, for a remark that no result depends on."""
    return datetime.now(UTC).date()


def versions() -> dict[str, str]:
    """Give the versions of Python and of the packages that can change a result."""
    return {"python": platform.python_version(), **{name: version(name) for name in PACKAGES}}


def peak_memory_mb() -> float | None:
    """Give the peak memory of this process plus that of its largest child [MB]; None where the system tells neither."""
    if sys.platform == "win32":
        return None
    per_mb = 1024**2 if sys.platform == "darwin" else 1024
    peaks = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return round(sum(peaks) / per_mb, 1)
