"""The case with every rule, with scores from elsewhere for couples and two singles in three, by gemeente or region."""

from pathlib import Path
from random import Random

from recount.rich import HERE, THERE, rich
from recount.tampering import rows_of

HEADER = "huishouden_id;score;bron;modelversie;gemeentecode;arbeidsmarktregio;peildatum"


def scored(case: Path, seed: int = 0) -> None:
    """Bend an example of 40 households in 6 gemeenten."""
    rich(case, seed)
    random = Random(seed)  # noqa: S311  a draw for a test
    codes = [row["gemeentecode"] for row in rows_of(case / "gemeenten.csv")]
    lines = []
    for n, row in enumerate(rows_of(case / "huishoudens.csv")):
        kind = n % 3 if row["volwassenen"] == "1" else 0
        places = ([f"{code};" for code in codes], [f";{HERE}", f";{THERE}"], [])[kind]
        whose = ("synthetisch advies;2.1", "synthetische proef;0.9")[n % 2]
        score = [f"{random.randint(0, 1000) / 1000}".replace(".", ",") for _ in places]
        lines += [
            f"{row['huishouden_id']};{s};{whose};{place};2026-01-05" for s, place in zip(score, places, strict=True)
        ]
    random.shuffle(lines)
    (case / "scores.csv").write_text("\n".join([HEADER, *lines, ""]), "utf-8")
    scenario = case / "scenario.toml"
    scenario.write_text(scenario.read_text("utf-8").replace("[parameters]", 'scores = "aan"\n[parameters]'), "utf-8")
