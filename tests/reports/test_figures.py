from dataclasses import replace

from reports.figures import five_figures
from reports.numbers import percent_up


def test_the_five_figures_are_worked_out_by_hand(case, allocation):
    text = dict(five_figures(case, allocation, "nl"))

    assert list(text.values()) == [
        "60,0\xa0% (6 van 10 wachtenden; de opgave is 10)",
        "0,40\xa0% (bewezen, gevraagd was 0,5\xa0%)",
        "1 (van 3, binnen de vrije band)",
        "0,65 (van 0 tot 1; op volgorde van vergunning: 0,40)",
        "190 km (op volgorde van vergunning: 31 km)",
    ]


def test_without_a_baseline_the_scale_is_explained(case, allocation):
    alone = replace(allocation, vergelijkingen=())

    assert five_figures(case, alone, "nl")[3][1] == "0,65 (van 0 (geen) tot 1 (volop))"


def test_a_plan_without_placements_has_figures(case, allocation):
    count = replace(allocation.tellingen, geplaatste_huishoudens=0, geplaatste_personen=0, geplaatste_kinderen=0)
    empty = replace(allocation, koppelingen=(), tellingen=count, vergelijkingen=())

    assert [text.split(" ")[0] for _, text in five_figures(case, empty, "en")] == ["0.0%", "0.40%", "1", "-", "-"]


def test_a_gap_is_never_shown_too_small():
    assert percent_up(0.005001, "nl") == "0,51\xa0%"
    assert percent_up(0.005, "nl") == "0,50\xa0%"
