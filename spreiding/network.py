"""The clock and the proxy of this machine, lent to a download; nothing below the command line reads them."""

from collections.abc import Callable
from datetime import UTC, datetime
from time import monotonic, sleep
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

from geodata.service import Network, Tell

pause: Callable[[float], None] = sleep
"""Waits between two tries [s]."""


def network(base: str, tell: Tell) -> Network:
    """Give what a download from a service needs of this machine."""
    return Network(monotonic, pause, tell, proxy(base))


def moment() -> str:
    """Give this moment, ISO 8601 in UTC."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def proxy(base: str) -> str | None:
    """Give the proxy that the system or the environment names for an address, if any."""
    try:
        parts = urlsplit(base)
    except ValueError:
        return None
    if not parts.hostname or proxy_bypass(parts.hostname):
        return None
    proxies = getproxies()
    found = proxies.get(parts.scheme) or proxies.get("all")
    return f"http://{found}" if found and "://" not in found else found
