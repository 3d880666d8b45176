"""The bytes of a text file become text; which encoding it is follows from the bytes, or both readings are shown."""

import re
import unicodedata

from inputs.codes import Code
from inputs.problems import InputProblems, Problem

MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
"""Byte order marks; Excel writes the first with 'CSV UTF-8' and the second with 'Unicode-tekst'."""
OLD = {"cp1252": "Windows-1252", "cp850": "MS-DOS (850)", "mac_roman": "Macintosh"}
"""Encodings of one byte a sign that Excel writes: as 'CSV', 'CSV (MS-DOS)' and 'CSV (Macintosh)'."""
ACCENTED = "áéíóúàèäëïöüâêîôûçñ"
"""Letters with an accent in Dutch and Frisian words and names."""
SIGNS = "€’‘“”–°²³½×"
"""Other signs that stand in Dutch tables."""
LARGEST_OLD = 10_000_000
"""Largest file of which the encoding is found from its words; of a larger one that takes minutes [bytes]."""
TOKEN = re.compile(r"[^\W\d_²³½¼¾¹]+|[^\x00-\x7f]")
"""A word, or a sign outside ASCII."""
WORD = re.compile(rf"[A-Z{ACCENTED.upper()}]?[a-z{ACCENTED}]+|[A-Z{ACCENTED.upper()}]+")
"""A word in small letters, with a capital in front, or in capitals throughout."""
BETWEEN_LETTERS = re.compile(rf"[^\W\d_²³½¼¾¹][{SIGNS.replace('’', '')}][^\W\d_²³½¼¾¹]")
"""A sign where no writer puts one."""


def decode_toml(data: bytes, bestand: str) -> str:
    """Decode UTF-8 with or without a byte order mark, to composed signs (NFC).

    Raises
    ------
    InputProblems
        When the bytes are empty, not UTF-8, or hold a NUL.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise _stop(Code.TEKENSET, bestand, plaats=1)
    if b"\0" in data:
        raise _stop(Code.NULTEKEN, bestand, line_of(data, data.index(b"\0")))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # `object` and not `data`: the positions count from behind the byte order mark
        offset = len(data) - len(error.object)
        raise _stop(
            Code.TEKENSET, bestand, line_of(error.object, error.start), plaats=offset + error.start + 1
        ) from error
    return _composed(text, bestand)


def decode_table(data: bytes, bestand: str) -> tuple[str, list[Problem]]:
    """Decode a table: UTF-8, UTF-16 with its mark, or an encoding of one byte a sign where only one makes sense.

    Returns
    -------
    tuple
        The text, and a warning where the encoding had to be found from the text.

    Raises
    ------
    InputProblems
        When the bytes are empty, hold a NUL, are damaged, or can be read in two ways.
    """
    mark = next((name for start, name in MARKS.items() if data.startswith(start)), "utf-8")
    if mark != "utf-16" and b"\0" in data:
        raise _stop(Code.NULTEKEN, bestand, line_of(data, data.index(b"\0")))
    try:
        text = data.decode(mark)
    except UnicodeDecodeError as error:
        if mark != "utf-8":
            regel = line_of(error.object, error.start)  # counted from behind the mark where the codec drops it
            raise _stop(Code.TEKENSET_BESCHADIGD, bestand, regel) from error
        return _old(data, bestand, error.start)
    if "\0" in text:
        raise _stop(Code.NULTEKEN, bestand, text.count("\n", 0, text.index("\0")) + 1)
    return _composed(text, bestand), []


def _old(data: bytes, bestand: str, first: int) -> tuple[str, list[Problem]]:
    """Read bytes that are no UTF-8 in the one old encoding that makes sense; refuse where two do, or none."""
    if len(data) > LARGEST_OLD:
        raise _stop(Code.TEKENSET, bestand, line_of(data, first), plaats=first + 1)
    odd = b"\n".join(line for line in data.split(b"\n") if not line.isascii())
    readings = {name: data.decode(codec) for codec, name in OLD.items() if _sensible(odd, codec)}
    regel = line_of(data, first)
    if len(set(readings.values())) == 1:
        name, text = next(iter(readings.items()))
        velden: dict[str, str | int] = {"tekenset": name, "woord": _word(text, first)}
        return _composed(text, bestand), [Problem(Code.TEKENSET_GEVONDEN, bestand, regel, velden=velden)]
    if not readings:
        raise _stop(Code.TEKENSET, bestand, regel, plaats=first + 1)
    names, texts = list(readings), list(readings.values())
    at = next(n for n, (one, other) in enumerate(zip(*texts[:2], strict=True)) if one != other)
    raise _stop(
        Code.TEKENSET_DUBBELZINNIG,
        bestand,
        line_of(data, at),
        eerste=f"{_word(texts[0], at)} ({names[0]})",
        tweede=f"{_word(texts[1], at)} ({names[1]})",
    )


def _sensible(data: bytes, codec: str) -> bool:
    """Tell whether bytes can be decoded without a sign or a word that no Dutch table holds."""
    try:
        text = data.decode(codec)
    except UnicodeDecodeError:
        return False
    strange = {match[0] for match in TOKEN.finditer(text) if not match[0].isascii()}
    return not BETWEEN_LETTERS.search(text) and all(_plausible(token) for token in strange)


def _plausible(word: str) -> bool:
    """Tell whether a Dutch table may hold this word or sign; a letter with an accent seldom stands alone.

    >>> _plausible("Fryslân"), _plausible("FryslÔn"), _plausible("€")
    (True, False, True)
    """
    return word in SIGNS or (WORD.fullmatch(word) is not None and (len(word) > 1 or word in "àé"))


def _word(text: str, at: int) -> str:
    """Give the word around a place."""
    start = re.search(r"[^\s;,\t\"]*$", text[:at])
    end = re.match(r"[^\s;,\t\"]*", text[at:])
    return (start[0] if start else "") + (end[0] if end else "")


def _composed(text: str, bestand: str) -> str:
    """Compose letters and their accents (NFC); refuse a text without any sign."""
    if not text.strip():
        raise _stop(Code.BESTAND_LEEG, bestand)
    return unicodedata.normalize("NFC", text)


def line_of(data: bytes, position: int) -> int:
    """Give the line on which a byte stands."""
    return data.count(b"\n", 0, position) + 1


def _stop(code: Code, bestand: str, regel: int | None = None, **velden: str | int) -> InputProblems:
    """Make the exception for a file that cannot be read any further."""
    return InputProblems([Problem(code, bestand, regel, velden=velden)])
