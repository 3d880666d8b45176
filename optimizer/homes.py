"""The plekken and homes of a quarter: who may take which home where, and how many there are.

A *plek* is an (owner, host) pair of gemeenten; nearly always the two are one. A home type is a (woonvorm, sleeps) pair.
An *offer* is a (housing group, home type) pair that fits: large enough, not too large, and open to the huishoudtype.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from inputs.case import Case
from inputs.domain import GEDEELD, Woningaanbod
from optimizer.model import Bools, Floats, Ints
from optimizer.people import Kind


@dataclass(frozen=True, eq=False)
class Plekken:
    """Pairs of owner and host, as rows of the gemeenten [plek]."""

    owner: Ints
    host: Ints
    names: tuple[str, ...]

    @property
    def count(self) -> int:
        """Number of plekken [plekken]."""
        return len(self.owner)


@dataclass(frozen=True, eq=False)
class Homes:
    """Home types, offers and stock.

    Attributes
    ----------
    types : tuple
        (woonvorm, sleeps [persons/home]) of each home type.
    stock : ndarray
        Whole homes, or rooms of shared homes [plek x home type]. Rounded down first: fractional stock lets the linear
        program promise homes that no household can take.
    offer_group, offer_type : ndarray
        Housing group and home type [offer].
    empty : ndarray
        Sleeping places left empty [persons/home, offer].
    open : ndarray
        Whether a plek opens an offer: the owner's voorrang may close social rent [offer x plek].
    """

    types: tuple[tuple[str, int], ...]
    stock: Floats
    offer_group: Ints
    offer_type: Ints
    empty: Floats
    open: Bools

    @property
    def type_names(self) -> tuple[str, ...]:
        """Name of each home type."""
        return tuple(f"{form}_{sleeps}" for form, sleeps in self.types)

    @property
    def offers(self) -> int:
        """Number of offers [offers]."""
        return len(self.offer_group)

    @cached_property
    def open_homes(self) -> Floats:
        """Whole homes that an offer may take at a plek [offer x plek, homes]."""
        return np.where(self.open, self.stock[:, self.offer_type].T, 0.0)


def on_offer(case: Case) -> tuple[Woningaanbod, ...]:
    """List the records that can be taken in the scenario's kwartaal and hold at least one whole home."""
    now = case.scenario.kwartaal
    return tuple(r for r in case.woningaanbod if r.kwartaal <= now <= (r.tot_kwartaal or r.kwartaal) and r.plaatsen > 0)


def read_plekken(case: Case, codes: tuple[str, ...]) -> Plekken:
    """Make one plek per gemeente and one per owner with homes in another gemeente."""
    at = {code: n for n, code in enumerate(codes)}
    own = {(n, n) for n in range(len(codes))}
    pairs = sorted(own | {(at[r.gemeentecode], at[r.host]) for r in on_offer(case)})
    names = tuple(codes[o] if o == h else f"{codes[o]}_{codes[h]}" for o, h in pairs)
    return Plekken(np.array([o for o, _ in pairs], np.int64), np.array([h for _, h in pairs], np.int64), names)


def plek_name(record: Woningaanbod) -> str:
    """Name the plek of a record: its owner, and its host where that is another."""
    return record.gemeentecode if record.host == record.gemeentecode else f"{record.gemeentecode}_{record.host}"


def read_homes(case: Case, codes: tuple[str, ...], plekken: Plekken, kinds: tuple[Kind, ...]) -> Homes:
    """Add up whole homes per plek and type, and list which group may take which type."""
    records = on_offer(case)
    types = tuple(sorted({(str(r.woonvorm), r.slaapt) for r in records}))
    plek_at, type_at = {n: k for k, n in enumerate(plekken.names)}, {t: k for k, t in enumerate(types)}
    stock = np.zeros((plekken.count, len(types)))
    for r in records:
        stock[plek_at[plek_name(r)], type_at[r.woonvorm, r.slaapt]] += r.plaatsen
    offers = [(g, t) for g, kind in enumerate(kinds) for t, home in enumerate(types) if suits(case, kind, *home)]
    group, kind_of_home = (np.array([o[k] for o in offers], np.int64) for k in (0, 1))
    empty = np.array([0 if types[t][0] == GEDEELD else types[t][1] - kinds[g].slaapplaatsen for g, t in offers], float)
    return Homes(types, stock, group, kind_of_home, empty, _open(case, codes, plekken, kinds, types, offers))


def suits(case: Case, kind: Kind, woonvorm: str, sleeps: int) -> bool:
    """Say whether a household of this kind may take this home type.

    A room of a shared home takes one person. A home for a large family takes no smaller household: those homes are one
    national pool (parameter ``grote_gezinnen.vanaf_personen``).
    """
    if kind.huishoudtype not in case.parameters.toegang[woonvorm]:
        return False
    if woonvorm in case.parameters.delen_nodig and kind.delen != "ja":
        return False
    if woonvorm == GEDEELD:
        return kind.slaapplaatsen == 1
    large = case.parameters["grote_gezinnen.vanaf_personen"]
    pool = sleeps < large or kind.slaapplaatsen >= large
    return pool and 0 <= sleeps - kind.slaapplaatsen <= case.parameters["woning.lege_slaapplaatsen"]


def _open(
    case: Case,
    codes: tuple[str, ...],
    plekken: Plekken,
    kinds: tuple[Kind, ...],
    types: tuple[tuple[str, int], ...],
    offers: list[tuple[int, int]],
) -> Bools:
    """Close social rent where the owner gives no voorrang, or gives it to families only."""
    voorrang = {g.gemeentecode: g.voorrang for g in case.gemeenten}
    rule = np.array([voorrang[codes[owner]] for owner in plekken.owner])
    social = np.array([types[t][0] == "sociale_huur" for _, t in offers], bool)
    family = np.array([kinds[g].huishoudtype == "gezin" for g, _ in offers], bool)
    closed = (rule == "nee")[None, :] | ((rule == "alleen_gezinnen")[None, :] & ~family[:, None])
    open_: Bools = ~(social[:, None] & closed)
    return open_
