"""A household with a hard ground goes to a gemeente of that ground, or stays until there is a home there."""

import numpy as np

from inputs.case import begin
from inputs.domain import Binding
from optimizer.model import Bools, Rule
from optimizer.quarter import Quarter


def holds(binding: Binding, quarter: Quarter) -> bool:
    """Say whether a ground still holds on the first day of the kwartaal."""
    return binding.tot is None or binding.tot >= begin(quarter.case.scenario.kwartaal)


def allows(quarter: Quarter) -> Bools:
    """Allow a bound household only the plekken whose host its grounds name [household x plek]."""
    mask = np.ones((quarter.people.count, quarter.plekken.count), bool)
    for binding in quarter.case.bindingen:
        if holds(binding, quarter):
            mask[quarter.people.index[binding.huishouden_id]] &= named(binding, quarter)[quarter.plekken.host]
    return mask


def named(binding: Binding, quarter: Quarter) -> Bools:
    """Mark the gemeenten that a ground names [gemeente]."""
    codes = (binding.gemeenten or "").split()
    return np.array(
        [
            g.gemeentecode in codes or (binding.regio is not None and g.arbeidsmarktregio == binding.regio)
            for g in quarter.case.gemeenten
        ]
    )


RULE = Rule(
    "bindingen",
    ("huishouden",),
    "households",
    "hard criteria of koppeling: first-degree family, treatment, work, study (binnenlandsbestuur.nl)",
    r"x_{h,s} = 0 \quad \forall h \in B,\; host(s) \notin G_h",
    allows=allows,
)
