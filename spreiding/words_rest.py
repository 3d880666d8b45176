"""What the command line says was done: cases, examples, templates, what was forgotten and what was published."""

from typing import Literal

REST: dict[str, dict[Literal["nl", "en"], str]] = {
    "cut": {
        "nl": "; de tijdslimiet brak het zoeken af, dus de uitkomst is niet exact herhaalbaar",
        "en": "; the time limit ended the search, so the run cannot be repeated exactly",
    },
    "solved_case": {"nl": "{case}, {kwartaal}", "en": "{case}, {kwartaal}"},
    "solved_synthetic": {"nl": "{case} (synthetisch), {kwartaal}", "en": "{case} (synthetic), {kwartaal}"},
    "warnings": {"nl": "waarschuwingen bij de invoer", "en": "warnings about the input"},
    "more_warnings": {"nl": "... en nog {count}", "en": "... and {count} more"},
    "no_warnings": {"nl": "geen", "en": "none"},
    "case_good": {
        "nl": "{found}: in orde; {kwartaal}: {gemeenten} gemeenten, {huishoudens} huishoudens, {personen} personen",
        "en": "{found}: in order; {kwartaal}: {gemeenten} gemeenten, {huishoudens} households, {personen} persons",
    },
    "example_written": {"nl": "voorbeeld geschreven: {found}", "en": "example written: {found}"},
    "templates_written": {
        "nl": "sjablonen geschreven in {found}: {names}",
        "en": "templates written to {found}: {names}",
    },
    "template_place": {
        "nl": "{found}: hier staat al iets; kies een nieuwe of lege map",
        "en": "{found}: there is something here already; choose a new or empty folder",
    },
    "template_closed": {
        "nl": "{found}: deze map kan niet worden gelezen of beschreven; kies een andere",
        "en": "{found}: this folder cannot be read or written; choose another",
    },
    "example_exists": {
        "nl": "{found}: deze map bestaat al; kies een nieuwe map met --out",
        "en": "{found}: this folder exists already; choose a new one with --out",
    },
    "forgotten": {"nl": "vergeten", "en": "forgotten"},
    "forgotten_parts": {"nl": "uit run.json", "en": "out of run.json"},
    "forgotten_rest": {"nl": "blijft", "en": "stays"},
    "forgotten_strange": {
        "nl": "niet van deze uitkomst, dus niet bekeken; verwijder zelf wat over huishoudens gaat",
        "en": "not of this run, so not looked into; remove yourself what is about households",
    },
    "forgotten_workbook": {
        "nl": "toewijzing.xlsx is in zijn geheel weg; gemeenten.csv houdt de aantallen per gemeente.",
        "en": "toewijzing.xlsx is gone as a whole; gemeenten.csv keeps the numbers by gemeente.",
    },
    "forgotten_copies": {
        "nl": "Kopieën, reservekopieën en de map met invoer vergeet dit programma niet.",
        "en": "This program forgets no copies, no backups and not the folder with the input.",
    },
    "published": {"nl": "openbaar", "en": "public"},
    "hidden": {"nl": "afgeschermd", "en": "hidden"},
    "hidden_numbers": {
        "nl": "{gemeenten} van {all} gemeenten en {totals} totalen, waarvan {small} klein",
        "en": "{gemeenten} of {all} gemeenten and {totals} totals, of which {small} are small",
    },
    "room": {"nl": "bewijs", "en": "proof"},
    "room_proved": {
        "nl": "elk afgeschermd aantal houdt ten minste {least} personen speling (gevraagd: {asked})",
        "en": "every hidden number keeps at least {least} persons of room (asked: {asked})",
    },
    "room_none": {"nl": "er is niets afgeschermd", "en": "nothing is hidden"},
    "cheapest": {"nl": "keuze", "en": "choice"},
    "cheapest_proved": {
        "nl": "bewezen: met minder afgeschermde aantallen is niet elk beschermd",
        "en": "proved: with fewer hidden numbers not every one is protected",
    },
    "cheapest_open": {
        "nl": "niet bewezen dat het met minder afgeschermde aantallen niet kan",
        "en": "not proved that fewer hidden numbers would not do",
    },
    "report": {"nl": "verslag (alleen voor planners)", "en": "report (for planners only)"},
    "nothing_beside": {
        "nl": "Let op: is er van dit kwartaal al iets gepubliceerd? Noem dat met --samen-met, anders let het bewijs er "
        "niet op.",
        "en": "Note: was anything of this kwartaal published before? Name it with --samen-met, or the proof does not "
        "look at it.",
    },
    "day_written": {
        "nl": "--vrijgave = {found}: schrijf een dag als 2026-04-01",
        "en": "--vrijgave = {found}: write a day as 2026-04-01",
    },
    "compare_count": {
        "nl": "{found} uitkomst(en): geef er twee tot {most} om te vergelijken",
        "en": "{found} run(s): give two to {most} to compare",
    },
    "compare_runs": {"nl": "uitkomsten", "en": "runs"},
    "compare_changed": {"nl": "anders in de invoer", "en": "different input"},
    "compare_largest": {"nl": "grootste verschillen", "en": "largest differences"},
    "compare_page": {"nl": "vergelijking", "en": "comparison"},
    "compare_more": {"nl": "en nog {count}", "en": "and {count} more"},
    "compare_nothing": {"nl": "niets", "en": "nothing"},
    "nothing_left": {
        "nl": "{found}: hier staat niets meer van huishoudens",
        "en": "{found}: nothing of households is left here",
    },
}
