"""The page of the protocol is written from a run of the small example.

Run ``python -m spreiding.controle_page docs``; a test asks that the committed page is the one written here.
"""

import sys
import tempfile
from pathlib import Path

from reports.controle.gegevens import Gegevens, lees
from reports.controle.protocol import protocol
from reports.controle.uitvoer import markdown
from spreiding.run import Request, run

PAGE = "controleprotocol.md"
"""The file that is written, below ``docs``."""
GEMEENTEN = ("GM0482", "GM0505", "GM0523")
"""One far behind and below its band, one ahead and far above it, one inside."""
SECONDS = 900.0
"""Safety net on the search [s]."""
HEAD = """Geschreven door `python -m spreiding.controle_page docs` uit een run van het kleine voorbeeld
(`spreiding solve --example klein`); niet met de hand wijzigen. Hetzelfde voor elke uitkomst en elke gemeente:

```
spreiding protocol uitvoer/landelijk
spreiding protocol uitvoer/landelijk GM0363 GM0518 GM1900 --out controle.html
```

Zonder gemeenten wijst het lot er drie aan. Het lot komt uit het kenmerk van de uitkomst (`hash` in `run.json`): acht
tekens zijn een getal, en dat getal wijst een gemeente aan. Niemand kiest zo gunstige gemeenten, en iedereen kan het lot
nadoen; het protocol schrijft de formule uit. `--out` met `.md` geeft Markdown, `--lang en` Engels. Gelezen wordt alleen
de map van de uitkomst; een bestand dat niet meer de vastgelegde hash heeft, wordt geweigerd. Wijkt een uitkomst af, dan
wordt het protocol geschreven en eindigt de opdracht met code 4. Het protocol telt huishoudens per gemeente en is dus
niet om te publiceren.

Wat het niet narekent: of de invoer klopt, de ondergrens zelf, en welke huishoudens waar passen.

""".splitlines()


def small_run(place: Path) -> Gegevens:
    """Solve the small example into a folder, and read it."""
    request = Request(None, "klein", None, place, None, None, SECONDS, False, "nl", 2, schematic=True)
    run(request, lambda _: None)
    return lees(place)


def page(found: Gegevens) -> str:
    """Write the page; without the mark of the run, which differs between versions of what the program stands on."""
    return markdown(protocol(found, GEMEENTEN, kenmerk=False), kop=HEAD)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        text = page(small_run(Path(folder) / "klein"))
    (Path(sys.argv[1]) / PAGE).write_text(text, encoding="utf-8")
