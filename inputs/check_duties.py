"""The key weighs every gemeente, and agreements hand over no more than there is."""

from collections import defaultdict
from collections.abc import Iterator

from inputs.codes import Code
from inputs.duties import duties
from inputs.facts import by_code
from inputs.problems import Problem
from inputs.readings import Readings
from inputs.sleutel import BETA, KOLOM, Grondslag, key_weights, ses_factors, ses_mean

WHOLE = ("gemeenten", "huishoudens", "arbeidsmarkt", "sleutel", "scenario")
"""What the duties follow from; a missing row there would make a false problem."""
OWN = "eigen"
"""The key that reads the table sleutel."""


def key_columns_are_filled(read: Readings) -> Iterator[Problem]:
    """Ask a value of every gemeente in the column of the key."""
    sleutel = read.scenario.sleutel
    if sleutel in KOLOM:
        for regel, gemeente in read.gemeenten:
            if getattr(gemeente, KOLOM[sleutel]) is None:
                yield read.gemeenten.problem(Code.SLEUTELKOLOM_LEEG, regel, KOLOM[sleutel], "", sleutel=sleutel)


def own_key_is_complete(read: Readings) -> Iterator[Problem]:
    """Ask a weight of every gemeente in the planner's own key; a missing row is not 0."""
    if read.scenario.sleutel != OWN:
        return
    if read.tables["sleutel"].bron is None:
        sheet = read.sleutel.bestand.endswith("]")
        yield Problem(Code.BLAD_ONTBREEKT if sheet else Code.BESTAND_ONTBREEKT, read.sleutel.bestand)
        return
    present = {row.gemeentecode for row in read.sleutel.rows}
    for code in dict.fromkeys(gemeente.gemeentecode for gemeente in read.gemeenten.rows):
        if code not in present and code in by_code():
            velden: dict[str, str | int] = {"gemeente": f"{code} ({by_code()[code].naam})"}
            yield Problem(Code.SLEUTELGEWICHT_ONTBREEKT, read.sleutel.bestand, velden=velden)


def work_key_is_complete(read: Readings) -> Iterator[Problem]:
    """Ask the same sectors of every arbeidsmarktregio when the key adds them up; a missing row is not 0.

    The sectors of the adults in the case are asked for by another check.
    """
    if read.scenario.sleutel != "arbeidsmarkt":
        return
    now, there = read.scenario.kwartaal, defaultdict(set)
    for row in read.arbeidsmarkt.rows:
        if row.kwartaal == now:
            there[row.arbeidsmarktregio].add(row.sector)
    asked = set().union(*there.values()) - {adult.sector for adult in read.deelnemers.rows}
    for regio in sorted({gemeente.arbeidsmarktregio for gemeente in read.gemeenten.rows}):
        if missing := sorted(asked - there[regio]):
            velden: dict[str, str | int] = {"regio": regio, "sectoren": ", ".join(missing), "kwartaal": now}
            yield Problem(Code.ARBEIDSVRAAG_ONTBREEKT, read.arbeidsmarkt.bestand, velden=velden)


def key_weighs_something(read: Readings) -> Iterator[Problem]:
    """Refuse a key by which every gemeente weighs nothing."""
    sleutel = read.scenario.sleutel
    if _complete(read) and not any(key_weights(_given(read))):
        table, kolom = {OWN: ("sleutel", "gewicht"), "arbeidsmarkt": ("arbeidsmarkt", "plaatsen")}.get(
            sleutel, ("gemeenten", sleutel)
        )
        yield Problem(Code.SLEUTEL_NUL, read.rows(table).bestand, kolom=kolom, velden={"sleutel": sleutel})


def prosperity_leaves_a_weight(read: Readings) -> Iterator[Problem]:
    """Refuse a score so low that an inhabitant of the gemeente would weigh less than nothing."""
    if read.scenario.sleutel != "inwoners_ses" or not _complete(read):
        return
    given = _given(read)
    factors = dict(zip((g.gemeentecode for g in given.gemeenten), ses_factors(given), strict=True))
    velden: dict[str, str | int] = {"beta": f"{read.parameters[BETA]:g}", "gemiddelde": f"{float(ses_mean(given)):.3g}"}
    for regel, gemeente in read.gemeenten:
        factor = factors[gemeente.gemeentecode]
        if factor < 0:
            words = velden | {"factor": f"{float(factor):.3g}"}
            yield read.gemeenten.problem(Code.SES_FACTOR_ONDER_NUL, regel, "ses_woa", gemeente.ses_woa, **words)


def own_key_is_used(read: Readings) -> Iterator[Problem]:
    """Warn where the table sleutel has rows and the scenario chose another key."""
    sleutel = read.scenario.sleutel
    if sleutel != OWN and read.sleutel.rows:
        yield Problem(Code.SLEUTELTABEL_NIET_GEBRUIKT, read.sleutel.bestand, velden={"sleutel": sleutel})


def agreements_are_between_two(read: Readings) -> Iterator[Problem]:
    """Refuse an agreement of a gemeente with itself."""
    for regel, row in read.afspraken:
        if row.van == row.naar:
            yield read.afspraken.problem(Code.AFSPRAAK_MET_ZICHZELF, regel, "naar", row.naar)


def agreements_fit_the_duties(read: Readings) -> Iterator[Problem]:
    """Refuse agreements that bring the target of a gemeente below 0; name every row by which it hands over."""
    given = _given(read)
    known = {gemeente.gemeentecode for gemeente in given.gemeenten}
    if not (given.afspraken and _usable(read)) or any({row.van, row.naar} - known for row in given.afspraken):
        return
    found = duties(given)
    before = dict(zip((g.gemeentecode for g in given.gemeenten), found.before_agreements, strict=True))
    after = dict(zip(before, found.target, strict=True))
    for regel, row in read.afspraken:
        if row.kwartaal == given.scenario.kwartaal and after[row.van] < 0:
            velden: dict[str, str | int] = {"gemeente": row.van, "kwartaal": row.kwartaal}
            velden |= {"doel": before[row.van], "uitkomst": after[row.van]}
            yield read.afspraken.problem(Code.AFSPRAAK_BOVEN_DOEL, regel, "personen", row.personen, **velden)


def _given(read: Readings) -> Grondslag:
    """Take what the duties follow from, gemeenten in the order of the model, so that ties fall alike."""
    return Grondslag(
        sorted(read.gemeenten.rows, key=lambda g: g.gemeentecode),
        read.huishoudens.rows,
        read.arbeidsmarkt.rows,
        read.sleutel.rows,
        read.afspraken.rows,
        read.scenario,
        read.parameters,
    )


def _complete(read: Readings) -> bool:
    """Tell whether every gemeente stands there once and has what the key needs."""
    codes = [gemeente.gemeentecode for gemeente in read.gemeenten.rows]
    missing = [*key_columns_are_filled(read), *own_key_is_complete(read)]
    return bool(codes) and not missing and len(set(codes)) == len(codes)


def _usable(read: Readings) -> bool:
    """Tell whether duties can be worked out by the key."""
    return _complete(read) and not [*prosperity_leaves_a_weight(read), *key_weighs_something(read)]
