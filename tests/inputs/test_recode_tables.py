"""Scores, locks, agreements, grounds, couplings and an own key of gemeenten that merged, by hand."""

import pytest
from carrying import carried, cells, notes, refused, total
from old_case import CODES, CUIJK, FILES, GEMEENTEN, SCENARIO

AGREEMENTS = "van;naar;personen;kwartaal;grond;bron\n"
LOCKS = "huishouden_id;gemeentecode;soort;waarde;reden;wie\n"
GROUNDS = "huishouden_id;gemeenten;regio;grond;peildatum;tot\n"
SCORES = "huishouden_id;gemeentecode;score;bron;modelversie\n"


def agreed(*rows):
    """Write agreements, in a case with 44 persons for Land van Cuijk (500 x 89 / 1 009)."""
    scenario = SCENARIO.replace("opgave_personen = 5", "opgave_personen = 500")
    return {"afspraken.csv": AGREEMENTS + "".join(f"{row}\n" for row in rows), "scenario.toml": scenario}


def locked(*rows):
    """Write locks."""
    return {"vastleggingen.csv": LOCKS + "".join(f"{row}\n" for row in rows)}


def scored(scores, extra=""):
    """Write a score of H1 in each gemeente."""
    rows = [f"H1;{code};{score};UvA;1" for code, score in zip(CODES, scores, strict=True)]
    return {"scores.csv": SCORES + "\n".join([*rows, extra])}


def test_an_own_key_adds_up_to_the_last_digit(tmp_path):
    weights = ["1", "0,1", "0,2", "1e-9", "3", "4", "5"]
    key = "gemeentecode;gewicht;bron\n" + "".join(f"{c};{w};x\n" for c, w in zip(CODES, weights, strict=True))
    case = carried(tmp_path, {"sleutel.csv": key, "scenario.toml": SCENARIO + 'sleutel = "eigen"\n'})

    assert cells(case, "sleutel", "gemeentecode", "gewicht") == ["GM0363 1,1", "GM1982 12,200000001"]


def test_an_agreement_within_what_became_one_gemeente_is_dropped_and_told(tmp_path):
    """Amsterdam took 3 of Weesp; that is nothing any more, and the 2 that Boxmeer hands to Amsterdam stay."""
    case = carried(tmp_path, agreed("GM0457;GM0363;3;2026K1;regio;x", "GM0756;GM0363;2;2026K1;regio;x"))

    assert cells(case, "afspraken", "van", "naar", "personen") == ["GM1982 GM0363 2"]
    assert notes(case, "met_zichzelf") == [(2, "personen", "3", "")]
    assert total(case, "afspraken", "personen") == (5, 2, 3)


def test_agreements_between_the_same_two_and_on_the_same_ground_add_up(tmp_path):
    rows = ("GM0756;GM0363;1;2026K1;regio;x", "GM0786;GM0457;2;2026K1;regio;y", "GM0786;GM0363;4;2026K2;regio;x")
    case = carried(tmp_path, agreed(*rows, "GM0786;GM0363;8;2026K2;ruil;x"))

    assert cells(case, "afspraken", "van", "naar", "kwartaal", "grond", "personen", "bron") == [
        "GM1982 GM0363 2026K1 regio 3 x; y",
        "GM1982 GM0363 2026K2 regio 4 x",
        "GM1982 GM0363 2026K2 ruil 8 x",
    ]
    assert total(case, "afspraken", "personen") == (15, 15, 0)


def test_an_agreement_of_a_gemeente_with_itself_was_wrong_before(tmp_path):
    assert "[F.455]" in refused(tmp_path, agreed("GM0457;GM0457;3;2026K1;regio;x"))[0]


def test_a_ground_keeps_each_gemeente_once(tmp_path):
    rows = "H1;GM0756 GM0363 GM1684;;familie1;2025-11-01;\nH2;;Noordoost-Brabant;werk;2025-11-01;\n"
    case = carried(tmp_path, {"bindingen.csv": GROUNDS + rows})

    assert cells(case, "bindingen", "gemeenten", "regio") == ["GM1982 GM0363 ", " Noordoost-Brabant"]


def test_of_two_grounds_that_became_the_same_one_stays(tmp_path):
    rows = "H1;GM0756;;familie1;2025-11-01;\nH1;GM1684;;familie1;2025-11-01;\nH1;GM1684;;werk;2025-11-01;\n"
    case = carried(tmp_path, {"bindingen.csv": GROUNDS + rows})

    assert cells(case, "bindingen", "gemeenten", "grond") == ["GM1982 familie1", "GM1982 werk"]
    assert [regel for regel, *_ in notes(case, "dubbel")] == [3]


def test_two_grounds_with_another_last_day_are_left_to_the_planner(tmp_path):
    rows = "H1;GM0756;;familie1;2025-11-01;2026-06-30\nH1;GM1684;;familie1;2025-11-01;2026-09-30\n"

    assert "staat ook al in regel 2" in refused(tmp_path, {"bindingen.csv": GROUNDS + rows})[0]


def test_a_lock_on_a_household_moves_with_its_gemeente_and_double_ones_become_one(tmp_path):
    rows = ("H1;;verboden;GM0756;vader woont er;A", "H1;;verboden;GM1684;oom woont er;A", "H2;;vast;GM0457;werk;B")
    case = carried(tmp_path, locked(*rows))

    assert cells(case, "vastleggingen", "huishouden_id", "soort", "waarde", "reden", "wie") == [
        "H1 verboden GM1982 vader woont er / oom woont er A",
        "H2 vast GM0363 werk B",
    ]


