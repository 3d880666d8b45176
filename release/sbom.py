"""The bill of materials names everything that a release stands on, in CycloneDX 1.6.

Run ``python -m release.sbom uitvoer/sbom.json``. The same checkout gives the same bytes: the serial number follows from
the content, and there is a time only if SOURCE_DATE_EPOCH gives one.
"""

import json
import os
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from cyclonedx.model import HashAlgorithm, HashType, Property
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.license import LicenseExpression
from cyclonedx.output.json import JsonV1Dot6
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packageurl import PackageURL

from release.licences import licence
from release.locks import OURSELVES, Locked, read_lock
from release.parts import Part, digest, read_parts
from release.project import version

TYPES = {"library": ComponentType.LIBRARY, "data": ComponentType.DATA}
"""Kinds of a part."""


def bom_text(lock: Iterable[Locked], parts: Iterable[Part], moment: int | None = None) -> str:
    """Write the bill of materials of a lock and parts.

    Parameters
    ----------
    lock, parts : iterable
        What the program runs on, and what lies in its own files.
    moment : int, optional
        When the bill was made [s since 1970]; without it the bill names no time.
    """
    lock = tuple(lock)
    bom = Bom(components=[*map(_package, lock), *map(_part, parts)])
    bom.metadata.component = root = _ourselves()
    _depend(bom, root, lock)
    told = json.loads(JsonV1Dot6(bom).output_as_string())
    return _stable(told, moment)


def _ourselves() -> Component:
    """Describe the program itself."""
    return Component(
        name=OURSELVES,
        version=version(),
        type=ComponentType.APPLICATION,
        bom_ref=OURSELVES,
        licenses=[LicenseExpression("EUPL-1.2")],
    )


def _package(package: Locked) -> Component:
    """Describe a package; it has a hash for every file of its version, and an installer takes one of these."""
    marker = [Property(name="spreiding:marker", value=package.marker)] if package.marker else []
    return Component(
        name=package.name,
        version=package.version,
        type=ComponentType.LIBRARY,
        bom_ref=f"{package.name}=={package.version}",
        purl=PackageURL("pypi", None, package.name, package.version),
        licenses=[LicenseExpression(licence(package))],
        hashes=[HashType(alg=HashAlgorithm.SHA_256, content=text) for text in package.hashes],
        properties=marker,
    )


def _part(part: Part) -> Component:
    """Describe a part with its files, each with the hash of our copy."""
    return Component(
        name=part.naam,
        version=part.versie,
        type=TYPES[part.soort],
        bom_ref=f"onderdeel/{part.naam}",
        purl=PackageURL.from_string(part.purl) if part.purl else None,
        description=f"Bron: {part.bron}. Gewijzigd: {part.wijziging}.",
        licenses=[LicenseExpression(part.licentie)],
        components=[_file(path) for path in part.bestanden],
    )


def _file(path: str) -> Component:
    """Describe a file of ours by its path and content."""
    hashes = [HashType(alg=HashAlgorithm.SHA_256, content=digest(path))]
    return Component(name=path, type=ComponentType.FILE, bom_ref=path, hashes=hashes)


def _depend(bom: Bom, root: Component, lock: tuple[Locked, ...]) -> None:
    """Tell who asks for what, as far as the lock says; the parts lie in the program itself."""
    by_ref = {component.bom_ref.value: component for component in bom.components}
    for package in lock:
        for parent in package.parents:
            asking = root if parent == OURSELVES else by_ref[next(_refs(lock, parent))]
            bom.register_dependency(asking, [by_ref[f"{package.name}=={package.version}"]])
    bom.register_dependency(root, [found for ref, found in by_ref.items() if str(ref).startswith("onderdeel/")])


def _refs(lock: tuple[Locked, ...], name: str) -> Iterator[str]:
    """Give the reference of a package by its name."""
    yield from (f"{package.name}=={package.version}" for package in lock if package.name == name)


def _stable(told: dict[str, Any], moment: int | None) -> str:
    """Take out clock and chance, and write the rest with sorted keys."""
    del told["serialNumber"], told["metadata"]["timestamp"]
    told["serialNumber"] = f"urn:uuid:{uuid5(NAMESPACE_URL, json.dumps(told, sort_keys=True))}"
    if moment is not None:
        told["metadata"]["timestamp"] = datetime.fromtimestamp(moment, UTC).isoformat()
    return json.dumps(told, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def main(target: Path) -> None:
    """Write the bill of materials after asking the schema of CycloneDX whether it is well formed."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    text = bom_text(read_lock("use"), read_parts(), int(epoch) if epoch else None)
    wrong = JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)
    if wrong is not None:
        raise ValueError(f"the bill of materials is no CycloneDX 1.6: {wrong}")
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, "utf-8", newline="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
