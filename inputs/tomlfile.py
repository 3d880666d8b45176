"""A TOML file becomes plain values; each key keeps the line on which it stands."""

import re
import tomllib
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import Any, get_args, get_origin

from pydantic import TypeAdapter, ValidationError

from inputs.cells import Fault
from inputs.codes import Code
from inputs.limits import limit
from inputs.problems import InputProblems, Problem
from inputs.suggest import Hints

NOT_OF_TYPE: Mapping[str, Code] = {
    "int_type": Code.GEEN_GEHEEL_GETAL,
    "int_from_float": Code.GEEN_GEHEEL_GETAL,
    "float_type": Code.GEEN_GETAL,
    "string_type": Code.GEEN_TEKST,
    "string_too_short": Code.LEEG,
    "bool_type": Code.GEEN_WAAR_ONWAAR,
    "string_pattern_mismatch": Code.KWARTAAL_ONJUIST,
}
"""Our code for a TOML value that does not fit the type of its key."""


MOST_DOTS = 50
"""Dots of a key from which it is not even parsed: that takes the square of their number [dots]."""
BETWEEN = re.compile(r"[,=\[\]{}]")
"""What stands between keys and values."""
PLAIN_KEY = re.compile(r"[\w-]+")
"""A key that needs no quotes."""
LARGEST = 200_000
"""Most signs of choices or parameters; the product's own parameters have ten thousand [signs]."""
DEEPEST = 10
"""Most keys below each other; a parameter has three [keys]."""


def parse(text: str, bestand: str) -> dict[str, Any]:
    """Parse TOML.

    Raises
    ------
    InputProblems
        When it is no TOML, with the line, what stands there and the sign at which it goes wrong; or it is too large or
        too deep for what it can hold.
    """
    if len(text) > LARGEST:
        raise InputProblems([Problem(Code.BESTAND_TE_GROOT, bestand, velden={"grootste": f"{LARGEST // 1000} kB"})])
    for number, content in enumerate(text.split("\n"), 1):
        if any(part.count(".") > MOST_DOTS for part in BETWEEN.split(content)):
            raise InputProblems([Problem(Code.TOML_TE_DIEP, bestand, number, velden={"hoogstens": DEEPEST})])
    try:
        raw = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        lines = text.split("\n")
        line, sign = _where(str(error), lines)
        found = lines[line - 1].strip() if line else None
        velden: dict[str, str | int] = {"bij_teken": sign} if sign else {}
        raise InputProblems([Problem(Code.TOML_ONGELDIG, bestand, line, gevonden=found, velden=velden)]) from error
    if _deeper(raw, DEEPEST):
        raise InputProblems([Problem(Code.TOML_TE_DIEP, bestand, velden={"hoogstens": DEEPEST})])
    return raw


def _deeper(value: Any, layers: int) -> bool:
    """Tell whether values stand in more layers than these."""
    level = [value]
    for _ in range(layers):
        level = [
            inner
            for outer in level
            if isinstance(outer, dict | list)
            for inner in (outer.values() if isinstance(outer, dict) else outer)
        ]
    return any(isinstance(value, dict | list) for value in level)


def _where(message: str, lines: list[str]) -> tuple[int | None, int | None]:
    """Find line and sign in the message of the parser; at the end of the file: behind the last text."""
    if match := re.search(r"at line (\d+), column (\d+)", message):
        return int(match[1]), int(match[2])
    if "at end of document" not in message:
        return None, None
    last = max((number for number, line in enumerate(lines, 1) if line.strip()), default=1)
    return last, len(lines[last - 1].rstrip()) + 1


def line_of(text: str, *path: str) -> int | None:
    r"""Find the line where a key stands, given the keys above it; None where it is written in another way.

    >>> line_of("[a]\nx = 1\n[b]\nx = 2", "b", "x")
    4
    """
    lines, at = _lines(text), 0
    for key in path:
        where = lines.get(key)
        if where is None and not PLAIN_KEY.fullmatch(key):
            where = [number for number, line in enumerate(text.split("\n")) if key in line.split("=")[0]]
        nearest = bisect_left(where or (), at)
        if where is None or nearest == len(where):
            return None
        at = where[nearest]
    return at + 1


@lru_cache(maxsize=4)
def _lines(text: str) -> Mapping[str, list[int]]:
    """Give the lines on which each key stands, before a value or a remark; once for a text, for it has many keys."""
    found: dict[str, list[int]] = {}
    for number, line in enumerate(text.split("\n")):
        for key in dict.fromkeys(PLAIN_KEY.findall(re.split("[#=]", line, maxsplit=1)[0])):
            found.setdefault(key, []).append(number)
    return found


def check(value: Any, hint: Any) -> Fault | None:
    """Check a TOML value against a type, without any conversion; None: it fits."""
    if get_origin(hint) is not None and (choices := _choices(hint)):
        return None if value in choices else Fault(Code.GEEN_KEUZE, {"keuzes": ", ".join(choices)})
    try:
        _adapter(hint).validate_python(value, strict=True)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        code = NOT_OF_TYPE.get(first["type"])
        return Fault(code) if code else limit(first["type"], first.get("ctx", {}), value)
    return None


def unknown_keys(found: Mapping[str, Any], known: tuple[str, ...], bestand: str, text: str) -> Iterator[Problem]:
    """List keys that nobody reads, with the one that may have been meant."""
    hint = Hints(known)
    for key in found:
        if key not in known:
            yield Problem(Code.SLEUTEL_ONBEKEND, bestand, line_of(text, key), key, velden=hint(key))


def _choices(hint: Any) -> tuple[str, ...]:
    """Give the words that a type allows; none where it is no list of words."""
    words = get_args(hint)
    return words if all(isinstance(word, str) for word in words) else ()


@cache
def _adapter(hint: Any) -> TypeAdapter[Any]:
    """Build the validator of a type."""
    return TypeAdapter(hint)
