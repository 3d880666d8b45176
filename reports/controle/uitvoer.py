"""A protocol as Markdown, and as one HTML page without any script."""

import re
from collections.abc import Iterator, Sequence

from reports.blad_uitvoer import css, template
from reports.controle.vorm import Protocol, Stap, Uitkomst
from reports.policy import sealed
from reports.words import Lang, words

ACTIVE = re.compile(r"([\\`*_{}\[\]<>#|~])")
"""Signs that Markdown would read."""


def markdown(protocol: Protocol, lang: Lang = "nl", kop: Sequence[str] = ()) -> str:
    """Write a protocol as Markdown.

    Parameters
    ----------
    kop
        Lines below the title, as they are.
    """
    mark = [f"**{_plain(protocol.merk)}**", ""] if protocol.merk else []
    lines = [f"# {_plain(protocol.titel)}", "", *kop, *mark, *_paragraphs(protocol.inleiding)]
    for hoofdstuk in protocol.hoofdstukken:
        lines += [f"## {_plain(hoofdstuk.kop)}", "", *_paragraphs(hoofdstuk.tekst)]
        for stap in hoofdstuk.stappen:
            lines += _step(stap, lang)
    return "\n".join(lines).rstrip("\n") + "\n"


def html(protocol: Protocol, lang: Lang = "nl") -> str:
    """Write a protocol as a page; every name is escaped, and no script is allowed."""
    page = template("controle.html").render(protocol=protocol, lang=lang, told=words(lang), css=css())
    return sealed(page)


def _step(stap: Stap, lang: Lang) -> Iterator[str]:
    """Write a step."""
    told = words(lang)
    yield from (f"### {_plain(stap.kop)}", "", f"{told('controle.regel')}: {_plain(stap.regel)}", "")
    if stap.waar:
        yield from (f"{told('controle.waar')}: {_plain(stap.waar)}.", "")
    if stap.sommen:
        yield from ("```text", *(line.replace("`", "'") for line in stap.sommen), "```", "")
    if stap.uitkomsten:
        yield from (*_table(stap.uitkomsten, lang), "")
    yield from _paragraphs(stap.tekst)


def _table(outcomes: Sequence[Uitkomst], lang: Lang) -> Iterator[str]:
    """Write outcomes as a table."""
    told = words(lang)
    heads = [told(f"controle.{name}") for name in ("wat", "zelf", "uitkomst", "oordeel")]
    yield f"| {' | '.join(heads)} |"
    yield "|---|---|---|---|"
    for u in outcomes:
        cells = (_plain(u.wat), _plain(u.zelf), _plain(u.run), told(f"controle_oordeel.{u.oordeel}"))
        yield f"| {' | '.join(cells)} |"


def _paragraphs(texts: Sequence[str]) -> Iterator[str]:
    """Write paragraphs, each closed by an empty line."""
    for text in texts:
        yield from (_plain(text), "")


def _plain(text: str) -> str:
    r"""Keep a text from being read as Markdown.

    >>> _plain("som van inhaal_personen")
    'som van inhaal\\_personen'
    """
    return ACTIVE.sub(r"\\\1", " ".join(text.split()))
