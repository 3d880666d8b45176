"""The background map that a reader may switch on; nothing of it is in the page, and nothing is fetched before."""

HOST = "https://service.pdok.nl"
"""The one place from which a page of a map may fetch images."""
TILES = f"{HOST}/brt/achtergrondkaart/wmts/v2_0/grijs/EPSG:3857/{{z}}/{{x}}/{{y}}.png"
"""Images of the BRT background map in grey, by PDOK (Kadaster), open data without a key."""
DEEPEST = 19
"""Deepest level of those images [zoom level]."""


def background() -> dict[str, str | int]:
    """Give what the script of the map must know of it."""
    return {"url": TILES, "diepst": DEEPEST}
