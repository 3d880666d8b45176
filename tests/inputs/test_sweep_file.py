"""A sweep says what varies; everything that is wrong with it is told at once, in its place, with what to write."""

import tomllib

import pytest

from inputs.messages import render
from inputs.parameters import default_parameters
from inputs.sweep_file import choices_text, item_problems, merged, read_sweep
from inputs.sweep_parts import Combination

SMALL = 'voorbeeld = "klein"\n'
VARIANT = '[[variant]]\nnaam = "a"\n'


@pytest.fixture
def read(tmp_path):
    """Give a way to read the text of a sweep."""

    def read_text(text):
        path = tmp_path / "reeks.toml"
        path.write_text(text, "utf-8")
        return read_sweep(path, ("solve",))

    return read_text


def told(sweep):
    """Give code, line and key of every problem."""
    return [(str(p.code), p.regel, p.kolom) for p in sweep.problems]


def test_seeds_variants_and_grid_are_multiplied(read):
    """2 seeds x 2 variants x 3 values: 12 items, each with the choices of its variant and its place in the grid."""
    sweep = read(
        'voorbeeld = "gemaakt"\nhuishoudens = 20\ngemeenten = 3\nzaden = { van = 4, tot = 5 }\n'
        '[[variant]]\nnaam = "ruim"\nband = 0.2\n[[variant]]\nnaam = "krap"\nparameters.uitstroom.per_persoon = 30\n'
        '[raster]\nsleutel = ["inwoners"]\nparameters.spreiding.per_persoon = [1, 2.0, 4]\n'
    )

    assert told(sweep) == []
    assert len(sweep.items) == 12
    assert sweep.items[4] == Combination(
        "krap",
        4,
        {"uitstroom.per_persoon": 30, "sleutel": "inwoners", "spreiding.per_persoon": 2.0},
        ("spreiding.per_persoon",),
        8,
    )
    assert {item.zaad for item in sweep.items} == {4, 5}


def test_a_sweep_without_anything_that_varies_is_one_item(read):
    assert [item.waarden for item in read(SMALL).items] == [{}]


BAD = [
    (SMALL + "rastr = 1\n", "F.302", 2, "rastr", "raster"),
    ("naam = 3\n" + SMALL, "F.304", 1, "naam", "tekst"),
    ('naam = "leeg"\n', "F.344", None, "casus", 'casus = "mijn-casus"'),
    (SMALL + 'casus = "x"\n', "F.342", 1, "voorbeeld", "casus"),
    ('voorbeeld = "klien"\n', "F.214", 1, "voorbeeld", "Bedoelde u klein?"),
    (SMALL + 'opdracht = "solv"\n', "F.214", 2, "opdracht", "Bedoelde u solve?"),
    (SMALL + "zaden = [1]\n", "F.342", 2, "zaden", 'voorbeeld = "klein"'),
    ('voorbeeld = "gemaakt"\nhuishoudens = 20\nzaden = [1]\n', "F.344", None, "gemeenten", "gemeenten = 10"),
    ('voorbeeld = "gemaakt"\nhuishoudens = 0\ngemeenten = 3\nzaden = [1]\n', "F.207", 2, "huishoudens", "1 of meer"),
    ('voorbeeld = "gemaakt"\nhuishoudens = 9\ngemeenten = 3\nzaden = []\n', "F.341", 4, "zaden", "van = 1"),
    ('voorbeeld = "gemaakt"\nhuishoudens = 9\ngemeenten = 3\nzaden = {van = 3}\n', "F.341", 4, "zaden", "van = 1"),
    ('voorbeeld = "gemaakt"\nhuishoudens = 9\ngemeenten = 3\nzaden = [2, 2]\n', "F.345", 4, "zaden", "houd er een"),
    ('voorbeeld = "gemaakt"\nhuishoudens = 9\ngemeenten = 3\nzaden = [-1]\n', "F.207", 4, "zaden", "0 of meer"),
    (SMALL + 'basis = "weg.toml"\n', "F.002", 2, "basis", "ontbreekt"),
    (SMALL + "variant = 3\n", "F.341", 2, "variant", "[[variant]]"),
    (SMALL + "[[variant]]\nband = 0.1\n", "F.344", 2, "naam", 'naam = "hoog"'),
    (SMALL + VARIANT + VARIANT, "F.345", 5, "naam", "houd er een"),
    (SMALL + VARIANT + '[[variant]]\nnaam = "b"\nbant = 0.1\n', "F.302", 6, "bant", "Bedoelde u band?"),
    (SMALL + VARIANT + "band = 5.0\n", "F.208", 4, "band", "0.05"),
    (SMALL + VARIANT + "parameters.spreiding.per_persoo = 1\n", "F.306", 4, "spreiding.per_persoo", "per_persoon?"),
    (SMALL + VARIANT + "parameters.spreiding.per_persoon = 1e9\n", "F.307", 4, "spreiding.per_persoon", "1000"),
    (SMALL + VARIANT + "gap = 0.1\n[raster]\ngap = [0.2]\n", "F.342", 4, "gap", "[raster]"),
    (SMALL + "[raster]\nband = 0.1\n", "F.341", 3, "band", "[0.05, 0.1]"),
    (SMALL + "[raster]\nband = []\n", "F.341", 3, "band", "[0.05, 0.1]"),
    (SMALL + "[raster]\nband = [0.1, 0.1]\n", "F.345", 3, "band", "houd er een"),
    (SMALL + '[raster]\nsleutel = ["inwoners", "x"]\n', "F.214", 3, "sleutel", "kies uit"),
    (SMALL + '[raster.parameters]\nspreiding.per_persoon = [1, "x"]\n', "F.206", 3, "spreiding.per_persoon", "getal"),
    (SMALL + f"[raster]\nparameters.spreiding.per_persoon = {list(range(900))}\n"
     "parameters.participatie.per_volwassene = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]\n",
     "F.343", None, None, "10800"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "code", "regel", "kolom", "says"), BAD)
