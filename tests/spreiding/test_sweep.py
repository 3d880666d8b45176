"""A sweep runs every item once, tells what came of each, and changes nothing that is there and whole."""

import json
import os
import shutil
import subprocess
import sys
import tomllib

import pytest
from programs import written_example
from sweeping import SEEDS, VARIANTS, rows, runs, same, value, written

from inputs.sweep_file import read_sweep
from spreiding.sweep_items import DIGITS
from spreiding.sweep_tasks import TASKS

TWO = SEEDS.format(zaden=[1, 2]) + VARIANTS


@pytest.fixture(scope="module")
def once(tmp_path_factory):
    """Run two variants of two cases in two processes; give the sweep, its folder and what it printed."""
    place = tmp_path_factory.mktemp("reeks")
    file, out = written(place / "reeks.toml", TWO), place / "uit"
    return file, out, printed(file, out)


def printed(file, out, *more, leaves=0):
    """Run a sweep as a planner does, and give what it prints for a program."""
    command = [sys.executable, "-m", "spreiding", "sweep", file, "--out", out, "--json", *more]
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False, env=os.environ)
    assert done.returncode == leaves, done.stderr
    return json.loads(done.stdout)


def parameter(out, name, key="participatie.per_volwassene"):
    return json.loads((out / "runs" / name / "run.json").read_text("utf-8"))["parameters"][key]["waarde"]


def test_every_item_is_run_with_its_own_choices(once):
    _, out, told = once

    found = rows(out)
    assert (told["total"], told["made"], told["there"], told["failed"]) == (4, 4, 0, {})
    assert [(row["naam"], row["zaad"]) for row in found] == [
        *(("laag, zaad 1", "1"), ("hoog, zaad 1", "1"), ("laag, zaad 2", "2"), ("hoog, zaad 2", "2"))
    ]
    assert [parameter(out, row["map"]) for row in found] == [1.0, 40.0, 1.0, 40.0]
    assert sorted(row["map"] for row in found) == runs(out)
    assert {len(name) for name in runs(out)} == {DIGITS}


def test_the_table_says_what_each_run_says(once):
    _, out, _ = once

    for row in rows(out):
        run = json.loads((out / "runs" / row["map"] / "run.json").read_text("utf-8"))
        counts = run["counts"]
        assert row["status"] == ("bewezen" if run["certificate"]["proven"] else "niet_bewezen")
        assert value(row["bewezen_marge"]) == run["certificate"]["proven_gap"]
        assert int(row["gehuisvest_personen"]) == counts["geplaatste_personen"]
        assert int(row["ongeplaatst_personen"]) == counts["personen"] - counts["geplaatste_personen"]
        assert {goal["name"]: goal["value"] for goal in run["goals"]} == {
            name.removeprefix("doel_"): value(cell) for name, cell in row.items() if name.startswith("doel_")
        }


def test_the_front_in_the_table_is_the_one_of_brute_force(once):
    _, out, _ = once
    points = {
        row["map"]: (row["zaad"], value(row["doel_spreiding"]), value(row["doel_participatie"])) for row in rows(out)
    }

    def beaten(one):
        return any(o[0] == one[0] and o[1] <= one[1] and o[2] <= one[2] and o != one for o in points.values())

    assert {row["map"]: row["op_front"] for row in rows(out)} == {
        name: "nee" if beaten(point) else "ja" for name, point in points.items()
    }


def test_a_second_run_does_nothing(once, capsys, call):
    file, out, _ = once
    before = {path: path.stat().st_mtime_ns for path in (out / "runs").rglob("*")}

    code = call("sweep", file, "--out", out, "--json")

    told = json.loads(capsys.readouterr().out)
    assert (code, told["made"], told["there"]) == (0, 0, 4)
    assert {path: path.stat().st_mtime_ns for path in (out / "runs").rglob("*")} == before


