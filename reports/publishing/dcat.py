"""The data set described for catalogues by DCAT-AP-NL 3.0, in JSON-LD."""

import json
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from reports.manifest import digest
from reports.publishing.decision import Besluit
from reports.publishing.readme import NAME as README
from reports.publishing.readme import one_line, quarter, title
from reports.publishing.totals import Uitkomst

NAME = "dcat.jsonld"
CONTEXT: Mapping[str, str] = {
    "adms": "http://www.w3.org/ns/adms#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
EU = "http://publications.europa.eu/resource/authority"
"""Lists of values that the profile prescribes."""
LICENCES: Mapping[str, str] = {
    "CC0-1.0": "http://creativecommons.org/publicdomain/zero/1.0/deed.nl",
    "CC-BY-4.0": "http://creativecommons.org/licenses/by/4.0/deed.nl",
}
SHA256 = "spdx:checksumAlgorithm_sha256"

Node = dict[str, Any]


def dcat(uitkomst: Uitkomst, decision: Besluit, tables: Mapping[str, str]) -> str:
    """Write the description; addresses are relative to its own, or to the one that was signed.

    Every property that the profile requires of a data set (accessRights, contactPoint, creator, description,
    identifier, publisher, theme, title) and of a distribution (accessURL, license) is there; geonovum.github.io
    DCAT-AP-NL30, shapes 3.0.0.
    """
    context: Node = {**CONTEXT, **({"@base": decision.adres} if decision.adres else {})}
    contents = [_distribution(name, text, decision) for name, text in sorted(tables.items())]
    whole = {"@context": context, **_dataset(uitkomst, decision, tables), "dcat:distribution": contents}
    return json.dumps(whole, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def identifier(uitkomst: Uitkomst, tables: Mapping[str, str]) -> str:
    """Give a name that follows from what is published, and from nothing else."""
    return f"spreiding-{uitkomst.kwartaal}-{digest(''.join(tables[name] for name in sorted(tables)))[:16]}"


def _dataset(uitkomst: Uitkomst, decision: Besluit, tables: Mapping[str, str]) -> Node:
    """Describe the data set."""
    agent = {"@type": "foaf:Agent", "foaf:name": _dutch(one_line(decision.organisatie))}
    return {
        "@id": "#dataset",
        "@type": "dcat:Dataset",
        "dct:title": _dutch(title(uitkomst)),
        "dct:description": _dutch(_description(uitkomst, decision)),
        "dct:identifier": identifier(uitkomst, tables),
        "dct:publisher": {"@id": "#uitgever", **agent},
        "dct:creator": {"@id": "#uitgever"},
        "dcat:contactPoint": _contact(decision),
        "dcat:theme": {"@id": f"{EU}/data-theme/SOCI"},
        "dcat:keyword": [_dutch(word) for word in _keywords(uitkomst)],
        "dct:accessRights": {"@id": f"{EU}/access-right/PUBLIC"},
        "dct:accrualPeriodicity": {"@id": f"{EU}/frequency/QUARTERLY"},
        "dct:language": {"@id": f"{EU}/language/NLD"},
        "dct:issued": _day(decision.vrijgave),
        "dct:spatial": {"@id": f"{EU}/country/NLD"},
        "dct:temporal": _period(uitkomst.kwartaal),
        "foaf:page": {"@id": README, "@type": "foaf:Document"},
    }


def _description(uitkomst: Uitkomst, decision: Besluit) -> str:
    """Say in a few sentences what the numbers are."""
    mark = "Synthetische gegevens, niet over echte mensen. " if uitkomst.synthetisch else ""
    rounding = "" if decision.afronding == 1 else f", afgerond op veelvouden van {decision.afronding}"
    return (
        f"{mark}Aantallen statushouders die volgens een voorstel voor het {quarter(uitkomst.kwartaal)} aan gemeenten "
        f"zijn toegewezen{rounding}. Kleine aantallen (onder {decision.drempel}), en aantallen waarmee die terug te "
        "rekenen zijn, zijn afgeschermd."
    )


def _keywords(uitkomst: Uitkomst) -> list[str]:
    """List words to find it by."""
    return ["statushouders", "gemeenten", "huisvesting", *(["synthetisch"] if uitkomst.synthetisch else [])]


def _distribution(name: str, text: str, decision: Besluit) -> Node:
    """Describe a file."""
    return {
        "@id": f"#{name}",
        "@type": "dcat:Distribution",
        "dct:title": _dutch(name),
        "dcat:accessURL": {"@id": name},
        "dcat:downloadURL": {"@id": name},
        "dcat:byteSize": {"@value": str(len(text.encode())), "@type": "xsd:nonNegativeInteger"},
        "dct:format": {"@id": f"{EU}/file-type/CSV"},
        "dcat:mediaType": {"@id": "https://www.iana.org/assignments/media-types/text/csv"},
        "dct:language": {"@id": f"{EU}/language/NLD"},
        "dct:license": {"@id": LICENCES[decision.licentie]},
        "spdx:checksum": {
            "@type": "spdx:Checksum",
            "spdx:algorithm": {"@id": SHA256},
            "spdx:checksumValue": {"@value": digest(text), "@type": "xsd:hexBinary"},
        },
    }


def _contact(decision: Besluit) -> Node:
    """Say where questions go."""
    mail = "@" in decision.contact and not decision.contact.startswith("https://")
    address = {"vcard:hasEmail": {"@id": f"mailto:{decision.contact}"}} if mail else {}
    page = {} if mail else {"vcard:hasURL": {"@id": decision.contact}}
    return {"@type": "vcard:Kind", "vcard:fn": one_line(decision.organisatie), **address, **page}


def _period(kwartaal: str) -> Node:
    """Give the first and the last day of a kwartaal."""
    year, number = int(kwartaal[:4]), int(kwartaal[5])
    after = date(year + number // 4, number % 4 * 3 + 1, 1)
    return {
        "@type": "dct:PeriodOfTime",
        "dcat:startDate": _day(date(year, 3 * number - 2, 1)),
        "dcat:endDate": _day(after - timedelta(days=1)),
    }


def _day(when: date) -> Node:
    """Write a day as RDF does."""
    return {"@value": when.isoformat(), "@type": "xsd:date"}


def _dutch(text: str) -> Node:
    """Mark a text as Dutch."""
    return {"@value": text, "@language": "nl"}
