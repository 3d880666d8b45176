"""Steps 5, 6 and 8: target, band and price of the deviation, the old rule beside it, and the balance that is left."""

from fractions import Fraction

from reports.controle.gegevens import Gegevens
from reports.controle.rekenen import Band
from reports.controle.vorm import Oordeel, Stap, Uitkomst, getal, minder, onbekend, som, vergeleken
from reports.controle.woorden import Zegt

RATES = "wisselkoersen"
"""Way of weighing in which a goal has a rate in points."""
PLACES = 4
"""Decimals of points in uitleg_gemeenten.csv [digits]."""


def afwijking(g: Gegevens, code: str) -> Stap:
    """Step 5: target, band, number, deviation and what that costs in points."""
    zegt, lang, band = Zegt(g), g.lang, g.band(code)
    parts = [g.sleutels[code], g.rekening.inhaal[code], g.getal(code, "afspraken_personen")]
    number, target = g.getal(code, "toegewezen_personen"), g.doelen[code]
    wide = {"deel": getal(g.keuzes.band * 100, lang), "doel": target, "minst": g.keuzes.band_personen}
    least, most = (g.grens(code, f"{name}_personen") for name in ("min", "max"))
    sommen = [
        zegt("som_doel", som=som(parts), doel=target),
        zegt("som_band", uit=getal(g.keuzes.band * target, lang), half=-(-band.half // 1), **wide),
        *([zegt("som_grenzen", minst=_of(least), meest=_of(most))] if (least, most) != (None, None) else []),
        zegt("som_randen", onder=band.onder, boven=band.boven),
        zegt("som_afwijking", som=minder(number, target), uit=number - target),
        *_prijs(g, zegt, band, number),
    ]
    found = [
        vergeleken("doel_personen", target, g.getal(code, "doel_personen")),
        vergeleken("afwijking_personen", number - target, g.getal(code, "afwijking_personen")),
        *_randen(g, zegt, code, band),
        _meer(g, zegt, code, band, number),
    ]
    meer = [] if g.uitleg(code) else [zegt("grenzen_weg")]
    return Stap(zegt("stap_5"), zegt("regel_5"), zegt("waar_5"), sommen, found, meer)


def _of(edge: int | None) -> str:
    """Write an edge, or a dash where there is none."""
    return "-" if edge is None else str(edge)


def _prijs(g: Gegevens, zegt: Zegt, band: Band, number: int) -> list[str]:
    """Write out what the persons outside the band cost."""
    near, far = band.buiten(number)
    if not near:
        return [zegt("som_binnen")]
    factor, rate, lang = g.parameter("spreiding.ver_factor"), g.parameter("spreiding.per_persoon"), g.lang
    weight = near + factor * far
    values = {"dichtbij": near, "ver": far, "factor": getal(factor, lang), "gewogen": getal(weight, lang)}
    part = getal(g.parameter("spreiding.ver_vanaf") * 100, lang)
    edge = minder(band.onder, number) if number < band.onder else minder(number, band.boven)
    out = [
        zegt("som_buiten", som=edge, uit=near + far, deel=part, doel=band.doel, eerste=band.dichtbij),
        zegt("som_gewogen", **values),
    ]
    if g.run.manifest["scenario"]["doelen"] != RATES:
        return [*out, zegt("som_geen_punten")]
    points = getal(weight * rate, lang)
    return [*out, zegt("som_punten", gewogen=getal(weight, lang), tarief=getal(rate, lang), punten=points)]


def _randen(g: Gegevens, zegt: Zegt, code: str, band: Band) -> list[Uitkomst]:
    """Compare the edges of the band with the map of the run, where it has one."""
    town = g.run.kaart.get(code)
    if town is None or "band_onder" not in town:
        return []
    edges = {"band_onder": band.onder, "band_boven": band.boven}
    wat = {name: zegt(f"wat_{name}") for name in edges}
    if g.uitleg(code) is None:
        return [onbekend(wat[name], int(town[name]), zegt("niet")) for name in edges]
    return [
        Uitkomst(wat[name], str(edge), getal(Fraction(str(town[name])), g.lang), _oordeel(town[name] == edge))
        for name, edge in edges.items()
    ]


def _meer(g: Gegevens, zegt: Zegt, code: str, band: Band, number: int) -> Uitkomst:
    """Compare what one person more would change by the band alone."""
    row, factor, rate = g.uitleg(code), g.parameter("spreiding.ver_factor"), g.parameter("spreiding.per_persoon")
    if row is None or g.run.manifest["scenario"]["doelen"] != RATES:
        return onbekend(zegt("wat_meer"), None, zegt("niet"))
    now, then = (near + factor * far for near, far in (band.buiten(number), band.buiten(number + 1)))
    own, stated = rate * (then - now), Fraction(row["meer_punten"].replace(",", "."))
    return Uitkomst(zegt("wat_meer"), getal(own, g.lang), getal(stated, g.lang), _oordeel(round(own, PLACES) == stated))


def _oordeel(same: bool) -> Oordeel:  # noqa: FBT001  a verdict on one comparison
    """Say whether two numbers agree."""
    return "klopt" if same else "wijkt_af"


def oude_regel(g: Gegevens, code: str) -> Stap:
    """Step 6: the old rule by inhabitants alone, in both roundings."""
    zegt, lang = Zegt(g), g.lang
    repaired, each = g.oud["taakstelling_grootste_rest"], g.oud["taakstelling_afgerond"]
    people, exact, total = g.getal(code, "inwoners"), repaired.exact[code], int(repaired.som)
    values = {"opgave": g.keuzes.opgave, "inwoners": people, "som": total, "exact": getal(exact, lang)}
    over, last, after = len(repaired.omhoog), repaired.omhoog[-1:], (repaired.daarna,) if repaired.daarna else ()
    line = {"over": over, "heel": repaired.totaal - over, "opgave": repaired.totaal}
    sommen = [
        zegt("som_inwoners", formule=zegt.som("inwoners"), som=total),
        zegt("som_oud", **values),
        zegt("som_half", exact=getal(exact, lang), deel=each.deel[code]),
        zegt("som_breuk", totaal=repaired.totaal, gewicht=people, som=total, **_edge(g, code)),
        zegt("som_oud_over", **line),
        *(zegt("som_laatste", laatste=zegt.wie(c), **_edge(g, c)) for c in last),
        *(zegt("som_daarna", daarna=zegt.wie(c), **_edge(g, c)) for c in after),
        zegt(
            "som_omhoog" if code in repaired.omhoog else "som_omlaag",
            rang=1 + sum(repaired.breuk(other) > repaired.breuk(code) for other in repaired.exact),
            van=len(repaired.exact),
            heel=repaired.heel(code),
            deel=repaired.deel[code],
        ),
        *([zegt("som_gelijk", wie=zegt.allen(repaired.gelijk))] if repaired.gelijk else []),
    ]
    found = [vergeleken(name, deling.deel[code], g.getal(code, name)) for name, deling in g.oud.items()]
    return Stap(zegt("stap_6"), zegt("regel_6"), zegt("waar_6"), sommen, found, [zegt("oud_waarvoor")])


def _edge(g: Gegevens, code: str) -> dict[str, str]:
    """Give the whole part, the fraction and the remainder of a gemeente by the old rule."""
    deling = g.oud["taakstelling_grootste_rest"]
    parts = {"heel": Fraction(deling.heel(code)), "breuk": deling.breuk(code), "rest": deling.rest(code)}
    return {name: getal(part, g.lang) for name, part in parts.items()}


def stand_na(g: Gegevens, code: str) -> Stap:
    """Step 8: the balance that the next kwartaal opens with."""
    zegt, stand = Zegt(g), g.getal(code, "achterstand")
    off = stand if g.keuzes.achterstand == "kwijtgescholden" else 0
    moved, number = g.getal(code, "afspraken_personen"), g.getal(code, "toegewezen_personen")
    parts = [stand, *([-off] if off else []), g.sleutels[code], moved, -number]
    found = vergeleken("achterstand_na_personen", sum(parts), g.getal(code, "achterstand_na_personen"))
    sommen = [zegt("som_na", som=som(parts), uit=sum(parts))]
    meer = [zegt("na_kwijt")] if off else []
    return Stap(zegt("stap_8"), zegt("regel_8"), zegt("waar_8"), sommen, [found], [*meer, zegt("na_waarvoor")])
