"""The verdict in words: a line for every part, every difference with its place, and what is proved of the plan."""

from decimal import ROUND_CEILING, Decimal
from fractions import Fraction

from verifier.checks import Check
from verifier.finding import written
from verifier.verify import Verdict
from verifier.words import Lang, say

ONLY_HASH = (
    "groepen.csv",
    "prijs_per_doel.csv",
    "prijzen.csv",
    "tekorten.csv",
    "uitleg.csv",
    "uitleg_gemeenten.csv",
)
"""Outputs of which the numbers are not recomputed."""
MOST = 50
"""Differences that are printed; all of them stand in the JSON [lines]."""
DIGITS = 4
"""Decimals of a percentage [digits]."""


def lines(verdict: Verdict, lang: Lang) -> list[str]:
    """Give the verdict as lines of text."""
    width = max(len(say(check.name, lang)) for check in verdict.checks)
    out = [f"{say(check.name, lang):<{width}}  {_state(check, lang)}" for check in verdict.checks]
    findings = verdict.findings
    out += [finding.text(lang) for finding in findings[:MOST]]
    if len(findings) > MOST:
        out.append(say("more", lang, count=len(findings) - MOST))
    out.append(proved(verdict, lang))
    if hashed := only_hashed(verdict):
        beside = any(check.name == "twins" and check.good for check in verdict.checks)
        out.append(say("only_hash", lang, files=", ".join(hashed)) + (say("as_in_book", lang) if beside else ""))
        out.append(say("only_hash_parts", lang))
    return out


def _state(check: Check, lang: Lang) -> str:
    """Say of one part whether it is right, and over how much."""
    if check.skipped is not None:
        return say("unchecked", lang, why=written(check.skipped, lang))
    found = len(check.findings)
    if found:
        return say("differs" if found > 1 else "differs_once", lang, found=_number(found, lang))
    return say("right", lang, count=_number(check.count, lang), unit=say(check.unit, lang))


def proved(verdict: Verdict, lang: Lang) -> str:
    """Say what no plan is better than, from this computation and not from the run's word."""
    if verdict.findings:
        return say("differs_so_not_proved", lang)
    if verdict.proof is None:
        return say("not_proved", lang)
    proof = verdict.proof
    values = {"objective": _points(proof.objective, lang), "bound": _points(proof.bound, lang)}
    return say("proved", lang, gap=_percent(proof.gap, lang), **values)


def only_hashed(verdict: Verdict) -> list[str]:
    """Name the files of a run of which only the hash was compared."""
    return [name for name in ONLY_HASH if (verdict.run / name).is_file()]


def content(verdict: Verdict, lang: Lang) -> dict[str, object]:
    """Give the verdict for a program."""
    proof = None if verdict.findings else verdict.proof
    return {
        "run": str(verdict.run),
        "verified": not verdict.findings and verdict.complete,
        "checks": [
            {
                "name": check.name,
                "status": "unchecked" if check.skipped else "differs" if check.findings else "ok",
                "count": check.count,
                "unit": check.unit,
                "why": written(check.skipped, lang) if check.skipped else None,
                "findings": [finding.content(lang) for finding in check.findings],
            }
            for check in verdict.checks
        ],
        "proof": None
        if proof is None
        else {
            "objective": float(proof.objective),
            "bound": float(proof.bound),
            "gap": float(proof.gap),
            "shadow_prices": proof.prices,
        },
        "only_hash": only_hashed(verdict),
        "only_hash_parts": say("only_hash_parts", lang),
    }


def _percent(part: Fraction, lang: Lang) -> str:
    """Write a part of 1 as a percentage, rounded up: what is proved is never less."""
    exact = Decimal(part.numerator * 100) / Decimal(part.denominator)
    text = f"{exact.quantize(Decimal(1).scaleb(-DIGITS), ROUND_CEILING):f}"
    return f"{text.replace('.', ',')} %" if lang == "nl" else f"{text}%"


def _points(value: Fraction, lang: Lang) -> str:
    """Write a number of points."""
    text = f"{float(value):,.2f}"
    return text.translate(str.maketrans(",.", ".,")) if lang == "nl" else text


def _number(count: int, lang: Lang) -> str:
    return f"{count:,}".replace(",", "." if lang == "nl" else ",")
