"""What the command line says about the protocol of a controller, in Dutch and in English."""

from typing import Literal

CONTROLE: dict[str, dict[Literal["nl", "en"], str]] = {
    "protocol_kind": {
        "nl": "{found}: een protocol is een pagina (.html) of Markdown (.md); geef een naam die daarop eindigt",
        "en": "{found}: a protocol is a page (.html) or Markdown (.md); give a name that ends so",
    },
    "protocol_inside": {
        "nl": "{found}: dit is de map van de uitkomst, en die blijft zoals zij is; kies een andere plaats met --out",
        "en": "{found}: this is the folder of the run, which stays as it is; choose another place with --out",
    },
    "protocol_gemeente": {
        "nl": "{found}: deze gemeente staat niet in de uitkomst; geef codes uit gemeenten.csv, zoals {example}",
        "en": "{found}: this gemeente is not in the run; give codes of gemeenten.csv, such as {example}",
    },
    "protocol_written": {"nl": "protocol", "en": "protocol"},
    "protocol_of": {"nl": "gemeenten", "en": "gemeenten"},
    "protocol_lot": {"nl": "{names} (door het lot)", "en": "{names} (by lot)"},
    "protocol_result": {"nl": "uitslag", "en": "result"},
    "protocol_counts": {
        "nl": "{klopt} kloppen, {wijkt_af} wijken af, {niet} niet na te gaan",
        "en": "{klopt} agree, {wijkt_af} differ, {niet} cannot be checked",
    },
}
