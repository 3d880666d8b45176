"""Two runs of the same case with other choices and other numbers, small enough to check by hand."""

from dataclasses import replace

from figures import figures, waited

from inputs.parameters import override
from reports.comparison import compared
from reports.run import write_reports
from reports.run_reading import read_run

RUNTIME = {"versions": {"python": "3.11"}, "seconds": {}}


def writer(case, allocation, geography, place):
    """Give a way to write a run from a case and an allocation, changed as asked; it gives the folder."""

    def written(name, changed_case=case, changed=allocation):
        return write_reports(changed_case, changed, geography, place / name, RUNTIME)

    return written


def moved(allocation, **gemeenten):
    """Give an allocation in which some gemeenten have other numbers."""
    rows = (replace(g, **gemeenten.get(g.gemeentecode, {})) for g in allocation.gemeenten)
    return replace(allocation, gemeenten=tuple(rows))


def otherwise(case, allocation):
    """Give the case with another band and norm, and a plan with other numbers in two gemeenten.

    's-Gravenhage: key 3 to 5, catch-up 1 to 0, deviation 1 to 2: from 5 to 7 persons, and 4 homes more. Dordrecht:
    deviation -2 to -3: from 1 to 0, limited by course seats.
    """
    choices = replace(case.scenario, band=0.1)
    given = replace(case, scenario=choices, parameters=override(case.parameters, {"uitstroom.norm_weken": 12.0}, "x"))
    hague = {"sleutel_personen": 5, "inhaal_personen": 0, "doel_personen": 5, "toegewezen_personen": 7}
    hague |= {"afwijking_personen": 2, "woningen_aangeboden": 6}
    dordrecht = {"toegewezen_personen": 0, "afwijking_personen": -3, "bindende_regel": "cursus"}
    counts = replace(allocation.tellingen, geplaatste_personen=7)
    stays = waited(1, 3, weeks=(5.0, 6.0, 7.0))
    plan = replace(allocation, tellingen=counts, kengetallen=figures(stays=stays))
    return given, moved(plan, GM0518=hague, GM0505=dordrecht)


def two_runs(write, case, allocation):
    """Write both and compare them."""
    first = replace(allocation, kengetallen=figures(stays=waited(1, 4)))
    return compared([read_run(write("een", changed=first)), read_run(write("twee", *otherwise(case, allocation)))])
