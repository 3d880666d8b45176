"""What is said where the machine falls short, in Dutch and in English."""

from typing import Literal

MACHINE: dict[str, dict[Literal["nl", "en"], str]] = {
    "out_of_memory": {
        "nl": "er is te weinig geheugen ({sizes}); er is niets weggeschreven. Sluit andere programma's, geef "
        "--processen 1 waar de opdracht dat kent, of neem een machine met meer geheugen: een landelijk kwartaal vraagt "
        "ongeveer 1400 MB, en run.json van een eerdere uitkomst zegt onder peak_memory_mb wat het uwe vroeg.",
        "en": "there is too little memory ({sizes}); nothing was written. Close other programs, give --processen 1 "
        "where the command knows it, or take a machine with more memory: a national quarter takes about 1400 MB, and "
        "run.json of an earlier run says under peak_memory_mb what yours took.",
    },
    "left_behind": {
        "nl": "Let op: {found} is achtergebleven van een run die is afgebroken, en kan gegevens over huishoudens "
        "bevatten; verwijder die map als er nu geen andere run naar deze plaats bezig is.",
        "en": "Note: {found} was left by a run that was broken off, and may hold data on households; remove it unless "
        "another run to this place is busy now.",
    },
    "memory_used": {"nl": "gebruikt {size} MB", "en": "used {size} MB"},
    "memory_limit": {"nl": "toegestaan {size} MB", "en": "allowed {size} MB"},
    "memory_free": {"nl": "vrij op de machine {size} MB", "en": "free on the machine {size} MB"},
    "disk_full": {
        "nl": "{found}: de schijf is vol, of een bestand mag niet zo groot worden; maak ruimte en probeer het opnieuw",
        "en": "{found}: the disk is full, or a file may not become so large; make room and try again",
    },
}
