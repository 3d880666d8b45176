"""Everything that becomes public, file by file; there is nothing in it that follows from a hidden number."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from reports.manifest import digest, manifest_hash, manifest_text
from reports.publishing.dcat import NAME as DCAT
from reports.publishing.dcat import dcat
from reports.publishing.decision import Besluit
from reports.publishing.files import Numbers, public_tables
from reports.publishing.readme import NAME as README
from reports.publishing.readme import readme
from reports.publishing.totals import Uitkomst

MANIFEST = "publicatie.json"
"""Names the files of a publication, so that a later one can be judged beside it."""
KIND = "publicatie van spreiding"
"""What the manifest says that it is."""


def bundle(uitkomst: Uitkomst, decision: Besluit, numbers: Numbers, beside: Sequence[str]) -> dict[str, bytes]:
    """Give the bytes of every file by name.

    Parameters
    ----------
    beside : sequence of str
        Hashes of the earlier publications that the proof knows of.
    """
    tables = public_tables(uitkomst, decision, numbers)
    texts = {
        **tables,
        README: readme(uitkomst, decision, len(beside)),
        DCAT: dcat(uitkomst, decision, tables),
    }
    part: dict[str, Any] = {
        "soort": KIND,
        "kwartaal": uitkomst.kwartaal,
        "synthetisch": uitkomst.synthetisch,
        "uitkomst": uitkomst.hash,
        "besluit": asdict(decision),
        "samen_met": sorted(beside),
        "bestanden": {name: digest(text) for name, text in texts.items()},
    }
    texts[MANIFEST] = manifest_text({**part, "hash": manifest_hash(part)})
    return {name: text.encode("utf-8") for name, text in texts.items()}
