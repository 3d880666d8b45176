"""A page without a script is read as the texts that it shows, in their order; what could hide or add one is refused."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

from verifier.catalogue import WORDS
from verifier.read import UnreadableError

STYLE = WORDS.parent / "templates" / "cijfers.css"
"""Style of these pages, a data file of the product."""
TAGS = frozenset(
    {
        *("html", "head", "meta", "title", "style", "body", "a", "header", "p", "h1", "h2", "h3", "span", "strong"),
        *("main", "section", "figure", "div", "svg", "desc", "text", "rect", "line", "figcaption"),
        *("table", "caption", "thead", "tbody", "tr", "th", "td", "dl", "dt", "dd", "ul", "li"),
    }
)
"""Everything that such a page is made of."""
HIDES = ("style", "hidden", "onload", "onclick", "fill", "opacity", "display", "visibility", "transform")
"""Attributes that could show other than what stands there."""
OFF_SIDE = "sprong"
"""Class of the one link that stands beside the page."""


@dataclass(frozen=True)
class Text:
    """A text as shown, with the line where it stands."""

    tag: str
    text: str
    line: int


@dataclass
class Page:
    """What a page shows: its language, its texts in their order, and how long its bars are [px]."""

    lang: str = ""
    texts: list[Text] = field(default_factory=list)
    bars: list[str] = field(default_factory=list)


def read_page(path: Path) -> Page:
    """Read a page.

    Raises
    ------
    UnreadableError
        It holds anything that such a page does not hold: a script, a remark, a style of its own.
    """
    reader = _Reader(path.name)
    reader.feed(path.read_text("utf-8", errors="replace"))
    reader.close()
    if reader.styles != [STYLE.read_text("utf-8").strip()]:
        raise UnreadableError(path.name, 0, "style", "".join(reader.styles)[:80])
    return reader.page


class _Reader(HTMLParser):
    """Gathers texts and bars."""

    def __init__(self, file: str) -> None:
        super().__init__(convert_charrefs=True)
        self.file = file
        self.page = Page()
        self.styles: list[str] = []
        self.tag = ""

    def _refuse(self, found: str) -> None:
        raise UnreadableError(self.file, self.getpos()[0], "", found[:80])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        odd = [name for name in given if name.startswith(("on", *HIDES))]
        if tag not in TAGS or odd or len(given) < len(attrs) or (given.get("class") == OFF_SIDE and tag != "a"):
            self._refuse(f"<{tag} {' '.join(odd)}>")
        self.tag = tag
        if tag == "html":
            self.page.lang = given.get("lang") or ""
        elif tag == "rect":
            self.page.bars.append(given.get("width") or "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "style":
            self.tag = ""

    def handle_data(self, data: str) -> None:
        if self.tag == "style":
            self.styles.append(data.strip())
        elif text := " ".join(data.split(" ")).strip(" \n\t"):
            self.page.texts.append(Text(self.tag, " ".join(text.split()) if "\n" in text else text, self.getpos()[0]))

    def handle_comment(self, data: str) -> None:
        self._refuse(f"<!--{data}")

    def unknown_decl(self, data: str) -> None:
        self._refuse(data)

    def handle_pi(self, data: str) -> None:
        self._refuse(data)
