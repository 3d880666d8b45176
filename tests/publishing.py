"""A run folder of a few gemeenten, a signed decision, and ways to read what became public."""

import csv
import io
import json
from hashlib import sha256

from reports.manifest import manifest_hash

AREA = "gemeentecode;naam;provincie;arbeidsmarktregio;inwoners"
COLUMNS = f"{AREA};sleutel_personen;toegewezen_personen;toegewezen_huishoudens;bron"
SIGNED = {
    "kwartaal": "2026K1",
    "drempel": 5,
    "afronding": 1,
    "functie": "hoofd gegevensbescherming",
    "organisatie": "Proefministerie",
    "datum": "2026-03-01",
    "akkoord": "Deze aantallen mogen zo openbaar worden.",
    "contact": "gegevens@example.org",
    "licentie": "CC0-1.0",
    "vrijgave": "2026-04-01",
}
FILES = {
    "LEESMIJ.md",
    "arbeidsmarktregios.csv",
    "dcat.jsonld",
    "gemeenten.csv",
    "nederland.csv",
    "provincies.csv",
    "publicatie.json",
}


def code(letter):
    """Name gemeente a GM0001, b GM0002, ..."""
    return f"GM{ord(letter) - ord('a') + 1:04d}"


def run_of(place, persons, provincies=None, regios=None, inhabitants=None, **manifest):
    """Write the files of a run that publishing reads; gemeenten a, b, c, ... of 1 000 inhabitants."""
    letters = "abcdefghijklmnop"[: len(persons)]
    provincies = provincies or "P" * len(letters)
    regios = regios or provincies
    inhabitants = inhabitants or [1000] * len(letters)
    cells = zip(letters, provincies, regios, inhabitants, persons, strict=True)
    rows = [f"{code(g)};{g.upper()}-stad;{p};{r};{n};7;{many};2;proef" for g, p, r, n, many in cells]
    return write_run(place, "\r\n".join([COLUMNS, *rows]) + "\r\n", **manifest)


def write_run(place, table, **manifest):
    place.mkdir(parents=True)
    data = b"\xef\xbb\xbf" + table.encode()
    (place / "gemeenten.csv").write_bytes(data)
    part = {
        "scenario": {"kwartaal": "2026K1"},
        "synthetisch": False,
        "outputs": {"gemeenten.csv": sha256(data).hexdigest()},
    }
    part |= manifest
    (place / "run.json").write_text(json.dumps({**part, "hash": manifest_hash(part), "runtime": {}}), "utf-8")
    return place


def sign(place, **other):
    """Write a signed decision; None leaves a key out."""
    values = {key: value for key, value in (SIGNED | other).items() if value is not None}
    lines = [f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in values.items()]
    place.write_text("\n".join(lines) + "\n", "utf-8")
    return place


def rows(folder, name):
    text = (folder / name).read_text("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text), delimiter=";"))


def shown(folder):
    """Give what is published of every gemeente, by its letter."""
    return {row["naam"][0].lower(): row["personen"] for row in rows(folder, "gemeenten.csv")}


def hidden(folder):
    """Name the gemeenten that are hidden by letter, and the totals by name."""
    gemeenten = "".join(letter for letter, number in shown(folder).items() if number == "afgeschermd")
    totals = {
        next(iter(row.values()))
        for name in ("provincies.csv", "arbeidsmarktregios.csv", "nederland.csv")
        for row in rows(folder, name)
        if row["personen"] == "afgeschermd"
    }
    return gemeenten, totals
