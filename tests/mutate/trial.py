"""Every fault is tried in a process of its own, which runs the tests that come by there until one fails.

The tests are collected, and run once without a fault, in a process that is then forked for each fault: in the fork the
code of one function is exchanged. A fault outside functions is read in while its module is imported, in a fresh fork.
"""

import gc
import os
import pickle
import signal
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import CodeType, FunctionType, SimpleNamespace

import pytest

OPTIONS = ("-o", "addopts=", "--import-mode=importlib", "-p", "no:terminal", "-p", "no:cacheprovider", "-W", "ignore")
KILLED, SURVIVED, UNTESTED = "gedood", "overleefd", "niet geraakt"
"""What became of a fault; no test comes by where it is untested."""
SPARE, TIMES = 10, 4
"""A fault may take so many seconds more, and so many times longer, than the tests take without it."""


def forked(work: Callable[[], bool], seconds: float) -> bool:
    """Say whether work fails in a process of its own, or takes too long."""
    pid = os.fork()
    if pid == 0:
        signal.alarm(int(seconds) + 1)
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, 1)
        os.dup2(nothing, 2)
        try:
            os._exit(0 if work() else 1)
        except BaseException:  # noqa: BLE001  whatever goes wrong in a fork is found there
            os._exit(1)
    return os.waitpid(pid, 0)[1] != 0


def outside(path: Path, code: CodeType, tests: tuple[str, ...], seconds: float) -> str:
    """Try a fault outside functions: read the module with it, and run all its tests."""

    def work() -> bool:
        read = SourceFileLoader.get_code
        whole = str(path)
        SourceFileLoader.get_code = lambda self, name: code if self.path == whole else read(self, name)
        return pytest.main([*OPTIONS, "-x", *tests]) == 0

    return KILLED if forked(work, seconds) else SURVIVED


class Trial:
    """A plugin that runs the tests without a fault, and then those that come by for each fault.

    Parameters
    ----------
    files : set of str
        Modules with faults.
    warm : bool
        What fixtures of the session made is kept: right only where no fault can change it.
    """

    def __init__(self, files: set[str], then: Callable[["Trial"], None], *, warm: bool) -> None:
        self.files, self.then, self.warm = files, then, warm
        self.seen: dict[str, set[tuple[str, str]]] = defaultdict(set)
        self.took: dict[str, float] = {}
        self.failed: list[str] = []
        self.now = ""

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef):
        """Note what a fixture comes by, for all tests that use it."""
        before, self.now = self.now, fixturedef.argname
        try:
            return (yield)
        finally:
            self.now = before

    def pytest_runtest_logreport(self, report) -> None:
        """Note what failed."""
        if report.failed:
            self.failed.append(report.nodeid)

    def pytest_runtestloop(self, session) -> bool:
        """Run once, then hand over."""
        self.items = {item.nodeid: item for item in session.items}
        self.capture = session.config.pluginmanager.getplugin("capturemanager")
        self.between = SimpleNamespace(listchain=lambda: [session])
        if self.warm:
            self._baseline()
        else:
            self._apart()
        self.then(self)
        session.testsfailed = len(self.failed)
        return True

    def _baseline(self) -> None:
        """Run every test, and note how long it takes and what it comes by."""
        for name, item in self.items.items():
            start, self.now = time.perf_counter(), name
            sys.setprofile(self._note)
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=self.between)
            sys.setprofile(None)
            self.took[name] = time.perf_counter() - start

    def _note(self, frame, event, _):
        code = frame.f_code
        if event == "call" and code.co_filename in self.files:
            self.seen[self.now].add((code.co_filename, code.co_qualname.split(".<locals>")[0]))

    def _apart(self) -> None:
        """Run every test in a process of its own, so that nothing of it stays here."""
        ours, theirs = os.pipe()
        if os.fork() == 0:
            self._baseline()
            with os.fdopen(theirs, "wb") as file:
                pickle.dump((dict(self.seen), self.took, self.failed), file)
            os._exit(0)
        os.close(theirs)
        with os.fdopen(ours, "rb") as file:
            self.seen, self.took, self.failed = pickle.load(file)  # noqa: S301  our own fork wrote it
        os.wait()

    def passing(self, path: Path, owner: str) -> Iterator[str]:
        """Give the tests that come by a function, the quickest first."""
        place, nothing = (str(path), owner), set[tuple[str, str]]()
        for name in sorted(self.took, key=self.took.__getitem__):
            if any(place in self.seen.get(by, nothing) for by in (name, *self.items[name].fixturenames)):
                yield name

    def inside(self, path: Path, owner: str, code: CodeType) -> str:
        """Try a fault in a function."""
        names = list(self.passing(path, owner))
        if not names:
            return UNTESTED
        seconds = TIMES * sum(self.took[name] for name in names) + SPARE
        return KILLED if forked(lambda: self._faulty(path, owner, code, names), seconds) else SURVIVED

    def _faulty(self, path: Path, owner: str, code: CodeType, names: list[str]) -> bool:
        """Exchange the code and run tests until one fails."""
        new = next(part for part in parts(code) if part.co_qualname == owner)
        for function in [thing for thing in gc.get_objects() if isinstance(thing, FunctionType)]:
            old = function.__code__
            if (old.co_filename, old.co_qualname, old.co_firstlineno) == (str(path), owner, new.co_firstlineno):
                function.__code__ = new
        for name in names:
            item = self.items[name]
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=self.between)
            if self.failed:
                return False
        return True


def parts(code: CodeType) -> Iterator[CodeType]:
    """Give a code and all code in it."""
    yield code
    for part in code.co_consts:
        if isinstance(part, CodeType):
            yield from parts(part)
