"""The page and the workbook of a sweep say what its rows say, to who sees the picture and to who does not."""

import io
import re
from dataclasses import replace

import pytest
from browsing import DESKTOP, PHONE, overhang, violations
from python_calamine import CalamineWorkbook

from reports.sweep_book import sweep_book
from reports.sweep_figures import Figures
from reports.sweep_page import sweep_page
from reports.sweep_table import SweepRow, SweepRows, sweep_csv
from reports.words import words

UNITS = {"spreiding": "gewogen personen buiten de band", "participatie": "volwassenen x gemiste score"}
SIZES = {"laptop": DESKTOP, "telefoon": PHONE}
POINTS = ((1.0, 9.0), (2.0, 5.0), (3.0, 6.0), (4.0, 1.5), (4.0, 1.5))
"""Spreading and participation of five plans: the third is beaten by the second, the last two are equal."""


def row(n, x, y, *, housed=10, naam="", zaad=None):
    """Make a row of a plan that is proved."""
    figures = Figures(True, 0.001 * n, housed, 2, {"spreiding": x, "participatie": y}, UNITS, "", f"{n}" * 8, 1.0)
    return SweepRow(naam or f"plan {n}", "", zaad, {"band": n / 10}, f"{n}" * 20, figures)


def sweep(*more):
    return SweepRows("proef", [*(row(n, x, y) for n, (x, y) in enumerate(POINTS, 1)), *more])


def failed(reason="Fout: er is te weinig geheugen"):
    return SweepRow("plan 9", "", None, {"band": 0.9}, "9" * 20, None, reason)


@pytest.fixture
def shown(tmp_path, open_file):
    """Give a way to open the page of a sweep."""

    def show(found, lang="nl", size=DESKTOP):
        path = tmp_path / "overzicht.html"
        path.write_text(sweep_page(found, lang), "utf-8")
        return open_file(path, size)

    return show


@pytest.mark.browser
@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("size", SIZES)
def test_the_page_opens_without_a_network_and_can_be_read_by_everyone(shown, lang, size):
    page = shown(sweep(failed()), lang, SIZES[size])

    assert page.errors == []
    assert len(page.requests) == 1
    assert violations(page) == []
    assert overhang(page) <= 0


@pytest.mark.browser
def test_the_picture_and_the_table_beside_it_say_the_same(shown):
    """Plans 1, 2, 4 and 5 are on the front; 4 and 5 are equal and share number 3, which is drawn once."""
    page = shown(sweep(failed()))

    assert page.locator("svg circle.voor").count() == 4
    assert page.locator("svg rect.achter").count() == 1
    assert page.locator("svg text.waarde").all_text_contents() == ["1", "2", "3"]
    numbers = page.locator("[aria-labelledby=front-tabel] tbody tr td:first-child").all_inner_texts()
    names = page.locator("[aria-labelledby=front-tabel] tbody tr td:nth-child(2)").all_inner_texts()
    assert list(zip(numbers, names, strict=True)) == [
        *(("1", "plan 1"), ("2", "plan 2"), ("3", "plan 4"), ("3", "plan 5"))
    ]
    assert "plan 2, spreiding 2,00, participatie 5,00" in page.locator("#front-d").text_content()


@pytest.mark.browser
def test_colours_alone_tell_nothing(shown):
    """A dot and a square are told apart without colours, and the beaten one is the lighter of the two."""
    page = shown(sweep())

    fill = "element => getComputedStyle(element).fill"
    assert page.locator("svg circle.voor").first.evaluate(fill) == "rgb(29, 90, 110)"
    assert page.locator("svg rect.achter").first.evaluate(fill) == "rgb(255, 255, 255)"


def test_what_failed_is_named_with_its_reason():
    html = sweep_page(sweep(failed("Fout: <b>vol</b>")), "nl")

    assert "5 van 6 uitkomsten zijn klaar; 5 daarvan zijn bewezen" in html
    assert "1 zijn mislukt" in html
    assert "Fout: &lt;b&gt;vol&lt;/b&gt;" in html


def test_a_sweep_in_which_all_failed_has_no_picture():
    html = sweep_page(SweepRows("proef", [failed()]), "nl")

    assert "<svg" not in html
    assert words("nl")("reeks.front_geen") in html


def test_fewer_persons_with_a_home_on_the_front_are_not_kept_silent():
    fewer = sweep(row(6, 0.5, 0.5, housed=7))

    assert "niet evenveel mensen" not in sweep_page(sweep(), "nl")
    assert "niet evenveel mensen" not in sweep_page(fewer, "nl")  # the new plan is the whole front
    unequal = SweepRows("proef", [replace(row(1, 1, 9), figures=replace(row(1, 1, 9).figures, housed=7)), row(2, 2, 5)])
    assert "niet evenveel mensen een woning (7 tot 10)" in sweep_page(unequal, "nl")


def test_nothing_in_the_table_runs_in_a_spreadsheet():
    hostile = SweepRows("proef", [SweepRow("=1+1", "@x", None, {"sleutel": "+1"}, "a", None, "=cmd\n=x")])

    line = sweep_csv(hostile).splitlines()[1]
    assert line.startswith("'=1+1;'@x;;'+1;a;mislukt;'=cmd =x")


def test_the_workbook_has_the_same_rows_and_the_front():
    found = CalamineWorkbook.from_filelike(io.BytesIO(sweep_book(sweep(failed()), "nl")))

    rows = found.get_sheet_by_name("Reeks").to_python()
    front = found.get_sheet_by_name("Front").to_python()
    assert [line[0] for line in rows[2:]] == [*(f"plan {n}" for n in range(1, 6)), "plan 9"]
    assert [line[:4] for line in front[2:]] == [
        [1.0, "plan 1", 1.0, 9.0],
        [2.0, "plan 2", 2.0, 5.0],
        [3.0, "plan 4", 4.0, 1.5],
        [3.0, "plan 5", 4.0, 1.5],
    ]


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_same_rows_give_the_same_bytes(lang):
    assert sweep_page(sweep(failed()), lang) == sweep_page(sweep(failed()), lang)
    assert sweep_book(sweep(), lang) == sweep_book(sweep(), lang)
    assert not re.search(r"https?://", sweep_page(sweep(), lang))
