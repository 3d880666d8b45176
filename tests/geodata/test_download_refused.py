"""Answers that are refused: each has its code, tells what to do in both languages, and changes nothing that is kept."""

import gzip
import json
import os
from pathlib import Path

import pytest
import shapely
from loopback import JSON, Reply, collection, contents, feature, pdok, reply, squares
from shapely import box

from geodata.errors import GeodataError
from geodata.errors_network import NETWORK

FAST = {"read": 0.3, "tries": 2}
"""Limits with which a test does not wait."""


def page(**members):
    return lambda *_: reply({**collection(squares(3)), **members})


def spoiled(spoil):
    """Answer with three gemeenten of which the second is spoiled."""
    features = squares(3)
    spoil(features[1])
    return lambda *_: reply(collection(features))


def second_page(answer):
    """Answer well at first, and then with ``answer``."""

    def both(server, path, query):
        return answer(server, path, query) if "cursor" in query else pdok(squares(3), size=2)(server, path, query)

    return both


def body(text, **headers):
    return lambda *_: Reply(text, headers={"Content-Type": JSON, **headers})


def status(number, **headers):
    return lambda *_: reply({"title": "x"}, status=number, headers={"Content-Type": JSON, **headers})


def next_to(address):
    return lambda server, *_: reply(collection(squares(3)[:1], address or f"{server.address}{server.asked[0]}"))


def more_pages(server, path, query):
    """Answer with ever more pages."""
    cursor = int(query.get("cursor", 0))
    return reply(collection([], f"{server.address}{path}?cursor={cursor + 1}"))


WHOLE = json.dumps(collection(squares(3))).encode()
BOWTIE = shapely.Polygon([(5, 52), (5.1, 52.1), (5.1, 52), (5, 52.1)])
SQUARE = box(5, 52, 5.1, 52.1)


def overlapping():
    """Give a third gemeente that lies within the first."""
    return feature("GM0003", "Gemeente C", box(4.62, 51.60, 4.66, 51.65))


REFUSED = {
    "status 400": ("G.705", status(400), ["400", "--collection"]),
    "status 404": ("G.705", status(404), ["404", "--base"]),
    "no content": ("G.705", status(204), ["204"]),
    "html": ("G.710", body(b"<html>Inloggen</html>", **{"Content-Type": "text/html; charset=utf-8"}), ["text/html"]),
    "no kind": ("G.710", lambda *_: Reply(WHOLE, headers={}), ["--base"]),
    "signs that move the cursor": ("G.710", body(b"", **{"Content-Type": "a\x1b[2J"}), ["a?[2j"]),
    "cut JSON": ("G.711", body(WHOLE[:-40]), ["JSON"]),
    "empty": ("G.711", body(b""), ["JSON"]),
    "NaN": ("G.711", body(WHOLE.replace(b"[5.", b"[NaN, 5.", 1)), ["NaN"]),
    "infinite": ("G.711", body(WHOLE.replace(b"[5.", b"[1e999, 5.", 1)), ["JSON"]),
    "deep": ("G.711", body(b"[" * 100_000), ["JSON"]),
    "a list": ("G.712", body(b"[]"), ["list"]),
    "an error as JSON": ("G.712", body(b'{"code": "x", "description": "y"}'), ["FeatureCollection", "code"]),
    "features no list": ("G.712", page(features={}), ["FeatureCollection"]),
    "a feature that is none": ("G.712", page(features=[1], numberReturned=1), ["Feature"]),
    "a link without address": ("G.712", page(links=[{"rel": "next"}]), ["href"]),
    "next on another host": ("G.713", next_to("http://example.org/items"), ["example.org", "--base"]),
    "next on another port": ("G.713", next_to("http://127.0.0.1:9/items"), ["127.0.0.1:9"]),
    "next by another scheme": ("G.713", next_to("file:///etc/passwd"), ["file:"]),
    "next with a password": ("G.713", next_to("http://jan:geheim@127.0.0.1/items"), ["127.0.0.1"]),
    "next in a circle": ("G.714", next_to(None), ["limit=1000"]),
    "pages for ever": ("G.709", more_pages, ["100 p."]),
    "redirect elsewhere": ("G.706", status(302, Location="http://example.org/x"), ["example.org", "--base"]),
    "redirect to a file": ("G.706", status(301, Location="file:///etc/passwd"), ["file:"]),
    "redirect in a circle": ("G.706", status(302, Location="/x"), ["/x"]),
    "another year": ("G.715", lambda *_: reply(collection(squares(3, 2024))), ["2024GM0001", "--year"]),
    "all years": ("G.715", lambda *_: reply(collection(squares(1) + squares(3, 2024)[1:])), ["2024GM0002"]),
    "no jrstatcode": ("G.716", spoiled(lambda f: f["properties"].pop("jrstatcode")), ["jrstatcode", "GM0002"]),
    "no statnaam": ("G.716", spoiled(lambda f: f["properties"].update(statnaam=None)), ["statnaam", "2025GM0002"]),
    "a name that is a formula": ("G.716", spoiled(lambda f: f["properties"].update(statnaam="=1+1")), ["statnaam"]),
    "no properties": ("G.712", spoiled(lambda f: f.pop("properties")), ["Feature"]),
    "a provincie": ("G.717", lambda *_: reply(collection([feature("PV20", "Groningen", SQUARE)])), ["PV20", "GM"]),
    "double": ("G.718", page(features=squares(3) + squares(1), numberReturned=4), ["GM0001"]),
    "double on the next page": ("G.718", second_page(lambda *_: reply(collection(squares(1)))), ["GM0001"]),
    "numberReturned": ("G.719", page(numberReturned=4), ["4", "3"]),
    "numberMatched": ("G.719", page(numberMatched=342), ["342", "3"]),
    "nothing": ("G.720", lambda *_: reply(collection([])), ["--year"]),
    "in RD": ("G.721", body(WHOLE, **{"Content-Crs": "<http://www.opengis.net/def/crs/EPSG/0/28992>"}), ["28992"]),
    "outside the country": ("G.103", spoiled(lambda f: f.update(feature("GM0002", "B", box(0, 0, 1, 1)))), ["[0 0"]),
    "no area": ("G.301", spoiled(lambda f: f.update(geometry=None)), ["GM0002"]),
    "a point": ("G.301", spoiled(lambda f: f.update(feature("GM0002", "B", shapely.Point(5, 52)))), ["GM0002"]),
    "a bow tie": ("G.302", spoiled(lambda f: f.update(feature("GM0002", "B", BOWTIE))), ["GM0002"]),
    "an overlap": ("G.303", lambda *_: reply(collection([*squares(2), overlapping()])), ["GM0003"]),
    "coordinates that are words": ("G.004", spoiled(lambda f: f["geometry"].update(coordinates="x")), ["GeoJSON"]),
    "a gemeente too few": ("G.204", lambda *_: reply(collection(squares(2))), ["GM0003"]),
    "a gemeente too many": ("G.205", lambda *_: reply(collection(squares(4))), ["GM0004"]),
}
"""What the service answers, with the code of the problem and the words that both languages have."""


