"""A run folder of many gemeenten, made without solving: every part of a sheet has something to say."""

from dataclasses import replace
from datetime import date

from geodata.geography import schematic
from inputs.case import Case
from inputs.domain import Gemeente, Huishouden, Woningaanbod
from inputs.facts import gemeenten_2026
from inputs.parameters import default_parameters
from inputs.scenario import Scenario
from optimizer.explained import GemeenteUitleg, Prijs, Tekort, Toelichting
from optimizer.result import Allocation, Certificate, Doelwaarde, GemeenteUitkomst, Koppeling, Tellingen
from reports.run import write_reports

FORMS = ("sociale_huur", "flex", "transformatie", "hospita")
RUNTIME = {"versions": {"python": "3.11"}, "seconds": {}}


def outcome(k, code, naam, provincie, regio, inwoners):
    """Give gemeente number k: 20 + k by key, k mod 5 - 2 caught up, 2 taken over or handed over, 3 above or below."""
    key, catch_up, swap, off = 20 + k, k % 5 - 2, (2, -2)[k % 2], (3, -3)[k % 2]
    target = key + catch_up + swap
    return GemeenteUitkomst(
        code, naam, provincie, regio, inwoners, key, 8 * catch_up, catch_up, swap, target, target - 2.0, target + 2.0,
        target + off, 8, 2, dict.fromkeys(FORMS, 2), k % 3, off, 7 * catch_up - off, 12, 8, "woning",
        {"woning": 6, "cursus": 2}, key, key + 1,
    )  # fmt: skip


def explanation(g):
    """Explain a gemeente: two homes of each size from one to six, of which one of four and all of six are left."""
    sizes = dict.fromkeys(range(1, 7), 2)
    return GemeenteUitleg(
        g.gemeentecode, g.sleutel_personen, g.inhaal_personen, g.afspraken_personen, g.afwijking_personen,
        g.toegewezen_personen, 3, 80, sizes, {3: 1, 4: 1, 6: 2}, "woning", -12.0, 12.0, "1", 6, 79.0,
    )  # fmt: skip


def told(gemeenten):
    """Explain all, with more scarce things than fit on a sheet in every gemeente."""
    codes = [g.gemeentecode for g in gemeenten]
    kinds = [("woning", f"sociale_huur_{n}") for n in range(1, 6)] + [("cursusplaats", "B1"), ("schoolplaats", "po")]
    prices = [Prijs(s, c, c, w, 1, 100.0 - n, 118.0, 2, "geheel") for c in codes for n, (s, w) in enumerate(kinds)]
    short = [Tekort(s, c, w, 2) for c in codes for s, w in kinds]
    return Toelichting(
        prijzen=tuple(prices),
        uitleg=(),
        gemeenten=tuple(map(explanation, gemeenten)),
        tekorten=(*short, Tekort("huishouden", "", "PSEUDONIEM1", 1)),
    )


def offered(code, form):
    """Offer three homes of a form; flex is paid by SFT, and homes of social rent by HAR+."""
    regeling = {"flex": "SFT", "sociale_huur": "HAR+"}.get(form)
    return Woningaanbod(f"{code}-{form}", code, form, 2, 3, "2026K1", regeling=regeling)


def placed(gemeente):
    """Place eight households of about the same size, two in each form."""
    code, total = gemeente.gemeentecode, gemeente.toegewezen_personen
    return [
        Koppeling(f"PSEUDONIEM-{code}-{n}", (total + n) // 8, code, code, f"{code}-{form}", form, 2, 0.5, 12.0)
        for n, form in enumerate(FORMS * 2)
    ]


def made(place, names=(), *, synthetisch=True, lang="nl", first=0, geography=None, **changes):
    """Write the run folder of all gemeenten of 2026, counted from ``first``, some renamed by code; give its path."""
    facts = [(f.gemeentecode, dict(names).get(f.gemeentecode, f.naam), f) for f in gemeenten_2026()]
    gemeenten = tuple(
        outcome(k, code, naam, f.provincie, f.arbeidsmarktregio, f.inwoners)
        for k, (code, naam, f) in enumerate(facts, first)
    )
    couplings = tuple(k for g in gemeenten for k in placed(g))
    proof = {"objective": 250.0, "bound": 249.0, "gap": 0.004, "gap_asked": 0.005, "proven": True, "lp_value": 249.0}
    proof |= {"sol_status": "optimal_within_gap", "rounds": 3, "neighbourhoods": 2, "cut_by_clock": False}
    allocation = Allocation(
        koppelingen=couplings,
        ongeplaatst=(),
        gemeenten=gemeenten,
        doelen=(Doelwaarde("participatie", "gemiste score", 1.4, 6.0),),
        tellingen=Tellingen(4, 10, 4, 3, 6, 2),
        vergelijkingen=(),
        certificate=Certificate(**proof, columns={"naive": 100, "generated": 10}),
        seconds={},
        toelichting=told(gemeenten),
    )
    case = Case(
        naam="proef",
        synthetisch=synthetisch,
        marges="aannames" if synthetisch else "",
        gemeenten=tuple(
            Gemeente(code, naam, f.inwoners, f.provincie, f.arbeidsmarktregio, 0, "ja") for code, naam, f in facts
        ),
        woningaanbod=tuple(offered(code, form) for code, *_ in facts for form in FORMS),
        huishoudens=tuple(
            Huishouden(k.huishouden_id, k.personen, 0, 0, 0, date(2025, 10, 1), "Ter Apel", "nee") for k in couplings
        ),
        deelnemers=(),
        opvanglocaties=(),
        inburgering=(),
        onderwijs=(),
        arbeidsmarkt=(),
        bindingen=(),
        scenario=Scenario("2026K1"),
        parameters=default_parameters(),
    )
    return write_reports(replace(case, **changes), allocation, geography or schematic(), place, RUNTIME, lang)
