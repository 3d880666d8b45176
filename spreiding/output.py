"""How a command prints on stdout: two columns for a reader, JSON for a program."""

import json
from collections.abc import Mapping, Sequence


def print_json(content: Mapping[str, object]) -> None:
    """Print one JSON object."""
    print(json.dumps(content, ensure_ascii=False, indent=2))


def print_rows(rows: Sequence[tuple[str, str]]) -> None:
    """Print labels and texts in two columns."""
    width = max(len(label) for label, _ in rows)
    for label, text in rows:
        print(f"{label:<{width}}  {text}")
