"""The protocol of a controller, written from a run folder to one file."""

from dataclasses import asdict, dataclass
from pathlib import Path

from reports.controle.gegevens import Gegevens, lees
from reports.controle.loting import getrokken, loting
from reports.controle.protocol import protocol
from reports.controle.uitvoer import html, markdown
from reports.numbers import number
from spreiding.cases import write_file
from spreiding.output import print_json, print_rows
from spreiding.refusal import Refusal
from spreiding.words import Lang, say

KINDS = {".html": html, ".md": markdown}
"""How a protocol is written, by the end of the name of its file."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for: a run, its gemeenten (none: three by lot), and the file."""

    run: Path
    codes: tuple[str, ...]
    out: Path
    overwrite: bool


@dataclass(frozen=True, slots=True)
class Written:
    """What was written, on which gemeenten, and how many outcomes have which verdict [outcomes]."""

    run: str
    out: str
    gemeenten: tuple[str, ...]
    door_lot: bool
    klopt: int
    wijkt_af: int
    niet: int


def write_protocol(wanted: Wanted, lang: Lang) -> Written:
    """Write the protocol of some gemeenten, whole or not at all; nothing in the run changes."""
    kind = wanted.out.suffix.lower()
    if kind not in KINDS:
        raise Refusal("protocol_kind", found=wanted.out)
    if wanted.out.resolve().is_relative_to(wanted.run.resolve()):
        raise Refusal("protocol_inside", found=wanted.run)
    found = lees(wanted.run, lang)
    codes = _known(found, wanted.codes)
    if wanted.out.exists() and not wanted.overwrite:
        raise Refusal("file_exists", found=wanted.out)
    whole = protocol(found, codes)
    write_file(wanted.out, KINDS[kind](whole, lang).encode("utf-8"))
    chosen = codes or tuple(getrokken(loting(str(found.run.manifest["hash"]), found.codes)))
    counts = [whole.aantal(verdict) for verdict in ("klopt", "wijkt_af", "niet")]
    return Written(str(wanted.run), str(wanted.out), chosen, not codes, *counts)


def _known(found: Gegevens, codes: tuple[str, ...]) -> tuple[str, ...]:
    """Give the gemeenten that are asked for, each once; refuse one that the run does not hold."""
    asked = tuple(dict.fromkeys(code.upper() for code in codes))
    for code in asked:
        if code not in found.rijen:
            raise Refusal("protocol_gemeente", found=code, example=found.codes[0] if found.codes else "GM0363")
    return asked


def show_protocol(written: Written, lang: Lang, *, as_json: bool) -> None:
    """Print where the protocol is, on whom, and what it found."""
    if as_json:
        print_json(asdict(written))
        return
    names = " ".join(written.gemeenten)
    counts = {name: number(getattr(written, name), lang) for name in ("klopt", "wijkt_af", "niet")}
    print_rows(
        [
            (say("protocol_written", lang), written.out),
            (say("protocol_of", lang), say("protocol_lot", lang, names=names) if written.door_lot else names),
            (say("protocol_result", lang), say("protocol_counts", lang, **counts)),
            (say("report_use", lang), say("report_use_is", lang)),
        ]
    )
