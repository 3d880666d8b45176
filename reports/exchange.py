"""Two folders change places in one step, where the system can; a program that is killed then leaves no gap."""

import ctypes
import os
import sys
from pathlib import Path

EXCHANGE = 2
"""RENAME_EXCHANGE of Linux."""
HERE = -100
"""AT_FDCWD of Linux: paths count from the working folder."""


def exchanged(one: Path, other: Path) -> bool:
    """Let two paths on one disk change places; False: the system or the disk cannot, and nothing changed."""
    if sys.platform != "linux":
        return False
    call = getattr(ctypes.CDLL(None), "renameat2", None)
    return call is not None and call(HERE, os.fsencode(one), HERE, os.fsencode(other), EXCHANGE) == 0
