"""A run folder is read only while its manifest and its files are the ones that the run wrote."""

import csv
import hashlib
import io
import json
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

from inputs.formulas import original
from reports.manifest import digest, manifest_hash
from reports.run_folder import MANIFEST, RunFolderError
from reports.words import Lang, words

LONGEST = 50_000_000
"""Largest file of a run that is read; a larger one is only compared by its hash [bytes]."""

Why = Literal["geen_run", "ouder", "onleesbaar"]


class UnreadableRunError(RunFolderError):
    """A folder is no run, is of a version that did not write what is read, or cannot be read.

    Attributes
    ----------
    why : str
        Which of these.
    names : str
        Files, or parts of the manifest, that it is about.
    reason : str
        What the system says, where it says something.
    """

    def __init__(self, why: Why, folder: Path, lang: Lang, names: Sequence[str] = (), reason: object = "") -> None:
        self.why, self.names, self.reason = why, ", ".join(names), str(reason)
        super().__init__(words(lang)(f"uitkomst_fout.{why}", map=folder, namen=self.names, reden=self.reason))


class ChangedRunError(RunFolderError):
    """Files of a run are gone, or not the ones that the run wrote.

    Attributes
    ----------
    names : tuple of str
        The files; or what the text of another ``key`` lists.
    """

    def __init__(self, folder: Path, lang: Lang, names: Sequence[str], key: str = "uitkomst_fout.veranderd") -> None:
        self.names = tuple(names)
        super().__init__(words(lang)(key, map=folder, namen=", ".join(names)))


def parsed(folder: Path) -> Any:
    """Give what the manifest of a folder holds, unchecked; None where it is no JSON that can be hashed.

    Raises
    ------
    OSError
        It cannot be read.
    """
    try:
        found = json.loads((folder / MANIFEST).read_bytes())
        if isinstance(found, dict):
            manifest_hash(found)
    except (ValueError, RecursionError):
        return None
    return found


def read_manifest(folder: Path, parts: Collection[str], lang: Lang) -> dict[str, Any]:
    """Read the manifest of a run.

    Parameters
    ----------
    parts
        What it must hold for the run to be read.

    Raises
    ------
    UnreadableRunError
        This is no run, it cannot be read, or a part is missing.
    ChangedRunError
        The manifest does not carry its own hash.
    """
    if not (folder / MANIFEST).is_file():
        raise UnreadableRunError("geen_run", folder, lang, [MANIFEST])
    try:
        if (folder / MANIFEST).stat().st_size > LONGEST:
            raise UnreadableRunError("onleesbaar", folder, lang, [MANIFEST], f"> {LONGEST} bytes")
        found = parsed(folder)
    except RunFolderError:
        raise
    except OSError as error:
        raise UnreadableRunError("onleesbaar", folder, lang, [MANIFEST], error.strerror or error) from error
    if not isinstance(found, dict) or found.get("hash") != manifest_hash(found):
        raise ChangedRunError(folder, lang, [MANIFEST])
    missing = [part for part in parts if part not in found]
    if missing or not isinstance(found["outputs"], dict):
        raise UnreadableRunError("ouder", folder, lang, missing or ["outputs"])
    return found


def read_files(folder: Path, manifest: Mapping[str, Any], names: Collection[str], lang: Lang) -> dict[str, bytes]:
    """Read files of a run by name; the hash of each is the one in its manifest.

    Raises
    ------
    UnreadableRunError
        A file cannot be read, or is larger than any that this version writes for who reads it.
    ChangedRunError
        Files are gone or were changed; all of them are named.
    """
    found: dict[str, bytes] = {}
    for name in names:
        try:
            if _inside(folder, name):
                if (folder / name).stat().st_size > LONGEST:
                    raise UnreadableRunError("onleesbaar", folder, lang, [name], f"{name} > {LONGEST} bytes")
                found[name] = (folder / name).read_bytes()
        except RunFolderError:
            raise
        except OSError as error:
            raise UnreadableRunError("onleesbaar", folder, lang, [name], error.strerror or error) from error
    outputs = manifest["outputs"]
    if wrong := [name for name in names if name not in found or digest(found[name]) != outputs.get(name)]:
        raise ChangedRunError(folder, lang, wrong)
    return found


def check_files(folder: Path, manifest: Mapping[str, Any], lang: Lang) -> None:
    """Compare every file of a run with its hash, whatever its size, and keep none of them.

    Raises
    ------
    UnreadableRunError
        A file cannot be read.
    ChangedRunError
        Files are gone or were changed; all of them are named.
    """
    try:
        wrong = [name for name, sha in sorted(manifest["outputs"].items()) if _hash(folder, name) != sha]
    except OSError as error:
        names = [Path(str(error.filename)).name]
        raise UnreadableRunError("onleesbaar", folder, lang, names, error.strerror or error) from error
    if wrong:
        raise ChangedRunError(folder, lang, wrong)


def table(content: bytes) -> list[dict[str, str]]:
    """Read the rows of a table of a run, each text as it was before it was kept from running as a formula."""
    reader = csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";")
    return [{name: original(cell) for name, cell in row.items()} for row in reader]


def _hash(folder: Path, name: str) -> str | None:
    """Give the sha256 of a file; None where there is none."""
    if not _inside(folder, name):
        return None
    with (folder / name).open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _inside(folder: Path, name: str) -> bool:
    """Tell whether a name is that of a file in the folder itself; a name that leaves it is no file of a run."""
    return Path(name).name == name and (folder / name).is_file()
