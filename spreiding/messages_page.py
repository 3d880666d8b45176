"""The page of messages is written from the catalogue: every code with what is wrong and what to do.

Run ``python -m spreiding.messages_page docs``; a test asks that the committed file is the one written here.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from inputs.codes import Code
from inputs.messages import Lang, catalogue

PAGE = "meldingen.md"
"""The file that is written, below ``docs``."""
PARTS = (
    ("F.0", "Bestanden en bladen"),
    ("F.1", "Kolommen"),
    ("F.2", "Cellen"),
    ("F.3", "Instellingen"),
    ("F.4", "Samenhang van de tabellen"),
    ("F.5", "Overgang naar een nieuwe indeling"),
    ("F.6", "Stand van het gesprek"),
    ("W.", "Waarschuwingen"),
)
"""Parts of the page, by the beginning of the code."""
HEAD = """# Meldingen over de invoer

Geschreven door `python -m spreiding.messages_page docs` uit [`meldingen.toml`](../inputs/data/meldingen.toml); niet met
de hand wijzigen. Een code die met F begint, is een fout: er wordt niets gerekend en niets geschreven (afsluitcode 2).
Een code die met W begint, is een waarschuwing. Elke melding zegt waar het is, wat er staat, wat er mis is en wat u kunt
doen; woorden tussen accolades worden ingevuld. `spreiding check MAP --problemen problemen.xlsx` zet alle meldingen in
een werkmap, met de cellen gemarkeerd."""


def page(lang: Lang = "nl") -> str:
    """Write the page."""
    lines = [HEAD]
    for start, heading in PARTS:
        codes = [code for code in Code if code.startswith(start)]
        if codes:
            lines += ["", f"## {heading}", "", *_table(sorted(codes), lang)]
    return "\n".join([*lines, ""])


def _table(codes: list[Code], lang: Lang) -> Iterator[str]:
    """Give a table of codes."""
    yield "| code | titel | wat er mis is | wat u kunt doen |"
    yield "|---|---|---|---|"
    for code in codes:
        texts = catalogue()[code][lang]
        cells = (code, *(texts[part] for part in ("titel", "uitleg", "actie")))
        yield f"| {' | '.join(_cell(text) for text in cells)} |"


def _cell(text: str) -> str:
    """Write a text in a cell of Markdown."""
    return re.sub(r"([|<>\[\]])", r"\\\1", text)


def main() -> None:
    """Write the page into the folder that is given."""
    (Path(sys.argv[1]) / PAGE).write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
