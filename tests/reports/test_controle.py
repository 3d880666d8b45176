"""The protocol works the duties out again from a run folder: hand-solved cases of every key, balance and rounding."""

from dataclasses import replace
from fractions import Fraction

import pytest
from controle_run import NOW, A, B, C, case_of, outcomes, read, town, written

from inputs.domain import Woningaanbod
from inputs.parameters import override
from optimizer.result import Koppeling
from reports.controle.gegevens import lees
from reports.controle.protocol import protocol
from reports.controle.uitvoer import html, markdown


def text_of(found):
    """Write a protocol of all gemeenten."""
    return markdown(protocol(found, found.codes), found.lang)


def differing(found):
    """Name the outcomes of a protocol that differ."""
    whole = protocol(found, found.codes)
    return [u.wat for h in whole.hoofdstukken for s in h.stappen for u in s.uitkomsten if u.oordeel == "wijkt_af"]


def test_inhabitants_share_the_rest_and_the_largest_fraction_goes_up(tmp_path):
    """7 x 50, 30 and 20 of 100 are 3.5, 2.1 and 1.4: 3 + 2 + 1 is 6, and the one that is left goes to the half."""
    found = read(tmp_path, town(A, 50), town(B, 30), town(C, 20), total=7)

    assert found.rekening.sleutel == {A: 4, B: 2, C: 1}
    text = text_of(found)
    assert "7 × 50 ÷ 100 = 3,5\n" in text
    assert "geheel deel 3, breuk 0,5; rest van de deling: 7 × 50 - 3 × 100 = 50" in text
    assert "gehele delen van allen samen 6; over: 7 - 6 = 1, dus de 1 grootste breuken gaan omhoog" in text
    assert f"de laatste die omhoog gaat: {A} {A}, breuk 0,5 (rest van de deling 50)" in text
    assert f"de eerste die niet omhoog gaat: {C} {C}, breuk 0,4 (rest van de deling 40)" in text
    assert "deze gemeente: nummer 3 van 3 naar breuk, gaat niet omhoog: 2" in text
    assert "=REST(7\\*E2;100)" in text
    assert differing(found) == []


def test_inwoners_ses_takes_the_weights_of_the_manifest(tmp_path):
    """Scores 0.2 and -0.2 around 0: an inhabitant weighs 1.2 and 0.8, so 1200 and 800, and 60 and 40 of 100."""
    rows = town(A, 1000, ses_woa=0.2), town(B, 1000, ses_woa=-0.2)
    found = read(tmp_path, *rows, total=100, sleutel="inwoners_ses")

    assert found.gewichten == {A: 1200, B: 800}
    assert found.rekening.sleutel == {A: 60, B: 40}
    assert "100 × 1200 ÷ 2000 = 60" in text_of(found)
    assert differing(found) == []


def test_beta_moves_the_weights_too(tmp_path):
    """With beta = 0.5 the same two weigh 1100 and 900."""
    case = case_of(town(A, 1000, ses_woa=0.2), town(B, 1000, ses_woa=-0.2), total=100, sleutel="inwoners_ses")
    half = replace(case, parameters=override(case.parameters, {"sleutel.ses_beta": 0.5}, "proef"))

    assert lees(written(tmp_path / "run", half)).rekening.sleutel == {A: 55, B: 45}


@pytest.mark.parametrize(("key", "expected"), [("woningvoorraad", [75, 25]), ("corporatiebezit", [20, 80])])
def test_a_key_of_homes_follows_its_own_column(key, expected, tmp_path):
    """Homes 300 and 100; of those, corporations own 20 and 80."""
    rows = (
        town(A, 1000, woningvoorraad=300, corporatiebezit=20),
        town(B, 1000, woningvoorraad=100, corporatiebezit=80),
    )
    found = read(tmp_path, *rows, total=100, sleutel=key)

    assert list(found.rekening.sleutel.values()) == expected
    assert f"kolom {key} in gemeenten.csv van de invoer" in text_of(found).replace("\\", "")
    assert differing(found) == []


def test_arbeidsmarkt_keeps_its_thirds(tmp_path):
    """R has 10 places for 1000 and 2000 inhabitants, a third and two thirds; S has 10 for C: 3.33, 6.67 and 10."""
    rows = town(A, 1000), town(B, 2000), town(C, 500)
    work = [("R", "zorg", 4), ("R", "bouw", 6), ("S", "zorg", 10)]
    found = read(tmp_path, *rows, total=20, sleutel="arbeidsmarkt", work=work)

    assert found.gewichten == {A: Fraction(10, 3), B: Fraction(20, 3), C: 10}
    assert found.rekening.sleutel == {A: 3, B: 7, C: 10}
    assert "gewicht = (10 ÷ 3); som van gewichten van wie meedeelt = 20" in text_of(found)
    assert differing(found) == []


