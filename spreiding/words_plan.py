"""What the command line says about plans over several kwartalen, in Dutch and in English."""

from typing import Literal

PLAN: dict[str, dict[Literal["nl", "en"], str]] = {
    "plan_solving": {
        "nl": "plan over {count} kwartalen berekenen",
        "en": "solving a plan over {count} kwartalen",
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
