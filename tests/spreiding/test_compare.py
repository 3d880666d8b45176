"""The command ``compare``: eight lines on the screen, a folder of its own, and an exit code for what is refused."""

import json
import shutil

import pytest
from forgotten import contents


@pytest.fixture
def runs(made, tmp_path):
    """Give two copies of a run that a test may change."""
    return [shutil.copytree(made[0], tmp_path / name) for name in ("eerste", "tweede")]


def test_two_runs_are_told_in_eight_lines(call, runs, tmp_path, capsys):
    code = call("compare", *runs, "--out", tmp_path / "uit")
    rows = capsys.readouterr().out.splitlines()

    assert code == 0
    assert len(rows) == 8
    assert rows[0].startswith("uitkomsten ")
    assert "A = voorbeeld (2026K1, eerste); B = voorbeeld (2026K1, tweede)" in rows[0]
    assert rows[5].split() == ["anders", "in", "de", "invoer", "B:", "niets"]
    assert rows[7].split() == ["vergelijking", str(tmp_path / "uit" / "vergelijking.html")]
    assert sorted(path.name for path in (tmp_path / "uit").iterdir()) == [
        "vergelijking.html",
        "vergelijking.json",
        "verschillen.csv",
    ]


def test_english_is_spoken(call, runs, tmp_path, capsys):
    code = call("compare", *runs, "--out", tmp_path / "uit", "--lang", "en")

    assert code == 0
    assert capsys.readouterr().out.splitlines()[5].split() == ["different", "input", "B:", "nothing"]
    assert '<html lang="en">' in (tmp_path / "uit" / "vergelijking.html").read_text("utf-8")


def test_json_holds_all_of_it(call, runs, tmp_path, capsys):
    call("compare", *runs, "--out", tmp_path / "uit", "--json")
    told = json.loads(capsys.readouterr().out)
    kept = json.loads((tmp_path / "uit" / "vergelijking.json").read_text("utf-8"))

    assert told["page"] == str(tmp_path / "uit" / "vergelijking.html")
    assert told["folders"] == {"A": str(runs[0]), "B": str(runs[1])}
    assert {key: told[key] for key in kept} == kept
    assert str(tmp_path) not in json.dumps(kept)
    assert set(kept["kengetallen"][0]["waarden"]["A"]) >= {"dit_plan", "taakstelling", "volgorde", "willekeurig"}
    assert len(kept["paren"][0]["gemeenten"]) == 6


def test_a_changed_file_is_named_with_exit_code_4_and_nothing_is_written(call, runs, tmp_path, capsys):
    (runs[1] / "gemeenten.csv").write_bytes((runs[1] / "gemeenten.csv").read_bytes() + b"\r\n")

    code = call("compare", *runs, "--out", tmp_path / "uit")
    said = capsys.readouterr()

    assert code == 4
    assert "tweede: niet meer zoals de berekening het schreef: gemeenten.csv;" in said.err
    assert said.out == ""
    assert not (tmp_path / "uit").exists()


def test_json_tells_a_changed_file_too(call, runs, tmp_path, capsys):
    (runs[0] / "kaart.html").unlink()

    code = call("compare", *runs, "--out", tmp_path / "uit", "--json", "--lang", "en")

    assert code == 4
    assert "kaart.html" in json.loads(capsys.readouterr().out)["problems"][0]["text"]


def test_one_run_is_not_enough(call, runs, tmp_path, capsys):
    assert call("compare", runs[0], "--out", tmp_path / "uit") == 2
    assert "1 uitkomst(en): geef er twee tot 8 om te vergelijken" in capsys.readouterr().err


def test_a_folder_that_is_no_run_is_refused_with_exit_code_2(call, runs, tmp_path, capsys):
    assert call("compare", runs[0], tmp_path, "--out", tmp_path / "uit") == 2
    assert "hier staat geen uitkomst (geen run.json)" in capsys.readouterr().err


def test_a_run_is_never_overwritten(call, runs, capsys):
    before = contents(runs[1])

    assert call("compare", *runs, "--out", runs[1], "--overschrijf") == 2
    assert "geen vergelijking.json" in capsys.readouterr().err
    assert contents(runs[1]) == before


def test_an_earlier_comparison_is_replaced_when_asked(call, runs, tmp_path):
    first = call("compare", *runs, "--out", tmp_path / "uit")
    again = call("compare", *runs, "--out", tmp_path / "uit")
    asked = call("compare", *runs, "--out", tmp_path / "uit", "--overschrijf")

    assert (first, again, asked) == (0, 2, 0)


def test_borders_that_do_not_exist_are_named_before_anything_is_read(call, runs, tmp_path, capsys):
    code = call("compare", *runs, "--out", tmp_path / "uit", "--boundaries", tmp_path / "nergens.gpkg")

    assert code == 2
    assert "nergens.gpkg" in capsys.readouterr().err


def test_runs_that_forgot_their_households_are_compared_and_named(call, made, runs, tmp_path):
    call("forget", runs[0])

    code = call("compare", *runs, "--out", tmp_path / "uit")

    assert code == 0
    html = (tmp_path / "uit" / "vergelijking.html").read_text("utf-8")
    assert "huishoudens zijn vergeten" in html
    assert [name for name in made[1] if name in html] == []
