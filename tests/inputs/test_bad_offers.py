"""Every fault in an offer sheet is told with its code, its place and what to write, all at once."""

import shutil

import pytest
from books import book
from faults import problems_of
from offers import send, sheets_of, silent

from inputs.messages import render
from inputs.offer.basis import read_basis
from inputs.offer.gather import gather
from inputs.problems import InputProblems
from inputs.read import read_case

A, G = "GM0363", "GM0014"
"""The two gemeenten of the small case: Amsterdam and Groningen."""
NAME = f"opgave_{A}.xlsx"


@pytest.fixture
def basis(write_case, tmp_path):
    """Give the small case in a folder of its own."""
    made = write_case()
    place = tmp_path / "basis"
    place.mkdir()
    for file in [path for path in made.iterdir() if path.is_file()]:
        file.rename(place / file.name)
    return place


@pytest.fixture
def case(basis):
    return read_case(basis)[0]


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "opgaven").mkdir()
    return tmp_path / "opgaven"


@pytest.fixture
def problems(basis, folder):
    """Give a function that gathers the folder and lists code, place, row and column of what was found."""

    def found():
        return gather(folder, read_basis(basis), silent)

    return found


def told(gathered):
    return [(p.code, p.bestand, p.regel, p.kolom) for p in gathered.problems]


def change(case, sheet, row, column, value, code=A):
    """Give the sheets of a gemeente with one cell changed; a row of the form is named by its question."""
    sheets = sheets_of(case, code)
    if sheet == "opgave":
        row = [question for question, _ in sheets["opgave"]].index(column)
        sheets["opgave"][row][1] = value
    else:
        sheets[sheet][row - 1][sheets[sheet][0].index(column)] = value
    return sheets


FAULTS = [
    ("onderwijs", 2, "plaatsen", "", "F.201", "leeg telt niet als 0"),
    ("inburgering", 3, "plaatsen", "n.v.t.", "F.202", "vul de waarde in"),
    ("woningaanbod", 2, "aantal", "1.234", "F.204", "1234 of 1,234"),
    ("woningaanbod", 2, "woonvorm", "sociale hur", "F.214", "Bedoelde u sociale_huur?"),
    ("woningaanbod", 2, "slaapt", 40, "F.208", "schrijf 20 of minder"),
    ("woningaanbod", 2, "gastgemeente", "GM0344", "F.403", "Utrecht"),
    ("woningaanbod", 2, "gastgemeente", "GM9999", "F.402", "2026"),
    ("woningaanbod", 3, "tot_kwartaal", "2025K3", "F.413", "2025K4"),
    ("woningaanbod", 3, "aanbod_id", "A1", "F.401", "regel 2"),
    ("woningaanbod", 2, "aanbod_id", "A3", "F.497", f"{A}-A3"),
    ("opgave", 4, "kwartaal", "2026K2", "F.492", "2026K1"),
    ("opgave", 4, "kwartaal", "2026-1", "F.210", "Bedoelde u 2026K1?"),
    ("opgave", 3, "naam", "Utrecht", "F.493", "GM0363 is van Amsterdam"),
    ("opgave", 2, "gemeentecode", "GM0344", "F.499", "Utrecht staat niet"),
    ("opgave", 2, "gemeentecode", "GM9999", "F.402", "2026"),
    ("opgave", 2, "gemeentecode", "GM0457", "F.481", "Weesp is opgegaan in GM0363"),
    ("opgave", 5, "ingevuld_door", "", "F.201", "leeg telt niet als 0"),
    ("opgave", 5, "ingevuld_door", "j.jansen@utrecht.nl", "F.476", "e-mail"),
    ("opgave", 6, "datum_ingevuld", "32-1-2026", "F.211", "datum"),
    ("opgave", 7, "max_personen", "veel", "F.203", "cijfers"),
    ("opgave", 8, "min_personen", -1, "F.207", "schrijf 0 of meer"),
    ("opgave", 9, "voorrang", "soms", "F.214", "kies uit: ja, nee, alleen_gezinnen"),
    ("opgave", 10, "opmerkingen", "mevrouw, geb. 12-3-1990", "F.477", "geboortedatum"),
]


