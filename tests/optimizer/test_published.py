"""Ledger and key beside what was published, each difference with its size; what was not published is not tested.

Not seen: the rounding and the day of counting of art. 29, the SES-WOA formula of the Spreidingswet, and SES-WOA itself
(no table of ../shared/data holds it). So the ledger is compared in whole persons, and of the keys only inwoners.
"""

import csv
from collections import Counter

import pytest
from cases import example, gemeente, household

from optimizer.ledger import LedgerLine
from optimizer.shares import shares

HISTORY = (
    ("2019-I", 6_000, 8_934, 6_372, 2_540),
    ("2019-II", 6_000, 8_537, 6_962, 1_575),
    ("2020-I", 5_500, 7_192, 4_987, 2_205),
    ("2020-II", 6_500, 8_706, 7_025, 1_681),
    ("2021-I", 13_500, 15_144, 9_596, 5_548),
    ("2021-II", 11_000, 16_586, 12_787, 3_728),
    ("2022-I", 10_000, 13_748, 11_934, 1_810),
    ("2022-II", 13_500, 15_333, 17_126, -1_793),
    ("2023-I", 21_200, 19_418, 14_296, 5_122),
)
"""Period, taakstelling, taakstelling with carry-over, realised, balance at the end (+ behind) [persons]; answer to the
Tweede Kamer of 16 September 2024, openkamer.org/kamervraag/2024Z12156. Later periods stand there in round numbers."""
OPENS_OTHERWISE = {
    "2019-II": -3,
    "2020-I": 117,
    "2020-II": 1,
    "2021-I": -37,
    "2021-II": 38,
    "2022-I": 20,
    "2022-II": 23,
    "2023-I": 11,
}
"""Published carry-over less the balance published for the end of the period before [persons]."""
CLOSES_OTHERWISE = {"2019-I": -22, "2021-II": -71, "2022-I": -4}
"""Published balance less (with carry-over - realised); 0 in all other periods [persons]."""
ROUND = 50
"""Half of the last digit published for 2023-II and 2024-I: hundreds [persons]."""


def national(opening, share, credited):
    return LedgerLine("NL", opening=opening, share=share, agreed=0, credited=credited)


def test_every_published_period_opens_with_the_last_balance_but_for_the_stated_corrections():
    before = dict(zip((row[0] for row in HISTORY[1:]), (row[4] for row in HISTORY), strict=False))
    found = {period: due - national(before[period], share, 0).due for period, share, due, _, _ in HISTORY[1:]}

    assert found == OPENS_OTHERWISE


def test_every_published_period_closes_as_the_ledger_does_but_for_the_stated_differences():
    found = {
        period: balance - national(due - share, share, credited).closing
        for period, share, due, credited, balance in HISTORY
    }

    assert {period: size for period, size in found.items() if size} == CLOSES_OTHERWISE


def test_the_ledger_carried_from_2019_to_2023_ends_where_the_corrections_say():
    """Nine periods from the first opening balance alone: 5 049 against 5 122 published, the sum of all corrections."""
    balance = HISTORY[0][2] - HISTORY[0][1]
    for _, share, _, credited, _ in HISTORY:
        balance = national(balance, share, credited).closing

    assert balance == 5_122 - sum(OPENS_OTHERWISE.values()) - sum(CLOSES_OTHERWISE.values()) == 5_049


def test_the_round_numbers_after_2023_follow_within_their_rounding():
    """5 122 open and 17 600 more: 22 722 (published about 22 700); 6 400 and 18 750: 25 150 (more than 25 000).

    After 14 271 housed 10 879 are left (about 10 900). How many were housed in 2023-II was cut off in the source.
    """
    assert national(5_122, 17_600, 0).due == pytest.approx(22_700, abs=ROUND)
    assert national(6_400, 18_750, 0).due > 25_000
    assert national(6_400, 18_750, 14_271).closing == pytest.approx(10_900, abs=ROUND)


