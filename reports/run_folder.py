"""A run folder appears whole or not at all."""

import errno
import glob
import json
import os
import shutil
import tempfile
from collections.abc import Collection, Mapping
from contextlib import suppress
from pathlib import Path

from reports.exchange import exchanged
from reports.words import Lang, words

MANIFEST = "run.json"
"""The file that tells a run folder from any other folder."""
DERIVED = {"bladen": "bladen.json", "site": "site.json"}
"""Folders that ``report`` makes inside a run from its files, and the file that tells each from any other folder."""
REASONS = {
    errno.ENOSPC: "schijf_vol",
    errno.EDQUOT: "schijf_vol",
    errno.EFBIG: "bestand_te_groot",
    errno.EROFS: "alleen_lezen",
}
"""What a planner meets most, in words of our own; the system says the rest."""
SUBFOLDERS = ("bladen", "tabellen")
"""Folders that may stand inside a folder that is written; no other, and none inside them."""


def derived(out: Path) -> frozenset[str]:
    """Name the folders that ``report`` made inside a run."""
    return frozenset(name for name, marker in DERIVED.items() if (out / name / marker).is_file())


def run_files(out: Path) -> frozenset[str]:
    """Name the files that a run wrote, as its manifest lists them, and what a broken off ``report`` left among them.

    Of a damaged manifest, itself only.
    """
    try:
        found = json.loads((out / MANIFEST).read_bytes())
        forgotten = [file["bestand"] for file in found.get("vergeten", {}).get("bestanden", ())]
        left = [place.name for name in DERIVED for place in leftovers(out / name)]
        listed = (*found["outputs"], *found.get("outputs_inhoud", {}))
        return frozenset((MANIFEST, *listed, *forgotten, *derived(out), *left))
    except (OSError, ValueError, RecursionError, AttributeError, KeyError, TypeError):
        return frozenset((MANIFEST,))


class RunFolderError(OSError):
    """A run folder cannot be written; the text says what to do."""


def write_run(
    out: Path,
    files: Mapping[str, str | bytes],
    overwrite: bool = False,  # noqa: FBT001, FBT002  the command line passes its own switch on
    lang: Lang = "nl",
    *,
    marker: str = MANIFEST,
) -> Path:
    """Write the files of a run to ``out``; nothing is left behind when that fails, also on Ctrl-C.

    Parameters
    ----------
    overwrite
        Whether an earlier run at the same place may be replaced; any other folder never is.
    marker
        The file that tells a folder that may be replaced from any other.

    Raises
    ------
    RunFolderError
        If the place is taken, closed or full, or a file name points outside the folder.
    """
    _refuse(out, files, marker if overwrite else "", lang)
    made: list[Path] = []
    try:
        _make_parents(out.parent, made)
        staging = Path(tempfile.mkdtemp(prefix=_prefix(out), dir=out.parent))
        try:
            _fill(staging / "nieuw", files)
            _put(staging, out, marker if overwrite else "", lang)
        finally:
            shutil.rmtree(staging, ignore_errors=True)
    except BaseException as error:
        for parent in reversed(made):
            with suppress(OSError):  # another run may have come to stand there meanwhile
                parent.rmdir()
        if isinstance(error, OSError) and not isinstance(error, RunFolderError):
            raise RunFolderError(_say("niet_geschreven", lang, map=out, reden=_reason(error, lang))) from error
        raise
    return out


def rewrite_run(out: Path, files: Mapping[str, str | bytes], removed: Collection[str], lang: Lang = "nl") -> None:
    """Give a run folder some files anew and take others away for good; a reader sees it before or after, never between.

    Raises
    ------
    RunFolderError
        If the folder cannot be changed, and it is as it was; or if what was taken away still stands beside it.
    """
    try:
        staging = Path(tempfile.mkdtemp(prefix=_prefix(out), dir=out.parent))
        try:
            _copy(out, staging / "nieuw", {*files, *removed})
            _write(staging / "nieuw", files)
            for name in files:
                shutil.copymode(out / name, staging / "nieuw" / name)
            _swap(staging, out)
        finally:
            _erase(staging, out, lang)
    except RunFolderError:
        raise
    except OSError as error:
        raise RunFolderError(_say("niet_gewijzigd", lang, map=out, reden=_reason(error, lang))) from error


def leftovers(out: Path) -> list[Path]:
    """List the folders that earlier runs to the same place left beside it when they were broken off."""
    beside = sorted(out.parent.glob(f"{glob.escape(_prefix(out))}*"))
    return [place for place in beside if any((place / part).is_dir() for part in ("nieuw", "oud"))]


def _prefix(out: Path) -> str:
    """Give how the names of the hidden folders start in which a run is made ready."""
    return f".{out.name[:40]}."


