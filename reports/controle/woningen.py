"""Step 7: homes, course seats and school places on offer, in use and left, and the persons counted one by one."""

from collections import Counter

from reports.blad_delen import homes_by_size, what
from reports.controle.gegevens import KOPPELINGEN, Gegevens, Rows
from reports.controle.vorm import Stap, Uitkomst, minder, onbekend, vergeleken
from reports.controle.woorden import Zegt
from reports.numbers import counted
from reports.stored_run import PLAATSEN

SHARED = "woningdelen"
"""Woonvorm of which a row of koppelingen.csv takes a room, not a home."""


def woningen(g: Gegevens, code: str) -> Stap:
    """Step 7: homes by size and form, seats and places, and persons."""
    zegt, own = Zegt(g), g.eigen(code)
    parts = [
        _maten(g, zegt, code, own),
        _vormen(g, zegt, code, own),
        _personen(g, zegt, code, own),
        _plaatsen(g, zegt, code),
    ]
    sommen = [line for lines, _ in parts for line in lines]
    found = [outcome for _, outcomes in parts for outcome in outcomes]
    meer = [zegt("koppelingen_weg")] if own is None else [zegt("woningdelen")] if _shares(own) else []
    return Stap(zegt("stap_7"), zegt("regel_7"), zegt("waar_7"), sommen, found, meer)


Lines = tuple[list[str], list[Uitkomst]]


def _geteld(wat: str, own: Rows | None, count: int, stated: int, zegt: Zegt) -> Uitkomst:
    """Compare a count of couplings, where they are still there."""
    return onbekend(wat, stated, zegt("niet")) if own is None else vergeleken(wat, count, stated)


def _maten(g: Gegevens, zegt: Zegt, code: str, own: Rows | None) -> Lines:
    """Count homes by the persons that they sleep: offered - left = used, and so many couplings."""
    row = g.uitleg(code)
    if row is None:
        return [zegt("maten_weg")], []
    offered, left = homes_by_size(row["aanbod_per_grootte"]), homes_by_size(row["vrij_per_grootte"])
    used = Counter(g.uit(KOPPELINGEN, k, "slaapt") for k in own or ())
    sommen, found = list[str](), list[Uitkomst]()
    for size in sorted(offered.keys() | used.keys()):
        here, empty, maat = offered.get(size, 0), left.get(size, 0), counted("persoon", size, g.lang)
        sommen.append(zegt("som_maat", maat=maat, som=minder(here, empty), uit=here - empty))
        found.append(_geteld(zegt("wat_maat", maat=maat), own, used[size], here - empty, zegt))
    if offered:
        sommen.append(zegt("formule_maat", **_letters(g, "slaapt"), code=code, voor=min(offered)))
    return sommen, found


def _vormen(g: Gegevens, zegt: Zegt, code: str, own: Rows | None) -> Lines:
    """Count whole homes by form, and in all."""
    offered, used = (g.getal(code, f"woningen_{name}") for name in ("aangeboden", "gebruikt"))
    counts = _homes(g, own or ())
    known = {form: (there, in_use) for form, there, in_use in g.run.kaart.get(code, {}).get("woningen", ())}
    sommen = [
        zegt("som_vorm", vorm=zegt.told.name("woonvorm", form), som=minder(there, in_use), uit=there - in_use)
        for form, (there, in_use) in known.items()
    ]
    sommen.append(zegt("som_woningen", som=minder(offered, used), uit=offered - used))
    found = [
        _geteld(zegt("wat_vorm", vorm=zegt.told.name("woonvorm", form)), own, counts[form], in_use, zegt)
        for form, (_, in_use) in known.items()
    ]
    found.append(_geteld("woningen_gebruikt", own, sum(counts.values()), used, zegt))
    if known:
        total = sum(there for there, _ in known.values())
        found.append(vergeleken(zegt("wat_aangeboden"), total, offered))
    return sommen, found


def _homes(g: Gegevens, own: Rows) -> Counter[str]:
    """Count whole homes in use by form; rooms of one offer fill home after home [homes]."""
    records = Counter((k["woonvorm"], k["aanbod_id"], g.uit(KOPPELINGEN, k, "slaapt")) for k in own)
    out: Counter[str] = Counter()
    for (form, _, rooms), count in records.items():
        out[form] += -(-count // rooms) if form == SHARED else count
    return out


def _shares(own: Rows) -> bool:
    """Tell whether anybody shares a home here."""
    return any(k["woonvorm"] == SHARED for k in own)


def _personen(g: Gegevens, zegt: Zegt, code: str, own: Rows | None) -> Lines:
    """Add the persons of the couplings up, by size of household; owner and host apart."""
    sizes = Counter(g.uit(KOPPELINGEN, k, "personen") for k in own or ())
    parts = [f"{count} × {size}" for size, count in sorted(sizes.items())]
    total = sum(size * count for size, count in sizes.items())
    stated = {name: g.getal(code, name) for name in ("toegewezen_huishoudens", "toegewezen_personen")}
    guests = [k for k in g.eigen(code, "gastgemeente") or () if k["gemeentecode"] != code]
    visiting = sum(g.uit(KOPPELINGEN, k, "personen") for k in guests)
    found = [
        _geteld("toegewezen_huishoudens", own, sum(sizes.values()), stated["toegewezen_huishoudens"], zegt),
        _geteld("toegewezen_personen", own, total, stated["toegewezen_personen"], zegt),
        _geteld("gehuisvest_als_gast_personen", own, visiting, g.getal(code, "gehuisvest_als_gast_personen"), zegt),
    ]
    sommen = [zegt("som_personen", som=" + ".join(parts) or "0", uit=total)] if own is not None else []
    return [*sommen, zegt("formule_personen", **_letters(g, "personen"), code=code)], found


def _letters(g: Gegevens, kolom: str) -> dict[str, object]:
    """Give the letters of two columns of koppelingen.csv and its last row."""
    if g.koppelingen is None:
        return {"k": "?", "m": "?", "n": "?"}
    letters = {name: g.letter(KOPPELINGEN, of) for name, of in (("k", "gemeentecode"), ("m", kolom))}
    return {**letters, "n": len(g.koppelingen) + 1}


def _plaatsen(g: Gegevens, zegt: Zegt, code: str) -> Lines:
    """Take the places in use from those on offer; adults who live here each have one course seat."""
    rows = g.run.rows(PLAATSEN, code)
    if not rows:
        return [zegt("plaatsen_weg")], []
    counts = [(row, g.uit(PLAATSEN, row, "aangeboden"), g.uit(PLAATSEN, row, "gebruikt")) for row in rows]
    sommen = [
        zegt("som_plaats", wat=what(row, g.lang), som=minder(there, used), uit=there - used)
        for row, there, used in counts
    ]
    seats = sum(used for row, _, used in counts if row["soort"] == "cursusplaats")
    if g.rijen[code].get("gehuisvest_elders_personen") != "0" or g.getal(code, "gehuisvest_als_gast_personen"):
        return [*sommen, zegt("plaatsen_gast")], []
    persons, children = g.getal(code, "toegewezen_personen"), g.getal(code, "toegewezen_kinderen")
    sommen.append(zegt("som_volwassenen", som=minder(persons, children), uit=persons - children))
    return sommen, [vergeleken(zegt("wat_cursus"), persons - children, seats)]
