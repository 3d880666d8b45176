"""Inhabitants and regions from StatLine: columns are found by their values, and the planner reviews the table."""

import csv
from time import monotonic

import pytest
from loopback import INFO, KEY, MOMENT, TOPICS, Reply, reply, row, statline

from geodata.errors import GeodataError
from geodata.errors_network import NETWORK
from geodata.figures import as_csv, compare
from geodata.service import Limits, Network
from geodata.statline import Gemeente, Vraag, read_table
from inputs.facts import Feit, gemeenten_2026

ROWS = [row("GM0002", "'s-Proef", 9_000_000), row("GM0001", "Utrecht (gemeente)", 9_000_001)]


@pytest.fixture
def read(serve):
    """Give a function that reads the table that a service answers with."""

    def run(answer, table="86059NED", year=2025):
        server = serve(answer)
        network = Network(monotonic, lambda _: None, lambda *_, **__: None, None, Limits())
        return read_table(Vraag(year, table, f"{server.address}/odata"), network), server

    return run


def test_code_name_regions_and_inhabitants_are_found_by_the_values_of_their_columns(read):
    table, server = read(statline(ROWS))

    assert table.gemeenten == (
        Gemeente("GM0001", "Utrecht", "Utrecht", "Midden-Utrecht", "Utrecht", 9_000_001),
        Gemeente("GM0002", "'s-Proef", "Utrecht", "Midden-Utrecht", "Utrecht", 9_000_000),
    )
    assert server.asked == [
        f"/odata/86059NED/{part}?$format=json" for part in ("TableInfos", "DataProperties", "TypedDataSet")
    ]


@pytest.mark.parametrize(("status", "code"), [(503, "G.704"), (404, "G.705")])
def test_no_sign_of_an_address_from_elsewhere_moves_the_cursor(serve, status, code):
    def answer(server, path, _):
        first = {"value": [INFO], "odata.nextLink": f"{server.address}/odata/\x1b[2Jx"}
        return reply(first) if path.endswith("TableInfos") else Reply(b"", status)

    network = Network(monotonic, lambda _: None, lambda *_, **__: None, None, Limits(tries=1))
    with pytest.raises(GeodataError) as caught:
        read_table(Vraag(2025, "86059NED", f"{serve(answer).address}/odata"), network)

    assert caught.value.problemen[0].code.startswith(code)
    assert "\x1b" not in str(caught.value.problemen[0].velden["bestand"])
    assert "?[2Jx" in str(caught.value.problemen[0].velden["bestand"])


def test_other_numbers_of_the_columns_change_nothing(read):
    other = {"Code_26": "Code_31", "Naam_27": "Naam_32", "Code_3": "Code_26", "Naam_4": "Naam_27"}
    shifted = [{other.get(name, name): value for name, value in row.items()} for row in ROWS]

    assert read(statline(shifted))[0] == read(statline(ROWS))[0]


def test_a_table_without_corop_leaves_that_column_empty(read):
    rows = [{name: value for name, value in row.items() if name not in {"Code_9", "Naam_10"}} for row in ROWS]

    assert [g.coropgebied for g in read(statline(rows))[0].gemeenten] == ["", ""]


def test_rows_about_the_country_are_counted_and_left_out(read):
    table, _ = read(statline([*ROWS, row("NL01", "Nederland", 18_000_001)]))

    assert (len(table.gemeenten), table.overige) == (2, 1)


def test_two_pages_are_read_by_their_link(read):
    table, server = read(statline(ROWS, size=1))

    assert len(table.gemeenten) == 2
    assert server.asked[-1] == "/odata/86059NED/TypedDataSet?$format=json&$skip=1"


def without(column):
    return [{name: value for name, value in row.items() if name != column} for row in ROWS]


def changed(**values):
    return [ROWS[0], {**ROWS[1], **values}]


REFUSED = {
    "another shape": ("G.712", lambda *_: reply({"error": "x"}), ["value", "error"]),
    "another year": (
        "G.715",
        statline(ROWS, info={**INFO, "Title": "Gebieden in Nederland 2024", "Period": "2024"}),
        ["2024"],
    ),
    "no title": ("G.715", statline(ROWS, info={}), ["--year"]),
    "no rows": ("G.720", statline([]), ["TypedDataSet"]),
    "double": ("G.718", statline([*ROWS, ROWS[0]]), ["GM0002"]),
    "no gemeenten": ("G.741", statline([row("NL01", "Nederland", 18_000_000)]), ["gemeente", "GM"]),
    "no provincie": ("G.741", statline(without("Code_26")), ["provincie", "PV"]),
    "a gemeente without region": ("G.741", statline(changed(Code_3="      ")), ["arbeidsmarktregio", "AM"]),
    "a code without a name": ("G.741", statline(without("Naam_27")), ["Naam_27"]),
    "two columns of regions": (
        "G.742",
        statline([{**row, "Code_70": f"AM{n:02}"} for n, row in enumerate(ROWS)]),
        ["Code_70"],
    ),
    "no inhabitants": ("G.742", statline(ROWS, topics=TOPICS[:2]), ["inwoners"]),
    "two columns of inhabitants": (
        "G.742",
        statline(ROWS, topics=[*TOPICS, {"Key": "Code_9", "Title": "Inwoners"}]),
        ["Inwonertal_57", "Code_9"],
    ),
    "a gemeente without inhabitants": ("G.743", statline(changed(Inwonertal_57=None)), ["Inwonertal_57", "GM0001"]),
    "half an inhabitant": ("G.743", statline(changed(Inwonertal_57=0.5)), ["GM0001"]),
    "a gemeente without a name": ("G.743", statline(changed(Naam_2="  ")), ["Naam_2", "GM0001"]),
    "a name that is a formula": ("G.743", statline(changed(Naam_2="=1+1")), ["Naam_2", "GM0001"]),
    "houses instead of inhabitants": ("G.744", statline(changed(Inwonertal_57=17)), ["Inwonertal_57", "9000017"]),
    "a circle": (
        "G.714",
        lambda server, path, _: reply({"value": [INFO], "odata.nextLink": f"{server.address}{path}?$format=json"}),
        ["TableInfos"],
    ),
    "pages for ever": (
        "G.709",
        lambda server, path, query: reply(
            {
                "value": [INFO],
                "odata.nextLink": f"{server.address}{path}?$format=json&$skip={int(query.get('$skip', 0)) + 1}",
            }
        ),
        ["TableInfos", "100 p."],
    ),
    "a link elsewhere": (
        "G.713",
        lambda *_: reply({"value": [INFO], "odata.nextLink": "http://example.org/"}),
        ["example.org"],
    ),
}
"""What the service answers, with the code of the problem and the words that both languages have."""


