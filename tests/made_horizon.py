"""The pages of a plan and of two scenarios of the small example, some of its gemeenten with hostile names."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from geodata.distances import main_places
from inputs.example.generate import example_folder
from inputs.horizon import Hefboom, Plankeuzes
from inputs.read import read_case
from reports.horizon.compared_page import compared_page
from reports.horizon.page import plan_page
from spreiding.plan import afstanden_of, planned
from spreiding.scenario_item import Item, Source
from spreiding.scenario_pool import solve_items
from spreiding.scenarios import gathered


def write_horizon_pages(place, hostile, lang):
    """Write both pages to a folder, with levers, new homes and a fan."""
    with TemporaryDirectory() as folder:
        case, _ = read_case(example_folder("klein", Path(folder), main_places()), None)
    names = iter(hostile.values())
    case = replace(case, gemeenten=tuple(replace(g, naam=next(names, g.naam)) for g in case.gemeenten))
    some = {"flexibel.aandeel": 0.5, "bouw.woningdelen": 1.0}
    choices = Plankeuzes(5, waarden=some, hefbomen=(Hefboom(next(iter(hostile.values())), "regime", "verbod"),))
    far = afstanden_of(case)
    place.mkdir()
    (place / "plan.html").write_text(plan_page(case, choices, planned(case, far, choices), lang), "utf-8")
    sources = [Source(name, case, far, choices) for name in (*hostile.values(),)[:2]]
    items = [Item(n, draw, 1) for n in range(2) for draw in range(3)]
    scenarios = gathered(sources, solve_items(sources, items, 1, lambda _: None))
    (place / "scenarios.html").write_text(compared_page(scenarios, lang), "utf-8")
