"""What the command line says about a case that is carried over, in Dutch and in English."""

from typing import Literal

RECODE: dict[str, dict[Literal["nl", "en"], str]] = {
    "recode_nothing": {
        "nl": "{found}: hier staat geen gemeente van een eerder jaar; er is niets over te zetten en niets geschreven",
        "en": "{found}: there is no gemeente of an earlier year here; nothing to carry over and nothing written",
    },
    "recode_same": {
        "nl": "{found}: dit is de casus zelf; kies een andere map met --out",
        "en": "{found}: this is the case itself; choose another folder with --out",
    },
    "recode_place": {
        "nl": "{found}: hier staat geen eerder overgezette casus (geen overgang.csv), dus --overschrijf wist dit niet; "
        "kies een andere map met --out",
        "en": "{found}: this is no case that was carried over (no overgang.csv), so --overschrijf does not erase it; "
        "choose another folder with --out",
    },
    "recoded": {"nl": "overgezet", "en": "carried over"},
    "recoded_count": {
        "nl": "{ended} gemeenten die niet meer bestaan, in {new} van nu",
        "en": "{ended} gemeenten that ended, into {new} of today",
    },
    "recoded_folder": {"nl": "nieuwe casus", "en": "new case"},
    "recoded_report": {"nl": "verslag", "en": "report"},
    "recoded_lines": {"nl": "{found} (regels: {count})", "en": "{found} (rows: {count})"},
    "recoded_left": {"nl": "niet overgenomen", "en": "not taken over"},
    "recoded_sums": {"nl": "tabel kolom voor na weggelaten", "en": "table column before after left_out"},
    "recoded_rows": {"nl": "regels", "en": "rows"},
    "recoded_next": {
        "nl": "Wat er anders is en waarom, staat in {found}. Lees daarna ook: spreiding check {folder}",
        "en": "What differs and why stands in {found}. Then read also: spreiding check {folder}",
    },
}
