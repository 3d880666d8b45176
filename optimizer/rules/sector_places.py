"""Adults who look for work in a sector fit the places for it in the arbeidsmarktregio; more is priced."""

import scipy.sparse as sp

from optimizer.model import Bounds, Charge, Rule, at_most
from optimizer.quarter import Quarter
from optimizer.services import NO_SECTOR


def _sectors(quarter: Quarter) -> list[int]:
    """List the sectors of work, without those who look for none."""
    return [n for n, sector in enumerate(quarter.people.sectors) if sector != NO_SECTOR]


def charges(quarter: Quarter) -> tuple[Charge, ...]:
    """Charge every adult with a sector to the arbeidsmarktregio of the host [adults]."""
    load = sp.csr_array(quarter.people.workers[:, _sectors(quarter)])
    return (Charge("x", load, quarter.regios.of[quarter.plekken.host]),)


def bounds(quarter: Quarter) -> Bounds:
    """Ask for no more adults than there are places for work this kwartaal [adults]."""
    chosen = _sectors(quarter)
    names = tuple(quarter.people.sectors[n] for n in chosen)
    return at_most(quarter.regios.names if chosen else (), names, quarter.services.work[:, chosen].ravel())


RULE = Rule(
    "sector_places",
    ("arbeidsmarktregio", "sector"),
    "adults",
    "table arbeidsmarkt; Eerste Kamer 14-11-2025: (arbeids)participatie",
    r"\sum_{h,s:\, host(s) \in a} v_{h,m}\, x_{h,s} \le W_{a,m} \quad \forall a \in R,\; m \in M",
    charges,
    bounds,
)
