"""What the command line says about a sweep, in Dutch and in English."""

from typing import Literal

SWEEP: dict[str, dict[Literal["nl", "en"], str]] = {
    "sweep_at": {"nl": "{done} van {total} klaar {left}", "en": "{done} of {total} done {left}"},
    "sweep_bar": {"nl": "reeks", "en": "sweep"},
    "sweep_seconds": {"nl": "nog ongeveer {n} s", "en": "about {n} s left"},
    "sweep_minutes": {"nl": "nog ongeveer {n} min", "en": "about {n} min left"},
    "sweep_hours": {"nl": "nog ongeveer {n} uur", "en": "about {n} h left"},
    "sweep_file_or_example": {
        "nl": "geef een bestand SWEEP.toml, of --voorbeeld BESTAND om er een te schrijven",
        "en": "give a file SWEEP.toml, or --voorbeeld FILE to write one",
    },
    "sweep_example": {
        "nl": "voorbeeld geschreven: {found}; reken met: spreiding sweep {found} --out uitvoer/front",
        "en": "example written: {found}; run it by: spreiding sweep {found} --out uitvoer/front",
    },
    "sweep_place": {
        "nl": "{found}: hier staat iets dat niet van een reeks is ({names}); kies een andere map met --out",
        "en": "{found}: there is something here that is of no sweep ({names}); choose another folder with --out",
    },
    "sweep_busy": {
        "nl": "{found}: een andere opdracht rekent hier nu een reeks; wacht daarop, of kies een andere map met --out",
        "en": "{found}: another command is running a sweep here now; wait for it, or choose another folder with --out",
    },
    "sweep_interrupted": {
        "nl": "Onderbroken; wat klaar is, blijft staan. Dezelfde opdracht gaat verder met de rest.",
        "en": "Interrupted; what is done stays. The same command goes on with the rest.",
    },
    "sweep_versions": {
        "nl": "hier zijn andere versies geïnstalleerd dan waar de reeks is gestart ({found}); zet overal dezelfde",
        "en": "here are other versions than where the sweep was started ({found}); install the same everywhere",
    },
    "sweep_killed": {
        "nl": "het systeem brak dit onderdeel twee keer af, meestal door te weinig geheugen; geef --processen 1, "
        "of neem een machine met meer geheugen",
        "en": "the system ended the computation of this item twice, mostly for want of memory; give --processen 1, or "
        "take a machine with more memory",
    },
    "sweep_worker": {
        "nl": "de werker van het cluster gaf geen uitkomst ({found}); heeft die dezelfde spreiding en mappen?",
        "en": "the worker of the cluster gave no outcome ({found}); has it the same spreiding, and the same folders?",
    },
    "sweep_no_distributed": {
        "nl": "--cluster vraagt het pakket distributed; installeer spreiding[cluster]",
        "en": "--cluster asks for the package distributed; install spreiding[cluster]",
    },
    "sweep_no_cluster": {
        "nl": "--cluster {found}: daar antwoordt geen planner van een dask-cluster ({why}); geef een adres als "
        "tcp://127.0.0.1:8786",
        "en": "--cluster {found}: no scheduler of a dask cluster answers there ({why}); give an address such as "
        "tcp://127.0.0.1:8786",
    },
    "sweep_done": {"nl": "reeks", "en": "sweep"},
    "sweep_counts": {
        "nl": "{total} uitkomsten: {made} gerekend, {there} waren er al, {failed} mislukt",
        "en": "{total} outcomes: {made} run, {there} were there already, {failed} failed",
    },
    "sweep_proved": {"nl": "bewezen", "en": "proved"},
    "sweep_proved_of": {"nl": "{proved} van {done}", "en": "{proved} of {done}"},
    "sweep_front": {"nl": "op het front", "en": "on the front"},
    "sweep_page": {"nl": "overzicht", "en": "overview"},
    "sweep_failed": {"nl": "mislukt: {name}: {why}", "en": "failed: {name}: {why}"},
}
