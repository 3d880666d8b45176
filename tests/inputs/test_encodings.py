import pytest
from faults import problems_of

from inputs import encoding
from inputs.encoding import decode_table
from inputs.problems import InputProblems
from inputs.read import read_case


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "cp850", "mac_roman"])
def test_a_table_of_any_excel_reads_the_same(write_case, files, encoding):
    text = files["gemeenten.csv"].replace("eigen opgave", "Súdwest-Fryslân")
    case, warnings = read_case(write_case({"gemeenten.csv": text.encode(encoding)}))

    assert case.bronnen[0].bron == "Súdwest-Fryslân"
    assert [w.code for w in warnings] == ([] if encoding.startswith("utf") else ["W.541"])


@pytest.mark.parametrize("sign", [",", "\t"])
def test_commas_and_tabs_between_cells_are_found_by_the_header(write_case, files, sign):
    text = files["opvanglocaties.csv"].replace(",", ".").replace(";", sign)
    case, warnings = read_case(write_case({"opvanglocaties.csv": text}))

    assert (case.opvanglocaties[0].lon, warnings) == (7.06, ())


def test_the_unicode_text_of_excel_is_read(write_case, files):
    """Excel writes 'Unicode-tekst' as UTF-16 with tabs."""
    text = files["onderwijs.csv"].replace(";", "\t")
    case, _ = read_case(write_case({"onderwijs.csv": text.encode("utf-16")}))

    assert len(case.onderwijs) == 4


def test_a_first_line_that_names_the_sign_counts_as_a_row(write_case, files):
    folder = write_case(
        {"onderwijs.csv": "sep=;\n" + files["onderwijs.csv"].replace("isk;2026K1;5", "isk;2026K1;x", 1)}
    )

    assert [(p.code, p.regel) for p in problems_of(folder)] == [("F.203", 4)]


def test_letters_in_two_parts_are_read_as_one(write_case, files):
    text = files["gemeenten.csv"].replace("eigen opgave", "Frysla\u0302n")
    case, _ = read_case(write_case({"gemeenten.csv": text}))

    assert case.bronnen[0].bron == "Fryslân"


@pytest.mark.parametrize(
    ("data", "code", "regel"),
    [
        ("naam\nCuraçao".encode("cp850"), "F.016", 2),
        (b"goed\nS\x81\x8d", "F.006", 2),
        (b"\xef\xbb\xbfab\nc\xe9d", "F.017", 2),
        ("ab\ncd".encode("utf-16")[:-1], "F.017", 2),
        (b"ab\nc\0d", "F.007", 2),
        ("ab\nc\0d".encode("utf-16"), "F.007", 2),
        (" \n\t".encode("utf-16"), "F.003", None),
    ],
)
def test_bytes_that_can_be_read_in_no_or_two_ways_are_refused_with_the_line(data, code, regel):
    with pytest.raises(InputProblems) as caught:
        decode_table(data, "x.csv")

    (found,) = caught.value.problems
    assert (found.code, found.regel) == (code, regel)


def test_of_a_large_file_the_encoding_is_not_looked_for(monkeypatch):
    monkeypatch.setattr(encoding, "LARGEST_OLD", 10)
    with pytest.raises(InputProblems) as caught:
        decode_table("naam\nSúdwest-Fryslân".encode("cp1252"), "x.csv")

    assert [(p.code, p.regel) for p in caught.value.problems] == [("F.006", 2)]


def test_both_readings_are_shown():
    with pytest.raises(InputProblems) as caught:
        decode_table("plaats\nCuraçao".encode("cp850"), "x.csv")

    assert caught.value.problems[0].velden == {"eerste": "Curaçao (MS-DOS (850))", "tweede": "Curaáao (Macintosh)"}


def test_a_quote_too_many_in_a_column_that_is_not_read_swallows_no_rows(write_case, files):
    header, *rows = files["onderwijs.csv"].splitlines()
    noted = [f"{header};notitie", f'{rows[0]};"a', f"{rows[1]};", f'{rows[2]};"', *(f"{row};" for row in rows[3:])]
    found = problems_of(write_case({"onderwijs.csv": "\n".join(noted) + "\n"}))

    assert [(p.code, p.bestand) for p in found if p.level == "error"] == [("F.014", "onderwijs.csv")]


def test_another_sign_after_sep_is_no_sign_between_cells(write_case, files):
    found = problems_of(write_case({"onderwijs.csv": "sep=\r\n" + files["onderwijs.csv"]}))

    assert "onderwijs.csv" in {p.bestand for p in found if p.level == "error"}
