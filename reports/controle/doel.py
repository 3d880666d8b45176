"""Steps 1 to 4: what is to be spread, what is caught up, the key part with its rounding, and what is corrected."""

from fractions import Fraction

from reports.controle.gegevens import Gegevens
from reports.controle.rekenen import Deling
from reports.controle.vorm import Stap, Uitkomst, getal, gewogen, heel, onbekend, som, vergeleken
from reports.controle.woorden import Zegt
from reports.stored_run import GEMEENTEN


def verdelen(g: Gegevens) -> Stap:
    """Step 1: the number to spread less what is caught up is what the key spreads."""
    zegt, rekening = Zegt(g), g.rekening
    ingehaald, opgetild = sum(rekening.inhaal.values()), rekening.opgetild
    tilt = sum(-rekening.inhaal[code] for code in opgetild)
    own = g.run.manifest["scenario"].get("opgave_personen") is not None
    plus = sum(part for part in rekening.deel.values() if part > 0)
    sommen = [
        zegt("som_opgave" if own else "som_opgave_allen", opgave=heel(g.keuzes.opgave)),
        zegt("som_inhaal", formule=zegt.som("inhaal_personen"), som=heel(ingehaald)),
        *([zegt("som_opgetild", som=heel(tilt))] if opgetild else []),
        zegt("som_rest", som=som([g.keuzes.opgave, -ingehaald, *([-tilt] if opgetild else [])]), rest=rekening.rest),
    ]
    meer = [zegt("meer_dan_opgave", plus=plus, opgave=g.keuzes.opgave)] if rekening.gedeeld else []
    meer += [zegt("opgetild_zijn", wie=zegt.allen(opgetild))] if opgetild else []
    meer += [zegt("rest_niets")] if rekening.rest <= 0 else []
    meer += [zegt("waarom_som")] if g.keuzes.afronding == "grootste_resten" else [zegt("waarom_geen_som")]
    return Stap(zegt("stap_1"), zegt("regel_1"), zegt("waar_1"), sommen, _totalen(g, zegt), meer)


def _totalen(g: Gegevens, zegt: Zegt) -> list[Uitkomst]:
    """Compare the sums of the columns with the sums worked out."""
    found = {"inhaal_personen": g.rekening.inhaal, "doel_personen": g.doelen}
    out = [vergeleken(zegt("wat_som", kolom=k), sum(v.values()), sum(g.kolom(k).values())) for k, v in found.items()]
    wat, stated = zegt("wat_som", kolom="sleutel_personen"), sum(g.kolom("sleutel_personen").values())
    known = g.rekening.sleutel
    key = onbekend(wat, stated, zegt("niet")) if known is None else vergeleken(wat, sum(known.values()), stated)
    return [out[0], key, out[1]]


def inhaal(g: Gegevens, code: str) -> Stap:
    """Step 2: the part of the opening balance that counts this kwartaal."""
    zegt, wijze, stand = Zegt(g), g.keuzes.achterstand, g.getal(code, "achterstand")
    deel, gedeeld, sommen = g.rekening.deel[code], g.rekening.gedeeld, []
    if wijze == "gespreid":
        values = {"stand": abs(stand), "kwartalen": g.keuzes.kwartalen, "afgerond": abs(deel), "deel": deel}
        sommen.append(zegt("som_deel", exact=getal(Fraction(abs(stand), g.keuzes.kwartalen), g.lang), **values))
    else:
        sommen.append(zegt(f"som_{wijze}", stand=stand, deel=deel))
    if gedeeld is not None and stand > 0:
        sommen += _gedeeld(g, zegt, gedeeld, code)
    found = vergeleken("inhaal_personen", g.rekening.inhaal[code], g.getal(code, "inhaal_personen"))
    letters = {"k": g.letter(GEMEENTEN, "achterstand"), "m": g.letter(GEMEENTEN, "inhaal_personen")}
    return Stap(zegt("stap_2"), zegt(f"regel_2_{wijze}"), zegt("waar_2", **letters), sommen, [found])


def sleutel(g: Gegevens, code: str) -> Stap:
    """Step 3: the key part before and after rounding, and on which side of the line this gemeente falls."""
    zegt, rekening = Zegt(g), g.rekening
    stated = g.getal(code, "sleutel_personen")
    head = zegt("stap_3"), zegt(f"regel_3_{g.keuzes.afronding}", naar=zegt.told(f"sleutel.{g.sleutel}"))
    waar = zegt("waar_3" if g.sleutel == "inwoners" else "waar_3_gewicht", k=g.letter(GEMEENTEN, "inwoners"))
    uitleg = [] if g.sleutel == "inwoners" else [zegt(f"gewicht_{g.sleutel}")]
    if rekening.deling is None or rekening.sleutel is None:
        found = onbekend("sleutel_personen", stated, zegt("niet"))
        return Stap(*head, waar, (), [found], [zegt("gewichten_weg"), *uitleg])
    if code in rekening.opgetild:
        return Stap(*head, waar, [zegt("som_zie_4")], (), uitleg)
    sommen = [*_inwoners(g, zegt), *_gedeeld(g, zegt, rekening.deling, code)]
    if g.sleutel == "inwoners" and g.keuzes.afronding == "grootste_resten":
        uitleg.append(_excel(g, zegt, rekening.deling))
    return Stap(*head, waar, sommen, [vergeleken("sleutel_personen", rekening.sleutel[code], stated)], uitleg)