@pytest.mark.parametrize(("sheet", "row", "column", "value", "code", "says"), FAULTS)
def test_a_fault_is_told_with_its_sheet_row_column_and_remedy(
    case, folder, problems, sheet, row, column, value, code, says
):
    (folder / NAME).write_bytes(book(change(case, sheet, row, column, value)))
    gathered = problems()
    found = [p for p in gathered.problems if p.code == code]

    assert (found[0].bestand, found[0].regel, found[0].kolom) == (f"{NAME}[{sheet}]", row, column)
    dutch, english = render(found[0], "nl"), render(found[0], "en")
    assert dutch.startswith(f"{NAME}[{sheet}]:{row}")
    assert says in dutch
    assert dutch != english
    assert gathered.delivered == {}


def test_what_tells_who_a_person_is_is_never_shown(case, folder, problems):
    send(folder, case, A, ingevuld_door="j.jansen@utrecht.nl", opmerkingen="BSN 111222333")
    gathered = problems()

    lines = " ".join(render(problem, "nl") for problem in gathered.problems)
    assert "jansen" not in lines
    assert "111222333" not in lines


def test_least_and_most_are_judged_together_with_the_basis(case, folder, problems):
    """Groningen takes at most 40 according to the basis."""
    send(folder, case, G, min_personen=41)

    assert told(problems()) == [("F.415", f"opgave_{G}.xlsx[opgave]", 8, "min_personen")]


@pytest.mark.parametrize(("sheet", "code"), [("inburgering", "F.404"), ("onderwijs", "F.405")], ids=["seats", "places"])
def test_a_row_that_was_removed_is_not_0(case, folder, problems, sheet, code):
    sheets = sheets_of(case, A)
    del sheets[sheet][1]
    (folder / NAME).write_bytes(book(sheets))

    assert told(problems()) == [(code, f"{NAME}[{sheet}]", None, None)]


def test_a_sheet_without_rows_is_not_0_either(case, folder, problems):
    sheets = sheets_of(case, A)
    del sheets["woningaanbod"][1:]
    (folder / NAME).write_bytes(book(sheets))
    found = problems()

    assert told(found) == [("F.496", f"{NAME}[woningaanbod]", None, None)]
    assert "met 0 bij aantal" in render(found.problems[0], "nl")


def test_a_row_of_another_gemeente_is_refused_and_one_of_the_own_is_not(case, folder, problems):
    sheets = sheets_of(case, A)
    sheets["onderwijs"] = [["gemeentecode", *sheets["onderwijs"][0]]] + [
        [code, *row] for code, row in zip((G, A), sheets["onderwijs"][1:], strict=True)
    ]
    (folder / NAME).write_bytes(book(sheets))
    found = [p for p in problems().problems if p.code == "F.495"]

    assert [(p.bestand, p.regel, p.kolom) for p in found] == [(f"{NAME}[onderwijs]", 2, "gemeentecode")]
    assert "gastgemeente" in render(found[0], "nl")


def test_a_missing_sheet_and_a_strange_one_are_told(case, folder, problems):
    sheets = sheets_of(case, A)
    sheets["inburgerin"] = sheets.pop("inburgering")
    (folder / NAME).write_bytes(book(sheets))

    assert told(problems()) == [
        ("F.018", f"{NAME}[inburgering]", None, None),
        ("W.543", f"{NAME}[inburgerin]", None, None),
    ]


def test_a_workbook_that_is_no_offer_sheet_is_refused_and_other_files_are_told(case, folder, problems):
    send(folder, case, A, G)
    (folder / "lijst.xlsx").write_bytes(book({"blad": [["a"], ["b"]]}))
    (folder / "oud.xls").write_bytes(b"x")
    (folder / "mail.eml").write_text("x")
    (folder / "beschadigd.xlsx").write_bytes(b"PK geen zip")
    for name in ("~$lijst.xlsx", ".verborgen.xlsx", "problemen.xlsx", "Thumbs.db"):
        (folder / name).write_bytes(b"x")

    assert {row[:2] for row in told(problems())} == {
        ("F.491", "lijst.xlsx"),
        ("F.021", "oud.xls"),
        ("W.594", "mail.eml"),
        ("F.024", "beschadigd.xlsx"),
    }


def test_two_sheets_of_a_gemeente_name_each_other(case, folder, problems):
    send(folder, case, A)
    send(folder / "later", case, A, max_personen=9)
    found = problems()

    assert told(found) == [
        ("F.494", f"later/{NAME}[opgave]", 2, "gemeentecode"),
        ("F.494", f"{NAME}[opgave]", 2, "gemeentecode"),
    ]
    assert f"{NAME} is ook een opgave van Amsterdam" in render(found.problems[0], "nl")
    assert found.delivered == {}


