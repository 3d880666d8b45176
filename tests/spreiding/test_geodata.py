"""The command ``spreiding geodata download``: what it says, what it writes and with which exit code it leaves."""

import json
import sys
from importlib.resources import files

import pytest
from loopback import contents, feature, pdok, reply
from shapely.geometry import shape

from geodata.geography import SCHEMATISCH
from spreiding import geodata_borders, network
from spreiding.download_progress import download_progress
from spreiding.network import proxy
from spreiding.user_folder import cache_folder

FILE = "grenzen/gemeente_gegeneraliseerd_2026.geojson"


@pytest.fixture(scope="module")
def country():
    """Give the 342 areas of the schematic map as the service would send them."""
    areas = json.loads((files("geodata") / "data" / SCHEMATISCH).read_text("utf-8"))["features"]
    named = ((area["properties"], shape(area["geometry"])) for area in areas)
    return [feature(names["gemeentecode"], names["naam"], area, 2026) for names, area in named]


@pytest.fixture(autouse=True)
def _no_pauses(monkeypatch):
    """Wait for nothing."""
    monkeypatch.setattr(network, "pause", lambda _: None)


@pytest.fixture
def download(call, serve, country):
    """Give a function that calls the command with a service that answers well, unless told otherwise."""

    def run(*arguments, answer=None):
        server = serve(answer or pdok(country, size=200))
        run.asked = server.asked
        return call("geodata", "download", "--base", f"{server.address}/v1", *arguments)

    return run


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("nl", ["Grenzen opgehaald", "licentie", "CC BY 4.0", "CBS en Kadaster", "342", "--schematisch"]),
        ("en", ["Borders fetched", "licence", "CC BY 4.0", "CBS en Kadaster", "342", "--schematisch"]),
    ],
)
def test_borders_of_the_embedded_year_are_fetched_and_their_licence_is_shown(lang, words, download, cache, capsys):
    code = download("--lang", lang)
    said = capsys.readouterr()

    assert code == 0, said.err
    assert [word for word in words if word not in said.out] == []
    assert "datetime=2026-07-01T00:00:00Z" in download.asked[0]
    assert sorted(contents(cache)) == [FILE, f"{FILE}.bron.json"]
    assert len(said.err.splitlines()) == 2
    assert "200" in said.err


def test_what_is_there_is_not_asked_again_and_the_command_says_so(download, cache, capsys):
    download()
    before = contents(cache)
    capsys.readouterr()

    code = download()
    said = capsys.readouterr()

    assert (code, download.asked) == (0, [])
    assert "waren er al" in said.out
    assert "CC BY 4.0" in said.out
    assert said.err == ""
    assert contents(cache) == before


def test_opnieuw_asks_again(download, cache):
    download()

    code = download("--opnieuw")

    assert (code, len(download.asked)) == (0, 2)
    assert sorted(contents(cache)) == [FILE, f"{FILE}.bron.json"]


def test_what_was_changed_is_refused_until_it_is_fetched_again(download, cache, capsys):
    download()
    file = cache / FILE
    file.write_bytes(file.read_bytes().replace(b"Groningen", b"Grunninge"))

    code = download()

    assert (code, download.asked) == (2, [])
    assert "veranderd of beschadigd" in capsys.readouterr().err
    assert download("--opnieuw") == 0


def test_json_says_where_the_file_lies_and_whether_it_was_fetched(download, cache, capsys):
    download("--json")
    first = json.loads(capsys.readouterr().out)
    download("--json")
    second = json.loads(capsys.readouterr().out)

    assert first == {**second, "downloaded": True}
    assert second["downloaded"] is False
    assert first["file"] == str(cache / FILE)
    assert (first["jaar"], first["aantal"], first["licentie"]) == (2026, 342, "CC BY 4.0")