def _inwoners(g: Gegevens, zegt: Zegt) -> list[str]:
    """Say how a spreadsheet gives the sum of the weights, where they are inhabitants."""
    if g.sleutel != "inwoners":
        return []
    people, lifted = g.kolom("inwoners"), g.rekening.opgetild
    out = [zegt("som_inwoners", formule=zegt.som("inwoners"), som=sum(people.values()))]
    return [*out, zegt("som_inwoners_min", som=sum(people[code] for code in lifted))] if lifted else out


def _gedeeld(g: Gegevens, zegt: Zegt, deling: Deling, code: str) -> list[str]:
    """Write a division of a total by weight out, with its rounding."""
    lang = g.lang
    gewicht = deling.exact[code] * deling.som / deling.totaal if deling.totaal else None
    if gewicht is None:
        return [zegt("som_niets")]
    values = {"totaal": deling.totaal, "gewicht": gewogen(gewicht, lang), "som": gewogen(deling.som, lang)}
    exact, whole = deling.exact[code], deling.heel(code)
    out = [
        zegt("som_gewicht", **values),
        zegt("som_aandeel", exact=getal(exact, lang), **values),
    ]
    if g.keuzes.afronding == "per_gemeente":
        return [*out, zegt("som_half", exact=getal(exact, lang), deel=deling.deel[code])]
    rest = gewogen(deling.rest(code), lang)
    out.append(zegt("som_breuk", heel=whole, breuk=getal(deling.breuk(code), lang), rest=rest, **values))
    return [*out, *_grens(g, zegt, deling, code)]


def _grens(g: Gegevens, zegt: Zegt, deling: Deling, code: str) -> list[str]:
    """Say where the line of the largest remainder falls, and on which side this gemeente is."""
    lang, whole = g.lang, sum(deling.heel(other) for other in deling.exact)
    over = len(deling.omhoog)
    out = [zegt("som_over", totaal=deling.totaal, heel=whole, over=over)]
    if over:
        last = deling.omhoog[-1]
        names = {"laatste": zegt.wie(last), "breuk": getal(deling.breuk(last), lang)}
        out.append(zegt("som_laatste", rest=gewogen(deling.rest(last), lang), **names))
    if over and deling.daarna:
        after = {"daarna": zegt.wie(deling.daarna), "breuk": getal(deling.breuk(deling.daarna), lang)}
        out.append(zegt("som_daarna", rest=gewogen(deling.rest(deling.daarna), lang), **after))
    up = code in deling.omhoog
    rank = 1 + sum(deling.breuk(other) > deling.breuk(code) for other in deling.exact)
    side = "som_omhoog" if up else "som_omlaag"
    out.append(zegt(side, rang=rank, van=len(deling.exact), heel=deling.heel(code), deel=deling.deel[code]))
    if deling.gelijk:
        out.append(zegt("som_gelijk", wie=zegt.allen(deling.gelijk)))
    return out


def _excel(g: Gegevens, zegt: Zegt, deling: Deling) -> str:
    """Say how a spreadsheet gives every remainder and its rank."""
    n, less = len(g.codes) + 1, g.rekening.opgetild
    key = "excel_rest_zonder" if less else "excel_rest"
    values = {"totaal": deling.totaal, "k": g.letter(GEMEENTEN, "inwoners"), "n": n, "som": heel(int(deling.som))}
    return zegt(key, wie=zegt.allen(less), over=len(deling.omhoog), **values)


def correcties(g: Gegevens, code: str) -> Stap:
    """Step 4: who is lifted to 0, and what agreements move."""
    zegt, rekening = Zegt(g), g.rekening
    part, moved = rekening.inhaal[code], g.getal(code, "afspraken_personen")
    sommen, found = list[str](), list[Uitkomst]()
    for number, ronde in enumerate(rekening.nul, start=1):
        if code in ronde.onder:
            sommen += _gedeeld(g, zegt, ronde.deling, code)
            voor = ronde.deling.deel[code]
            sommen.append(zegt("som_tilt", ronde=number, som=som([voor, part]), uit=voor + part, sleutel=-part))
            found.append(vergeleken("sleutel_personen", -part, g.getal(code, "sleutel_personen")))
    if not sommen:
        key = g.sleutels[code]
        sommen.append(zegt("som_niet_onder_0", som=som([key, part]), uit=key + part))
    sommen.append(zegt("som_afspraken", moved=moved))
    sommen.append(zegt("som_afspraken_allen", formule=zegt.som("afspraken_personen")))
    total = sum(g.kolom("afspraken_personen").values())
    found.append(vergeleken(zegt("wat_som", kolom="afspraken_personen"), 0, total))
    return Stap(zegt("stap_4"), zegt("regel_4"), zegt("waar_4"), sommen, found)
