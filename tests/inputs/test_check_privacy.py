"""A household comes in under a pseudonym; what tells who someone is stops the run and is shown nowhere."""

import json
from dataclasses import fields
from datetime import date
from time import process_time

import pytest
from faults import locks, problems_of

from inputs.check_privacy import VEIL, about_households, pseudonyms_hide_who_it_is, texts_hide_who_it_is
from inputs.codes import Code
from inputs.domain import Deelnemer, Huishouden
from inputs.groups import read_groups
from inputs.keuzes import Vastlegging
from inputs.messages import render, render_all
from inputs.parameters import default_parameters
from inputs.problems import InputProblems
from inputs.read import read_case
from inputs.reader import ReadTable
from inputs.readings import Readings
from inputs.sheet import Sheet
from inputs.tables import TABLES
from spreiding.explain import as_content

NUMBER = "111222333"
"""A number that passes the elfproef: 9 + 8 + 7 + 12 + 10 + 8 + 9 + 6 - 3 = 66 = 6 x 11."""
LOCK = locks("H1;;vast;GM0363")
FAULTS = [
    ("F.471", "huishoudens.csv", "huishouden_id", ("H1;", f"{NUMBER};"), "zet dan in elke tabel een letter voor alle"),
    ("F.472", "huishoudens.csv", "huishouden_id", ("H1;", "2701234567;"), "schrijf een pseudoniem"),
    ("F.473", "huishoudens.csv", "huishouden_id", ("H1;", "Jan Jansen;"), "zonder spatie, komma of apenstaartje"),
    ("F.473", "huishoudens.csv", "huishouden_id", ("H1;", "jan@voorbeeld.nl;"), "AVG art. 5 lid 1 c"),
    ("F.474", "vastleggingen.csv", "reden", LOCK.replace("proef", f"zie {NUMBER}"), "UAVG art. 46"),
    ("F.475", "vastleggingen.csv", "reden", LOCK.replace("proef", "bel 0612345678"), "telefoonnummer"),
    ("F.476", "vastleggingen.csv", "wie", LOCK.replace("planner", "a.b@coa.nl"), "een rol of een afdeling"),
    ("F.477", "vastleggingen.csv", "reden", LOCK.replace("proef", "geb. 1-2-1990"), "haal de datum uit de tekst"),
]


@pytest.mark.parametrize(("code", "bestand", "kolom", "change", "says"), FAULTS)
def test_what_tells_who_someone_is_is_told_with_code_place_ground_and_remedy(
    write_case, code, bestand, kolom, change, says
):
    found = [p for p in problems_of(write_case({bestand: change})) if p.code == code]

    assert [(p.bestand, p.regel, p.kolom, p.gevonden) for p in found] == [(bestand, 2, kolom, VEIL)]
    assert render(found[0], "nl").startswith(f"{bestand}:2  {kolom} = '{VEIL}': ")
    assert says in render(found[0], "nl")
    assert "GDPR art. 5(1)(c)" in render(found[0], "en")


def case_with(name):
    """Give the tables about households with another name for H1."""
    return {
        "huishoudens.csv": ("H1;", f"{name};"),
        "deelnemers.csv": ("H1;", f"{name};"),
        "bindingen.csv": ("H1;", f"{name};"),
    }


@pytest.mark.parametrize("name", [NUMBER, "2701234567", "Jan Jansen", "j.jansen@voorbeeld.nl"])
def test_each_cell_with_it_is_an_error_of_its_own_and_its_content_is_shown_nowhere(write_case, name):
    with pytest.raises(InputProblems) as caught:
        read_case(write_case(case_with(name)))

    assert [(p.bestand, p.regel, p.kolom, p.gevonden) for p in caught.value.problems] == [
        ("huishoudens.csv", 2, "huishouden_id", VEIL),
        ("deelnemers.csv", 2, "huishouden_id", VEIL),
        ("deelnemers.csv", 3, "huishouden_id", VEIL),
        ("bindingen.csv", 2, "huishouden_id", VEIL),
    ]
    for lang in ("nl", "en"):
        assert name not in render_all(caught.value.problems, lang)
        assert name not in json.dumps(as_content(caught.value, lang))
    assert "art. 5 lid 1 c" in render_all(caught.value.problems, "nl")


OTHER = {
    "known nowhere": {"deelnemers.csv": ("H2;", "{};")},
    "twice": {"huishoudens.csv": ("H2;", "{0};1;0;0;0;2025-12-31;Ter Apel;ja;nee\n{0};")},
    "too many adults": {"huishoudens.csv": ("H1;2", "{};3")},
    "a sign that nobody sees": {"huishoudens.csv": ("H1;", "\u202e{};")},
    "a ground that ended": {
        "bindingen.csv": ("H2;;Groningen;werk;2025-11-01;2026", "{};;Groningen;werk;2025-11-01;2025")
    },
    "a household too large": {"huishoudens.csv": ("H1;2;1;1;0", "{};2;1;1;9")},
    "locked twice": {"vastleggingen.csv": locks("{};;vast;GM0363", "{};;vast;GM0014")},
    "in a column of numbers": {"huishoudens.csv": ("H2;1;", "H2;{};")},
    "in a column of choices": {"huishoudens.csv": ("Ter Apel;ja", "Ter Apel;{}")},
    "in a column of dates": {"huishoudens.csv": ("31-12-2025", "{}")},
    "as an opvanglocatie": {"huishoudens.csv": ("31-12-2025;Ter Apel", "31-12-2025;{}")},
    "as a wish": {"bindingen.csv": (";;Groningen", ";;{}")},
    "as a header": {"deelnemers.csv": ("huishouden_id;leerroute", "{};leerroute")},
    "as the only line": {"deelnemers.csv": "{}\tB1\tzorg\n"},
}


