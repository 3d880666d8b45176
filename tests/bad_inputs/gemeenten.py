"""Bad inputs 13-20: which gemeente is meant."""

import unicodedata

from bad_inputs.bad import A, Bad, Build, G, files
from small_case import FILES, write

from inputs.facts import by_code

CODE = "gemeenten.csv:2  gemeentecode = "
AMSTERDAM = "GM0363;Amsterdam;941927;Noord-Holland;Groot Amsterdam"
ONE_OWNER = "".join(f"{line}\n" for line in FILES[A].splitlines()[:3])


def _code(text: str) -> Build:
    """Build the small case with the code of its first gemeente written in another way."""
    return files(gemeenten=("GM0363", text))


def _moved(code: str, naam: str) -> Build:
    """Build the small case with another gemeente in the place of Amsterdam, under a name as it may be written."""
    fact = by_code()[code]
    row = f"{code};{naam};{fact.inwoners};{fact.provincie};{fact.arbeidsmarktregio}"
    texts = {name: text.replace(AMSTERDAM, row).replace("GM0363", code) for name, text in FILES.items()}
    texts["arbeidsmarkt.csv"] = texts["arbeidsmarkt.csv"].replace("Groot Amsterdam", fact.arbeidsmarktregio)
    return lambda folder: [write(folder, texts)]


BADS = [
    *(
        Bad(13, f"code {text}", "W.542", f"{CODE}'{text}'", _code(text))
        for text in ("0363", "363", "GM363", "gm0363", " GM0363 ")
    ),
    Bad(14, "code van Weesp (2022)", "F.481", f"{CODE}'GM0457'", files(gemeenten=("GM0363;Amsterdam", "GM0457;Weesp"))),
    Bad(
        14,
        "code van Haaren (verdeeld)",
        "F.482",
        f"{CODE}'GM0788'",
        files(gemeenten=("GM0363;Amsterdam", "GM0788;Haaren")),
    ),
    Bad(15, "GM9999", "F.402", f"{CODE}'GM9999'", _code("GM9999")),
    Bad(
        16,
        "dezelfde gemeente twee keer",
        "F.401",
        "gemeenten.csv:4  gemeentecode = 'GM0363'",
        files(gemeenten=FILES[G] + FILES[G].splitlines()[1] + "\n"),
    ),
    Bad(17, "gemeente zonder woningen", "W.510", "woningaanbod.csv  gemeentecode", files(woningaanbod=ONE_OWNER)),
    Bad(
        17,
        "gemeente zonder cursusplaatsen",
        "F.404",
        "inburgering.csv:",
        files(inburgering=("GM0014;B1;2026K1;5\n", "")),
    ),
    Bad(
        17, "gemeente zonder schoolplaatsen", "F.405", "onderwijs.csv:", files(onderwijs=("GM0014;isk;2026K1;5\n", ""))
    ),
    Bad(
        18,
        "naam Rotterdam bij GM0363",
        "W.505",
        "gemeenten.csv:2  naam = 'Rotterdam'",
        files(gemeenten=("GM0363;Amsterdam", "GM0363;Rotterdam")),
    ),
    *(
        Bad(19, naam, "", "", _moved("GM0518", naam))
        for naam in ("'s-Gravenhage", "Den Haag", "s-Gravenhage", "\u2019s-Gravenhage")
    ),
    Bad(19, "Súdwest-Fryslân in NFC", "", "", _moved("GM1900", unicodedata.normalize("NFC", "Súdwest-Fryslân"))),
    Bad(19, "Súdwest-Fryslân in NFD", "", "", _moved("GM1900", unicodedata.normalize("NFD", "Súdwest-Fryslân"))),
    Bad(20, "Bergen zonder code", "F.217", f"{CODE}'Bergen'", _code("Bergen")),
    Bad(20, "Bergen (L.) zonder code", "F.209", f"{CODE}'Bergen (L.)'", _code("Bergen (L.)")),
    Bad(20, "Hengelo zonder code", "F.209", f"{CODE}'Hengelo'", _code("Hengelo")),
]
