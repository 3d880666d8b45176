"""A case of three gemeenten with one of every oddity, small enough to check by hand."""

from dataclasses import replace
from datetime import date

import pytest
import shapely
from browsing import HOSTILE
from figures import figures, waited
from geopandas import GeoDataFrame
from made_run import made

from geodata.geography import Geography
from inputs.case import Bronbestand, Case
from inputs.domain import Gemeente, Huishouden, Opvanglocatie, Woningaanbod
from inputs.parameters import default_parameters
from inputs.scenario import Scenario
from optimizer.explained import GemeenteUitleg, Prijs, Tekort, Toelichting
from optimizer.result import (
    Allocation,
    Certificate,
    Doelwaarde,
    GemeenteUitkomst,
    Koppeling,
    Ongeplaatst,
    Tellingen,
    Vergelijking,
)
from spreiding.report import Wanted, write_again

NAMEN = {"GM0518": "'s-Gravenhage", "GM0505": "Dordrecht", "GM0599": "Rotterdam"}


def build_case(namen=None, *, naam="Proef", synthetisch=True):
    """Four households: two adults; one adult and two children; one adult; four persons that stay."""
    namen = namen or NAMEN
    huishoudens = tuple(
        Huishouden(name, adults, 0, children, 0, date(2025, 10, 1), "Ter Apel", "nee")
        for name, adults, children in (("H1", 2, 0), ("H2", 1, 2), ("H3", 1, 0), ("H4", 2, 2))
    )
    return Case(
        naam=naam,
        synthetisch=synthetisch,
        marges="85 % alleenstaand (NOS, juli 2024)" if synthetisch else "",
        gemeenten=tuple(
            Gemeente(code, name, 100_000, "Zuid-Holland", "Regio A", 8, "ja") for code, name in namen.items()
        ),
        woningaanbod=(
            Woningaanbod("A1", "GM0518", "sociale_huur", 3, 2, "2026K1"),
            Woningaanbod("A2", "GM0505", "flex", 1, 1, "2026K1", gastgemeente="GM0599"),
        ),
        huishoudens=huishoudens,
        deelnemers=(),
        opvanglocaties=(Opvanglocatie("Ter Apel", "GM1950", 7.06, 52.87, 2000),),
        inburgering=(),
        onderwijs=(),
        arbeidsmarkt=(),
        bindingen=(),
        scenario=Scenario("2026K1"),
        parameters=default_parameters(),
        bronnen=(Bronbestand("huishoudens.csv", "ab" * 32, "proefbron", "2026-01-01"),),
    )


def outcome(code, naam, **numbers):
    """Give a gemeente of 100 000 inhabitants; what is not said is 0."""
    zero = dict.fromkeys(
        (
            "sleutel_personen",
            "achterstand",
            "inhaal_personen",
            "afspraken_personen",
            "doel_personen",
            "toegewezen_personen",
            "toegewezen_huishoudens",
            "toegewezen_kinderen",
            "gehuisvest_als_gast_personen",
            "afwijking_personen",
            "achterstand_na_personen",
            "woningen_aangeboden",
            "woningen_gebruikt",
            "taakstelling_grootste_rest",
            "taakstelling_afgerond",
            "band_onder",
            "band_boven",
        ),
        0,
    )
    rest = {"toegewezen_per_woonvorm": {}, "bindende_regel": "geen", "wachtenden_per_reden": {}}
    return GemeenteUitkomst(code, naam, "Zuid-Holland", "Regio A", 100_000, **(zero | rest | numbers))


