"""A small mutator: a seeded Random changes bytes, words between signs, and the parts of an archive."""

import io
import re
import zipfile
import zlib
from collections.abc import Sequence
from random import Random

TOKENS: tuple[bytes, ...] = (
    *(
        b"",
        b"0",
        b"-1",
        b"1.234",
        b"1,5",
        b"NaN",
        b"inf",
        b"1e400",
        b"9" * 40,
        b"-",
        b"n.v.t.",
        b"#REF!",
        b"80%",
        b"80",
    ),
    *(b"GM0363", b"GM9999", b"gm363", b"Bergen", b"2026K1", b"2026-Q3", b"31-02-2025", b"01/02/2026", b"46204", b"ja"),
    *(b";", b",", b"\t", b'"', b'""', b"\n", b"\r", b"\r\n", b"\0", b"sep=|\n", b"\xff\xfe", b"\xef\xbb\xbf", b"\xe9"),
    *(
        b"\xe2\x80\xae",
        b"\xc2\xa0",
        b"\xcc\x81",
        b"{x}",
        b"[a]",
        b"[[",
        b"]]",
        b"= ",
        b"'''",
        b"\\u0000",
        b"nan",
        b"true",
    ),
    *(
        b"1979-05-27",
        b"1E-09",
        b"H1",
        b"H2",
        b"vast",
        b"verboden",
        b"min",
        b"max",
        b"Groningen",
        b"Ter Apel",
        b"B1",
        b"po",
    ),
    *(b'r="XFD1048576"', b't="e"', b't="s"', b't="inlineStr"', b"<c/>", b"<row>", b"<f>", b"</f>", b"<!DOCTYPE x>"),
    *(
        b"&#0;",
        b"&amp;",
        b"volwassenen",
        b"gemeentecode",
        b"huishouden_id",
        b"123456782",
        b"1234567890",
        b"a@b.nl",
        b"=1+1",
    ),
)
"""What planners, spreadsheets and pranksters write."""
WORD = re.compile(rb"[^;,\t\n\r\"'<>=\[\] ]+")
"""What stands between two signs, in a table, in TOML and in XML."""
SIZES = (0, 0, 1, 1, 2, 4, 16, 256, 4096)
"""How many bytes are changed at once; mostly few, for an input that is not read at all tells little [bytes]."""
LONGEST = 200_000
"""Longest input that is made [bytes]; doubling a file again and again would fill the memory."""
BROKEN = (zipfile.BadZipFile, zlib.error, OSError, ValueError, RuntimeError, EOFError, KeyError, NotImplementedError)


def mutate(data: bytes, others: Sequence[bytes], random: Random) -> bytes:
    """Change an input in one to three places; of an archive, more often one of its parts than its bytes."""
    for _ in range(random.choice((1, 1, 1, 2, 3))):
        archive = data[:2] == b"PK" and random.random() < 0.9
        data = _other_parts(data, random) if archive else _once(data, others, random)
    return data[:LONGEST]


def _once(data: bytes, others: Sequence[bytes], random: Random) -> bytes:
    """Change one place: most often a word between two signs, else some bytes."""
    if random.random() < 0.7:
        return _word(data, random)
    start = random.randint(0, len(data))
    end = min(len(data), start + random.choice(SIZES))
    part = data[start:end]
    middle = (
        random.choice(TOKENS),
        part * random.randint(2, 9),
        b"",
        bytes(random.randrange(256) for _ in part),
        random.choice(TOKENS) + part,
        (random.choice(others) if others else b"")[start:end],
    )
    return data[:start] + random.choice(middle) + (data[end:] if random.random() < 0.97 else b"")


def _word(data: bytes, random: Random) -> bytes:
    """Put another word in the place of one: a nasty one, one that stands elsewhere, or none."""
    words = list(WORD.finditer(data))
    if not words:
        return data + random.choice(TOKENS)
    one, other = random.choice(words), random.choice(words)
    new = random.choice((random.choice(TOKENS), other[0], one[0] + random.choice(TOKENS), b""))
    return data[: one.start()] + new + data[one.end() :]


def _other_parts(data: bytes, random: Random) -> bytes:
    """Change, drop, double, swap or add parts of an archive."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as old:
            parts = {name: old.read(name) for name in old.namelist()}
    except BROKEN:
        return _once(data, (), random)
    if not parts:
        return data
    name, other = random.choice(list(parts)), random.choice(list(parts))
    kind = random.randrange(20)
    if kind == 0:
        del parts[name]
    elif kind == 1:
        parts[name], parts[other] = parts[other], parts[name]
    elif kind == 2:
        strange = ("xl/worksheets/sheet99.xml", "../x", "xl/vbaProject.bin", "mimetype", name.upper())
        parts[random.choice(strange)] = parts[name]
    else:
        sheets = [part for part in parts if part.startswith(("xl/worksheets/", "xl/shared", "xl/workbook"))]
        chosen = random.choice(sheets or list(parts))
        parts[chosen] = _once(parts[chosen], list(parts.values()), random)
    return _packed(parts, random)


def _packed(parts: dict[str, bytes], random: Random) -> bytes:
    """Pack parts again."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", random.choice((zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED))) as new:
        for name, content in parts.items():
            new.writestr(zipfile.ZipInfo(name), content)
    return target.getvalue()
