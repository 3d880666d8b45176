"""What a machine cannot give, told in words: memory, and room on the disk."""

import errno

from spreiding.runtime import memory_free_mb, memory_left_mb, memory_limit_mb, peak_memory_mb
from spreiding.words import Lang, say

FULL = frozenset((errno.ENOSPC, errno.EDQUOT, errno.EFBIG))
"""The disk is full, the part of it that the user may have is, or a file may not become so large."""
ROOM = 1024
"""Memory that this process may still take before more threads are started [MB]."""
NO_MEMORY = ("failed to map segment", "cannot allocate memory", "can't start new thread")
"""What the system says where a library or a thread of a program does not fit in memory."""


def room_for_threads() -> bool:
    """Tell whether another thread can surely start: one that cannot is waited for without end. The plan is the same."""
    left = memory_left_mb()
    return left is None or left > ROOM


def short_of_memory(error: BaseException) -> bool:
    """Tell whether an error says that there is too little memory."""
    if isinstance(error, OSError):
        return error.errno == errno.ENOMEM
    said = isinstance(error, ImportError | RuntimeError) and any(text in str(error).lower() for text in NO_MEMORY)
    return said or isinstance(error, MemoryError)


def machine_failed(error: BaseException, lang: Lang) -> str | None:
    """Give what to tell the planner where the machine fell short; None: it did not."""
    if short_of_memory(error):
        return f"{say('error', lang)}: {say('out_of_memory', lang, sizes=_sizes(lang))}"
    if isinstance(error, OSError) and error.errno in FULL:
        found = error.filename or error.strerror
        return f"{say('error', lang)}: {say('disk_full', lang, found=found)}"
    return None


def _sizes(lang: Lang) -> str:
    """Say how much memory was used at most, may be used, and is free, as far as the system tells [MB]."""
    sizes = {"used": peak_memory_mb(), "limit": memory_limit_mb(), "free": memory_free_mb()}
    known = [say(f"memory_{name}", lang, size=round(size)) for name, size in sizes.items() if size is not None]
    return ", ".join(known)
