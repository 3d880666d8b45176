"""Scores from elsewhere: of each household that has them, one for every gemeente."""

from fractions import Fraction

from verifier.read import Row

Scores = dict[str, dict[str, Fraction]]


def read_scores(rows: list[Row], regions: dict[str, str]) -> Scores:
    """Give the score of every household of the table in every gemeente [1].

    Parameters
    ----------
    regions : dict
        Gemeentecode to arbeidsmarktregio.
    """
    out: Scores = {}
    for row in rows:
        place, region = row.code("gemeentecode", empty=True), row.get("arbeidsmarktregio", "")
        codes = [place] if place else [code for code, name in regions.items() if name == region]
        out.setdefault(row["huishouden_id"], {}).update(dict.fromkeys(codes, row.exact("score")))
    return out