@pytest.fixture(scope="module")
def anchors(shared_data):
    """Give the published figures by scheme, area, period and quantity."""
    with (shared_data / "tables" / "published_anchors_news.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {tuple(row[k] for k in ("regeling", "gebied", "periode", "grootheid")): row["waarde"] for row in rows}


@pytest.fixture(scope="module")
def towns(shared_data):
    """Give name, province and inhabitants of 1 January 2023 of every gemeente, by code."""
    path = shared_data / "tables" / "bevolking_2023_2024_2026.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {r["gemeente_code"]: (r["gemeente_naam"], r["provincie_naam"], int(r["inwoners_2023"])) for r in rows}


def by_inhabitants(towns, total):
    """Spread a total by the key inwoners over the country, rounded per gemeente [persons by name]."""
    rows = [gemeente(code, people) for code, (_, _, people) in towns.items()]
    built = example(rows, [], [household("H1")], opgave_personen=total, afronding="per_gemeente")
    return dict(zip((name for name, _, _ in towns.values()), shares(built.case).target.tolist(), strict=True))


def test_the_press_and_the_answer_to_parliament_differ_by_a_few_dozen_persons(anchors):
    """3 728 + 9 979 - 11 886 = 1 821 against 1 810 published; 15 358 for the next half-year against 15 333."""
    first = {k[3]: int(v) for k, v in anchors.items() if k[1:3] == ("NL", "2022H1")}
    line = national(first["achterstand_begin"], first["taakstelling"], first["gehuisvest"])
    second = int(anchors["taakstelling", "NL", "2022H2", "taakstelling_incl_achterstand"])

    assert (line.closing, line.closing - HISTORY[6][4]) == (1_821, 11)
    assert (second - HISTORY[7][2], second - national(line.closing, 13_500, 0).due) == (25, 37)


def test_woudenberg_follows_exactly_from_one_half_year_to_the_next(anchors, towns):
    """14 to do and 21 housed is 7 ahead; the share of 17 600 is 14 (14.2): 14 - 7 = 7, as published.

    No tolerance is needed: with the inhabitants of 2024 the share is 14.4, which is 14 as well.
    """
    due = int(anchors["taakstelling", "Woudenberg", "2023H1", "taakstelling"])
    line = LedgerLine("GM0351", opening=0, share=due, agreed=0, credited=21)
    share = by_inhabitants(towns, 17_600)["Woudenberg"]
    following = LedgerLine("GM0351", opening=line.closing, share=share, agreed=0, credited=0)

    assert (line.closing, share, following.due) == (-7, 14, 7)
    assert following.due == int(anchors["taakstelling", "Woudenberg", "2023H2", "taakstelling_incl_achterstand"])


@pytest.mark.parametrize(
    ("name", "period", "total", "quantity", "carried"),
    [
        ("Woudenberg", "2023H1", 21_200, "taakstelling", -3),
        ("Westerwolde", "2023H2", 17_600, "taakstelling", 26),
        ("Eemsdelta", "2023H2", 17_600, "taakstelling_incl_achterstand", 138),
        ("Oldebroek", "2023H2", 17_600, "taakstelling_incl_achterstand", 23),
    ],
)
def test_a_published_taakstelling_is_the_share_by_inhabitants_and_what_was_carried_over(
    name, period, total, quantity, carried, anchors, towns
):
    """Only the sum was published: what is left of it after the share must be the balance of that gemeente.

    So Woudenberg's 14 and Westerwolde's 52, published as "taakstelling", are no plain shares (17 and 26): no gemeente
    of the list is published without carry-over, and none can confirm the share to the person.
    """
    published = int(anchors["taakstelling", name, period, quantity])

    assert published - by_inhabitants(towns, total)[name] == carried


@pytest.fixture(scope="module")
def towns_2021(shared_data):
    """Give name, province and inhabitants of 1 January 2021 of every gemeente of that year, by code."""
    with (shared_data / "tables" / "kwb_2021_gemeenten_352.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {r["gemeente_code"]: (r["gemeente_naam"], r["provincie"], int(float(r["inwoners_2021"]))) for r in rows}


FIRST_HALF_2022 = {
    "Delft": (17, -9),
    "Wassenaar": (0, -9),
    "'s-Gravenhage": (103, 50),
    "Westland": (17, 28),
    "Zoetermeer": (37, 23),
    "Voorschoten": (-2, 1),
}
"""Balance that the published sum leaves for the start of 2022-I after the share of 10 000, and the ledger's balance at
its end [persons, + behind]. With 9 979, as the press gives the total, the share of 's-Gravenhage is one person less."""


@pytest.mark.parametrize("name", FIRST_HALF_2022)
def test_the_first_half_of_2022_gives_each_gemeente_a_balance_that_carries_on(name, anchors, towns_2021):
    """Delft: 59 of 10 000 and 76 published leaves 17 from before; 85 housed makes it 9 ahead."""
    published, housed = (
        int(anchors["taakstelling", name, "2022H1", what]) for what in ("taakstelling_incl_achterstand", "gehuisvest")
    )
    share = by_inhabitants(towns_2021, 10_000)[name]
    line = LedgerLine(name, opening=published - share, share=share, agreed=0, credited=housed)

    assert (line.opening, line.closing) == FIRST_HALF_2022[name]
    assert line.due == published


SPREIDINGSWET = {
    "Amsterdam": (4479, 4949),
    "'s-Gravenhage": (2513, 3034),
    "Rotterdam": (2667, 3578),
    "Utrecht": (1988, 1983),
    "Groningen": (969, 1284),
    "Ede": (719, 658),
    "Westerwolde": (131, 143),
    "Schiermonnikoog": (5, 5),
    "Bloemendaal": (169, 129),
}
"""Places published for 96 000 in all (stcrt-2024-3320, by gemeente.nu and nhnieuws), and the share by inhabitants of
1 January 2023 alone: the difference is the correction for SES-WOA, of which the formula was not seen [places]."""
CORRECTION = 0.32
"""Largest part by which the published figure differs from the share by inhabitants (Bloemendaal: +31 %) [1]."""


def test_the_spreidingswet_differs_from_inhabitants_alone_by_the_stated_correction(anchors, towns):
    plain = by_inhabitants(towns, 96_000)

    assert {name: plain[name] for name in SPREIDINGSWET} == {name: own for name, (_, own) in SPREIDINGSWET.items()}
    assert all(abs(told / own - 1) <= CORRECTION for told, own in SPREIDINGSWET.values())
    for name in ("Amsterdam", "Schiermonnikoog", "Westerwolde", "Bloemendaal"):
        assert int(anchors["spreidingswet", name, "2024-2026", "indicatief"]) == SPREIDINGSWET[name][0]


def test_provinces_lie_within_6_percent_of_their_inhabitants(towns):
    """Zuid-Holland nearly 20 000, Noord-Holland over 16 000, Noord-Brabant short of 15 000, Gelderland 11 704."""
    plain, sums = by_inhabitants(towns, 96_000), Counter()
    for name, province, _ in towns.values():
        sums[province] += plain[name]
    told = {"Zuid-Holland": 20_000, "Noord-Holland": 16_000, "Noord-Brabant": 15_000, "Gelderland": 11_704}

    assert all(abs(published / sums[province] - 1) < 0.06 for province, published in told.items())
    assert sums["Gelderland"] == pytest.approx(11_500, abs=5)