def test_the_same_bytes_twice_are_one_sheet(case, folder, problems):
    send(folder, case, A)
    shutil.copy(folder / NAME, folder / "Kopie van opgave.xlsx")
    found = problems()

    assert told(found) == [("W.593", NAME, None, None)]
    assert list(found.delivered) == [A]
    assert found.delivered[A].bestand == "Kopie van opgave.xlsx"


def test_an_empty_sheet_is_not_delivered_and_does_not_count_beside_a_full_one(case, folder, problems):
    sheets = sheets_of(case, A, ingevuld_door="", datum_ingevuld="")
    for name in ("inburgering", "onderwijs"):
        for row in sheets[name][1:]:
            row[-1] = ""
    del sheets["woningaanbod"][1:]
    (folder / "leeg.xlsx").write_bytes(book(sheets))
    alone = problems()
    send(folder, case, A)
    both = problems()

    assert (told(alone), alone.delivered) == ([("W.592", "leeg.xlsx", None, None)], {})
    assert "vraag Amsterdam om het in te vullen" in render(alone.problems[0], "nl")
    assert list(both.delivered) == [A]


def test_all_problems_of_all_sheets_are_told_at_once(case, folder, problems):
    (folder / NAME).write_bytes(book(change(case, "onderwijs", 2, "plaatsen", "")))
    sheets = change(case, "opgave", 4, "kwartaal", "2026K2", code=G)
    sheets["woningaanbod"][1][1] = "x"
    (folder / f"opgave_{G}.xlsx").write_bytes(book(sheets))

    assert {row[:2] for row in told(problems())} == {
        ("F.201", f"{NAME}[onderwijs]"),
        ("F.492", f"opgave_{G}.xlsx[opgave]"),
        ("F.203", f"opgave_{G}.xlsx[woningaanbod]"),
    }


def test_a_question_that_is_unknown_or_about_a_person_is_told_with_its_row(case, folder, problems):
    sheets = sheets_of(case, A)
    sheets["opgave"] += [["kleur", "rood"], ["naam contactpersoon", "Jansen"]]
    (folder / NAME).write_bytes(book(sheets))

    assert told(problems()) == [
        ("W.503", f"{NAME}[opgave]", 11, "kleur"),
        ("F.105", f"{NAME}[opgave]", 12, "naam contactpersoon"),
    ]


def test_a_status_that_differs_from_the_table_of_deliveries_is_refused(write_case, files):
    header, first, second = files["gemeenten.csv"].splitlines()
    gemeenten = "\n".join([f"{header};status", f"{first};opgave", f"{second};standaard", ""])
    rows = "gemeentecode;naam;status;woningen;slaapplaatsen;cursusplaatsen;schoolplaatsen\n"
    rows += "GM0363;Amsterdam;afgekeurd;13;22;15;10\nGM0014;Groningen;standaard;1;8;10;10\n"
    place = write_case({"gemeenten.csv": gemeenten, "aanlevering.csv": rows})
    with pytest.raises(InputProblems) as caught:
        read_case(place)

    assert [(p.code, p.regel, p.kolom) for p in caught.value.problems] == [
        ("W.591", None, "status"),
        ("F.498", 2, "status"),
    ]
    assert "afgekeurd" in render(caught.value.problems[1], "nl")


def test_counts_in_the_table_of_deliveries_that_differ_from_the_tables_are_told_once(write_case, files):
    """Amsterdam offers 3 + 10 homes, of 4 and of 1 sleeping place; Groningen one of 8, and 5 + 5 school places."""
    header, first, second = files["gemeenten.csv"].splitlines()
    gemeenten = "\n".join([f"{header};status", f"{first};opgave", f"{second};opgave", ""])
    rows = "gemeentecode;naam;status;woningen;slaapplaatsen;cursusplaatsen;schoolplaatsen\n"
    right = rows + "GM0363;Amsterdam;opgave;13;22;15;10\nGM0014;Groningen;opgave;1;8;10;10\n"
    wrong = right.replace("1;8;10;10", "1;9;10;11")

    assert problems_of(write_case({"gemeenten.csv": gemeenten, "aanlevering.csv": right})) == ()
    [found] = problems_of(write_case({"gemeenten.csv": gemeenten, "aanlevering.csv": wrong}))
    assert (found.code, found.regel, found.kolom, found.gevonden) == ("W.596", 3, "slaapplaatsen", "9")
    assert (found.velden["tabellen"], found.velden["aantal"]) == (8, 2)
