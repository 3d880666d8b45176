"""What becomes public: which files, with which numbers, and nothing that follows from a hidden one."""

import csv
import io
import json
import re

import numpy as np
import pytest
from forgotten import contents
from publishing import FILES, code, hidden, rows, run_of, shown, sign, write_run

from inputs.facts import gemeenten_2026
from optimizer.suppression.proof import Reach
from reports.publishing.publication import attack
from reports.publishing.published import read_publication


@pytest.fixture
def publish(call, tmp_path):
    """Give a function that publishes a run under a decision, and gives exit code and folder."""

    def published(run, name="openbaar", *more, **signed):
        decision = sign(tmp_path / f"{name}.toml", **signed)
        return call("publish", run, "--out", tmp_path / name, "--besluit", decision, *more), tmp_path / name

    return published


def test_a_run_of_three_gemeenten_hides_the_small_one_and_one_more(publish, tmp_path):
    """3 + 20 + 30 = 53. Of b and c the one with the fewest inhabitants goes with a."""
    run = run_of(tmp_path / "run", [3, 20, 30], inhabitants=[900, 200, 300])

    status, out = publish(run)

    assert status == 0
    assert {path.name for path in out.iterdir()} == FILES
    assert shown(out) == {"a": "afgeschermd", "b": "afgeschermd", "c": "30"}
    assert [row["personen"] for name in ("provincies", "nederland") for row in rows(out, f"{name}.csv")] == ["53", "53"]


def test_the_attacker_reads_the_published_files_alone(publish, tmp_path):
    """Of 53 persons 30 are in c, so a and b have 0 to 23."""
    _, out = publish(run_of(tmp_path / "run", [3, 20, 30]))

    assert attack(read_publication(out), {}) == tuple(Reach("gemeente", code(letter), 0, 23) for letter in "ab")


def test_numbers_are_rounded_as_signed(publish, tmp_path):
    """33 and 18 are published as 35 and 20; 51 together as 50."""
    _, out = publish(run_of(tmp_path / "run", [33, 18]), afronding=5)

    assert shown(out) == {"a": "35", "b": "20"}
    assert rows(out, "nederland.csv")[0]["personen"] == "50"


def test_zero_is_published_unless_the_owner_does_not_want_it(publish, tmp_path):
    run = run_of(tmp_path / "run", [0, 20, 30])

    _, with_zero = publish(run, "met")
    _, without = publish(run, "zonder", nul_zichtbaar=False)

    assert shown(with_zero)["a"] == "0"
    assert shown(without)["a"] == "afgeschermd"


def test_publishing_again_gives_the_same_bytes(publish, tmp_path):
    run = run_of(tmp_path / "run", [3, 20, 20, 20, 1, 44], "PPQQQQ", "RSRSRS")

    _, once = publish(run, "een")
    _, again = publish(run, "twee")

    assert contents(once) == contents(again)


@pytest.mark.parametrize("other", [[4, 19, 30], [1, 22, 30], [2, 21, 30]])
def test_other_hidden_numbers_give_the_same_bytes(publish, tmp_path, other):
    """Only the hash of the run differs, which is over the whole of it, and the hash over that."""
    _, one = publish(run_of(tmp_path / "run", [3, 20, 30], inhabitants=[300, 200, 900]))
    _, two = publish(run_of(tmp_path / "run2", other, inhabitants=[300, 200, 900]), "anders")

    assert without_hashes(one) == without_hashes(two)


def without_hashes(folder):
    files = contents(folder)
    manifest = json.loads(files.pop("publicatie.json"))
    return {**files, "publicatie.json": {k: v for k, v in manifest.items() if k not in {"uitkomst", "hash"}}}


def test_no_hidden_number_stands_in_any_byte_of_the_bundle(publish, tmp_path):
    """The two that hide the small ones are long numbers, which no hash or date in the bundle holds by chance."""
    planted = {"b": 73_939, "d": 86_861}
    run = run_of(tmp_path / "run", [3, 73_939, 4, 86_861, 200_000], "PPQQQ", "RSRST", inhabitants=[10**6] * 5)

    _, out = publish(run)

    assert hidden(out)[0] == "abcd"
    for name, data in contents(out).items():
        for number in planted.values():
            digits = str(number)
            assert not re.search(rf"{digits[:2]}[.,\s_]?{digits[2:]}".encode(), data), name
    fields = [set(row.values()) for name in FILES if name.endswith(".csv") for row in rows(out, name)]
    assert [field for field in fields if {"3", "4"} & field and "afgeschermd" in field] == []


def test_nothing_of_households_sizes_or_targets_becomes_public(publish, tmp_path):
    _, out = publish(run_of(tmp_path / "run", [30, 20]))

    assert list(rows(out, "gemeenten.csv")[0]) == [
        "gemeentecode", "naam", "provincie", "arbeidsmarktregio", "inwoners", "kwartaal", "personen", "bron",
    ]  # fmt: skip
    words = b"huishouden_id", b"toegewezen_huishoudens", b"sleutel", b"doel", b"woonvorm", b"slaapt"
    assert [name for name, data in contents(out).items() if any(word in data for word in words)] == []


def test_the_country_is_only_named_where_it_is_whole(publish, tmp_path):
    _, out = publish(run_of(tmp_path / "run", [30, 20]))

    assert rows(out, "nederland.csv")[0]["gebied"] == "alle gemeenten van deze publicatie"


def test_synthetic_numbers_say_so_in_every_file(publish, tmp_path):
    _, out = publish(run_of(tmp_path / "run", [30, 20], synthetisch=True))

    assert [name for name, data in contents(out).items() if b"ynthetisch" not in data] == []


