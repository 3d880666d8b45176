"""The main job: allocate one quarter, with a proof."""

from dataclasses import replace

from inputs.case import Afstanden, Case
from optimizer.clock import Clock, Progress, no_progress
from optimizer.explanation import Wishes, explain, other_plans
from optimizer.filler import fill_up, first_plan
from optimizer.generation import generate
from optimizer.outcome import certificate, gap_of, outcome
from optimizer.parts import prepare
from optimizer.prices import Again
from optimizer.program import read_program
from optimizer.quarter import read_quarter
from optimizer.result import Allocation
from optimizer.search import search_whole

LP_PART = 0.05
"""Part of the asked gap that the linear program may leave open [1]."""


def allocate(
    case: Case,
    afstanden: Afstanden,
    *,
    gap: float | None = None,
    time_limit: float = 900.0,
    progress: Progress = no_progress,
    workers: int = 2,
    wishes: Wishes | None = None,
) -> Allocation:
    """Allocate a quarter: relaxation over all columns, whole households, certificate.

    Parameters
    ----------
    case : Case
        A case that the checks of ``inputs`` accepted.
    afstanden : Afstanden
        Distance from every opvanglocatie of the case to every gemeente [km].
    gap : float, optional
        Proved relative gap at which the search stops [1]; none: the scenario's.
    time_limit : float
        Wall-clock safety net [s]; the search is bounded by counted work, and a run that this cuts says so.
    progress : callable
        Gets a key and numbers now and then.
    workers : int
        Parts solved side by side [threads]; the plan does not depend on it.

    wishes : Wishes, optional
        What to explain once the plan is fixed; none: nothing.

    Returns
    -------
    Allocation
        Placements, shares, reasons and the proof.
    """
    clock, asked = Clock(time_limit), case.scenario.gap if gap is None else gap
    with clock.phase("opbouwen"):
        program = read_program(read_quarter(case, afstanden))
    with clock.phase("lineair programma"):
        relaxation = generate(program, LP_PART * asked, clock, progress=progress)
    with clock.phase("hele huishoudens"):
        enough = max(relaxation.bound, 0.0) / (1 - min(asked, 1 - 1e-9))
        search, plan = prepare(program, relaxation), first_plan(program, relaxation)

        def tell(value: float, placed: int) -> None:
            progress("search_round", placed=placed, percent=100 * gap_of(value, relaxation.bound))

        plan, solved = search_whole(search, plan, enough, clock, workers, tell)
        plan = fill_up(program, plan, search.regret)
    proof = certificate(program, plan, relaxation, asked, solved, cut=clock.expired)
    with clock.phase("uitkomst"):
        answer = outcome(program, plan, proof, clock.seconds)
    if wishes is None:
        return answer
    again = Again(search, plan, relaxation.bound, afstanden)
    toelichting = explain(again, answer.gemeenten, wishes, clock, workers)
    toelichting, others = other_plans(again, toelichting, wishes, clock, workers)
    beside = (*answer.vergelijkingen, *others)
    return replace(answer, toelichting=toelichting, vergelijkingen=beside, seconds=dict(clock.seconds))
