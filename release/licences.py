"""The licence of every package and part is known, and stands on a list that goes with EUPL-1.2.

Run ``python -m release.licences docs``; a test asks that the committed page is the one written here.
"""

import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

from license_expression import ExpressionError, get_spdx_licensing

from release.locks import Locked, read_lock
from release.parts import Part, read_parts

FACTS = Path(__file__).with_name("licenties.toml")
"""The accepted licences, and what metadata do not tell."""
PAGE = "licenties.md"
"""The file that is written, below ``docs``."""
CLASSIFIERS = {
    "License :: OSI Approved :: MIT License": "MIT",
    "License :: OSI Approved :: ISC License (ISCL)": "ISC",
    "License :: OSI Approved :: Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
}
"""Those that mean one licence; "BSD License" could be three."""
HEAD = """# Licenties

Geschreven door `make licenties` uit het lock voor gebruik, de metagegevens van de pakketten,
[`licenties.toml`](../release/licenties.toml) en [`onderdelen.toml`](../release/onderdelen.toml); niet met de hand
wijzigen. spreiding zelf: EUPL-1.2, zie [LICENSE](../LICENSE).

## Welke licenties zijn aanvaard

Het aanhangsel van EUPL-1.2 noemt de licenties waaronder een gecombineerd werk verder mag. De lijst hier is strenger,
zodat spreiding EUPL-1.2 blijft en wie het overneemt niets van anderen hoeft na te vragen. Een licentie die er niet op
staat, zoals GPL of AGPL, laat een test falen; een mens beslist dan. Getoetst zijn de kolommen "licentie"; wat een wiel
meebrengt, staat erbij zoals het zelf zegt.
"""
WHY = {
    "vrij": "vragen alleen een vermelding, en niets van het werk dat ze gebruikt",
    "begrensd": "staan in het aanhangsel van EUPL-1.2 en binden alleen hun eigen bestanden, die ongewijzigd blijven",
    "eigen": "spreiding zelf, en wat wij aan gegevens hebben getekend",
    "gegevens": "vraagt naamsvermelding, die op de kaart en in de README staat",
}
"""Why each group is accepted."""


@cache
def facts() -> Mapping[str, Any]:
    """Read what the project has settled on licences."""
    return tomllib.loads(FACTS.read_text("utf-8"))


@cache
def spdx() -> Any:
    """Give the reader of SPDX expressions, which takes a second to make."""
    return get_spdx_licensing()


def allowed(expression: str) -> bool:
    """Tell whether a licence is accepted: every one of an AND, some one of an OR.

    Examples
    --------
    >>> allowed("MIT AND MPL-2.0"), allowed("GPL-3.0-only OR MIT"), allowed("MIT AND GPL-3.0-only"), allowed("onbekend")
    (True, True, False, False)
    """
    try:
        tree = spdx().parse(expression, validate=True)
    except ExpressionError:
        return False
    return tree is not None and _allowed(tree, {name for names in facts()["aanvaard"].values() for name in names})


def _allowed(tree: Any, names: set[str]) -> bool:
    """Judge a part of an expression."""
    if not tree.args:
        return str(tree) in names
    parts = [_allowed(part, names) for part in tree.args]
    return any(parts) if tree.operator.strip() == "OR" else all(parts)


def licence(package: Locked) -> str:
    """Give the licence of a package, as settled by us or as its metadata say [SPDX].

    Raises
    ------
    ValueError
        Another version is installed than is locked, or nobody says which licence it has.
    """
    settled = facts()["vastgesteld"].get(package.name)
    if settled:
        return str(settled["licentie"])
    try:
        found = distribution(package.name)
    except PackageNotFoundError as gone:
        raise ValueError(f"{package.name} is not installed here; settle its licence in {FACTS.name}") from gone
    if found.version != package.version:
        raise ValueError(f"{package.name} {found.version} is installed and {package.version} is locked; run make test")
    told = told_by(found.metadata.json)
    if told is None:
        raise ValueError(f"the metadata of {package.name} name no SPDX licence; settle it in {FACTS.name}")
    return told


def told_by(metadata: Mapping[str, str | list[str]]) -> str | None:
    """Read an SPDX licence from the metadata, or nothing if they leave a doubt."""
    for field in ("license_expression", "license"):
        text = metadata.get(field)
        if isinstance(text, str) and _is_spdx(text):
            return text
    meant = {CLASSIFIERS.get(line) for line in metadata.get("classifier", ()) if line.startswith("License ::")}
    return meant.pop() if len(meant) == 1 else None


def _is_spdx(text: str) -> bool:
    """Tell whether a text is an expression of SPDX."""
    try:
        return spdx().parse(text, validate=True, strict=True) is not None
    except ExpressionError:
        return False


def page() -> str:
    """Write the page."""
    return "\n".join([HEAD, *_accepted(), *_packages(read_lock("use")), *_parts(read_parts()), ""])


def _accepted() -> Iterator[str]:
    """List the accepted licences."""
    rows = [(", ".join(names), WHY[group]) for group, names in facts()["aanvaard"].items()]
    yield from _table(("licenties", "waarom"), rows)


def _packages(lock: Sequence[Locked]) -> Iterator[str]:
    """List the packages that the program runs on."""
    settled, beside = facts()["vastgesteld"], facts()["meegeleverd"]
    yield from (
        "",
        "## Pakketten",
        "",
        "Versies en sha256 staan in [`locks/use.txt`](../locks/use.txt). Wat een wiel verder",
    )
    yield from ("meebrengt, geven wij niet door: `pip` haalt het bij de makers.", "")
    told = "metagegevens van het pakket"
    rows = [(p.name, licence(p), settled.get(p.name, {}).get("waarom", told), beside.get(p.name, "")) for p in lock]
    yield from _table(("pakket", "licentie", "hoe vastgesteld", "in het wiel"), rows)


def _parts(parts: Sequence[Part]) -> Iterator[str]:
    """List what others made and lies in our own files."""
    yield from ("", "## Bestanden van anderen in spreiding zelf", "")
    yield from ("Grenzen van CBS en Kadaster (CC BY 4.0) haalt de gebruiker zelf op; ze zitten niet in het pakket.", "")
    rows = [
        (
            f"{part.naam} {part.versie}",
            part.bron,
            part.licentie,
            part.wijziging,
            ", ".join(f"`{f}`" for f in part.bestanden),
        )
        for part in parts
    ]
    yield from _table(("onderdeel", "bron", "licentie", "gewijzigd", "bestanden"), rows)


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Write a table."""
    for row in (heads, ["---"] * len(heads), *rows):
        yield f"| {' | '.join(row)} |"


if __name__ == "__main__":
    (Path(sys.argv[1]) / PAGE).write_text(page(), "utf-8", newline="\n")
