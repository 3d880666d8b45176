"""What the command line says about the ledger, in Dutch and in English."""

from typing import Literal

LEDGER: dict[str, dict[Literal["nl", "en"], str]] = {
    "ledger_place": {
        "nl": "{found}: hier staat geen geopend kwartaal (geen {marker}), dus --overschrijf wist dit niet; "
        "kies een andere "
        "map met --out",
        "en": "{found}: this is no opened kwartaal (no {marker}), so --overschrijf does not erase it; choose "
        "another folder "
        "with --out",
    },
    "ledger_unreadable": {
        "nl": "{found} naast de casus is geen grootboek dat dit programma schreef; zet het bestand terug of "
        "haal het weg",
        "en": "{found} beside the case is no ledger that this program wrote; put the file back or take it away",
    },
    "ledger_gap": {
        "nl": "het grootboek naast de casus eindigt met {last} en deze uitkomst is van {now}; boek elk "
        "kwartaal een keer, "
        "op volgorde",
        "en": "the ledger beside the case ends with {last} and this run is of {now}; book every kwartaal "
        "once, in order",
    },
    "ledger_sum": {
        "nl": "het grootboek naast de casus telt niet op bij {found}; zet het bestand terug",
        "en": "the ledger beside the case does not add up for {found}; put the file back",
    },
    "ledger_breaks": {
        "nl": "de eindstand van {last} is niet de beginstand van {now}: {found}",
        "en": "the closing balance of {last} is not the opening balance of {now}: {found}",
    },
    "ledger_choices": {
        "nl": "{found}: het kwartaal staat hier op een manier die niet veilig te vervangen is; schrijf "
        'kwartaal = "2026K1" '
        "op een eigen regel boven de eerste tabel",
        "en": "{found}: the kwartaal stands here in a way that cannot be replaced safely; write kwartaal = "
        '"2026K1" on a '
        "line of its own above the first table",
    },
    "ledger_beginstand": {"nl": "beginstand, personen", "en": "opening balance, persons"},
    "ledger_kwijtgescholden": {"nl": "kwijtgescholden", "en": "written off"},
    "ledger_sleutel": {"nl": "volgens de sleutel", "en": "by the key"},
    "ledger_afspraken": {"nl": "afspraken", "en": "agreements"},
    "ledger_gehuisvest": {"nl": "gehuisvest", "en": "housed"},
    "ledger_eindstand": {"nl": "eindstand", "en": "closing balance"},
    "ledger_gepland": {"nl": "gehuisvest volgens het plan", "en": "housed by the plan"},
    "ledger_next": {
        "nl": "{now} is geboekt; {found} opent {next}: vul gemeenten.csv aan waar iets veranderde (inwoners, minimum, "
        "maximum), zet de andere tabellen erbij, of verzamel opgaven met --basis {found}",
        "en": "{now} is booked; {found} opens {next}: change gemeenten.csv where something changed "
        "(inhabitants, least, "
        "most), add the other tables, or gather offer sheets with --basis {found}",
    },
}
