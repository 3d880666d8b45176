"""Where numbers come from: synthetic data, and scores from elsewhere, say so wherever they are shown."""

from collections.abc import Sequence

from inputs.case import Case
from inputs.messages import shown
from inputs.scores import herkomst
from reports.words import Lang, Words, words

NAMED = 3
"""Most givers or models that a line names; ``run.json`` names all."""


def bron(case: Case, lang: Lang = "nl") -> str:
    """Give the text of the column ``bron``; once a table, for it looks at every score."""
    rows = synthetic_rows(case.marges, words(lang)) if case.synthetisch else case.naam
    return "; ".join([rows, *elders(case, lang)])


def bron_kort(case: Case, lang: Lang = "nl") -> str:
    """Give the same for a sheet, which has the long text on another one."""
    rows = words(lang)("blad.bron_synthetisch") if case.synthetisch else case.naam
    return "; ".join([rows, words(lang)("blad.bron_elders")] if case.gebruikte_scores else [rows])


def synthetic_rows(marges: str, told: Words) -> str:
    """Say that rows are synthetic, and by which margins where the scenario gives them."""
    return "; ".join([told("synthetisch"), marges] if marges else [told("synthetisch")])


def synthetic_sentence(marges: str, told: Words) -> str:
    """Say at the head of a page that its data was generated, and by which margins where the scenario gives them."""
    margins = [told("synthetisch_marges", marges=marges)] if marges else []
    return " ".join([told("synthetisch_uitleg"), *margins])


def elders(case: Case, lang: Lang = "nl") -> list[str]:
    """Give the sentence on the scores from elsewhere that the numbers rest on; none where they rest on none."""
    if not case.gebruikte_scores:
        return []
    given, told = herkomst(case.gebruikte_scores), words(lang)
    named = {"bron": _named(given.bronnen, lang), "modelversie": _named(given.modelversies, lang)}
    return [told("scores_elders", **named)]


def _named(names: Sequence[str], lang: Lang) -> str:
    """List names, a long one cut off, and count those past the first few."""
    text, left = ", ".join(shown(name) for name in names[:NAMED]), len(names) - NAMED
    return words(lang)("scores_meer", namen=text, aantal=left) if left > 0 else text


def title(case: Case) -> str:
    """Give the name of the case as it heads a page."""
    return capital(case.naam)


def capital(text: str) -> str:
    """Begin a text with a capital."""
    return text[:1].upper() + text[1:]


def kwartaal_text(case: Case, lang: Lang = "nl") -> str:
    """Write the kwartaal of the run in words: "1e kwartaal 2026"."""
    kwartaal = case.scenario.kwartaal
    return words(lang)("kwartaal", nummer=kwartaal[5], jaar=kwartaal[:4])


def heading(case: Case, lang: Lang = "nl") -> str:
    """Give the one line that heads every output: title, case, kwartaal, "synthetisch" and "scores van elders"."""
    return " · ".join([words(lang)("titel"), title(case), kwartaal_text(case, lang), *marks(case, lang)])


def marks(case: Case, lang: Lang = "nl") -> list[str]:
    """Give the words that mark what numbers rest on: generated data, and scores from elsewhere, where it holds."""
    found = {"synthetisch": case.synthetisch, "scores_kort": bool(case.gebruikte_scores)}
    return [words(lang)(key) for key, holds in found.items() if holds]
