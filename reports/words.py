"""Every word that a report shows, in Dutch and English, from one catalogue."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

Lang = Literal["nl", "en"]
CATALOGUE = (
    "woorden.toml",
    "woorden_bladen.toml",
    "woorden_controle.toml",
    "woorden_plan.toml",
    "woorden_reeksen.toml",
    "woorden_scenarios.toml",
)
"""The files of the catalogue: map, tables, workbook; sheets and site; protocol; plan; sweeps; scenarios."""


@dataclass(frozen=True, slots=True)
class Words:
    """The catalogue in one language.

    >>> words("nl")("gemeenten")
    'Gemeenten'
    """

    lang: Lang
    catalogue: Mapping[str, Mapping[str, str]]

    def __call__(self, key: str, **values: object) -> str:
        """Give the text of a key with its values filled in; an unknown key is an error."""
        text = self.catalogue[key][self.lang]
        return text.format(**values) if values else text

    def find(self, key: str) -> str | None:
        """Give the text of a key, or nothing where the catalogue has none."""
        entry = self.catalogue.get(key)
        return entry[self.lang] if entry else None

    def name(self, group: str, code: str) -> str:
        """Give the text of ``group.code``, or the code itself for a name that the catalogue does not hold yet."""
        return self.find(f"{group}.{code}") or code

    def group(self, prefix: str) -> dict[str, str]:
        """Give all texts of ``prefix.*`` by the rest of their key."""
        start = f"{prefix}."
        return {k.removeprefix(start): v[self.lang] for k, v in self.catalogue.items() if k.startswith(start)}


@cache
def words(lang: Lang) -> Words:
    """Read the catalogue and take one language of it; a key in two files is an error."""
    parts = [_flat(tomllib.loads((files("reports") / "data" / name).read_text("utf-8"))) for name in CATALOGUE]
    whole = {key: texts for part in parts for key, texts in part.items()}
    if len(whole) != sum(map(len, parts)):
        raise ValueError("a key stands in two files of the catalogue")
    return Words(lang, whole)


def _flat(raw: Mapping[str, Mapping[str, list[str]]]) -> dict[str, Mapping[str, str]]:
    """Turn ``[group] key = [nl, en]`` into ``group.key`` to the text by language; the group ``""`` has no prefix."""
    return {
        f"{group}.{key}" if group != "algemeen" else key: {"nl": pair[0], "en": pair[1]}
        for group, content in raw.items()
        for key, pair in content.items()
    }
