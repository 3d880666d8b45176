"""A case whose run says all that it can of its households, and ways to see whether a folder still names one."""

import io
import json
import re
import subprocess
import sys
import zipfile

ID = re.compile(r"\bH(\d{5})\b")
LATE = "huishouden_id;grond;peildatum;gemeenten;regio;tot\n{};werk;2025-01-01;{};;2025-12-31\n"
LOCKS = "huishouden_id;gemeentecode;soort;waarde;reden;wie\n{};;verboden;{};proef;planner\n"


def rows(file):
    """Give the rows of a table as cells, without its header."""
    return [line.split(";") for line in file.read_text("utf-8-sig").splitlines()[1:]]


def everything_told(case):
    """Give a case whose run says all that it can: a ground that ended, a lock, couplings that do not fit, groups."""
    for file in case.glob("*.csv"):
        file.write_text(ID.sub(r"PSN\1Q", file.read_text("utf-8-sig")), "utf-8")
    names = [row[0] for row in rows(case / "huishoudens.csv")]
    code = rows(case / "gemeenten.csv")[0][0]
    (case / "bindingen.csv").write_text(LATE.format(names[0], code), "utf-8")
    (case / "vastleggingen.csv").write_text(LOCKS.format(names[1], code), "utf-8")
    coupled = "\n".join(["huishouden_id;gemeentecode", *(f"{name};{code}" for name in names)])
    (case / "gekoppeld.csv").write_text(coupled, "utf-8")
    groups = "\n".join(["huishouden_id;groep", *(f"{name};{'ab'[n % 2]}" for n, name in enumerate(names))])
    (case.parent / "groepen.csv").write_text(groups, "utf-8")
    return names


def solved(place):
    """Write an example, let it tell everything, and solve it with everything explained; give run and pseudonyms."""
    program = [sys.executable, "-m", "spreiding"]
    size = ["--households", "40", "--gemeenten", "6", "--seed", "2"]
    subprocess.run([*program, "example", *size, "--out", place / "casus"], check=True, capture_output=True)
    names = everything_told(place / "casus")
    more = ["--prijs-per-doel", "--groepen", place / "groepen.csv", "--groepsvloer", "--out", place / "uitkomst"]
    done = subprocess.run([*program, "solve", place / "casus", *more], check=False, capture_output=True, text=True)
    assert done.returncode in {0, 3}, done.stderr
    return place / "uitkomst", names


def naming(folder, names):
    """List the files in which a household is named, also packed in a zip."""
    return sorted(
        file.name
        for file in folder.rglob("*")
        if file.is_file() and any(name.encode() in part for part in unpacked(file) for name in names)
    )


def unpacked(file):
    data = file.read_bytes()
    if not zipfile.is_zipfile(io.BytesIO(data)):
        return [data]
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return [data, *(packed.read(name) for name in packed.namelist())]


def manifest(run):
    return json.loads((run / "run.json").read_text("utf-8"))


def contents(folder):
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}
