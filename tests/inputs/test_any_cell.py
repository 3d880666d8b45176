import csv
import io
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inputs.case import Case
from inputs.messages import render_all
from inputs.problems import InputProblems
from inputs.read import read_case

NUMBERS = ["0", "-1", "1.234", "1,5", "NaN", "inf", "1e400", "9" * 40, "9" * 5000, "\u0663", "=1+1"]
WORDS = [
    "",
    " ",
    "GM0363",
    "363",
    "2026K9",
    "geen",
    "ja",
    "n.v.t.",
    "31-02-2025",
    "0000-00-00",
    "\u202e",
    "x" * 200_000,
]
SIGNS = ['"', '""', ";", "\n", "\r", "\0", "{x}", "[a]", "#", "'", "\\", "\ufeff"]
NASTY = st.sampled_from([*NUMBERS, *WORDS, *SIGNS])
TEXT = st.one_of(NASTY, st.text(max_size=20))


def outcome(files, name, content):
    """Read the small case with one file changed: a case, or the text of its problems in both languages."""
    with tempfile.TemporaryDirectory() as folder:
        for bestand, text in {**files, name: content}.items():
            data = text if isinstance(text, bytes) else text.encode()
            (Path(folder) / bestand).write_bytes(data)
        try:
            return read_case(Path(folder))[0]
        except InputProblems as caught:
            return render_all(caught.problems, "nl") + render_all(caught.problems, "en")


@settings(
    max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True
)
@given(data=st.data())
def test_any_text_in_any_cell_gives_a_case_or_a_list_of_problems(files, data):
    name = data.draw(st.sampled_from([name for name in files if name.endswith(".csv")]))
    rows = list(csv.reader(io.StringIO(files[name]), delimiter=";"))
    row = data.draw(st.integers(0, len(rows) - 1))
    column = data.draw(st.integers(0, len(rows[row]) - 1))
    rows[row][column] = data.draw(TEXT)

    assert isinstance(outcome(files, name, "\n".join(";".join(cells) for cells in rows)), Case | str)


@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True
)
@given(data=st.data())
def test_any_text_in_the_scenario_gives_a_case_or_a_list_of_problems(files, data):
    lines = files["scenario.toml"].splitlines()
    at = data.draw(st.integers(0, len(lines) - 1))
    cut = data.draw(st.integers(0, len(lines[at])))
    lines[at] = lines[at][:cut] + data.draw(TEXT) + lines[at][cut + data.draw(st.integers(0, 5)) :]

    assert isinstance(outcome(files, "scenario.toml", "\n".join(lines)), Case | str)


@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], derandomize=True
)
@given(name=st.sampled_from(["gemeenten.csv", "huishoudens.csv", "scenario.toml"]), content=st.binary(max_size=100))
def test_any_bytes_give_a_case_or_a_list_of_problems(files, name, content):
    assert isinstance(outcome(files, name, content), Case | str)
    assert isinstance(outcome(files, name, files[name].encode() + content), Case | str)