def _copy(out: Path, folder: Path, without: Collection[str]) -> None:
    """Copy a run folder with all that stands in it, and its rights, except some files; wait until it is on the disk."""

    def left_out(place: str, names: list[str]) -> list[str]:
        return [name for name in names if Path(place) == out and name in without]

    shutil.copytree(out, folder, symlinks=True, ignore=left_out)
    for path in folder.rglob("*"):
        if not path.is_symlink():
            _sync(path)


def _erase(staging: Path, out: Path, lang: Lang) -> None:
    """Remove the folder that was worked in, also where a file may not be written or Ctrl-C comes now."""
    if not out.exists():  # it holds the only copy of the run
        raise RunFolderError(_say("verplaatst", lang, map=out, plaats=staging / "oud"))
    try:
        shutil.rmtree(staging)
    except (OSError, KeyboardInterrupt) as stopped:
        try:
            _open_up(staging)
            shutil.rmtree(staging)
        except OSError as error:
            raise RunFolderError(_say("resten", lang, map=out, resten=staging, reden=_reason(error, lang))) from error
        if isinstance(stopped, KeyboardInterrupt):
            raise


def _open_up(folder: Path) -> None:
    """Give the owner every right on a folder and on what stands in it."""
    for path in (folder, *folder.rglob("*")):
        if not path.is_symlink():
            path.chmod(path.stat().st_mode | 0o700)


def _reason(error: OSError, lang: Lang) -> object:
    """Give the reason of a failure; copying a folder gathers several, of which the first is told."""
    if isinstance(error, shutil.Error):
        return error.args[0][0][2]
    key = REASONS.get(error.errno or 0)
    return _say(key, lang) if key else error.strerror or error


def _refuse(out: Path, files: Mapping[str, str | bytes], marker: str, lang: Lang) -> None:
    """Refuse a place that is taken and a file name that leaves the folder; no marker: nothing may be replaced."""
    for name in files:
        folder, inside, own = name.rpartition("/")
        if own in {"", ".", ".."} or any(sign in own for sign in "\\:\0") or (inside and folder not in SUBFOLDERS):
            raise RunFolderError(_say("bestandsnaam", lang, naam=name))
    if not os.path.lexists(out):
        return
    if not marker:
        raise RunFolderError(_say("bestaat", lang, map=out))
    if out.is_symlink() or not (out / marker).is_file():
        raise RunFolderError(_say("geen_run", lang, map=out, teken=marker))


def _make_parents(place: Path, made: list[Path]) -> None:
    """Make the folders above the run that are missing, and note them in ``made``."""
    missing = [p for p in (place, *place.parents) if not p.exists()]
    for parent in reversed(missing):
        with suppress(FileExistsError):  # another run was first
            parent.mkdir()
            made.append(parent)


def _fill(folder: Path, files: Mapping[str, str | bytes]) -> None:
    """Make a folder and write its files."""
    folder.mkdir()
    _write(folder, files)


def _write(folder: Path, files: Mapping[str, str | bytes]) -> None:
    """Write files and wait until they are on the disk."""
    for inside in sorted({name.rpartition("/")[0] for name in files} - {""}):
        (folder / inside).mkdir(exist_ok=True)
    for name, content in files.items():
        with (folder / name).open("wb") as stream:
            stream.write(content.encode("utf-8") if isinstance(content, str) else content)
            stream.flush()
            os.fsync(stream.fileno())
    for inside in {name.rpartition("/")[0] for name in files}:
        _sync(folder / inside)
    _sync(folder)


def _put(staging: Path, out: Path, marker: str, lang: Lang) -> None:
    """Put the new folder where nothing stands, or in place of what may be replaced; another run may have been first."""
    if not os.path.lexists(out):
        try:
            (staging / "nieuw").rename(out)
        except OSError:
            if not os.path.lexists(out):
                raise
        else:
            _sync(out.parent)
            return
    _refuse(out, {}, marker, lang)
    _swap(staging, out)


def _swap(staging: Path, out: Path) -> None:
    """Put the new folder in place of the old one; whatever happens, one of the two stands there."""
    old = staging / "oud"
    if exchanged(staging / "nieuw", out):
        _sync(out.parent)
        return
    try:
        if out.exists():
            out.rename(old)
        (staging / "nieuw").rename(out)
    except BaseException:
        if old.exists() and not out.exists():
            old.rename(out)
        raise
    _sync(out.parent)


def _sync(path: Path) -> None:
    """Wait until a file, or a folder's own entries, are on the disk, where the system can."""
    if os.name == "nt":
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _say(key: str, lang: Lang, **values: object) -> str:
    """Give a message."""
    return words(lang)(f"map.{key}", **values)
