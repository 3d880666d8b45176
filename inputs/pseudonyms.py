"""Texts that tell who someone is: a BSN, a V-nummer, a name, an e-mail address or a date of birth."""

import re
import unicodedata
from operator import mul

from inputs.cells import INVISIBLE
from inputs.codes import Code

WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)
"""What each digit of a BSN counts for; the sum is a multiple of 11."""
SMALLEST_BSN = 10_000_000
"""A BSN has nine digits, or eight behind one zero: any number below this is too short to be one."""

START, END = r"(?<![^\W_])", r"(?![^\W_])"
"""Where a word starts and ends; H123456782 is one word, bsn_123456782 is two."""
LOOSE_START, LOOSE_END = rf"{START}(?<!\d[. ])", rf"{END}(?![. ]\d)"
"""The same for a number with dots or blanks in it: it is not cut out of a longer one."""
BSN_WORD = re.compile(rf"{START}(?:bsn|sofi)?(\d{{8,9}}){END}", re.IGNORECASE)
BSN_LOOSE = re.compile(rf"{LOOSE_START}(\d(?:[. ]?\d){{7,8}}|\d{{3}}-\d{{3}}-\d{{3}}){LOOSE_END}")
BSN_IN_TEXT = re.compile(rf"{START}(?:bsn|sofi)?(\d{{9}}|\d{{3}}([. -])\d{{3}}\2\d{{3}}|\d{{4}}\.\d\d\.\d{{3}}){END}")
"""In a sentence only nine digits, in groups as people write them: dates and amounts stand there too."""
VNUMMER_WORD = re.compile(rf"{START}(?:v[-. ]?(?:nr|nummer)?[-. ]{{0,2}})?\d{{10}}{END}", re.IGNORECASE)
VNUMMER_LOOSE = re.compile(rf"{LOOSE_START}\d(?:[. ]?\d){{9}}{LOOSE_END}")
"""Ten digits, as a V-nummer is printed on a permit; nothing is known of a check digit."""
PHONE = re.compile(
    rf"{START}(?<!\d[ -])(?:(?:\+|00)\d\d[ -]?(?:\(0\)[ -]?)?\d(?:[ -]?\d){{8}}"
    rf"|(?!\d\d-\d\d-(?:19|20)\d\d)0(?:[ -]?\d){{9}})(?![ -]?\d){END}"
)
"""A Dutch telephone number as people write it; 01-02-2026 14 is a day and a time."""
NAME = re.compile(r"[^\W\d_]\.?(?:\s+|\s*,\s*)[^\W\d_]|@")
"""A blank or a comma between two words of letters, or the sign of an e-mail address."""
MAIL = re.compile(r"[^\s@]{1,64}@[^\s@]{1,255}\.[^\s@]{2}")
MONTH = r"(?:jan|feb|maa|mrt|mar|apr|mei|may|jun|jul|aug|sep|okt|oct|nov|dec)[a-z]*\.?"
DAY = rf"(?:\d{{1,2}}[-/. ](?:\d{{1,2}}|{MONTH})[-/. ](?:19|20)?\d\d|(?:19|20)\d\d[-/.]\d{{1,2}}[-/.]\d{{1,2}})"
BIRTH = re.compile(
    rf"{START}(?:geb|geboren|geboorte\w*|bertedatum|born|birth\w*|dob|d\.o\.b)\W{{0,3}}"
    rf"(?:(?:op|on|dat|datum|date)\W{{1,3}})?{DAY}{END}"
)
"""A whole day of birth behind a word that says so; a year alone, or a day without such a word, says too little."""

BIRTH_WORD = re.compile(r"geb|berte|born|birth|dob|d\.o\.b")
LONG_NUMBER = re.compile(r"\d(?:[. -]?\d){7}")
"""What a text has in it that is worth a closer look; nearly all are done after this one."""
LEAD = 12
"""Signs that may stand before the digits of a number and belong to it: v-nummer [signs]."""
BSN_LENGTHS, VNUMMER_LENGTH = (8, 9), 10
"""Digits of either [digits]."""


def pseudonym_fault(text: str) -> Code | None:
    """Tell why a text is no pseudonym, or give None.

    >>> [pseudonym_fault(text) for text in ("H123456782", "123456789", "123456782", "Jan Jansen")]
    [None, None, <Code.PSEUDONIEM_BSN: 'F.471'>, <Code.PSEUDONIEM_NAAM: 'F.473'>]
    """
    plain = _plain(text)
    if plain.isdecimal():
        return _number_fault(plain)
    if LONG_NUMBER.search(plain):
        if any(is_bsn(match[1]) for pattern in (BSN_WORD, BSN_LOOSE) for match in pattern.finditer(plain)):
            return Code.PSEUDONIEM_BSN
        if VNUMMER_WORD.search(plain) or VNUMMER_LOOSE.search(plain):
            return Code.PSEUDONIEM_VNUMMER
    return Code.PSEUDONIEM_NAAM if NAME.search(plain) else None


def text_fault(text: str) -> Code | None:
    """Tell what in a free text says who someone is, or give None.

    >>> text_fault("besluit van 12-3-2026"), text_fault("geb. 12-3-1990")
    (None, <Code.TEKST_GEBOORTEDATUM: 'F.477'>)
    """
    plain = _plain(text).lower()
    if long := LONG_NUMBER.search(plain):
        start = max(0, long.start() - LEAD)
        if any(is_bsn(match[1]) for match in BSN_IN_TEXT.finditer(plain, start)):
            return Code.TEKST_BSN
        if VNUMMER_WORD.search(plain, start) or PHONE.search(plain, start):
            return Code.TEKST_VNUMMER
    if "@" in plain and MAIL.search(plain):
        return Code.TEKST_MAIL
    birth = BIRTH_WORD.search(plain) and BIRTH.search(plain)
    return Code.TEKST_GEBOORTEDATUM if birth else None


def is_bsn(text: str) -> bool:
    """Tell whether a number can be a BSN: 8 or 9 digits that pass the elfproef; other signs are passed over.

    >>> is_bsn("1234.56.782"), is_bsn("123456789"), is_bsn("000000012")
    (True, False, False)
    """
    digits = text if text.isdecimal() else "".join(filter(str.isdecimal, text))
    if len(digits) not in BSN_LENGTHS or int(digits) < SMALLEST_BSN:
        return False
    total: int = sum(map(mul, WEIGHTS[-len(digits) :], map(int, digits)))
    return total % 11 == 0


def _number_fault(digits: str) -> Code | None:
    """Judge a text of digits only."""
    if len(digits) == VNUMMER_LENGTH:
        return Code.PSEUDONIEM_VNUMMER
    return Code.PSEUDONIEM_BSN if is_bsn(digits) else None


def _plain(text: str) -> str:
    """Write fullwidth and other odd signs as ordinary ones, and leave out those that nobody sees."""
    return text if text.isascii() else INVISIBLE.sub("", unicodedata.normalize("NFKC", text))
