"""Same input, same bytes: neither the machine, nor the place, nor the order of rows decides anything.

The languages are made on the spot by ``localedef``, so that the machine really speaks them; where that cannot be done
their names alone are set, which still changes what Python takes a name of a file for. A GeoPackage is compared by what
it says: in Turkish GDAL counts two changes more in its header.
"""

import io
import json
import re
import shutil
import subprocess

import pytest
from books import case_book
from forgotten import contents
from programs import program, shuffled, written_example
from publishing import sign
from python_calamine import CalamineWorkbook
from small_case import FILES

from reports.geopackage import content_digest

SHA = re.compile(r"\b[0-9a-f]{64}\b")
LOCKS = "huishouden_id;gemeentecode;soort;waarde;reden;wie\n"
MACHINES = {
    "names in ASCII, one process": (
        {"LC_ALL": "C", "PYTHONUTF8": "0", "TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "1", "OMP_NUM_THREADS": "1"},
        1,
    ),
    "Dutch, two processes": (
        {"LC_ALL": "nl_NL.UTF-8", "TZ": "Europe/Amsterdam", "PYTHONHASHSEED": "2", "OMP_NUM_THREADS": "2"},
        2,
    ),
    "Turkish, four processes": (
        {"LC_ALL": "tr_TR.UTF-8", "TZ": "America/St_Johns", "PYTHONHASHSEED": "3", "OPENBLAS_NUM_THREADS": "1"},
        4,
    ),
}
"""What differs between machines, and how many parts are solved at the same time."""


@pytest.fixture(scope="module")
def spoken(tmp_path_factory):
    """Make the languages that a machine may lack; give where they are, or nothing where that cannot be done."""
    place = tmp_path_factory.mktemp("talen")
    if shutil.which("localedef") is None:
        return {}
    for language in ("nl_NL", "tr_TR"):
        command = ["localedef", "-i", language, "-f", "UTF-8", place / f"{language}.UTF-8"]
        if subprocess.run(command, check=False, capture_output=True).returncode not in {0, 1}:
            return {}
    return {"LOCPATH": str(place)}


@pytest.fixture(scope="module")
def case(tmp_path_factory):
    """Write a case with a lock, and half of its households equal to another but for the pseudonym."""
    case = written_example(tmp_path_factory.mktemp("zelfde") / "casus")
    for name in ("huishoudens.csv", "deelnemers.csv"):
        table = case / name
        header, *rows = table.read_text("utf-8-sig").splitlines()
        of = {row.partition(";")[0]: row.partition(";")[2] for row in rows}
        ids = sorted(of)
        twins = {two: of[one] for one, two in zip(ids[::2], ids[1::2], strict=False)}
        table.write_text("\n".join([header, *(f"{id_};{rest}" for id_, rest in (of | twins).items())]) + "\n", "utf-8")
    _only_first_adults(case)
    (case / "vastleggingen.csv").write_text(f"{LOCKS}H00001;;verboden;GM0505;proef;planner\n", "utf-8")
    text = (case / "scenario.toml").read_text("utf-8")
    (case / "krap.toml").write_text(text.replace("band = 0.05", "band = 0.25", 1), "utf-8")
    return case


def _only_first_adults(case):
    """Give every household one adult and no child, so that the tables agree."""
    header, *rows = (case / "huishoudens.csv").read_text("utf-8-sig").splitlines()
    columns = header.split(";")
    people = {"volwassenen": "1", **dict.fromkeys(("kinderen_0_3", "kinderen_4_11", "kinderen_12_17"), "0")}
    cells = [dict(zip(columns, row.split(";", len(columns) - 1), strict=True)) | people for row in rows]
    text = "\n".join([header, *(";".join(row.values()) for row in cells)]) + "\n"
    (case / "huishoudens.csv").write_text(text, "utf-8")


@pytest.fixture(scope="module")
def other(case, tmp_path_factory):
    """Solve the case with another band, to compare with."""
    place = tmp_path_factory.mktemp("ander") / "krap"
    program("solve", case, "--scenario", case / "krap.toml", "--out", place)
    return place


@pytest.fixture(scope="module")
def first(case, other, tmp_path_factory):
    """Give all that the commands write, in an ordinary place."""
    return everything(case, other, tmp_path_factory.mktemp("eerste"), {}, 2)


def everything(case, other, place, machine, workers):
    """Solve, report, compare and publish with the place as working folder; give every byte by its name."""
    shutil.copytree(case, place / "casus")
    shutil.copytree(other, place / "krap")
    sign(place / "besluit.toml")
    processes = ("--processen", workers)
    program("solve", "casus", "--out", place / "uit", *processes, cwd=place, **machine)
    program("report", "uit", "--bladen", "--site", *processes, cwd=place, **machine)
    program("compare", place / "uit", "krap", "--out", "naast", cwd=place, **machine)
    signed = ("--besluit", "besluit.toml", "--verslag", place / "verslag.xlsx")
    program("publish", "uit", "--out", "openbaar", *signed, cwd=place, **machine)
    written = {
        name: data
        for name, data in contents(place).items()
        if name.startswith(("uit/", "naast/", "openbaar/", "verslag"))
    }
    known = {"uit/run.json": without_runtime, "uit/gemeenten.gpkg": content_digest}
    return written | {name: read(written[name]) for name, read in known.items()}


def without_runtime(data):
    """Leave out of a manifest what the run cost and when it was."""
    return {name: part for name, part in json.loads(data).items() if name != "runtime"}


@pytest.mark.parametrize("name", MACHINES)
def test_no_machine_language_zone_place_or_process_changes_a_byte(name, case, other, first, spoken, tmp_path):
    """A path with a space and an accent, for what is read and for what is written."""
    machine, workers = MACHINES[name]
    place = tmp_path / "een map" / "uitkomst ë"
    place.mkdir(parents=True)

    again = everything(case, other, place, machine | spoken, workers)

    assert [file for file in first if again.get(file) != first[file]] == []
    assert again.keys() == first.keys()
    assert {file.partition("/")[0] for file in first} == {"uit", "naast", "openbaar", "verslag.xlsx"}
    assert sum(file.endswith(".pdf") for file in first) == 8


def test_rows_in_another_order_change_only_the_sha256_of_the_input(case, first, tmp_path):
    """Of run.json the input, the workbook that names it, and the hash over them; of the workbook those sums alone."""
    place = shuffled(case, tmp_path / "casus", seed=1)

    program("solve", place, "--out", tmp_path / "uit")
    again = contents(tmp_path / "uit")
    manifest, before = without_runtime(again.pop("run.json")), first["uit/run.json"]

    again["gemeenten.gpkg"] = content_digest(again["gemeenten.gpkg"])
    assert [name for name, data in again.items() if data != first[f"uit/{name}"]] == ["toewijzing.xlsx"]
    assert cells(again["toewijzing.xlsx"]) == cells(first["uit/toewijzing.xlsx"])
    assert {part for part in before if manifest[part] != before[part]} == {"hash", "invoer", "outputs"}
    assert manifest["outputs_inhoud"] == before["outputs_inhoud"]
    assert all(new | {"sha256": ""} == old | {"sha256": ""} for new, old in inputs_of(manifest, before))
    assert sum(new["sha256"] != old["sha256"] for new, old in inputs_of(manifest, before)) >= 8


def inputs_of(*manifests):
    """Pair the input files of two manifests."""
    return list(zip(*(manifest["invoer"] for manifest in manifests), strict=True))


def cells(data):
    """Give every cell of a workbook, a sha256 as such."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    return [
        [SHA.sub("sha256", str(cell)) for cell in row]
        for name in book.sheet_names
        for row in book.get_sheet_by_name(name).to_python()
    ]


def test_a_table_that_says_something_else_is_seen(case, first, tmp_path):
    """The comparison can fail: one home less in the offer, and the tables of the run differ."""
    shutil.copytree(case, tmp_path / "casus")
    offer = tmp_path / "casus" / "woningaanbod.csv"
    header, row, *rest = offer.read_text("utf-8-sig").splitlines()
    offer.write_text("\n".join([header, *rest]) + "\n", "utf-8")

    program("solve", tmp_path / "casus", "--out", tmp_path / "uit")
    again = contents(tmp_path / "uit")

    assert row
    assert [name for name in ("gemeenten.csv", "kaart.html") if again[name] == first[f"uit/{name}"]] == []


def test_a_name_that_is_no_text_is_told_with_a_question_mark(tmp_path):
    """Bytes of an old zip: the names of the folder, of a file in it and of the outcome are no UTF-8."""
    folder, out = tmp_path / "map\udceb", tmp_path / "uit\udceb"
    try:
        folder.mkdir()
    except OSError:
        pytest.skip("this file system takes names in UTF-8 only")
    (folder / "casus\udceb.xlsx").write_bytes(case_book(FILES))
    (folder / "kladje\udceb.csv").write_text("x\n", "utf-8")

    done = program("solve", folder, "--out", out, "--json")
    told, manifest = json.loads(done.stdout), json.loads((out / "run.json").read_bytes())

    assert any("kladje\N{REPLACEMENT CHARACTER}.csv" in text for text in told["warnings"])
    assert {file["bestand"] for file in manifest["invoer"]} == {"casus\N{REPLACEMENT CHARACTER}.xlsx"}