PASSING = {
    "503 for ever": ("G.704", status(503), ["503", "2"]),
    "429 for ever": ("G.704", status(429), ["429", "2"]),
    "fewer bytes than announced": ("G.707", lambda *_: Reply(WHOLE[:500], more=1000), ["IncompleteRead"]),
    "silence in the middle": ("G.702", lambda *_: Reply(WHOLE, drip=0.6), ["ReadTimeoutError", "2"]),
}
"""The same for what may be better later."""


@pytest.fixture
def before(serve, fetch, cache):
    """Give what the cache holds after a good download of the same year."""
    fetch(serve(pdok([{**square, "id": "eerder"} for square in squares(3)])))
    return contents(cache)


def refusal(fetch, server, code, words, **limits):
    """Give what a refused download says, after a look at code and words."""
    with pytest.raises(GeodataError) as caught:
        fetch(server, **limits)
    told = {taal: "\n".join(caught.value.render(taal)) for taal in ("nl", "en")}
    assert caught.value.problemen[0].code.split()[0] == code
    assert [word for word in words for text in told.values() if word not in text] == []
    assert told["nl"] != told["en"]
    return told


@pytest.mark.parametrize("case", REFUSED)
def test_a_refused_answer_has_its_code_and_changes_nothing(case, serve, fetch, cache, before):
    code, answer, words = REFUSED[case]

    refusal(fetch, serve(answer), code, words, **FAST)

    assert contents(cache) == before


@pytest.mark.parametrize("case", PASSING)
def test_a_failure_of_the_moment_is_tried_twice_and_changes_nothing(case, serve, fetch, cache, before):
    code, answer, words = PASSING[case]
    server = serve(answer)

    refusal(fetch, server, code, words, **FAST)

    assert len(server.asked) == 2
    assert contents(cache) == before


@pytest.mark.parametrize("case", PASSING)
def test_a_failure_at_the_second_page_keeps_the_first(case, serve, fetch, cache, before):
    code, answer, words = PASSING[case]

    refusal(fetch, serve(second_page(answer)), code, words, **FAST)

    assert contents(cache, parts=False) == before
    assert len(contents(cache)) == len(before) + 2


