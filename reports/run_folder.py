"""A run folder appears whole or not at all."""

import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from reports.words import Lang, words

MANIFEST = "run.json"
"""The file that tells a run folder from any other folder."""


class RunFolderError(OSError):
    """A run folder cannot be written; the text says what to do."""


def write_run(out: Path, files: Mapping[str, str | bytes], overwrite: bool = False, lang: Lang = "nl") -> Path:  # noqa: FBT001, FBT002  the command line passes its own switch on
    """Write the files of a run to ``out``; nothing is left behind when that fails, also on Ctrl-C.

    Parameters
    ----------
    overwrite
        Whether an earlier run at the same place may be replaced; any other folder never is.

    Raises
    ------
    RunFolderError
        If the place is taken, closed or full, or a file name points outside the folder.
    """
    _refuse(out, files, overwrite=overwrite, lang=lang)
    made: list[Path] = []
    try:
        _make_parents(out.parent, made)
        staging = Path(tempfile.mkdtemp(prefix=f".{out.name[:40]}.", dir=out.parent))
        try:
            _fill(staging / "nieuw", files)
            _swap(staging, out)
        finally:
            shutil.rmtree(staging, ignore_errors=True)
    except BaseException as error:
        for parent in reversed(made):
            parent.rmdir()
        if isinstance(error, OSError):
            raise RunFolderError(_say("niet_geschreven", lang, map=out, reden=error.strerror or error)) from error
        raise
    return out


def _refuse(out: Path, files: Mapping[str, str | bytes], *, overwrite: bool, lang: Lang) -> None:
    """Refuse a place that is taken and a file name that leaves the folder."""
    for name in files:
        if name in {"", ".", ".."} or any(sign in name for sign in "/\\:\0"):
            raise RunFolderError(_say("bestandsnaam", lang, naam=name))
    if not os.path.lexists(out):
        return
    if not overwrite:
        raise RunFolderError(_say("bestaat", lang, map=out))
    if out.is_symlink() or not (out / MANIFEST).is_file():
        raise RunFolderError(_say("geen_run", lang, map=out))


def _make_parents(place: Path, made: list[Path]) -> None:
    """Make the folders above the run that are missing, and note them in ``made``."""
    missing = [p for p in (place, *place.parents) if not p.exists()]
    for parent in reversed(missing):
        parent.mkdir()
        made.append(parent)


def _fill(folder: Path, files: Mapping[str, str | bytes]) -> None:
    """Write all files and wait until they are on the disk."""
    folder.mkdir()
    for name, content in files.items():
        with (folder / name).open("wb") as stream:
            stream.write(content.encode("utf-8") if isinstance(content, str) else content)
            stream.flush()
            os.fsync(stream.fileno())
    _sync(folder)


def _swap(staging: Path, out: Path) -> None:
    """Put the new folder in place of the old one; whatever happens, one of the two stands there."""
    old = staging / "oud"
    try:
        if out.exists():
            out.rename(old)
        (staging / "nieuw").rename(out)
    except BaseException:
        if old.exists() and not out.exists():
            old.rename(out)
        raise
    _sync(out.parent)


def _sync(folder: Path) -> None:
    """Wait until a folder's own entries are on the disk, where the system can."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _say(key: str, lang: Lang, **values: object) -> str:
    """Give a message."""
    return words(lang)(f"map.{key}", **values)
