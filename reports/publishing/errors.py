"""Why nothing was published, in words for the planner; the kinds that are no mistake of the planner say so."""

from enum import StrEnum

from reports.words import Lang, words


class Fout(StrEnum):
    """One kind of refusal; its text stands in ``woorden.toml`` under ``publiceren_fout``."""

    GEEN_UITKOMST = "P.101"
    UITKOMST_VERANDERD = "P.102"
    TABEL_VERANDERD = "P.103"
    TABEL_ONLEESBAAR = "P.104"
    GEEN_BESLUIT = "P.201"
    ANDERS_GETEKEND = "P.202"
    ANDER_KWARTAAL = "P.203"
    GEEN_ADRES = "P.204"
    AFRONDING_TE_GROF = "P.205"
    GEEN_PUBLICATIE = "P.301"
    PUBLICATIE_VERANDERD = "P.302"
    ANDERE_REGELS = "P.303"
    ANDERE_INDELING = "P.304"
    NIET_TE_BESCHERMEN = "P.401"
    TERUG_TE_REKENEN = "P.402"
    TEGENSTRIJDIG = "P.403"
    MAP_BESTAAT = "P.501"
    MAP_IN_UITKOMST = "P.502"
    VERSLAG_PLAATS = "P.503"


FAILED = frozenset(
    {
        Fout.UITKOMST_VERANDERD,
        Fout.TABEL_VERANDERD,
        Fout.PUBLICATIE_VERANDERD,
        Fout.NIET_TE_BESCHERMEN,
        Fout.TERUG_TE_REKENEN,
        Fout.TEGENSTRIJDIG,
    }
)
"""Kinds where a check of the contents failed; the others are about how the command was given."""


class PublicationError(Exception):
    """Nothing was published."""

    def __init__(self, fout: Fout, **values: object) -> None:
        super().__init__(f"{fout}: {values}")
        self.fout = fout
        self.values = values

    @property
    def failed(self) -> bool:
        """Tell whether a check of the contents failed."""
        return self.fout in FAILED

    def render(self, lang: Lang) -> str:
        """Say where, what was found and what to do."""
        return f"{words(lang)(f'publiceren_fout.{self.fout}', **self.values)} [{self.fout}]"
