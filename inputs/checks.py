"""The checks that look across the files of a case, each with the tables that it needs."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from inputs import (
    check_aanlevering,
    check_counts,
    check_duties,
    check_keys,
    check_locks,
    check_parameters,
    check_privacy,
    check_rates,
    check_room,
    check_rules,
    check_scores,
    check_totals,
    check_warnings,
    sectors,
)
from inputs.listed import Listed
from inputs.problems import Problem
from inputs.readings import Readings
from inputs.tables import TABLES


@dataclass(frozen=True, slots=True)
class Check:
    """A check and what must be whole for it; it is skipped while one of those has an error of its own.

    Attributes
    ----------
    needs : tuple of str
        Names of tables, ``scenario`` or ``parameters``, in which a missing row would make a false problem. Of every
        other table the rows without an error are enough: each is judged by itself.
    """

    run: Callable[[Readings], Iterator[Problem]]
    needs: tuple[str, ...] = ()


ROOM = ("gemeenten", "woningaanbod", "vastleggingen", "scenario", "parameters")
"""What a lock is held against."""

DELIVERED = ("woningaanbod", "inburgering", "onderwijs", "scenario")
"""What the counts of the table of deliveries follow from."""

CHECKS: tuple[Check, ...] = (
    Check(check_privacy.pseudonyms_hide_who_it_is),
    Check(check_privacy.texts_hide_who_it_is),
    Check(check_keys.duplicate_keys),
    Check(check_keys.codes_exist),
    Check(check_keys.codes_in_case, ("gemeenten",)),
    Check(check_keys.binding_codes_are_written_well),
    Check(check_keys.bindings_name_one_place),
    Check(check_keys.bindings_end_after_they_begin),
    Check(check_keys.rows_know_their_household, ("huishoudens",)),
    Check(check_keys.binding_regions_are_in_case, ("gemeenten",)),
    Check(check_keys.households_know_their_site, ("opvanglocaties",)),
    Check(check_keys.work_regions_exist, ("gemeenten",)),
    Check(check_counts.adults_match_households, ("deelnemers",)),
    Check(check_counts.households_fit_a_home, ("woningaanbod", "scenario", "parameters")),
    Check(check_counts.homes_this_quarter, ("woningaanbod", "scenario")),
    Check(check_counts.seats_are_complete, ("inburgering", "scenario")),
    Check(check_counts.schools_are_complete, ("onderwijs", "scenario")),
    Check(sectors.sectors_are_known, ("arbeidsmarkt", "scenario")),
    Check(check_counts.work_is_complete, ("arbeidsmarkt", "scenario")),
    Check(check_counts.offers_end_after_they_begin),
    Check(check_counts.permits_come_before_the_quarter, ("scenario",)),
    Check(check_counts.least_is_at_most_most),
    Check(check_rules.locks_are_complete, ("gemeenten",)),
    Check(check_rules.locks_agree),
    Check(check_rules.locks_respect_grounds, ("gemeenten", "bindingen")),
    Check(check_locks.locks_fit_the_homes, ROOM),
    Check(check_locks.locks_fit_those_who_wait, ("huishoudens", "vastleggingen")),
    Check(check_locks.locked_households_find_a_home, ("huishoudens", *ROOM)),
    Check(check_rules.wishes_name_places, ("gemeenten",)),
    Check(check_rules.shared_homes_have_rooms),
    Check(check_rules.reserved_is_at_most_open),
    Check(check_rules.cap_has_its_column, ("scenario",)),
    Check(check_duties.key_columns_are_filled, ("scenario",)),
    Check(check_duties.own_key_is_complete, ("sleutel", "scenario")),
    Check(check_duties.work_key_is_complete, ("gemeenten", "arbeidsmarkt", "scenario")),
    Check(check_duties.key_weighs_something, (*check_duties.WHOLE, "parameters")),
    Check(check_duties.prosperity_leaves_a_weight, (*check_duties.WHOLE, "parameters")),
    Check(check_duties.own_key_is_used, ("scenario",)),
    Check(check_duties.agreements_are_between_two),
    Check(check_duties.agreements_fit_the_duties, (*check_duties.WHOLE, "afspraken", "parameters")),
    Check(check_scores.scores_name_one_place),
    Check(check_scores.score_regions_are_in_case, ("gemeenten",)),
    Check(check_scores.scores_keep_to_one_kind),
    Check(check_scores.scores_cover_every_place, ("gemeenten", "huishoudens", "scores")),
    Check(check_scores.scores_are_there, ("scores", "scenario")),
    Check(check_scores.scores_are_used, ("scores", "scenario")),
    Check(check_scores.scores_come_from_one_model, ("scores", "scenario")),
    Check(check_scores.households_have_scores, ("huishoudens", "scores", "scenario")),
    Check(check_scores.scores_are_told, ("scores", "scenario")),
    Check(check_rates.some_goal_counts, ("scenario", "parameters")),
    Check(check_rates.rates_are_near_each_other, ("scenario", "parameters")),
    Check(check_parameters.parameters_are_reviewed, ("scenario", "parameters")),
    Check(check_parameters.parameters_hold_already, ("scenario", "parameters")),
    Check(check_totals.persons_add_up),
    Check(check_totals.inhabitants_add_up, ("gemeenten",)),
    Check(check_totals.waiting_is_near_published, ("gemeenten", "huishoudens")),
    Check(check_totals.gemeenten_offer_homes, ("gemeenten", "woningaanbod", "scenario")),
    Check(check_aanlevering.status_is_that_of_the_delivery),
    Check(check_aanlevering.gemeenten_without_offer),
    Check(check_aanlevering.counts_are_those_of_the_tables, DELIVERED),
    Check(check_room.beds_for_who_waits, ("woningaanbod", "huishoudens", "scenario", "parameters")),
    Check(check_room.seats_for_who_waits, ("deelnemers", "inburgering", "scenario")),
    Check(check_room.schools_for_who_waits, ("huishoudens", "onderwijs", "scenario")),
    Check(check_warnings.names_match_codes),
    Check(check_warnings.areas_match_codes),
    Check(check_warnings.inhabitants_are_plausible),
    Check(check_warnings.persons_to_spread_are_waiting, ("huishoudens", "scenario")),
    Check(check_warnings.homes_allow_the_least, ("woningaanbod", "scenario", "parameters")),
    Check(check_warnings.grounds_still_hold, ("scenario",)),
    Check(check_warnings.accessibility_is_not_used_yet, ("huishoudens",)),
    Check(check_warnings.reunification_is_off, ("huishoudens", "scenario")),
)


def run_checks(read: Readings, checks: tuple[Check, ...] = CHECKS) -> list[Problem]:
    """Run every check that has what it needs whole."""
    complete = {name for name in (*TABLES, "scenario", "parameters") if read.complete(name)}
    return [problem for check in checks if complete.issuperset(check.needs) for problem in Listed(check.run(read))]
