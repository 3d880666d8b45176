"""What the sheets without a table and the page of kengetallen say otherwise than run.json is found, hashes forged."""

import re
import zipfile

import pytest
from books import repacked
from recount.tampering import change, change_run, sealed

from verifier.verify import Input, verify

TEXTS = "xl/sharedStrings.xml"


def found(copy):
    """Check a run and give each difference as a line."""
    return [str(finding) for finding in verify(copy.run, Input(copy.case)).findings]


def book_of(run):
    """Give the names of the sheets in their order, and the shared texts."""
    with zipfile.ZipFile(run / "toewijzing.xlsx") as book:
        names = re.findall(r'<sheet name="([^"]+)"', book.read("xl/workbook.xml").decode())
        texts = re.findall(r"<si><t[^>]*>([^<]*)</t></si>", book.read(TEXTS).decode())
    return [name.replace("&apos;", "'").replace("&#39;", "'") for name in names], texts


def in_sheets(run, changes):
    """Change parts of the workbook by the names of their sheets."""
    names, _ = book_of(run)
    parts = {f"xl/worksheets/sheet{names.index(sheet) + 1}.xml": edit for sheet, edit in changes.items()}
    path = run / "toewijzing.xlsx"
    path.write_bytes(repacked(path.read_bytes(), parts))


def number(sheet, place, *words):
    """Add one to the number in a cell."""

    def one_more(xml):
        new, times = re.subn(
            rb'(<c r="%s"[^>]*><v>)([^<]+)' % place.encode(),
            lambda m: m[1] + str(float(m[2]) + 1).encode(),
            xml,
        )
        assert times == 1
        return new

    def tamper(run):
        in_sheets(run, {sheet: one_more})
        return "toewijzing.xlsx", sheet, *words

    tamper.__name__ = f"{sheet} {place}"
    return tamper


def swapped(sheet, one, other, *more):
    """Exchange two cells of a sheet, and of others."""

    def exchange(one, other):
        def edit(xml):
            cells = [re.search(rb'<c r="%s"[^>]*?(?:/>|>.*?</c>)' % place.encode(), xml)[0] for place in (one, other)]
            as_other = [
                re.sub(rb'r="[A-Z]+\d+"', b'r="%s"' % place.encode(), cell, count=1)
                for cell, place in zip(cells, (other, one), strict=True)
            ]
            for cell, new in zip(cells, reversed(as_other), strict=True):
                xml = xml.replace(cell, new)
            return xml

        return edit

    def tamper(run):
        in_sheets(run, {name: exchange(*places) for name, *places in ((sheet, one, other), *more)})
        return "toewijzing.xlsx", sheet

    tamper.__name__ = f"{sheet} {one} and {other} swapped {len(more)}"
    return tamper


def text(old, new, *words):
    """Write another text, wherever the workbook has it."""

    def edit(xml):
        assert old.encode() in xml, old
        return xml.replace(old.encode(), new.encode())

    def tamper(run):
        path = run / "toewijzing.xlsx"
        path.write_bytes(repacked(path.read_bytes(), {TEXTS: edit}))
        return "toewijzing.xlsx", *words

    tamper.__name__ = f"text {old}"
    return tamper


def a_sheet_renamed(run):
    path = run / "toewijzing.xlsx"
    path.write_bytes(
        repacked(path.read_bytes(), {"xl/workbook.xml": lambda xml: xml.replace(b'"Provincies"', b'"Besluit"')})
    )
    return "toewijzing.xlsx", "Besluit", "no sheet of this name"


def sheets_in_another_order(run):
    path = run / "toewijzing.xlsx"

    def edit(xml):
        one, other = b'name="Provincies"', b'name="Landelijk"'
        return xml.replace(one, b"@").replace(other, one).replace(b"@", other)

    path.write_bytes(repacked(path.read_bytes(), {"xl/workbook.xml": edit}))
    return "toewijzing.xlsx", "Provincies"


def page(old, new, *words):
    """Change what stands on the page of kengetallen."""

    def tamper(run):
        path = run / "kengetallen.html"
        before = path.read_text("utf-8")
        assert re.search(old, before), old
        path.write_text(re.sub(old, new, before, count=1), "utf-8")
        return "kengetallen.html", *words

    tamper.__name__ = f"page {old}"
    return tamper


