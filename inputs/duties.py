"""What each gemeente owes this kwartaal before any plan is made: key, carry-over and agreements, in whole persons."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from inputs.rounding import Weight, largest_remainder, rounded_each
from inputs.scenario import Scenario
from inputs.sleutel import Grondslag, key_weights


@dataclass(frozen=True, slots=True)
class Duties:
    """Duties in the order of the gemeenten [persons]; the three parts of each sum to its target."""

    key: list[int]
    catch_up: list[int]
    agreed: list[int]

    @property
    def before_agreements(self) -> list[int]:
        """Key and carry-over together; never below 0 [persons]."""
        return [key + part for key, part in zip(self.key, self.catch_up, strict=True)]

    @property
    def target(self) -> list[int]:
        """Key, carry-over and agreements together [persons]."""
        return [own + moved for own, moved in zip(self.before_agreements, self.agreed, strict=True)]


def duties(given: Grondslag) -> Duties:
    """Work out key, carry-over and agreements of every gemeente [persons].

    The total is split into what is caught up and what the key spreads. A gemeente far ahead would get a target below
    0; it gets 0, and the others' key parts shrink to pay for it. Agreements then move persons between gemeenten.
    """
    scenario, total = given.scenario, given.total
    part = carry_over([g.achterstand for g in given.gemeenten], scenario, total)
    return Duties(_key(key_weights(given), part, scenario, total), part, agreements(given))


def carry_over(balances: Sequence[int], scenario: Scenario, total: int) -> list[int]:
    """Give the part of each opening balance that counts this kwartaal [persons, + is behind].

    ``gespreid`` spreads each balance over the scenario's number of kwartalen, halves away from zero; ``behouden`` takes
    it whole; ``kwijtgescholden`` takes nothing. Where gemeenten would catch up more than the total, the total is
    divided by what they owe, and the rest of what they owe stays in their balance.
    """
    if scenario.achterstand == "kwijtgescholden":
        return [0] * len(balances)
    quarters = scenario.inhaal_kwartalen if scenario.achterstand == "gespreid" else 1
    parts = [_spread(balance, quarters) for balance in balances]
    if sum(part for part in parts if part > 0) <= total:
        return parts
    owed = _rounded([max(balance, 0) for balance in balances], total, scenario)
    return [own + min(part, 0) for own, part in zip(owed, parts, strict=True)]


def agreements(given: Grondslag) -> list[int]:
    """Add up what each gemeente takes on (+) and hands over (-) in the kwartaal of the run [persons]."""
    moved: Counter[str] = Counter()
    for row in given.afspraken:
        if row.kwartaal == given.scenario.kwartaal:
            moved[row.van] -= row.personen
            moved[row.naar] += row.personen
    out = [moved[g.gemeentecode] for g in given.gemeenten]
    assert sum(out) == 0, "an agreement names a gemeente that is not in the case"
    return out


def _spread(balance: int, quarters: int) -> int:
    """Divide a balance over kwartalen, halves away from zero [persons].

    >>> [_spread(balance, 8) for balance in (11, 12, -12)]
    [1, 2, -2]
    """
    part = (2 * abs(balance) + quarters) // (2 * quarters)
    return part if balance > 0 else -part


def _key(weights: Sequence[Weight], part: Sequence[int], scenario: Scenario, total: int) -> list[int]:
    """Spread what is not caught up by weight, where a key part below the lead becomes the lead [persons]."""
    at_zero: set[int] = set()
    while True:
        key = [-part[k] if k in at_zero else 0 for k in range(len(part))]
        rest = total - sum(part) - sum(key)
        open_ = [k for k in range(len(part)) if k not in at_zero]
        if open_ and rest > 0:
            spread = _rounded([weights[k] for k in open_], rest, scenario)
            for k, persons in zip(open_, spread, strict=True):
                key[k] = persons
        below = {k for k in open_ if key[k] + part[k] < 0}
        if not below:
            return key
        at_zero |= below


def _rounded(weights: Sequence[Weight], total: int, scenario: Scenario) -> list[int]:
    """Round shares of a total as the scenario says: repaired to the sum, or each by itself [persons]."""
    rounding = rounded_each if scenario.afronding == "per_gemeente" else largest_remainder
    return rounding(weights, total)
