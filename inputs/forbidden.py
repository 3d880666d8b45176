"""Columns that may not come in: the model must not know who someone is, nor what may not count."""

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from inputs.codes import Code

LOOKALIKES = str.maketrans(
    "авекмнорстухіѕјԁԛԝһӏгпАВЕКМНОРСТУХІЅЈԚԜҺӀαβγεηικνορτυχωΑΒΕΖΗΙΚΜΝΟΡΤΥΧøØłŁđĐı",
    "abekmhopctyxisjdqwhlrnabekmhopctyxisjqwhlabyenikvoptuxwabezhikmnoptyxoollddi",
)
"""Cyrillic and Greek letters, and a few of our own, that look like a plain letter."""
FILLERS = frozenset("\u115f\u1160\u3164\u2800\u034f")
"""Signs that count as letters or marks and that nobody sees; those of Unicode's class Cf come on top."""
CAMEL = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
"""Where a word starts inside another: geboorteLand, BSNNummer."""
GROUNDS = {
    "bsn": Code.KOLOM_BSN,
    "strafrecht": Code.KOLOM_STRAFRECHT,
    "bijzonder": Code.KOLOM_BIJZONDER,
    "onderscheid": Code.KOLOM_ONDERSCHEID,
    "identiteit": Code.KOLOM_IDENTITEIT,
}
"""Grounds of the list: UAVG art. 46; AVG art. 10; AVG art. 9; Grondwet art. 1, Awgb art. 1; AVG art. 5 lid 1 c."""


@dataclass(frozen=True, slots=True)
class Ground:
    """Names refused on one ground: anywhere in a name, where a word starts, as whole words, or as the whole name."""

    code: Code
    overal: tuple[str, ...]
    begin: tuple[str, ...]
    heel: frozenset[str]
    alleen: frozenset[str]

    def holds(self, words: list[str]) -> bool:
        """Tell whether words that follow each other make a name of this ground."""
        joined = "".join(words)
        if joined in self.alleen or any(part in joined for part in self.overal):
            return True
        return any(run in self.heel or run.startswith(self.begin) for _, _, run in _runs(words))


def forbidden(name: str) -> Code | None:
    """Give the reason why a column of this name is refused, or None.

    >>> forbidden("V-nummer"), forbidden("land_van_herkomst"), forbidden("corporatie")
    (<Code.KOLOM_IDENTITEIT: 'F.105'>, <Code.KOLOM_BIJZONDER: 'F.103'>, None)
    """
    allowed, grounds = _deny_list()
    stretches = list(_judged(_words(name), allowed))
    return next((ground.code for ground in grounds for words in stretches if ground.holds(words)), None)


def _words(name: str) -> list[str]:
    """Cut a name into words of plain small letters: no accents, no signs that nobody sees, no look-alikes.

    >>> _words("Geboorte-Land"), _words("nationaliteït"), _words("\uff22\uff33\uff2e")
    (['geboorte', 'land'], ['nationaliteit'], ['bsn'])
    """
    shown = "".join(sign for sign in unicodedata.normalize("NFKC", name) if not _unseen(sign))
    parted = CAMEL.sub(" ", shown)
    bare = "".join(sign for sign in unicodedata.normalize("NFD", parted) if unicodedata.category(sign) != "Mn")
    return re.findall(r"[^\W\d_]+", bare.translate(LOOKALIKES).casefold())


def _unseen(sign: str) -> bool:
    """Tell whether a sign takes no ink."""
    return sign in FILLERS or unicodedata.category(sign) == "Cf"


def _judged(words: list[str], allowed: frozenset[str]) -> Iterator[list[str]]:
    """Give the stretches of words that are left when the names that are allowed are taken out."""
    found = next(((first, end) for first, end, run in _runs(words) if run in allowed), None)
    if found is None:
        yield words
        return
    first, end = found
    yield from _judged(words[:first], allowed)
    yield from _judged(words[end:], allowed)


def _runs(words: list[str]) -> Iterator[tuple[int, int, str]]:
    """Give all words that follow each other as one: first, end and the letters; the longest first."""
    for size in range(len(words), 0, -1):
        for first in range(len(words) - size + 1):
            yield first, first + size, "".join(words[first : first + size])


@cache
def _deny_list() -> tuple[frozenset[str], tuple[Ground, ...]]:
    """Read the names that are allowed, and those refused by ground."""
    raw = tomllib.loads((files("inputs") / "data" / "geweigerd.toml").read_text("utf-8"))
    allowed = frozenset(raw.pop("toegestaan").split())
    return allowed, tuple(_ground(GROUNDS[name], lists) for name, lists in raw.items())


def _ground(code: Code, lists: dict[str, str]) -> Ground:
    """Put the names of one ground together."""
    texts = [lists.get(kind, "").split() for kind in ("overal", "begin", "heel", "alleen")]
    return Ground(code, tuple(texts[0]), tuple(texts[1]), frozenset(texts[2]), frozenset(texts[3]))
