"""Which tests should find the faults in which modules."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Group:
    """Modules and the tests that should find their faults.

    Attributes
    ----------
    warm : bool
        What fixtures of the session make is made once: only where it does not come from these modules.
    """

    modules: tuple[str, ...]
    tests: tuple[str, ...]
    warm: bool = False


RULES = ("test_planted", "test_rules", "test_priced_rules", "test_goals", "test_homes", "test_sharing", "test_edges")
GROUPS = {
    "regels": Group(
        ("optimizer/rules/*.py", "optimizer/goals/*.py"),
        (*(f"tests/optimizer/{name}.py" for name in RULES), "tests/spreiding/test_model_page.py"),
    ),
    "sleutels": Group(
        ("optimizer/shares.py", "inputs/rounding.py", "inputs/sleutel.py", "inputs/duties.py"),
        (
            *(f"tests/optimizer/{name}.py" for name in ("test_keys", "test_shares", "test_edges")),
            *(f"tests/inputs/{name}.py" for name in ("test_shares", "test_bad_duties")),
        ),
    ),
    "onderdrukking": Group(
        ("optimizer/suppression/*.py",),
        ("tests/optimizer/test_suppression.py", "tests/optimizer/test_suppression_edges.py"),
    ),
    "narekenen": Group(
        (
            "verifier/rules/*.py",
            *(f"verifier/{name}.py" for name in ("shares", "keys", "goals", "spread", "amounts", "places")),
        ),
        (
            *(f"tests/verifier/{name}.py" for name in ("test_edges", "test_tampering")),
            *(f"tests/recount/{name}.py" for name in ("test_duties", "test_rich", "test_scores")),
        ),
        warm=True,
    ),
    "ondergrens": Group(
        ("verifier/bound/*.py",), ("tests/verifier/test_bound.py", "tests/verifier/test_planted.py"), warm=True
    ),
}
"""Groups by name; each is collected and run once, and then for every fault."""
