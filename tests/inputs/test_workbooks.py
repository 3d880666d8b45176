import datetime as dt
from dataclasses import replace
from importlib.resources import files as files_of

import pytest
from books import book, case_book, cells_of
from faults import problems_of
from small_case import FILES

from inputs.choices import toml_of
from inputs.messages import render, render_all
from inputs.read import read_case


def told(path):
    return [(p.code, p.bestand, p.regel, p.kolom) for p in problems_of(path)]


@pytest.fixture
def write_book(tmp_path, files):
    """Write the small case as a workbook of its own; give its path."""

    def write(change=None, data=None, **replaced):
        path = tmp_path / "boek" / "casus.xlsx"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(case_book(files, change, **replaced) if data is None else data)
        return path

    return write


def test_a_workbook_reads_the_same_as_a_folder_of_csv(write_book, write_case):
    from_book, _ = read_case(write_book())
    from_csv, _ = read_case(write_case())

    same = {"bronnen": (), "parameters": from_csv.parameters}
    assert replace(from_book, **same) == replace(from_csv, **same)
    assert from_book.parameters["uitstroom.per_persoon"] == 80.0
    assert {(b.bestand, b.blad) for b in from_book.bronnen} >= {("casus.xlsx", "gemeenten"), ("casus.xlsx", "scenario")}
    assert len({b.sha256 for b in from_book.bronnen}) == 1


def test_a_folder_may_hold_some_tables_in_workbooks_and_others_in_csv(write_case, files):
    folder = write_case({"onderwijs.csv": None, "inburgering.csv": None})
    sheets = {
        name: [row.split(";") for row in files[f"{name}.csv"].splitlines()] for name in ("onderwijs", "inburgering")
    }
    (folder / "plaatsen.xlsx").write_bytes(book(sheets))

    case, warnings = read_case(folder)
    assert (len(case.onderwijs), len(case.inburgering), warnings) == (4, 6, ())


def test_dates_and_yes_or_no_of_excel_are_read_as_such(write_book):
    def dated(made, sheets):
        style = made.add_format({"num_format": "dd-mm-yyyy"})
        sheets["huishoudens"].write_datetime(1, 5, dt.datetime(2025, 10, 1), style)  # noqa: DTZ001
        sheets["huishoudens"].write_boolean(1, 7, False)

    case, _ = read_case(write_book(dated))
    assert (case.huishoudens[0].vergunningdatum, case.huishoudens[0].delen) == (dt.date(2025, 10, 1), "nee")


@pytest.mark.parametrize(
    ("cell", "code"), [(1.234, "F.205"), (12.5, "F.205"), ("1.234", "F.204"), ("1\u00a0234", "F.203"), ("12", None)]
)
def test_a_number_cell_has_one_reading_and_a_text_cell_may_have_two(write_book, cell, code):
    path = write_book(lambda _, sheets: sheets["onderwijs"].write(1, 3, cell))

    assert told(path) == ([(code, "casus.xlsx[onderwijs]", 2, "plaatsen")] if code else [])


def test_an_error_value_of_excel_is_told_with_its_cell(write_book):
    path = write_book(lambda _, sheets: sheets["onderwijs"].write_formula(1, 3, "=1/0", None, "#DIV/0!"))
    found = problems_of(path)

    assert [(p.code, p.regel, p.kolom, p.gevonden) for p in found if p.code != "W.546"] == [
        ("F.202", 2, "plaatsen", "#DIV/0!")
    ]


def test_a_formula_that_was_never_worked_out_is_no_empty_cell(write_book):
    """max_personen may be empty, so an empty result would be read as no maximum."""
    path = write_book(lambda _, sheets: sheets["gemeenten"].write_formula(2, 8, "=SUM(A1:A2)", None, ""))

    assert ("F.202", "casus.xlsx[gemeenten]", 3, "max_personen") in told(path)


def test_formulas_hidden_rows_and_hidden_sheets_are_read_and_told(write_book):
    def hide(_, sheets):
        sheets["onderwijs"].set_row(2, None, None, {"hidden": True})
        sheets["onderwijs"].write_formula(1, 3, "=2+3", None, 5)
        sheets["arbeidsmarkt"].hide()

    case, warnings = read_case(write_book(hide))
    assert [(w.code, w.bestand, w.velden.get("aantal")) for w in warnings] == [
        ("W.545", "casus.xlsx[onderwijs]", 1),
        ("W.546", "casus.xlsx[onderwijs]", 1),
        ("W.544", "casus.xlsx[arbeidsmarkt]", None),
    ]
    assert len(case.onderwijs) == 4


def test_merged_cells_are_refused_with_their_first_cell(write_book):
    path = write_book(lambda _, sheets: sheets["onderwijs"].merge_range(1, 0, 2, 0, "GM0363"))

    assert ("F.025", "casus.xlsx[onderwijs]", 2, None) in told(path)


