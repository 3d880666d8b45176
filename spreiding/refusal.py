"""Mistakes that a planner can put right: what is refused, in words, before anything is written."""

from inputs.problems import InputProblems
from spreiding.words import Lang, say


class Refusal(Exception):  # noqa: N818 (it names what happens, to a planner)
    """A request that the command line itself refuses; ``key`` is a sentence in ``words``."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key = key
        self.values = values

    def render(self, lang: Lang) -> str:
        """Give the refusal as a line for the planner."""
        return f"{say('error', lang)}: {say(self.key, lang, **self.values)}"


class RefusedOffers(InputProblems):
    """Offer sheets have errors, and the planner did not ask to go on without them."""
