"""Headless Chromium without a network: a page is opened as a file, and notes what it asks and what goes wrong."""

import os
import shutil
import subprocess
from contextlib import contextmanager
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

ARGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
]
"""What Chromium gets so that it starts anywhere and asks nothing of the network."""
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]
"""Rules of axe-core that stand for WCAG 2.1, level A and AA."""
HOSTILE = {
    "GM0014": '"><script>alert(1)</script>',
    "GM0034": "${alert(1)}<img src=x onerror=alert(1)>",
    "GM0037": "</script><script>alert(1)</script>",
    "GM0047": "');alert(1)//{{ 7*7 }}",
}
"""Names of gemeenten, by code, that would run in a page that took them for code."""
DESKTOP, PHONE = (1440, 900), (390, 844)
"""Windows that pages are looked at in [px]."""
READY = """new Promise((ready) => {
  const look = () => window.drawn ? ready(window.drawn) : setTimeout(look);
  look();
})"""
"""Waits for that picture."""
DRAWN = """addEventListener("load", () => requestAnimationFrame(() => setTimeout(
  () => { window.drawn = performance.now(); })))"""
"""Notes when the first picture of a page stands [ms since the file was asked for]."""


def chromium():
    """Give the path of Chromium, or None."""
    return shutil.which("chromium")


@contextmanager
def launched():
    """Start Chromium and stop it again."""
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium(), args=ARGS)
        yield browser
        browser.close()


def opened(browser, path, size=DESKTOP, **context):
    """Open a file in a window of its own, without a network; ``requests`` and ``errors`` are noted on the page.

    A refusal by the content security policy is an error of the console, and so counts as one.
    """
    width, height = size
    window = browser.new_context(viewport={"width": width, "height": height}, locale="nl-NL", **context)
    window.set_offline(True)
    page = window.new_page()
    page.requests, page.errors = [], []
    page.on("request", lambda request: page.requests.append(request.url))
    page.on("pageerror", lambda error: page.errors.append(str(error)))
    page.on("console", lambda message: page.errors.append(message.text))
    page.on("dialog", lambda dialog: (page.errors.append(dialog.message), dialog.dismiss()))
    if context.get("java_script_enabled", True):
        page.add_init_script(DRAWN)
    page.goto(Path(path).resolve().as_uri())
    return page


def violations(page):
    """Give what axe-core holds against a page by WCAG 2.1 A and AA, as lines of rule, place and reason."""
    asked = {"runOnly": {"type": "tag", "values": WCAG}, "resultTypes": ["violations"]}
    return [
        f"{found['id']} at {' '.join(map(str, node['target']))}: {node['failureSummary']}"
        for found in Axe().run(page, options=asked).response["violations"]
        for node in found["nodes"]
    ]


def drawing_time(page):
    """Wait until the first picture stands; give the time since the file was asked for [ms]."""
    return page.evaluate(READY)


def box(page, selector):
    """Give the box of what is first found on a page [px]: left, top, right, bottom."""
    found = page.locator(selector).first.bounding_box()
    return found["x"], found["y"], found["x"] + found["width"], found["y"] + found["height"]


def overlap(one, other):
    """Tell whether two boxes share more than a border."""
    return min(one[2], other[2]) - max(one[0], other[0]) > 1 and min(one[3], other[3]) - max(one[1], other[1]) > 1


def overhang(page):
    """Tell how much wider a page is than its window [px]."""
    return page.evaluate("document.documentElement.scrollWidth - window.innerWidth")


def sticking_out(page):
    """Give the texts of cells that are wider than their cell."""
    wider = "cells => cells.filter((c) => c.scrollWidth > c.clientWidth + 1).map((c) => c.textContent)"
    return page.locator("th, td").evaluate_all(wider)


def pdf_text(data):
    """Give the text of a PDF in its layout; CI must have poppler-utils."""
    if shutil.which("pdftotext") is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)("no poppler-utils on this machine: no PDF is read")
    told = subprocess.run(["pdftotext", "-layout", "-", "-"], input=data, capture_output=True, check=True)
    return told.stdout.decode("utf-8")
