from collections import Counter

import pytest
from cases import example, gemeente, home, household, plan_of, program_of, solved, worth
from random_cases import SIZES, random_case

from optimizer.clock import Clock
from optimizer.generation import generate
from optimizer.homes import on_offer
from optimizer.kpis import doelen
from optimizer.outcome import certificate
from optimizer.placements import koppelingen

A, B = "GM0001", "GM0002"
ONE_HOME = ("1_alleen_nee", "sociale_huur_1", A)
every_size = pytest.mark.parametrize("size", SIZES)


@every_size
def test_each_record_gives_at_most_its_whole_homes_and_each_household_goes_once(size):
    built = random_case(*size)
    answer = solved(built, gap=None)
    homes = {r.aanbod_id: r.plaatsen for r in on_offer(built.case)}
    used = Counter(k.aanbod_id for k in answer.koppelingen)

    assert all(count <= homes[name] for name, count in used.items())
    assert max(Counter(k.huishouden_id for k in answer.koppelingen).values()) == 1
    assert sorted([k.huishouden_id for k in answer.koppelingen] + [u.huishouden_id for u in answer.ongeplaatst]) == [
        h.huishouden_id for h in built.case.huishoudens
    ]


@every_size
def test_every_household_lives_in_the_home_that_its_record_describes(size):
    built = random_case(*size)
    records = {r.aanbod_id: r for r in built.case.woningaanbod}
    persons = {h.huishouden_id: h.personen for h in built.case.huishoudens}

    for k in solved(built, gap=None).koppelingen:
        record = records[k.aanbod_id]
        assert (k.gemeentecode, k.gastgemeente) == (record.gemeentecode, record.host)
        assert (k.woonvorm, k.slaapt) == (record.woonvorm, record.slaapt)
        assert persons[k.huishouden_id] == k.personen <= k.slaapt <= k.personen + 2


@every_size
def test_seats_and_school_places_hold_by_a_count_of_the_households(size):
    built = random_case(*size)
    case, host = built.case, {k.huishouden_id: k.gastgemeente for k in solved(built, gap=None).koppelingen}
    adults = Counter((host[d.huishouden_id], d.leerroute) for d in case.deelnemers if d.huishouden_id in host)
    po, isk = Counter(), Counter()
    for h in case.huishoudens:
        if h.huishouden_id in host:
            po[host[h.huishouden_id]] += h.kinderen_4_11
            isk[host[h.huishouden_id]] += h.kinderen_12_17

    assert all(adults[row.gebied, row.leerroute] <= row.plaatsen for row in case.inburgering)
    assert all({"po": po, "isk": isk}[row.soort][row.gemeentecode] <= row.plaatsen for row in case.onderwijs)


@every_size
def test_totals_agree_with_the_placements(size):
    answer = solved(random_case(*size), gap=None)

    assert sum(g.toegewezen_personen for g in answer.gemeenten) == answer.tellingen.geplaatste_personen
    assert sum(g.toegewezen_huishoudens for g in answer.gemeenten) == answer.tellingen.geplaatste_huishoudens
    assert sum(g.toegewezen_kinderen for g in answer.gemeenten) == answer.tellingen.geplaatste_kinderen
    assert sum(g.doel_personen for g in answer.gemeenten) == answer.tellingen.personen
    assert sum(sum(g.toegewezen_per_woonvorm.values()) for g in answer.gemeenten) == len(answer.koppelingen)
    assert all(g.woningen_gebruikt <= g.woningen_aangeboden for g in answer.gemeenten)


def test_the_smaller_household_id_gets_the_smaller_home_and_the_first_record():
    """Two flex homes for one in records W1 and W2, and one for two: a goes to W1, b to W2, c to the larger one."""
    homes = [home(A, 1, aanbod_id="W2"), home(A, 1, aanbod_id="W1"), home(A, 2, aanbod_id="W0")]

    answer = solved(example([gemeente(A)], homes, [household(name) for name in "cba"]))

    assert [(k.huishouden_id, k.aanbod_id, k.slaapt) for k in answer.koppelingen] == [
        ("a", "W1", 1),
        ("b", "W2", 1),
        ("c", "W0", 2),
    ]


