"""The map shows the numbers of gemeenten.csv: what its script reads is compared cell by cell."""

import re
from pathlib import Path
from typing import Any

from verifier.finding import Finding, Told, compare
from verifier.read import WHOLE, UnreadableError, bare, strict_json

DATA = re.compile(r'<script type="application/json" id="gegevens">(.*?)</script>', re.DOTALL)
NAME = re.compile(r"\bid\s*=\s*[\"']?gegevens\b", re.IGNORECASE)
TABLE = "gemeenten.csv"
SHOWN = ("naam", "provincie", "arbeidsmarktregio")


def check_map(path: Path, table: list[dict[str, str]]) -> list[Finding]:
    """List every number of a gemeente that the map shows otherwise than the table."""
    data = page_data(path)
    try:
        shown, kept = fields_of(data), _csv(data)
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise UnreadableError(path.name, 0, "gegevens", str(error)[:80]) from error
    problems = [
        Finding(path.name, code, "code", code, Told("a_gemeente"))
        for code in sorted(shown.keys() - {row["gemeentecode"] for row in table})
    ]
    if kept != (path.parent / TABLE).read_bytes():
        problems.append(Finding(path.name, "csv", "", Told("unlike"), Told("same_rows", table=TABLE)))
    for row in table:
        here = {
            name: bare(cell) if name in SHOWN else cell for name, cell in shown.get(row["gemeentecode"], {}).items()
        }
        numbers = {name: int(cell) for name, cell in row.items() if name in here and WHOLE.fullmatch(cell)}
        texts = {name: row[name] for name in SHOWN}
        problems += compare(path.name, row["gemeentecode"], here, {**texts, **numbers})
    return problems


def page_data(path: Path) -> dict[str, Any]:
    """Read what the script of a map reads."""
    try:
        data: dict[str, Any] = strict_json(_only(path, path.read_text("utf-8", errors="replace")))
    except (ValueError, RecursionError) as error:
        found = error.found if isinstance(error, UnreadableError) else str(error)
        raise UnreadableError(path.name, 0, "gegevens", found[:80]) from error
    return data


def _only(path: Path, text: str) -> str:
    """Give what the script of the page reads; a second place with that name would show what nobody compared."""
    found = DATA.findall(text)
    if len(found) != 1 or len(NAME.findall(text)) != 1:
        raise UnreadableError(path.name, 0, "gegevens", f"{len(found)} x")
    return str(found[0])


def fields_of(data: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Give the fields of each gemeente by its code; the page names them once, a page of before in every row."""
    rows, fields = data["gemeenten"], data.get("velden")
    named = rows if fields is None else [dict(zip(fields, row, strict=True)) for row in rows]
    by_code = {row["code"]: row for row in named}
    if len(by_code) < len(named):
        raise ValueError(f"{len(named)} gemeenten, {len(by_code)} codes")
    return by_code


def _csv(data: dict[str, Any]) -> bytes:
    """Give the table that a reader downloads from the page."""
    csv = data["csv"]
    ends = [csv["kop"], *[csv["bron"]] * (len(csv["regels"]) - 1)]
    return "".join(f"{line};{end}\r\n" for line, end in zip(csv["regels"], ends, strict=True)).encode()