def a_figure_of_the_page(run):
    """Change the first number of the table of all figures, and nothing else."""
    path = run / "kengetallen.html"
    before, table = path.read_text("utf-8").split('id="alles-tabel"')
    path.write_text(
        before + 'id="alles-tabel"' + re.sub(r'(class="getal onze">)\d', r"\g<1>9", table, count=1), "utf-8"
    )
    return "kengetallen.html", "td = 9"


def a_remark_gone(run):
    def drop(manifest):
        manifest["warnings"] = []

    change_run(run, drop)
    return "run.json", "warnings = "


TAMPERS = [
    number("Overzicht", "C16", "Vastleggingen van de planner", "C = 1.0"),
    number("Overzicht", "B29"),
    number("Landelijk", "D3", "Wachtend", "Waarde [eenheid]"),
    number("Landelijk", "D45"),
    number("Provincies", "E3", "Zuid-Holland"),
    number("Arbeidsmarktregio's", "W3", "Gebruikt [deel van aangeboden]"),
    number("Vergelijkingen", "D3", "Geplaatst"),
    number("Vergelijkingen", "C40"),
    number("Parameters", "B3", "uitstroom.per_persoon"),
    number("Parameters", "E4", "uitstroom.norm_weken", "Hoogst toegestaan"),
    number("Parameters", "F4", "uitstroom.norm_weken", "Geldig vanaf"),
    swapped("Provincies", "H2", "I2"),
    swapped("Gemeenten", "J2", "K2"),
    swapped("Gemeenten", "J2", "K2", ("Toelichting", "C75", "C76")),
    swapped("Uitleg gemeenten", "H2", "I2"),
    swapped("Vergelijkingen", "D2", "E2"),
    swapped("Toelichting", "D3", "D4"),
    swapped("Overzicht", "B4", "B5"),
    text("Verschil met doel [personen]", "Verschil [personen]", "Gemeenten"),
    text("85,6", "95,6", "Overzicht", "Personen met een woning"),
    text("punten/persoon", "euro/persoon", "Parameters"),
    text("Per gemeente afgerond telt", "Per gemeente afgerond klopt", "Meldingen"),
    text("Geen passende woning vrij", "Geen passend huishouden wacht nog", "Gemeenten", "bindende_regel"),
    text("Sociale huur<", "Flex<", "Koppelingen", "woonvorm"),
    text("synthetisch (marges", "werkelijk (marges", "Bron"),
    text("1e kwartaal 2026", "2e kwartaal 2026", "Landelijk"),
    a_sheet_renamed,
    sheets_in_another_order,
    a_remark_gone,
    a_figure_of_the_page,
    page(r"geeft \d+ van", "geeft 90 van", "90 van"),
    page("niet |geen plan is meer dan", "elk plan is meer dan", "elk plan"),
    page(r'(<rect x="0" y="18" width=")\d+', r"\g<1>10", "rect 1", "width"),
    page("<p class=.status", r"<!-- weg --><p class='status", "cannot be read"),
    page("<td class=", r"<td style='display:none' class=", "cannot be read"),
    page("</main>", "<p>Vastgesteld door het college.</p></main>", "rows"),
    page(r"</style>", r" td { visibility: hidden }</style>", "style"),
    page(r"waarde = 14|: 14 weken", ": 13 weken", "13 weken"),
]


@pytest.mark.parametrize("tamper", TAMPERS, ids=lambda tamper: tamper.__name__)
def test_a_change_of_a_report_is_found_and_named(tamper, copy):
    words = tamper(copy.run)
    sealed(copy.case, copy.run)

    lines = found(copy)

    assert any(all(word in line for word in words) for line in lines), lines[:20]
    assert not any("sha256" in line for line in lines), lines


def test_a_number_of_a_sheet_is_found_without_the_case_too(copy):
    number("Provincies", "E3")(copy.run)
    sealed(copy.case, copy.run)

    lines = [str(finding) for finding in verify(copy.run, Input()).findings]

    assert lines == [line for line in lines if line.startswith("toewijzing.xlsx line 3 Provincies Zuid-Holland")] != []


def test_the_words_of_another_version_are_not_compared_and_that_is_said(copy):
    change_run(copy.run, lambda run: run["versions"].update(spreiding="0.0.9"))
    change(copy.run / "prijzen.csv", lambda rows: rows)
    sealed(copy.case, copy.run)

    verdict = verify(copy.run, Input(copy.case))

    skipped = {check.name: check.skipped.text("nl") for check in verdict.checks if check.skipped}
    assert verdict.findings == ()
    assert skipped["report"].startswith("gemaakt met versie 0.0.9")
