"""The site: every link leads somewhere, nothing is asked of the network, and a gemeente is found by its name."""

import itertools
import json
import re
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest
from browsing import HOSTILE


class Links(HTMLParser):
    """Gathers what a page refers to, and its ids."""

    def __init__(self, path):
        super().__init__()
        self.found, self.ids, self.tags = [], set(), []
        self.feed(path.read_text("utf-8"))

    def handle_starttag(self, tag, attrs):
        """Note the links and the id of a tag."""
        given = dict(attrs)
        self.tags.append(tag)
        self.found += [given[name] for name in ("href", "src") if name in given]
        self.ids |= {given["id"]} if "id" in given else set()


def test_every_link_of_every_page_leads_to_a_file_of_the_site(site):
    pages = [path for path in site.rglob("*.html") if path.name != "kaart.html"]
    codes = {path.stem for path in site.glob("bladen/*.html")}
    missing = []
    for path in pages:
        links = Links(path)
        for href in links.found:
            place, _, part = href.partition("#")
            target = (path.parent / unquote(place)).resolve() if place else path
            known = codes if target.name == "kaart.html" else links.ids
            fits = target.is_file() and target.is_relative_to(site.resolve()) and (not part or part in known)
            missing += [] if fits else [f"{path.name}: {href}"]

    assert len(pages) == 342 + 4
    assert missing == []


def test_every_file_is_linked_from_somewhere(site):
    linked = {
        (path.parent / href.partition("#")[0]).resolve()
        for path in [site / "index.html", *site.glob("bladen/*.html")]
        for href in Links(path).found
    }
    files = {path.resolve() for path in site.rglob("*") if path.is_file()} - {(site / "site.json").resolve()}

    assert files - linked == set()


def test_no_page_has_an_address_elsewhere(site):
    own = [path for path in site.rglob("*.html") if path.name != "kaart.html"]

    assert [
        path.name for path in own if re.search(r"https?:|//[a-z]", path.read_text("utf-8").split("<script>")[0])
    ] == []


def test_no_file_names_a_household_and_the_tables_are_those_of_the_run(site):
    run = site.parent
    text = b"".join(path.read_bytes() for path in site.rglob("*") if path.suffix in {".html", ".csv", ".json"})

    assert b"PSEUDONIEM" not in text
    assert sorted(path.name for path in (site / "tabellen").iterdir()) == [
        "geld.csv",
        "gemeenten.csv",
        "groottes.csv",
        "plaatsen.csv",
        "prijzen.csv",
        "tekorten.csv",
        "uitleg_gemeenten.csv",
    ]
    assert all((site / "tabellen" / n).read_bytes() == (run / n).read_bytes() for n in ("gemeenten.csv", "prijzen.csv"))
    whole, kept = ((folder / "tekorten.csv").read_bytes().splitlines() for folder in (run, site / "tabellen"))
    assert [line for line in whole if b"PSEUDONIEM" not in line] == kept


def test_the_site_says_of_which_run_it_is_and_what_its_files_are(site):
    told = json.loads((site / "site.json").read_text("utf-8"))
    run = json.loads((site.parent / "run.json").read_text("utf-8"))
    files = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}

    assert told["run"] == run["hash"]
    assert told["outputs"] == {n: sha256(p.read_bytes()).hexdigest() for n, p in files.items() if n != "site.json"}


def test_every_page_has_a_language_a_title_and_headings_in_order(site):
    for path in [*site.glob("*.html"), site / "bladen" / "GM0518.html"]:
        if path.name == "kaart.html":
            continue
        text = path.read_text("utf-8")
        levels = [int(level) for level in re.findall(r"<h([1-6])", text)]

        assert '<html lang="nl">' in text
        assert re.search(r"<title>[^<]+</title>", text)
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(b - a <= 1 for a, b in itertools.pairwise(levels))
        assert text.count("<table>") == text.count("<caption")
        assert all("scope=" in head for head in re.findall(r"<th\b[^>]*>", text))


def test_the_statement_does_not_claim_what_nobody_examined(site):
    text = (site / "toegankelijkheid.html").read_text("utf-8")

    assert "nog niet door een deskundige onderzocht" in text
    assert "geen fout tegen WCAG 2.1 A en AA. Zo&#39;n programma vindt maar een deel van de fouten." in text
    assert "Geen blad en geen pagina is beproefd met een schermlezer" in text


@pytest.mark.browser
@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("'s-Gravenhage", ["'s-Gravenhage"]),
        ("\N{RIGHT SINGLE QUOTATION MARK}s-gravenhage", ["'s-Gravenhage"]),
        ("s gravenhage", ["'s-Gravenhage"]),
        ("Den Haag", ["'s-Gravenhage"]),
        ("sudwest", ["S\u00fadwest-Frysl\u00e2n"]),
        ("S\u00fadwest-Frysl\u00e2n", ["S\u00fadwest-Frysl\u00e2n"]),
        ("bergen l", ["Bergen (L.)"]),
        ("gm0363", ["Amsterdam"]),
        ("bestaatniet", []),
    ],
)
def test_a_gemeente_is_found_however_its_name_is_typed(site, open_file, typed, found):
    page = open_file(site / "index.html")
    page.fill("#zoek", typed)

    assert [li.inner_text() for li in page.query_selector_all("li:not([hidden])[data-zoek] a:first-child")] == found
    assert page.inner_text("#melding") == ("1 gemeente gevonden." if found else "Geen gemeente gevonden.")
    assert len(page.query_selector_all("section.provincie:not([hidden])")) == len(found)
    assert page.errors == []


@pytest.mark.browser
def test_the_keyboard_finds_a_sheet_and_comes_back(site, open_file):
    page = open_file(site / "index.html")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "sprong"
    page.focus("#zoek")
    page.keyboard.type("sudwest")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    page.wait_for_url("**/GM1900.html")
    assert page.inner_text("h1") == "S\u00fadwest-Frysl\u00e2n"
    page.click("text=Alle gemeenten")
    page.wait_for_url("**/index.html")

    assert {Path(url).suffix for url in page.requests} == {".html"}
    assert all(url.startswith("file:") for url in page.requests)
    assert page.errors == []


@pytest.mark.browser
def test_without_javascript_every_gemeente_stands_in_the_list(site, open_file):
    page = open_file(site / "index.html", java_script_enabled=False)

    assert page.locator("li[data-zoek]:visible").count() == 342
    assert not page.locator("#zoekveld").is_visible()


@pytest.mark.browser
@pytest.mark.parametrize("name", ["index.html", "methode.html", "toegankelijkheid.html", "bladen/GM0034.html"])
def test_a_narrow_screen_shows_a_page_without_scrolling_sideways(site, open_file, name):
    page = open_file(site / name, (390, 900))

    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.errors == []


@pytest.mark.browser
def test_a_hostile_name_is_text_in_the_list_and_on_its_sheet(site, open_file):
    page = open_file(site / "index.html")
    page.fill("#zoek", "gm0014")
    page.click("li:not([hidden])[data-zoek] a:first-child")

    assert page.inner_text("h1") == HOSTILE["GM0014"]
    assert page.errors == []