def test_a_gemeente_hears_its_numbers():
    """A couple and a child in A for A, one single of A in B; six persons owed over two equal gemeenten."""
    homes = [home(A, 3), home(A, 1, woonvorm="flex", gastgemeente=B)]
    people = [household("H1", adults=2, po=1), household("H2")]

    a, b = solved(example([gemeente(A), gemeente(B)], homes, people, opgave_personen=6)).gemeenten

    assert (a.doel_personen, a.toegewezen_personen, a.toegewezen_kinderen, a.afwijking_personen) == (3, 4, 1, 1)
    assert a.toegewezen_per_woonvorm == {"flex": 1, "sociale_huur": 1}
    assert (a.woningen_aangeboden, a.woningen_gebruikt) == (2, 2)
    assert (b.doel_personen, b.toegewezen_personen, b.gehuisvest_als_gast_personen) == (3, 0, 1)


@pytest.mark.parametrize(
    ("homes", "seats", "most", "rule"),
    [
        (1, 99, None, "woning"),
        (9, 1, None, "cursus"),
        (9, 99, 1, "maximum"),
        (9, 99, None, "geen"),
    ],
)
def test_the_rule_that_holds_the_number_of_a_gemeente_is_named(homes, seats, most, rule):
    """Four singles where one home, one seat or a most of one person holds; with nine homes nothing holds."""
    people = [household(f"H{n}") for n in range(4)]
    built = example([gemeente(A, most=most)], [home(A, 1, homes)], people, seats={(A, "B1"): seats}, opgave_personen=4)

    assert [g.bindende_regel for g in solved(built).gemeenten] == [rule]


def test_homes_that_stand_empty_for_lack_of_seats_are_not_what_holds_the_number():
    """Three homes and one seat: two singles wait for a seat, and no home is named."""
    built = example([gemeente(A)], [home(A, 1, 3)], [household(f"H{n}") for n in range(3)], seats={(A, "B1"): 1})

    (only,) = solved(built).gemeenten

    assert (only.bindende_regel, only.wachtenden_per_reden) == ("cursus", {"cursus": 2})
    assert (only.woningen_gebruikt, only.woningen_aangeboden) == (1, 3)


def test_a_gemeente_without_homes_is_told_that_and_not_that_its_band_is_full():
    built = example([gemeente(A), gemeente(B)], [home(A, 1)], [household("H1"), household("H2")])

    assert [g.bindende_regel for g in solved(built).gemeenten] == ["woning", "geen_vorm"]


def test_the_owner_is_told_about_its_homes_elsewhere_and_the_host_about_its_own():
    """A owns one home in B, B owns two of its own, four singles: both are full, each for its own homes."""
    homes = [home(A, 1, woonvorm="flex", gastgemeente=B), home(B, 1, 2)]
    built = example([gemeente(A), gemeente(B)], homes, [household(f"H{n}") for n in range(4)])

    assert [g.bindende_regel for g in solved(built).gemeenten] == ["woning", "woning"]
    assert [g.toegewezen_huishoudens for g in solved(built).gemeenten] == [1, 2]


def test_a_plan_that_breaks_a_rule_gets_no_certificate():
    program = program_of(example([gemeente(A)], [home(A, 1)], [household("H1"), household("H2")]))
    wrong = plan_of(program, {"H1": A, "H2": A}, {ONE_HOME: 2})

    with pytest.raises(ValueError, match=f"the plan breaks .*home_stock_{A}_sociale_huur_1"):
        certificate(program, wrong, generate(program, 1e-4, Clock(60)), 0.01, 0, cut=False)


