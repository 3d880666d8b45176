"""Who delivered what and when: which offer sheet a gemeente sent, or that it is reckoned with by default."""

from dataclasses import dataclass
from datetime import date

from inputs.domain import Aanleverstatus, Aantal, Gemeentecode, Woord


@dataclass(frozen=True, slots=True)
class Aanlevering:
    """What a gemeente delivered for a kwartaal, and what is reckoned with.

    Attributes
    ----------
    status : str
        opgave (its own sheet), standaard (no sheet came) or afgekeurd (its sheet was refused).
    woningen : int
        Homes of this owner that can be taken in the kwartaal, as they were stated [homes].
    slaapplaatsen : int
        Persons that those homes sleep [persons].
    cursusplaatsen, schoolplaatsen : int
        Course seats [adults] and school places [children] of the kwartaal.
    bestand, sha256 : str, optional
        The sheet that came; none: no sheet.
    ingevuld_door : str, optional
        Function or department that filled it in, never a person.
    """

    gemeentecode: Gemeentecode
    naam: Woord
    status: Aanleverstatus
    woningen: Aantal
    slaapplaatsen: Aantal
    cursusplaatsen: Aantal
    schoolplaatsen: Aantal
    bestand: str | None = None
    sha256: str | None = None
    ingevuld_door: str | None = None
    datum_ingevuld: date | None = None
    opmerkingen: str | None = None
