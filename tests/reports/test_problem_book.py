import io

from python_calamine import CalamineWorkbook

from inputs.codes import Code
from inputs.problems import Problem
from inputs.sheet import Sheet
from reports.problem_book import problem_book

TABLE = Sheet(
    header=["gemeentecode", "naam", "inwoners"],
    rows=[["GM0363", "Amsterdam", "=HYPERLINK(1)"], ["GM0014", "Groningen", "5"], ["0034", "Almere", "-1"]],
    regels=[2, 3, 7],
    written=["Gemeentecode", "naam", "inwoners"],
)
LOW = Problem(Code.TE_LAAG, "gemeenten.csv", 7, "inwoners", "-1", {"grens": 1})
OTHERWISE = Problem(Code.ANDERS_GESCHREVEN, "gemeenten.csv", 7, "gemeentecode", "0034", {"aantal": 1, "als": "GM0034"})


def sheets_of(data):
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    return {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names}


def test_every_problem_is_a_row_errors_first_with_what_to_do():
    rows = sheets_of(problem_book([OTHERWISE, LOW], {"gemeenten.csv": TABLE}))["problemen"]

    assert [row[:6] for row in rows[1:]] == [
        ["fout", "F.207", "gemeenten.csv", 7, "inwoners", "-1"],
        ["waarschuwing", "W.542", "gemeenten.csv", 7, "gemeentecode", "0034"],
    ]
    assert rows[1][8] == "schrijf 1 of meer"


def test_only_rows_with_a_problem_are_shown_under_their_own_number_and_header():
    rows = sheets_of(problem_book([LOW], {"gemeenten.csv": TABLE}))["gemeenten.csv"]

    assert rows == [["regel", "Gemeentecode", "naam", "inwoners"], [7, "0034", "Almere", "-1"]]


def test_a_text_like_a_formula_stays_text():
    data = problem_book([Problem(Code.GEEN_GETAL, "gemeenten.csv", 2, "inwoners", "x")], {"gemeenten.csv": TABLE})

    assert sheets_of(data)["gemeenten.csv"][1][3] == "=HYPERLINK(1)"


def test_the_cells_of_a_refused_column_are_left_out():
    refused = Problem(Code.KOLOM_IDENTITEIT, "gemeenten.csv", 1, "naam")
    data = problem_book([refused, LOW], {"gemeenten.csv": TABLE})

    assert sheets_of(data)["gemeenten.csv"][1] == [7, "0034", "(niet overgenomen)", "-1"]
    assert b"Almere" not in data


def test_the_cells_of_a_column_that_is_not_read_are_left_out():
    unread = Problem(Code.KOLOM_ONBEKEND, "gemeenten.csv", 1, "naam")
    data = problem_book([unread, LOW], {"gemeenten.csv": TABLE})

    assert sheets_of(data)["gemeenten.csv"][1] == [7, "0034", "(niet overgenomen)", "-1"]


def test_a_header_that_tells_who_someone_is_is_left_out():
    table = Sheet(["111222333", "x"], [["a", "b"]], [2], [], ["111222333", "jan@voorbeeld.nl"])
    rows = sheets_of(problem_book([Problem(Code.GEEN_GETAL, "t.csv", 2, "x", "b")], {"t.csv": table}))["t.csv"]

    assert rows[0] == ["regel", "(niet overgenomen)", "(niet overgenomen)"]


def test_a_cell_that_no_message_shows_is_left_out():
    secret = Problem(Code.KOLOM_BSN, "gemeenten.csv", 7, "naam")

    assert sheets_of(problem_book([secret], {"gemeenten.csv": TABLE}))["gemeenten.csv"][1][2] == "(niet overgenomen)"


def test_the_bytes_are_the_same_every_time_and_the_cells_carry_notes():
    data = problem_book([LOW], {"gemeenten.csv": TABLE})

    assert data == problem_book([LOW], {"gemeenten.csv": TABLE})
    assert b"comments1.xml" in data


def test_long_and_equal_names_of_files_give_sheets_of_their_own():
    names = [
        "werkmap van een gemeente met een lange naam.xlsx[gemeenten]",
        "b/werkmap van een gemeente.xlsx[gemeenten]",
    ]
    found = [Problem(Code.TE_LAAG, name, 7, "inwoners", "-1", {"grens": 1}) for name in names]

    assert len(sheets_of(problem_book(found, dict.fromkeys(names, TABLE)))) == 3
