"""The page of bad inputs is written from the tests: what is sent, and what the program says of it.

Run ``PYTHONPATH=tests python -m bad_inputs.page docs``; a test asks that the committed page is the one written here.
"""

import contextlib
import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from bad_inputs.bad import Bad
from bad_inputs.elsewhere import ELSEWHERE
from bad_inputs.every import BADS, NUMBERS

from inputs.messages import catalogue
from spreiding import cli

PAGE = "foute_invoer.md"
"""The page, below ``docs``."""
AS_IT_STANDS = "gelezen zoals het er staat"
HEAD = """# Wat het programma zegt van foute invoer

Geschreven door `PYTHONPATH=tests python -m bad_inputs.page docs` uit de tests; niet met de hand wijzigen. Elke regel is
een nummer uit de lijst van foute invoer waarmee het programma wordt getoetst, in het Nederlands en in het Engels.
F.xxx is een fout in de invoer en G.xxx een fout in een kaart: code 2, er wordt niets geschreven. W.xxx is een
waarschuwing. Alle problemen van een casus komen in één keer. `MAP` is de map waarin de casus staat.

| nummer | wat er wordt gestuurd | wat het programma zegt |
|---|---|---|"""


def page(folder: Path) -> str:
    """Write the page; the cases are made in a folder."""
    return "\n".join([HEAD, *(_row(number, folder) for number in NUMBERS), ""])


def _row(number: int, folder: Path) -> str:
    """Write the row of one number: its variants, and each answer once."""
    bads = [bad for bad in BADS if bad.number == number]
    sent = "; ".join(_cell(bad.name) for bad in bads)
    answers = list(dict.fromkeys(_answers(bads, folder)))
    if number in ELSEWHERE:
        answers.append(_cell(ELSEWHERE[number][1]))
    return f"| {number} | {sent or ABOUT[number]} | {'<br>'.join(answers)} |"


def _answers(bads: list[Bad], folder: Path) -> Iterator[str]:
    """Give the answer of the first variant of each code."""
    seen = set[str]()
    for n, bad in enumerate(bads):
        kind = bad.code or bad.says or AS_IT_STANDS
        if kind not in seen:
            seen.add(kind)
            yield _cell(_answer(bad, folder / f"{bad.number}-{n}"))


def _answer(bad: Bad, folder: Path) -> str:
    """Run the program on a bad input and give the line that it answers."""
    if bad.large:
        return f"{catalogue()[bad.code]['nl']['titel']} [{bad.code}]"
    if not bad.code and not bad.says:
        return AS_IT_STANDS
    place = folder / "map"
    place.mkdir(parents=True)
    arguments = bad.build(place)
    out = [] if "--out" in arguments or not bad.solves else ["--out", folder / "uit"]
    command = ["solve" if bad.solves else "check", *arguments, *out]
    said = io.StringIO()
    with (
        pytest.MonkeyPatch.context() as monkeypatch,
        contextlib.redirect_stdout(said),
        contextlib.redirect_stderr(said),
    ):
        if bad.arrange:
            bad.arrange(monkeypatch)
        cli.run_command([str(argument) for argument in command])
    sign = f"[{bad.code}]" if bad.code else bad.says
    lines = [line.strip() for line in said.getvalue().splitlines() if sign in line and not line.startswith("[ ")]
    line = next(line for line in lines if line.startswith(bad.place)).replace(str(folder), "MAP")
    return re.sub(r"\[[\d.]+ [\d.]+\]", "", line)  # where areas cross: it depends on the library


def _cell(text: str) -> str:
    """Write a text so that Markdown shows it as it is."""
    for sign in "\\`*_|<$":
        text = text.replace(sign, f"&#{ord(sign)};")
    return text


ABOUT = {
    35: "gemeenten die in alles gelijk zijn",
    36: "de tijdslimiet is bereikt",
    40: "Ctrl-C tijdens het rekenen",
    64: "run.json of een tabel van een uitkomst is veranderd",
    65: "planner-app: getallen, tekens en adressen die niet kunnen",
    66: "planner-app: twintig berekeningen tegelijk",
    67: "andere taal, tijdzone, hash-seed of een pad met spaties en ë",
    68: "openbaar bestand terwijl de afscherming niet lukt",
}
"""What the numbers without a case here are about."""

if __name__ == "__main__":
    with TemporaryDirectory() as made:
        (Path(sys.argv[1]) / PAGE).write_text(page(Path(made)), encoding="utf-8")