def build_allocation(namen=None, **certificate):
    """Six of ten persons placed: five in 's-Gravenhage, one of Dordrecht who lives in Rotterdam."""
    namen = namen or NAMEN
    gemeenten = (
        outcome(
            "GM0518",
            namen["GM0518"],
            sleutel_personen=3,
            achterstand=8,
            inhaal_personen=1,
            doel_personen=4,
            band_onder=2,
            band_boven=6,
            toegewezen_personen=5,
            toegewezen_huishoudens=2,
            toegewezen_kinderen=2,
            toegewezen_per_woonvorm={"sociale_huur": 2},
            afwijking_personen=1,
            woningen_aangeboden=2,
            woningen_gebruikt=2,
            bindende_regel="woning",
            wachtenden_per_reden={"woning": 1},
            taakstelling_grootste_rest=4,
            taakstelling_afgerond=3,
        ),
        outcome(
            "GM0505",
            namen["GM0505"],
            sleutel_personen=3,
            doel_personen=3,
            band_onder=2.5,
            band_boven=5,
            toegewezen_personen=1,
            toegewezen_huishoudens=1,
            toegewezen_per_woonvorm={"flex": 1},
            afwijking_personen=-2,
            woningen_aangeboden=1,
            woningen_gebruikt=1,
            taakstelling_grootste_rest=3,
            taakstelling_afgerond=3,
            gehuisvest_elders_personen=1,
        ),
        outcome(
            "GM0599",
            namen["GM0599"],
            sleutel_personen=3,
            doel_personen=3,
            band_onder=1,
            band_boven=5,
            gehuisvest_als_gast_personen=1,
            afwijking_personen=-3,
            taakstelling_grootste_rest=3,
            taakstelling_afgerond=3,
        ),
    )
    counts = Tellingen(4, 10, 4, 3, 6, 2)
    # 4 placed adults with a total score of 2,6 miss 1,4; the baseline places 4 adults who miss 2,0: a mean of 0,50.
    goals = (Doelwaarde("uitstroom", "personen", 4.0, 60.0, 3.5), Doelwaarde("participatie", "gemiste score", 1.4, 6.0))
    greedy = (Doelwaarde("uitstroom", "personen", 4.0, 60.0), Doelwaarde("participatie", "gemiste score", 2.0, 6.0))
    proof = {"objective": 250.0, "bound": 249.0, "gap": 0.004, "gap_asked": 0.005, "proven": True, "lp_value": 249.0}
    proof |= {"sol_status": "optimal_within_gap", "rounds": 3, "neighbourhoods": 2, "cut_by_clock": False}
    proof |= {"columns": {"naive": 100, "generated": 10}} | certificate
    return Allocation(
        koppelingen=(
            Koppeling("H2", 3, "GM0518", "GM0518", "A1", "sociale_huur", 3, 0.5, 200.0),
            Koppeling("H1", 2, "GM0518", "GM0518", "A1", "sociale_huur", 3, 1.3, 200.0),
            Koppeling("H3", 1, "GM0505", "GM0599", "A2", "flex", 1, 0.8, 140.0),
        ),
        ongeplaatst=(Ongeplaatst("H4", 4, 12.0, "woning", {"woning": 2, "cursus": 1}),),
        gemeenten=gemeenten,
        doelen=goals,
        tellingen=counts,
        vergelijkingen=(
            Vergelijking("volgorde", counts, greedy, haalbaar=True, gemiddelde_score=0.4, gemiddelde_afstand_km=31.0),
        ),
        certificate=Certificate(**proof),
        seconds={"lp": 0.1},
    )


def build_geography(namen=None, *, schematisch=True):
    """Give three squares of 20 km side by side, in EPSG:28992."""
    namen = namen or NAMEN
    squares = [shapely.box(80_000 + 20_000 * k, 430_000, 100_000 + 20_000 * k, 450_000) for k in range(len(namen))]
    frame = GeoDataFrame({"naam": list(namen.values()), "gemeentecode": list(namen)}, geometry=squares, crs=28992)
    return Geography(
        frame.set_index("gemeentecode"), schematisch, "Proefgrenzen, eigen werk", "proef.geojson", "0" * 64
    )


def build_explained(allocation):
    """Add an explanation: a price, a shortage, two gemeenten, and the figures of the plan and of the other rule.

    By the plan four persons stay, who have waited 30 weeks at most; the other rule leaves seven.
    """
    ours, theirs = (figures(stays=waited(1, n, 2), housed=waited(3, 6, 2), families=waited(1, n, 2)) for n in (4, 7))
    others = tuple(replace(v, kengetallen=theirs) for v in allocation.vergelijkingen)
    told = Toelichting(
        prijzen=(Prijs("woning", "GM0518", "GM0518", "flex_2", 3, 71.239, 80.231, 2, "geheel"),),
        gemeenten=tuple(
            GemeenteUitleg(
                g.gemeentecode,
                g.sleutel_personen,
                g.inhaal_personen,
                g.afspraken_personen,
                g.afwijking_personen,
                g.toegewezen_personen,
                None,
                40,
                {1: 2, 4: 1},
                {4: 1},
                g.bindende_regel,
                -4.0,
                0.0,
                "4",
                1,
                None,
            )
            for g in allocation.gemeenten
        ),
        tekorten=(Tekort("woning", "GM0505", "sociale_huur_4", 1),),
    )
    return replace(allocation, vergelijkingen=others, kengetallen=ours, toelichting=told)


@pytest.fixture
def case():
    return build_case()


@pytest.fixture
def explained(allocation):
    return build_explained(allocation)


@pytest.fixture
def allocation():
    return build_allocation()


@pytest.fixture
def geography():
    return build_geography()


@pytest.fixture
def make():
    """Give the builders, for a test that needs another case."""
    return build_case, build_allocation, build_geography


@pytest.fixture(name="outcome")
def outcome_builder():
    """Give the builder of a gemeente."""
    return outcome


@pytest.fixture
def open_map(open_file, tmp_path):
    """Open the HTML of a map."""

    def opened(html, width=1200, height=900):
        (tmp_path / "kaart.html").write_text(html, "utf-8")
        page = open_file(tmp_path / "kaart.html", (width, height))
        page.wait_for_selector("#legenda li")
        return page

    return opened


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """Give the site of a run of all gemeenten, some with hostile names; its run is the folder that it is in."""
    folder = made(tmp_path_factory.mktemp("run") / "uit", HOSTILE)
    return write_again(Wanted(folder, True, True, None, False, 2), "nl", lambda _: None).site
