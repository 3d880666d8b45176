"""Two gemeenten that touch share a border: the very line, or the point, that both their areas have."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import shapely
from geopandas import GeoDataFrame
from numpy.typing import NDArray


def shared_borders(areas: GeoDataFrame) -> GeoDataFrame:
    """Give the border of every two gemeenten that touch, once a pair.

    Parameters
    ----------
    areas : GeoDataFrame
        Indexed by ``gemeentecode``: a coverage, in which neighbours have the same points along their border.

    Returns
    -------
    GeoDataFrame
        Columns ``gemeentecode``, ``buur`` (the later one of both codes) and ``geometry``, in the CRS of ``areas``.
        Gemeenten that meet in a corner only have a border of length 0.
    """
    shapes = areas.geometry.to_numpy()
    left, right = shapely.STRtree(shapes).query(shapes, predicate="intersects")
    left, right = left[left < right], right[left < right]
    codes = np.array(areas.index)
    data = {"gemeentecode": codes[left], "buur": codes[right]}
    frame = GeoDataFrame(data, geometry=shapely.intersection(shapes[left], shapes[right]), crs=areas.crs)
    return frame.sort_values(["gemeentecode", "buur"], ignore_index=True)


def region_borders(borders: GeoDataFrame, region: Mapping[str, str]) -> NDArray[Any]:
    """Give the lines between gemeenten of different regions; coasts and the border of the country are left out.

    Parameters
    ----------
    borders : GeoDataFrame
        As ``shared_borders`` gives them.
    region : mapping
        Name of the region by gemeentecode; a gemeente without one bounds nothing.

    Returns
    -------
    array of LineString
        Joined where they meet end to end, in a fixed order; every part lies on the border of two gemeenten.
    """
    one, other = (borders[side].map(region) for side in ("gemeentecode", "buur"))
    apart = borders.geometry[one.notna() & other.notna() & (one != other)].to_numpy()
    parts = shapely.get_parts(shapely.get_parts(apart))
    lines = parts[shapely.get_dimensions(parts) == 1]
    joined: NDArray[Any] = shapely.get_parts(shapely.line_merge(shapely.multilinestrings(lines)))
    texts = shapely.to_wkb(joined).tolist()
    return joined[sorted(range(len(texts)), key=texts.__getitem__)]
