"""A protocol of some gemeenten of a run: what was drawn, the country, and each gemeente step by step."""

from collections.abc import Sequence
from dataclasses import replace

from reports.blad import kwartaal_of, mark_of, marked
from reports.controle import doel, land, stand, woningen
from reports.controle.gegevens import Gegevens
from reports.controle.loting import getrokken, loting
from reports.controle.vorm import Hoofdstuk, Protocol
from reports.controle.woorden import Zegt
from reports.source import capital

COUNTRY = (land.bestand, land.personen, land.huishoudens, land.bewijs, land.alle, doel.verdelen)
"""Five checks of the country, and step 1."""
STEPS = (
    doel.inhaal,
    doel.sleutel,
    doel.correcties,
    stand.afwijking,
    stand.oude_regel,
    woningen.woningen,
    stand.stand_na,
)
"""Steps 2 to 8, of each gemeente."""


def protocol(g: Gegevens, codes: Sequence[str] = (), *, kenmerk: bool = True) -> Protocol:
    """Write the protocol of some gemeenten; of none: of three by lot.

    Parameters
    ----------
    kenmerk
        Whether the hash of the run is named; it holds the versions of the program and what it stands on.
    """
    zegt = Zegt(g)
    draws = [] if codes else loting(str(g.run.manifest["hash"]), g.codes)
    chosen = list(codes) or getrokken(draws)
    names = ", ".join(g.rijen[code]["naam"] for code in chosen)
    values = {"naam": capital(g.run.manifest["naam"]), "kwartaal": kwartaal_of(g.run, g.lang)}
    of_run = [zegt("kenmerk", hash=mark_of(g.run))] if kenmerk else [zegt("kenmerk_in_run")]
    intro = [zegt("inleiding", wie=names, **values), zegt("nodig"), zegt("tekens"), *of_run]
    if codes:
        intro.append(zegt("gekozen"))
    lot = [Hoofdstuk(zegt("kop_lot"), (), [land.loten(g, draws)])] if draws else []
    country = Hoofdstuk(zegt("kop_land"), [zegt("tekst_land")], [step(g) for step in COUNTRY])
    towns = [_gemeente(g, zegt, code) for code in chosen]
    whole = Protocol(zegt("titel", **values), marked(g.run, g.lang), intro, [*lot, country, *towns])
    return _geteld(whole, zegt)


def _gemeente(g: Gegevens, zegt: Zegt, code: str) -> Hoofdstuk:
    """Write the steps of a gemeente, and in which row of the file it stands."""
    naam = g.rijen[code]["naam"]
    where = zegt("tekst_gemeente", rij=g.codes.index(code) + 2, naam=naam)
    return Hoofdstuk(zegt("kop_gemeente", naam=naam, code=code), [where], [step(g, code) for step in STEPS])


def _geteld(whole: Protocol, zegt: Zegt) -> Protocol:
    """Put the count of the verdicts in the introduction."""
    right, wrong, open_ = (whole.aantal(verdict) for verdict in ("klopt", "wijkt_af", "niet"))
    told = zegt("geteld", klopt=right, wijkt_af=wrong, niet=open_)
    return replace(whole, inleiding=[*whole.inleiding, told])
