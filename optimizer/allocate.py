"""The main job: allocate one quarter, with a proof."""

from dataclasses import replace

from inputs.case import Afstanden, Case
from optimizer.clock import Clock, Progress, no_progress
from optimizer.decide import Decided, Effort, decide
from optimizer.evidence import evidence
from optimizer.explanation import Wishes, explain, other_plans
from optimizer.in_order import decide_in_order
from optimizer.most import most_persons
from optimizer.nobody import nothing_to_place
from optimizer.outcome import outcome
from optimizer.parts import prepare
from optimizer.prices import Again
from optimizer.program import Program, read_program
from optimizer.quarter import read_quarter
from optimizer.result import Allocation
from optimizer.result_order import Rangorde
from optimizer.uniek import uniek


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
    if not case.huishoudens:
        return nothing_to_place(program, asked, clock)
    decided, order = _weigh_and_decide(program, Effort(asked, clock, progress, workers))
    with clock.phase("personen hoogstens"):
        proof = replace(decided.proof, personen_hoogstens=most_persons(program, clock))
    with clock.phase("uitkomst"):
        answer = outcome(decided.program, decided.plan, proof, clock.seconds)
        duals = decided.relaxation.duals
        answer = replace(answer, rangorde=order, bewijs=evidence(decided.program, duals))
    with clock.phase("gelijke plannen"):
        answer = replace(answer, uniek=uniek(decided.program, decided.plan, duals, answer.koppelingen))
    if wishes is None:
        return answer
    again = Again(prepare(decided.program, decided.relaxation), decided.plan, decided.relaxation.bound, afstanden)
    toelichting = explain(again, answer.gemeenten, wishes, clock, workers)
    toelichting, others = other_plans(again, toelichting, wishes, clock, workers)
    beside = (*answer.vergelijkingen, *others)
    return replace(answer, toelichting=toelichting, vergelijkingen=beside, seconds=dict(clock.seconds))


def _weigh_and_decide(program: Program, effort: Effort) -> tuple[Decided, Rangorde | None]:
    """Decide at the exchange rates, or at the weights that goals in order need."""
    if program.quarter.case.scenario.doelen == "op_volgorde":
        return decide_in_order(program, effort)
    return decide(program, effort), None