def filled(change, text):
    """Write a text where a change leaves room for it."""
    return change.replace("{}", text) if isinstance(change, str) else (change[0], change[1].format(text))


@pytest.mark.parametrize("where", OTHER)
def test_a_problem_of_another_kind_does_not_show_it_either(write_case, where):
    found = problems_of(write_case({name: filled(change, NUMBER) for name, change in OTHER[where].items()}))

    assert found
    assert NUMBER not in render_all(found, "nl") + json.dumps(as_content(InputProblems(found), "en"))


def test_a_name_in_the_key_of_a_row_is_not_shown_either(write_case):
    twice = "Jan Jansen;;Groningen;werk;2025-11-01;2026-12-31\n"
    found = problems_of(write_case({"bindingen.csv": ("H2;;", f"{twice}{twice}H2;;")}))

    assert Code.DUBBEL in {p.code for p in found}
    assert "Jansen" not in render_all(found, "nl") + json.dumps(as_content(InputProblems(found), "nl"))


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"vastleggingen.csv": locks("H1;;vast;GM0363").replace("proef", f"zie {NUMBER}")}, ("reden", 2)),
        ({"vastleggingen.csv": locks("H1;;vast;GM0363").replace("planner", "a.b@coa.nl")}, ("wie", 2)),
        ({"afspraken.csv": "van;naar;personen;kwartaal;grond\nGM0363;GM0014;1;2026K1;geb. 1-2-1990\n"}, ("grond", 2)),
        ({"gekoppeld.csv": "huishouden_id;gemeentecode;bron\nH1;GM0363;lijst 111222333\n"}, ("bron", 2)),
    ],
    ids=["reden", "wie", "grond", "bron"],
)
def test_free_text_about_households_is_read_for_it_too(write_case, change, place):
    found = [p for p in problems_of(write_case(change)) if p.code.startswith("F.47")]

    assert [(p.kolom, p.regel, p.gevonden) for p in found] == [(*place, VEIL)]


def test_a_grouping_does_not_show_it_either(write_case, tmp_path):
    case = read_case(write_case({}))[0]
    (tmp_path / "indeling.csv").write_text("huishouden_id;groep\n111222333;a\n", "utf-8")

    with pytest.raises(InputProblems) as caught:
        read_groups(tmp_path / "indeling.csv", case)

    assert [p.gevonden for p in caught.value.problems] == [VEIL]


def test_every_table_with_a_household_is_read_for_it():
    tables = {"huishoudens", "deelnemers", "bindingen", "vastleggingen", "gekoppeld", "afspraken"}

    assert set(about_households()) >= tables


def table(name, rows):
    """Give a table as if it had been read, with its text."""
    names = [field.name for field in fields(rows[0])] if rows else []
    texts = [[str(getattr(row, field) or "") for field in names] for row in rows]
    regels = tuple(range(2, len(rows) + 2))
    sheet = Sheet(names, texts, list(regels), [], names)
    return ReadTable(TABLES[name].bestand, tuple(rows), regels, complete=True, problems=(), sheet=sheet)


def test_thirty_thousand_households_with_ten_columns_take_a_fifth_of_a_second():
    """Ids that differ, notes that repeat; the clock counts the work of this process only."""
    ids = [f"H{number:06d}" for number in range(30_000)]
    homes = [Huishouden(name, 1, 0, 0, 0, date(2025, 10, 1), "Ter Apel", "nee") for name in ids]
    notes = [f"overleg {number % 1000} van 12-3-2026 met de gemeente" for number in range(30_000)]
    tables = {name: table(name, []) for name in TABLES} | {
        "huishoudens": table("huishoudens", homes),
        "deelnemers": table("deelnemers", [Deelnemer(name, "Z", "geen") for name in ids]),
        "vastleggingen": table(
            "vastleggingen",
            [Vastlegging("vast", note, "planner", name, None, "GM0363") for note, name in zip(notes, ids, strict=True)],
        ),
    }
    read = Readings(tables, None, default_parameters())
    start = process_time()

    found = [*pseudonyms_hide_who_it_is(read), *texts_hide_who_it_is(read)]

    assert process_time() - start < 0.2
    assert found == []


def test_a_pseudonym_in_a_row_with_another_error_is_told_in_the_same_run(write_case, files):
    households = files["huishoudens.csv"].replace("H1;2;", "123456782;twee;")
    found = problems_of(write_case({"huishoudens.csv": households}))

    assert [(p.code, p.regel, p.gevonden) for p in found if p.bestand == "huishoudens.csv"] == [
        ("F.471", 2, "…"),
        ("F.203", 2, "twee"),
    ]
