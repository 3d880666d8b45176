"""Bars beside a table, with the number at each bar and a text for who does not see them."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from reports.book import DARK, LINE

WIDTH = 900
"""Width of a chart [pixels]."""
BAR = 26
"""Height of a bar with the space around it [pixels]."""
FRAME = 110
"""Height of a chart without its bars [pixels]."""
GAP = 60
"""Space between bars, as a part of their height [%]."""


MOST_ON_A_PAGE = 20
"""Bars that are printed on one page with their table [bars]."""


class Bars(NamedTuple):
    """A bar chart of one measure.

    Attributes
    ----------
    names, values : sequence of int
        First row, first column, last row and last column of what is drawn, on the sheet itself.
    least, most : int
        Of the values; the axis holds 0 as well, so that a bar is as long as its number [unit of the axis].
    """

    title: str
    axis: str
    alt: str
    names: Sequence[int]
    values: Sequence[int]
    least: int
    most: int


def add_bars(book: Any, sheet: Any, bars: Bars, row: int) -> None:
    """Draw a bar per name below the table, from top to bottom as the table has them, with its number at each bar.

    It begins right of the first column, which is printed again on every page.
    """
    count = (bars.names[2] - bars.names[0] + 1) * (bars.names[3] - bars.names[1] + 1)
    chart = book.add_chart({"type": "bar"})
    chart.add_series(
        {
            "name": bars.title,
            "categories": [sheet.get_name(), *bars.names],
            "values": [sheet.get_name(), *bars.values],
            "fill": {"color": DARK},
            "gap": GAP,
            "data_labels": {"value": True, "num_format": "#,##0"},
        }
    )
    chart.set_title({"name": bars.title, "name_font": {"size": 12}, "overlay": False})
    chart.set_legend({"none": True})
    chart.set_y_axis({"reverse": True, "label_position": "low", "major_tick_mark": "none"})
    zero = {**({"min": 0} if bars.least >= 0 else {}), **({"max": 0} if bars.most <= 0 else {})}
    chart.set_x_axis({"name": bars.axis, "num_format": "#,##0", "major_gridlines": {"visible": True}, **zero})
    chart.set_size({"width": WIDTH, "height": FRAME + BAR * count})
    if count > MOST_ON_A_PAGE:
        sheet.set_h_pagebreaks([row])
    sheet.insert_chart(row, 1, chart, {"description": bars.alt, "object_position": 3, "y_offset": LINE})
