"""Run folders of a few gemeenten with chosen duties, made without solving, for a protocol to be written on."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from geodata.geography import schematic
from inputs.case import Case
from inputs.domain import Arbeidsvraag, Cursusplaatsen, Deelnemer, Gemeente, Huishouden, Woningaanbod
from inputs.duties import duties
from inputs.opgave import Afspraak, Sleutelgewicht
from inputs.parameters import default_parameters
from inputs.rounding import largest_remainder, rounded_each
from inputs.scenario import Scenario
from inputs.sleutel import grondslag
from optimizer.result import Allocation, Certificate, GemeenteUitkomst, Koppeling, Tellingen
from reports.controle.gegevens import lees
from reports.run import write_reports

A, B, C = "GM0344", "GM0363", "GM0599"
NOW = "2026K1"


def town(code, inwoners, achterstand=0, **columns):
    """Give a gemeente; the regio of A and B is R, that of C is S."""
    return replace(Gemeente(code, code, inwoners, "P", "S" if code == C else "R", achterstand, "ja"), **columns)


def case_of(*towns, total, placed=(), own=(), work=(), afspraken=(), **scenario):
    """Give a case that spreads a total; ``placed`` gives the single persons that each gemeente houses."""
    housed = dict(placed)
    names = [(g.gemeentecode, f"H{g.gemeentecode}{n}") for g in towns for n in range(housed.get(g.gemeentecode, 0))]
    return Case(
        naam="proef",
        synthetisch=True,
        marges="aannames",
        gemeenten=towns,
        woningaanbod=tuple(Woningaanbod(f"W{c}", c, "sociale_huur", 1, n, NOW) for c, n in housed.items()),
        huishoudens=tuple(Huishouden(h, 1, 0, 0, 0, date(2025, 10, 1), "Ter Apel", "nee") for _, h in names),
        deelnemers=tuple(Deelnemer(h, "B1", "geen") for _, h in names),
        opvanglocaties=(),
        inburgering=tuple(Cursusplaatsen(g.gemeentecode, "B1", NOW, 50) for g in towns),
        onderwijs=(),
        arbeidsmarkt=tuple(Arbeidsvraag(regio, sector, NOW, n) for regio, sector, n in work),
        bindingen=(),
        scenario=Scenario(NOW, opgave_personen=total, **scenario),
        parameters=default_parameters(),
        sleutelgewichten=tuple(Sleutelgewicht(code, Decimal(weight), "proef") for code, weight in own),
        afspraken=tuple(Afspraak(*row, NOW, "proef") for row in afspraken),
    )


def outcomes(case):
    """Give what the program itself says of each gemeente."""
    owed, total = duties(grondslag(case)), case.scenario.opgave_personen
    people = [g.inwoners for g in case.gemeenten]
    old, each = largest_remainder(people, total), rounded_each(people, total)
    homes = {w.gemeentecode: w.aantal for w in case.woningaanbod}
    for k, g in enumerate(case.gemeenten):
        number, target = homes.get(g.gemeentecode, 0), owed.target[k]
        opened = 0 if case.scenario.achterstand == "kwijtgescholden" else g.achterstand
        yield GemeenteUitkomst(
            g.gemeentecode, g.naam, g.provincie, g.arbeidsmarktregio, g.inwoners, owed.key[k], g.achterstand,
            owed.catch_up[k], owed.agreed[k], target, max(target - 2.0, 0), target + 2.0, number, number, 0,
            {"sociale_huur": number}, 0, number - target, opened + owed.key[k] + owed.agreed[k] - number,
            number, number, "geen", {}, old[k], each[k],
        )  # fmt: skip


def written(place, case, lang="nl", homes=None, towns=None):
    """Write the run folder of a case in which every household has a home; give its path.

    Parameters
    ----------
    homes, towns
        Couplings and outcomes in the place of those of one single person in each home, at its owner.
    """
    where = [(h.huishouden_id, h.huishouden_id[1:7]) for h in case.huishoudens]
    usual = tuple(Koppeling(h, 1, c, c, f"W{c}", "sociale_huur", 1, 0.5, 1.0) for h, c in where)
    proof = {"objective": 250.0, "bound": 249.0, "gap": 0.004, "gap_asked": 0.005, "proven": True, "lp_value": 249.0}
    proof |= {"sol_status": "optimal_within_gap", "rounds": 1, "neighbourhoods": 0, "cut_by_clock": False}
    allocation = Allocation(
        koppelingen=usual if homes is None else homes,
        ongeplaatst=(),
        gemeenten=tuple(outcomes(case)) if towns is None else towns,
        doelen=(),
        tellingen=Tellingen(len(where), len(where), 0, len(where), len(where), 0),
        vergelijkingen=(),
        certificate=Certificate(**proof, columns={}),
        seconds={},
    )
    return write_reports(case, allocation, schematic(), place, {"versions": {}, "seconds": {}}, lang)


def read(place, *towns, lang="nl", **case):
    """Write the run of a case, and read it as a protocol does."""
    return lees(written(place / "run", case_of(*towns, **case), lang), lang)