def test_a_title_above_the_header_is_told_with_the_row_of_the_header(write_book, files):
    rows = [["Schoolplaatsen 2026"], [], *(row.split(";") for row in files["onderwijs.csv"].splitlines())]
    found = problems_of(write_book(onderwijs=rows))

    assert [(p.code, p.regel) for p in found] == [("F.015", 3)]
    assert "verwijder de regels boven de kop" in render(found[0], "nl")


def test_a_sheet_that_is_missing_is_told_with_the_one_that_was_meant(tmp_path, files):
    sheets = {
        name[:-4]: [row.split(";") for row in text.splitlines()]
        for name, text in files.items()
        if name != "onderwijs.csv"
    }
    sheets["onderwijzen"] = sheets.pop("scenario.")
    path = tmp_path / "casus.xlsx"
    path.write_bytes(book(sheets))
    found = problems_of(path)

    assert ("F.018", "casus.xlsx[onderwijs]", None) in [(p.code, p.bestand, p.regel) for p in found]
    assert "Bedoelde u onderwijzen?" in render(next(p for p in found if p.code == "F.018"), "nl")


def test_a_table_in_two_places_is_refused_with_both(write_case, files):
    folder = write_case()
    (folder / "extra.xlsx").write_bytes(case_book(files))
    found = [p for p in problems_of(folder) if p.code == "F.019"]

    assert ("extra.xlsx[gemeenten]", "gemeenten.csv") in [(p.bestand, p.velden["eerste"]) for p in found]
    assert len(found) == 10  # nine tables and the choices


def test_an_unknown_sheet_is_a_warning_and_one_that_explains_is_none(write_book):
    _, warnings = read_case(write_book(uitleg=[["Vul alles in"]], gemeente=[["x"]]))

    assert [(w.code, w.bestand) for w in warnings] == [("W.543", "casus.xlsx[gemeente]")]


@pytest.mark.parametrize("suffix", [".xls", ".xlsm", ".ods", ".xlsb"])
def test_a_workbook_of_another_kind_in_the_folder_is_refused(write_case, suffix):
    folder = write_case()
    (folder / f"gemeenten{suffix}").write_bytes(b"x")

    assert told(folder) == [("F.021", f"gemeenten{suffix}", None, None)]


def test_a_case_that_is_one_workbook_of_another_kind_is_told_so(tmp_path):
    (tmp_path / "casus.ods").write_bytes(b"PK")

    assert [(p.code, p.velden) for p in problems_of(tmp_path / "casus.ods")] == [("F.021", {"soort": ".ods"})]


def test_the_report_of_problems_is_never_part_of_a_case(write_case):
    folder = write_case()
    (folder / "problemen.xlsx").write_bytes(book({"gemeenten": [["regel"]]}))
    (folder / "~$casus.xlsx").write_bytes(b"lock of an open workbook")

    assert told(folder) == []


def test_choices_on_a_sheet_are_told_with_their_row(write_book):
    rows = [["keuze", "waarde"], ["kwartaal", "2026K1"], ["bant", 0.1], ["band", 5], ["uitstroom.per_persoon", -1]]
    found = list(problems_of(write_book(scenario=rows)))

    assert [(p.code, p.bestand, p.regel, p.kolom) for p in found] == [
        ("F.302", "casus.xlsx[scenario]", 3, "bant"),
        ("F.208", "casus.xlsx[scenario]", 4, "band"),
        ("F.307", "casus.xlsx[scenario]", 5, "uitstroom.per_persoon"),
    ]


def test_a_choice_that_stands_on_a_sheet_twice_is_told_with_both_rows(write_book):
    rows = [["keuze", "waarde"], ["kwartaal", "2026K1"], ["band", 0.1], ["band", ""], ["band", 0.2]]

    assert [(p.code, p.regel, p.kolom, p.velden) for p in problems_of(write_book(scenario=rows))] == [
        ("F.401", 5, "band", {"eerste": 3})
    ]


def test_what_a_sheet_of_choices_hides_is_told(write_book):
    def hide(_, sheets):
        sheets["scenario"].set_row(3, None, None, {"hidden": True})
        sheets["scenario"].write_formula("B3", "=1+1", value="2026K1")
        sheets["scenario"].hide()

    found = problems_of(write_book(hide))

    assert [(p.code, p.bestand) for p in found] == [
        ("W.544", "casus.xlsx[scenario]"),
        ("W.545", "casus.xlsx[scenario]"),
        ("W.546", "casus.xlsx[scenario]"),
    ]