@pytest.fixture(scope="module")
def cases(tmp_path_factory):
    """Write the cases of the sweep as ``spreiding example`` does, by seed."""
    place = tmp_path_factory.mktemp("casussen")
    return {row: written_example(place / row, households=24, gemeenten=4, seed=int(row)) for row in ("1", "2")}


def verified(out, row, cases, call):
    """Verify a run of a sweep by its case and its choices."""
    run, choices = out / "runs" / row["map"], out / "scenarios" / f"{row['map']}.toml"
    return call("verify", run, "--case", cases[row["zaad"]], "--scenario", choices)


def test_verify_accepts_each_run(once, cases, call):
    _, out, _ = once

    for row in rows(out):
        assert verified(out, row, cases, call) == 0
        choices = tomllib.loads((out / "scenarios" / f"{row['map']}.toml").read_text("utf-8"))
        assert choices["naam"] == f"reeks: {row['naam']}"


def test_a_light_run_that_holds_a_map_all_the_same_is_not_accepted(once, cases, call, tmp_path, capsys):
    """The plant: a page beside the tables, which nobody would compare with them."""
    _, out, _ = once
    shutil.copytree(out, tmp_path / "uit")
    row = rows(out)[0]
    (tmp_path / "uit" / "runs" / row["map"] / "kaart.html").write_text("x", "utf-8")

    code = verified(tmp_path / "uit", row, cases, call)

    assert code == 4
    assert "kaart.html" in capsys.readouterr().out


def test_one_process_gives_the_same_bytes_as_two(once, tmp_path):
    file, out, _ = once

    printed(file, tmp_path / "uit", "--processen", "1")

    assert same(tmp_path / "uit") == same(out)


def test_another_order_gives_the_same_rows(once, tmp_path):
    """The variants change places, and so do the seeds; each run is in the same folder."""
    _, out, _ = once
    first, second = VARIANTS.split("[[variant]]")[1:]
    text = SEEDS.format(zaden=[2, 1]) + f"[[variant]]{second}[[variant]]{first}"

    printed(written(tmp_path / "reeks.toml", text), tmp_path / "uit")

    assert sorted(map(str, rows(tmp_path / "uit"))) == sorted(map(str, rows(out)))
    assert rows(tmp_path / "uit") != rows(out)


def test_another_value_gives_another_folder_and_leaves_the_others(once, tmp_path):
    file, out, _ = once
    text = SEEDS.format(zaden=[1]) + VARIANTS
    file, out = written(tmp_path / "reeks.toml", text), tmp_path / "uit"
    printed(file, out)
    before = {row["naam"]: row["map"] for row in rows(out)}

    told = printed(written(file, text.replace("= 40", "= 41")), out)

    after = {row["naam"]: row["map"] for row in rows(out)}
    assert (told["made"], told["there"]) == (1, 1)
    assert after["laag, zaad 1"] == before["laag, zaad 1"]
    assert after["hoog, zaad 1"] != before["hoog, zaad 1"]
    assert set(runs(out)) == {*before.values(), *after.values()}


@pytest.mark.parametrize("harm", ["changed", "gone"])
def test_a_run_that_is_not_whole_is_run_again(harm, tmp_path):
    file, out = written(tmp_path / "reeks.toml", SEEDS.format(zaden=[1])), tmp_path / "uit"
    printed(file, out)
    before = same(out)
    run = out / "runs" / runs(out)[0]
    if harm == "changed":
        (run / "koppelingen.csv").write_text("x", "utf-8")
    else:
        (run / "koppelingen.csv").unlink()

    told = printed(file, out)

    assert (told["made"], told["there"]) == (1, 0)
    assert same(out) == before


def test_what_nobody_can_tell_a_run_of_this_program_by_is_not_erased(tmp_path):
    """With its manifest gone, a folder may be somebody's own."""
    file, out = written(tmp_path / "reeks.toml", SEEDS.format(zaden=[1])), tmp_path / "uit"
    printed(file, out)
    run = out / "runs" / runs(out)[0]
    (run / "run.json").write_text("{}", "utf-8")

    told = printed(file, out, leaves=2)

    assert "bewijs.csv" in told["failed"]["zaad 1"]
    assert (run / "koppelingen.csv").exists()


