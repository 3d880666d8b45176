"""The map of a run: one HTML file that asks nothing of the network and runs no script from data."""

from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from itertools import count

import folium
from branca.element import Element, Figure, MacroElement
from folium.template import Template

from geodata.geography import Geography
from inputs.case import Case
from optimizer.result import Allocation
from reports.background import HOST
from reports.packed import packed
from reports.page import page
from reports.page_data import as_json, page_data
from reports.policy import sealed
from reports.words import Lang

VENDOR = {
    '<script src="vendor:leaflet.js"></script>': ("script", "leaflet.js"),
    '<link rel="stylesheet" href="vendor:leaflet.css"/>': ("style", "leaflet.css"),
}
"""Tags that folium writes for Leaflet, and what takes their place."""


class Kaartblad(folium.Map):
    """A Leaflet map without tiles, plugins or anything else that folium fetches."""

    default_js = [("leaflet", "vendor:leaflet.js")]  # noqa: RUF012  folium reads it from the class
    default_css = [("leaflet_css", "vendor:leaflet.css")]  # noqa: RUF012  idem
    _template = Template(
        "{% macro html(this, kwargs) %}"
        '<div id="{{ this.get_name() }}" class="kaartvlak"></div>'
        "{% endmacro %}"
        "{% macro script(this, kwargs) %}"
        'const {{ this.get_name() }} = L.map("{{ this.get_name() }}", {{ this.options|tojavascript }});'
        "{% endmacro %}"
    )

    def __init__(self) -> None:
        super().__init__(
            center=(52.2, 5.3),
            tiles=None,
            zoom_start=7,
            zoom_control=False,
            attribution_control=False,
            scroll_wheel_zoom=False,
            zoom_snap=0.25,
            zoom_delta=0.5,
        )


class Verdeling(MacroElement):
    """The plan on the map: one constant call; names and numbers are read from the page's data."""

    _template = Template("{% macro script(this, kwargs) %}tekenVerdeling({{ this._parent.get_name() }});{% endmacro %}")


def kaart(case: Case, allocation: Allocation, geography: Geography, lang: Lang = "nl") -> str:
    """Give the HTML of ``kaart.html``; the same run gives the same bytes.

    Parameters
    ----------
    geography
        Area of every gemeente of the plan; gemeenten outside the plan are drawn as unknown.
    """
    with _counted_ids():
        figure = Figure()
        blad = Kaartblad()
        figure.add_child(blad)
        blad.add_child(Verdeling())  # type: ignore[no-untyped-call]  # branca gives no types here
        for child in figure._children.values():  # noqa: SLF001  branca has no other way to its parts
            child.render()
    parts = {
        "head": _vendor_tags(figure),
        "map": figure.html.render(),
        "script": figure.script.render(),
        "data": as_json(packed(page_data(case, allocation, geography, lang))),
        "licence": (files("reports") / "vendor" / "LICENTIE.md").read_text("utf-8"),
    }
    return _closed(page(case, allocation, geography, lang, parts))


def _vendor_tags(figure: Figure) -> str:
    """Give the tags for Leaflet; anything else in folium's header is an error."""
    figure.header._children.pop("meta_http")  # noqa: SLF001  the page has its own charset
    head = figure.header.render().strip()
    if set(map(str.strip, head.splitlines())) - {""} != set(VENDOR):
        raise AssertionError(f"folium wants more than Leaflet: {head}")
    return head


def _closed(html: str) -> str:
    """Put Leaflet into the page, and allow exactly the scripts and styles that it holds."""
    vendor = files("reports") / "vendor"
    for tag, (element, name) in VENDOR.items():
        html = html.replace(tag, f"<{element}>{(vendor / name).read_text('utf-8')}</{element}>", 1)
    return sealed(html, images=f"data: {HOST}")


@contextmanager
def _counted_ids() -> Iterator[None]:
    """Let branca count its elements, where it would draw their ids by lot."""
    original, numbers = Element.__dict__["_generate_id"], count()
    counted = classmethod(lambda _: f"{next(numbers):04d}")
    setattr(Element, "_generate_id", counted)  # noqa: B010  a type checker refuses a plain assignment to a method
    try:
        yield
    finally:
        setattr(Element, "_generate_id", original)  # noqa: B010  idem
