"""Goals in order from the file to the folder: what the scenario asks, what run.json and the screen say."""

import json
from dataclasses import replace

import pytest

from spreiding import run as runs

ORDER = 'doelen = "op_volgorde"\nvolgorde = ["uitstroom", "spreiding"]\ntolerantie = [0.0, 0.5]\ntolerantie_vast = 8\n'


@pytest.fixture
def ordered(case):
    """Ask for goals in order, with room enough for whole households."""
    scenario = case / "scenario.toml"
    scenario.write_text(ORDER + scenario.read_text("utf-8"), "utf-8")
    return case


def test_the_manifest_says_mode_order_and_every_level(call, ordered, tmp_path, capsys):
    code = call("solve", ordered, "--out", tmp_path / "uit", "--gap", "0.05")
    said, run = capsys.readouterr().out, json.loads((tmp_path / "uit" / "run.json").read_text("utf-8"))
    part, value = run["doelen"], {goal["name"]: goal["value"] for goal in run["goals"]}

    assert code == 0
    assert "elk eerder doel blijft onder zijn plafond" in said
    assert part["wijze"] == "op_volgorde"
    assert run["scenario"]["volgorde"] == ["uitstroom", "spreiding"]
    assert [level["doelen"][0] for level in part["niveaus"][:2]] == ["uitstroom", "spreiding"]
    for level in part["niveaus"][:2]:
        assert level["ondergrens"] <= level["lp_waarde"] + 1e-6
        assert level["waarde"] == value[level["doelen"][0]] <= level["plafond"]
        assert level["gehaald"] is True
    assert [level["tolerantie"] for level in part["niveaus"][:2]] == [0.0, 0.5]
    assert part["niveaus"][-1]["plafond"] is None
    assert part["boven_plafond"] == {}


def test_a_goal_above_its_ceiling_is_told_and_gives_3(call, ordered, tmp_path, monkeypatch, capsys):
    allocate = runs.allocate

    def broken(*arguments, **options):
        plan = allocate(*arguments, **options)
        first, *others = plan.rangorde.niveaus
        lowered = replace(first, plafond=first.waarde - 1.5)
        return replace(plan, rangorde=replace(plan.rangorde, niveaus=(lowered, *others)))

    monkeypatch.setattr(runs, "allocate", broken)

    code = call("solve", ordered, "--out", tmp_path / "uit", "--gap", "0.05")
    run = json.loads((tmp_path / "uit" / "run.json").read_text("utf-8"))

    assert code == 3
    assert "boven het plafond: uitstroom" in capsys.readouterr().out
    assert run["doelen"]["boven_plafond"] == {"uitstroom": pytest.approx(1.5)}
    assert "Wachten in de opvang ligt 1,50 boven het plafond" in " ".join(run["warnings"])


def test_at_exchange_rates_the_manifest_says_so(call, case, tmp_path):
    call("solve", case, "--out", tmp_path / "uit", "--gap", "0.05")

    assert json.loads((tmp_path / "uit" / "run.json").read_text("utf-8"))["doelen"] == {"wijze": "wisselkoersen"}
