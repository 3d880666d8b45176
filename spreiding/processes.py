"""Processes of this machine that work for a command: they leave Ctrl-C to it, and end when it does."""

import multiprocessing
import os
import signal
import threading
from multiprocessing.connection import wait

CONTEXT = multiprocessing.get_context("spawn")
"""A process begins anew: a solver that was used before a fork does not survive it."""


def begin_below() -> None:
    """Leave Ctrl-C to the process that asked, and end with it: also when it is killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    assert parent is not None

    def watch() -> None:
        wait([parent.sentinel])
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def kill_below() -> None:
    """Kill every process that works for this one: nobody waits for what is in hand."""
    for child in multiprocessing.active_children():
        child.kill()
