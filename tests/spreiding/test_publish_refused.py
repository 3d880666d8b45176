"""What cannot be published is refused in words, with a code of its own, and leaves no file."""

import json
import re
import shutil
from pathlib import Path

import numpy as np
import pytest
from publishing import run_of, sign, write_run

from optimizer.suppression.pattern import Pattern
from reports.publishing.errors import FAILED, Fout
from reports.words import words
from spreiding import cli
from spreiding import publish as command

DOCS = Path(__file__).parents[2] / "docs" / "publiceren.md"


@pytest.fixture(scope="module")
def template(tmp_path_factory):
    """Give a run, a decision, a publication of them, and one of another run that was rounded to 2."""
    place = tmp_path_factory.mktemp("sjabloon")
    run_of(place / "anders", [5, 20, 29])
    sign(place / "publicatie.toml", afronding=2)
    assert cli.run_command([str(part) for part in options(place, run="anders", out="eerder_anders")]) == 0
    run_of(place / "run", [3, 20, 30])
    sign(place / "publicatie.toml")
    assert cli.run_command([str(part) for part in options(place, out="eerder")]) == 0
    return place


@pytest.fixture
def place(template, tmp_path):
    """Give a copy of that folder which a test may spoil."""
    return shutil.copytree(template, tmp_path / "map")


def options(place, *more, run="run", out="openbaar"):
    return ["publish", place / run, "--out", place / out, "--besluit", place / "publicatie.toml", *more]


def nothing(place):
    shutil.rmtree(place / "run")
    return options(place)


def other_manifest(place):
    text = (place / "run" / "run.json").read_text("utf-8")
    (place / "run" / "run.json").write_text(text.replace("2026K1", "2026K2"), "utf-8")
    return options(place)


