"""Tables with a number or a score for each gemeente: rows of the same key become one when their gemeenten do."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from inputs.recode.area import Area, Group, folded
from inputs.recode.counts import added, averaged, new_line, recode, rest
from inputs.recode.draft import Draft, Line

Combine = Callable[[Draft, Group, str, Area, Line], None]


@dataclass(frozen=True, slots=True)
class Folding:
    """How rows of a table become one.

    Attributes
    ----------
    code : str
        Column with the gemeentecode.
    key : tuple of str
        The rest of its key.
    value : str
        Column with the number, and how it is combined.
    words : tuple of str
        Columns whose words are put behind each other.
    """

    code: str
    key: tuple[str, ...]
    value: str
    combine: Combine
    words: tuple[str, ...] = ()

    def __call__(self, draft: Draft, area: Area) -> None:
        """Carry over a table."""
        folded(draft, area, self.code, self.key, self._one)

    def _one(self, draft: Draft, group: Group, area: Area) -> Line:
        """Make one row of a group."""
        line = new_line(group)
        recode(draft, group, self.code, area, line)
        self.combine(draft, group, self.value, area, line)
        rest(draft, group, line, self.words)
        return line


FOLDINGS: Mapping[str, Folding] = {
    "inburgering": Folding("gebied", ("leerroute", "kwartaal"), "plaatsen", added),
    "onderwijs": Folding("gemeentecode", ("soort", "kwartaal"), "plaatsen", added),
    "sleutel": Folding("gemeentecode", (), "gewicht", added),
    "scores": Folding("gemeentecode", ("huishouden_id", "arbeidsmarktregio"), "score", averaged, ("modelversie",)),
}
"""The tables that are folded; a row of scores without a gemeente stays as it is."""
