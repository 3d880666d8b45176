"""Fetching borders that come in well: paging, the file, the note beside it, going on after a break."""

import json
from dataclasses import asdict
from hashlib import sha256
from time import monotonic

import geopandas as gpd
import pytest
from loopback import CODES, JSON, MOMENT, collection, contents, feature, pdok, reply, squares
from shapely.geometry import shape

from geodata.download import download
from geodata.errors import GeodataError
from geodata.geography import read_boundaries, schematic
from geodata.kept import in_cache, kept
from geodata.pdok import Asked
from geodata.service import Limits, Network


def test_three_gemeenten_on_two_pages_become_one_file_of_300_km2(serve, fetch, cache):
    server = serve(pdok(squares(3), size=2))

    fetch(server)
    kaart = read_boundaries(in_cache(cache, "gemeente_gegeneraliseerd", 2025).bestand, CODES)

    assert kaart.codes == CODES
    assert kaart.grenzen.area.sum() / 1e6 == pytest.approx(300, rel=1e-4)
    assert "CBS gebiedsindelingen 2025, CBS en Kadaster (CC BY 4.0)" in kaart.herkomst


def test_the_question_is_the_documented_one_and_the_second_page_is_asked_by_its_link(serve, fetch):
    server = serve(pdok(squares(3), size=2))

    fetch(server)

    items = "/cbs/v1/collections/gemeente_gegeneraliseerd/items"
    assert server.asked == [
        f"{items}?f=json&limit=1000&datetime=2025-07-01T00:00:00Z",
        f"{items}?cursor=2&f=json&limit=1000",
    ]


def test_the_note_says_source_moment_licence_and_digest(serve, fetch, cache):
    server = serve(pdok(squares(3)))

    bron = fetch(server)
    place = in_cache(cache, "gemeente_gegeneraliseerd", 2025)
    note = json.loads(place.bron.read_text("utf-8"))

    assert note == asdict(bron) == asdict(kept(place))
    assert note["url"] == f"{server.address}{server.asked[0]}"
    assert note["sha256"] == sha256(place.bestand.read_bytes()).hexdigest()
    assert (note["jaar"], note["aantal"], note["opgehaald"]) == (2025, 3, MOMENT)
    assert (note["licentie"], note["naamsvermelding"]) == (
        "CC BY 4.0",
        "CBS gebiedsindelingen 2025, CBS en Kadaster (CC BY 4.0)",
    )
    assert sorted(contents(cache)) == [f"grenzen/{place.bestand.name}", f"grenzen/{place.bron.name}"]


def test_the_same_areas_in_another_order_and_on_other_pages_give_the_same_bytes(serve, fetch):
    first = fetch(serve(pdok(squares(3))))

    second = fetch(serve(pdok(squares(3)[::-1], size=1)))

    assert first.sha256 == second.sha256
    assert first.url != second.url


def test_blanks_behind_a_code_are_dropped(serve, fetch, cache):
    padded = squares(3)
    padded[0]["properties"]["statcode"] = "GM0001  "

    fetch(serve(pdok(padded)))

    assert '"GM0001"' in in_cache(cache, "gemeente_gegeneraliseerd", 2025).bestand.read_text("utf-8")


def test_the_real_borders_of_2025_come_in_on_four_pages(serve, fetch, cache, shared_data):
    frame = gpd.read_file(shared_data / "boundaries" / "gemeenten_2025_4326.geojson")
    columns = zip(frame["statcode"], frame["statnaam"], frame.geometry, strict=True)
    server = serve(pdok([feature(*row) for row in columns], size=100, numberMatched=342))

    bron = fetch(server, codes=schematic().codes)
    kaart = read_boundaries(in_cache(cache, "gemeente_gegeneraliseerd", 2025).bestand, schematic().codes)

    assert (bron.aantal, len(server.asked)) == (342, 4)
    assert kaart.grenzen.area.sum() / 1e6 == pytest.approx(35_088, rel=1e-3)


@pytest.mark.parametrize(
    ("collectie", "codes"), [("provincie", ("PV20", "PV21")), ("arbeidsmarktregio", ("AM01", "AM02"))]
)
def test_provincies_and_arbeidsmarktregios_are_fetched_too(collectie, codes, serve, fetch):
    shapes = [shape(square["geometry"]) for square in squares(2)]
    areas = [feature(code, "Gebied", area) for code, area in zip(codes, shapes, strict=True)]

    bron = fetch(serve(pdok(areas)), collectie=f"{collectie}_gegeneraliseerd", codes=None)

    assert (bron.aantal, bron.collectie) == (2, f"{collectie}_gegeneraliseerd")


def test_a_service_that_fails_twice_is_asked_three_times_for_its_page(serve, fetch, told):
    def answer(server, path, query):
        if len(server.asked) < 3:
            return reply({}, status=503, headers={"Retry-After": "7", "Content-Type": JSON})
        return pdok(squares(3))(server, path, query)

    server = serve(answer)
    fetch(server)

    assert len(server.asked) == 3
    assert [numbers for key, numbers in told if key == "download_wait"] == [
        {"seconds": 7, "next": 2, "tries": 4},
        {"seconds": 7, "next": 3, "tries": 4},
    ]


def test_a_service_that_asks_to_wait_a_year_is_waited_for_30_seconds(serve, fetch, told):
    def answer(server, path, query):
        if len(server.asked) < 2:
            return reply({}, status=429, headers={"Retry-After": "31536000"})
        return pdok(squares(3))(server, path, query)

    fetch(serve(answer))

    assert ("download_wait", {"seconds": 30, "next": 2, "tries": 4}) in told


