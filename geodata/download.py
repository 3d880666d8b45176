"""Official borders are fetched page by page, and kept only after the reader of borders has found them good."""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Any

from geodata.checks import check_polygons
from geodata.errors import GeodataError, problem
from geodata.geography import read_boundaries
from geodata.kept import Bron, Place, keep, writable
from geodata.parts import Parts
from geodata.pdok import KINDS, LICENTIE, NAAMSVERMELDING, Asked, Page, check_total, read_page, require_question
from geodata.reading import check_crs, read_file
from geodata.service import Answer, Network, Service, parsed, passing, shown


def download(asked: Asked, place: Place, network: Network, moment: str, *, afresh: bool = False) -> Bron:
    """Fetch borders of one year into a place; what is there stays as it is until the new file is found good.

    Parameters
    ----------
    asked
        Which borders, and where.
    place
        File to write, with a note of its source beside it.
    network
        Clock, ear and proxy, lent by the command line.
    moment
        Now, ISO 8601 in UTC.
    afresh
        Whether pages that came in before a download broke off are forgotten.

    Returns
    -------
    Bron
        What the note says.

    Raises
    ------
    GeodataError
        With every problem of the first step that fails: question, answer, page, borders, place.
    """
    require_question(asked)
    with writable(place.bestand):
        parts = _parts(asked, place, network, afresh=afresh)
        with _kept_for_later(parts):
            pages = _fetched(asked, parts, network)
            content = as_geojson(asked, pages)
            count = sum(len(page.features) for page in pages)
            naam = NAAMSVERMELDING.format(jaar=asked.jaar)
            digest = sha256(content).hexdigest()
            bron = Bron(asked.url, asked.collectie, asked.jaar, moment, digest, count, LICENTIE, naam)
            keep(place, content, bron, lambda path: check_borders(path, asked))
        parts.remove()
    return bron


def as_geojson(asked: Asked, pages: Sequence[Page]) -> bytes:
    """Write RFC 7946 GeoJSON with one area a line in the order of the codes; the same areas give the same bytes."""
    features = sorted(
        (feature for page in pages for feature in page.features), key=lambda feature: feature["properties"]["statcode"]
    )
    naam = NAAMSVERMELDING.format(jaar=asked.jaar)
    head = json.dumps({"type": "FeatureCollection", "herkomst": naam}, ensure_ascii=False)
    try:
        lines = ",\n".join(_line(feature) for feature in features)
        return f'{head[:-1]}, "features": [\n{lines}\n]}}\n'.encode()
    except ValueError as error:
        fout = problem("G.711 json_damaged", bestand=shown(asked.url), gevonden=shown(error))
        raise GeodataError([fout]) from error


def check_borders(path: Path, asked: Asked) -> None:
    """Read a file of borders as a run would; areas that are no gemeenten get the same checks without those of codes."""
    document = json.loads(path.read_bytes())
    codes = [feature["properties"]["statcode"] for feature in document["features"]]
    if asked.pattern == KINDS["gemeente"]:
        read_boundaries(path, asked.codes or codes)
        return
    frame = read_file(path)
    check_crs(frame, path.name)
    check_polygons(frame, codes, path.name)


def _parts(asked: Asked, place: Place, network: Network, *, afresh: bool) -> Parts:
    """Find the pages of before, and say what becomes of them."""
    parts = Parts(place.delen, asked.url)
    if afresh:
        parts.remove()
    elif parts.lost:
        network.tell("download_afresh")
    elif len(parts):
        network.tell("download_resume", pages=len(parts))
    return parts


@contextmanager
def _kept_for_later(parts: Parts) -> Iterator[None]:
    """Forget the pages after a problem that asking again does not mend."""
    try:
        yield
    except GeodataError as error:
        if not passing(error):
            parts.remove()
        raise


def _fetched(asked: Asked, parts: Parts, network: Network) -> list[Page]:
    """Give all pages: those of before, then the rest as it comes in."""
    pages: list[Page] = []
    seen: set[str] = set()
    for part, body in parts.pages():
        pages.append(read_page(asked, Answer(part.url, body, parsed(part.url, body), part.crs), seen))
        seen.update(pages[-1].codes)
    with Service(asked.base, network) as service:
        while (url := parts.volgende) is not None:
            _refuse_endless(url, parts, network)
            answer = service.ask(url)
            page = read_page(asked, answer, seen)
            parts.add(url, page.volgende, answer.body, answer.crs)
            pages.append(page)
            seen.update(page.codes)
            total = float("nan") if page.totaal is None else page.totaal
            network.tell("download_page", pages=len(pages), features=len(seen), total=total)
    check_total(asked, pages)
    return pages


def _refuse_endless(url: str, parts: Parts, network: Network) -> None:
    """Refuse a page that was asked before, and more pages than a country can need."""
    if url in parts.urls:
        raise GeodataError([problem("G.714 next_again", bestand=shown(parts.begin), gevonden=shown(url))])
    most = network.limits.pages
    if len(parts) >= most:
        raise GeodataError([problem("G.709 too_large", bestand=shown(parts.begin), verwacht=f"{most} p.")])


def _line(feature: Mapping[str, Any]) -> str:
    return json.dumps(feature, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
