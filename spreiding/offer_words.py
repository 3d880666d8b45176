"""What the command line says about offer sheets, in Dutch and in English."""

from reports.words import Lang

OFFER_WORDS: dict[str, dict[Lang, str]] = {
    "only_offers": {
        "nl": "--basis, --gemeenten en --terug-voor horen bij --afzender opgave",
        "en": "--basis, --gemeenten and --terug-voor belong to --afzender opgave",
    },
    "offers_basis": {
        "nl": "--afzender opgave: geef met --basis de casus met de gemeenten en het kwartaal",
        "en": "--afzender opgave: give the case with the gemeenten and the kwartaal with --basis",
    },
    "not_in_basis": {
        "nl": "--gemeenten {found}: staat niet in de tabel gemeenten van de basis; schrijf codes zoals GM0363,GM0344",
        "en": "--gemeenten {found}: not in the table gemeenten of the basis; write codes such as GM0363,GM0344",
    },
    "no_day": {
        "nl": "--terug-voor {found}: schrijf een datum zoals 2025-12-31 of 31-12-2025",
        "en": "--terug-voor {found}: write a date such as 2025-12-31 or 31-12-2025",
    },
    "no_folder": {"nl": "{found}: deze map bestaat niet", "en": "{found}: this folder does not exist"},
    "no_offers": {
        "nl": "{found}: hier staat geen enkele werkmap (.xlsx); geef de map met de opgaven",
        "en": "{found}: there is not one workbook (.xlsx) here; give the folder with the offer sheets",
    },
    "collect_inside": {
        "nl": "{inner} ligt in {outer}; geef opgaven, basis en uitkomst elk een eigen map",
        "en": "{inner} lies in {outer}; give offer sheets, basis and outcome each a folder of their own",
    },
    "read_inside": {
        "nl": "{inner} ligt in {outer}, de map van de uitkomst; kies een andere map met --out",
        "en": "{inner} lies in {outer}, the folder of the outcome; choose another folder with --out",
    },
    "run_is_no_case": {
        "nl": "{found}: dit is de map van een uitkomst, geen casus; geef de map met de tabellen waarmee zij is gemaakt",
        "en": "{found}: this is the folder of a run, not a case; give the folder with the tables that it was made from",
    },
    "national_default": {
        "nl": "Geen casus gegeven: dit is het landelijke voorbeeld (synthetisch), en dat duurt minuten. "
        "Eigen tabellen: spreiding solve MAP; het kleine voorbeeld: --example klein.",
        "en": "No case given: this is the national example (synthetic), which takes minutes. "
        "Tables of your own: spreiding solve FOLDER; the small example: --example klein.",
    },
    "case_exists": {
        "nl": "{found}: deze map bestaat al; kies een andere met --out of vervang de casus met --overschrijf",
        "en": "{found}: this folder exists already; choose another with --out or replace the case with --overschrijf",
    },
    "not_gathered": {
        "nl": "{found}: hier staat geen verzamelde casus (geen {marker}), dus --overschrijf wist dit niet; kies een "
        "andere map met --out",
        "en": "{found}: this is no gathered case (no {marker}), so --overschrijf does not erase it; choose another "
        "folder with --out",
    },
    "strange_files": {
        "nl": "{found}: hier staan ook bestanden van uzelf ({names}), dus --overschrijf wist dit niet; zet ze elders",
        "en": "{found}: there are files of your own here ({names}), so --overschrijf does not erase it; move them",
    },
    "offers_hint": {
        "nl": "Er is niets geschreven. Doorgaan zonder deze opgaven: --zonder-afgekeurde (de kaart noemt hen). Alle "
        "problemen met gemarkeerde cellen in Excel: --problemen problemen.xlsx",
        "en": "Nothing was written. To go on without these offer sheets: --zonder-afgekeurde (the map tells them). All "
        "problems with marked cells in Excel: --problemen problemen.xlsx",
    },
    "offers_read": {"nl": "opgaven lezen: {done} van {total}", "en": "reading offer sheets: {done} of {total}"},
    "offers": {"nl": "opgaven", "en": "offer sheets"},
    "offers_of": {"nl": "{some} van {all} gemeenten", "en": "{some} of {all} gemeenten"},
    "offers_missing": {"nl": "geen opgave", "en": "no offer sheet"},
    "offers_refused": {"nl": "afgekeurd", "en": "refused"},
    "offers_nameless": {"nl": "gemeente onbekend", "en": "gemeente unknown"},
    "offers_empty": {"nl": "niet ingevuld", "en": "not filled in"},
    "offers_rest": {"nl": " ... en nog {count} (aanlevering.csv)", "en": " ... and {count} more (aanlevering.csv)"},
    "offers_case": {"nl": "casus", "en": "case"},
    "offers_check": {
        "nl": "{found} (in orde; waarschuwingen bij spreiding check: {count})",
        "en": "{found} (in order; warnings of spreiding check: {count})",
    },
}
