"""What was looked at: one line for each part of a run, with what differs there, or why it could not be looked at."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from verifier.finding import Finding, Told
from verifier.manifest import RUN
from verifier.read import UnreadableError

UNFIT = (KeyError, TypeError, ValueError, AttributeError, IndexError, ArithmeticError, RecursionError)
"""What goes wrong where a forged manifest holds another thing than a number or a list."""


@dataclass(frozen=True)
class Check:
    """One part of a run.

    Attributes
    ----------
    name : str
        Key of its sentence in the word table.
    count, unit : int, str
        How much was compared, and the key of what was counted.
    findings : tuple of Finding
        What differs.
    skipped : Told, optional
        Why it could not be checked; nothing is then said of whether it is right.
    """

    name: str
    count: int = 0
    unit: str = "rows"
    findings: tuple[Finding, ...] = ()
    skipped: Told | None = None

    @property
    def good(self) -> bool:
        """Whether all was looked at and nothing differs."""
        return not self.findings and self.skipped is None


def looked_at(name: str, unit: str, run: Path, look: Callable[[], tuple[int, Sequence[Finding]]]) -> Check:
    """Look at one part; a file of the run that cannot be read differs, one of the input is told as not checked.

    A forged manifest may hold anything anywhere: whatever it makes impossible to compare is a difference too.
    """
    try:
        count, findings = look()
    except UnreadableError as error:
        if not (run / error.file).is_file() and error.file != RUN:
            return Check(name, unit=unit, skipped=unread(error))
        place = Finding(
            error.file, "", error.column, Told("unreadable", found=error.found), Told("readable"), error.line
        )
        return Check(name, unit=unit, findings=(place,))
    except (*UNFIT, OSError) as error:
        reason = Told("unreadable", found=f"{type(error).__name__}: {error}"[:120])
        return Check(
            name, unit=unit, findings=(Finding(RUN, Told("part", name=Told(name)), "", reason, Told("readable")),)
        )
    return Check(name, count, unit, tuple(findings))


def unread(error: UnreadableError) -> Told:
    """Say which file of the input this parser does not read, and where."""
    return Told("input_unread", file=error.file, line=error.line or "-", column=error.column or "-")
