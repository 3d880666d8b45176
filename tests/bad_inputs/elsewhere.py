"""The bad inputs that other tests cover, or whose part of the program is not there yet."""

ELSEWHERE = {
    35: (
        "spreiding/test_bad_inputs.py::test_equal_gemeenten_give_the_same_plan_twice",
        "elke keer dezelfde uitkomst; dat een ander plan even goed is, wordt niet gemeld",
    ),
    36: (
        "spreiding/test_failures.py::test_the_time_limit_ends_in_a_plan_that_says_it_is_not_proved",
        "code 3, de marge en dat de tijdslimiet het zoeken afbrak",
    ),
    40: ("spreiding/test_failures.py::test_ctrl_c_leaves_130_and_no_half_folder", "code 130, geen halve map"),
    64: (
        "recount/test_tampering.py::test_a_run_that_was_changed_and_sealed_again_is_caught_by_name",
        "een natelling vindt het bij naam; de opdracht verify is er nog niet",
    ),
    65: ("", "de planner-app is er nog niet"),
    66: ("", "de planner-app is er nog niet"),
    67: (
        "spreiding/test_bad_inputs.py::test_no_language_time_zone_hash_seed_or_path_changes_a_byte_of_check",
        "dezelfde bytes",
    ),
    68: ("", "openbare bestanden zijn er nog niet"),
}
"""Number to the test that covers it (empty: not built yet), and what the program does, in Dutch."""
