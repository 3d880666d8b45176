"""What the command line says about plans over several kwartalen, in Dutch and in English."""

from typing import Literal

PLAN: dict[str, dict[Literal["nl", "en"], str]] = {
    "plan_solving": {
        "nl": "plan over {count} kwartalen berekenen",
        "en": "solving a plan over {count} kwartalen",
    },
    "plan_nobody": {
        "nl": "in huishoudens.csv wacht niemand, en een plan verdeelt wie er komt naar wie er wacht; vul de wachtende "
        "huishoudens in",
        "en": "nobody waits in huishoudens.csv, and a plan divides who comes as those who wait; fill in the waiting "
        "households",
    },
    "plan_quarters": {
        "nl": "--quarters {found}: geef 1 tot en met {most} kwartalen",
        "en": "--quarters {found}: give 1 up to {most} kwartalen",
    },
    "not_a_plan": {
        "nl": "{found}: hier staat geen plan (geen plan.json), dus --overschrijf wist dit niet; kies een andere map "
        "met --out",
        "en": "{found}: this is no plan (no plan.json), so --overschrijf does not erase it; choose another folder "
        "with --out",
    },
    "plan_span": {"nl": "kwartalen", "en": "kwartalen"},
    "plan_gap": {"nl": "bewezen marge tot het beste plan", "en": "proved gap to the best plan"},
    "plan_written": {"nl": "plan geschreven: {found}", "en": "plan written: {found}"},
    "scenarios_step": {"nl": "plan {done} van {count} opgelost", "en": "plan {done} of {count} solved"},
    "scenarios_count": {
        "nl": "{found} scenario's: zet er hoogstens {most} naast elkaar",
        "en": "{found} scenarios: set at most {most} side by side",
    },
    "scenarios_draws": {
        "nl": "--waaier {found}: geef 0 tot en met {most} trekkingen",
        "en": "--waaier {found}: give 0 up to {most} draws",
    },
    "scenarios_seed": {
        "nl": "--zaad {found}: geef een geheel getal van 0 of meer",
        "en": "--zaad {found}: give a whole number of 0 or more",
    },
    "scenarios_workers": {
        "nl": "--processen {found}: geef 1 tot en met {most}",
        "en": "--processen {found}: give 1 up to {most}",
    },
    "scenarios_names": {
        "nl": "twee scenario's heten {found}: geef elk bestand een eigen naam",
        "en": "two scenarios are named {found}: give every file a name of its own",
    },
    "scenarios_begin": {
        "nl": "de scenario's beginnen in verschillende kwartalen ({found}): geef ze hetzelfde kwartaal",
        "en": "the scenarios begin in different kwartalen ({found}): give them the same kwartaal",
    },
    "not_scenarios": {
        "nl": "{found}: hier staan geen scenario's (geen scenarios.json), dus --overschrijf wist dit niet; kies een "
        "andere map met --out",
        "en": "{found}: these are no scenarios (no scenarios.json), so --overschrijf does not erase it; choose another "
        "folder with --out",
    },
    "scenarios_written": {"nl": "scenario's geschreven: {found}", "en": "scenarios written: {found}"},
    "plan_goal": {
        "nl": "--bouwplan {found}: geef weken14, of uitstroom= met hele personen per kwartaal, zoals uitstroom=250",
        "en": "--bouwplan {found}: give weken14, or uitstroom= with whole persons a kwartaal, such as uitstroom=250",
    },
    "plan_toets_quarters": {
        "nl": "--toets {found}: geef 1 tot en met {most} kwartalen, niet meer dan het plan heeft",
        "en": "--toets {found}: give 1 up to {most} kwartalen, no more than the plan has",
    },
    "plan_one_question": {
        "nl": "geef --toets of --bouwplan, niet allebei; --wachttijd hoort bij --toets",
        "en": "give --toets or --bouwplan, not both; --wachttijd belongs to --toets",
    },
    "plan_toets_trying": {
        "nl": "einde van de voorrang in {found} doorrekenen",
        "en": "solving an end of the priority in {found}",
    },
}
