"""Where nobody waits the empty plan is the only one, and so the best."""

from dataclasses import replace

import numpy as np

from optimizer.clock import Clock
from optimizer.generation import Relaxation
from optimizer.outcome import certificate, outcome
from optimizer.plan import empty_plan, objective, recount
from optimizer.program import Cells, Program
from optimizer.result import Allocation
from optimizer.uniek import uniek


def nothing_to_place(program: Program, gap: float, clock: Clock) -> Allocation:
    """Give the plan without a household; its own value is the bound, for there is no other plan."""
    plan = recount(program, empty_plan(program))
    value, none = objective(program, plan), Cells(*np.nonzero(program.allowed))
    relaxation = Relaxation(value, value, np.zeros(program.height), none, np.zeros(0), 0)
    proof = certificate(program, plan, relaxation, gap, 0, cut=False)
    with clock.phase("uitkomst"):
        answer = outcome(program, plan, replace(proof, personen_hoogstens=0), clock.seconds)
        return replace(answer, uniek=uniek(program, plan, relaxation.duals, ()))
