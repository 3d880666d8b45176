"""Columns that may not come in: the model must not know who someone is, nor what may not count."""

import re

from inputs.codes import Code

SPECIAL = (
    "etnic",
    "ethnic",
    "herkomst",
    "geboorteland",
    "countryofbirth",
    "afkomst",
    "huidskleur",
    "religi",
    "geloof",
    "levensovertuiging",
    "etnisch",
    "kerk",
    "moslim",
    "islam",
    "christen",
    "joods",
    "lhbti",
    "lgbt",
    "politiek",
    "seksuel",
    "sexual",
    "geaardheid",
    "diagnos",
    "gezondheid",
    "medisch",
    "medical",
    "ziekte",
    "handicap",
    "ggz",
    "rolstoel",
    "medicatie",
)
"""Parts of names of special categories of personal data (AVG art. 9)."""
UNEQUAL = (
    "natio",
    "geslacht",
    "gender",
    "manvrouw",
    "staatsburgerschap",
    "citizenship",
    "country",
    "geboorteplaats",
    "moedertaal",
)
"""Parts of names of grounds on which no distinction may be made (Grondwet art. 1; Awgb art. 1)."""
IDENTITY = (
    "vnummer",
    "vnr",
    "vreemdelingennummer",
    "voornaam",
    "achternaam",
    "familienaam",
    "roepnaam",
    "firstname",
    "lastname",
    "aanhef",
    "hoofdpersoon",
    "mailadres",
    "telefoonnummer",
    "geboortejaar",
    "gebdatum",
    "postcode",
)
"""Parts of names of what tells who someone is; more than the goal needs (AVG art. 5 lid 1 c)."""
BSN = ("bsn", "burgerservice", "sofinummer")
"""Parts of names of the national identification number (UAVG art. 46)."""

WORDS = {
    "sofi": Code.KOLOM_BSN,
    "ras": Code.KOLOM_BIJZONDER,
    "race": Code.KOLOM_BIJZONDER,
    "religion": Code.KOLOM_BIJZONDER,
    "origin": Code.KOLOM_BIJZONDER,
    "sekse": Code.KOLOM_ONDERSCHEID,
    "sex": Code.KOLOM_ONDERSCHEID,
    "land": Code.KOLOM_ONDERSCHEID,
    "taal": Code.KOLOM_ONDERSCHEID,
    "naam": Code.KOLOM_IDENTITEIT,
    "name": Code.KOLOM_IDENTITEIT,
    "namen": Code.KOLOM_IDENTITEIT,
    "adres": Code.KOLOM_IDENTITEIT,
    "geboortedatum": Code.KOLOM_IDENTITEIT,
    "telefoon": Code.KOLOM_IDENTITEIT,
    "email": Code.KOLOM_IDENTITEIT,
}
"""Names too short to look for inside other words."""


def forbidden(name: str) -> Code | None:
    """Give the reason why a column of this name is refused, or None.

    >>> forbidden("V-nummer"), forbidden("land_van_herkomst"), forbidden("corporatie")
    (<Code.KOLOM_IDENTITEIT: 'F.105'>, <Code.KOLOM_BIJZONDER: 'F.103'>, None)
    """
    joined = "".join(sign for sign in name.casefold() if sign.isalnum())
    if joined == "mv":
        return Code.KOLOM_ONDERSCHEID
    for parts, code in (
        (SPECIAL, Code.KOLOM_BIJZONDER),
        (UNEQUAL, Code.KOLOM_ONDERSCHEID),
        (IDENTITY, Code.KOLOM_IDENTITEIT),
        (BSN, Code.KOLOM_BSN),
    ):
        if any(part in joined for part in parts):
            return code
    words = re.split(r"[\W\d_]+", name.casefold())
    return next((WORDS[word] for word in words if word in WORDS), None)
