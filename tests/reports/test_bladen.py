"""The sheet of a gemeente: its parts add up, its names are text, its bytes are the same twice."""

import html as entities
import os
import re
import shutil
import subprocess
from dataclasses import replace
from time import process_time

import pytest
from made_run import made

from reports.blad import sheet
from reports.blad_uitvoer import drawable, drawn, html
from reports.run_reader import ChangedRunError
from reports.stored_run import GELD, GEMEENTEN, GROOTTES, MAP, PRIJZEN, UITLEG, read_run
from reports.words import words

HOSTILE = {
    "GM0014": '<img src=x onerror="alert(1)">',
    "GM0034": "#set page(width: 1cm)",
    "GM0037": "</style><script>alert(1)</script>",
    "GM0047": "$x$ *b* `c` {{ 7*7 }} ${x}",
    "GM0050": "=1+1",
    "GM0059": "\N{GRINNING FACE}dorp\x07",
}
MINUS = "\N{MINUS SIGN}"


@pytest.fixture(scope="module")
def poppler():
    """Ask for the programs that read a PDF; CI must have them."""
    if shutil.which("pdftotext") is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)("no poppler-utils on this machine: no PDF is read")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return made(tmp_path_factory.mktemp("run") / "uit", HOSTILE)


@pytest.fixture(scope="module")
def run(folder):
    return read_run(folder)


@pytest.fixture(scope="module")
def drawings(run):
    """Draw every sheet once, and measure it [s of a core], whatever else the machine does."""
    start = process_time()
    found = {blad.code: (blad, pdf) for blad, pdf in drawn(run)}
    return found, process_time() - start


def only(run, *codes):
    """Give the same run with these gemeenten alone."""
    return replace(run, tables={**run.tables, GEMEENTEN: {code: run.tables[GEMEENTEN][code] for code in codes}})


def whole(text):
    return int(text.replace(".", "").replace(MINUS, "-").replace("+", ""))


def rows(page, caption):
    """Read the rows of a table of a page as (head, numbers)."""
    table = re.search(rf"<caption[^>]*>{re.escape(caption)}</caption>(.*?)</table>", page, re.DOTALL)[1]
    found = re.findall(r'<tr[^>]*><th scope="row">(.*?)</th>(.*?)</tr>', table, re.DOTALL)
    return [
        (entities.unescape(head), [whole(n) for n in re.findall(r"<td>(.*?)</td>", cells)]) for head, cells in found
    ]


def pdf_text(pdf, tmp_path):
    (tmp_path / "blad.pdf").write_bytes(pdf)
    done = subprocess.run(
        ["pdftotext", "-layout", tmp_path / "blad.pdf", "-"], capture_output=True, text=True, check=True
    )
    return done.stdout


def test_on_every_sheet_the_parts_add_up_to_the_target_and_to_the_number(run, drawings):
    for code, (blad, _) in drawings[0].items():
        page = html(blad)
        numbers = {head: cells[0] for head, cells in rows(page, "Delen van het aantal")}
        *parts, target, off, total = numbers.values()

        assert list(numbers)[-3:] == ["Doel", "Verschil met het doel", "Toegewezen"]
        assert sum(parts) == target
        assert target + off == total == int(run.tables[GEMEENTEN][code][0]["toegewezen_personen"])
        assert f"<strong>{blad.aantal} " in page
        assert whole(blad.aantal) == total


def test_on_every_sheet_the_homes_by_form_and_by_size_have_the_same_sum(drawings):
    """12 homes on offer, 8 in use, 4 left, in every gemeente of the made run."""
    for blad, _ in drawings[0].values():
        for caption in ("Woningen naar vorm", "Woningen naar grootte"):
            *parts, (head, total) = rows(html(blad), caption)

            assert (head, total) == ("Samen", [12, 8, 4])
            assert [sum(column) for column in zip(*(cells for _, cells in parts), strict=True)] == total


def test_a_sheet_tells_the_free_band_and_whether_the_number_is_in_it(drawings):
    """GM0014 is the first: target 20 - 2 + 2 = 20, band from 18 to 22, number 23."""
    texts = drawings[0]["GM0014"][0].delen[0].tekst

    assert "Vrij van 18 tot en met 22 personen (buiten de band)." in texts


def test_a_run_whose_numbers_do_not_add_up_gives_no_sheet(run):
    row = {**run.gemeenten[0], "doel_personen": "999"}

    with pytest.raises(ValueError, match="do not add up"):
        sheet(run, row)


def test_names_are_text_on_the_page(run):
    for blad, _ in drawn(only(run, *HOSTILE)):
        page = html(blad)

        assert blad.naam in entities.unescape(re.search(r"<h1>([^<]*)</h1>", page)[1])
        assert not re.search(r"<script|<img|<link|https?:", page)


@pytest.mark.usefixtures("poppler")
def test_names_are_text_in_the_pdf(run, tmp_path):
    found = {blad.code: pdf_text(pdf, tmp_path) for blad, pdf in drawn(only(run, *HOSTILE))}

    assert all(drawable(name) in found[code] for code, name in HOSTILE.items())
    assert "[U+1F600]dorp[U+0007]" in found["GM0059"]


def test_a_sheet_is_the_same_bytes_twice_whatever_else_is_drawn(run, drawings):
    again = list(drawn(only(run, "GM0518", "GM1900"), workers=1))

    assert [(blad, pdf) for blad, pdf in again] == [drawings[0][blad.code] for blad, _ in again]
    assert all(html(blad) == html(drawings[0][blad.code][0]) for blad, _ in again)


def test_every_pdf_is_tagged_and_says_that_it_is_accessible(drawings):
    for _, pdf in drawings[0].values():
        assert b"/StructTreeRoot" in pdf
        assert b"pdfuaid" in pdf
        assert re.search(rb"/Lang\s*\(nl", pdf)


