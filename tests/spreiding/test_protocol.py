"""The command ``protocol``: what it writes of a solved run, what it refuses, and that it sees a changed number."""

import csv
import io
import json
from pathlib import Path

import pytest
from forgotten import naming

from reports.controle.gegevens import lees
from reports.controle.protocol import protocol
from reports.manifest import digest, manifest_hash
from spreiding.controle_page import GEMEENTEN, PAGE, page, small_run

DOCS = Path(__file__).parents[2] / "docs"


def codes(run):
    return [line.split(";")[0] for line in (run / "gemeenten.csv").read_text("utf-8-sig").splitlines()[1:]]


def change(run, name, edit):
    """Change the rows of a table in place, and give the folder the hashes that it then has, as a forger would."""
    rows = list(csv.DictReader((run / name).read_text("utf-8-sig").splitlines(), delimiter=";"))
    header = list(rows[0])
    edit(rows)
    text = io.StringIO(newline="")
    table = csv.DictWriter(text, header, delimiter=";", lineterminator="\r\n")
    table.writeheader()
    table.writerows(rows)
    (run / name).write_bytes(text.getvalue().encode("utf-8-sig"))
    change_manifest(run, lambda manifest: manifest["outputs"].update({name: digest((run / name).read_bytes())}))


def change_manifest(run, edit):
    manifest = json.loads((run / "run.json").read_text("utf-8"))
    edit(manifest)
    manifest["hash"] = manifest_hash(manifest)
    (run / "run.json").write_text(json.dumps(manifest, ensure_ascii=False), "utf-8")


def plus(column, by=1, row=0):
    """Add to a number of a row."""
    return lambda rows: rows[row].update({column: str(int(rows[row][column]) + by)})


def differing(run, *chosen):
    """Name the outcomes that differ."""
    whole = protocol(lees(run), chosen or codes(run))
    return {u.wat for h in whole.hoofdstukken for s in h.stappen for u in s.uitkomsten if u.oordeel == "wijkt_af"}


def test_every_number_of_a_solved_run_agrees_and_nothing_in_it_changes(call, run_folder, tmp_path, capsys):
    before = {path.name: path.read_bytes() for path in run_folder.iterdir()}
    out = tmp_path / "protocol.html"

    assert call("protocol", run_folder, *codes(run_folder), "--out", out) == 0
    assert "0 wijken af, 0 niet na te gaan" in capsys.readouterr().out
    assert {path.name: path.read_bytes() for path in run_folder.iterdir()} == before
    assert "WIJKT AF" not in out.read_text("utf-8")


