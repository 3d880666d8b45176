"""The folder of a sweep: made where nothing stands, gone on with where a sweep was, and held by one command."""

import errno
import shutil
import sys
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from reports.run_folder import leftovers
from spreiding.refusal import Refusal

LOCK = ".slot"
"""File that is locked while a command is busy; the system frees it when that command is killed."""
TOLD = 5
"""Names that are told of what stands there [names]."""


@contextmanager
def holding(out: Path, own: Collection[str]) -> Iterator[None]:
    """Make the folder, or take one of a sweep, for as long as the block lasts.

    Parameters
    ----------
    own : collection of str
        Names that a sweep writes there.

    Raises
    ------
    Refusal
        Something else stands there, it cannot be written to, or another command is busy.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
        strange = sorted(path.name for path in out.iterdir() if not _ours(path.name, own))
        if strange:
            raise Refusal("sweep_place", found=out, names=", ".join(strange[:TOLD]))
        with (out / LOCK).open("wb") as stream:
            _lock(stream, out)
            yield
    except (FileExistsError, NotADirectoryError, PermissionError) as error:
        raise Refusal("not_writable", found=out) from error


def clear(folder: Path, choices: Path) -> None:
    """Remove what a process that was killed left of an item: of its run folder, and of the file with its choices."""
    for left in leftovers(folder):
        shutil.rmtree(left, ignore_errors=True)
    choices.with_name(f".{choices.name}.deel").unlink(missing_ok=True)


def _ours(name: str, own: Collection[str]) -> bool:
    """Tell whether a name is one that a sweep writes, or a part of such a file."""
    return name in own or name == LOCK or (name.startswith(".") and name.endswith(".deel"))


def _lock(stream: IO[bytes], out: Path) -> None:
    """Lock a file for this process, or refuse at once."""
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415

            msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415

            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in {errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK}:
            raise Refusal("sweep_busy", found=out) from error
        raise
