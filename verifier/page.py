"""The map shows the numbers of gemeenten.csv: what its script reads is compared cell by cell."""

import json
import re
from pathlib import Path
from typing import Any

from verifier.finding import Finding, Told, compare
from verifier.read import WHOLE, UnreadableError

DATA = re.compile(r'<script type="application/json" id="gegevens">(.*?)</script>', re.DOTALL)
TABLE = "gemeenten.csv"
SHOWN = ("naam", "provincie", "arbeidsmarktregio")


def check_map(path: Path, table: list[dict[str, str]]) -> list[Finding]:
    """List every number of a gemeente that the map shows otherwise than the table."""
    found = DATA.search(path.read_text("utf-8", errors="replace"))
    if found is None:
        raise UnreadableError(path.name, 0, "gegevens")
    try:
        data = json.loads(found[1])
        shown, kept = _rows(data), _csv(data)
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise UnreadableError(path.name, 0, "gegevens", str(error)[:80]) from error
    problems = [
        Finding(path.name, code, "code", code, Told("a_gemeente"))
        for code in sorted(shown.keys() - {row["gemeentecode"] for row in table})
    ]
    if kept != (path.parent / TABLE).read_bytes():
        problems.append(Finding(path.name, "csv", "", Told("unlike"), Told("same_rows", table=TABLE)))
    for row in table:
        here = shown.get(row["gemeentecode"], {})
        numbers = {name: int(cell) for name, cell in row.items() if name in here and WHOLE.fullmatch(cell)}
        texts = {name: row[name] for name in SHOWN}
        problems += compare(path.name, row["gemeentecode"], here, {**texts, **numbers})
    return problems


def _rows(data: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Give the fields of each gemeente by its code; the page names them once, a page of before in every row."""
    rows, fields = data["gemeenten"], data.get("velden")
    named = rows if fields is None else [dict(zip(fields, row, strict=True)) for row in rows]
    return {row["code"]: row for row in named}


def _csv(data: dict[str, Any]) -> bytes:
    """Give the table that a reader downloads from the page."""
    csv = data["csv"]
    ends = [csv["kop"], *[csv["bron"]] * (len(csv["regels"]) - 1)]
    return "".join(f"{line};{end}\r\n" for line, end in zip(csv["regels"], ends, strict=True)).encode()
