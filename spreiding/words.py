"""What the command line itself says, in Dutch and in English."""

from typing import Literal

from spreiding.offer_words import OFFER_WORDS
from spreiding.words_controle import CONTROLE
from spreiding.words_geodata import GEODATA
from spreiding.words_ledger import LEDGER
from spreiding.words_machine import MACHINE
from spreiding.words_plan import PLAN
from spreiding.words_recode import RECODE
from spreiding.words_report import REPORT
from spreiding.words_rest import REST
from spreiding.words_sweep import SWEEP

Lang = Literal["nl", "en"]

WORDS: dict[str, dict[Lang, str]] = {
    **CONTROLE,
    **GEODATA,
    **REPORT,
    **REST,
    **OFFER_WORDS,
    **RECODE,
    **LEDGER,
    **MACHINE,
    **PLAN,
    **SWEEP,
    "error": {"nl": "Fout", "en": "Error"},
    "lp_round": {
        "nl": "ondergrens berekenen, ronde {round} ({columns} kolommen): waarde {value}, grens {bound}",
        "en": "computing the lower bound, round {round} ({columns} columns): value {value}, bound {bound}",
    },
    "search_round": {
        "nl": "hele huishoudens: {placed} geplaatst, nog hoogstens {percent} te verbeteren",
        "en": "whole households: {placed} placed, at most {percent} left to improve",
    },
    "level": {
        "nl": "doelen op volgorde: stap {level} van {levels}",
        "en": "goals in order: step {level} of {levels}",
    },
    "keep": {
        "nl": "plafonds bewaken van {goals} doel(en)",
        "en": "guarding the ceilings of {goals} goal(s)",
    },
    "order": {"nl": "volgorde", "en": "order"},
    "order_kept": {"nl": "elk eerder doel blijft onder zijn plafond", "en": "every earlier goal is below its ceiling"},
    "order_broken": {
        "nl": "boven het plafond: {goals} (run.json, doelen)",
        "en": "above the ceiling: {goals} (run.json, doelen)",
    },
    "interrupted": {
        "nl": "Onderbroken; er is niets weggeschreven.",
        "en": "Interrupted; nothing was written.",
    },
    "solver_failed": {
        "nl": "De rekenkern gaf geen bruikbaar antwoord ({found}); er is niets weggeschreven. Controleer de "
        "waarschuwingen van spreiding check, kies tarieven dichter bij elkaar of meld dit met de map van de casus.",
        "en": "The solver gave no usable answer ({found}); nothing was written. Look at the warnings of spreiding "
        "check, choose rates nearer to each other or report this with the folder of the case.",
    },
    "help_hint": {"nl": "Hulp: {command} --help", "en": "Help: {command} --help"},
    "unknown_option": {"nl": "onbekende optie {found}", "en": "unknown option {found}"},
    "did_you_mean": {"nl": "; bedoelde u {options}?", "en": "; did you mean {options}?"},
    "bad_value": {
        "nl": "ongeldige waarde voor {option}; geef {wanted}",
        "en": "invalid value for {option} ({wanted}): {found}",
    },
    "missing_value": {"nl": "{option} ontbreekt", "en": "{option} is missing"},
    "wrong_call": {"nl": "zo werkt de opdracht niet ({found})", "en": "{found}"},
    "unknown_command": {
        "nl": "onbekende opdracht {found}; er is {options}",
        "en": "unknown command {found}; there is {options}",
    },
    "case_or_example": {
        "nl": "geef een map CASE of --example, niet allebei",
        "en": "give a folder CASE or --example, not both",
    },
    "gap_range": {
        "nl": "--gap = {found}: geef een getal boven 0 en hoogstens 1, bijvoorbeeld 0.005",
        "en": "--gap = {found}: give a number above 0 and at most 1, for example 0.005",
    },
    "gap_written": {
        "nl": "--gap = {found}: schrijf een punt en een deel van 1; 0.005 is 0,5 %",
        "en": "--gap = {found}: write a point and a part of 1; 0.005 is 0.5%",
    },
    "gap_wide": {
        "nl": "Let op: --gap = {found} is {percent}; zoveel slechter mag het plan zijn dan het beste. 0.005 is 0,5 %.",
        "en": "Note: --gap = {found} is {percent}; the plan may be that much worse than the best. 0.005 is 0.5%.",
    },
    "quarter_past": {
        "nl": "Let op: {kwartaal} is voorbij (het eindigde voor {after}, vandaag is het {today}); reken alleen terug "
        "als dat de bedoeling is, en schrijf anders in scenario.toml het kwartaal dat komt, zoals 2026K1.",
        "en": "Note: {kwartaal} is over (it ended before {after}, today is {today}); only look back if you mean to, "
        "and else write the coming kwartaal in scenario.toml, such as 2026K1.",
    },
    "borders_year": {
        "nl": "Let op: {found} heeft de grenzen van {year} en de indeling is van {division}; de codes zijn gelijk, "
        "maar grenzen kunnen zijn verlegd.",
        "en": "Note: {found} has the borders of {year} and the division is of {division}; the codes are the same, "
        "but borders may have moved.",
    },
    "time_limit_range": {
        "nl": "--time-limit = {found}: geef een aantal seconden boven 0",
        "en": "--time-limit = {found}: give a number of seconds above 0",
    },
    "at_least_one": {
        "nl": "{option} = {found}: geef een geheel getal van 1 of hoger",
        "en": "{option} = {found}: give a whole number of 1 or more",
    },
    "too_many_gemeenten": {
        "nl": "--gemeenten = {found}: er zijn er {most}; geef dat aantal of minder",
        "en": "--gemeenten = {found}: there are {most}; give that number or less",
    },
    "groups_missing": {
        "nl": "--groepen: {found} heeft geen groep (in totaal {count} huishoudens); geef elk huishouden een groep",
        "en": "--groepen: {found} has no group ({count} households in all); give every household one",
    },
    "floor_without_groups": {
        "nl": "--groepsvloer vraagt een indeling; geef die met --groepen BESTAND",
        "en": "--groepsvloer asks for a grouping; give one with --groepen FILE",
    },
    "locks": {"nl": "vastleggingen", "en": "locks"},
    "locks_missed": {
        "nl": "NIET ALLE GEHAALD: {personen} personen buiten een vastlegging (vast of min)",
        "en": "NOT ALL KEPT: {personen} persons outside a lock (vast or min)",
    },
    "price_of_floor": {"nl": "prijs van de groepsvloer", "en": "price of the group floor"},
    "points_more": {
        "nl": "{punten} punten en {personen} geplaatste personen verschil met dit plan",
        "en": "{punten} points and {personen} persons placed of difference from this plan",
    },
    "no_file": {"nl": "{found}: dit bestand bestaat niet", "en": "{found}: this file does not exist"},
    "no_run": {
        "nl": "{found}: hier staat geen uitkomst (geen run.json)",
        "en": "{found}: there is no run here (no run.json)",
    },
    "not_a_run": {
        "nl": "{found}: hier staat geen eerdere uitkomst (geen run.json), dus --overschrijf wist dit niet; kies een "
        "andere map met --out",
        "en": "{found}: this is no earlier run (no run.json), so --overschrijf does not erase it; choose another "
        "folder with --out",
    },
    "run_exists": {
        "nl": "{found}: deze map bestaat al; kies een andere map met --out of vervang de uitkomst met --overschrijf",
        "en": "{found}: this folder exists already; choose another with --out or replace the run with --overschrijf",
    },
    "not_writable": {
        "nl": "{found}: hier mag niet worden geschreven; kies een andere map met --out",
        "en": "{found}: this place cannot be written to; choose another folder with --out",
    },
    "problems_written": {
        "nl": "alle problemen, met de cellen gemarkeerd: {found}",
        "en": "all problems, with their cells marked: {found}",
    },
    "problems_hint": {
        "nl": "Alle problemen met gemarkeerde cellen in Excel: spreiding check MAP --problemen problemen.xlsx",
        "en": "All problems with marked cells in Excel: spreiding check FOLDER --problemen problemen.xlsx",
    },
    "not_xlsx": {
        "nl": "{found}: dit wordt een werkmap; laat de naam eindigen op .xlsx",
        "en": "{found}: this becomes a workbook; let the name end in .xlsx",
    },
    "input_changed": {
        "nl": "tijdens het rekenen is de invoer veranderd: {found}; er is niets geschreven, reken opnieuw",
        "en": "the input changed during the run: {found}; nothing was written, run again",
    },
    "phase_read": {"nl": "invoer lezen", "en": "reading the input"},
    "phase_geodata": {"nl": "kaart en afstanden", "en": "map and distances"},
    "phase_export": {"nl": "model met namen schrijven", "en": "writing the model with names"},
    "model_written": {"nl": "model geschreven: {found}", "en": "model written: {found}"},
    "file_exists": {
        "nl": "{found}: dit bestand bestaat al; kies een andere naam of vervang het met --overschrijf",
        "en": "{found}: this file exists already; choose another name or replace it with --overschrijf",
    },
    "file_not_writable": {
        "nl": "{found}: hier mag niet worden geschreven, of de map bestaat niet; kies een andere plaats",
        "en": "{found}: this place cannot be written to, or the folder does not exist; choose another place",
    },
    "no_model": {
        "nl": "{found}: er wacht niemand, dus er is geen model om te schrijven; laat --write-lp weg",
        "en": "{found}: nobody waits, so there is no model to write; leave --write-lp out",
    },
    "engine_none": {
        "nl": "--engine geen lost niets op; geef met --write-lp het bestand voor het model",
        "en": "--engine geen solves nothing; give the file for the model with --write-lp",
    },
    "engine_order": {
        "nl": '--engine {found} kent alleen doelen = "wisselkoersen"; laat --engine weg voor doelen op volgorde',
        "en": '--engine {found} only knows doelen = "wisselkoersen"; leave --engine out for goals in order',
    },
    "engine_large": {
        "nl": "--engine {found}: het leesbare model heeft hier {columns} kolommen en is bedoeld tot {most}; laat "
        "--engine weg, of probeer het toch met --forceer",
        "en": "--engine {found}: the readable model has {columns} columns here and is meant for up to {most}; leave "
        "--engine out, or try all the same with --forceer",
    },
    "phase_optimize": {"nl": "verdelen en bewijzen", "en": "allocating and proving"},
    "phase_report": {"nl": "kaart en tabellen schrijven", "en": "writing map and tables"},
    "map": {"nl": "kaart", "en": "map"},
    "proof": {"nl": "bewijs", "en": "proof"},
    "proven": {
        "nl": "bewezen: geen plan is meer dan {gap} beter (gevraagd: {asked})",
        "en": "proven: no plan is more than {gap} better (asked: {asked})",
    },
    "not_proven": {
        "nl": "niet bewezen: het beste plan kan {gap} beter zijn (gevraagd: {asked})",
        "en": "not proven: the best plan may be {gap} better (asked: {asked})",
    },
}


def say(key: str, lang: Lang, **values: object) -> str:
    """Give a sentence of the command line in one language."""
    return WORDS[key][lang].format(**values)
