"""What a protocol reads of a run folder: the tables of gemeenten and, where they are still there, the couplings."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from pathlib import Path

from reports.controle.rekenen import Band, Deling, Keuzes, Rekening, band, delen, reken
from reports.run_folder import RunFolderError
from reports.run_reader import read_files, table
from reports.stored_run import GEMEENTEN, UITLEG, Row, StoredRun, read_run
from reports.weights import PART
from reports.words import Lang, words

KOPPELINGEN, ONGEPLAATST = "koppelingen.csv", "ongeplaatst.csv"
Rows = Sequence[Row]


@dataclass(frozen=True)
class Gegevens:
    """A run folder as a controller reads it.

    Attributes
    ----------
    koppelingen, ongeplaatst : sequence of Row or None
        A row of each household with and without a home; None where the folder holds them no more.
    """

    run: StoredRun
    lang: Lang
    koppelingen: Rows | None
    ongeplaatst: Rows | None

    @cached_property
    def rijen(self) -> Mapping[str, Row]:
        """Give the rows of gemeenten.csv by code, in the order of the file."""
        return {row["gemeentecode"]: row for row in self.run.gemeenten}

    @property
    def codes(self) -> list[str]:
        """Give the gemeentecodes, in order."""
        return list(self.rijen)

    def getal(self, code: str, kolom: str) -> int:
        """Give a whole number of a gemeente.

        Raises
        ------
        RunFolderError
            If there is no such column, or no whole number in it.
        """
        return self.uit(GEMEENTEN, self.rijen[code], kolom)

    def uit(self, bestand: str, row: Row, kolom: str) -> int:
        """Give a whole number of a row."""
        try:
            return int(row[kolom])
        except (KeyError, ValueError) as error:
            plaats = {"bestand": bestand, "kolom": kolom, "gevonden": row.get(kolom, "")}
            raise RunFolderError(words(self.lang)("controle_fout.geen_getal", **plaats)) from error

    def kolom(self, naam: str) -> dict[str, int]:
        """Give a column of gemeenten.csv by code."""
        return {code: self.getal(code, naam) for code in self.rijen}

    @cached_property
    def keuzes(self) -> Keuzes:
        """Give what the scenario chooses; without a number to spread, everyone in the table huishoudens is spread."""
        found = self.run.manifest["scenario"]
        asked = found.get("opgave_personen")
        return Keuzes(
            self.run.manifest["counts"]["personen"] if asked is None else asked,
            found["achterstand"],
            found["inhaal_kwartalen"],
            found["afronding"],
            Fraction(str(found["band"])),
            found["band_personen"],
        )

    @property
    def sleutel(self) -> str:
        """Give the name of the key."""
        return str(self.run.manifest["scenario"]["sleutel"])

    @cached_property
    def gewichten(self) -> dict[str, Fraction] | None:
        """Give the weights of the key by code; None where the run does not hold them."""
        if self.sleutel == "inwoners":
            return {code: Fraction(n) for code, n in self.kolom("inwoners").items()}
        found = self.run.manifest.get(PART)
        return {code: Fraction(found[code]) for code in self.rijen} if found and set(found) == set(self.rijen) else None

    @cached_property
    def rekening(self) -> Rekening:
        """Work the duties of all gemeenten out."""
        said = {name: self.kolom(f"{name}_personen") for name in ("inhaal", "sleutel")}
        return reken(self.kolom("achterstand"), self.gewichten, self.keuzes, said)

    @cached_property
    def sleutels(self) -> Mapping[str, int]:
        """Give the key parts worked out, or those that the run states where its weights are not known [persons]."""
        found = self.rekening.sleutel
        return self.kolom("sleutel_personen") if found is None else found

    @cached_property
    def doelen(self) -> Mapping[str, int]:
        """Give the targets: key, catch-up and agreements [persons]."""
        moved = self.kolom("afspraken_personen")
        return {code: self.sleutels[code] + self.rekening.inhaal[code] + moved[code] for code in self.rijen}

    @cached_property
    def oud(self) -> Mapping[str, Deling]:
        """Give the old rule in both roundings, by the name of its column."""
        people = {code: Fraction(n) for code, n in self.kolom("inwoners").items()}
        roundings = {"taakstelling_grootste_rest": "grootste_resten", "taakstelling_afgerond": "per_gemeente"}
        return {name: delen(people, self.keuzes.opgave, how, self.kolom(name)) for name, how in roundings.items()}

    def uitleg(self, code: str) -> Row | None:
        """Give the row of uitleg_gemeenten.csv; None where the run has no such table."""
        found = self.run.rows(UITLEG, code)
        return found[0] if found else None

    def grens(self, code: str, kolom: str) -> int | None:
        """Give the least or the most that a gemeente takes; None where it gave none [persons]."""
        row = self.uitleg(code)
        return self.uit(UITLEG, row, kolom) if row and row.get(kolom) else None

    def parameter(self, naam: str) -> Fraction:
        """Give a parameter of the run, as it is written."""
        return Fraction(str(self.run.manifest["parameters"][naam]["waarde"]))

    def band(self, code: str) -> Band:
        """Give the band around the target of a gemeente."""
        edges = self.grens(code, "min_personen"), self.grens(code, "max_personen")
        return band(self.doelen[code], self.keuzes, self.parameter("spreiding.ver_vanaf"), *edges)

    def eigen(self, code: str, kolom: str = "gemeentecode") -> Rows | None:
        """Give the couplings of a gemeente, as owner or by another column; None where they are not there."""
        return None if self.koppelingen is None else [row for row in self.koppelingen if row[kolom] == code]

    def letter(self, bestand: str, kolom: str) -> str:
        """Give the letter above a column where a spreadsheet opens the file."""
        header = self.run.files[bestand].decode("utf-8-sig").split("\r\n", 1)[0].split(";")
        return letter(header.index(kolom)) if kolom in header else "?"


def letter(place: int) -> str:
    """Give the letter of a column, the first being 0.

    >>> letter(0), letter(25), letter(26)
    ('A', 'Z', 'AA')
    """
    before, last = divmod(place, 26)
    return (letter(before - 1) if before else "") + chr(ord("A") + last)


def lees(place: Path, lang: Lang = "nl") -> Gegevens:
    """Read a run folder; every file that is read has the hash that the manifest holds."""
    run = read_run(place, lang)
    named = [name for name in (KOPPELINGEN, ONGEPLAATST) if name in run.manifest["outputs"]]
    held = read_files(place, run.manifest, named, lang)
    found = {name: held.get(name) for name in (KOPPELINGEN, ONGEPLAATST)}
    files = {**run.files, **{name: content for name, content in found.items() if content is not None}}
    whole = StoredRun(run.manifest, files, run.tables, run.kaart, run.kaart_lang)
    placed, left = (None if content is None else table(content) for content in found.values())
    return Gegevens(whole, lang, placed, left)
