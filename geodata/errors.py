"""What can be wrong with a map: each problem has a code, fields, and a line that tells the planner what to do."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from geodata.errors_network import NETWORK

Taal = Literal["nl", "en"]
Veld = str | int | float | tuple[str, ...]
"""A value found in the planner's file; a tuple lists several."""

SHOWN = 10
"""How many items of a list a line shows before it only counts them."""

_FORMATS_NL = "GeoPackage (.gpkg), GeoJSON (.geojson of .json), Shapefile in een .zip of GeoParquet (.parquet)"
_FORMATS_EN = "GeoPackage (.gpkg), GeoJSON (.geojson or .json), Shapefile in a .zip or GeoParquet (.parquet)"

CODES: Mapping[str, Mapping[Taal, str]] = {
    **NETWORK,
    "G.001 path_not_local": {
        "nl": "{bestand}: dit is een adres of een GDAL-pad (/vsi); geef een gewoon bestand op deze computer",
        "en": "{bestand}: this is an address or a GDAL path (/vsi); give a plain file on this computer",
    },
    "G.002 file_missing": {
        "nl": "{bestand}: dit bestand is er niet; controleer de map en de naam",
        "en": "{bestand}: there is no such file; check the folder and the name",
    },
    "G.003 format_unknown": {
        "nl": "{bestand}: formaat {gevonden} wordt niet gelezen; geef " + _FORMATS_NL,
        "en": "{bestand}: format {gevonden} is not read; give " + _FORMATS_EN,
    },
    "G.004 file_unreadable": {
        "nl": "{bestand}: de inhoud is geen leesbaar {verwacht} ({gevonden}); lever het bestand opnieuw aan",
        "en": "{bestand}: the content is no readable {verwacht} ({gevonden}); export the file again",
    },
    "G.005 layer_unclear": {
        "nl": "{bestand}: niet duidelijk welke laag de gemeenten bevat ({gevonden}); bewaar één laag, of noem hem"
        " gemeente_gegeneraliseerd",
        "en": "{bestand}: not clear which layer holds the gemeenten ({gevonden}); keep one layer, or name it"
        " gemeente_gegeneraliseerd",
    },
    "G.101 crs_missing": {
        "nl": "{bestand}: het coördinatenstelsel ontbreekt; sla het bestand op met EPSG:28992 (RD) of EPSG:4326",
        "en": "{bestand}: the coordinate system is missing; save the file with EPSG:28992 (RD) or EPSG:4326",
    },
    "G.102 crs_refused": {
        "nl": "{bestand}: coördinatenstelsel {gevonden}; zet het bestand om naar EPSG:28992 (RD) of EPSG:4326",
        "en": "{bestand}: coordinate system {gevonden}; convert the file to EPSG:28992 (RD) or EPSG:4326",
    },
    "G.103 outside_netherlands": {
        "nl": "{bestand}: coördinaten {gevonden} liggen buiten Nederland ({verwacht} in {crs}); controleer het"
        " coördinatenstelsel en de volgorde x, y (lengte vóór breedte)",
        "en": "{bestand}: coordinates {gevonden} lie outside the Netherlands ({verwacht} in {crs}); check the"
        " coordinate system and the order x, y (longitude before latitude)",
    },
    "G.201 code_column_missing": {
        "nl": "{bestand}: geen kolom met gemeentecodes tussen {gevonden}; noem die kolom {verwacht}",
        "en": "{bestand}: no column of gemeentecodes among {gevonden}; name that column {verwacht}",
    },
    "G.202 code_unreadable": {
        "nl": "{bestand}: kolom {kolom} bevat {gevonden}; schrijf GM en vier cijfers: GM0363",
        "en": "{bestand}: column {kolom} holds {gevonden}; write GM and four digits: GM0363",
    },
    "G.203 code_twice": {
        "nl": "{bestand}: {codes} komt vaker voor; houd één rij per gemeente over, van één jaar",
        "en": "{bestand}: {codes} occurs more than once; keep one row per gemeente, of one year",
    },
    "G.204 codes_missing": {
        "nl": "{bestand}: grenzen ontbreken voor {codes}; gebruik de gemeentelijke indeling van het jaar van de invoer",
        "en": "{bestand}: borders are missing for {codes}; use the municipal division of the year of the input",
    },
    "G.205 codes_extra": {
        "nl": "{bestand}: {codes} staat niet in de invoer; haal die rijen weg of neem de indeling van het juiste jaar",
        "en": "{bestand}: {codes} is not in the input; drop those rows or take the division of the right year",
    },
    "G.206 name_column_missing": {
        "nl": "{bestand}: geen kolom met namen tussen {gevonden}; noem die kolom {verwacht}",
        "en": "{bestand}: no column of names among {gevonden}; name that column {verwacht}",
    },
    "G.207 name_empty": {
        "nl": "{bestand}: de naam ontbreekt voor {codes}; vul de naam van de gemeente in",
        "en": "{bestand}: the name is missing for {codes}; fill in the name of the gemeente",
    },
    "G.208 years_mixed": {
        "nl": "{bestand}: rijen van verschillende jaren ({gevonden}); houd de rijen van één jaar over",
        "en": "{bestand}: rows of different years ({gevonden}); keep the rows of one year",
    },
    "G.209 only_water": {
        "nl": "{bestand}: kolom {kolom} zegt bij geen enkele rij NEE, dus alles zou water zijn; zet NEE bij elke"
        " gemeente, of haal de kolom weg",
        "en": "{bestand}: column {kolom} says NEE in no row, so all would be water; write NEE for each gemeente, or"
        " drop the column",
    },
    "G.210 code_merged": {
        "nl": "{bestand}: {oud} opgegaan in {nieuw} per {per}; neem de gemeentelijke indeling van die dag of later",
        "en": "{bestand}: {oud} went into {nieuw} on {per}; take the municipal division of that day or later",
    },
    "G.211 code_divided": {
        "nl": "{bestand}: {oud} verdeeld over {nieuw} per {per}; neem de gemeentelijke indeling van die dag of later",
        "en": "{bestand}: {oud} was divided over {nieuw} on {per}; take the municipal division of that day or later",
    },
    "G.301 geometry_not_polygon": {
        "nl": "{bestand}: geen vlak voor {codes}; geef elke gemeente een Polygon of MultiPolygon",
        "en": "{bestand}: no area for {codes}; give each gemeente a Polygon or MultiPolygon",
    },
    "G.302 geometry_invalid": {
        "nl": "{bestand}: ongeldig vlak ({gevonden}); herstel het in een GIS of neem het bestand van de leverancier",
        "en": "{bestand}: invalid area ({gevonden}); repair it in a GIS or take the supplier's file",
    },
    "G.303 coverage_invalid": {
        "nl": "{bestand}: vlakken overlappen of sluiten niet aan bij {codes}; neem een bestand waarin buurgemeenten"
        " dezelfde grens delen, zoals CBS gebiedsindelingen",
        "en": "{bestand}: areas overlap or do not match at {codes}; take a file in which neighbours share the same"
        " border, such as CBS gebiedsindelingen",
    },
    "G.304 coverage_gap": {
        "nl": "{bestand}: een spleet van minder dan {breedte} m langs {codes}; neem een bestand waarin buurgemeenten"
        " dezelfde grens delen, zoals CBS gebiedsindelingen",
        "en": "{bestand}: a gap of less than {breedte} m along {codes}; take a file in which neighbours share the same"
        " border, such as CBS gebiedsindelingen",
    },
    "G.305 region_unknown": {
        "nl": "{bestand}: geen gebied bekend voor {codes}; geef elke gemeente een gebied",
        "en": "{bestand}: no region is known for {codes}; give each gemeente a region",
    },
    "G.401 point_missing": {
        "nl": "{bestand}: geen hoofdplaats voor {codes}; voeg een rij gemeentecode;lon;lat;bron toe",
        "en": "{bestand}: no main place for {codes}; add a row gemeentecode;lon;lat;bron",
    },
    "G.402 point_not_given": {
        "nl": "{bestand}: geen punt voor {codes}; geef voor elke gemeente lengte en breedte",
        "en": "{bestand}: no point for {codes}; give the longitude and latitude of each gemeente",
    },
    "G.501 simplification_failed": {
        "nl": "{bestand}: vereenvoudigd op {tolerantie} m raken grenzen van {codes} verloren of los, dus zo is er geen"
        " kaart van te tekenen; neem een bestand met een andere mate van detail, zoals CBS gebiedsindelingen",
        "en": "{bestand}: simplified at {tolerantie} m the borders of {codes} get lost or apart, so no map can be drawn"
        " of them; take a file with another degree of detail, such as CBS gebiedsindelingen",
    },
    "G.511 file_is_link": {
        "nl": "{bestand}: dit is een verwijzing (symlink) naar een andere plaats; geef het bestand zelf",
        "en": "{bestand}: this is a link (symlink) to another place; give the file itself",
    },
    "G.512 file_in_use": {
        "nl": "{bestand}: een ander programma heeft dit bestand open ({gevonden} staat ernaast), dus de laatste"
        " wijzigingen staan er nog niet in; sluit dat programma",
        "en": "{bestand}: another program has this file open ({gevonden} lies beside it), so the last changes are not"
        " in it yet; close that program",
    },
    "G.513 file_too_large": {
        "nl": "{bestand}: groter dan {grootste}; houd alleen de laag van de gemeenten over, of neem een"
        " gegeneraliseerd bestand",
        "en": "{bestand}: larger than {grootste}; keep only the layer of gemeenten, or take a generalised file",
    },
    "G.514 archive_too_large": {
        "nl": "{bestand}: pakt uit tot meer dan {grootste}, of groeit verdacht sterk; lever alleen het Shapefile van"
        " de gemeenten",
        "en": "{bestand}: unpacks to more than {grootste}, or grows suspiciously; deliver only the Shapefile of the"
        " gemeenten",
    },
    "G.515 archive_points_elsewhere": {
        "nl": "{bestand}: {gevonden} in het archief wijst naar een andere plaats; pak alleen de bestanden van het"
        " Shapefile in",
        "en": "{bestand}: {gevonden} in the archive points to another place; pack only the files of the Shapefile",
    },
    "G.516 archive_nested": {
        "nl": "{bestand}: het archief bevat zelf weer {gevonden}; pak dat eerst uit en geef het bestand met de grenzen",
        "en": "{bestand}: the archive holds {gevonden} in turn; unpack that first and give the file of borders",
    },
    "G.517 geopackage_indirect": {
        "nl": "{bestand}: {gevonden} is geen gewone tabel maar wordt bij het lezen berekend of elders gehaald; bewaar"
        " de grenzen als gewone laag in een nieuwe GeoPackage",
        "en": "{bestand}: {gevonden} is no plain table but is computed, or fetched elsewhere, on reading; save the"
        " borders as a plain layer in a new GeoPackage",
    },
    "G.518 archive_locked": {
        "nl": "{bestand}: {gevonden} is met een wachtwoord gesloten; lever het archief zonder wachtwoord",
        "en": "{bestand}: {gevonden} is closed with a password; deliver the archive without one",
    },
    "G.519 file_not_opened": {
        "nl": "{bestand}: het bestand kan niet worden gelezen ({gevonden}); controleer de rechten, of sluit het in een"
        " ander programma",
        "en": "{bestand}: the file cannot be read ({gevonden}); check its permissions, or close it in another program",
    },
    "G.601 package_missing": {
        "nl": "{bestand}: pakket {verwacht} ontbreekt (gevonden: {gevonden}); draai eerst npm install {verwacht}",
        "en": "{bestand}: package {verwacht} is missing (found: {gevonden}); run npm install {verwacht} first",
    },
}
"""Line of each problem in Dutch and English; the names in braces are its fields."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: a code of ``CODES`` and the values that its line names."""

    code: str
    velden: Mapping[str, Veld]

    def render(self, taal: Taal = "nl") -> str:
        """Say where it is, what was found and what to do, in one line with its code."""
        text = CODES[self.code][taal].format(**{naam: _shown(waarde) for naam, waarde in self.velden.items()})
        return f"{text} [{self.code.split()[0]}]"


class GeodataError(ValueError):
    """A map or a place that cannot be used; carries every problem that was found.

    Attributes
    ----------
    problemen : tuple of Problem
        At least one.
    """

    def __init__(self, problemen: Sequence[Problem]) -> None:
        self.problemen = tuple(problemen)
        super().__init__("\n".join(problem.render("en") for problem in self.problemen))

    def render(self, taal: Taal = "nl") -> list[str]:
        """Give one line per problem in the language of the planner."""
        return [problem.render(taal) for problem in self.problemen]


def problem(code: str, **velden: Veld) -> Problem:
    """Describe a problem by its code and fields, and refuse a code that has no line.

    >>> problem("G.101 crs_missing", bestand="a.gpkg").render("en")
    'a.gpkg: the coordinate system is missing; save the file with EPSG:28992 (RD) or EPSG:4326 [G.101]'
    """
    if code not in CODES:
        raise KeyError(code)
    return Problem(code, velden)


def _shown(waarde: Veld) -> str:
    if not isinstance(waarde, tuple):
        return str(waarde)
    more = f" … ({len(waarde)})" if len(waarde) > SHOWN else ""
    return ", ".join(waarde[:SHOWN]) + more
