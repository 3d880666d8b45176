"""A case bent so that key, carry-over, rounding and agreements all have something to say."""

from pathlib import Path

from recount.tampering import change, rows_of


def bend_duties(case: Path, key="eigen", balance="behouden", rounding="per_gemeente") -> None:
    """Choose key, carry-over and rounding, with all that any key reads; let the first gemeente hand 3 over."""
    change(case / "gemeenten.csv", bend_columns)
    rows = rows_of(case / "gemeenten.csv")
    codes = [row["gemeentecode"] for row in rows]
    own = [f"{code};{'0,000000001' if n % 2 else '0,000000003'};synthetisch" for n, code in enumerate(codes)]
    write(case / "sleutel.csv", ["gemeentecode;gewicht;bron", *own])
    swaps = [(codes[0], codes[1], 3, "2026K1"), (codes[1], codes[2], 1, "2026K1"), (codes[2], codes[0], 9, "2026K2")]
    swaps = [";".join(map(str, (*row, "proef", "synthetisch"))) for row in swaps]
    write(case / "afspraken.csv", ["van;naar;personen;kwartaal;grond;bron", *swaps])
    lines = (case / "scenario.toml").read_text("utf-8").splitlines()
    chosen = [f'sleutel = "{key}"', f'achterstand = "{balance}"', f'afronding = "{rounding}"']
    write(case / "scenario.toml", [*(line for line in lines if not line.startswith("sleutel")), *chosen])


def write(path: Path, lines) -> None:
    """Write lines of text."""
    path.write_text("\n".join(lines) + "\n", "utf-8")


def bend_columns(rows):
    """Fill the columns of the keys with numbers that differ, keep balances small, and put two gemeenten ahead."""
    for n, row in enumerate(rows):
        row["ses_woa"] = f"{(n - 5) * 0.037:.3f}".replace(".", ",")
        row["woningvoorraad"], row["corporatiebezit"] = str(4001 + 977 * n), str(1301 + 389 * ((5 * n) % 12))
        row["achterstand"] = str((7, -4, 0, 5, 2)[n % 5])
    rows[0]["achterstand"], rows[6]["achterstand"] = "12", "-200"
