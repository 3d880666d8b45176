"""A map in words: in which regions a gemeente lies, and which gemeenten lie beside it, wind by wind."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from geodata.geography import Geography
from geodata.neighbours import neighbours
from geodata.regions import SOORTEN, Soort
from reports.words import Lang, words


@dataclass(frozen=True, slots=True)
class Omgeving:
    """What is told about where gemeenten lie.

    Attributes
    ----------
    namen : mapping
        Name by gemeentecode.
    gebieden : mapping
        Per kind of region, the name of the region by gemeentecode.
    buren : mapping
        Per gemeentecode and wind, the codes of the gemeenten that share a border of some length.
    schematisch : bool
        Whether the borders are computed from places; then the words say so, for some neighbours are wrong.
    """

    namen: Mapping[str, str]
    gebieden: Mapping[Soort, Mapping[str, str]]
    buren: Mapping[str, Mapping[str, Sequence[str]]]
    schematisch: bool


def surroundings(
    geography: Geography, gebieden: Mapping[Soort, Mapping[str, str]], namen: Mapping[str, str]
) -> Omgeving:
    """Find what is beside every gemeente; ``namen`` go before the names of the map."""
    pairs = neighbours(geography)
    buren: dict[str, dict[str, list[str]]] = {}
    for code, wind, buur in pairs.loc[pairs["grens_m"] > 0, ["gemeentecode", "wind", "buur"]].to_numpy():
        buren.setdefault(code, {}).setdefault(wind, []).append(buur)
    return Omgeving({**geography.grenzen["naam"], **namen}, gebieden, buren, geography.schematisch)


def described(code: str, omgeving: Omgeving, lang: Lang = "nl", soorten: Sequence[Soort] = SOORTEN) -> str:
    """Tell in two sentences where a gemeente lies: in which regions, and beside which gemeenten.

    Parameters
    ----------
    soorten
        Kinds of region to name; a kind in which the gemeente has no region is left out.
    """
    told = words(lang)
    regions = {soort: omgeving.gebieden[soort].get(code, "") for soort in soorten}
    parts = [told(f"ligging.{soort}", naam=naam) for soort, naam in regions.items() if naam]
    where = told("ligging.ligt", naam=omgeving.namen[code], gebieden=_listed(parts, lang)) if parts else ""
    return f"{where} {_beside(code, omgeving, lang)}".strip()


def _beside(code: str, omgeving: Omgeving, lang: Lang) -> str:
    """Name the gemeenten beside one, with the clock from north."""
    told, how = words(lang), "schematisch" if omgeving.schematisch else "grens"
    parts = [
        told("ligging.buren", wind=told(f"wind.{wind}"), namen=_listed([omgeving.namen[c] for c in codes], lang))
        for wind, codes in omgeving.buren.get(code, {}).items()
    ]
    return told(f"ligging.{how}", buren=_listed(parts, lang)) if parts else told(f"ligging.{how}_geen")


def _listed(parts: Sequence[str], lang: Lang) -> str:
    """Write a list as in a sentence.

    >>> _listed(["Aa", "Bb", "Cc"], "nl"), _listed(["Aa"], "nl")
    ('Aa, Bb en Cc', 'Aa')
    """
    return words(lang)("ligging.en", eerste=", ".join(parts[:-1]), laatste=parts[-1]) if len(parts) > 1 else parts[0]
