"""What is decided: rules, goals, the program, its solution in whole households, and the proof.

``from optimizer import assign`` is the entry for an explicit assignment problem (docs/assign.md); it is read only when
asked for, so that whoever needs one module of this package loads no solver.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from optimizer.explicit.entry import Assignment, assign

__all__ = ["Assignment", "assign"]


def __getattr__(name: str) -> Any:
    """Import the entry for explicit problems on first use.

    Raises
    ------
    AttributeError
        The package has no such name.
    """
    if name not in __all__:
        raise AttributeError(f"module 'optimizer' has no attribute {name!r}")
    from optimizer.explicit import entry  # noqa: PLC0415 - loads the solver, which the other modules must not

    return getattr(entry, name)
