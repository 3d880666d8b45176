"""A decision that nobody could have signed is refused key by key."""

import pytest
from publishing import SIGNED, run_of, sign


@pytest.fixture
def place(tmp_path):
    run_of(tmp_path / "run", [3, 20, 30])
    return tmp_path


def options(place):
    return ["publish", place / "run", "--out", place / "openbaar", "--besluit", place / "publicatie.toml"]


BAD_KEYS = {
    "drempel = 1": ("drempel = '1'", "F.207"),
    'drempel = "vijf"': ("drempel = 'vijf'", "F.203"),
    "afronding = 0": ("afronding = '0'", "F.207"),
    'kwartaal = "2026-1"': ("kwartaal = '2026-1'", "F.210"),
    'datum = "1 maart"': ("datum = '1 maart'", "F.211"),
    'licentie = "EUPL"': ("licentie = 'EUPL'", "F.214"),
    'functie = "  "': ("functie", "F.201"),
    'organisatie = "Rode\\u200bKruis"': ("organisatie", "F.215"),
    'nul_zichtbaar = "ja"': ("nul_zichtbaar = 'ja'", "F.305"),
    "drempels = 5": ("drempels", "F.302"),
}


@pytest.mark.parametrize("line", BAD_KEYS)
def test_a_key_that_cannot_hold_this_is_named_with_its_line(call, place, capsys, line):
    key = line.split(" = ")[0]
    sign(place / "publicatie.toml", **{key: None})
    with (place / "publicatie.toml").open("a", encoding="utf-8") as file:
        file.write(line + "\n")

    status = call(*options(place))
    said = capsys.readouterr().err

    assert status == 2
    assert f"publicatie.toml:{len(SIGNED) + (key not in SIGNED)}" in said
    assert [part for part in BAD_KEYS[line] if part not in said] == []
    assert not (place / "openbaar").exists()


@pytest.mark.parametrize("key", SIGNED)
def test_a_key_that_is_missing_is_named(call, place, capsys, key):
    sign(place / "publicatie.toml", **{key: None})

    status = call(*options(place))

    assert status == 2
    assert f"publicatie.toml  {key}" in capsys.readouterr().err
