"""What each gemeente weighs in the key of the scenario, in fractions read from the files."""

from fractions import Fraction

from verifier.case import Tables, Town


def weights(tables: Tables) -> list[Fraction]:
    """Give the weight of every gemeente in the order of the tables [persons, homes, places or own unit]."""
    towns, key = list(tables.towns.values()), tables.scenario["sleutel"]
    people = sum(town.inhabitants for town in towns)
    if key == "inwoners_ses":
        mean = sum(Fraction(town.inhabitants, people) * town.ses for town in towns)
        beta = tables.parameters["sleutel.ses_beta"]
        return [town.inhabitants + town.inhabitants * beta * (town.ses - mean) for town in towns]
    if key == "arbeidsmarkt":
        return [_work(tables, town) for town in towns]
    if key == "eigen":
        return [tables.own[town.code] for town in towns]
    column = {"inwoners": "inhabitants", "woningvoorraad": "stock", "corporatiebezit": "corporation"}[key]
    return [Fraction(getattr(town, column)) for town in towns]


def _work(tables: Tables, town: Town) -> Fraction:
    """Give a gemeente's part, by inhabitants, of the places for work of its region [places]."""
    places = sum(count for (region, _), count in tables.work.items() if region == town.region)
    people = sum(other.inhabitants for other in tables.towns.values() if other.region == town.region)
    return places * Fraction(town.inhabitants, people)


def agreed(tables: Tables, code: str) -> int:
    """Give what a gemeente takes on less what it hands over this kwartaal [persons]."""
    taken = sum(persons for _, to, persons in tables.swaps if to == code)
    return taken - sum(persons for giver, _, persons in tables.swaps if giver == code)
