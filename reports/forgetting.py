"""A run forgets its households: their files and what its manifest says of them go together, or not at all."""

import csv
import io
import re
from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from inputs.check_privacy import PSEUDONYM, of_households
from reports.household_files import HOUSEHOLD_FILES
from reports.manifest import digest, manifest_hash, manifest_text
from reports.run_folder import MANIFEST, RunFolderError, derived, leftovers, rewrite_run
from reports.run_reader import parsed
from reports.words import Lang, words

PART = "vergeten"
"""Part of the manifest that says what was forgotten, and part of ``runtime`` that says when."""
REASON = "bewaartermijn"
"""Why: the time for which households may be kept is over."""
LOCKS = ("~$", ".~lock.")
"""How the names start of the files that a spreadsheet leaves beside a file that it has open."""
HOUSEHOLD_ROW = re.compile(rf"\b(?:{'|'.join(of_households())})\b[^:]{{0,80}}:(?!1\b)\d", re.IGNORECASE)
"""A warning that names a row of a table about households; row 1 is the header."""
TELLS_CODE = re.compile(r"\[W\.\d+\]$")
"""How a warning about the input ends; other warnings are about the whole plan."""
UNFIT = "niet_passend"
"""Part of a comparison that names the households whose coupling did not fit."""


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What a run forgot.

    Attributes
    ----------
    bestanden : tuple of str
        Files removed now; none: there was nothing left to forget.
    velden : Mapping
        Parts of the manifest emptied now, with the entries that they held [entries].
    rest : tuple of str
        Files of the run that stay.
    vreemd : tuple of str
        Files and folders that are not of the run, so nobody looked into them; also what an earlier run that was
        broken off left beside the folder.
    """

    run: Path
    bestanden: tuple[str, ...]
    velden: Mapping[str, int]
    rest: tuple[str, ...]
    vreemd: tuple[str, ...]


def forget(run: Path, moment: str, lang: Lang = "nl") -> Forgotten:
    """Remove from a run folder what it holds of single households, and say so in its manifest.

    Parameters
    ----------
    moment : str
        Time of forgetting, ISO 8601; it stands outside the hashed part.

    Raises
    ------
    RunFolderError
        If this is no run folder, its manifest is damaged, or the folder cannot be changed; it is then as it was.
    """
    try:
        return _forget(run, moment, lang)
    except RunFolderError:
        raise
    except OSError as error:
        raise RunFolderError(words(lang)("vergeten.onleesbaar", map=run, reden=error.strerror or error)) from error


def _forget(run: Path, moment: str, lang: Lang) -> Forgotten:
    """Find out what there is to forget, and forget it."""
    manifest = _manifest(run, lang)
    folder = run.resolve()
    there = sorted(entry.name for entry in folder.iterdir())
    _refuse_open(folder, there, lang)
    gone = {
        name: _sha(folder, name, manifest) for name in HOUSEHOLD_FILES if name in there or name in manifest["outputs"]
    }
    known = {MANIFEST, *manifest["outputs"], *manifest.get("outputs_inhoud", {}), *gone, *derived(folder)}
    rest = tuple(name for name in there if name in known and name not in gone)
    content, velden = _without_households(manifest, _pseudonyms(folder))
    if gone or velden:
        files = {MANIFEST: manifest_text(_sealed(content, manifest, gone, velden, moment))}
        rewrite_run(folder, files, gone, lang)
    strange = [name for name in there if name not in known]
    return Forgotten(run, tuple(gone), velden, rest, (*strange, *map(str, leftovers(folder))))


def _manifest(run: Path, lang: Lang) -> dict[str, Any]:
    """Read the manifest of a run folder, or refuse in words what is none."""
    if run.is_symlink() or not (run / MANIFEST).is_file():
        raise RunFolderError(words(lang)("vergeten.geen_run", map=run))
    found = parsed(run)
    if not _is_manifest(found):
        raise RunFolderError(words(lang)("vergeten.beschadigd", map=run))
    return dict(found)


def _is_manifest(found: object) -> bool:
    """Tell whether a JSON value has the parts of a manifest that are read here."""
    if not isinstance(found, dict):
        return False
    names = ("outputs", "runtime", "baselines")
    parts = [*(found.get(name) for name in names), found.get("outputs_inhoud", {}), found.get(PART, {})]
    return (
        isinstance(found.get("hash"), str)
        and all(isinstance(part, dict) for part in parts)
        and all(isinstance(part, dict) and _is_list(part.get(UNFIT) or [], str) for part in found["baselines"].values())
        and _is_list(found.get("warnings"), str)
        and _is_forgotten(found.get(PART, {}))
    )


def _is_forgotten(part: Mapping[str, Any]) -> bool:
    """Tell whether what a run says of forgetting before has its parts."""
    files = part.get("bestanden", [])
    return (
        _is_list(files, dict)
        and all(isinstance(file.get(name), str) for file in files for name in ("bestand", "sha256"))
        and isinstance(part.get("velden", {}), dict)
    )


def _is_list(found: object, kind: type) -> bool:
    """Tell whether a value is a list of one kind of value."""
    return isinstance(found, list) and all(isinstance(each, kind) for each in found)


def _refuse_open(folder: Path, there: Collection[str], lang: Lang) -> None:
    """Refuse a file that a spreadsheet has open and would write again, and a link whose target would stay."""
    for name in there:
        if name.startswith(LOCKS):
            raise RunFolderError(words(lang)("vergeten.open", map=folder, naam=name))
        if name in HOUSEHOLD_FILES and (folder / name).is_symlink():
            raise RunFolderError(words(lang)("vergeten.link", map=folder, naam=name))


def _sha(folder: Path, name: str, manifest: Mapping[str, Any]) -> str:
    """Give the sha256 by which the manifest knows a file; of a file that it does not know, that of its bytes."""
    return str(manifest["outputs"].get(name) or digest((folder / name).read_bytes()))


def _pseudonyms(folder: Path) -> frozenset[str]:
    """List the pseudonyms in the tables of a run, with and without the apostrophe against formulas."""
    found: set[str] = set()
    for name in HOUSEHOLD_FILES:
        if name.endswith(".csv") and (folder / name).is_file():
            text = (folder / name).read_text("utf-8-sig", errors="replace")
            with suppress(csv.Error):  # a table that someone spoiled goes all the same
                found |= {
                    row.get(PSEUDONYM) or "" for row in csv.DictReader(io.StringIO(text, newline=""), delimiter=";")
                }
    return frozenset((found | {name.removeprefix("'") for name in found}) - {""})


def _without_households(manifest: Mapping[str, Any], names: frozenset[str]) -> tuple[dict[str, Any], dict[str, int]]:
    """Give a manifest that names no household, and how many entries each part of it lost."""
    content, lost = dict(manifest), dict[str, int]()
    warnings, baselines = manifest["warnings"], manifest["baselines"]
    content["warnings"] = [_only_code(text) if _about_household(text, names) else text for text in warnings]
    lost["warnings"] = sum(old != new for old, new in zip(warnings, content["warnings"], strict=True))
    content["baselines"] = {
        name: {**part, UNFIT: None} if part.get(UNFIT) else part for name, part in baselines.items()
    }
    lost |= {f"baselines.{name}.{UNFIT}": len(part.get(UNFIT) or ()) for name, part in baselines.items()}
    return content, {part: count for part, count in lost.items() if count}


def _about_household(text: str, names: frozenset[str]) -> bool:
    """Tell whether a warning about the input names a household, or a row of a table about households."""
    if not TELLS_CODE.search(text):
        return False
    said = {word.strip(".,;:()[]'\"") for word in text.split()} | set(re.findall(r"'([^']*)'", text))
    return HOUSEHOLD_ROW.search(text) is not None or not names.isdisjoint(said)


def _only_code(text: str) -> str:
    """Leave of a warning only which kind it is."""
    found = TELLS_CODE.search(text)
    return f"… {found[0]}" if found else "…"


def _sealed(
    content: Mapping[str, Any],
    manifest: Mapping[str, Any],
    gone: Mapping[str, str],
    velden: Mapping[str, int],
    moment: str,
) -> dict[str, Any]:
    """Give the manifest that says what was forgotten, under a hash of its own.

    ``hash_voor_klopt`` says whether the manifest was then still the one that the run wrote: the new hash cannot.
    """
    earlier = manifest.get(PART, {})
    files = {file["bestand"]: file["sha256"] for file in earlier.get("bestanden", [])}
    part = {
        **content,
        "outputs": {name: sha for name, sha in manifest["outputs"].items() if name not in gone},
        PART: {
            "bestanden": [{"bestand": name, "sha256": sha} for name, sha in sorted({**gone, **files}.items())],
            "velden": {**velden, **earlier.get("velden", {})},
            "reden": REASON,
            "hash_voor": earlier.get("hash_voor", manifest["hash"]),
            "hash_voor_klopt": earlier.get("hash_voor_klopt", manifest["hash"] == manifest_hash(manifest)),
        },
    }
    return {**part, "hash": manifest_hash(part), "runtime": {**manifest["runtime"], PART: moment}}
