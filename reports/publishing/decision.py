"""The owner of the data signs for one kwartaal which numbers are small and how the others are rounded."""

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, dataclass, fields
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal, get_args, get_type_hints

from annotated_types import Ge, Le

from inputs.cells import INVISIBLE
from inputs.codes import Code
from inputs.csvfile import load
from inputs.domain import Kwartaal, Woord
from inputs.encoding import decode_toml
from inputs.problems import InputProblems, Problem
from inputs.tomlfile import check, line_of, parse, unknown_keys
from optimizer.suppression.rounding import Protection
from reports.publishing.errors import Fout, PublicationError

BESTAND = "publicatie.toml"
"""Name of the file where none is given."""
DATES = ("datum", "vrijgave")
"""Keys that hold a day."""
Licentie = Literal["CC0-1.0", "CC-BY-4.0"]


@dataclass(frozen=True, slots=True)
class Besluit:
    """The decision to publish, as it was signed.

    Attributes
    ----------
    drempel : int
        Numbers from 1 up to but without this one are small, and what is hidden keeps this much room [persons].
    afronding : int
        Published numbers are multiples of this one, at most twice ``drempel``; 1: not rounded [persons].
    functie, organisatie : str
        Who signed: a role at an organisation that owns the data, never the name of a person.
    datum : date
        Day of signing.
    akkoord : str
        What was signed, in the signer's words.
    contact : str
        E-mail or web address for questions.
    vrijgave : date
        Day of release.
    nul_zichtbaar : bool
        Whether 0 may be published; otherwise it is small too.
    adres : str, optional
        Web address of the folder in which the files will stand, with a slash at its end.
    """

    kwartaal: Kwartaal
    drempel: Annotated[int, Ge(2), Le(1000)]
    afronding: Annotated[int, Ge(1), Le(1000)]
    functie: Woord
    organisatie: Woord
    datum: date
    akkoord: Woord
    contact: Woord
    licentie: Licentie
    vrijgave: date
    nul_zichtbaar: bool = True
    adres: str | None = None

    @property
    def eigenaar(self) -> str:
        """Name the signer by role and organisation."""
        return f"{self.functie}, {self.organisatie}"

    @property
    def protection(self) -> Protection:
        """Give what this asks of the numbers [persons]."""
        return Protection(self.drempel, self.afronding, self.nul_zichtbaar)


def read_decision(path: Path) -> Besluit:
    """Read a signed decision.

    Raises
    ------
    PublicationError
        If there is none, or it rounds so much that a number above the threshold would be published as 0.
    InputProblems
        With every key that is missing, unknown or holds what it cannot hold.
    """
    if not path.is_file():
        raise PublicationError(Fout.GEEN_BESLUIT, bestand=path)
    text = decode_toml(load(path.parent, path.name), path.name)
    raw = parse(text, path.name)
    known = get_type_hints(Besluit, include_extras=True)
    values: dict[str, Any] = {key: _day(value) if key in DATES else value for key, value in raw.items()}
    problems = [
        *unknown_keys(raw, tuple(known), path.name, text),
        *(
            Problem(Code.SLEUTEL_ONTBREEKT, path.name, kolom=field.name)
            for field in fields(Besluit)
            if field.default is MISSING and field.name not in raw
        ),
        *_faults(values, known, path.name, text),
    ]
    if problems:
        raise InputProblems(problems)
    _refuse_address(path, raw)
    decision = Besluit(**values)
    if decision.afronding > 2 * decision.drempel:
        signed = {"gevonden": decision.afronding, "hoogste": 2 * decision.drempel}
        raise PublicationError(Fout.AFRONDING_TE_GROF, bestand=path, **signed)
    return decision


def refuse_other(decision: Besluit, asked: Mapping[str, object], path: Path) -> None:
    """Refuse what the command line asks otherwise than was signed; what it does not ask is None.

    Raises
    ------
    PublicationError
        At the first difference: whoever types a threshold may not change the one that was signed.
    """
    for name, value in asked.items():
        signed = getattr(decision, name)
        if value is not None and str(value) != str(signed):
            raise PublicationError(
                Fout.ANDERS_GETEKEND, optie=f"--{name}", gevonden=value, getekend=signed, bestand=path
            )


def _day(value: object) -> object:
    """Read a day, which TOML also knows by itself; anything else stays as it is."""
    try:
        return date.fromisoformat(value) if isinstance(value, str) else value
    except ValueError:
        return value


def _faults(values: Mapping[str, Any], known: Mapping[str, Any], bestand: str, text: str) -> Iterator[Problem]:
    """List the values that their key cannot hold."""
    for key, value in values.items():
        place = (bestand, line_of(text, key), key, str(value))
        if key in DATES:
            if type(value) is not date:
                yield Problem(Code.DATUM_ONJUIST, *place)
        elif key in known and (fault := check(value, _given(known[key]))):
            yield Problem(fault.code, *place, velden=fault.velden)
        elif isinstance(value, str) and not value.strip():
            yield Problem(Code.LEEG, *place)
        elif isinstance(value, str) and (match := INVISIBLE.search(value)):
            fields_of: dict[str, str | int] = {"teken": f"U+{ord(match[0]):04X}", "plaats": match.start() + 1}
            yield Problem(Code.ONZICHTBAAR_TEKEN, *place, velden=fields_of)


def _given(hint: Any) -> Any:
    """Give the type of a key that is there: TOML has no empty value."""
    parts = get_args(hint)
    return next(part for part in parts if part is not type(None)) if type(None) in parts else hint


def _refuse_address(path: Path, raw: Mapping[str, Any]) -> None:
    """Refuse a contact that is no address, and a web address that is no folder."""
    contact, adres = raw["contact"], raw.get("adres")
    if not (contact.startswith("https://") or contact.count("@") == 1) or " " in contact:
        raise PublicationError(Fout.GEEN_ADRES, bestand=path, sleutel="contact", gevonden=contact)
    if adres is not None and (not (adres.startswith("https://") and adres.endswith("/")) or " " in adres):
        raise PublicationError(Fout.GEEN_ADRES, bestand=path, sleutel="adres", gevonden=adres)
