"""Which borders a run draws: the planner's own, else those fetched for its year, else the schematic map."""

import json
from hashlib import sha256
from importlib.resources import files

import pytest

from geodata.geography import SCHEMATISCH, schematic
from geodata.kept import Bron, in_cache, keep
from spreiding import run as runs
from spreiding.borders import borders

CODES = schematic().codes
HERKOMST = "Grenzen: CBS gebiedsindelingen 2026, CBS en Kadaster (CC BY 4.0), opgehaald 2026-01-02 van api.pdok.nl"


@pytest.fixture
def fetched(cache):
    """Keep borders as if they were fetched for 2026: the areas of the schematic map; give their place."""
    content = (files("geodata") / "data" / SCHEMATISCH).read_bytes()
    return keep_as(cache, content)


def keep_as(cache, content, jaar=2026):
    place = in_cache(cache, "gemeente_gegeneraliseerd", jaar)
    owner = f"CBS gebiedsindelingen {jaar}, CBS en Kadaster (CC BY 4.0)"
    digest, address = sha256(content).hexdigest(), "https://api.pdok.nl/cbs"
    bron = Bron(address, "gemeente_gegeneraliseerd", jaar, "2026-01-02T03:04:05+00:00", digest, 342, "CC BY 4.0", owner)
    keep(place, content, bron, lambda _: None)
    return place


@pytest.mark.usefixtures("fetched")
def test_fetched_borders_of_the_year_are_drawn_and_named_with_their_licence(capsys):
    kaart, told = borders(None, 2026, CODES, "nl", schematisch=False)

    assert (kaart.schematisch, told) == (False, [])
    assert kaart.herkomst == HERKOMST
    assert kaart.herkomst in capsys.readouterr().err


@pytest.mark.usefixtures("fetched")
def test_borders_of_another_year_are_not_drawn(capsys):
    kaart, told = borders(None, 2027, CODES, "nl", schematisch=False)

    assert (kaart.schematisch, told, capsys.readouterr().err) == (True, [], "")


@pytest.mark.usefixtures("fetched")
def test_the_planner_may_ask_for_the_schematic_map(capsys):
    kaart, told = borders(None, 2026, CODES, "nl", schematisch=True)

    assert (kaart.schematisch, told, capsys.readouterr().err) == (True, [], "")


@pytest.mark.usefixtures("fetched")
def test_the_planners_own_file_goes_first(tmp_path, capsys):
    own = tmp_path / "eigen.geojson"
    own.write_bytes((files("geodata") / "data" / SCHEMATISCH).read_bytes())

    kaart, told = borders(own, 2026, CODES, "nl", schematisch=False)

    assert (kaart.bestand, told, capsys.readouterr().err) == ("eigen.geojson", [], "")


@pytest.mark.parametrize(("lang", "words"), [("nl", "de kaart is schematisch"), ("en", "the map is schematic")])
def test_a_changed_byte_is_warned_about_and_the_map_is_schematic(lang, words, fetched, capsys):
    fetched.bestand.write_bytes(fetched.bestand.read_bytes().replace(b"Groningen", b"Grunninge"))

    kaart, told = borders(None, 2026, CODES, lang, schematisch=False)

    assert kaart.schematisch
    assert words in told[0]
    assert "--opnieuw" in told[0]
    assert told[0] in capsys.readouterr().err


def test_a_file_without_its_note_is_warned_about(fetched):
    fetched.bron.unlink()

    kaart, told = borders(None, 2026, CODES, "nl", schematisch=False)

    assert kaart.schematisch
    assert "gemeente_gegeneraliseerd_2026.geojson.bron.json" in told[0]


@pytest.mark.usefixtures("fetched")
def test_borders_that_lack_a_gemeente_of_the_case_are_warned_about():
    kaart, told = borders(None, 2026, (*CODES, "GM9998"), "nl", schematisch=False)

    assert kaart.schematisch
    assert "GM9998" in told[0]


def test_a_cache_that_is_no_folder_stops_nothing(cache):
    cache.write_text("een bestand", "utf-8")

    assert borders(None, 2026, CODES, "nl", schematisch=False)[0].schematisch


def test_without_borders_the_map_is_schematic_and_nothing_is_said(cache, capsys):
    kaart, told = borders(None, 2026, CODES, "nl", schematisch=False)

    assert (kaart.schematisch, told, capsys.readouterr().err) == (True, [], "")
    assert not cache.exists()


def test_fetched_borders_change_the_map_and_its_source_but_no_number(call, case, fetched, tmp_path, capsys):
    drawn = call("solve", case, "--out", tmp_path / "echt")
    said = capsys.readouterr().err
    plain = call("solve", case, "--out", tmp_path / "schets", "--schematisch")

    assert (drawn, plain) == (0, 0)
    assert f"{HERKOMST}. Alleen de kaart gebruikt ze" in said
    made = {name: json.loads((tmp_path / name / "run.json").read_text("utf-8")) for name in ("echt", "schets")}
    assert made["echt"]["boundaries"] == {
        "bestand": fetched.bestand.name,
        "sha256": sha256(fetched.bestand.read_bytes()).hexdigest(),
        "schematisch": False,
        "herkomst": HERKOMST,
    }
    assert made["schets"]["boundaries"]["schematisch"] is True
    for table in ("gemeenten.csv", "koppelingen.csv", "ongeplaatst.csv", "prijzen.csv"):
        assert (tmp_path / "echt" / table).read_bytes() == (tmp_path / "schets" / table).read_bytes()


def test_a_warning_about_borders_goes_into_the_manifest(call, case, fetched, tmp_path, monkeypatch):
    fetched.bestand.write_bytes(b"{}")
    written = []
    monkeypatch.setattr(runs, "allocate", lambda *_, **__: None)
    monkeypatch.setattr(runs, "write_reports", lambda *_, remarks, **__: written.extend(remarks) or 1 / 0)

    with pytest.raises(ZeroDivisionError):
        call("solve", case, "--out", tmp_path / "uit")
    assert ["opgehaalde grenzen niet gebruikt" in line for line in written] == [True]


def test_own_borders_and_the_schematic_map_are_not_asked_together(call, capsys):
    code = call("solve", "--boundaries", "grenzen.gpkg", "--schematisch")

    assert code == 2
    assert "niet allebei" in capsys.readouterr().err
