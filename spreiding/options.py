"""The arguments and options of the command line, with their Dutch help."""

from datetime import date
from pathlib import Path
from typing import Annotated, Literal

from typer import Argument, Option

from spreiding.refusal import Refusal
from spreiding.words import Lang as Language

ExampleName = Literal["klein", "landelijk"]
EngineName = Literal["matrix", "pulp", "cbc", "geen"]
SenderName = Literal["coa", "ministerie", "gemeente", "alle", "opgave"]

Case = Annotated[Path, Argument(metavar="CASE", help="Map of werkmap (.xlsx) met de tabellen.")]
OptionalCase = Annotated[
    Path | None, Argument(metavar="CASE", help="Map of werkmap (.xlsx) met de tabellen; anders --example.")
]
Example = Annotated[
    ExampleName | None,
    Option("--example", metavar="klein|landelijk", help="Ingebouwd voorbeeld; zonder CASE: landelijk."),
]
ScenarioFile = Annotated[
    Path | None, Option("--scenario", metavar="BESTAND", help="Keuzes van de run, in plaats van CASE/scenario.toml.")
]
Out = Annotated[Path | None, Option("--out", metavar="MAP", help="Map voor de uitkomst; anders uitvoer/<naam>.")]
Boundaries = Annotated[
    Path | None,
    Option("--boundaries", metavar="BESTAND", help="Gemeentegrenzen; anders de opgehaalde, of een schematische kaart."),
]
Schematic = Annotated[
    bool, Option("--schematisch", metavar="", help="Teken de schematische kaart, ook als er grenzen zijn opgehaald.")
]


def part(text: str) -> float:
    """Read a part of 1; a comma is refused with what to write instead, for 0,5 may mean a half or a half percent."""
    if "," in text:
        raise Refusal("gap_written", found=text)
    return float(text)


Gap = Annotated[
    float | None,
    Option(
        "--gap",
        parser=part,
        metavar="GETAL",
        help="Gevraagde afstand tot het beste plan, boven 0 en hoogstens 1; anders die van het scenario.",
    ),
]
TimeLimit = Annotated[float, Option("--time-limit", metavar="SECONDEN", help="Vangnet op de zoektijd.")]
Overwrite = Annotated[bool, Option("--overschrijf", metavar="", help="Vervang een eerdere uitkomst in dezelfde map.")]
Workers = Annotated[int, Option("--processen", metavar="AANTAL", help="Delen die tegelijk worden opgelost.")]
Engine = Annotated[
    EngineName,
    Option(
        "--engine",
        metavar="matrix|pulp|cbc|geen",
        help="matrix: de snelle weg; pulp en cbc: het leesbare model, voor kleine casussen; geen: niet oplossen.",
    ),
]
Force = Annotated[bool, Option("--forceer", metavar="", help="Probeer het leesbare model ook als het groot is.")]
WriteLp = Annotated[
    Path | None, Option("--write-lp", metavar="BESTAND", help="Schrijf het model met namen: LP-tekst, of MPS bij .mps.")
]
ProblemBook = Annotated[
    Path | None,
    Option("--problemen", metavar="BESTAND", help="Schrijf alle problemen met gemarkeerde cellen naar een .xlsx."),
]
VerifyCase = Annotated[
    Path | None,
    Option(
        "--case", metavar="CASE", help="Map met de tabellen van de uitkomst; bij een ingebouwd voorbeeld niet nodig."
    ),
]
VerifyScenario = Annotated[
    Path | None,
    Option("--scenario", metavar="BESTAND", help="Keuzes van de run, als die niet in CASE/scenario.toml staan."),
]
Run = Annotated[Path, Argument(metavar="RUN", help="Map met een uitkomst.")]
PublicOut = Annotated[Path, Option("--out", metavar="MAP", help="Nieuwe map voor de openbare bestanden.")]
Decision = Annotated[
    Path,
    Option(
        "--besluit", metavar="BESTAND", help="Getekend besluit van de eigenaar van de gegevens (docs/publiceren.md)."
    ),
]
Beside = Annotated[
    list[Path] | None,
    Option("--samen-met", metavar="MAP", help="Eerdere publicatie, waarmee niets mag worden teruggerekend; mag vaker."),
]
PublicReport = Annotated[
    Path | None,
    Option("--verslag", metavar="BESTAND", help="Verslag voor planners (.xlsx of .csv), buiten de openbare map."),
]
Threshold = Annotated[
    int | None, Option("--drempel", metavar="PERSONEN", help="Ter controle: moet zijn waarvoor is getekend.")
]
Rounding = Annotated[
    int | None, Option("--afronding", metavar="PERSONEN", help="Ter controle: moet zijn waarvoor is getekend.")
]
Owner = Annotated[
    str | None, Option("--eigenaar", metavar="TEKST", help='Ter controle: "functie, organisatie" die tekende.')
]