def half_a_manifest(place):
    text = (place / "run" / "run.json").read_text("utf-8")
    (place / "run" / "run.json").write_text(text[: len(text) // 2], "utf-8")
    return options(place)


def one_digit_of_the_table(place):
    table = place / "run" / "gemeenten.csv"
    table.write_bytes(table.read_bytes().replace(b";20;", b";21;"))
    return options(place)


def no_table(place):
    (place / "run" / "gemeenten.csv").unlink()
    return options(place)


def a_table_without_persons(place):
    shutil.rmtree(place / "run")
    write_run(place / "run", "gemeentecode;naam\r\nGM0001;A\r\n")
    return options(place)


def no_decision(place):
    (place / "publicatie.toml").unlink()
    return options(place)


def another_threshold_typed(place):
    return options(place, "--drempel", "4")


def another_owner_typed(place):
    return options(place, "--eigenaar", "stagiair, Proefministerie")


def another_day_typed(place):
    return options(place, "--vrijgave", "2026-05-01")


def signed_for_another_kwartaal(place):
    sign(place / "publicatie.toml", kwartaal="2026K2")
    return options(place)


def a_contact_without_address(place):
    sign(place / "publicatie.toml", contact="de balie")
    return options(place)


def an_address_of_no_folder(place):
    sign(place / "publicatie.toml", adres="https://data.example.org/2026K1")
    return options(place)


def rounding_that_makes_a_false_zero(place):
    sign(place / "publicatie.toml", afronding=11)
    return options(place)


def beside_no_publication(place):
    return options(place, "--samen-met", place / "run")


def beside_a_changed_publication(place):
    table = place / "eerder" / "provincies.csv"
    table.write_bytes(table.read_bytes().replace(b";53;", b";54;"))
    return options(place, "--samen-met", place / "eerder")


def beside_half_a_publication(place):
    (place / "eerder" / "provincies.csv").unlink()
    return options(place, "--samen-met", place / "eerder")


def beside_other_rules(place):
    sign(place / "publicatie.toml", drempel=10)
    return options(place, "--samen-met", place / "eerder")


def beside_other_areas(place):
    shutil.rmtree(place / "run")
    run_of(place / "run", [3, 20, 30], "PPQ")
    return options(place, "--samen-met", place / "eerder")


def all_known_already(place):
    shutil.rmtree(place / "run")
    run_of(place / "run", [4, 20, 29])
    sign(place / "publicatie.toml", afronding=2)
    return options(place, "--samen-met", place / "eerder_anders")


def more_persons_than_inhabitants(place):
    shutil.rmtree(place / "run")
    run_of(place / "run", [3, 200, 30], inhabitants=[10, 150, 900])
    return options(place)


def a_folder_that_is_there(place):
    (place / "openbaar").mkdir()
    return options(place)


def a_folder_in_the_run(place):
    return options(place, out="run/openbaar")


def a_report_among_the_public_files(place):
    return options(place, "--verslag", place / "openbaar" / "verslag.xlsx")


def a_report_that_is_no_table(place):
    return options(place, "--verslag", place / "verslag.pdf")


REFUSED = {
    nothing: Fout.GEEN_UITKOMST,
    other_manifest: Fout.UITKOMST_VERANDERD,
    half_a_manifest: Fout.UITKOMST_VERANDERD,
    one_digit_of_the_table: Fout.TABEL_VERANDERD,
    no_table: Fout.TABEL_ONLEESBAAR,
    a_table_without_persons: Fout.TABEL_ONLEESBAAR,
    no_decision: Fout.GEEN_BESLUIT,
    another_threshold_typed: Fout.ANDERS_GETEKEND,
    another_owner_typed: Fout.ANDERS_GETEKEND,
    another_day_typed: Fout.ANDERS_GETEKEND,
    signed_for_another_kwartaal: Fout.ANDER_KWARTAAL,
    a_contact_without_address: Fout.GEEN_ADRES,
    an_address_of_no_folder: Fout.GEEN_ADRES,
    rounding_that_makes_a_false_zero: Fout.AFRONDING_TE_GROF,
    beside_no_publication: Fout.GEEN_PUBLICATIE,
    beside_a_changed_publication: Fout.PUBLICATIE_VERANDERD,
    beside_half_a_publication: Fout.PUBLICATIE_VERANDERD,
    beside_other_rules: Fout.ANDERE_REGELS,
    beside_other_areas: Fout.ANDERE_INDELING,
    all_known_already: Fout.NIET_TE_BESCHERMEN,
    more_persons_than_inhabitants: Fout.TEGENSTRIJDIG,
    a_folder_that_is_there: Fout.MAP_BESTAAT,
    a_folder_in_the_run: Fout.MAP_IN_UITKOMST,
    a_report_among_the_public_files: Fout.VERSLAG_PLAATS,
    a_report_that_is_no_table: Fout.VERSLAG_PLAATS,
}


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("spoil", REFUSED, ids=lambda spoil: spoil.__name__)
def test_it_is_refused_by_its_code_and_leaves_nothing(call, spoil, lang, place, capsys):
    given = spoil(place)
    before = sorted(place.rglob("*"))

    status = call(*given, "--lang", lang)
    said = capsys.readouterr()

    assert status == (4 if REFUSED[spoil] in FAILED else 2)
    assert f"[{REFUSED[spoil]}]" in said.err
    assert "Traceback" not in said.err
    assert said.out == ""
    assert sorted(place.rglob("*")) == before


ONLY_SMALL = np.array([True, False, False, False, False, False])
NOTHING = np.zeros(6, bool)


@pytest.mark.parametrize("chosen", [ONLY_SMALL, NOTHING], ids=["only the small one", "nothing"])
@pytest.mark.parametrize("base", [1, 5])
def test_a_pattern_that_does_not_protect_is_stopped_by_the_attacker(call, place, monkeypatch, capsys, chosen, base):
    """53 - 20 - 30 = 3; rounded, 4 of 5 + 45 leaves 0 to 8, so there only the small one itself must not be shown."""
    monkeypatch.setattr(command, "hide", lambda *_: Pattern(chosen, ONLY_SMALL, minimal=True, rounds=1, cuts=0))
    sign(place / "publicatie.toml", afronding=base)
    leaks = base == 1 or not chosen.any()

    status = call(*options(place, "--verslag", place / "verslag.xlsx"))

    assert status == (4 if leaks else 0)
    assert ("[P.402]" in capsys.readouterr().err) == leaks
    assert (place / "openbaar").exists() != leaks
    assert (place / "verslag.xlsx").exists() != leaks


def test_every_code_is_tried():
    assert set(Fout) == {*REFUSED.values(), Fout.TERUG_TE_REKENEN}


def test_every_code_has_words_in_both_languages_and_stands_in_the_docs():
    text = DOCS.read_text("utf-8")
    for fout in Fout:
        dutch, english = (words(lang)(f"publiceren_fout.{fout}") for lang in ("nl", "en"))
        assert dutch != english
        assert set(re.findall(r"{(\w+)}", dutch)) == set(re.findall(r"{(\w+)}", english))
        assert f"| {fout} |" in text


def test_what_is_typed_as_it_was_signed_is_accepted(call, place):
    owner = "hoofd gegevensbescherming, Proefministerie"
    typed = ["--drempel", "5", "--afronding", "1", "--eigenaar", owner, "--vrijgave", "2026-04-01"]

    assert call(*options(place, *typed)) == 0


def test_a_folder_that_cannot_be_written_leaves_no_report_either(call, place, capsys):
    (place / "bestand").write_text("x")

    status = call(*options(place, "--verslag", place / "verslag.xlsx", out="bestand/openbaar"))

    assert status == 2
    assert not (place / "verslag.xlsx").exists()
    assert "Traceback" not in capsys.readouterr().err


def test_a_refusal_is_json_for_a_program(call, place, capsys):
    (place / "publicatie.toml").unlink()

    call(*options(place, "--json"))

    assert "[P.201]" in json.loads(capsys.readouterr().out)["problems"][0]["text"]


def test_a_release_day_is_written_as_a_day(call, place, capsys):
    status = call(*options(place, "--vrijgave", "1 april"))

    assert status == 2
    assert "2026-04-01" in capsys.readouterr().err
