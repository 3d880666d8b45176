"""A public service is asked for JSON; its answer counts only when it is whole, in time and from the server asked."""

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, NoReturn, Protocol, Self
from urllib.parse import urljoin, urlsplit

from urllib3 import BaseHTTPResponse, PoolManager, ProxyManager, Timeout
from urllib3.exceptions import HTTPError, ProtocolError, SSLError
from urllib3.util import make_headers, parse_url

from geodata.errors import GeodataError, Problem, Veld, problem

HEADERS = {"Accept": "application/geo+json, application/json", "User-Agent": "spreiding"}
PORTS = {"http": 80, "https": 443}
CHUNK = 65_536
"""Most that is read before the clock is looked at again [bytes]."""
REDIRECTS = 5
"""Redirects on one server that are followed for one page."""
BUSY = 429
"""Status of a service that asks to be asked later."""
PASSING = frozenset({"G.702 no_answer", "G.704 service_fails", "G.707 cut_off", "G.708 too_slow"})
"""Problems of the moment: what has come in before stays good."""
LONGEST_SHOWN = 120
"""Signs of a text from elsewhere that a message shows."""


class Tell(Protocol):
    """Takes one step of the work at a time, as a key and its numbers."""

    def __call__(self, key: str, /, **numbers: float) -> None:
        """Show the step."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How long, how much and how often.

    Attributes
    ----------
    connect, read : float
        Longest silence before and after the connection is there [s].
    total : float
        Longest time for all pages together [s].
    page_bytes, total_bytes : int
        Largest page, and all pages together, unpacked [bytes].
    pages : int
        Most pages.
    tries : int
        How often a page is asked.
    pause, longest_pause : float
        Wait after the first failure, doubled after each next one, and the longest wait [s].
    """

    connect: float = 10.0
    read: float = 30.0
    total: float = 900.0
    page_bytes: int = 64_000_000
    total_bytes: int = 256_000_000
    pages: int = 100
    tries: int = 4
    pause: float = 1.0
    longest_pause: float = 30.0


@dataclass(frozen=True, slots=True)
class Network:
    """What the command line lends to a download: its clock, its ear, the proxy of the machine, the limits.

    Attributes
    ----------
    seconds : callable
        A clock that never goes back [s].
    sleep : callable
        Waits a number of seconds.
    proxy : str, optional
        Address of the proxy for this service.
    """

    seconds: Callable[[], float]
    sleep: Callable[[float], None]
    tell: Tell
    proxy: str | None = None
    limits: Limits = Limits()


@dataclass(frozen=True, slots=True)
class Answer:
    """One page as it came, and what it says."""

    url: str
    body: bytes
    content: Mapping[str, Any]
    crs: str


class PassingError(Exception):
    """A try failed and the next may not; ``pause`` is what the service asks for [s]."""

    def __init__(self, code: str, gevonden: object, pause: float = 0.0) -> None:
        super().__init__(code)
        self.code = code
        self.gevonden = shown(gevonden)
        self.pause = pause


class Service:
    """One server, asked page after page before one deadline."""

    def __init__(self, base: str, network: Network) -> None:
        self._origin = require_address(base)
        self._network = network
        self._limits = network.limits
        self._start = network.seconds()
        self._taken = 0
        self._pool = _pool(network.proxy)

    def __enter__(self) -> Self:
        """Ask within a block, after which no connection stays open."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close every connection."""
        self._pool.clear()

    def ask(self, url: str) -> Answer:
        """Get one page; what may pass is tried again, after a pause.

        Raises
        ------
        GeodataError
            G.702 to G.711, or G.713 where the address is on another server.
        """
        if origin(url) != self._origin:
            _refuse("G.713 next_elsewhere", url, gevonden=shown(url))
        tries = self._limits.tries
        for number in range(1, tries + 1):
            try:
                return self._once(url)
            except PassingError as error:
                pause = min(max(self._limits.pause * 2 ** (number - 1), error.pause), self._limits.longest_pause)
                if number == tries or pause >= self._left():
                    fout = problem(error.code, bestand=shown(url), gevonden=error.gevonden, pogingen=number)
                    raise GeodataError([fout]) from error
                self._network.tell("download_wait", seconds=pause, next=number + 1, tries=tries)
                self._network.sleep(pause)
        raise AssertionError(url)

    def _left(self) -> float:
        """Give the time before the deadline [s]."""
        return self._start + self._limits.total - self._network.seconds()

    def _once(self, url: str) -> Answer:
        """Ask for a page once, and follow redirects that stay on the server."""
        for _ in range(REDIRECTS + 1):
            with self._opened(url) as response:
                target = response.get_redirect_location()
                if not target:
                    return self._answer(url, response)
            target = urljoin(url, target)
            if origin(target) != self._origin:
                _refuse("G.706 redirected", url, gevonden=shown(target))
            url = target
        return _refuse("G.706 redirected", url, gevonden=shown(url))

    @contextmanager
    def _opened(self, url: str) -> Iterator[BaseHTTPResponse]:
        """Send the question and give the answer as far as its headers."""
        left = self._left()
        if left <= 0:
            _refuse("G.708 too_slow", url, gevonden=round(self._limits.total))
        timeout = Timeout(connect=min(self._limits.connect, left), read=min(self._limits.read, left))
        with _network_problems(url, "G.702 no_answer"):
            response = self._pool.request(
                "GET", url, headers=HEADERS, timeout=timeout, redirect=False, retries=False, preload_content=False
            )
        try:
            yield response
        finally:
            response.close()

    def _answer(self, url: str, response: BaseHTTPResponse) -> Answer:
        """Take an answer that is JSON."""
        if response.status == BUSY or response.status >= 500:
            raise PassingError("G.704 service_fails", response.status, _retry_after(response))
        if response.status != 200:
            _refuse("G.705 service_refuses", url, gevonden=response.status)
        kind = response.headers.get("Content-Type", "-").split(";")[0].strip().lower()
        if not (kind == "application/json" or kind.endswith("+json")):
            _refuse("G.710 not_json", url, gevonden=shown(kind))
        body = self._body(url, response)
        return Answer(url, body, parsed(url, body), response.headers.get("Content-Crs", ""))

    def _body(self, url: str, response: BaseHTTPResponse) -> bytes:
        """Read an answer to its end, within time and size."""
        limits, body = self._limits, bytearray()
        with _network_problems(url, "G.707 cut_off"):
            while chunk := response.read1(CHUNK, decode_content=True):
                body += chunk
                self._taken += len(chunk)
                if len(body) > limits.page_bytes or self._taken > limits.total_bytes:
                    most = min(limits.page_bytes, limits.total_bytes)
                    _refuse("G.709 too_large", url, verwacht=f"{most:,} bytes".replace(",", " "))
                if self._left() <= 0:
                    _refuse("G.708 too_slow", url, gevonden=round(limits.total))
                self._network.tell("download_bytes", bytes=self._taken)
        return bytes(body)


