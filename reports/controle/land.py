"""Checks on the whole country that anybody can do, and every number of every gemeente worked out again."""

from collections.abc import Mapping
from fractions import Fraction

from reports.controle.gegevens import KOPPELINGEN, ONGEPLAATST, Gegevens
from reports.controle.loting import Trekking
from reports.controle.vorm import Stap, Uitkomst, getal, onbekend, vergeleken
from reports.controle.woorden import Zegt
from reports.manifest import digest
from reports.stored_run import GEMEENTEN

SAME = Fraction(1, 10**9)
"""How far a float of run.json may be from the exact quotient [1]."""
POINTS = 4
"""Decimals of value and bound in the protocol [digits]."""
NAMED = 5
"""Gemeenten that are named where numbers differ [gemeenten]."""


def loten(g: Gegevens, draws: list[Trekking]) -> Stap:
    """Tell how the gemeenten were drawn."""
    zegt, n = Zegt(g), len(g.codes)
    lines = [
        zegt(
            "som_lot_op" if not d.tekens else "som_lot_al" if d.al else "som_lot",
            tekens=d.tekens, getal=d.getal, n=n, nummer=d.nummer, wie=zegt.wie(d.code),
        )
        for d in draws
    ]  # fmt: skip
    return Stap(zegt("stap_lot"), zegt("regel_lot"), zegt("waar_lot", n=n), lines, (), [zegt("lot_eerlijk")])


def bestand(g: Gegevens) -> Stap:
    """Check 1: the file is the one that the run wrote."""
    zegt, stated = Zegt(g), g.run.manifest["outputs"][GEMEENTEN]
    found = digest(g.run.files[GEMEENTEN])
    outcome = Uitkomst("sha256", found, stated, "klopt" if found == stated else "wijkt_af")
    return Stap(zegt("stap_hash"), zegt("regel_hash"), zegt("waar_hash"), zegt("som_hash").split("|"), [outcome])


def personen(g: Gegevens) -> Stap:
    """Check 2: the numbers of the gemeenten are the persons with a home."""
    zegt, count = Zegt(g), g.run.manifest["counts"]
    total = sum(g.kolom("toegewezen_personen").values())
    found = vergeleken("geplaatste_personen", total, count["geplaatste_personen"])
    return Stap(
        zegt("stap_personen"), zegt("regel_personen"), zegt("waar_personen"), [zegt.som("toegewezen_personen")], [found]
    )


def huishoudens(g: Gegevens) -> Stap:
    """Check 3: every household stands in one table, once."""
    zegt, count = Zegt(g), g.run.manifest["counts"]
    head = zegt("stap_huishoudens"), zegt("regel_huishoudens"), zegt("waar_huishoudens")
    if g.koppelingen is None or g.ongeplaatst is None:
        wat = zegt("wat_huishoudens")
        return Stap(*head, (), [onbekend(wat, count["huishoudens"], zegt("niet"))], [zegt("koppelingen_weg")])
    placed, left = ([row["huishouden_id"] for row in rows] for rows in (g.koppelingen, g.ongeplaatst))
    people = [g.uit(KOPPELINGEN, row, "personen") for row in g.koppelingen]
    people += [g.uit(ONGEPLAATST, row, "personen") for row in g.ongeplaatst]
    lines = zegt("som_huishoudens", n=len(placed) + 1, m=len(left) + 1).split("|")
    found = [
        vergeleken(zegt("wat_geplaatst"), len(placed), count["geplaatste_huishoudens"]),
        vergeleken(zegt("wat_huishoudens"), len(placed) + len(left), count["huishoudens"]),
        vergeleken(zegt("wat_dubbel"), len(placed) + len(left) - len({*placed, *left}), 0),
        vergeleken(zegt("wat_wachtenden"), sum(people), count["personen"]),
    ]
    return Stap(*head, lines, found)


def bewijs(g: Gegevens) -> Stap:
    """Check 4: the proved gap is what value and bound give."""
    zegt, proof, lang = Zegt(g), g.run.manifest["certificate"], g.lang
    value, bound = (max(Fraction(str(proof[name])), Fraction(0)) for name in ("objective", "bound"))
    stated = Fraction(str(proof["proven_gap"]))
    left = max(value - bound, Fraction(0))
    own = left / value if value else Fraction(0)
    agree = abs(own - stated) <= SAME
    texts = {"waarde": getal(value, lang, POINTS), "grens": getal(bound, lang, POINTS)}
    lines = [zegt("som_gap", verschil=getal(left, lang, POINTS), gap=getal(own, lang), **texts)]
    found = Uitkomst("proven_gap", getal(own, lang), getal(stated, lang), "klopt" if agree else "wijkt_af")
    return Stap(zegt("stap_gap"), zegt("regel_gap"), zegt("waar_gap"), lines, [found], [zegt("gap_waarvoor")])


def alle(g: Gegevens) -> Stap:
    """Work the columns of all gemeenten out again and name who differs."""
    zegt, rekening = Zegt(g), g.rekening
    given, opened = g.kolom("toegewezen_personen"), g.kolom("achterstand")
    moved, off = g.kolom("afspraken_personen"), g.keuzes.achterstand == "kwijtgescholden"
    after = {c: (0 if off else opened[c]) + g.sleutels[c] + moved[c] - given[c] for c in g.codes}
    columns: dict[str, Mapping[str, int] | None] = {
        "inhaal_personen": rekening.inhaal,
        "sleutel_personen": rekening.sleutel,
        "doel_personen": g.doelen,
        "toegewezen_personen": _geteld(g),
        "afwijking_personen": {c: given[c] - g.doelen[c] for c in g.codes},
        "achterstand_na_personen": after,
        **{name: deling.deel for name, deling in g.oud.items()},
    }
    found = [_kolom(g, zegt, name, own) for name, own in columns.items()]
    return Stap(zegt("stap_alle"), zegt("regel_alle", n=len(g.codes)), zegt("waar_alle"), (), found)


def _geteld(g: Gegevens) -> Mapping[str, int] | None:
    """Count the persons of every gemeente in koppelingen.csv, where it is still there."""
    if g.koppelingen is None:
        return None
    count = dict.fromkeys(g.codes, 0)
    for row in g.koppelingen:
        count[row["gemeentecode"]] = count.get(row["gemeentecode"], 0) + g.uit(KOPPELINGEN, row, "personen")
    return count


def _kolom(g: Gegevens, zegt: Zegt, name: str, own: Mapping[str, int] | None) -> Uitkomst:
    """Compare a whole column, and name the first gemeenten that differ."""
    if own is None:
        return onbekend(name, None, zegt("niet"))
    stated = g.kolom(name)
    wrong = [code for code in g.codes if own.get(code) != stated[code]]
    some = ", ".join(f"{code} ({own.get(code)} / {stated[code]})" for code in wrong[:NAMED])
    right = zegt("kolom_gelijk", n=len(g.codes) - len(wrong), van=len(g.codes))
    return Uitkomst(name, right, some if wrong else zegt("kolom_allemaal"), "wijkt_af" if wrong else "klopt")
