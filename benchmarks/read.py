"""How long it takes to read and check 30,000 households with all tables: good data, bad data, and each kind of file.

Run: python benchmarks/read.py [--households 30000]
Bad data has a fault of its own in every row of the table huishoudens: distinct texts, so that nothing is saved by
reading each text once.
"""

import argparse
import csv
import io
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import xlsxwriter

from geodata.distances import main_places
from inputs.example.generate import write_example
from inputs.messages import render_all
from inputs.problems import InputProblems
from inputs.read import read_case

Row = list[str]
SPOILERS: dict[str, tuple[str, Callable[[int, str], str]]] = {
    "text in a number": ("volwassenen", lambda n, _: f"twee{n}"),
    "out of range": ("kinderen_0_3", lambda n, _: str(-1 - n)),
    "unknown location": ("opvanglocatie", lambda n, old: f"{old} {n}x"),
    "wrong date": ("vergunningdatum", lambda n, _: f"31-02-{1000 + n % 9000}"),
    "unknown word": ("delen", lambda n, _: f"misschien{n}"),
    "double pseudonym": ("huishouden_id", lambda n, _: f"H{n // 2}"),
}


def main() -> None:
    """Print a line for each kind of data."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--households", type=int, default=30_000)
    households = parser.parse_args().households
    with tempfile.TemporaryDirectory() as place:
        good = Path(place) / "good"
        write_example(good, main_places(), households=households, seed=1)
        read_case(good)  # once before the clock starts: imports and validators
        _told("good, CSV", good)
        _told("good, workbook", _as_book(good, Path(place) / "good.xlsx"))
        _told("good, Parquet", _as_parquet(good, Path(place) / "parquet"))
        for name in SPOILERS:
            _told(f"bad: {name}", _spoiled(good, Path(place) / "bad", [name]))
        _told("bad: all of these", _spoiled(good, Path(place) / "bad", list(SPOILERS)))
        _told("bad: gemeentecodes", _codes(good, Path(place) / "bad"))


def _told(name: str, case: Path) -> None:
    """Read a case, say its problems on one screen, and print the time of each."""
    started = time.perf_counter()
    try:
        problems = read_case(case)[1]
    except InputProblems as found:
        problems = found.problems
    read = time.perf_counter()
    render_all(problems, "nl")
    print(
        f"{name:<26}{len(problems):>9} problems {read - started:6.2f} s read {time.perf_counter() - read:6.2f} s told"
    )


def _rows(path: Path) -> list[Row]:
    """Give header and rows of a CSV."""
    return list(csv.reader(io.StringIO(path.read_text("utf-8-sig")), delimiter=";"))


def _spoiled(good: Path, out: Path, names: list[str]) -> Path:
    """Copy a case and put a fault in every row of the table huishoudens."""
    shutil.rmtree(out, ignore_errors=True)
    shutil.copytree(good, out)
    header, *rows = _rows(good / "huishoudens.csv")
    for name in names:
        column, spoil = SPOILERS[name]
        at = header.index(column)
        for n, row in enumerate(rows):
            row[at] = spoil(n, row[at])
    _write(out / "huishoudens.csv", [header, *rows])
    return out


def _codes(good: Path, out: Path) -> Path:
    """Copy a case and write another unknown gemeentecode in every row with homes and seats."""
    shutil.rmtree(out, ignore_errors=True)
    shutil.copytree(good, out)
    for name in ("woningaanbod", "inburgering"):
        header, *rows = _rows(good / f"{name}.csv")
        at = next(n for n, column in enumerate(header) if column in {"gemeentecode", "gebied"})
        for n, row in enumerate(rows):
            row[at] = f"GM{2000 + n:04d}"
        _write(out / f"{name}.csv", [header, *rows])
    return out


def _write(path: Path, rows: list[Row]) -> None:
    """Write rows as CSV."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, delimiter=";").writerows(rows)


def _as_book(good: Path, out: Path) -> Path:
    """Write a case as one workbook with typed cells."""
    with xlsxwriter.Workbook(out, {"strings_to_numbers": True, "constant_memory": True}) as book:
        for path in sorted(good.glob("*.csv")):
            sheet = book.add_worksheet(path.stem)
            for n, row in enumerate(_rows(path)):
                for column, cell in enumerate(row):
                    if cell:
                        sheet.write(n, column, cell.replace(",", ".") if cell[0].isdigit() and "," in cell else cell)
    book = out.with_name("book")
    book.mkdir()
    out.rename(book / "casus.xlsx")
    shutil.copyfile(good / "scenario.toml", book / "scenario.toml")
    return book


def _as_parquet(good: Path, out: Path) -> Path:
    """Write a case as Parquet, text in every cell."""
    out.mkdir()
    for path in sorted(good.glob("*.csv")):
        header, *rows = _rows(path)
        pd.DataFrame(rows, columns=header).to_parquet(out / f"{path.stem}.parquet")
    shutil.copyfile(good / "scenario.toml", out / "scenario.toml")
    return out


if __name__ == "__main__":
    main()
