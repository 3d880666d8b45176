"""What the command line says about sheets and a site, in Dutch and in English."""

from typing import Literal

REPORT: dict[str, dict[Literal["nl", "en"], str]] = {
    "sheets_drawn": {"nl": "bladen: {done} van {total}", "en": "sheets: {done} of {total}"},
    "report_writes": {"nl": "wegschrijven", "en": "writing"},
    "report_sheets": {"nl": "bladen", "en": "sheets"},
    "report_sheets_of": {
        "nl": "{found} ({count} gemeenten, elk als HTML en PDF)",
        "en": "{found} ({count} gemeenten, each as HTML and PDF)",
    },
    "report_site": {"nl": "site", "en": "site"},
    "report_use": {"nl": "voor wie", "en": "for whom"},
    "report_use_is": {
        "nl": "gemeenten en planners; niet om te publiceren, want kleine aantallen zijn niet afgeschermd",
        "en": "gemeenten and planners; not to be published, for small counts are not protected",
    },
    "report_rest": {"nl": "niet opnieuw", "en": "not again"},
    "report_rest_is": {
        "nl": "kaart, tabellen en werkmap: daarvoor is de invoer nodig (spreiding solve); wat hier is gelezen, is "
        "ongewijzigd",
        "en": "map, tables and workbook: they need the input (spreiding solve); what was read here is unchanged",
    },
    "contact_file": {"nl": "tabel", "en": "table"},
    "contact_next": {"nl": "daarna", "en": "then"},
    "contact_next_is": {
        "nl": "vul stand, datum en opmerking in (geen namen van personen) en geef het bestand met --contact",
        "en": "fill in state, day and remark (no names of persons) and give the file with --contact",
    },
    "contact_csv": {
        "nl": "{found}: geef met --contact-leeg een bestand dat eindigt op .csv",
        "en": "{found}: give a file that ends in .csv with --contact-leeg",
    },
    "contact_exists": {
        "nl": "{found}: hier staat al een bestand, en dat kan werk van u zijn; kies een andere naam",
        "en": "{found}: there is a file here already, which may be work of yours; choose another name",
    },
    "contact_alone": {
        "nl": "--contact-leeg schrijft alleen een lege tabel; geef het zonder {found}",
        "en": "--contact-leeg writes an empty table only; give it without {found}",
    },
    "report_out_without_site": {
        "nl": "--out hoort bij --site; bladen komen in RUN/bladen",
        "en": "--out goes with --site; sheets go to RUN/bladen",
    },
}
