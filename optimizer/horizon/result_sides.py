"""What a plan says of children, of displacement both ways, and of the money of each gemeente."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kinderstand:
    """Children in one kwartaal [children unless named otherwise].

    Attributes
    ----------
    wachtend, wachtend_lang : float
        Who wait at the end of the kwartaal, and who wait longer than a kwartaal.
    gehuisvest : float
        Who got a home.
    gewoon, tijdelijk : float
        Of them in the regular stock (social and private rent), and in homes where nobody may stay.
    terug : float
        Whose stay in a temporary home ended: they move and wait again.
    scholieren_po, scholieren_isk : float
        Of those who got a home, who go to a primary school or an internationale schakelklas.
    plaatsen_po, plaatsen_isk : float
        School places of all gemeenten in the kwartaal [places].
    scholen_vol : int
        Gemeenten where somebody got the last place of one of the two [gemeenten].
    """

    kwartaal: str
    wachtend: float
    wachtend_lang: float
    gehuisvest: float
    gewoon: float
    tijdelijk: float
    terug: float
    scholieren_po: float
    plaatsen_po: float
    scholieren_isk: float
    plaatsen_isk: float
    scholen_vol: int


@dataclass(frozen=True, slots=True)
class Verdringing:
    """Displacement both ways in one kwartaal [homes].

    Attributes
    ----------
    sociale_woningen : float
        Social homes on offer that statushouders get; homes that were added for them are left out.
    genomen : float
        Social homes on offer that are split or shared.
    verhuringen : float or None
        Social homes let to anyone in a kwartaal, where every gemeente says so.
    gemengd : float
        New flex and transformation homes, for anyone, that can be lived in from this kwartaal on.
    gemengd_gereserveerd : float
        Of them kept for statushouders.
    gemengd_gebruikt : float
        New flex and transformation homes that statushouders get in this kwartaal.
    voor_anderen : float
        New homes on mixed sites that others get.
    kamers, gedeelde_woningen : float
        Rooms of shared homes that somebody gets [rooms], and the homes that hold them.
    """

    kwartaal: str
    sociale_woningen: float
    genomen: float
    verhuringen: float | None
    gemengd: float
    gemengd_gereserveerd: float
    gemengd_gebruikt: float
    voor_anderen: float
    kamers: float
    gedeelde_woningen: float

    @property
    def deel(self) -> float | None:
        """Part of the social lettings that goes to statushouders [1]; None where lettings are not known."""
        return (self.sociale_woningen + self.genomen) / self.verhuringen if self.verhuringen else None

    @property
    def bespaard(self) -> float:
        """Homes for one person that sharing makes needless [homes]."""
        return self.kamers - self.gedeelde_woningen

    @property
    def netto(self) -> float:
        """Homes that others get more (+) or less (-) than when nobody were housed [homes]."""
        return self.voor_anderen + self.bespaard - self.sociale_woningen - self.genomen


@dataclass(frozen=True, slots=True)
class Geldgemeente:
    """What a scheme pays for the homes of a gemeente in a kwartaal; a household counts at its owner.

    Attributes
    ----------
    aantal : float
        [unit].
    bedrag : float
        [euro/unit].
    totaal : float
        [euro].
    """

    kwartaal: str
    gemeentecode: str
    regeling: str
    aantal: float
    eenheid: str
    bedrag: float
    totaal: float
