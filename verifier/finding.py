"""One thing in a run that is not as it should be, with its place, in Dutch or in English."""

from collections.abc import Mapping
from dataclasses import dataclass

from verifier.words import Lang, say


class Told:
    """A sentence of the word table with its values; ``str`` gives the English one."""

    def __init__(self, key: str, **values: object) -> None:
        self.key = key
        self.values = values

    def text(self, lang: Lang) -> str:
        """Give the sentence; values that are sentences themselves come in the same language."""
        return say(self.key, lang, **{name: written(value, lang) for name, value in self.values.items()})

    def __str__(self) -> str:
        return self.text("en")


def written(value: object, lang: Lang) -> str:
    """Write a value for a reader."""
    return value.text(lang) if isinstance(value, Told) else str(value)


@dataclass(frozen=True, slots=True)
class Finding:
    """What a file of a run says, and what it should say.

    Attributes
    ----------
    row : str
        Key of the row, or part of ``run.json``; empty for the whole file.
    found, expected : object
        Values, or sentences.
    line : int
        Line of the file as a spreadsheet counts it; 0 where there is none.
    """

    file: str
    row: object
    column: str
    found: object
    expected: object
    line: int = 0

    def text(self, lang: Lang) -> str:
        """Give the finding as one line."""
        line = say("line", lang, line=self.line) if self.line else ""
        place = " ".join(part for part in (self.file, line, written(self.row, lang)) if part)
        found, expected = written(self.found, lang), written(self.expected, lang)
        key = "finding" if self.column else "finding_whole"
        return say(key, lang, place=place, column=self.column, found=found, expected=expected)

    def content(self, lang: Lang) -> dict[str, object]:
        """Give the same for a program."""
        return {
            "file": self.file,
            "line": self.line or None,
            "row": written(self.row, lang),
            "column": self.column,
            "found": written(self.found, lang),
            "expected": written(self.expected, lang),
        }

    def __str__(self) -> str:
        return self.text("en")


def compare(
    file: str, row: str, found: Mapping[str, object], expected: Mapping[str, object], line: int = 0
) -> list[Finding]:
    """List every expected name of which a file states something else, or nothing."""
    return [
        Finding(file, row, name, found.get(name, Told("nothing")), value, line)
        for name, value in expected.items()
        if found.get(name) != value
    ]
