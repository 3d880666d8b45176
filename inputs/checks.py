"""The checks that look across the files of a case, each with the tables that it needs."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from inputs import check_counts, check_keys, check_warnings
from inputs.problems import Problem
from inputs.readings import Readings
from inputs.tables import TABLES


@dataclass(frozen=True, slots=True)
class Check:
    """A check and what must be whole for it; it is skipped while one of those has an error of its own.

    Attributes
    ----------
    needs : tuple of str
        Names of tables, or ``scenario``, in which a missing row would make a false problem. Of every other table the
        rows without an error are enough: each is judged by itself.
    """

    run: Callable[[Readings], Iterator[Problem]]
    needs: tuple[str, ...] = ()


CHECKS: tuple[Check, ...] = (
    Check(check_keys.duplicate_keys),
    Check(check_keys.codes_exist),
    Check(check_keys.codes_in_case, ("gemeenten",)),
    Check(check_keys.binding_codes_are_written_well),
    Check(check_keys.bindings_name_one_place),
    Check(check_keys.bindings_know_their_household, ("huishoudens",)),
    Check(check_keys.couplings_know_their_household, ("huishoudens",)),
    Check(check_keys.binding_regions_are_in_case, ("gemeenten",)),
    Check(check_keys.participants_know_their_household, ("huishoudens",)),
    Check(check_keys.households_know_their_site, ("opvanglocaties",)),
    Check(check_keys.work_regions_exist, ("gemeenten",)),
    Check(check_counts.adults_match_households, ("deelnemers",)),
    Check(check_counts.households_fit_a_home, ("woningaanbod", "scenario")),
    Check(check_counts.homes_this_quarter, ("woningaanbod", "scenario")),
    Check(check_counts.seats_are_complete, ("inburgering", "scenario")),
    Check(check_counts.schools_are_complete, ("onderwijs", "scenario")),
    Check(check_counts.work_is_complete, ("arbeidsmarkt", "scenario")),
    Check(check_counts.offers_end_after_they_begin),
    Check(check_counts.permits_come_before_the_quarter, ("scenario",)),
    Check(check_counts.least_is_at_most_most),
    Check(check_warnings.names_match_codes),
    Check(check_warnings.inhabitants_are_plausible),
    Check(check_warnings.persons_to_spread_are_waiting, ("huishoudens", "scenario")),
    Check(check_warnings.homes_allow_the_least, ("woningaanbod", "scenario")),
    Check(check_warnings.grounds_still_hold, ("scenario",)),
    Check(check_warnings.shared_homes_are_not_used_yet, ("woningaanbod",)),
    Check(check_warnings.accessibility_is_not_used_yet, ("huishoudens",)),
    Check(check_warnings.reunification_is_not_used_yet, ("huishoudens",)),
    Check(check_warnings.wishes_are_not_used_yet, ("huishoudens",)),
)


def run_checks(read: Readings) -> list[Problem]:
    """Run every check that has what it needs whole."""
    complete = {name for name in (*TABLES, "scenario") if read.complete(name)}
    return [problem for check in CHECKS if complete.issuperset(check.needs) for problem in check.run(read)]
