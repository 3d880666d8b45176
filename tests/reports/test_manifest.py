import json
from dataclasses import replace
from hashlib import sha256

from inputs.parameters import override
from reports.manifest import manifest_hash, run_json

RUNTIME = {"started": "2026-01-05T10:00:00+00:00", "seconds": {"read": 0.1}, "versions": {"python": "3.11"}}


def test_the_hash_covers_all_but_the_runtime(case, allocation, geography):
    one = json.loads(run_json(case, allocation, geography, RUNTIME))
    later = json.loads(run_json(case, allocation, geography, RUNTIME | {"started": "2027-01-01T00:00:00+00:00"}))
    other = json.loads(run_json(replace(case, naam="Anders"), allocation, geography, RUNTIME))

    assert one["hash"] == later["hash"] == manifest_hash(one)
    assert one["hash"] != other["hash"]


def test_the_hash_can_be_recomputed_without_this_program(case, allocation, geography):
    found = json.loads(run_json(case, allocation, geography, RUNTIME))
    part = {k: v for k, v in found.items() if k not in {"hash", "runtime"}}
    text = json.dumps(part, ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    assert sha256(text.encode()).hexdigest() == found["hash"]


def test_the_manifest_says_what_went_in_and_what_came_out(case, allocation, geography):
    found = json.loads(run_json(case, allocation, geography, RUNTIME, {"a.csv": "é", "b.xlsx": b"\0"}))

    assert found["invoer"] == [
        {"bestand": "huishoudens.csv", "sha256": "ab" * 32, "bron": "proefbron", "peildatum": "2026-01-01"}
    ]
    assert found["outputs"]["a.csv"] == sha256("é".encode()).hexdigest()
    assert found["synthetisch"] is True
    assert found["boundaries"]["schematisch"] is True
    assert found["certificate"]["proven_gap"] == 0.004
    assert found["goals"][0] == {
        "name": "uitstroom",
        "unit": "personen",
        "value": 4.0,
        "rate": 60.0,
        "points": 240.0,
        "lower_bound": 3.5,
    }
    assert found["versions"] == {"python": "3.11"}


def test_a_parameter_says_since_when_it_holds_and_before_when_it_must_be_looked_at_again(case, allocation, geography):
    chosen = replace(case, parameters=override(case.parameters, {"uitstroom.per_persoon": 80.0}, "scenario.toml"))
    found = json.loads(run_json(chosen, allocation, geography, RUNTIME))["parameters"]

    assert set(found["uitstroom.norm_weken"]) == {"waarde", "eenheid", "geldig_vanaf", "herzien_voor", "bron"}
    assert found["uitstroom.norm_weken"]["geldig_vanaf"] == "2023-07-01"
    assert found["uitstroom.norm_weken"]["herzien_voor"] == "2027-01-01"
    assert found["uitstroom.per_persoon"]["waarde"] == 80.0
    assert found["uitstroom.per_persoon"]["herzien_voor"] is None


def test_the_old_rule_is_compared_in_both_roundings(case, allocation, geography):
    old = json.loads(run_json(case, allocation, geography, RUNTIME))["baselines"]["taakstelling_art_29"]

    assert old["grootste_rest"] == {"totaal_personen": 10, "som_absolute_verschillen_personen": 1 + 2 + 3}
    assert old["afgerond"] == {"totaal_personen": 9, "som_absolute_verschillen_personen": 2 + 2 + 3}


def test_an_unproved_run_warns(make):
    build_case, build_allocation, build_geography = make
    plan = build_allocation(proven=False, gap=0.031, cut_by_clock=True)
    found = json.loads(run_json(build_case(), plan, build_geography(), RUNTIME))["warnings"]

    assert "Niet bewezen" in found[0]
    assert len(found) == 4
