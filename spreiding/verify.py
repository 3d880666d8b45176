"""The command ``verify``: a run folder is checked by code of its own, and the exit code says what came of it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from spreiding.case_folder import case_folder
from spreiding.mistakes import CHECK_FAILED, DONE, NOT_PROVEN
from spreiding.output import print_json
from spreiding.refusal import Refusal
from spreiding.words import Lang
from verifier.manifest import RUN, inputs_differ
from verifier.read import UnreadableError, read_json
from verifier.show import content, lines
from verifier.verify import Input, Verdict, verify

EXAMPLES = {"klein voorbeeld": "klein", "landelijk voorbeeld": "landelijk"}
"""Embedded examples by the name that their runs carry."""


def verify_run(run: Path, case: Path | None, scenario: Path | None, lang: Lang, *, as_json: bool) -> int:
    """Check a run, print the verdict and give the exit code: 0 right, 4 something differs, 3 not all was checked."""
    if not (run / RUN).is_file():
        raise Refusal("no_run", found=run)
    for place in (case, scenario):
        if place is not None and not place.exists():
            raise Refusal("no_file", found=place)
    with _input(run, case) as folder:
        verdict = verify(run, Input(folder, scenario))
    if as_json:
        print_json(content(verdict, lang))
    else:
        print("\n".join(lines(verdict, lang)))
    return exit_code(verdict)


def exit_code(verdict: Verdict) -> int:
    """Give the exit code of a verdict."""
    if verdict.findings:
        return CHECK_FAILED
    return DONE if verdict.complete else NOT_PROVEN


@contextmanager
def _input(run: Path, case: Path | None) -> Iterator[Path | None]:
    """Give the folder of the case; of an embedded example it is made anew, where that gives the same files."""
    example = None if case is not None else _example(run)
    if case is not None or example is None:
        yield case
        return
    with case_folder(None, example) as folder:
        yield None if inputs_differ(folder, run) else folder


def _example(run: Path) -> str | None:
    """Name the embedded example that a run may be of."""
    try:
        name = read_json(run / RUN).get("naam")
    except UnreadableError:
        return None
    return EXAMPLES.get(name) if isinstance(name, str) else None
