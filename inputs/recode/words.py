"""What the report of a carry-over says, in Dutch and in English."""

from collections.abc import Mapping

from inputs.messages import Lang
from inputs.recode.draft import Note

HEADER: Mapping[Lang, tuple[str, ...]] = {
    "nl": ("tabel", "regel", "kolom", "oude_waarde", "nieuwe_waarde", "wat", "reden"),
    "en": ("table", "row", "column", "old_value", "new_value", "what", "reason"),
}
WHAT: Mapping[str, Mapping[Lang, tuple[str, str]]] = {
    "code": {
        "nl": ("code vervangen", "{oud} ging op {per} op in {nieuw}; bron: {bron}"),
        "en": ("code replaced", "{oud} went into {nieuw} on {per}; source: {bron}"),
    },
    "deel": {
        "nl": ("regel verdeeld", "deel {deel} van {oud} gaat naar {nieuw}; bron: {bron}"),
        "en": ("row divided", "part {deel} of {oud} goes to {nieuw}; source: {bron}"),
    },
    "som": {
        "nl": ("opgeteld", "uit deze regel telt {deel} mee in {nieuw}"),
        "en": ("added up", "of this row {deel} counts in {nieuw}"),
    },
    "gemiddeld": {
        "nl": ("gemiddeld", "gewogen gemiddelde van wat opgaat in {nieuw}; deze regel weegt {inwoners} inwoners"),
        "en": ("averaged", "weighted mean of what goes into {nieuw}; this row weighs {inwoners} inhabitants"),
    },
    "leeg": {
        "nl": ("leeg gelaten", "niet elke regel die opgaat in {nieuw} heeft een waarde, dus de som is onbekend"),
        "en": ("left empty", "not every row that goes into {nieuw} has a value, so the sum is unknown"),
    },
    "verschilt": {
        "nl": ("leeg gelaten", "de regels die opgaan in {nieuw} verschillen, en deze kolom wordt niet gelezen"),
        "en": ("left empty", "the rows that go into {nieuw} differ, and this column is not read"),
    },
    "status": {
        "nl": ("leeg gelaten", "wat opgaat in {nieuw} heeft een verschillende status van aanlevering"),
        "en": ("left empty", "what goes into {nieuw} differs in its status of delivery"),
    },
    "aanlevering": {
        "nl": ("regel vervallen", "de gemeente die dit leverde is opgegaan in {nieuw}, die zelf niets heeft geleverd"),
        "en": ("row dropped", "the gemeente that delivered this went into {nieuw}, which delivered nothing itself"),
    },
    "samen": {
        "nl": ("samengevoegd", "de teksten van wat opgaat in {nieuw}, achter elkaar"),
        "en": ("put together", "the texts of what goes into {nieuw}, behind each other"),
    },
    "cbs": {
        "nl": ("overgenomen", "de gemeente van nu; bron: {bron}"),
        "en": ("taken over", "the gemeente of today; source: {bron}"),
    },
    "inwoners": {
        "nl": ("opmerking", "som van de oude regels; CBS telt {cbs} op {peildatum}"),
        "en": ("remark", "sum of the old rows; CBS counts {cbs} on {peildatum}"),
    },
    "voorrang": {
        "nl": ("gekozen", "{nieuw} blijft bestaan en houdt haar eigen voorrang"),
        "en": ("chosen", "{nieuw} goes on and keeps its own priority"),
    },
    "gast": {
        "nl": ("opmerking", "eigenaar en gastgemeente zijn nu allebei {nieuw}"),
        "en": ("remark", "owner and host are both {nieuw} now"),
    },
    "met_zichzelf": {
        "nl": ("regel vervallen", "beide kanten van de afspraak zijn nu {nieuw}; de doelen samen veranderen niet"),
        "en": ("row dropped", "both sides of the agreement are {nieuw} now; the targets together do not change"),
    },
    "dubbel": {
        "nl": ("regel vervallen", "zegt nu hetzelfde als regel {andere}"),
        "en": ("row dropped", "says the same as row {andere} now"),
    },
    "blijft": {
        "nl": ("niet overgenomen", "dit bestand hoort niet bij de tabellen van de casus"),
        "en": ("not taken over", "this file is none of the tables of the case"),
    },
}
"""Kinds of change: what was done, and why."""


def told(note: Note, lang: Lang) -> tuple[str, ...]:
    """Give a note as a row of the report."""
    what, why = WHAT[note.wat][lang]
    regel = "" if note.regel is None else str(note.regel)
    return note.tabel, regel, note.kolom, note.oud, note.nieuw, what, why.format_map(note.velden)
