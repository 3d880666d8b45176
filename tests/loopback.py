"""A service on this machine that answers as PDOK and StatLine do, or badly; tests reach nothing else."""

import json
import socket
import time
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from urllib.parse import parse_qs, urlsplit

import shapely

from geodata.rd import geometry_to_wgs84

JSON = "application/geo+json"
CRS84 = "<http://www.opengis.net/def/crs/OGC/1.3/CRS84>"
MOMENT = "2026-01-02T03:04:05+00:00"
CODES = ("GM0001", "GM0002", "GM0003")
"""Codes of ``squares(3)``."""
HERE = {"127.0.0.1", "localhost", "::1"}


@dataclass(frozen=True)
class Reply:
    """What a service sends: ``more`` announces bytes that never come, ``drip`` waits after every byte [s]."""

    body: bytes = b""
    status: int = 200
    headers: dict = field(default_factory=lambda: {"Content-Type": JSON, "Content-Crs": CRS84})
    more: int = 0
    drip: float = 0.0


@dataclass
class Server:
    """A service that answers with ``answer(server, path, query)``, and remembers what it was asked."""

    answer: object
    address: str = ""
    asked: list = field(default_factory=list)
    ended: Event = field(default_factory=Event)


def refuse_the_world(patch):
    """Let a test that would reach another machine fail."""

    def only_here(host):
        if host not in HERE:
            raise AssertionError(f"a test reaches for {host}")

    lookup, connect = socket.getaddrinfo, socket.socket.connect

    def connect_here(self, address):
        if self.family != getattr(socket, "AF_UNIX", None):
            only_here(address[0])
        return connect(self, address)

    def lookup_here(host, *rest, **options):
        only_here(host)
        return lookup(host, *rest, **options)

    patch.setattr(socket, "getaddrinfo", lookup_here)
    patch.setattr(socket.socket, "connect", connect_here)


@contextmanager
def serving(answer):
    """Give a service that runs until the block ends."""
    server = Server(answer)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            server.asked.append(self.path)
            parts = urlsplit(self.path)
            reply = server.answer(server, parts.path, {name: found[0] for name, found in parse_qs(parts.query).items()})
            self.send_response(reply.status)
            for name, text in {**reply.headers, "Content-Length": str(len(reply.body) + reply.more)}.items():
                self.send_header(name, text)
            self.end_headers()
            self.send_body(reply)

        def send_body(self, reply):
            size = 1 if reply.drip else max(1, len(reply.body))
            for begin in range(0, len(reply.body), size):
                try:
                    self.wfile.write(reply.body[begin : begin + size])
                except OSError:
                    return
                if reply.drip and server.ended.wait(reply.drip):
                    return

        def log_message(self, *_):
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as running:
        server.address = f"http://127.0.0.1:{running.server_port}"
        Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        try:
            yield server
        finally:
            server.ended.set()
            running.shutdown()
            time.sleep(0)


def squares(count, year=2025):
    """Give gemeenten GM0001, GM0002, ... of 10 km by 10 km, side by side near Utrecht, as features."""
    boxes = [shapely.box(100_000 + 10_000 * n, 400_000, 110_000 + 10_000 * n, 410_000) for n in range(count)]
    shapes = geometry_to_wgs84(shapely.orient_polygons(boxes))
    return [feature(f"GM{n + 1:04}", f"Gemeente {'ABCDEFGH'[n]}", shape, year) for n, shape in enumerate(shapes)]


def feature(code, name, shape, year=2025):
    """Write a feature as PDOK does."""
    properties = {
        "id": 1,
        "statcode": code,
        "jrstatcode": f"{year}{code}",
        "statnaam": name,
        "rubriek": "gemeente",
        "jaarcode": year,
        "startdatum": f"{year}-01-01T00:00:00Z",
        "einddatum": f"{year}-12-31T00:00:00Z",
    }
    geometry = json.loads(shapely.to_geojson(shape))
    return {"type": "Feature", "id": code, "properties": properties, "geometry": geometry}


def collection(features, following=None, **members):
    """Write a page as PDOK does; ``members`` replace what it says."""
    links = [{"rel": "self", "href": "x", "type": JSON}, {"rel": "alternate", "href": "x?f=html", "type": "text/html"}]
    links += [{"rel": "next", "href": following, "type": JSON}] if following else []
    return {
        "type": "FeatureCollection",
        "timeStamp": "2026-01-01T00:00:00Z",
        "links": links,
        "features": features,
        "numberReturned": len(features),
        **members,
    }


def reply(content, **changes):
    """Send content as JSON."""
    return replace(Reply(json.dumps(content).encode()), **changes)


def pdok(features, size=1000, **members):
    """Answer page after page, with a cursor, and only for the year and collection that there are."""

    def answer(server, path, query):
        begin = int(query.get("cursor", 0))
        page = features[begin : begin + size]
        rest = begin + size < len(features)
        following = f"{server.address}{path}?cursor={begin + size}&f=json&limit=1000" if rest else None
        return reply(collection(page, following, **members))

    return answer


KEY = "RegioS"


def row(code, name, inhabitants, *, provincie=("PV26", "Utrecht"), region=("AM10", "Midden-Utrecht")):
    """Write a row as StatLine does: padded to the width of the column."""
    return {
        "ID": 0,
        KEY: f"{code}    ",
        "Code_1": f"{code}    ",
        "Naam_2": f"{name:<40}",
        "Code_26": f"{provincie[0]}  ",
        "Naam_27": f"{provincie[1]:<40}",
        "Code_3": f"{region[0]}  ",
        "Naam_4": f"{region[1]:<40}",
        "Code_9": "CR17  ",
        "Naam_10": "Utrecht (CR)      ",
        "Inwonertal_57": inhabitants,
        "Omgevingsadressendichtheid_58": 1000,
    }


TOPICS = [
    {"Key": KEY, "Type": "GeoDimension", "Title": "Regio's"},
    {"Key": "Code_1", "Type": "Topic", "Title": "Code"},
    {"Key": "Inwonertal_57", "Type": "Topic", "Title": "Inwonertal", "Unit": "aantal"},
]
INFO = {"Title": "Gebieden in Nederland 2025", "Period": "2025", "Identifier": "86059NED"}


def statline(rows, topics=TOPICS, info=INFO, size=10_000):
    """Answer as StatLine does, page after page."""

    def answer(server, path, query):
        found = {"TableInfos": [info], "DataProperties": topics, "TypedDataSet": rows}[path.split("/")[-1]]
        begin = int(query.get("$skip", 0))
        page = {"odata.metadata": f"{server.address}/$metadata", "value": found[begin : begin + size]}
        if begin + size < len(found):
            page["odata.nextLink"] = f"{server.address}{path}?$format=json&$skip={begin + size}"
        return reply(page, headers={"Content-Type": "application/json; charset=utf-8"})

    return answer


def contents(folder, *, parts=True):
    """Give every file in a folder with its bytes; ``parts`` false leaves out pages of a download that broke off."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {
        str(path.relative_to(folder)): path.read_bytes() for path in files if parts or path.parent.suffix != ".deel"
    }