def test_the_readme_tells_the_rules_and_who_signed(publish, tmp_path):
    _, out = publish(run_of(tmp_path / "run", [3, 20, 30]), afronding=5)
    text = (out / "LEESMIJ.md").read_text("utf-8")

    for told in (
        "van 1 tot en met 4 worden niet gepubliceerd",
        "veelvouden van 5",
        "`afgeschermd` betekent niet 0",
        "hoofd gegevensbescherming van Proefministerie tekende op 1 maart 2026",
        "Deze aantallen mogen zo openbaar worden.",
    ):
        assert told in text


def test_the_description_has_what_dcat_ap_nl_asks(publish, tmp_path):
    _, out = publish(run_of(tmp_path / "run", [30, 20]), adres="https://data.example.org/2026K1/")
    dataset = json.loads((out / "dcat.jsonld").read_text("utf-8"))

    asked = ["title", "description", "identifier", "publisher", "creator", "accessRights", "issued", "spatial"]
    assert [key for key in asked if f"dct:{key}" not in dataset] == []
    assert dataset["dcat:theme"]["@id"].endswith("/data-theme/SOCI")
    assert dataset["dcat:contactPoint"]["vcard:hasEmail"] == {"@id": "mailto:gegevens@example.org"}
    assert dataset["dct:temporal"]["dcat:startDate"]["@value"] == "2026-01-01"
    assert dataset["dct:temporal"]["dcat:endDate"]["@value"] == "2026-03-31"
    assert dataset["@context"]["@base"] == "https://data.example.org/2026K1/"
    files = json.loads((out / "publicatie.json").read_text("utf-8"))["bestanden"]
    for part in dataset["dcat:distribution"]:
        assert part["dct:license"]["@id"].startswith("http://creativecommons.org/publicdomain/zero")
        name = part["dcat:accessURL"]["@id"]
        assert part["spdx:checksum"]["spdx:checksumValue"]["@value"] == files[name]


def test_a_name_that_a_spreadsheet_would_run_stays_text(publish, tmp_path):
    table = "gemeentecode;naam;provincie;arbeidsmarktregio;inwoners;toegewezen_personen\r\n"
    run = write_run(tmp_path / "run", table + "GM0001;'=1+1;'@P;R;1000;30\r\nGM0002;'s-Stad;'@P;R;1000;20\r\n")

    status, out = publish(run)

    assert status == 0
    assert [row["naam"] for row in rows(out, "gemeenten.csv")] == ["'=1+1", "'s-Stad"]
    assert [row["provincie"] for row in rows(out, "provincies.csv")] == ["'@P"]


def test_a_real_run_becomes_public_and_also_after_it_forgot(publish, call, run_folder):
    """The file with a row a gemeente stays when households are forgotten."""
    kwartaal = json.loads((run_folder / "run.json").read_text("utf-8"))["scenario"]["kwartaal"]

    before, one = publish(run_folder, "een", kwartaal=kwartaal)
    call("forget", run_folder)
    after, two = publish(run_folder, "twee", kwartaal=kwartaal)

    assert (before, after) == (0, 0)
    assert without_hashes(one) == without_hashes(two)


def test_all_342_gemeenten_are_published_in_seconds(publish, tmp_path, capsys):
    """About 9 100 persons, drawn once around the inhabitants: some 30 gemeenten have fewer than 5."""
    facts = gemeenten_2026()
    people = np.array([fact.inwoners for fact in facts])
    drawn = np.random.default_rng(7).poisson(people / people.sum() * 9100)
    columns = "gemeentecode;naam;provincie;arbeidsmarktregio;inwoners;toegewezen_personen"
    lines = [
        ";".join(map(str, (f.gemeentecode, f.naam, f.provincie, f.arbeidsmarktregio, f.inwoners, many)))
        for f, many in zip(facts, drawn, strict=True)
    ]
    run = write_run(tmp_path / "run", "\r\n".join([columns, *lines, ""]))

    status, out = publish(run, "openbaar", "--json")
    told = json.loads(capsys.readouterr().out)

    assert status == 0
    assert told["cheapest_proven"]
    assert told["least_room"] >= 5
    assert told["small"] == int(((drawn > 0) & (drawn < 5)).sum())
    assert rows(out, "nederland.csv")[0]["gebied"] == "Nederland"


def test_the_report_for_planners_stands_outside_and_names_every_hidden_number(publish, tmp_path):
    run = run_of(tmp_path / "run", [3, 20, 30], inhabitants=[900, 200, 300])

    publish(run, "openbaar", "--verslag", tmp_path / "verslag.csv")

    table = list(csv.DictReader(io.StringIO((tmp_path / "verslag.csv").read_text("utf-8-sig")), delimiter=";"))
    assert [(row["gebied"], row["personen"], row["reden"], row["minste"], row["meeste"]) for row in table] == [
        (code("a"), "3", "klein aantal", "0", "23"),
        (code("b"), "20", "beschermt andere", "0", "23"),
    ]
    assert "Goedkoopste keuze bewezen: ja" in (tmp_path / "verslag.md").read_text("utf-8")


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_report_is_also_a_workbook_of_the_same_bytes(publish, tmp_path, lang):
    run = run_of(tmp_path / "run", [3, 20, 30])

    for name in ("een", "twee"):
        publish(run, name, "--verslag", tmp_path / f"{name}.xlsx", "--lang", lang)

    assert (tmp_path / "een.xlsx").read_bytes() == (tmp_path / "twee.xlsx").read_bytes()
