"""What ``solve`` says when it is done: which case it is, where the map is, five figures, proof and warnings."""

from collections.abc import Sequence

from inputs.case import Case
from inputs.problems import Problem
from optimizer.fairness import FLOOR
from optimizer.result import Allocation, Certificate
from reports.figures import five_figures
from reports.numbers import number, percent_asked, percent_up
from spreiding.cases import lines
from spreiding.output import print_json, print_rows
from spreiding.run import Solved
from spreiding.words import Lang, say

MOST_WARNINGS = 20
"""Warnings that are printed in full; ``check`` prints them all."""


def show_solved(solved: Solved, lang: Lang, *, as_json: bool) -> None:
    """Print the outcome of a run."""
    figures = five_figures(solved.case, solved.allocation, lang)
    if as_json:
        print_json(_content(solved, figures, lang))
        return
    print(case_line(solved.case, lang))
    print_rows(
        [
            (say("map", lang), str(solved.folder / "kaart.html")),
            *figures,
            (say("proof", lang), proof(solved.allocation.certificate, lang)),
            *order(solved.allocation, lang),
            *missed_locks(solved.allocation, lang),
            *price_of_floor(solved.allocation, lang),
        ]
    )
    for line in warning_lines(solved.warnings, lang):
        print(line)


def _content(solved: Solved, figures: Sequence[tuple[str, str]], lang: Lang) -> dict[str, object]:
    certificate = solved.allocation.certificate
    return {
        "case": solved.case.naam,
        "synthetic": solved.case.synthetisch,
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
        "above_ceiling": solved.allocation.rangorde.boven_plafond if solved.allocation.rangorde else {},
        "warnings": lines(solved.warnings, lang),
    }


def price_of_floor(allocation: Allocation, lang: Lang) -> list[tuple[str, str]]:
    """Say what the floor under every group costs, where a plan with it was asked for."""
    return [
        (
            say("price_of_floor", lang),
            say(
                "points_more",
                lang,
                punten=number(sum(d.punten for d in v.doelen) - allocation.certificate.objective, lang, 1, sign=True),
                personen=number(
                    v.tellingen.geplaatste_personen - allocation.tellingen.geplaatste_personen, lang, sign=True
                ),
            ),
        )
        for v in allocation.vergelijkingen
        if v.naam == FLOOR
    ]


def proof(certificate: Certificate, lang: Lang) -> str:
    """Say how good the plan provably is."""
    key = "proven" if certificate.proven else "not_proven"
    sentence = say(key, lang, gap=percent_up(certificate.gap, lang), asked=percent_asked(certificate.gap_asked, lang))
    return sentence + (say("cut", lang) if certificate.cut_by_clock else "")


def order(allocation: Allocation, lang: Lang) -> list[tuple[str, str]]:
    """Say whether goals in order kept their ceilings; nothing where they were weighed at exchange rates."""
    if allocation.rangorde is None:
        return []
    above = allocation.rangorde.boven_plafond
    text = say("order_broken", lang, goals=", ".join(above)) if above else say("order_kept", lang)
    return [(say("order", lang), text)]


def missed_locks(allocation: Allocation, lang: Lang) -> list[tuple[str, str]]:
    """Say by how many persons locks are missed; nothing where all are kept."""
    missed = round(sum(d.waarde for d in allocation.doelen if d.naam == "vastleggingen"))
    return [(say("locks", lang), say("locks_missed", lang, personen=number(missed, lang)))] if missed else []


def case_line(case: Case, lang: Lang) -> str:
    """Name the case and its kwartaal, and say so where it is synthetic."""
    key = "solved_synthetic" if case.synthetisch else "solved_case"
    return say(key, lang, case=" ".join(case.naam.split()), kwartaal=case.scenario.kwartaal)


def warning_lines(warnings: Sequence[Problem], lang: Lang) -> list[str]:
    """Give each warning as its sentence below a heading, the first ``MOST_WARNINGS`` of them."""
    heading = f"{say('warnings', lang)}:"
    if not warnings:
        return [f"{heading} {say('no_warnings', lang)}"]
    left = len(warnings) - MOST_WARNINGS
    rest = [say("more_warnings", lang, count=number(left, lang))] if left > 0 else []
    return [heading, *(f"  {line}" for line in [*lines(warnings[:MOST_WARNINGS], lang), *rest])]
