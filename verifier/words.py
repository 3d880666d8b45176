"""What the check says, in Dutch and in English."""

from typing import Literal

Lang = Literal["nl", "en"]

WORDS: dict[str, tuple[str, str]] = {
    "finding": ("{place}: {column} = {found}, verwacht {expected}", "{place}: {column} = {found}, expected {expected}"),
    "finding_whole": ("{place}: {found}, verwacht {expected}", "{place}: {found}, expected {expected}"),
    "line": ("regel {line}", "line {line}"),
    "nothing": ("niets", "nothing"),
    # what should have been
    "known_home": ("een aanbod_id van woningaanbod.csv", "a record of woningaanbod.csv"),
    "known_household": ("een huishouden van huishoudens.csv", "a household of huishoudens.csv"),
    "not_a_figure": ("geen kengetal", "not a figure"),
    "under_baselines": ("een vergelijking van run.json", "a comparison of run.json"),
    "once": ("1 voor elk huishouden van huishoudens.csv", "1 for every household of huishoudens.csv"),
    "not_in_case": ("0, niet in huishoudens.csv", "0, not in huishoudens.csv"),
    "a_gemeente": ("een gemeente van de casus", "a gemeente of the case"),
    "no_more_than": ("hoogstens {most}, volgens {source}", "at most {most}, by {source}"),
    "households_here": ("{count} huishoudens", "{count} households"),
    "whole_homes": (
        "hoogstens {most} hele woningen of kamers volgens woningaanbod.csv",
        "at most {most} whole homes or rooms, by woningaanbod.csv",
    ),
    "given": ("uitgegeven", "given out"),
    "not_on_offer": ("niet in het aanbod van {quarter}", "not on offer in {quarter}"),
    "social_homes": ("{count} woningen sociale_huur", "{count} homes of sociale_huur"),
    "displacement": (
        "hoogstens {most} door verdringing_hoogstens",
        "at most {most}, by verdringing_hoogstens",
    ),
    "host": ("gast {host}", "host {host}"),
    "grounds": ("een van {codes} (bindingen.csv)", "one of {codes} (bindingen.csv)"),
    "locked": ("een andere gemeente (vastleggingen.csv)", "another gemeente (vastleggingen.csv)"),
    "room_for_one": (
        "een kamer van woningdelen is voor een persoon, dit huishouden vraagt {asks}",
        "a room of woningdelen is for one, {asks} persons ask it",
    ),
    "not_open": ("{form} is niet open voor {kind}", "{form} is not open to {kind}"),
    "sharing": ("{form} vraagt delen = ja", "{form} asks delen = ja"),
    "voorrang": (
        "sociale_huur van {owner} is gesloten voor {kind}: voorrang = {voorrang}",
        "sociale_huur of {owner} is closed to {kind}: voorrang = {voorrang}",
    ),
    "wrong_size": (
        "slaapt {sleeps}, {asks} personen vragen {asks} tot {most}",
        "sleeps {sleeps}, {asks} persons ask {asks} to {most}",
    ),
    "kept_large": (
        "slaapt {sleeps}, woningen vanaf {large} zijn voor gezinnen vanaf {large}, niet voor {asks}",
        "sleeps {sleeps}, homes from {large} are for families from {large}, not for {asks}",
    ),
    "fitting_home": ("een woning die dit huishouden mag nemen", "a home that this household may take"),
    "sum_of_target": (
        "{own} + {catch_up} + {agreed} (sleutel, inhaal en afspraken)",
        "{own} + {catch_up} + {agreed} (key, catch-up and agreements)",
    ),
    "moves_only": ("0: afspraken verplaatsen personen", "0: agreements move persons and make none"),
    "opgave": ("{total}, de opgave", "{total}, the opgave"),
    "km_from": ("{km} km vanaf {site}", "{km} km from {site}"),
    "not_a_goal": ("geen doel", "not a goal"),
    "up_to_objective": ("van 0 tot de doelwaarde {objective}", "from 0 to the objective {objective}"),
    "at_least_bound": ("ten minste de ondergrens {bound}", "at least the bound {bound}"),
    "no_scores": ("niets: er zijn geen scores van elders gebruikt", "nothing: no scores from elsewhere are used"),
    "no_such_file": ("geen bestand", "no such file"),
    "a_file": ("het bestand met sha256 {sha256}", "the file with sha256 {sha256}"),
    "named_output": ("genoemd in outputs van run.json", "named under outputs of run.json"),
    "named_input": ("genoemd in invoer", "named under invoer"),
    "a_sheet": ("een blad met de rijen van {table}", "a sheet with the rows of {table}"),
    "no_sheet": ("geen blad met deze naam", "no sheet of this name"),
    "a_column": ("een kolom van het blad", "a column of the sheet"),
    "a_column_more": ("een kolom te veel", "a column too many"),
    "a_plan": ("een plan van deze regel", "a plan by this rule"),
    "a_part": ("boven 0 en hoogstens 1", "above 0 and at most 1"),
    "no_scheme": ("een regeling van deze casus, eenmaal", "a scheme of this case, once"),
    "no_column": ("geen kolom met deze naam", "no column of this name"),
    "a_column_of": ("een kolom van {table}", "a column of {table}"),
    "says_synthetic": ("een bron die zegt: synthetisch", "a source that says: synthetic"),
    "not_a_choice": ("niet in de casus", "not in the case"),
    "not_a_table": ("niets: deze laag hoort er niet bij", "nothing: this layer does not belong here"),
    "unlike": ("andere bytes", "other bytes"),
    "a_line": ("een rij", "a row"),
    "a_row": ("een rij van de regels van deze casus, eenmaal", "a row of the rules of this case, once"),
    "same_rows": ("dezelfde rijen als {table}", "the same rows as {table}"),
    "readable": ("iets dat te lezen is", "something that can be read"),
    "proved_bound": ("hoogstens {bound}, wat met bewijs.csv is te bewijzen", "at most {bound}, what bewijs.csv proves"),
    "proved_gap": ("nee: te bewijzen is {gap}, gevraagd {asked}", "no: {gap} can be proved, asked {asked}"),
    "nee_up_to": ("nee tot en met {goal}, en daarna niet", "nee up to and including {goal}, and not after it"),
    "no_before_yes": ("geen ja voor een nee of niet_vastgesteld", "no ja before a nee or niet_vastgesteld"),
    "another_plan": ("een ander plan", "another plan"),
    "same_plan": ("hetzelfde plan", "the same plan"),
    "lawful": ("een plan dat elke regel houdt: {found}", "a plan that keeps every rule: {found}"),
    "one_row_each": ("een rij per huishouden", "one row for a household"),
    "only_proved": (
        "niet_vastgesteld: met bewijs.csv is niet te bewijzen dat er geen ander plan is",
        "niet_vastgesteld: bewijs.csv does not prove that there is no other plan",
    ),
    "part": ("deel {name}", "part {name}"),
    # what was looked at
    "seal": ("hash van run.json", "hash of run.json"),
    "outputs": ("sha256 van elke uitvoer", "sha256 of every output"),
    "input": ("sha256 van de invoer", "sha256 of the input"),
    "choices": ("keuzes en parameters", "choices and parameters"),
    "placements": ("elk huishouden eenmaal, score en afstand", "every household once, score and distance"),
    "rules": ("regels", "rules"),
    "later_tables": ("tabellen van een latere versie", "tables of a later version"),
    "shares": ("aandelen en aantallen per gemeente", "shares and counts by gemeente"),
    "goals": ("doelen en doelwaarde", "goals and objective"),
    "bound": ("ondergrens over alle kolommen", "lower bound over all columns"),
    "reasons": ("reden van wie blijft", "reason of who stays"),
    "figures": ("kengetallen", "figures"),
    "baselines": ("vergelijkingen met andere regels", "comparisons with other rules"),
    "equal": ("andere plannen die zo goed zijn", "other plans that are as good"),
    "order": ("doelen op volgorde", "goals in order"),
    "twins": ("tabellen en kaart gelijk", "tables and map alike"),
    "report": ("werkmap en kengetallen.html", "workbook and kengetallen.html"),
    # how much
    "rows": ("rijen", "rows"),
    "file": ("bestand", "file"),
    "files": ("bestanden", "files"),
    "households": ("huishoudens", "households"),
    "placed": ("plaatsingen", "placements"),
    "gemeenten": ("gemeenten", "gemeenten"),
    "goals_of": ("doelen", "goals"),
    "plans": ("plannen", "plans"),
    "figures_of": ("kengetallen", "figures"),
    "prices": ("schaduwprijzen", "shadow prices"),
    # why not
    "no_input": (
        "de invoer is niet gegeven; noem de map van de casus met --case",
        "the input was not given; name the folder of the case with --case",
    ),
    "no_folder": (
        "{found} is geen map; deze controle leest CSV, geen werkmap",
        "{found} is no folder; this check reads CSV, no workbook",
    ),
    "input_changed": ("de invoer is niet die van deze uitkomst", "the input is not that of this run"),
    "input_unread": (
        "deze controle leest {file} niet (regel {line}, kolom {column}), alleen CSV zoals in docs/tabellen.md",
        "this check does not read {file} (line {line}, column {column}), only CSV as in docs/tabellen.md",
    ),
    "forgotten": (
        "de huishoudens zijn vergeten (spreiding forget)",
        "the households were forgotten (spreiding forget)",
    ),
    "earlier": (
        "de uitkomst is van een eerdere versie en heeft geen {files}",
        "the run is of an earlier version and has no {files}",
    ),
    "other_version": (
        "gemaakt met versie {made_by}, en deze controle kent de woorden van versie {here}",
        "made by version {made_by}, and this check knows the words of version {here}",
    ),
    "no_plan": ("de plaatsingen zijn niet te lezen", "the placements cannot be read"),
    "no_prices": (
        "de uitkomst heeft geen bewijs.csv; de ondergrens is alleen het woord van het programma",
        "the run has no bewijs.csv; the lower bound is only the word of the program",
    ),
    "order_unchecked": (
        "de plafonds van eerdere doelen niet; de afstand hieronder is die van de som met de gewichten van run.json",
        "not the ceilings of earlier goals; the gap below is that of the sum at the weights of run.json",
    ),
    # the verdict
    "right": ("klopt ({count} {unit})", "right ({count} {unit})"),
    "differs": ("KLOPT NIET ({found} verschillen)", "DIFFERS ({found} differences)"),
    "differs_once": ("KLOPT NIET (1 verschil)", "DIFFERS (1 difference)"),
    "unchecked": ("niet gecontroleerd: {why}", "not checked: {why}"),
    "more": ("... en nog {count} verschillen (--json noemt ze alle)", "... and {count} more (--json lists them all)"),
    "proved": (
        "zelf bewezen: geen plan is meer dan {gap} beter (doelwaarde {objective}, ondergrens {bound} punten)",
        "proved here: no plan is more than {gap} better (objective {objective}, lower bound {bound} points)",
    ),
    "differs_so_not_proved": (
        "zelf bewezen: niets, want wat er staat klopt niet",
        "proved here: nothing, for what stands there is not right",
    ),
    "not_proved": ("zelf bewezen: niets", "proved here: nothing"),
    "only_hash": (
        "alleen de hash, niet nagerekend: {files}",
        "only the hash, not recomputed: {files}",
    ),
    "as_in_book": (
        " (wel gelijk aan de werkmap waar zij daarin staan)",
        " (but as in the workbook where they stand there)",
    ),
    "only_hash_parts": (
        "ook alleen de hash: tekst en vlakken van kaarten, opmaak van bladen, bindende_regel, status, reden",
        "only the hash too: text and areas of maps, formats of sheets, bindende_regel, status, reden",
    ),
    "unreadable": ("niet te lezen ({found})", "cannot be read ({found})"),
}


def say(key: str, lang: Lang, **values: object) -> str:
    """Give a sentence."""
    return WORDS[key][lang == "en"].format(**values)