CHANGES = {
    "inwoners": ("gemeenten.csv", plus("inwoners", 9000), {"sleutel_personen", "taakstelling_grootste_rest"}),
    "sleutel": ("gemeenten.csv", plus("sleutel_personen"), {"sleutel_personen", "som van sleutel_personen"}),
    "achterstand": ("gemeenten.csv", plus("achterstand", 8), {"inhaal_personen", "achterstand_na_personen"}),
    "inhaal": ("gemeenten.csv", plus("inhaal_personen", -1), {"inhaal_personen", "som van inhaal_personen"}),
    "afspraken": ("gemeenten.csv", plus("afspraken_personen"), {"som van afspraken_personen", "doel_personen"}),
    "doel": ("gemeenten.csv", plus("doel_personen"), {"doel_personen", "som van doel_personen"}),
    "toegewezen": (
        "gemeenten.csv",
        plus("toegewezen_personen"),
        {"geplaatste_personen", "toegewezen_personen", "afwijking_personen", "achterstand_na_personen"},
    ),
    "huishoudens": ("gemeenten.csv", plus("toegewezen_huishoudens"), {"toegewezen_huishoudens"}),
    "kinderen": ("gemeenten.csv", plus("toegewezen_kinderen"), {"cursusplaatsen gebruikt, alle leerroutes"}),
    "afwijking": ("gemeenten.csv", plus("afwijking_personen"), {"afwijking_personen"}),
    "na": ("gemeenten.csv", plus("achterstand_na_personen"), {"achterstand_na_personen"}),
    "gebruikt": ("gemeenten.csv", plus("woningen_gebruikt"), {"woningen_gebruikt"}),
    "aanbod": (
        "gemeenten.csv",
        plus("woningen_aangeboden"),
        {"woningen_aangeboden, som van de vormen in kaart.html"},
    ),
    "oud": ("gemeenten.csv", plus("taakstelling_afgerond"), {"taakstelling_afgerond"}),
    "oud_rest": ("gemeenten.csv", plus("taakstelling_grootste_rest"), {"taakstelling_grootste_rest"}),
    "gast": ("gemeenten.csv", plus("gehuisvest_als_gast_personen"), {"gehuisvest_als_gast_personen"}),
    "plaats": ("plaatsen.csv", plus("gebruikt"), {"cursusplaatsen gebruikt, alle leerroutes"}),
    "personen": ("koppelingen.csv", plus("personen"), {"toegewezen_personen", "personen in beide bestanden"}),
    "dubbel": (
        "koppelingen.csv",
        lambda rows: rows.append(dict(rows[0])),
        {"huishoudens die er twee keer staan", "geplaatste huishoudens"},
    ),
    "verdwenen": ("ongeplaatst.csv", lambda rows: rows.pop(), {"huishoudens in beide bestanden"}),
    "maat": (
        "uitleg_gemeenten.csv",
        lambda rows: rows[0].update(aanbod_per_grootte=rows[0]["aanbod_per_grootte"] + " 1x19"),
        {"gebruikte woningen voor 19 personen, geteld in koppelingen.csv"},
    ),
    "punten": (
        "uitleg_gemeenten.csv",
        lambda rows: rows[0].update(meer_punten="3,25"),
        {"punten van één persoon meer, alleen door de band (meer_punten)"},
    ),
    "minimum": (
        "uitleg_gemeenten.csv",
        lambda rows: rows[0].update(min_personen="400"),
        {"onderste rand van de band (kaart.html)"},
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_number_that_was_changed_differs_although_every_hash_is_right(name, run_folder):
    """One number of the first gemeente or household; nothing is copied from the column that is checked."""
    file, edit, told = CHANGES[name]
    assert differing(run_folder) == set()

    change(run_folder, file, edit)

    assert told <= differing(run_folder)


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        (lambda m: m["certificate"].update(proven_gap=m["certificate"]["proven_gap"] / 2 + 0.001), "proven_gap"),
        (lambda m: m["certificate"].update(objective=m["certificate"]["objective"] + 1), "proven_gap"),
        (lambda m: m["counts"].update(geplaatste_personen=1), "geplaatste_personen"),
        (lambda m: m["counts"].update(huishoudens=1), "huishoudens in beide bestanden"),
        (lambda m: m["scenario"].update(opgave_personen=m["scenario"]["opgave_personen"] + 3), "som van doel_personen"),
        (lambda m: m["scenario"].update(inhaal_kwartalen=2), "inhaal_personen"),
        (lambda m: m["scenario"].update(band_personen=5), "bovenste rand van de band (kaart.html)"),
    ],
)
def test_a_choice_or_a_proof_that_was_changed_differs(edit, told, run_folder):
    change_manifest(run_folder, edit)

    assert told in differing(run_folder)


def test_a_changed_number_of_another_gemeente_is_named_and_the_exit_code_says_it(call, run_folder, tmp_path, capsys):
    """The protocol of the second gemeente names the first, of which a number differs."""
    first, second = codes(run_folder)[:2]
    change(run_folder, "gemeenten.csv", plus("doel_personen"))
    out = tmp_path / "p.md"

    assert call("protocol", run_folder, second, "--out", out) == 4
    assert "wijken af" in capsys.readouterr().out
    line = next(line for line in out.read_text("utf-8").splitlines() if line.startswith("| doel\\_personen"))
    assert f"5 van 6 gelijk | {first} (" in line
    assert "WIJKT AF" in line