def test_a_lock_that_contradicts_another_after_the_merger_is_refused(tmp_path):
    rows = ("H1;;vast;GM0756;school;A", "H1;;verboden;GM1684;veiligheid;A")

    assert "vastleggingen.csv:3  soort = 'verboden'" in refused(tmp_path, locked(*rows))[0]


def test_locks_of_a_number_add_up_where_each_has_one(tmp_path):
    """At most 5 + 4 + 3 + 2 + 1 persons in Land van Cuijk; nobody in Amsterdam or Weesp."""
    most = [f";{code};max;{5 - n};krap;B" for n, code in enumerate(CUIJK)]
    case = carried(tmp_path, locked(*most, ";GM0363;verboden;;vol;A", ";GM0457;verboden;;vol;A"))

    assert cells(case, "vastleggingen", "gemeentecode", "soort", "waarde", "reden") == [
        "GM1982 max 15 krap",
        "GM0363 verboden  vol",
    ]


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ((";GM0756;max;5;krap;B",), "(max) geldt niet voor alles wat nu GM1982 (Land van Cuijk) is"),
        ((";GM0363;max;5;krap;B",), "niet elk van GM0363 (Amsterdam), GM0457 (Weesp) heeft er precies één"),
        ((";GM0457;verboden;;vol;B",), "(verboden) geldt niet voor alles wat nu GM0363 (Amsterdam) is"),
        ((";GM0363;min;1;x;B", ";GM0457;min;1;x;B", ";GM0457;min;2;x;B"), "(min) geldt niet voor alles"),
    ],
)
def test_a_lock_on_a_part_is_the_planners_to_set_again(tmp_path, rows, says):
    lines = refused(tmp_path, locked(*rows))

    assert len(lines) == 1
    assert says in lines[0]
    assert lines[0].endswith("vast [F.509]") or "na de overgang" in lines[0]


def test_a_lock_on_the_gemeente_of_today_stays(tmp_path):
    assert cells(carried(tmp_path, locked(";GM1982;max;40;krap;B")), "vastleggingen", "waarde") == ["40"]


def test_a_lock_without_a_number_is_told_so(tmp_path):
    assert "een geheel aantal personen" in refused(tmp_path, locked(";GM0756;max;veel;krap;B"))[0]


def test_couplings_of_practice_move_with_their_gemeente(tmp_path):
    rows = "huishouden_id;gemeentecode;gastgemeente\nH1;GM0457;GM0756\nH2;GM0363;\n"

    assert cells(carried(tmp_path, {"gekoppeld.csv": rows}), "gekoppeld", "gemeentecode", "gastgemeente") == [
        "GM0363 GM1982",
        "GM0363 ",
    ]


def test_a_score_is_averaged_by_inhabitants_and_equal_scores_stay(tmp_path):
    """(900 x 0.5 + 20 x 0.04) / 920 = 0.49; in the five of Land van Cuijk it is 0.30 everywhere."""
    case = carried(tmp_path, scored(["0,5", "0,04", *(["0,30"] * 5)]))

    assert cells(case, "scores", "huishouden_id", "gemeentecode", "score") == ["H1 GM0363 0,49", "H1 GM1982 0,30"]
    assert notes(case, "gemiddeld") == [(2, "score", "0,5", "0,49"), (3, "score", "0,04", "0,49")]


def test_a_score_of_a_region_stays(tmp_path):
    regions = ("Groot Amsterdam", "Noordoost-Brabant")
    rows = [f"H2;{regio};0,{n + 1};UvA;1\n" for n, regio in enumerate(regions)]
    case = carried(tmp_path, {"scores.csv": SCORES.replace("gemeentecode", "arbeidsmarktregio") + "".join(rows)})

    assert cells(case, "scores", "arbeidsmarktregio", "score") == ["Groot Amsterdam 0,1", "Noordoost-Brabant 0,2"]
    assert not [note for note in case.notes if note.tabel == "scores"]


def test_a_table_that_knows_the_gemeente_of_today_already_stays(tmp_path):
    """Seats were delivered for Land van Cuijk, while the table gemeenten still has its five parts."""
    lines = [line for line in FILES["inburgering.csv"].splitlines() if line[:6] not in CUIJK]
    rows = [f"GM1982;{route};2026K1;9" for route in ("B1", "onderwijs", "Z")]
    case = carried(tmp_path, {"inburgering.csv": "\n".join([*lines, *rows, ""])})

    assert cells(case, "inburgering", "gebied", "plaatsen")[-3:] == ["GM1982 9"] * 3


def test_a_table_that_is_behind_the_table_gemeenten_is_added_up(tmp_path):
    """The table gemeenten is of today; the seats are still of the five."""
    lines = [line for line in GEMEENTEN.splitlines() if line[:6] not in CUIJK]
    row = "GM1982;Land van Cuijk;93645;Noord-Brabant;Noordoost-Brabant;10;ja;;;x"
    case = carried(tmp_path, {"gemeenten.csv": "\n".join([*lines, row, ""])})

    assert cells(case, "gemeenten", "gemeentecode", "inwoners") == ["GM0363 920000", "GM1982 93645"]
    assert cells(case, "inburgering", "gebied", "plaatsen") == ["GM0363 3"] * 3 + ["GM1982 25"] * 3
