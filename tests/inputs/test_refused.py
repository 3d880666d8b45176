"""Settings that are no TOML and files that may run code are refused by their name; what they hold is never read."""

import pickle
from pathlib import Path

import pytest
from faults import problems_of

from inputs.messages import render


class Touch:
    """An object that makes a file when it is unpickled."""

    def __init__(self, path):
        self.path = path

    def __reduce__(self):
        return Path.touch, (Path(self.path),)


def test_a_pickle_is_refused_and_does_not_run(write_case, tmp_path):
    trace = tmp_path / "opened"
    found = problems_of(write_case({"huishoudens.pkl": pickle.dumps(Touch(str(trace)))}))

    assert [(p.code, p.bestand) for p in found] == [("F.319", "huishoudens.pkl")]
    assert not trace.exists()


def test_a_file_that_leads_nowhere_is_refused_by_its_name_alone(write_case):
    folder = write_case()
    (folder / "x.rds").symlink_to(folder / "x.rds")

    assert [p.code for p in problems_of(folder)] == ["F.319"]


@pytest.mark.parametrize("name", ["scenario.yaml", "scenario.yml", "Scenario.JSON", "scenario.ini"])
def test_settings_in_another_format_are_one_problem_not_also_a_missing_file(write_case, name):
    found = problems_of(write_case({"scenario.toml": None, name: "kwartaal: 2026K1\n"}))

    assert [p.bestand for p in found] == [name]
    assert "als TOML in scenario.toml" in render(found[0], "nl")


def test_both_files_of_settings_are_refused_at_once(write_case):
    found = problems_of(write_case({"scenario.yaml": "a: 1\n", "parameters.json": "{}\n"}))

    assert [(p.code, p.bestand) for p in found] == [("F.316", "scenario.yaml"), ("F.317", "parameters.json")]


@pytest.mark.parametrize("name", ["notities.yaml", "package.json", ".cache.pkl", "~temp.pkl", "desktop.ini"])
def test_a_file_that_is_no_settings_and_no_table_is_left_alone(write_case, name):
    assert problems_of(write_case({name: "x\n"})) == ()
