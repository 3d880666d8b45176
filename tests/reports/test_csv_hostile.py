"""No text of any CSV of a run is run by a spreadsheet, whatever column it stands in; no number is touched."""

import csv
import io
from dataclasses import replace

import pytest

from inputs.formulas import SIGNS
from optimizer.explained import GemeenteUitleg, Groepsmeting, Prijs, Tekort, Toelichting, Uitleg
from optimizer.result import Ongeplaatst
from optimizer.result_evidence import Schaduwprijs
from reports.columns import TEXT
from reports.tables import csv_files

HOSTILE = ("=1+1", "+31", "-Zuid", "@SUM(A1)", "\tx", "\rx", "\nx", "'=1+1", "=a;b", '="a"')
OURS = {"reden", "grondslag", "aanbod_per_grootte", "vrij_per_grootte", "wijze", "doel", "eenheid"}
OURS |= {"zonder_doel", "soort", "wat", "regeling", "bedrag_datum", "bedrag_bron"}
"""Columns whose text is the program's own; they are looked at all the same."""


@pytest.fixture
def spoiled(make):
    """Give a way to build a case and a plan with one text in every column of text that comes from elsewhere."""
    build_case, build_allocation, _ = make

    def spoil(text):
        case = build_case(naam=text, synthetisch=False)
        rows = {g.gemeentecode: replace(g, gemeentecode=f"{text}{g.gemeentecode}", naam=text) for g in case.gemeenten}
        homes = tuple(replace(home, aanbod_id=text, regeling=text) for home in case.woningaanbod[:1])
        case = replace(case, gemeenten=tuple(rows.values()), woningaanbod=homes)
        plan = build_allocation()
        placed = tuple(
            replace(
                k,
                huishouden_id=f"{text}{k.huishouden_id}",
                gemeentecode=f"{text}GM0518",
                gastgemeente=text,
                aanbod_id=text,
                woonvorm=text,
            )
            for k in plan.koppelingen
        )
        gemeenten = tuple(
            replace(g, gemeentecode=text, naam=text, provincie=text, arbeidsmarktregio=text, bindende_regel=text)
            for g in plan.gemeenten
        )
        rule = replace(plan.vergelijkingen[0], naam=text, koppelingen=placed)
        without = replace(plan.vergelijkingen[0], naam=f"zonder_{text}")
        return case, replace(
            plan,
            koppelingen=placed,
            ongeplaatst=(Ongeplaatst(f"{text}H4", 4, 12.0, text, {"woning": 2}),),
            gemeenten=gemeenten,
            vergelijkingen=(rule, without),
            toelichting=explanation(text, f"{text}GM0518"),
            bewijs=(Schaduwprijs(text, text, text, -1.5),),
        )

    return spoil


def explanation(text, code):
    """Give an explanation of one row a table, with the text wherever one may stand and numbers below 0."""
    household = Uitleg(text, 2, text, {"uitstroom": -5.0, "participatie": 0.5}, 3, text, text, text, -1.5, 2.5)
    numbers = (-3, 1, 0, -2, 1, None, 40)
    gemeente = GemeenteUitleg(code, *numbers, {1: 2}, {}, text, -4.0, 4.0, text, 1, None)
    return Toelichting(
        prijzen=(Prijs(text, code, text, text, 3, -0.5, 80.2, 2, text),),
        uitleg=(household,),
        gemeenten=(gemeente,),
        tekorten=(Tekort(text, code, text, 1),),
        groepen=(Groepsmeting(text, text, 3, 5, 2.5, 12.0, 0.4),),
    )


def columns_of(text):
    """Give the cells of each column of a CSV."""
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=";"))
    return {name: [row[k] for row in rows[1:]] for k, name in enumerate(rows[0])}


@pytest.mark.parametrize("text", HOSTILE)
def test_no_cell_of_text_in_any_file_is_run(text, spoiled):
    files = csv_files(*spoiled(text))

    assert len(files) == 15
    for name, content in files.items():
        for column, cells in columns_of(content).items():
            if column in TEXT:
                assert not any(cell.startswith(SIGNS) for cell in cells), (name, column)
                assert column in OURS or all(cell.startswith("'" + text) for cell in cells), (name, column, cells)


@pytest.mark.parametrize("text", HOSTILE)
def test_every_other_cell_is_a_number_with_a_comma_and_keeps_its_sign(text, spoiled):
    files = {name: columns_of(content) for name, content in csv_files(*spoiled(text)).items()}

    for name, columns in files.items():
        for column in columns.keys() - TEXT:
            for cell in columns[column]:
                assert cell == "" or float(cell.replace(",", ".")) is not None, (name, column, cell)
                assert "." not in cell, (name, column, cell)
    assert files["gemeenten.csv"]["afwijking_personen"] == ["1", "-2", "-3"]
    assert files["uitleg.csv"]["punten_uitstroom"] == ["-5,0"]
    assert files["uitleg.csv"]["verschil_zelf_punten"] == ["-1,5"]
    assert files["uitleg_gemeenten.csv"]["sleutel_personen"] == ["-3"]
    assert files["groottes.csv"]["toegewezen_huishoudens"] == ["1", "1", "1"]


def test_every_file_begins_with_a_mark_of_its_encoding_and_ends_its_lines_as_rfc_4180(spoiled):
    for name, content in csv_files(*spoiled("Ede")).items():
        assert content.encode("utf-8").startswith(b"\xef\xbb\xbf"), name
        assert content.endswith("\r\n"), name
        assert content.count("\n") == content.count("\r\n"), name
