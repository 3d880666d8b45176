"""Take pictures of every kind of page of a run: ``python tests/pictures.py RUN COMPARISON OUT`` (offline).

They are made to be looked at: a test finds what is missing, and only eyes find what is ugly.
"""

import argparse
import subprocess
import sys
from pathlib import Path

from browsing import DESKTOP, PHONE, drawing_time, launched, opened, violations

CHOSEN = "Utrecht"
"""Gemeente whose panel and sheet are shown; it is in the national example."""

TALLEST = 2400
"""Most of a long page that a picture shows [px]."""


def choose(page):
    """Choose a gemeente by its name."""
    page.fill("#zoek", CHOSEN)
    page.keyboard.press("Enter")


def printed(page, target):
    """Print a page and draw each sheet of paper that it takes."""
    page.emulate_media(media="print")
    paper = page.pdf(prefer_css_page_size=True)
    subprocess.run(["pdftoppm", "-r", "60", "-png", "-l", "3", "-", target.with_suffix("")], input=paper, check=True)


def shots(run, comparison):
    """Give the pictures: name, page, window [px], whether a gemeente is chosen, and whether it is printed."""
    sheet = run / "site" / "bladen" / "GM0344.html"
    return [
        ("kaart", run / "kaart.html", DESKTOP, False, False),
        ("kaart_gekozen", run / "kaart.html", DESKTOP, True, False),
        ("kaart_telefoon", run / "kaart.html", PHONE, False, False),
        ("kaart_telefoon_gekozen", run / "kaart.html", PHONE, True, False),
        ("kaart_papier", run / "kaart.html", DESKTOP, True, True),
        ("kengetallen", run / "kengetallen.html", DESKTOP, False, False),
        ("kengetallen_telefoon", run / "kengetallen.html", PHONE, False, False),
        ("kengetallen_papier", run / "kengetallen.html", DESKTOP, False, True),
        ("blad", sheet, DESKTOP, False, False),
        ("blad_telefoon", sheet, PHONE, False, False),
        ("site", run / "site" / "index.html", DESKTOP, False, False),
        ("site_telefoon", run / "site" / "index.html", PHONE, False, False),
        ("toegankelijkheid", run / "site" / "toegankelijkheid.html", DESKTOP, False, False),
        ("vergelijking", comparison, DESKTOP, False, False),
        ("vergelijking_telefoon", comparison, PHONE, False, False),
        ("vergelijking_papier", comparison, DESKTOP, False, True),
    ]


def main() -> int:
    """Read the arguments, take the pictures, and say what went wrong on a page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("run", type=Path, help="run folder with a site")
    parser.add_argument("comparison", type=Path, help="vergelijking.html")
    parser.add_argument("out", type=Path, help="folder for the pictures")
    given, wrong = parser.parse_args(), 0
    given.out.mkdir(parents=True, exist_ok=True)
    with launched() as browser:
        for name, path, size, chosen, on_paper in shots(given.run, given.comparison):
            page = opened(browser, path, size)
            time = drawing_time(page)
            if chosen:
                choose(page)
            target = given.out / f"{name}.png"
            found = page.errors + violations(page)
            if on_paper:
                printed(page, target)
            else:
                whole = page.evaluate("document.documentElement.scrollHeight")
                clip = {"x": 0, "y": 0, "width": size[0], "height": min(whole, TALLEST)}
                page.screenshot(path=target, full_page=True, clip=clip)
            wrong += len(found)
            sys.stdout.write(f"{target}: {time:.0f} ms, {path.stat().st_size / 1000:.0f} kB {' '.join(found)}\n")
            page.context.close()
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