def test_an_own_key_follows_its_table_to_the_last_digit(tmp_path):
    """Weights 0.1, 0.2 and 0.3 of 1 person, each rounded alone: 1/6, 1/3 and exactly a half, which goes up."""
    own = [(A, "0.1"), (B, "0.2"), (C, "0.3")]
    rows = town(A, 9), town(B, 9), town(C, 9)
    found = read(tmp_path, *rows, total=1, sleutel="eigen", own=own, afronding="per_gemeente")

    assert found.rekening.sleutel == {A: 0, B: 0, C: 1}
    assert "1 × 0,3 ÷ 0,6 = 0,5" in text_of(found)
    assert differing(found) == []


def test_a_run_without_the_weights_of_its_key_says_so_and_guesses_nothing(tmp_path):
    found = read(tmp_path, town(A, 10, woningvoorraad=300), town(B, 90, woningvoorraad=100), total=100,
                 sleutel="woningvoorraad")  # fmt: skip
    old = replace(found, run=replace(found.run, manifest=without(found.run.manifest, "sleutelgewichten")))

    text = text_of(old)
    assert old.rekening.sleutel is None
    assert "Dit protocol raadt er niet naar" in text
    assert "| sleutel\\_personen | niet na te gaan | 75 | niet na te gaan |" in text
    assert differing(old) == []


def without(manifest, name):
    return {key: part for key, part in manifest.items() if key != name}


@pytest.mark.parametrize(
    ("wijze", "inhaal", "sleutel", "na"),
    [
        ("gespreid", {A: 5, B: -2}, {A: 73, B: 24}, {A: 103, B: 12}),
        ("behouden", {A: 40, B: -12}, {A: 54, B: 18}, {A: 84, B: 6}),
        ("kwijtgescholden", {A: 0, B: 0}, {A: 75, B: 25}, {A: 65, B: 25}),
    ],
)
def test_a_balance_is_spread_kept_or_written_off(wijze, inhaal, sleutel, na, tmp_path):
    """A owes 40, B is 12 ahead: 5 and -1.5 (-2) of 8 kwartalen; 3000 and 1000 share 97, 72 or 100; A houses 10."""
    rows = town(A, 3000, 40), town(B, 1000, -12)
    found = read(tmp_path, *rows, total=100, achterstand=wijze, placed={A: 10})

    assert found.rekening.inhaal == inhaal
    assert found.rekening.sleutel == sleutel
    assert {c: found.getal(c, "achterstand_na_personen") for c in (A, B)} == na
    assert differing(found) == []


def test_more_owed_than_there_is_to_spread_is_divided_by_what_is_owed(tmp_path):
    """90 and 30 owed and 10 to spread: 7.5 and 2.5, equal halves, the first in the input goes up; nothing for a key."""
    found = read(tmp_path, town(A, 10, 90), town(B, 90, 30), total=10, achterstand="behouden")

    assert found.rekening.inhaal == {A: 8, B: 2}
    assert found.rekening.sleutel == {A: 0, B: 0}
    text = text_of(found)
    assert "120 inhalen, meer dan de opgave van 10" in text
    assert "10 × 90 ÷ 120 = 7,5" in text
    assert "Er blijft niets over om volgens de sleutel te verdelen" in text
    assert differing(found) == []


def test_who_is_far_ahead_is_lifted_to_0_and_the_others_pay(tmp_path):
    """C is 80 ahead, 10 now: 110 for 100 inhabitants gives it 1.1; it is lifted to 10 - 10, the others share 100."""
    found = read(tmp_path, town(A, 60), town(B, 39), town(C, 1, -80), total=100)

    assert found.rekening.sleutel == {A: 61, B: 39, C: 10}
    assert found.doelen == {A: 61, B: 39, C: 0}
    assert found.rekening.opgetild == (C,)
    text = text_of(found)
    assert "rest voor de sleutel = 100 + 10 - 10 = 100" in text
    assert "110 × 1 ÷ 100 = 1,1" in text
    assert "ronde 1: 1 - 10 = -9, onder 0; dus sleutel = 10 en sleutel + inhaal = 0" in text
    assert "daarvan van wie is opgetild en dus niet meedeelt: 1" in text
    assert differing(found) == []


def test_agreements_move_persons_and_sum_to_0(tmp_path):
    """A hands 3 of its 50 over to B: 47 and 53."""
    found = read(tmp_path, town(A, 10), town(B, 10), total=100, afspraken=[(A, B, 3)])

    assert found.doelen == {A: 47, B: 53}
    assert "doel = 50 + 0 - 3 = 47" in text_of(found)
    assert differing(found) == []