def test_a_refused_second_page_also_drops_the_first(serve, fetch, cache, before):
    refusal(fetch, serve(second_page(status(404))), "G.705", ["404"])

    assert contents(cache) == before


def test_a_stream_that_is_too_slow_ends_at_the_deadline(serve, fetch, cache, before):
    server = serve(lambda *_: Reply(WHOLE, drip=0.02))

    told = refusal(fetch, server, "G.708", [], total=0.6)

    assert "1 seconden" in told["nl"]
    assert len(server.asked) == 1
    assert contents(cache) == before


def test_no_pause_goes_past_the_deadline(serve, fetch):
    server = serve(status(503, **{"Retry-After": "30"}))

    refusal(fetch, server, "G.704", ["503"], total=20)

    assert len(server.asked) == 1


def test_a_page_and_all_pages_together_have_a_largest_size(serve, fetch, cache, before):
    refusal(fetch, serve(page()), "G.709", ["1 000 bytes"], page_bytes=1000)
    refusal(fetch, serve(pdok(squares(3), size=1)), "G.709", ["1 500 bytes"], total_bytes=1500)

    assert contents(cache) == before


def test_a_small_answer_that_unpacks_to_a_large_one_is_stopped(serve, fetch):
    packed = gzip.compress(b" " * 10_000_000)
    server = serve(lambda *_: Reply(packed, headers={"Content-Type": JSON, "Content-Encoding": "gzip"}))

    refusal(fetch, server, "G.709", ["100 000 bytes"], page_bytes=100_000)


def test_a_packed_answer_is_read(serve, fetch):
    packed = gzip.compress(WHOLE)

    bron = fetch(serve(lambda *_: Reply(packed, headers={"Content-Type": JSON, "Content-Encoding": "gzip"})))

    assert bron.aantal == 3


def test_a_service_that_is_not_there_is_told_after_two_tries(fetch, serve, cache, before):
    server = serve(page())
    server.address = "http://127.0.0.1:9"

    refusal(fetch, server, "G.702", ["127.0.0.1:9", "2", "proxy"], tries=2)

    assert contents(cache) == before


def test_a_connection_that_is_not_secure_is_told_at_once(fetch, serve, told):
    server = serve(page())
    server.address = server.address.replace("http:", "https:")

    refusal(fetch, server, "G.703", ["SSL_CERT_FILE"])

    assert told == []


@pytest.mark.parametrize(
    "address",
    ["ftp://127.0.0.1", "file:///etc", "127.0.0.1", "http://jan:geheim@127.0.0.1", "http://", "http://[", "http://a?b"],
)
def test_a_base_that_is_no_plain_address_is_refused_before_anything_is_asked(address, fetch, serve, cache):
    server = serve(page())
    server.address = address

    refusal(fetch, server, "G.701", ["https://"])

    assert server.asked == []
    assert not cache.exists()


@pytest.mark.parametrize("collectie", ["", "../x", "gemeente?f=html", "Gemeente", "a/b"])
def test_a_collection_that_is_no_name_is_refused(collectie, fetch, serve):
    refusal(fetch, serve(page()), "G.701", ["--collection"], collectie=collectie)


def test_a_cache_that_cannot_be_written_to_is_told(fetch, serve, cache):
    cache.write_text("een bestand, geen map", "utf-8")

    refusal(fetch, serve(page()), "G.722", ["--out"])

    assert cache.read_text("utf-8") == "een bestand, geen map"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_folder_that_only_may_be_read_is_told(fetch, serve, cache, before):
    (cache / "grenzen").chmod(0o500)

    refusal(fetch, serve(page()), "G.722", ["--out"])

    assert contents(cache) == before
    (cache / "grenzen").chmod(0o700)


def test_a_note_that_cannot_be_replaced_brings_the_old_file_back(fetch, serve, cache, before, monkeypatch):
    replace = Path.replace

    def full(self, target):
        if self.name.endswith(".bron.json"):
            raise OSError(28, "No space left on device")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", full)
    changed = squares(3)
    changed[0]["properties"]["statnaam"] = "Anders"

    refusal(fetch, serve(lambda *_: reply(collection(changed))), "G.722", ["No space left"])

    assert contents(cache) == before


def test_every_problem_of_an_answer_is_provoked_here():
    provoked = {code for code, *_ in (*REFUSED.values(), *PASSING.values())}
    own = {"G.701", "G.703", "G.708", "G.722"}

    assert {code.split()[0] for code in NETWORK if code < "G.73"} - provoked - own == set()