def test_a_failure_is_told_with_its_reason_and_stops_no_other(tmp_path):
    """The case has no table scores, so the second variant cannot be run; the exit code is that of bad input."""
    wrong = '\n[[variant]]\nnaam = "gewoon"\n[[variant]]\nnaam = "elders"\nscores = "aan"\n'
    file, out = written(tmp_path / "reeks.toml", SEEDS.format(zaden=[1]) + wrong), tmp_path / "uit"

    told = printed(file, out, leaves=2)

    assert [(row["naam"], row["status"]) for row in rows(out)] == [
        *(("gewoon, zaad 1", "bewezen"), ("elders, zaad 1", "mislukt"))
    ]
    assert "[F.464]" in told["failed"]["elders, zaad 1"]
    assert "[F.464]" in (out / "overzicht.html").read_text("utf-8")
    assert len(runs(out)) == 1


def test_all_faults_of_sweep_and_case_are_told_and_nothing_is_written(tmp_path, case, call, capsys):
    (case / "gemeenten.csv").unlink()
    text = f'casus = "{case.name}"\n[[variant]]\nnaam = "a"\nbant = 1\n[raster]\ngap = [3.0]\n'
    file = written(case.parent / "reeks.toml", text)

    code = call("sweep", file, "--out", tmp_path / "uit")

    said = capsys.readouterr().err
    assert code == 2
    assert [code for code in ("F.002", "F.302", "F.208") if f"[{code}]" not in said] == []
    assert not (tmp_path / "uit").exists()


def test_a_case_of_ones_own_is_read_where_it_stands_and_its_files_decide(tmp_path, case):
    """The same files elsewhere give the same folders; one more home gives another."""
    file = written(case.parent / "reeks.toml", f'casus = "{case.name}"\n')
    printed(file, tmp_path / "een")
    moved = case.rename(case.parent / "elders")
    printed(written(file, 'casus = "elders"\n'), tmp_path / "twee")
    homes = moved / "woningaanbod.csv"
    homes.write_text(homes.read_text("utf-8-sig").replace("2026K1", "2025K4", 1), "utf-8")
    printed(file, tmp_path / "drie")

    assert runs(tmp_path / "een") == runs(tmp_path / "twee")
    assert runs(tmp_path / "drie") != runs(tmp_path / "twee")


def test_something_else_in_the_folder_is_left_alone(tmp_path, call, capsys):
    (tmp_path / "uit").mkdir()
    (tmp_path / "uit" / "brief.docx").write_text("van mij", "utf-8")

    code = call("sweep", written(tmp_path / "reeks.toml", TWO), "--out", tmp_path / "uit")

    assert code == 2
    assert "brief.docx" in capsys.readouterr().err
    assert [path.name for path in (tmp_path / "uit").iterdir()] == ["brief.docx"]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ((), "--voorbeeld"),
        (("weg.toml",), "weg.toml"),
        (("{file}", "--processen", "0"), "--processen = 0"),
        (("{file}", "--time-limit", "0"), "--time-limit"),
        (("{file}", "--voorbeeld", "x.toml"), "--voorbeeld"),
    ],
)
def test_a_call_that_cannot_be_is_refused_in_words(arguments, says, tmp_path, call, capsys):
    file = written(tmp_path / "reeks.toml", TWO)

    code = call("sweep", *(part.format(file=file) for part in arguments), "--out", tmp_path / "uit")

    assert code == 2
    assert says in capsys.readouterr().err
    assert not (tmp_path / "uit").exists()


def test_the_example_that_draws_the_front_is_a_good_sweep(tmp_path, call):
    path = tmp_path / "front.toml"

    assert call("sweep", "--voorbeeld", path) == 0
    assert call("sweep", "--voorbeeld", path) == 2
    sweep = read_sweep(path, tuple(TASKS))
    assert sweep.problems == ()
    assert len(sweep.items) == 20