@pytest.mark.parametrize("order", [(A, B, C), (C, B, A), (B, A, C)])
def test_equal_fractions_follow_the_order_of_the_input_and_are_told(order, tmp_path):
    """Three of 10 inhabitants share 10: 3 each and one left, for the first in the input, whoever that is."""
    found = read(tmp_path, *(town(code, 10) for code in order), total=10)

    assert found.rekening.sleutel == {code: 4 if code == order[0] else 3 for code in (A, B, C)}
    assert f"precies gelijke breuken op de grens: {A} {A}, {B} {B}, {C} {C};" in text_of(found)
    assert differing(found) == []


def test_the_old_rule_stands_there_in_both_roundings(tmp_path):
    """165 x 57 and 33 of 90 are 104.5 and 60.5: alone both go up, together the first."""
    found = read(tmp_path, town(A, 57), town(B, 33), total=165)

    assert found.oud["taakstelling_afgerond"].deel == {A: 105, B: 61}
    assert found.oud["taakstelling_grootste_rest"].deel == {A: 105, B: 60}
    assert differing(found) == []


def test_who_lives_elsewhere_counts_at_the_owner_and_rooms_fill_shared_homes(tmp_path):
    """A houses 3 in rooms of homes of two, so 2 homes, of which 1 person lives in B."""
    case = case_of(town(A, 10), town(B, 10), total=10, placed={A: 3})
    case = replace(case, woningaanbod=(Woningaanbod("WD", A, "woningdelen", 2, 2, NOW),))
    hosts = [A, A, B]
    homes = tuple(
        Koppeling(h.huishouden_id, 1, A, host, "WD", "woningdelen", 2, 0.5, 1.0)
        for h, host in zip(case.huishoudens, hosts, strict=True)
    )
    owner, host = outcomes(case)
    off = {
        "toegewezen_personen": 3,
        "toegewezen_huishoudens": 3,
        "afwijking_personen": -2,
        "achterstand_na_personen": 2,
    }
    used = {"woningen_aangeboden": 2, "woningen_gebruikt": 2, "toegewezen_per_woonvorm": {"woningdelen": 3}}
    owner = replace(owner, **off, **used, gehuisvest_elders_personen=1)
    host = replace(host, gehuisvest_als_gast_personen=1)
    found = lees(written(tmp_path / "run", case, homes=homes, towns=(owner, host)))

    assert differing(found) == []
    text = text_of(found)
    assert "telt elk aanbod\\_id als aantal kamers ÷ slaapt" in text
    assert "volwassenen naast cursusplaatsen: niet na te gaan" in text
    assert "| gehuisvest\\_als\\_gast\\_personen | 1 | 1 | klopt |" in text
    wrong = lees(written(tmp_path / "wrong", case, homes=homes, towns=(replace(owner, woningen_gebruikt=3), host)))
    assert "woningen_gebruikt" in differing(wrong)


def test_without_a_choice_the_lot_chooses_and_writes_its_formula(tmp_path):
    found = read(tmp_path, *(town(code, 10) for code in (A, B, C)), total=10)
    mark = found.run.manifest["hash"]

    text = markdown(protocol(found))
    assert f'=REST(HEX.N.DEC("{mark[:8]}");3)+1: {int(mark[:8], 16)} geeft nummer {int(mark[:8], 16) % 3 + 1}:' in text
    assert text.count("\n## GM") == 3


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_a_name_is_never_read_as_markup(lang, tmp_path):
    """A name with HTML, a table's sign and a code fence."""
    rows = town(A, 10, naam="<script>alert(1)</script>|x"), town(B, 10, naam="```")
    found = read(tmp_path, *rows, total=10, lang=lang)
    whole = protocol(found, found.codes)

    assert "<script>alert" not in html(whole, lang)
    text = markdown(whole, lang)
    assert "\n## <script>" not in text
    assert text.count("\n```\n") * 2 == text.count("\n```")


def test_english_speaks_english_and_its_formulas_too(tmp_path):
    found = read(tmp_path, town(A, 50), town(B, 50), total=7, lang="en")

    text = text_of(found)
    assert "=SUM(E2:E3)" in text
    assert "7 × 50 ÷ 100 = 3.5" in text
    assert "klopt" not in text


def test_the_manifest_holds_the_weights_only_of_keys_that_no_table_holds(tmp_path):
    usual = read(tmp_path / "a", town(A, 10), town(B, 10), total=10)
    homes = read(tmp_path / "b", town(A, 10, woningvoorraad=3), town(B, 10, woningvoorraad=4), total=10,
                 sleutel="woningvoorraad")  # fmt: skip

    assert "sleutelgewichten" not in usual.run.manifest
    assert homes.run.manifest["sleutelgewichten"] == {A: "3", B: "4"}
