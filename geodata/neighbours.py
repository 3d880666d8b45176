"""Where a gemeente lies can be told without a map: by the gemeenten beside it and the wind in which each lies."""

import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray

from geodata.borders import shared_borders
from geodata.geography import Geography

WINDEN = ("noord", "noordoost", "oost", "zuidoost", "zuid", "zuidwest", "west", "noordwest")
"""The eight winds, with the clock from north."""


def neighbours(geography: Geography) -> pd.DataFrame:
    """Give the gemeenten that touch each gemeente, with the wind in which they lie.

    The wind is that of the line between two points, each in the middle of its area (shapely's representative point). It
    says where the other gemeente lies as a whole, not which way the border runs.

    Returns
    -------
    DataFrame
        Every pair twice, by ``gemeentecode``, then with the clock from north, then by name of the neighbour: columns
        ``gemeentecode``, ``buur``, ``wind`` (one of ``WINDEN``) and ``grens_m``, the length of the border [m]: 0 where
        two gemeenten meet in a corner only.
    """
    grenzen = geography.grenzen
    borders = shared_borders(grenzen)
    length = shapely.length(borders.geometry.to_numpy())
    ends = borders[["gemeentecode", "buur"]].to_numpy(dtype=object)
    both = pd.DataFrame(np.vstack([ends, ends[:, ::-1]]), columns=["gemeentecode", "buur"])
    middle = dict(zip(grenzen.index, shapely.get_coordinates(shapely.point_on_surface(grenzen.geometry)), strict=True))
    step = np.array([middle[b] - middle[a] for a, b in both.to_numpy()]).reshape(-1, 2)
    place = winds(step)
    frame = both.assign(wind=np.array(WINDEN, dtype=object)[place], grens_m=np.tile(length, 2), plaats=place)
    frame = frame.assign(naam=frame["buur"].map(grenzen["naam"]))
    ordered = frame.sort_values(["gemeentecode", "plaats", "naam", "buur"], ignore_index=True)
    return ordered.drop(columns=["plaats", "naam"])


def winds(step: NDArray[np.float64]) -> NDArray[np.int64]:
    """Give the wind of each step to the east and north, as its place in ``WINDEN``.

    >>> [WINDEN[place] for place in winds(np.array([[0.0, 1.0], [1.0, 1.0], [-3.0, 1.0]]))]
    ['noord', 'noordoost', 'west']
    """
    angle = np.arctan2(step[:, 0], step[:, 1])
    return np.rint(angle / (2 * np.pi / len(WINDEN))).astype(np.int64) % len(WINDEN)