def test_a_redirect_on_the_same_server_is_followed(serve, fetch):
    def answer(server, path, query):
        if path.startswith("/cbs"):
            return reply({}, status=302, headers={"Location": "/elders/items"})
        return pdok(squares(3))(server, path, query)

    assert fetch(serve(answer)).aantal == 3


@pytest.fixture
def interrupted(serve, told, cache):
    """Give a service whose third page was not yet in when Ctrl-C was pressed."""
    server = serve(pdok(squares(3), size=1))

    def press(key, /, **numbers):
        told.append((key, numbers))
        if key == "download_page" and numbers["pages"] == 2:
            raise KeyboardInterrupt

    network = Network(monotonic, lambda _: None, press, None, Limits())
    asked = Asked(2025, f"{server.address}/cbs/v1", codes=CODES)
    with pytest.raises(KeyboardInterrupt):
        download(asked, in_cache(cache, "gemeente_gegeneraliseerd", 2025), network, MOMENT)
    server.asked.clear()
    told.clear()
    return server


def parts(cache):
    return cache / "grenzen" / ".gemeente_gegeneraliseerd_2025.geojson.deel"


@pytest.mark.usefixtures("interrupted")
def test_an_interrupted_download_keeps_its_pages_and_no_file(cache):
    assert sorted(path.name for path in parts(cache).iterdir()) == ["0001.json", "0002.json", "stand.json"]
    assert [path.name for path in (cache / "grenzen").iterdir()] == [parts(cache).name]


def test_the_next_download_asks_only_for_the_third_page(interrupted, fetch, cache, told):
    bron = fetch(interrupted)

    assert [path.split("?")[1] for path in interrupted.asked] == ["cursor=2&f=json&limit=1000"]
    assert told[0] == ("download_resume", {"pages": 2})
    assert bron.aantal == 3
    assert not parts(cache).exists()


def test_opnieuw_asks_for_all_pages_again(interrupted, fetch):
    fetch(interrupted, afresh=True)

    assert len(interrupted.asked) == 3


def test_a_kept_page_that_was_changed_is_not_used(interrupted, fetch, cache, told):
    page = parts(cache) / "0002.json"
    page.write_bytes(page.read_bytes().replace(b"Gemeente B", b"Gemeente X"))

    fetch(interrupted)

    assert told[0] == ("download_afresh", {})
    assert len(interrupted.asked) == 3


@pytest.mark.parametrize("state", ["", "{}", "[]", '{"delen": [1]}', '{"delen": []}'])
def test_a_damaged_state_begins_from_the_start(state, interrupted, fetch, cache, told):
    (parts(cache) / "stand.json").write_text(state, "utf-8")

    fetch(interrupted)

    assert told[0] == ("download_afresh", {})
    assert len(interrupted.asked) == 3


@pytest.mark.usefixtures("interrupted")
def test_pages_of_another_base_are_not_used(serve, fetch, told):
    other = serve(pdok(squares(3), size=1))

    fetch(other)

    assert told[0] == ("download_afresh", {})
    assert len(other.asked) == 3


def test_a_state_that_was_changed_to_lead_elsewhere_is_not_followed(interrupted, fetch, serve, cache):
    elsewhere = serve(pdok(squares(3), size=1))
    state = json.loads((parts(cache) / "stand.json").read_text("utf-8"))
    state["delen"][-1]["volgende"] = state["delen"][-1]["volgende"].replace(interrupted.address, elsewhere.address)
    (parts(cache) / "stand.json").write_text(json.dumps(state), "utf-8")

    with pytest.raises(GeodataError) as caught:
        fetch(interrupted)

    assert caught.value.problemen[0].code == "G.713 next_elsewhere"
    assert elsewhere.asked == []


def test_all_pages_but_no_file_are_put_together_without_asking(serve, fetch, monkeypatch):
    server = serve(pdok(squares(3)))
    monkeypatch.setattr("geodata.download.keep", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        fetch(server)
    monkeypatch.undo()
    server.asked.clear()

    assert fetch(server).aantal == 3
    assert server.asked == []


def test_a_changed_byte_in_the_kept_file_is_seen(serve, fetch, cache):
    fetch(serve(pdok(squares(3))))
    place = in_cache(cache, "gemeente_gegeneraliseerd", 2025)
    place.bestand.write_bytes(place.bestand.read_bytes().replace(b"Gemeente B", b"Gemeente X"))

    with pytest.raises(GeodataError) as caught:
        kept(place)

    assert caught.value.problemen[0].code == "G.731 kept_file_changed"
    assert all("--opnieuw" in line for taal in ("nl", "en") for line in caught.value.render(taal))


@pytest.mark.parametrize("spoil", ["bestand", "bron", "vorm"])
def test_a_file_without_its_note_and_a_note_without_its_file_are_refused(spoil, serve, fetch, cache):
    fetch(serve(pdok(squares(3))))
    place = in_cache(cache, "gemeente_gegeneraliseerd", 2025)
    if spoil == "vorm":
        place.bron.write_text('{"sha256": 3}', "utf-8")
    else:
        getattr(place, spoil).unlink()

    with pytest.raises(GeodataError) as caught:
        kept(place)

    assert caught.value.problemen[0].code == "G.732 kept_note_unclear"


def test_nothing_kept_is_no_problem(cache):
    assert kept(in_cache(cache, "gemeente_gegeneraliseerd", 2025)) is None


def test_a_page_says_how_many_areas_there_are_where_the_service_does(serve, fetch, told):
    fetch(serve(pdok(squares(3), size=2, numberMatched=3)))

    assert [numbers for key, numbers in told if key == "download_page"] == [
        {"pages": 1, "features": 2, "total": 3},
        {"pages": 2, "features": 3, "total": 3},
    ]
    assert collection([])["numberReturned"] == 0
