"""The model of a case as a file with named rows and columns, whole or not at all."""

import os
import tempfile
from pathlib import Path

from inputs.case import Afstanden, Case
from optimizer import readable
from optimizer.program import Program, read_program
from optimizer.quarter import read_quarter
from spreiding.refusal import Refusal

MPS = ".mps"
"""End of a file that is to be MPS; any other is CPLEX LP text."""


def refuse_export(path: Path, *, overwrite: bool) -> None:
    """Refuse a file that exists, unless it may be replaced, and a place that cannot be written to."""
    if path.is_dir() or (os.path.lexists(path) and not overwrite):
        raise Refusal("file_exists", found=path)
    if not (path.absolute().parent.is_dir() and os.access(path.absolute().parent, os.W_OK | os.X_OK)):
        raise Refusal("file_not_writable", found=path)


def export(case: Case, afstanden: Afstanden, path: Path) -> None:
    """Write the model of a case at its exchange rates; the file appears at once, when it is whole."""
    program = read_program(read_quarter(case, afstanden))
    with tempfile.TemporaryDirectory(prefix=f".{path.name[:40]}.", dir=path.absolute().parent) as place:
        part = Path(place) / path.name
        _write(program, part)
        part.replace(path)


def _write(program: Program, path: Path) -> None:
    """Write LP text, or MPS where the name asks for it."""
    if path.suffix.lower() == MPS:
        readable.problem(program, whole=True).writeMPS(str(path))
    else:
        path.write_text(readable.lp_text(program, whole=True), encoding="ascii")
