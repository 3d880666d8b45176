"""What every gemeente owes, worked out again in exact fractions from the files of a run, sharing no code with it."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor

HALF = Fraction(1, 2)
Gewichten = Mapping[str, Fraction]
Personen = dict[str, int]


@dataclass(frozen=True, slots=True)
class Deling:
    """A total divided by weight and rounded to whole persons, by gemeentecode.

    Attributes
    ----------
    som : Fraction
        Sum of the weights [unit of the weights].
    exact : dict
        Shares before rounding [persons].
    omhoog : tuple of str
        Who was rounded up by the largest remainder, the largest fraction first.
    daarna : str
        The first who was not; empty where everybody was, or nobody had to be.
    gelijk : tuple of str
        Who has the very fraction at which the line falls, where that decides: the order of the input chooses there.
    deel : dict
        Shares after rounding [persons].
    """

    totaal: int
    som: Fraction
    exact: dict[str, Fraction]
    omhoog: tuple[str, ...]
    daarna: str
    gelijk: tuple[str, ...]
    deel: Personen

    def heel(self, code: str) -> int:
        """Give the whole part of a share [persons]."""
        return floor(self.exact[code])

    def breuk(self, code: str) -> Fraction:
        """Give what a share has beyond whole persons [persons]."""
        return self.exact[code] - self.heel(code)

    def rest(self, code: str) -> Fraction:
        """Give the remainder of the division, which ranks as the fraction does [unit of weight x persons]."""
        return self.breuk(code) * self.som


@dataclass(frozen=True, slots=True)
class Keuzes:
    """What the scenario chooses, as far as duties and bands follow from it."""

    opgave: int
    achterstand: str
    kwartalen: int
    afronding: str
    band: Fraction
    band_personen: int


@dataclass(frozen=True, slots=True)
class Ronde:
    """A round in which some gemeenten came below 0: what was divided, and who they are."""

    deling: Deling
    onder: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rekening:
    """The duties of all gemeenten, worked out again [persons].

    Attributes
    ----------
    deel : dict
        Part of each opening balance, before a limit.
    gedeeld : Deling, optional
        The number to spread divided by what is owed, where more would be caught up than there is.
    nul : tuple of Ronde
        The rounds in which was found who is lifted to 0.
    sleutel, deling
        Key parts, and how the rest was divided; None where the run does not hold the weights of its key.
    """

    deel: Personen
    gedeeld: Deling | None
    inhaal: Personen
    nul: tuple[Ronde, ...]
    rest: int
    deling: Deling | None
    sleutel: Personen | None

    @property
    def opgetild(self) -> tuple[str, ...]:
        """Give who is lifted to 0, by code."""
        return tuple(sorted(code for ronde in self.nul for code in ronde.onder))


def deel_van(stand: int, kwartalen: int) -> int:
    """Divide a balance over kwartalen, halves away from zero [persons].

    >>> [deel_van(stand, 8) for stand in (11, 12, -12, -11)]
    [1, 2, -2, -1]
    """
    deel = floor(Fraction(abs(stand), kwartalen) + HALF)
    return deel if stand >= 0 else -deel


def delen(gewichten: Gewichten, totaal: int, afronding: str, gezegd: Mapping[str, int]) -> Deling:
    """Divide a total by weight, and round as the scenario says.

    Parameters
    ----------
    gezegd
        Shares that the run states; only among exactly equal fractions do they say who came first in the input.
    """
    som = sum(gewichten.values(), Fraction(0))
    exact = {code: totaal * gewicht / som if som else Fraction(0) for code, gewicht in gewichten.items()}
    if afronding == "per_gemeente":
        return Deling(totaal, som, exact, (), "", (), {code: floor(deel + HALF) for code, deel in exact.items()})
    heel = {code: floor(deel) for code, deel in exact.items()}
    aantal = totaal - sum(heel.values()) if som else 0

    def rang(code: str) -> tuple[Fraction, bool, str]:
        return heel[code] - exact[code], gezegd.get(code, 0) <= heel[code], code

    rij = sorted(exact, key=rang)
    omhoog, daarna = tuple(rij[:aantal]), "".join(rij[aantal : aantal + 1])
    grens = exact[omhoog[-1]] - heel[omhoog[-1]] if omhoog and daarna else None
    gelijk = tuple(code for code in sorted(exact) if exact[code] - heel[code] == grens)
    deelt = daarna in gelijk
    deel = {code: heel[code] + (code in omhoog) for code in exact}
    return Deling(totaal, som, exact, omhoog, daarna, gelijk if deelt else (), deel)


def reken(
    standen: Personen, gewichten: Gewichten | None, keuzes: Keuzes, gezegd: Mapping[str, Mapping[str, int]]
) -> Rekening:
    """Work the duties out: what is caught up, who is lifted to 0, and what the key spreads over the others."""
    deel, gedeeld, inhaal = _inhaal(standen, keuzes, gezegd["inhaal"])
    if gewichten is None:
        return Rekening(deel, gedeeld, inhaal, (), keuzes.opgave - sum(inhaal.values()), None, None)
    nul: list[Ronde] = []
    while True:
        weg = {code for ronde in nul for code in ronde.onder}
        rest = keuzes.opgave - sum(inhaal.values()) + sum(inhaal[code] for code in weg)
        mee = {code: gewicht for code, gewicht in gewichten.items() if code not in weg}
        deling = delen(mee, max(rest, 0), keuzes.afronding, gezegd["sleutel"])
        sleutel = {code: -inhaal[code] if code in weg else deling.deel[code] for code in standen}
        onder = tuple(sorted(code for code in mee if sleutel[code] + inhaal[code] < 0))
        if not onder:
            return Rekening(deel, gedeeld, inhaal, tuple(nul), rest, deling, sleutel)
        nul.append(Ronde(deling, onder))


def _inhaal(standen: Personen, keuzes: Keuzes, gezegd: Mapping[str, int]) -> tuple[Personen, Deling | None, Personen]:
    """Give the part of each balance, the division of the total where they are too many, and what is caught up."""
    if keuzes.achterstand == "kwijtgescholden":
        niets = dict.fromkeys(standen, 0)
        return niets, None, niets
    kwartalen = keuzes.kwartalen if keuzes.achterstand == "gespreid" else 1
    deel = {code: deel_van(stand, kwartalen) for code, stand in standen.items()}
    if sum(part for part in deel.values() if part > 0) <= keuzes.opgave:
        return deel, None, deel
    schuld = {code: Fraction(max(stand, 0)) for code, stand in standen.items()}
    gedeeld = delen(schuld, keuzes.opgave, keuzes.afronding, gezegd)
    return deel, gedeeld, {code: gedeeld.deel[code] + min(deel[code], 0) for code in standen}


@dataclass(frozen=True, slots=True)
class Band:
    """The free band around a target, and what leaving it costs [persons].

    Attributes
    ----------
    half : Fraction
        Half of its width before it is rounded up.
    ruimte : int or None
        How many persons above the band the hard ceiling still allows; None: no ceiling.
    """

    doel: int
    half: Fraction
    onder: int
    boven: int
    dichtbij: int
    ruimte: int | None

    def buiten(self, personen: int) -> tuple[int, int]:
        """Give the persons outside the band at the first price, and those at the higher price [persons]."""
        onder, boven = max(self.onder - personen, 0), max(personen - self.boven, 0)
        weg = onder or (boven if self.ruimte is None else min(boven, self.ruimte))
        return min(weg, self.dichtbij), max(weg - self.dichtbij, 0)


def band(doel: int, keuzes: Keuzes, ver_vanaf: Fraction, minst: int | None, meest: int | None) -> Band:
    """Give the band around a target: a part of it or some persons, rounded outward, held to least and most."""
    half = max(keuzes.band * doel, Fraction(keuzes.band_personen))
    onder, boven = max(doel - ceil(half), minst or 0, 0), doel + ceil(half)
    if meest is not None:
        onder, boven = min(onder, meest), min(boven, meest)
    boven = max(boven, onder)
    ruimte = None if meest is None else max(meest - boven, 0)
    return Band(doel, half, onder, boven, max(ceil(ver_vanaf * doel), 1), ruimte)
