"""A QGIS style colours the gemeenten by the same fixed classes as the map, with their limits in the legend."""

from xml.etree import ElementTree as ET

from reports.classes import SCALES, Indicator, legend
from reports.words import Lang

COLUMN = {
    "afwijking": "afwijking_personen",
    "toegewezen": "toegewezen_personen",
}
"""Column behind each indicator that has a style; QGIS shows the first when the file is opened."""
DOCTYPE = "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n"
VERSION = "3.22.0"
"""QGIS that writes its styles so; later ones read it."""
FAR = 1_000_000_000
"""Beyond any number of persons [persons]."""
LINE = "#5b6b70"
"""Border of a gemeente: seen on every class, so that areas are not told apart by colour alone."""
POLYGON = "2"
"""Layers of areas, in the numbering of QGIS."""


def styled() -> list[Indicator]:
    """List the indicators that have a style, the one that QGIS shows first."""
    return sorted((i for i in SCALES if i.naam in COLUMN), key=lambda i: list(COLUMN).index(i.naam))


def ranges(indicator: Indicator) -> list[tuple[int, int]]:
    """Give the least and most of each class of a whole-number indicator, low to high, both within it.

    >>> ranges(styled()[0])[:4]
    [(-1000000000, -25), (-24, -10), (-9, -1), (0, 0)]
    """
    above = [(low, high - 1) for low, high in zip(indicator.limits, (*indicator.limits[1:], FAR + 1), strict=True)]
    below = [(-high, -low) for low, high in reversed(above)] if indicator.diverging else []
    return [*below, (0, 0), *above]


def qml(indicator: Indicator, lang: Lang = "nl") -> str:
    """Write the style of an indicator as QML: a graduated fill per class, labelled as in the legend of the map."""
    root = ET.Element("qgis", version=VERSION, styleCategories="Symbology")
    kind = {"type": "graduatedSymbol", "attr": COLUMN[indicator.naam], "graduatedMethod": "GraduatedColor"}
    renderer = ET.SubElement(
        root, "renderer-v2", {**kind, "symbollevels": "0", "forceraster": "0", "enableorderby": "0"}
    )
    steps, symbols = ET.SubElement(renderer, "ranges"), ET.SubElement(renderer, "symbols")
    classes = legend(indicator, lang)[:-1]  # a gemeente of the table is never unknown
    for number, ((low, high), (colour, label)) in enumerate(zip(ranges(indicator), classes, strict=True)):
        limits = {"lower": f"{low:.1f}", "upper": f"{high:.1f}"}
        ET.SubElement(steps, "range", {"symbol": str(number), **limits, "label": label, "render": "true"})
        _fill(symbols, str(number), colour)
    ET.SubElement(root, "layerGeometryType").text = POLYGON
    ET.indent(root)
    return DOCTYPE + ET.tostring(root, encoding="unicode") + "\n"


def _fill(symbols: ET.Element, name: str, colour: str) -> None:
    """Add the symbol of a class: a colour and the border of a gemeente."""
    symbol = ET.SubElement(symbols, "symbol", type="fill", name=name, alpha="1", clip_to_extent="1", force_rhr="0")
    layer = ET.SubElement(symbol, "layer", {"class": "SimpleFill", "enabled": "1", "locked": "0", "pass": "0"})
    options = ET.SubElement(layer, "Option", type="Map")
    look = {
        "color": _rgba(colour),
        "style": "solid",
        "outline_color": _rgba(LINE),
        "outline_style": "solid",
        "outline_width": "0.2",
        "outline_width_unit": "MM",
    }
    for key, value in look.items():
        ET.SubElement(options, "Option", name=key, type="QString", value=value)


def _rgba(colour: str) -> str:
    """Write a colour as QGIS does.

    >>> _rgba("#b35806")
    '179,88,6,255'
    """
    return ",".join([*(str(int(colour[at : at + 2], 16)) for at in (1, 3, 5)), "255"])