def test_a_fault_is_told_in_its_place_with_what_to_write(read, text, code, regel, kolom, says):
    sweep = read(text)

    assert (code, regel, kolom) in told(sweep)
    assert sweep.items == ()
    lines = [(render(p, "nl"), render(p, "en")) for p in sweep.problems if (str(p.code), p.kolom) == (code, kolom)]
    assert says in lines[0][0]
    assert lines[0][0] != lines[0][1]
    assert lines[0][0].startswith("reeks.toml")


def test_all_faults_are_told_at_once(read):
    """One in each part: the head, a variant and the grid."""
    sweep = read(SMALL + "naam = 3\n" + VARIANT + "bant = 0.1\n[raster]\ngap = [7.0]\n")

    assert [line for _, line, _ in told(sweep)] == [2, 5, 7]


def test_choices_that_do_not_go_together_are_told_at_the_variant(read):
    sweep = read(SMALL + VARIANT + 'doelen = "op_volgorde"\n')

    found = item_problems(sweep, {"kwartaal": "2026K1"}, default_parameters())

    assert [(str(p.code), p.bestand, p.regel) for p in found] == [("F.331", "reeks.toml", 2)]


def test_an_item_takes_the_place_of_the_basis_and_keeps_the_rest():
    basis = {"kwartaal": "2026K1", "band": 0.1, "parameters": {"uitstroom": {"per_persoon": 60, "per_kind": 0.5}}}
    item = Combination("a", None, {"band": 0.2, "uitstroom.per_kind": 0.0})

    text = choices_text(merged(basis, item))

    assert tomllib.loads(text) == {
        "band": 0.2,
        "kwartaal": "2026K1",
        "parameters": {"uitstroom.per_kind": 0.0, "uitstroom.per_persoon": 60},
    }


def test_an_item_at_exchange_rates_leaves_the_order_of_the_basis_out():
    basis = {"kwartaal": "2026K1", "doelen": "op_volgorde", "volgorde": ["uitstroom"], "tolerantie": 0.1}

    assert merged(basis, Combination("a", None, {"doelen": "wisselkoersen"})) == {
        "kwartaal": "2026K1",
        "doelen": "wisselkoersen",
        "parameters": {},
    }
