"""No command but ``geodata`` opens a connection, shown twice: by the audit of Python and by the kernel.

The audit sees every look-up and every socket that Python makes, also through a library written in Python. The kernel
sees what compiled libraries do as well (``strace``, where it is installed), and a machine without any network
(``unshare -n``, where that is allowed) shows that nothing needs one. What is not shown: a browser that opens a page of
ours (tests/reports/test_site.py looks for addresses in pages), and systems other than Linux below Python. One step is
allowed: urllib3 binds to ::1 and lets go when it is loaded, to learn whether this machine speaks IPv6; nothing is sent.
"""

import json
import os
import re
import shutil
import subprocess
import sys

import pytest
from offers import send
from programs import program, written_example
from publishing import sign

from inputs.read import read_case

SITE = """
import os, sys
def hook(event, arguments):
    asks = event.startswith("socket.") and event not in {"socket.__new__", "socket.gethostname"}
    if asks and not (event == "socket.bind" and arguments[1][0] == "::1"):
        with open(os.environ["HEARD"], "a") as file:
            file.write(f"{event} {arguments}\\n")
sys.addaudithook(hook)
"""
OUT = re.compile(r"^\d+\s+(connect|sendto|sendmsg|bind)\((?!.*::1)(.*AF_INET6?|.*AF_NETLINK)", re.MULTILINE)
"""A step towards another machine, as strace writes it; a socket in the file system leads nowhere else."""
REACHES = "import socket; socket.create_connection(('127.0.0.1', 9), 1)"
WATCH = ("solve", "report", "publish", "collect")
LINUX = sys.platform == "linux"
STRACE = shutil.which("strace") if LINUX else None
UNSHARE = shutil.which("unshare") if LINUX else None


def works(*command):
    """Tell whether this machine allows a way to watch."""
    return subprocess.run([*command, "true"], check=False, capture_output=True).returncode == 0


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """Write a case, an outcome of it, a decision, and the audit that every process loads."""
    place = tmp_path_factory.mktemp("stil")
    case = written_example(place / "casus", households=20, gemeenten=2)
    (place / "audit").mkdir()
    (place / "audit" / "sitecustomize.py").write_text(SITE, "utf-8")
    sign(place / "besluit.toml")
    read = read_case(case)[0]
    send(place / "opgaven", read, *(gemeente.gemeentecode for gemeente in read.gemeenten))
    program("solve", case, "--out", place / "eerder")
    return place


def arguments(place, out):
    """Give every command with what it needs."""
    case, run = place / "casus", place / "eerder"
    return {
        "check": ("check", case),
        "solve": ("solve", case, "--out", out / "uit", "--prijs-per-doel"),
        "report": ("report", out / "uit", "--bladen", "--site"),
        "compare": ("compare", run, out / "uit", "--out", out / "naast"),
        "publish": ("publish", run, "--out", out / "open", "--besluit", place / "besluit.toml"),
        "collect": ("collect", place / "opgaven", "--basis", case, "--out", out / "verzameld"),
        "forget": ("forget", out / "uit"),
    }


def audited(place, heard):
    """Give the surroundings in which Python writes down what it does with sockets."""
    return {"PYTHONPATH": str(place / "audit"), "HEARD": str(heard)}


def test_python_looks_nothing_up_and_opens_no_socket_in_any_command(place, tmp_path):
    heard = tmp_path / "gehoord"
    given = arguments(place, tmp_path)

    codes = {
        name: program(*command, check=False, **audited(place, heard)).returncode for name, command in given.items()
    }

    assert codes == dict.fromkeys(given, 0)
    assert not heard.exists(), heard.read_text()


def test_the_audit_hears_a_program_that_reaches_out(place, tmp_path):
    env = {**os.environ, **audited(place, tmp_path / "gehoord")}
    subprocess.run([sys.executable, "-c", REACHES], env=env, check=False, capture_output=True)

    assert "socket.connect" in (tmp_path / "gehoord").read_text()


@pytest.mark.skipif(not (STRACE and works(STRACE, "-f", "-e", "trace=network")), reason="no strace, or not allowed")
def test_the_kernel_sees_no_step_to_another_machine_also_of_compiled_libraries(place, tmp_path):
    watched = {}
    for name in WATCH:
        log = tmp_path / f"{name}.strace"
        before = (STRACE, "-f", "-qq", "-e", "trace=network", "-o", log)
        program(*arguments(place, tmp_path)[name], before=before)
        watched[name] = OUT.findall(log.read_text())
    log = tmp_path / "proef.strace"
    subprocess.run([STRACE, "-f", "-e", "trace=network", "-o", log, sys.executable, "-c", REACHES], check=False)

    assert watched == {name: [] for name in WATCH}
    assert OUT.findall(log.read_text()), "strace sees nothing at all"


@pytest.mark.skipif(not (UNSHARE and works(UNSHARE, "-n")), reason="may not take the network away")
def test_a_machine_without_any_network_gives_the_same(place, tmp_path):
    """Not even loopback is up there."""
    program("solve", place / "casus", "--out", tmp_path / "uit", before=(UNSHARE, "-n"))

    again, before = (json.loads((run / "run.json").read_text("utf-8")) for run in (tmp_path / "uit", place / "eerder"))
    assert again["hash"] == before["hash"]