def day(text: str) -> date:
    """Read a day as ISO 8601."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Refusal("day_written", found=text) from None


Release = Annotated[
    date | None, Option("--vrijgave", parser=day, metavar="DATUM", help="Ter controle: de getekende dag van vrijgave.")
]
Runs = Annotated[list[Path], Argument(metavar="RUN RUN...", help="Mappen met een uitkomst; de eerste is de maat.")]
CompareOut = Annotated[Path, Option("--out", metavar="MAP", help="Map voor de vergelijking.")]
Lang = Annotated[Language, Option("--lang", metavar="nl|en", help="Taal van meldingen en rapporten.")]
AsJson = Annotated[bool, Option("--json", metavar="", help="Geef de uitkomst als JSON, voor een programma.")]
Households = Annotated[int, Option("--households", metavar="AANTAL", help="Huishoudens in het voorbeeld.")]
Seed = Annotated[int, Option("--seed", metavar="GETAL", help="Zelfde getal, zelfde voorbeeld.")]
ExampleOut = Annotated[Path, Option("--out", metavar="MAP", help="Nieuwe map voor de tabellen.")]
RecodeOut = Annotated[Path, Option("--out", metavar="MAP", help="Nieuwe map voor de overgezette casus.")]
Shares = Annotated[
    Path | None,
    Option("--verdeling", metavar="BESTAND", help="Delen van verdeelde gemeenten: oude_code;nieuwe_code;deel;bron."),
]
Gemeenten = Annotated[int | None, Option("--gemeenten", metavar="AANTAL", help="Zoveel gemeenten; anders alle.")]
Year = Annotated[
    int | None, Option("--year", metavar="JAAR", help="Jaar; anders dat van de ingebouwde gemeenten (2026).")
]
Base = Annotated[str | None, Option("--base", metavar="ADRES", help="Adres van de dienst; anders dat van PDOK of CBS.")]
Collection = Annotated[
    str | None,
    Option("--collection", metavar="NAAM", help="Collectie bij PDOK; anders gemeente_gegeneraliseerd."),
]
StatLineTable = Annotated[
    str | None, Option("--table", metavar="NUMMER", help="Tabel bij CBS; anders die van het jaar, zoals 86247NED.")
]
BordersOut = Annotated[
    Path | None, Option("--out", metavar="BESTAND.geojson", help="Ander bestand; anders de eigen map van de gebruiker.")
]
FiguresOut = Annotated[
    Path | None, Option("--out", metavar="BESTAND.csv", help="Tabel om na te kijken; anders gemeenten_<jaar>.csv hier.")
]
Afresh = Annotated[
    bool, Option("--opnieuw", metavar="", help="Haal het nog eens, vanaf het begin, en vervang wat er al is.")
]
PerGoal = Annotated[
    bool,
    Option(
        "--prijs-per-doel",
        metavar="",
        help="Los ook op zonder elk doel en zonder elke vastlegging: wat kost elk de andere doelen?",
    ),
]
Groups = Annotated[
    Path | None,
    Option("--groepen", metavar="BESTAND", help="Indeling (huishouden_id;groep), alleen om achteraf te meten."),
]
Floor = Annotated[
    bool, Option("--groepsvloer", metavar="", help="Los ook op met een vloer voor elke groep van --groepen.")
]
TemplateDir = Annotated[Path, Argument(metavar="MAP", help="Nieuwe of lege map voor de sjablonen.")]
Sender = Annotated[
    SenderName,
    Option(
        "--afzender",
        metavar="coa|ministerie|gemeente|alle|opgave",
        help="Wie de tabellen levert; alle: een sjabloon voor elk, en een voor een hele casus; opgave: een bestand "
        "voor elke gemeente van --basis.",
    ),
]
Basis = Annotated[
    Path, Option("--basis", metavar="CASE", help="Casus met de gemeenten, het kwartaal en wat al bekend is.")
]
TemplateBasis = Annotated[
    Path | None, Option("--basis", metavar="CASE", help="Casus met gemeenten en kwartaal, bij --afzender opgave.")
]
SomeGemeenten = Annotated[
    str | None, Option("--gemeenten", metavar="CODES", help="Alleen deze gemeenten, zoals GM0363,GM0344.")
]
BackBefore = Annotated[
    str | None,
    Option("--terug-voor", metavar="DATUM", help="Dag waarvoor de opgave terug moet zijn; anders het kwartaal zelf."),
]
Offers = Annotated[Path, Argument(metavar="MAP", help="Map met de opgaven (.xlsx), ook in mappen daarin.")]
CollectOut = Annotated[Path, Option("--out", metavar="MAP", help="Nieuwe map voor de casus.")]
WithoutRefused = Annotated[
    bool,
    Option("--zonder-afgekeurde", metavar="", help="Ga door zonder de opgaven met fouten; de kaart noemt hen."),
]
Sheets = Annotated[
    bool, Option("--bladen", metavar="", help="Schrijf een blad van elke gemeente naar RUN/bladen (HTML en PDF).")
]
Site = Annotated[
    bool, Option("--site", metavar="", help="Schrijf een site met kaart, bladen en tabellen; zonder netwerk te openen.")
]
SiteOut = Annotated[Path | None, Option("--out", metavar="MAP", help="Map voor de site; anders RUN/site.")]
Contact = Annotated[
    Path | None,
    Option("--contact", metavar="BESTAND", help="Stand van het gesprek per gemeente (.csv of .xlsx), op elk blad."),
]
EmptyContact = Annotated[
    Path | None,
    Option("--contact-leeg", metavar="BESTAND.csv", help="Schrijf alleen zo'n tabel om in te vullen, voor --contact."),
]
Drawers = Annotated[int, Option("--processen", metavar="AANTAL", help="Bladen die tegelijk worden getekend.")]
