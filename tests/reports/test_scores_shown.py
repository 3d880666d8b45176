"""Every output that uses scores from elsewhere says so and names whose they are; no output does that does not."""

import csv
import json
import re
from dataclasses import replace
from io import BytesIO

import pandas as pd
import pytest

from inputs.scores import Score
from optimizer.explained import Toelichting, Uitleg
from reports.figures import five_figures
from reports.kaart import kaart
from reports.manifest import run_json
from reports.source import elders
from reports.tables import csv_files
from reports.workbook import workbook

GIVEN = tuple(Score(name, 0.4, "COA <advies>", "2.1", code) for name in ("H1", "H2") for code in ("GM0518", "GM0505"))
WORD = {"nl": "scores van elders", "en": "scores from elsewhere"}
DUTCH = (
    "articipatie rekent met scores van elders: COA <advies>, model 2.1; het voorspellen zelf valt buiten dit programma"
)
RUNTIME = {"versions": {}}


def with_scores(case, choice="aan", given=GIVEN):
    return replace(case, scores=given, scenario=replace(case.scenario, scores=choice))


@pytest.fixture
def explained(allocation):
    """Give the allocation with the explanation of one household."""
    one = Uitleg("H1", 2, "GM0518", {"uitstroom": -60.0, "participatie": 1.0}, 3, "", "geen", "", 0.0, 0.0)
    return replace(allocation, toelichting=Toelichting(uitleg=(one,)))


def sheets(case, allocation, lang):
    """Give all text of each sheet of the workbook."""
    book = pd.read_excel(BytesIO(workbook(case, allocation, "kaart", lang)), None, header=None, engine="calamine")
    return {name: " ".join(str(cell) for cell in frame.to_numpy().ravel()) for name, frame in book.items()}


def shown(html):
    """Give what a page shows: without scripts, styles and marks of HTML."""
    body = re.sub(r"<(script|style)\b.*?</\1>", "", html, flags=re.DOTALL)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", "", body)).replace("&lt;", "<").replace("&gt;", ">")


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_file_says_that_it_uses_scores_from_elsewhere(case, explained, geography, lang):
    used = with_scores(case)

    files = csv_files(used, explained, lang)
    for name, text in files.items():
        rows = list(csv.DictReader(text.removeprefix("\ufeff").splitlines(), delimiter=";"))
        assert all(WORD[lang] in row["bron"] and "COA <advies>" in row["bron"] for row in rows), name
    assert {"gemeenten.csv", "koppelingen.csv", "ongeplaatst.csv", "uitleg.csv"} <= files.keys()
    assert [name for name, text in sheets(used, explained, lang).items() if WORD[lang] not in text] == []
    page = kaart(used, explained, geography, lang)
    assert f" · {WORD[lang]}</title>" in page
    assert shown(page).count(WORD[lang]) >= 6
    assert [WORD[lang] in text for _, text in five_figures(used, explained, lang)] == [False, False, False, True, False]


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("choice", [("uit", GIVEN), ("aan", ())])
def test_no_file_says_so_that_does_not_use_them(case, explained, geography, lang, choice):
    unused = with_scores(case, *choice)
    word = WORD[lang]

    assert not [name for name, text in csv_files(unused, explained, lang).items() if word in text]
    assert not [name for name, text in sheets(unused, explained, lang).items() if word in text]
    assert word not in shown(kaart(unused, explained, geography, lang))
    assert "scores" not in json.loads(run_json(unused, explained, geography, RUNTIME, lang=lang))
    assert elders(unused, lang) == []


def test_the_map_says_whose_scores_above_the_map_in_the_table_and_at_the_sources(case, allocation, geography):
    text = shown(kaart(with_scores(case), allocation, geography))

    assert text.count(f"P{DUTCH}.") == 3
    assert "Van een huishouden met scores van elders is het die score, voor elke volwassene gelijk." in text
    assert "0,65 van 0 tot 1; op volgorde van vergunning: 0,40; met scores van elders" in text


def test_the_sentence_is_escaped_on_the_page(case, allocation, geography):
    html = kaart(with_scores(case), allocation, geography)

    assert "COA &lt;advies&gt;" in html
    assert "<advies>" not in html


def test_real_data_with_scores_is_marked_by_the_scores_alone(make, allocation):
    build_case, *_ = make
    case = with_scores(build_case(naam="Kwartaal 1", synthetisch=False))

    row = next(csv.DictReader(csv_files(case, allocation)["gemeenten.csv"][1:].splitlines(), delimiter=";"))

    assert row["bron"] == f"Kwartaal 1; p{DUTCH}"
    assert "met scores van elders (blad Overzicht)" in sheets(case, allocation, "nl")["Gemeenten"]
    assert f"P{DUTCH}" in sheets(case, allocation, "nl")["Overzicht"]


def test_the_manifest_names_every_giver_and_model_and_counts_households(case, allocation, geography):
    """A line names three of five models; the manifest names them all."""
    given = tuple(Score("H1", 0.5, "COA", f"{n}.0", "GM0518") for n in range(5))

    part = json.loads(run_json(with_scores(case, given=given), allocation, geography, RUNTIME))["scores"]

    assert (part["bronnen"], part["huishoudens"]) == (["COA"], 1)
    assert part["modelversies"] == ["0.0", "1.0", "2.0", "3.0", "4.0"]
    assert "model 0.0, 1.0, 2.0 en nog 2; het voorspellen zelf" in part["vermelding"]


def test_a_long_name_is_cut_off_on_a_line_and_whole_in_the_manifest(case, allocation, geography):
    name = "x" * 500
    used = with_scores(case, given=(Score("H1", 0.5, name, "1", "GM0518"),))

    part = json.loads(run_json(used, allocation, geography, RUNTIME))["scores"]

    assert part["bronnen"] == [name]
    assert f"elders: {'x' * 60}…, model 1;" in part["vermelding"]


def test_the_notes_say_of_the_column_what_the_score_is(case, allocation):
    notes = {choice: sheets(with_scores(case, choice), allocation, "nl")["Toelichting"] for choice in ("aan", "uit")}

    assert "de score van elders waar het huishouden die heeft, anders die van de sectoren" in notes["aan"]
    assert "0,5 is het landelijk gemiddelde), opgeteld" in notes["uit"]
