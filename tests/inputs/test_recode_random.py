"""Whatever merged or was divided: every sum stays what it was, and no part is off by a whole unit."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from inputs.columns import means, required
from inputs.csvfile import read_csv
from inputs.found import Found
from inputs.herindelingen import Herindeling
from inputs.problems import has_errors
from inputs.reader import read_table
from inputs.recode.area import area_of
from inputs.recode.carry import CARRY
from inputs.recode.crosswalk import crosswalk, split
from inputs.recode.draft import draft
from inputs.recode.source import SourceTable
from inputs.recode.totals import ROWS, totals
from inputs.tables import TABLES

TODAY = ("GM0014", "GM0344", "GM0363", "GM0599")
OLD = tuple(f"GM90{n:02d}" for n in range(6))
COUNT = st.integers(0, 1000)
MAYBE = st.one_of(st.just(""), COUNT.map(str))


@st.composite
def shares(draw, new):
    """Give parts of one gemeente, in hundredths that sum to 100."""
    cuts = sorted(draw(st.lists(st.integers(1, 99), min_size=len(new) - 1, max_size=len(new) - 1, unique=True)))
    edges = pairwise([0, *cuts, 100])
    return {code: Fraction(after - before, 100) for code, (before, after) in zip(new, edges, strict=True)}


@st.composite
def crosswalks(draw):
    """Give gemeenten that merged, were divided or went on into one that ended a year later."""
    ended, parts = {}, {}
    for n, code in enumerate(OLD):
        chain = draw(st.sampled_from([None, *OLD[n + 1 :]]))
        new = tuple(sorted(draw(st.sets(st.sampled_from(TODAY), min_size=1, max_size=3))))
        successors = (chain,) if chain else new
        ended[code] = Herindeling(code, f"Oud {n}", date(2018 + n, 1, 1), successors, "proef")
    for code, new in crosswalk(ended, {}).successors.items():
        if len(new) > 1:
            parts[code] = draw(shares(new))
    return crosswalk(ended, {}, parts)


def source(name, header, rows):
    """Read a table from text."""
    table = TABLES[name]
    text = "\n".join([header, *rows, ""])
    found = Found(f"{name}.csv", f"{name}.csv", sheet=read_csv(text.encode(), name, means(table), required(table)))
    read = read_table(found, table)
    assert not has_errors(read.problems)
    return SourceTable(found, found.sheet, read)


@st.composite
def cases(draw):
    """Give the tables of a case in which some gemeenten ended."""
    codes = draw(st.lists(st.sampled_from([*OLD, *TODAY]), min_size=1, unique=True))
    gemeenten = [
        f"{code};x;{draw(st.integers(1000, 10**6))};x;x;{draw(st.integers(-500, 500))};ja;"
        f"{draw(MAYBE)};{draw(MAYBE)};{draw(MAYBE)}"
        for code in codes
    ]
    head = "gemeentecode;naam;inwoners;provincie;arbeidsmarktregio;achterstand;voorrang;"
    head += "min_personen;max_personen;corporatiebezit"
    routes = draw(st.sets(st.sampled_from(["B1", "onderwijs", "Z"]), min_size=1))
    seats = [f"{code};{route};2026K1;{draw(COUNT)}" for code in codes for route in sorted(routes)]
    weight = st.decimals(0, 1000, places=5)
    key = [f"{code};{draw(weight):f};proef" for code in codes]
    return {
        "gemeenten": source("gemeenten", head, gemeenten),
        "inburgering": source("inburgering", "gebied;leerroute;kwartaal;plaatsen", seats),
        "sleutel": source("sleutel", "gemeentecode;gewicht;bron", key),
    }


@settings(max_examples=150, deadline=None, derandomize=True)
@given(case=cases(), walk=crosswalks())
def test_every_sum_stays_what_it_was(case, walk):
    drafts = {name: draft(TABLES[name], table) for name, table in case.items()}
    area = area_of(drafts["gemeenten"], walk)
    for name, item in drafts.items():
        CARRY[name](item, area)
    after = {
        name: read_table(replace(case[name].found, sheet=item.sheet()), TABLES[name]) for name, item in drafts.items()
    }

    assert not any(has_errors([*item.problems, *after[name].problems]) for name, item in drafts.items())
    found = totals({name: table.read for name, table in case.items()}, after, drafts)
    assert all(total.voor == total.na + total.weg for total in found if total.kolom != ROWS)
    kept = {(t.tabel, t.kolom) for t in found if t.weg == 0}
    assert {("gemeenten", "inwoners"), ("gemeenten", "achterstand"), ("inburgering", "plaatsen")} <= kept
    assert ("sleutel", "gewicht") in kept
    assert {row.gemeentecode for row in after["gemeenten"].rows} <= set(TODAY)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(parts=shares(TODAY), total=st.integers(-(10**7), 10**7))
def test_no_part_is_off_by_a_whole_unit(parts, total):
    counts = split(parts, total)

    assert sum(counts.values()) == total
    assert all(abs(counts[code] - part * total) < 1 for code, part in parts.items())


@settings(max_examples=100, deadline=None, derandomize=True)
@given(parts=shares(TODAY), total=st.integers(0, 10**6))
def test_a_backlog_and_a_lead_of_the_same_size_are_divided_alike(parts, total):
    assert split(parts, -total) == {code: -count for code, count in split(parts, total).items()}