@pytest.mark.usefixtures("poppler")
def test_a_sheet_with_every_form_size_amount_and_place_and_a_long_source_is_still_one_page(run, tmp_path):
    """The gemeente with the longest sentence on where it lies, ten forms, nine sizes, all amounts, 300 signs of source.

    45 persons in nine households, from one person to nine; seven homes or persons of each amount.
    """
    code = max(run.kaart, key=lambda c: len(run.kaart[c]["ligging"]))
    forms = [[form, 1, 1] for form in words("nl").group("woonvorm")]
    tables = {name: dict(table) for name, table in run.tables.items()}
    number = {"sleutel": 39, "inhaal": 1, "afspraken": 2, "doel": 42, "afwijking": 3, "toegewezen": 45}
    row = {**tables[GEMEENTEN][code][0], **{f"{name}_personen": str(n) for name, n in number.items()}}
    tables[GEMEENTEN] = {code: [{**row, "toegewezen_huishoudens": "9", "bron": "bron van de rij " * 19}]}
    tables[GROOTTES][code] = [{"personen": str(n), "toegewezen_huishoudens": "1"} for n in range(1, 10)]
    tables[GELD][code] = [seven(r) for r in tables[GELD][code]]
    tables[UITLEG][code] = [{**tables[UITLEG][code][0], "aanbod_per_grootte": " ".join(f"1x{n}" for n in range(1, 10))}]
    kaart = {**run.kaart, code: {**run.kaart[code], "woningen": forms}}
    [(_, pdf)] = drawn(replace(run, tables=tables, kaart=kaart))
    (tmp_path / "blad.pdf").write_bytes(pdf)

    told = subprocess.run(["pdfinfo", tmp_path / "blad.pdf"], capture_output=True, text=True, check=True).stdout

    assert len(forms) == 10
    assert " ".join(pdf_text(pdf, tmp_path).split()).count("(vanaf 1") == 5
    assert re.search(r"Pages:\s+1\n", told)


def seven(row):
    """Give a row of money of seven of what it is paid for."""
    amount = row["bedrag"].removesuffix(",0")
    return {**row, "betaald_aantal": "7", "totaal": str(7 * int(amount))} if amount else row


@pytest.mark.usefixtures("poppler")
def test_the_pdf_holds_the_number_and_the_heading(drawings, tmp_path):
    blad, pdf = drawings[0]["GM0518"]
    text = pdf_text(pdf, tmp_path)

    assert "'s-Gravenhage" in text
    assert f"{blad.aantal} personen" in text
    assert "niet om te publiceren" in text


def test_all_sheets_of_the_country_take_less_than_a_minute(drawings):
    found, seconds = drawings

    assert len(found) == 342
    assert seconds < 60


def test_a_sheet_says_proposal_and_no_other_state(drawings):
    page = html(drawings[0]["GM0518"][0])

    assert re.findall(r"</span>(\w+) \(([\w ]+)\)</li>", page) == [
        ("voorstel", "nu"),
        ("besproken", "nog niet"),
        ("akkoord", "nog niet"),
        ("zienswijze", "nog niet"),
    ]
    assert "geen besluit" in page


def test_real_data_carries_no_mark_and_scores_from_elsewhere_do(run):
    real = replace(run, manifest={**run.manifest, "synthetisch": False})
    scored = replace(run, manifest={**run.manifest, "synthetisch": False, "scores": {}})

    assert sheet(real, run.gemeenten[0]).merk == ""
    assert sheet(scored, run.gemeenten[0]).merk == "Dit rekent met scores van elders."
    assert sheet(run, run.gemeenten[0]).merk.startswith("Synthetisch")


def test_no_sheet_names_a_household(drawings, folder):
    assert "PSEUDONIEM1" in (folder / "tekorten.csv").read_text("utf-8")
    assert "PSEUDONIEM" not in "".join(html(blad) for blad, _ in drawings[0].values())


def test_a_page_allows_no_script_and_only_its_own_style(drawings):
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html(drawings[0]["GM0518"][0]))[1]

    assert re.fullmatch(r"default-src 'none'; style-src 'sha256-[^']+'; base-uri 'none'; form-action 'none'", policy)


def test_an_english_sheet_of_a_dutch_run_mixes_no_languages(run):
    """The sentences that the map holds are Dutch; the sheet then says the same by name of the rule."""
    blad = sheet(run, run.tables[GEMEENTEN]["GM0518"][0], "en")
    page = html(blad, "en")

    assert '<html lang="en">' in page
    assert "No home that fits is free." in page
    assert "grenst" not in page
    assert "gemeente " not in page


def test_a_run_without_an_explanation_says_so(run):
    bare = replace(run, tables={GEMEENTEN: run.tables[GEMEENTEN]}, kaart={})
    page = html(sheet(bare, bare.gemeenten[0]))

    assert "zonder uitleg per gemeente" in page
    assert "Wat één meer zou veranderen" not in page
    assert rows(page, "Woningen naar vorm") == [("Samen", [12, 8, 4])]


@pytest.mark.parametrize("name", [GEMEENTEN, PRIJZEN, MAP, "run.json"])
def test_a_file_that_changed_is_named_and_gives_no_sheet(folder, name, tmp_path):
    copy = tmp_path / "uit"
    copy.mkdir()
    for file in folder.iterdir():
        (copy / file.name).write_bytes(file.read_bytes())
    (copy / name).write_bytes((copy / name).read_bytes().replace(b"1", b"2", 1))

    with pytest.raises(ChangedRunError, match=re.escape(name)):
        read_run(copy)
