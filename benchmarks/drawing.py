"""How long the map of a run takes to stand in Chromium, from asking for the file to the first whole picture.

Run: PYTHONPATH=tests python benchmarks/drawing.py uitvoer/landelijk [--times 9]
Each time in a window of its own, without a network and on the processor alone; borders count, so solve with
``--boundaries`` first.
"""

import argparse
import os
from pathlib import Path
from statistics import median

from browsing import drawing_time, launched, opened


def main() -> None:
    """Open the page again and again, and print what it took [ms]."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("run", type=Path, help="run folder that holds kaart.html")
    parser.add_argument("--times", type=int, default=9, help="how often the page is opened")
    given = parser.parse_args()
    path, found, shapes = given.run / "kaart.html", [], 0
    with launched() as browser:
        for _ in range(given.times):
            page = opened(browser, path)
            found.append(drawing_time(page))
            shapes = page.locator("path.leaflet-interactive").count()
            page.context.close()
    print(
        f"{path}: {path.stat().st_size / 1000:.0f} kB, {shapes} polygons, median {median(found):.0f} ms, "
        f"slowest {max(found):.0f} ms of {given.times}, load {os.getloadavg()[0]:.1f}"
    )


if __name__ == "__main__":
    main()
