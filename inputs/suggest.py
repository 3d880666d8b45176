"""What a planner may have meant by a word that is unknown."""

import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches


def closest(word: str, known: Iterable[str], n: int = 1) -> tuple[str, ...]:
    """Give up to ``n`` known words that look most like the one found, best first.

    >>> closest("gemeente code ", ["naam", "gemeentecode"])
    ('gemeentecode',)
    """
    by_plain: dict[str, str] = {}
    for name in known:
        by_plain.setdefault(plain(name), name)
    return tuple(by_plain[word] for word in get_close_matches(plain(word)[:80], by_plain, n=n, cutoff=0.65))


def meant(word: str, known: Iterable[str]) -> dict[str, str | int]:
    """Give the field ``bedoeld`` for a message, or no field where nothing looks like the word."""
    return {"bedoeld": found[0]} if (found := closest(word, known)) else {}


class Hints:
    """What may have been meant by each unknown word of a kind, for the first words only.

    Comparing takes milliseconds a word: a table in which every row has another unknown word would take minutes, for
    suggestions that nobody reads to the end.
    """

    MOST = 100
    """Words that get a suggestion."""

    def __init__(self, known: Iterable[str]) -> None:
        self.known = tuple(known)
        self.found: dict[str, dict[str, str | int]] = {}

    def __call__(self, word: str) -> dict[str, str | int]:
        """Give the field ``bedoeld`` for a message, or no field."""
        if word not in self.found and len(self.found) < self.MOST:
            self.found[word] = meant(word, self.known)
        return self.found.get(word, {})


def plain(word: str) -> str:
    """Drop what the eye passes over: case, blanks, accents, and the signs between words.

    >>> plain("Súdwest-Fryslân "), plain("aantal_woningen")
    ('sudwestfryslan', 'aantalwoningen')
    """
    if not word.isascii():
        word = unicodedata.normalize("NFKD", word)
    return "".join(sign for sign in word.casefold() if sign.isalnum())