def test_a_file_without_its_hash_is_refused_by_name(call, run_folder, tmp_path, capsys):
    (run_folder / "koppelingen.csv").write_text("x", "utf-8")

    assert call("protocol", run_folder, "--out", tmp_path / "p.html") == 4
    assert "niet meer zoals de berekening het schreef: koppelingen.csv" in capsys.readouterr().err
    assert not (tmp_path / "p.html").exists()


def test_a_cell_that_is_no_number_is_refused_with_its_place(call, run_folder, tmp_path, capsys):
    change(run_folder, "gemeenten.csv", lambda rows: rows[0].update(inwoners="veel"))

    assert call("protocol", run_folder, "--out", tmp_path / "p.html") == 2
    said = capsys.readouterr().err
    assert "gemeenten.csv: in kolom inwoners staat 'veel'" in said


def test_a_run_that_forgot_its_households_says_what_cannot_be_checked(call, made, run_folder, tmp_path, capsys):
    names = made[1]
    assert call("forget", run_folder) == 0
    out = tmp_path / "p.md"

    assert call("protocol", run_folder, *codes(run_folder), "--out", out) == 0
    assert "0 wijken af" in capsys.readouterr().out
    assert "staan niet meer in deze map (spreiding forget)" in out.read_text("utf-8")
    assert naming(tmp_path, names) == []


def test_no_household_is_named(call, made, run_folder, tmp_path):
    out = tmp_path / "hier"
    out.mkdir()
    for kind in ("html", "md"):
        assert call("protocol", run_folder, *codes(run_folder), "--out", out / f"p.{kind}") == 0

    assert naming(out, made[1]) == []


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["GM9999"], "deze gemeente staat niet in de uitkomst"),
        (["--out", "p.pdf"], "(.html)"),
        (["--out", "{run}/p.html"], "dit is de map van de uitkomst"),
    ],
)
def test_what_cannot_be_written_is_refused(arguments, words, call, run_folder, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)

    assert call("protocol", run_folder, *(a.format(run=run_folder) for a in arguments)) == 2
    assert words in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["map"]


def test_without_a_name_it_is_written_here_and_an_earlier_one_only_replaced_when_asked(
    call, run_folder, tmp_path, monkeypatch, capsys
):
    monkeypatch.chdir(tmp_path)

    assert call("protocol", run_folder, "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert told["out"] == "controleprotocol.html"
    assert told["door_lot"] is True
    assert len(told["gemeenten"]) == 3
    first = Path("controleprotocol.html").read_bytes()
    assert call("protocol", run_folder) == 2
    assert "bestaat al" in capsys.readouterr().err
    assert call("protocol", tmp_path / "nergens") == 2
    assert "geen run.json" in capsys.readouterr().err
    assert call("protocol", run_folder, "--overschrijf") == 0
    assert Path("controleprotocol.html").read_bytes() == first


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    """Solve the small example once."""
    return small_run(tmp_path_factory.mktemp("protocol") / "klein")


def test_the_committed_page_is_the_one_that_the_program_writes(small):
    """Rewrite it with: python -m spreiding.controle_page docs."""
    assert (DOCS / PAGE).read_text("utf-8") == page(small)


def test_the_page_agrees_with_its_run_and_shows_three_kinds_of_gemeenten(small):
    found = protocol(small, GEMEENTEN)
    off = {code: small.getal(code, "toegewezen_personen") for code in GEMEENTEN}
    bands = {code: small.band(code) for code in GEMEENTEN}

    assert (found.aantal("wijkt_af"), found.aantal("niet")) == (0, 0)
    assert [sum(bands[code].buiten(off[code])) > 0 for code in GEMEENTEN] == [True, True, False]
