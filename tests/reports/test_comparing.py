"""Runs side by side, read from their folders alone: what differs, what changed, and why."""

import csv
import io
import json
from dataclasses import replace
from time import perf_counter

import pytest
from compared_runs import RUNTIME, otherwise, two_runs, writer
from figures import figures

from geodata.geography import schematic
from inputs.facts import gemeenten_2026
from reports.comparing import MARKER, PAGE, TABLE, write_comparison
from reports.comparison import compared, content
from reports.difference_words import figure_text, persons_sentence, remarks, town_text, why
from reports.differences import changes
from reports.forgetting import forget
from reports.run import write_reports
from reports.run_folder import RunFolderError
from reports.run_reading import read_run

DEEP = "ab" * 32


@pytest.fixture
def write(case, allocation, geography, tmp_path):
    """Give a way to write runs."""
    return writer(case, allocation, geography, tmp_path)


@pytest.fixture
def other(case, allocation):
    """Give the case and plan of the second run."""
    return otherwise(case, allocation)


@pytest.fixture
def pair(write, case, allocation):
    """Give two runs, compared."""
    return two_runs(write, case, allocation)


def test_every_difference_is_the_sum_of_its_parts_and_the_largest_comes_first(pair):
    (found,) = pair.paren

    assert [(v.eerst.naam, v.personen, sum(v.delen.values())) for v in found.gemeenten] == [
        ("'s-Gravenhage", 2, 2),
        ("Dordrecht", -1, -1),
        ("Rotterdam", 0, 0),
    ]
    assert town_text(found.gemeenten[0], "nl") == "'s-Gravenhage +2 (sleutel +2, inhaal −1, afwijking van het doel +1)"


def test_the_causes_are_ranked_by_what_they_move(pair):
    """Key 2 in one gemeente, deviation 1 + 1 in two, catch-up 1; agreements nothing."""
    assert pair.paren[0].oorzaken == {
        "sleutel_personen": (2, 1),
        "afwijking_personen": (2, 1),
        "inhaal_personen": (1, 0),
        "afspraken_personen": (0, 0),
    }


def test_what_is_behind_a_difference_is_told_in_words(pair):
    hague, dordrecht, rotterdam = pair.paren[0].gemeenten

    assert why(hague, "nl") == "vooral sleutel (+2); +4 woningen aangeboden"
    assert why(dordrecht, "nl").startswith("vooral afwijking van het doel (−1); begrensd door: eerst ")
    assert why(rotterdam, "nl") == ""


def test_what_went_in_is_compared_by_choice_parameter_and_total(pair):
    assert [(w.soort, w.wat, w.eerst, w.dan) for w in pair.paren[0].wijzigingen] == [
        ("scenario", "band", 0.05, 0.1),
        ("parameter", "uitstroom.norm_weken", 14.0, 12.0),
    ]


def test_a_file_with_other_bytes_is_named_by_its_hash_and_one_that_is_new_too(write, case):
    (file,) = case.bronnen
    more = replace(case, bronnen=(replace(file, sha256="cd" * 32), replace(file, bestand="scores.csv", blad="Blad 1")))
    homes = (case.woningaanbod[0], replace(case.woningaanbod[1], aantal=0))
    fewer = replace(more, huishoudens=case.huishoudens[:3], woningaanbod=homes)

    found = changes(read_run(write("een")), read_run(write("twee", fewer)))

    assert [(w.soort, w.wat, w.eerst, w.dan) for w in found] == [
        ("totaal", "woningen", 3, 2),
        ("invoer", "huishoudens.csv", DEEP[:12], "cdcdcdcdcdcd"),
        ("invoer", "scores.csv [Blad 1]", None, DEEP[:12]),
    ]


def test_the_figures_of_every_plan_stand_side_by_side_with_the_difference(pair):
    row = next(row for row in pair.rijen if row.naam == "blijft_personen")

    assert [cell.waarde for cell in pair.own(row).values()] == [4, 3]
    assert pair.differs(row)["B"].tekst == "−1"
    assert figure_text(pair, "blijft_p50") == (
        "Wie blijft: de helft wacht hoogstens [weken]",
        "A 10,0 · B 5,0 (−5,0)",
    )
    assert persons_sentence(pair, pair.paren[0]) == (
        "Plan B geeft 1 persoon meer een woning dan plan A: 7 in plaats van 6."
    )


def test_a_figure_that_a_run_does_not_have_has_no_difference(write, other):
    """The first run is of a version that wrote no figures."""
    found = compared([read_run(write("een")), read_run(write("twee", *other))])
    row = next(row for row in found.rijen if row.naam == "blijft_personen")

    assert found.own(row)["A"].tekst == "onbekend"
    assert found.differs(row)["B"].waarde is None


def test_another_kwartaal_and_other_gemeenten_are_said(write, case, allocation):
    later = replace(case, scenario=replace(case.scenario, kwartaal="2026K2"))
    fewer = replace(allocation, gemeenten=allocation.gemeenten[:2])
    found = compared([read_run(write("een")), read_run(write("twee", later, fewer))])

    said = remarks(found.paren[0], "nl")

    assert said[0].startswith("Let op: B is van 2026K2, A van 2026K1.")
    assert said[1].endswith("Alleen in A: Rotterdam. Alleen in B: geen.")
    assert [v.eerst.naam for v in found.paren[0].gemeenten] == ["Dordrecht", "'s-Gravenhage"]


