"""How a command prints on stdout: two columns for a reader, JSON for a program."""

import io
import json
import sys
from collections.abc import Mapping, Sequence


def print_json(content: Mapping[str, object]) -> None:
    """Print one JSON object, in UTF-8 whatever the terminal speaks: a program reads it (RFC 8259)."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    text = json.dumps(content, ensure_ascii=False, indent=2)
    print(text.encode("utf-8", "surrogateescape").decode("utf-8", "replace"))  # a path may hold any bytes


def print_rows(rows: Sequence[tuple[str, str]]) -> None:
    """Print labels and texts in two columns."""
    width = max(len(label) for label, _ in rows)
    for label, text in rows:
        print(f"{label:<{width}}  {text}")
