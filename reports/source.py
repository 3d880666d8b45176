"""Where rows come from: synthetic data says so, with its margins, wherever it is shown."""

from inputs.case import Case
from reports.words import Lang, words


def bron(case: Case, lang: Lang = "nl") -> str:
    """Give the text of the column ``bron``."""
    return words(lang)("bron_synthetisch", marges=case.marges) if case.synthetisch else case.naam


def title(case: Case) -> str:
    """Give the name of the case as it heads a page: with a capital."""
    return case.naam[:1].upper() + case.naam[1:]


def kwartaal_text(case: Case, lang: Lang = "nl") -> str:
    """Write the kwartaal of the run in words: "1e kwartaal 2026"."""
    kwartaal = case.scenario.kwartaal
    return words(lang)("kwartaal", nummer=kwartaal[5], jaar=kwartaal[:4])


def heading(case: Case, lang: Lang = "nl") -> str:
    """Give the one line that heads every output: title, case, kwartaal and, where it holds, "synthetisch"."""
    parts = [words(lang)("titel"), title(case), kwartaal_text(case, lang)]
    return " · ".join([*parts, words(lang)("synthetisch")] if case.synthetisch else parts)
