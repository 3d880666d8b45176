"""Course seats bound the adults who start their inburgering in a gemeente; seats of the next kwartaal cost a wait."""

import scipy.sparse as sp

from inputs.domain import LEERROUTES
from optimizer.model import Bounds, Charge, Rule, at_most
from optimizer.quarter import Quarter


def charges(quarter: Quarter) -> tuple[Charge, ...]:
    """Charge every adult to the seats of the host gemeente and of the adult's own leerroute [adults]."""
    return (Charge("x", sp.csr_array(quarter.people.adults), quarter.plekken.host),)


def bounds(quarter: Quarter) -> Bounds:
    """Ask for no more adults than there are seats this kwartaal; the goal inburgering prices later ones [adults]."""
    return at_most(quarter.codes, LEERROUTES, quarter.services.seats.ravel())


RULE = Rule(
    "course_seats",
    ("gastgemeente", "leerroute"),
    "adults",
    "Wet inburgering 2021: a leerroute for every adult; table inburgering",
    r"\sum_{h,s:\, host(s)=g} a_{h,r}\, x_{h,s} \le S_{g,r} \quad \forall g \in G,\; r \in R",
    charges,
    bounds,
)