def test_out_writes_another_file_and_leaves_the_cache_alone(download, cache, tmp_path, capsys):
    out = tmp_path / "grenzen.geojson"

    code = download("--out", out)

    assert code == 0
    assert f"--boundaries {out}" in capsys.readouterr().out
    assert (out.is_file(), (tmp_path / "grenzen.geojson.bron.json").is_file(), cache.exists()) == (True, True, False)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--out", "brief.geojson"], ["brief.geojson", "--opnieuw"]),
        (["--out", "grenzen.gpkg"], ["grenzen.gpkg", ".geojson"]),
        (["--out", "nergens/grenzen.geojson"], ["nergens"]),
        (["--year", "1950"], ["1950", "2016"]),
        (["--year", "morgen"], ["--year"]),
        (["--base", "ftp://127.0.0.1"], ["ftp://127.0.0.1", "https://"]),
        (["--base", "http://["], ["https://"]),
        (["--collection", "../x"], ["../x"]),
        (["--uit", "x"], ["--uit"]),
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_a_wrong_option_is_refused_before_anything_is_asked(
    lang, arguments, words, download, cache, tmp_path, monkeypatch, capsys
):
    (tmp_path / "brief.geojson").write_text("van mij", "utf-8")
    monkeypatch.chdir(tmp_path)

    code = download(*arguments, "--lang", lang)
    said = capsys.readouterr().err

    assert (code, download.asked) == (2, [])
    assert [word for word in words if word not in said] == []
    assert "Traceback" not in said
    assert not cache.exists()
    assert (tmp_path / "brief.geojson").read_text("utf-8") == "van mij"


def test_a_service_that_fails_gives_2_and_words_and_leaves_what_was_there(download, cache, capsys):
    download()
    before = contents(cache)
    capsys.readouterr()

    code = download("--opnieuw", answer=lambda *_: reply({}, status=503))
    dutch = capsys.readouterr()
    download("--opnieuw", "--lang", "en", answer=lambda *_: reply({}, status=503))
    english = capsys.readouterr()

    assert code == 2
    assert dutch.out == ""
    assert "poging 4 van 4" in dutch.err
    assert "503, 4 keer gevraagd" in dutch.err
    assert "503, asked 4 times" in english.err
    assert contents(cache) == before


def test_a_gemeente_too_few_is_named(download, country, cache, capsys):
    code = download(answer=pdok(country[1:]))

    assert code == 2
    assert "GM0014" in capsys.readouterr().err
    assert contents(cache) == {}


def test_ctrl_c_gives_130_and_says_how_to_go_on(download, monkeypatch, capsys):
    def pressed(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(geodata_borders, "download", pressed)

    code = download()

    assert code == 130
    assert "Dezelfde opdracht gaat verder" in capsys.readouterr().err


def test_without_a_subcommand_the_help_is_shown(call, capsys):
    assert call("geodata") == 0
    assert "download" in capsys.readouterr().out


def test_a_terminal_shows_a_bar(monkeypatch, capsys):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)

    with download_progress("nl") as tell:
        tell("download_bytes", bytes=1_500_000)
        tell("download_page", pages=1, features=200, total=float("nan"))
        tell("download_page", pages=2, features=342, total=342)
        tell("download_wait", seconds=1, next=2, tries=4)

    assert "Traceback" not in capsys.readouterr().err


def test_the_proxy_of_the_environment_is_used_and_its_exceptions_too(monkeypatch):
    monkeypatch.setenv("https_proxy", "proxy.intern:8080")
    monkeypatch.setenv("no_proxy", "127.0.0.1,.cbs.nl")

    assert proxy("https://api.pdok.nl/x") == "http://proxy.intern:8080"
    assert proxy("https://opendata.cbs.nl/x") is None
    assert proxy("http://api.pdok.nl/x") is None


def test_a_proxy_is_asked_for_the_address_of_the_service(download, serve, monkeypatch, country, cache):
    between = serve(pdok(country))
    monkeypatch.setattr(network, "proxy", lambda _: between.address.replace("://", "://jan:geheim@"))

    code = download()

    assert (code, download.asked) == (0, [])
    assert between.asked[0].startswith("http://127.0.0.1:")
    assert b"geheim" not in b"".join(contents(cache).values())


def test_the_folder_is_that_of_the_environment_or_of_the_system(monkeypatch, tmp_path):
    monkeypatch.setenv("SPREIDING_CACHE", str(tmp_path / "hier"))
    assert cache_folder() == tmp_path / "hier"

    monkeypatch.delenv("SPREIDING_CACHE")
    pytest.importorskip("platformdirs")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))

    assert "spreiding" in cache_folder().parts
