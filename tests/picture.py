"""Take a picture of a run's map: ``python tests/picture.py RUN OUT.png`` (offline; needs Chromium and playwright)."""

import argparse
import sys
from pathlib import Path

from browsing import launched, opened

SCALE = 0.7
"""Size of a picture beside the window that it shows [1]; smaller, so that more of the page is in it."""
LARGEST = 300_000
"""Most that a picture may weigh [bytes]."""


def picture(run: Path, target: Path, width: int, height: int, choose: str) -> int:
    """Write the picture and give its size [bytes]; the page is drawn without a network."""
    size = round(width / SCALE), round(height / SCALE)
    with launched() as browser:
        page = opened(browser, run / "kaart.html", size, device_scale_factor=SCALE)
        page.wait_for_selector("#legenda li")
        if choose:
            page.fill("#zoek", choose)
            page.dispatch_event("#zoek", "change")
        page.screenshot(path=target)
    return target.stat().st_size


def main() -> int:
    """Read the arguments and take the picture."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("run", type=Path, help="run folder that holds kaart.html")
    parser.add_argument("out", type=Path, help="PNG to write")
    parser.add_argument("--width", type=int, default=1200, help="width of the picture [px]")
    parser.add_argument("--height", type=int, default=800, help="height of the picture [px]")
    parser.add_argument("--choose", default="", help="name of a gemeente to choose first")
    given = parser.parse_args()
    size = picture(given.run, given.out, given.width, given.height, given.choose)
    sys.stdout.write(f"{given.out}: {size / 1000:.0f} kB\n")
    return 0 if size <= LARGEST else 1


if __name__ == "__main__":
    sys.exit(main())
