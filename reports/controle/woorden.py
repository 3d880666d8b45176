"""The words of a protocol, with formulas whose letters and last row are those of the file itself."""

from reports.controle.gegevens import Gegevens
from reports.stored_run import GEMEENTEN
from reports.words import words


class Zegt:
    """Says the texts of a protocol on one run."""

    def __init__(self, g: Gegevens) -> None:
        self.g = g
        self.told = words(g.lang)

    def __call__(self, key: str, **values: object) -> str:
        """Give a text of the protocol."""
        return self.told(f"controle.{key}", **values)

    def som(self, kolom: str) -> str:
        """Give the formula that adds up a column of gemeenten.csv."""
        return self("formule_som", k=self.g.letter(GEMEENTEN, kolom), n=len(self.g.codes) + 1)

    def wie(self, code: str) -> str:
        """Name a gemeente by code and name."""
        return f"{code} {self.g.rijen[code]['naam']}"

    def allen(self, codes: tuple[str, ...]) -> str:
        """Name gemeenten."""
        return ", ".join(self.wie(code) for code in codes)
