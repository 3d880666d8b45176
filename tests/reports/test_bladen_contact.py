"""What the planner says of the talks stands on the sheet, is counted on the site, and is never read as markup."""

import json
import re
from dataclasses import replace
from datetime import date

import pytest
from made_run import made

from inputs.contact import Contact, Contacten
from reports.blad import sheet
from reports.blad_uitvoer import drawn, html
from reports.site import marker, page_files
from reports.stored_run import GEMEENTEN, read_run

HOSTILE = "<script>alert(1)</script> #set page(width: 1cm) {{ 7*7 }}"
TALKS = Contacten(
    "contact.csv",
    "ab" * 32,
    {
        "GM0014": Contact("GM0014", "zienswijze", date(2026, 3, 12), HOSTILE),
        "GM0034": Contact("GM0034", "akkoord", date(2026, 3, 1)),
        "GM0037": Contact("GM0037", "akkoord", date(2026, 2, 1)),
        "GM0047": Contact("GM0047", "voorstel", None, "Gesprek op 3 april"),
    },
    (),
)


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    return read_run(made(tmp_path_factory.mktemp("run") / "uit"))


def of(run, code, lang="nl", talks=TALKS):
    return sheet(run, run.tables[GEMEENTEN][code][0], lang, talks)


def ticked(page):
    """Give the state that a page ticks."""
    return re.findall(r"</span>(\w+) \((?:nu|now)\)</li>", page)


def test_a_sheet_shows_state_day_and_remark(run):
    blad = of(run, "GM0014")

    assert ticked(html(blad)) == ["zienswijze"]
    assert blad.stand_tekst[:2] == ("Stand: zienswijze, sinds 12 maart 2026.", f"Opmerking: {HOSTILE}")
    assert "De stand vulde de planner in (contact.csv)." in blad.stand_tekst[2]
    assert "State: objection, since 12 March 2026." in of(run, "GM0014", "en").stand_tekst


def test_a_remark_is_text_on_page_and_pdf(run):
    only = replace(run, tables={**run.tables, GEMEENTEN: {"GM0014": run.tables[GEMEENTEN]["GM0014"]}})
    [(blad, pdf)] = drawn(only, talks=TALKS)

    assert "<script" not in html(blad)
    assert "&lt;script&gt;" in html(blad)
    assert b"/Count 1/Kids" in pdf


def test_a_proposal_with_a_remark_and_a_gemeente_without_a_row_are_proposals(run):
    assert of(run, "GM0047").stand_tekst[0] == "Opmerking: Gesprek op 3 april"
    assert ticked(html(of(run, "GM0047"))) == ticked(html(of(run, "GM0050"))) == ["voorstel"]
    assert of(run, "GM0050") == of(run, "GM0050", talks=None)


def test_the_index_counts_the_states_and_marks_who_is_past_the_proposal(run):
    page = str(page_files(run, talks=TALKS)["index.html"])

    assert "Stand van het gesprek: 2 akkoord, 1 zienswijze, 339 voorstel." in page
    assert len(re.findall(r"personen, (akkoord|zienswijze),", page)) == 3
    assert "Stand van het gesprek" not in str(page_files(run)["index.html"])


def test_the_mark_of_a_folder_names_the_table_of_the_talks(run):
    assert json.loads(marker(run, {}, TALKS))["contact"] == {"bestand": "contact.csv", "sha256": "ab" * 32}
    assert "contact" not in json.loads(marker(run, {}))