def test_a_program_gets_every_figure_of_every_plan_and_every_gemeente(pair):
    found = json.loads(json.dumps(content(pair), allow_nan=False))

    assert found["runs"]["A"]["map"] == "een"
    figure = next(row for row in found["kengetallen"] if row["naam"] == "geplaatst_personen")
    assert figure["waarden"] == {"A": {"dit_plan": 6, "volgorde": 6}, "B": {"dit_plan": 7, "volgorde": 6}}
    assert figure["verschil"] == {"B": 1}
    assert len(found["kengetallen"]) == len(pair.rijen)
    assert [row["verschil_personen"] for row in found["paren"][0]["gemeenten"]] == [2, -1, 0]


def test_three_runs_are_each_compared_with_the_first(write, other):
    runs = [read_run(write(name)) for name in ("een", "twee")]
    found = compared([*runs, read_run(write("drie", *other))])

    assert [(pair.eerst, pair.dan) for pair in found.paren] == [("A", "B"), ("A", "C")]
    assert found.paren[0].wijzigingen == []
    assert [v.personen for v in found.paren[1].gemeenten] == [2, -1, 0]


def test_runs_that_forgot_their_households_are_compared_all_the_same(write, other):
    folders = [write("een"), write("twee", *other)]
    for folder in folders:
        forget(folder, "2026-05-01T00:00:00+00:00")

    found = compared([read_run(folder) for folder in folders])

    assert [v.personen for v in found.paren[0].gemeenten] == [2, -1, 0]
    assert all(run.vergeten for run in found.runs.values())


def test_the_table_gives_every_number_of_every_run_and_the_parts(pair, geography, tmp_path):
    write_comparison(pair, geography, tmp_path / "uit")
    text = (tmp_path / "uit" / TABLE).read_text("utf-8-sig")
    rows = {row["gemeentecode"]: row for row in csv.DictReader(io.StringIO(text), delimiter=";")}

    hague = rows["GM0518"]
    assert (hague["toegewezen_personen_A"], hague["toegewezen_personen_B"], hague["verschil_B_personen"]) == (
        *("5", "7", "2"),
    )
    parts = ("sleutel_personen", "inhaal_personen", "afspraken_personen", "afwijking_personen", "woningen_aangeboden")
    assert [hague[f"verschil_B_{part}"] for part in parts] == ["2", "-1", "0", "1", "4"]
    assert all(row["bron"].startswith("synthetisch; ") for row in rows.values())


def test_a_gemeente_of_one_run_has_empty_cells_for_the_other(write, allocation, geography, tmp_path):
    fewer = replace(allocation, gemeenten=allocation.gemeenten[:2])
    found = compared([read_run(write("een", changed=fewer)), read_run(write("twee"))])
    write_comparison(found, geography, tmp_path / "uit")
    text = (tmp_path / "uit" / TABLE).read_text("utf-8-sig")
    (row,) = [row for row in csv.DictReader(io.StringIO(text), delimiter=";") if row["gemeentecode"] == "GM0599"]

    assert (row["toegewezen_personen_A"], row["toegewezen_personen_B"], row["verschil_B_personen"]) == ("", "0", "")


def test_only_an_earlier_comparison_is_replaced(pair, geography, write, tmp_path):
    out = write_comparison(pair, geography, tmp_path / "uit")
    before = sorted(path.name for path in out.iterdir())

    with pytest.raises(RunFolderError, match="bestaat al"):
        write_comparison(pair, geography, out)
    with pytest.raises(RunFolderError, match=r"geen vergelijking\.json"):
        write_comparison(pair, geography, write("zes"), overwrite=True)
    write_comparison(pair, geography, out, overwrite=True)

    assert sorted(path.name for path in out.iterdir()) == before == sorted([PAGE, TABLE, MARKER])


def national(make, outcome, number):
    """Give 342 gemeenten whose numbers differ a little from run to run."""
    facts = {fact.gemeentecode: fact.naam for fact in gemeenten_2026()}
    case, allocation = make[0](facts), make[1]()
    rows = tuple(
        outcome(code, name, sleutel_personen=n % 40, doel_personen=n % 40, afwijking_personen=(n * number) % 9,
                toegewezen_personen=n % 40 + (n * number) % 9)
        for n, (code, name) in enumerate(facts.items())
    )  # fmt: skip
    return case, replace(allocation, gemeenten=rows, kengetallen=figures())


@pytest.mark.national
def test_two_national_runs_are_compared_in_seconds(make, outcome, tmp_path):
    country = schematic()
    folders = [
        write_reports(*national(make, outcome, n), country, tmp_path / str(n), RUNTIME) for n in (2, 5)
    ]  # fmt: skip

    start = perf_counter()
    found = compared([read_run(folder) for folder in folders])
    write_comparison(found, schematic(), tmp_path / "uit")
    seconds = perf_counter() - start

    assert len(found.paren[0].gemeenten) == 342
    assert seconds < 20, f"{seconds:.1f} s"
    assert (tmp_path / "uit" / PAGE).stat().st_size < 2_000_000
