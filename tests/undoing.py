"""Turn a case of today back into one of an earlier year: each gemeente in the parts that it was made of."""

import csv

from inputs.herindelingen import ended

COUNTED = {"gemeenten": "gemeentecode", "inburgering": "gebied", "onderwijs": "gemeentecode"}
"""Tables whose numbers are divided, with their column of codes."""
SPLIT = ("inwoners", "achterstand", "sociale_verhuringen", "vorig_kwartaal_personen", "plaatsen")
PLACES = ("gemeentecode", "gastgemeente", "gemeenten", "voorkeur_1", "voorkeur_2", "voorkeur_3")


def read(path):
    """Read a table: its header and its rows."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        table = csv.DictReader(file, delimiter=";")
        return list(table.fieldnames or []), list(table)


def undo(folder, parts):
    """Write every table of a case again, with the parts of each gemeente in its place."""
    for path in folder.glob("*.csv"):
        header, rows = read(path)
        rows = [old for n, row in enumerate(rows) for old in undone(path.stem, row, n, parts)]
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            table = csv.DictWriter(file, header, delimiter=";")
            table.writeheader()
            table.writerows(rows)


def undone(name, row, n, parts):
    """Give the rows that one row was: counts in parts, the rest to the first; a place in one of them, in turn."""
    if name not in COUNTED:
        turn = {new: old[n % len(old)] for new, old in parts.items()}
        return [
            {
                **row,
                **{place: " ".join(turn.get(w, w) for w in row[place].split(" ")) for place in PLACES if place in row},
            }
        ]
    old = parts.get(row[COUNTED[name]])
    return [row] if old is None else [part(row, COUNTED[name], old, k) for k in range(len(old))]


def part(row, kolom, old, k):
    """Give the row of one part."""
    counts = {name: int(row[name]) for name in SPLIT if row.get(name)}
    pieces = {name: count // len(old) + (count % len(old) if k == 0 else 0) for name, count in counts.items()}
    naam = {"naam": ended()[old[k]].naam} if "naam" in row and old[k] in ended() else {}
    return {**row, kolom: old[k], **naam, **{name: str(count) for name, count in pieces.items()}}
