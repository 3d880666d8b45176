"""What the command line says about borders and figures that were fetched, in Dutch and in English."""

from typing import Literal

GEODATA: dict[str, dict[Literal["nl", "en"], str]] = {
    "download_begin": {"nl": "vragen aan de dienst", "en": "asking the service"},
    "download_page": {
        "nl": "pagina {pages} is binnen: {features} van {total} gebieden",
        "en": "page {pages} came in: {features} of {total} areas",
    },
    "download_wait": {
        "nl": "geen goed antwoord; over {seconds} s poging {next} van {tries}",
        "en": "no good answer; try {next} of {tries} in {seconds} s",
    },
    "download_resume": {
        "nl": "verder na {pages} eerder opgehaalde pagina('s)",
        "en": "going on after {pages} page(s) that came in before",
    },
    "download_afresh": {
        "nl": "wat eerder binnenkwam, hoort niet bij deze vraag of is beschadigd; begonnen vanaf het begin",
        "en": "what came in before is not of this question or is damaged; begun from the start",
    },
    "download_interrupted": {
        "nl": "Onderbroken; wat er stond, is niet veranderd. Dezelfde opdracht gaat verder met wat al binnen is.",
        "en": "Interrupted; what was there did not change. The same command goes on with what has come in.",
    },
    "download_done": {"nl": "Grenzen opgehaald.", "en": "Borders fetched."},
    "download_there": {
        "nl": "Deze grenzen waren er al; er is niets opgehaald. Opnieuw ophalen: --opnieuw.",
        "en": "These borders were there already; nothing was fetched. To fetch again: --opnieuw.",
    },
    "figures_rows": {"nl": "{rows} rijen zijn binnen", "en": "{rows} rows came in"},
    "kept_file": {"nl": "bestand", "en": "file"},
    "kept_areas": {"nl": "gebieden", "en": "areas"},
    "kept_year": {"nl": "jaar", "en": "year"},
    "kept_source": {"nl": "bron", "en": "source"},
    "kept_moment": {"nl": "opgehaald", "en": "fetched"},
    "kept_licence": {"nl": "licentie", "en": "licence"},
    "kept_digest": {"nl": "sha256", "en": "sha256"},
    "borders_by_themselves": {
        "nl": "solve tekent deze grenzen voortaan zelf voor casussen van dat jaar en zegt dat erbij; anders:"
        " --schematisch.",
        "en": "solve draws these borders from now on for cases of that year and says so; otherwise: --schematisch.",
    },
    "borders_by_hand": {
        "nl": "solve tekent deze grenzen met --boundaries {found}",
        "en": "solve draws these borders with --boundaries {found}",
    },
    "borders_of_regions": {
        "nl": "Dit zijn geen gemeenten; solve gebruikt dit bestand niet.",
        "en": "These are no gemeenten; solve does not use this file.",
    },
    "borders_used": {
        "nl": "{found}. Alleen de kaart gebruikt ze, de verdeling niet. Liever de schematische: --schematisch.",
        "en": "Map: {found}. Only the map uses them, the plan does not. Rather the schematic one: --schematisch.",
    },
    "borders_unused": {
        "nl": "Let op: opgehaalde grenzen niet gebruikt, de kaart is schematisch. {found}",
        "en": "Note: fetched borders not used, the map is schematic. {found}",
    },
    "boundaries_or_schematic": {
        "nl": "geef --boundaries of --schematisch, niet allebei",
        "en": "give --boundaries or --schematisch, not both",
    },
    "year_range": {
        "nl": "--year = {found}: geef een jaar van {first} tot en met {last}",
        "en": "--year = {found}: give a year from {first} up to {last}",
    },
    "table_unknown": {
        "nl": "--year = {found}: het nummer van deze tabel is niet bekend (wel: {years}); zoek Gebieden in Nederland"
        " {found} bij StatLine en geef het nummer met --table",
        "en": "--year = {found}: the number of this table is not known (known: {years}); look up Gebieden in Nederland"
        " {found} at StatLine and give the number with --table",
    },
    "other_suffix": {
        "nl": "{found}: laat de naam eindigen op {suffix}",
        "en": "{found}: let the name end in {suffix}",
    },
    "out_exists": {
        "nl": "{found}: dit bestaat al; kies een andere naam of vervang het bestand met --opnieuw",
        "en": "{found}: this exists already; choose another name or replace the file with --opnieuw",
    },
    "figures_count": {"nl": "gemeenten", "en": "gemeenten"},
    "figures_other": {"nl": "rijen over iets anders, niet overgenomen", "en": "rows about something else, left out"},
    "figures_new": {"nl": "nieuw", "en": "new"},
    "figures_ended": {"nl": "vervallen", "en": "ended"},
    "figures_renamed": {"nl": "andere naam", "en": "other name"},
    "figures_moved": {"nl": "andere provincie of arbeidsmarktregio", "en": "other provincie or arbeidsmarktregio"},
    "figures_total": {"nl": "inwoners samen", "en": "inhabitants in all"},
    "figures_was_is": {
        "nl": "{was} in de ingebouwde tabel van {jaar}, {wordt} in deze",
        "en": "{was} in the embedded table of {jaar}, {wordt} in this one",
    },
    "figures_changes": {
        "nl": "grootste wijzigingen van inwoners ten opzichte van de ingebouwde tabel:",
        "en": "largest changes of inhabitants from the embedded table:",
    },
    "figures_same": {
        "nl": "Elke gemeente heeft evenveel inwoners als in de ingebouwde tabel.",
        "en": "Every gemeente has as many inhabitants as in the embedded table.",
    },
    "figures_unused": {
        "nl": "Niets gebruikt {found} vanzelf: kijk de tabel na en neem over wat u wilt in gemeenten.csv van een"
        " casus.",
        "en": "Nothing uses {found} by itself: review the table and copy what you want into gemeenten.csv of a case.",
    },
}
