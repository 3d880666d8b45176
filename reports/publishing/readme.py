"""LEESMIJ.md tells the reader of the public files what they are, what is hidden, and who signed for that."""

from datetime import date
from importlib.resources import files

from reports.publishing.decision import Besluit
from reports.publishing.totals import Uitkomst

NAME = "LEESMIJ.md"
MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)
SYNTHETIC = "**Synthetische gegevens: huishoudens en woningen zijn verzonnen. Dit gaat niet over echte mensen.**\n\n"


def readme(uitkomst: Uitkomst, decision: Besluit, beside: int) -> str:
    """Write the file, always in Dutch: it is for the public.

    Parameters
    ----------
    beside : int
        Earlier publications that the proof knows of [publications].
    """
    text = (files("reports") / "templates" / NAME).read_text("utf-8")
    least, base = 1 if decision.nul_zichtbaar else 0, decision.afronding
    return text.format(
        titel=title(uitkomst),
        synthetisch=SYNTHETIC if uitkomst.synthetisch else "",
        kwartaal=quarter(uitkomst.kwartaal),
        klein=f"van {least} tot en met {decision.drempel - 1}",
        nul="0 wordt wel gepubliceerd." if least else "Ook 0 wordt niet gepubliceerd.",
        afronding=(
            "Aantallen zijn niet afgerond."
            if base == 1
            else f"Andere aantallen zijn veelvouden van {base}, halven naar boven. Elk aantal is apart afgerond, dus "
            "een totaal kan van de som van zijn delen verschillen."
        ),
        samen=f", ook naast {beside} eerdere publicatie{'s' if beside > 1 else ''}," if beside else "",
        drempel=decision.drempel,
        base=base,
        functie=one_line(decision.functie),
        organisatie=one_line(decision.organisatie),
        datum=day(decision.datum),
        akkoord=one_line(decision.akkoord),
        vrijgave=day(decision.vrijgave),
        licentie=decision.licentie,
        contact=decision.contact,
    )


def title(uitkomst: Uitkomst) -> str:
    """Name the data set."""
    mark = " (synthetisch)" if uitkomst.synthetisch else ""
    return f"Toegewezen statushouders per gemeente, {quarter(uitkomst.kwartaal)}{mark}"


def quarter(kwartaal: str) -> str:
    """Write a kwartaal in words.

    >>> quarter("2026K1")
    '1e kwartaal 2026'
    """
    return f"{kwartaal[5]}e kwartaal {kwartaal[:4]}"


def day(when: date) -> str:
    """Write a day in words.

    >>> day(date(2026, 3, 1))
    '1 maart 2026'
    """
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}"


def one_line(text: str) -> str:
    """Put a text on one line, so that it cannot become a heading or a table of its own."""
    return " ".join(text.split())