def test_a_home_opened_for_nobody_is_no_koppeling():
    program = program_of(example([gemeente(A)], [home(A, 1)], [household("H1")]))

    with pytest.raises(ValueError, match="homes are opened that no household takes"):
        koppelingen(program, plan_of(program, {}, {ONE_HOME: 1}))


def test_a_household_without_a_home_is_no_koppeling():
    program = program_of(example([gemeente(A)], [home(A, 1)], [household("H1")]))

    with pytest.raises(ValueError, match="no home opened for H1"):
        koppelingen(program, plan_of(program, {"H1": A}, {}))


def test_the_gap_is_the_part_of_the_objective_above_the_bound():
    """Nobody is placed though one of two singles could be: 120 against a bound of 60 + 3 for work."""
    program = program_of(example([gemeente(A)], [home(A, 1)], [household("H1"), household("H2")]))

    proof = certificate(program, plan_of(program, {}, {}), generate(program, 1e-6, Clock(60)), 0.4, 0, cut=False)

    assert proof.objective == 120
    assert proof.bound == pytest.approx(63, abs=0.01)
    assert proof.gap == pytest.approx((120 - 63) / 120, abs=1e-4)
    assert (proof.proven, proof.sol_status) == (False, "feasible")


def test_a_goal_cannot_fall_by_more_than_the_slack_at_its_rate():
    """120 for two who stay at 60 each: with 30 punten of slack uitstroom cannot come below 2 - 30 / 60 = 1.5."""
    program = program_of(example([gemeente(A)], [home(A, 1)], [household("H1"), household("H2")]))

    values = {d.naam: d for d in doelen(program, plan_of(program, {}, {}), slack=30.0)}

    assert (values["uitstroom"].waarde, values["uitstroom"].ondergrens) == (2, 1.5)
    assert (values["nabijheid"].waarde, values["nabijheid"].ondergrens) == (0, 0)


@every_size
def test_the_goals_at_their_rates_are_the_objective_and_none_is_below_its_own_bound(size):
    answer = solved(random_case(*size), gap=None)
    slack = answer.certificate.objective - answer.certificate.bound

    assert sum(d.punten for d in answer.doelen) == pytest.approx(answer.certificate.objective)
    for d in answer.doelen:
        assert d.ondergrens == pytest.approx(max(d.waarde - slack / d.tarief, 0))


@every_size
def test_every_baseline_is_lawful_and_no_better_than_the_bound(size):
    answer = solved(random_case(*size), gap=None)

    assert [v.naam for v in answer.vergelijkingen] == ["taakstelling", "volgorde", "willekeurig"]
    for other in answer.vergelijkingen:
        assert other.haalbaar
        assert sum(d.punten for d in other.doelen) >= answer.certificate.bound


def test_columns_are_counted_for_the_naive_and_the_two_layered_model():
    """A single fits both homes in A (one plek, two types): 2 naive columns, 1 x and 2 y in layers."""
    answer = solved(example([gemeente(A)], [home(A, 1), home(A, 2)], [household("H1")]))

    assert answer.certificate.columns == {"naive": 2, "two_layers": 3, "generated": 3}
    assert worth(answer, "uitstroom") == 0


def test_who_stays_is_counted_where_the_reception_is():
    built = random_case(*SIZES[-1])
    answer, case = solved(built, gap=None), built.case
    site = {s.locatie: s.gemeentecode for s in case.opvanglocaties}
    by_id = {h.huishouden_id: h for h in case.huishoudens}
    stays = Counter((site[by_id[o.huishouden_id].opvanglocatie], o.personen) for o in answer.ongeplaatst)

    assert stays
    for g in answer.gemeenten:
        assert g.blijft_per_grootte == {
            n: count for (code, n), count in sorted(stays.items()) if code == g.gemeentecode
        }
        assert g.gehuisvest_elders_personen == sum(
            k.personen for k in answer.koppelingen if k.gemeentecode == g.gemeentecode != k.gastgemeente
        )
