"""The bound of a case from the prices that a run stored, and the part of its value that could be better at most."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

from verifier.bound.cells import least_costs
from verifier.bound.prices import Key, Prices
from verifier.bound.rows import rows
from verifier.case import Tables
from verifier.finding import Finding, Told
from verifier.manifest import RUN
from verifier.read import plain, read_table

PRICES = "bewijs.csv"
NEAR = 1e-6
"""How far floats of the run may be from what is proved here, relative and absolute [1, punten]."""


@dataclass(frozen=True)
class Proof:
    """What is proved of a plan.

    Attributes
    ----------
    objective, bound : Fraction
        Value of the plan, and what no plan is below; never below 0 [punten].
    prices : int
        Prices that were stored [rows].
    """

    objective: Fraction
    bound: Fraction
    prices: int = 0

    @property
    def gap(self) -> Fraction:
        """Give the part of the value that another plan could save at most [1]."""
        return max(self.objective - self.bound, Fraction(0)) / self.objective if self.objective > 0 else Fraction(0)


def read_prices(folder: Path, known: Mapping[Key, object]) -> tuple[dict[Key, Fraction], list[Finding]]:
    """Read the stored prices; one of a row that the case does not have is a problem, and left out."""
    prices, problems = dict[Key, Fraction](), list[Finding]()
    names = {name for key in known for name in key}
    for row in read_table(folder / PRICES):
        key = row["regel"], plain(row["gebied"], names), plain(row["soort_rij"], names)
        if key not in known or key in prices:
            problems.append(Finding(PRICES, " ".join(key), "regel", row["regel"], Told("a_row"), row.line))
        else:
            prices[key] = row.exact("schaduwprijs_punten")
    return prices, problems


def prove(tables: Tables, rates: Mapping[str, Fraction], prices: Mapping[Key, Fraction]) -> Fraction:
    """Give what no plan is below, at these prices [punten]."""
    shared = rows(tables, dict(rates))
    worth = sum((row.worth(prices.get(key, Fraction(0))) for key, row in shared.items()), Fraction(0))
    return max(worth + least_costs(Prices(tables, rates, prices)), Fraction(0))


def check_bound(proof: Proof, run: Mapping[str, Any]) -> list[Finding]:
    """Ask that a run states no higher bound than is proved, and says rightly whether its gap is proved."""
    stated, bound = run["certificate"], float(proof.bound)
    problems = []
    if not stated["bound"] <= bound * (1 + NEAR) + NEAR:
        problems.append(Finding(RUN, "certificate", "bound", stated["bound"], Told("proved_bound", bound=bound)))
    if stated["proven"] and float(proof.gap) > stated["gap_asked"] * (1 + NEAR) + NEAR:
        gap = Told("proved_gap", gap=f"{float(proof.gap):.6f}", asked=stated["gap_asked"])
        problems.append(Finding(RUN, "certificate", "proven", stated["proven"], gap))
    return problems
