"""What ``solve`` says when it is done: where the map is, five figures, the proof and the warnings."""

from collections import Counter
from collections.abc import Sequence

from inputs.problems import Problem
from optimizer.result import Certificate
from reports.figures import five_figures
from reports.numbers import percent, percent_up
from spreiding.cases import lines
from spreiding.output import print_json, print_rows
from spreiding.run import Solved
from spreiding.words import Lang, say


def show_solved(solved: Solved, lang: Lang, *, as_json: bool) -> None:
    """Print the outcome of a run."""
    figures = five_figures(solved.case, solved.allocation, lang)
    if as_json:
        print_json(_content(solved, figures, lang))
        return
    print_rows(
        [
            (say("map", lang), str(solved.folder / "kaart.html")),
            *figures,
            (say("proof", lang), proof(solved.allocation.certificate, lang)),
            (say("warnings", lang), warning_counts(solved.warnings, lang)),
        ]
    )


def _content(solved: Solved, figures: Sequence[tuple[str, str]], lang: Lang) -> dict[str, object]:
    certificate = solved.allocation.certificate
    return {
        "run": str(solved.folder),
        "map": str(solved.folder / "kaart.html"),
        "figures": dict(figures),
        "proven": certificate.proven,
        "objective": certificate.objective,
        "bound": certificate.bound,
        "gap": certificate.gap,
        "gap_asked": certificate.gap_asked,
        "sol_status": certificate.sol_status,
        "cut_by_clock": certificate.cut_by_clock,
        "warnings": lines(solved.warnings, lang),
    }


def proof(certificate: Certificate, lang: Lang) -> str:
    """Say how good the plan provably is."""
    key = "proven" if certificate.proven else "not_proven"
    sentence = say(key, lang, gap=percent_up(certificate.gap, lang), asked=percent(certificate.gap_asked, lang))
    return sentence + (say("cut", lang) if certificate.cut_by_clock else "")


def warning_counts(warnings: Sequence[Problem], lang: Lang) -> str:
    """Say how often each kind of warning was given."""
    counts = Counter(str(warning.code) for warning in warnings)
    parts = [say("warning_count", lang, code=code, count=count) for code, count in sorted(counts.items())]
    return "; ".join(parts) or say("no_warnings", lang)