def origin(url: str) -> tuple[str, str, int] | None:
    """Give scheme, host and port; none where an address is not plain http or https.

    >>> origin("https://api.pdok.nl/cbs"), origin("https://jan:geheim@pdok.nl"), origin("file:///etc/passwd")
    (('https', 'api.pdok.nl', 443), None, None)
    """
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return None
    if parts.scheme not in PORTS or not parts.hostname or parts.username is not None or parts.password is not None:
        return None
    return parts.scheme, parts.hostname, port or PORTS[parts.scheme]


def require_address(base: str) -> tuple[str, str, int]:
    """Refuse a base that is no plain address of a web service."""
    found = origin(base)
    if found is None or not base.isprintable() or set(base) & set("?# \\"):
        _refuse("G.701 address_refused", "--base", gevonden=shown(base))
    return found


def parsed(url: str, body: bytes) -> Mapping[str, Any]:
    """Read one JSON object; NaN and Infinity are no JSON."""
    try:
        content = json.loads(body, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        _refuse("G.711 json_damaged", url, gevonden=shown(error))
    if not isinstance(content, dict):
        _refuse("G.712 other_shape", url, gevonden=type(content).__name__, verwacht="{...}")
    return content


def shown(text: object) -> str:
    r"""Shorten a text from elsewhere and drop the signs that would move a cursor or change a colour.

    >>> shown("\x1b[31mrood")
    '?[31mrood'
    """
    signs = "".join(sign if sign.isprintable() else "?" for sign in str(text))
    return signs if len(signs) <= LONGEST_SHOWN else signs[: LONGEST_SHOWN - 1] + "…"


def passing(error: GeodataError) -> bool:
    """Tell whether asking again later may help."""
    return all(fout.code in PASSING for fout in error.problemen)


@contextmanager
def _network_problems(url: str, code: str) -> Iterator[None]:
    """Say what the libraries below raise as a problem of the moment, or as one of the certificate."""
    try:
        yield
    except SSLError as error:
        raise GeodataError([Problem("G.703 not_secure", {"bestand": shown(url), "gevonden": shown(error)})]) from error
    except ProtocolError as error:
        raise PassingError(code, error) from error
    except (HTTPError, OSError) as error:
        raise PassingError("G.702 no_answer", type(error).__name__) from error


def _pool(proxy: str | None) -> PoolManager:
    """Give the connections, by the proxy where there is one."""
    try:
        if proxy is None:
            return PoolManager()
        user = parse_url(proxy).auth
        return ProxyManager(proxy, proxy_headers=make_headers(proxy_basic_auth=user) if user else None)
    except (HTTPError, ValueError) as error:
        raise GeodataError([problem("G.701 address_refused", bestand="proxy", gevonden=shown(error))]) from error


def _retry_after(response: BaseHTTPResponse) -> float:
    """Give the seconds that a service asks to wait; a date is left to our own pause."""
    asked = response.headers.get("Retry-After", "")
    return float(asked) if asked.isascii() and asked.isdigit() and len(asked) < 10 else 0.0


def _no_constant(name: str) -> NoReturn:
    raise ValueError(name)


def _refuse(code: str, url: str, **velden: Veld) -> NoReturn:
    raise GeodataError([problem(code, bestand=shown(url), **velden)])