@pytest.mark.parametrize("case", REFUSED)
def test_a_refused_table_has_its_code_and_says_what_to_do(case, read):
    code, answer, words = REFUSED[case]

    with pytest.raises(GeodataError) as caught:
        read(answer)
    told = {taal: "\n".join(caught.value.render(taal)) for taal in ("nl", "en")}

    assert caught.value.problemen[0].code.split()[0] == code
    assert [word for word in words for text in told.values() if word not in text] == []
    assert told["nl"] != told["en"]


def test_every_problem_of_a_table_is_provoked_here():
    assert {code.split()[0] for code in NETWORK if code > "G.74"} - {code for code, *_ in REFUSED.values()} == set()


def test_a_table_number_that_is_none_is_refused(read):
    with pytest.raises(GeodataError, match="--table"):
        read(statline(ROWS), table="../x")


def without_corop(columns):
    return [column for column in columns if column != "coropgebied"]


def test_the_csv_has_the_columns_of_the_embedded_table_and_the_corop_area(read):
    text = as_csv(Vraag(2025, "86059NED"), read(statline(ROWS))[0], MOMENT).decode("utf-8-sig")
    rows = list(csv.DictReader(text.splitlines(), delimiter=";"))

    assert without_corop(rows[0]) == without_corop(Feit.__dataclass_fields__)
    assert rows[0] == {
        "gemeentecode": "GM0001",
        "naam": "Utrecht",
        "provincie": "Utrecht",
        "arbeidsmarktregio": "Midden-Utrecht",
        "inwoners": "9000001",
        "bron": "CBS 86059NED, opgehaald 2026-01-02",
        "peildatum": "2025-01-01",
        "coropgebied": "Utrecht",
    }


def fact(code, name, inhabitants, provincie="P", region="A"):
    told = dict.fromkeys(Feit.__dataclass_fields__, "CBS")
    values = {"gemeentecode": code, "naam": name, "provincie": provincie, "arbeidsmarktregio": region}
    return Feit(**{**told, **values, "inwoners": inhabitants})


def test_new_ended_renamed_moved_and_changed_gemeenten_are_named():
    facts = [fact("GM0001", "Aa", 1000), fact("GM0002", "Bb", 2000), fact("GM0003", "Cc", 500)]
    new = [
        Gemeente("GM0001", "Aa", "P", "A", "", 1100),
        Gemeente("GM0002", "Bee", "Q", "A", "", 1900),
        Gemeente("GM0004", "Dd", "P", "A", "", 600),
    ]

    found = compare(new, facts)

    assert (found.nieuw, found.vervallen) == (("GM0004 Dd",), ("GM0003 Cc",))
    assert found.andere_naam == ("GM0002 Bb → Bee",)
    assert found.andere_regio == ("GM0002 P → Q",)
    assert [(w.gemeentecode, w.was, w.wordt) for w in found.wijzigingen] == [
        ("GM0001", 1000, 1100),
        ("GM0002", 2000, 1900),
    ]
    assert [w.deel for w in found.wijzigingen] == pytest.approx([0.1, -0.05])
    assert (found.was, found.wordt) == (3500, 3600)


def test_the_real_table_of_2024_gives_342_gemeenten_of_17942942_inhabitants(read, shared_data):
    with (shared_data / "tables" / "gebieden_in_nederland_2024.csv").open(encoding="utf-8") as file:
        rows = [statline_row(row) for row in csv.DictReader(file)]

    table, _ = read(statline(rows, info={"Title": "Gebieden in Nederland 2024", "Period": "2024"}), year=2024)
    found = compare(table.gemeenten, gemeenten_2026())

    assert (len(table.gemeenten), sum(g.inwoners for g in table.gemeenten)) == (342, 17_942_942)
    assert (found.nieuw, found.vervallen, found.andere_regio) == ((), (), ())
    assert found.was == 18_130_208


def statline_row(row):
    """Write a row of the published table with the columns of StatLine."""
    names = ("gemeente", "arbeidsmarktregio", "arrondissement", "corop", "provincie", "zorgkantoorregio")
    coded = {KEY: f"{row['gemeente_code']:<10}"}
    for number, name in enumerate(names):
        coded[f"Code_{2 * number + 1}"] = f"{row[f'{name}_code']:<10}"
        coded[f"Naam_{2 * number + 2}"] = f"{row[f'{name}_naam']:<50}"
    return coded | {"Inwonertal_57": int(row["inwoners_2024"])}
