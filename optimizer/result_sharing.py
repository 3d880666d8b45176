"""What sharing homes saves, as a frozen value that reports may show."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Woningdelen:
    """What sharing homes saves, over the country.

    Attributes
    ----------
    kamers_gebruikt : int
        Rooms of shared homes in use, one person each [rooms].
    gedeelde_woningen_gebruikt : int
        Shared homes with at least one occupant [homes].
    woningen_bespaard : int
        Rooms in use less shared homes in use: homes that would else be needed [homes].
    gedeelde_woningen_met_een_bewoner : int
        Shared homes in use by one person only, who still waits for the others [homes].
    """

    kamers_gebruikt: int = 0
    gedeelde_woningen_gebruikt: int = 0
    woningen_bespaard: int = 0
    gedeelde_woningen_met_een_bewoner: int = 0
