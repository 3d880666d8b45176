"""Every sentence of the check is there in Dutch and in English, with the same values in it."""

import re
from pathlib import Path
from string import Formatter

import verifier
from verifier.finding import Finding, Told
from verifier.words import WORDS

FOLDER = Path(verifier.__file__).parent


def fields(text):
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_both_languages_fill_in_the_same_values():
    assert {key for key, (dutch, english) in WORDS.items() if fields(dutch) != fields(english)} == set()
    assert all(dutch and english for dutch, english in WORDS.values())


def test_every_sentence_that_is_told_is_there():
    code = "\n".join(path.read_text("utf-8") for path in FOLDER.rglob("*.py"))

    told = set(re.findall(r'(?:Told|say)\(\s*"(\w+)"', code))

    assert len(told) > 40
    assert told - WORDS.keys() == set()


def test_a_finding_names_file_line_row_and_column():
    finding = Finding("koppelingen.csv", "H00001", "slaapt", "9", 2, 5)

    assert finding.text("nl") == "koppelingen.csv regel 5 H00001: slaapt = 9, verwacht 2"
    assert str(finding) == "koppelingen.csv line 5 H00001: slaapt = 9, expected 2"


def test_braces_in_what_a_forger_writes_are_shown_as_they_are():
    assert "{0.__class__}" in Finding("run.json", "{x}", "naam", "{0.__class__}", Told("nothing")).text("nl")
