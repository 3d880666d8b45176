"""``check`` tells a planner what is wrong with key, carry-over, rounding and agreements, and leaves with code 2."""

import csv

import pytest


def scenario(case, *lines):
    """Write choices into the scenario in place of those that are there."""
    path, names = case / "scenario.toml", tuple(line.partition(" ")[0] for line in lines)
    kept = [line for line in path.read_text("utf-8").splitlines() if not line.startswith(names)]
    path.write_text("\n".join([*kept, *lines, ""]), "utf-8")


def codes_of(case):
    with (case / "gemeenten.csv").open(encoding="utf-8-sig", newline="") as file:
        return [row["gemeentecode"] for row in csv.DictReader(file, delimiter=";")]


def unknown_key(case):
    scenario(case, 'sleutel = "inwoner"')


def unknown_balance(case):
    scenario(case, 'achterstand = "gespreidt"')


def unknown_rounding(case):
    scenario(case, 'afronding = "grootste_rest"')


def empty_column(case):
    scenario(case, 'sleutel = "woningvoorraad"')


def no_own_table(case):
    scenario(case, 'sleutel = "eigen"')


def own_key_of_nothing(case):
    scenario(case, 'sleutel = "eigen"')
    rows = [f"{code};0;besluit" for code in codes_of(case)]
    (case / "sleutel.csv").write_text("\n".join(["gemeentecode;gewicht;bron", *rows]), "utf-8")


def agreement_too_large(case):
    one, other = codes_of(case)[:2]
    text = f"van;naar;personen;kwartaal;grond\n{one};{other};5000;2026K1;proef\n"
    (case / "afspraken.csv").write_text(text, "utf-8")


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (unknown_key, ("scenario.toml", "Bedoelde u inwoners?", "[F.214]")),
        (unknown_balance, ("scenario.toml", "Bedoelde u gespreid?", "[F.214]")),
        (unknown_rounding, ("scenario.toml", "Bedoelde u grootste_resten?", "[F.214]")),
        (empty_column, ("gemeenten.csv:2", "gemeenten.csv:11", "leeg telt niet als 0", "[F.451]")),
        (no_own_table, ("sleutel.csv", "dit bestand ontbreekt", "[F.002]")),
        (own_key_of_nothing, ("sleutel.csv", "weegt elke gemeente 0", "[F.453]")),
        (agreement_too_large, ("afspraken.csv:2", "verlaag personen in deze regel", "[F.456]")),
    ],
)
def test_a_bad_choice_is_told_with_its_place_and_remedy(spoil, words, case, call, capsys):
    spoil(case)

    assert call("check", case) == 2
    said = capsys.readouterr().err
    assert [word for word in words if word not in said] == []
    assert "Traceback" not in said