def test_a_workbook_without_choices_is_told_which_sheet_is_missing(write_book):
    found = problems_of(write_book(scenario=[["keuze", "waarde"]]))
    assert [(p.code, p.bestand, p.kolom) for p in found] == [("F.303", "casus.xlsx[scenario]", "kwartaal")]

    sheets = {name[:-4]: list(cells_of(text)) for name, text in FILES.items() if name.endswith(".csv")}
    path = write_book()
    path.write_bytes(book(sheets))
    assert told(path) == [("F.018", "casus.xlsx[scenario]", None, None)]


@pytest.mark.parametrize(
    ("choice", "code", "bestand"),
    [
        (["sleutel", "eigen"], "F.018", "casus.xlsx[sleutel]"),
        (["opgave_personen", 9], "W.512", "casus.xlsx[scenario]"),
        (["scores", "aan"], "F.464", "casus.xlsx[scenario]"),
        (["kwartaal", "2027K1"], "F.416", "casus.xlsx[woningaanbod]"),
    ],
)
def test_a_message_about_a_workbook_names_no_file_that_is_not_there(write_book, choice, code, bestand):
    rows = [["keuze", "waarde"], *([["kwartaal", "2026K1"]] if choice[0] != "kwartaal" else []), choice]
    found = problems_of(write_book(scenario=rows))

    assert (code, bestand) in {(p.code, p.bestand) for p in found}
    for lang in ("nl", "en"):
        assert not any(word in render_all(found, lang) for word in ("scenario.toml", "sleutel.csv", "scores.csv"))


def test_true_and_a_text_in_quotes_are_read_on_a_sheet_of_choices(write_book):
    rows = [["keuze", "waarde"], ["kwartaal", "2026K1"], ["naam", '"2026"'], ["synthetisch", "WAAR"]]
    case, _ = read_case(write_book(scenario=rows))

    assert (case.naam, case.synthetisch) == ("2026", True)


def test_a_list_that_is_none_on_a_sheet_of_choices_is_told_as_one(write_book):
    rows = [["keuze", "waarde"], ["kwartaal", "2026K1"], ["doelen", "op_volgorde"], ["volgorde", '["uitstroom, ]']]

    assert [(p.code, p.regel) for p in problems_of(write_book(scenario=rows))] == [("F.331", 4)]


def test_settings_that_lie_beside_a_workbook_are_used_and_told(write_book, tmp_path):
    shipped = files_of("inputs").joinpath("data", "parameters.toml").read_text("utf-8")
    path = write_book()
    (path.parent / "parameters.toml").write_text(shipped.replace("waarde = 14.0", "waarde = 12.0"), "utf-8")
    sheets = {name[:-4]: list(cells_of(text)) for name, text in FILES.items() if name.endswith(".csv")}
    path.write_bytes(book(sheets))
    (path.parent / "scenario.toml").write_text('kwartaal = "2026K1"\n', "utf-8")
    (tmp_path / "anders.toml").write_text('kwartaal = "2026K1"\n', "utf-8")
    case, warnings = read_case(path)

    assert case.parameters["uitstroom.norm_weken"] == 12.0
    assert [(p.code, p.bestand) for p in warnings] == [("W.517", "scenario.toml"), ("W.517", "parameters.toml")]
    assert [p.bestand for p in read_case(path, tmp_path / "anders.toml")[1]] == ["parameters.toml"]


@pytest.mark.parametrize("name", ["bindingen.json", "bindingen.csv.gz", "Scores.zip"])
def test_a_table_in_a_form_that_is_not_read_is_told(write_case, name):
    folder = write_case()
    (folder / name).write_bytes(b"x")
    (folder / "foto.zip").write_bytes(b"x")

    assert told(folder) == [("W.518", name, None, None)]


def test_choices_in_a_file_and_on_a_sheet_are_refused(write_case):
    folder = write_case()
    (folder / "keuzes.xlsx").write_bytes(book({"scenario": [["keuze", "waarde"], ["kwartaal", "2026K2"]]}))

    found = [p for p in problems_of(folder) if p.code == "F.019"]
    assert [(p.bestand, p.velden["eerste"]) for p in found] == [("keuzes.xlsx[scenario]", "scenario.toml")]


def test_a_list_over_lines_on_a_sheet_of_choices_says_one_thing_only():
    assert toml_of([["keuze", "waarde"], ["volgorde", '["a"]\ngap = 1\nx = ["b"]']]).count("\n") == 1


def test_a_workbook_with_brackets_in_its_name_is_known_by_its_whole_name(write_book):
    path = write_book()
    case, _ = read_case(path.rename(path.with_name("casus[1].xlsx")))

    assert {b.bestand for b in case.bronnen if b.blad} == {"casus[1].xlsx"}
    assert {"gemeenten", "scenario"} <= {b.blad for b in case.bronnen}
