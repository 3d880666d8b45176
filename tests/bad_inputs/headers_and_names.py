"""Bad inputs 21-23 and 41-45: headers, and texts that are no plain names."""

from bad_inputs.bad import Bad, Build, T, files
from small_case import FILES

HOUSEHOLDS = FILES["huishoudens.csv"]


def _header(text: str) -> Build:
    """Build the small case with another header for the inhabitants."""
    return files(gemeenten=(";inwoners;", f";{text};"))


def named(text: str) -> dict[str, tuple[str, str]]:
    """Give the change of the small case that makes a text the name of a gemeente."""
    return {"gemeenten.csv": ("GM0363;Amsterdam", f"GM0363;{text}")}


def _name(text: str) -> Build:
    """Build the small case with a text as the name of a gemeente."""
    return files(**named(text))


def _extra(name: str) -> Build:
    """Build the small case with a column more in the households."""
    return files(
        huishoudens=HOUSEHOLDS.replace("toegankelijk\n", f"toegankelijk;{name}\n").replace(";nee\n", ";nee;x\n")
    )


def _scenario(name: str) -> Build:
    """Build the small case under another name."""
    return files(**{T: ('"klein"', f'"{name}"')})


SHOWN = {
    41: ('"=HYPERLINK(""http://evil"";""x"")"', "+31", "-Zuid", "@SUM(A1)"),
    42: ("<img src=x onerror=alert(1)>",),
    43: ("${1+1}", "`x`", "</script>", "')...//"),
    44: ("#set page(width:1cm)", "\\\\input{x}"),
}
"""Texts that stay texts, by number; what is written shows them as text too."""

BADS = [
    Bad(
        21, "harde spatie in een naam", "F.215", "gemeenten.csv:2  naam = 'Amster<U+00A0>dam'", _name("Amster\u00a0dam")
    ),
    Bad(
        21,
        "teken zonder breedte in een naam",
        "F.215",
        "gemeenten.csv:2  naam = 'Amster<U+200B>dam'",
        _name("Amster\u200bdam"),
    ),
    Bad(
        21,
        "leesrichting omgekeerd in een naam",
        "F.215",
        "gemeenten.csv:2  naam = 'Amster<U+202E>dam'",
        _name("Amster\u202edam"),
    ),
    Bad(21, "onzichtbaar teken in een kop", "", "", _header("inw\u200bo\u202en\u00a0ers")),
    Bad(22, "kop met een spelfout", "F.101", "gemeenten.csv:1  inwoners", _header("inwooners")),
    Bad(22, "kop in het Engels", "F.101", "gemeenten.csv:1  inwoners", _header("inhabitants")),
    Bad(22, "kop in hoofdletters met spaties", "", "", _header(" INWONERS ")),
    Bad(
        22,
        "dubbele kop",
        "F.102",
        "gemeenten.csv:1  inwoners",
        files(gemeenten=("voorrang;min_personen", "voorrang;inwoners")),
    ),
    Bad(23, "kolom opmerking", "W.503", "huishoudens.csv:1  opmerking", _extra("opmerking")),
    Bad(23, "kolom BSN", "F.106", "huishoudens.csv:1  BSN", _extra("BSN")),
    Bad(23, "kolom naam", "F.105", "huishoudens.csv:1  naam", _extra("naam")),
    Bad(23, "kolom v-nummer", "F.105", "huishoudens.csv:1  v-nummer", _extra("v-nummer")),
    Bad(23, "kolom nationaliteit", "F.104", "huishoudens.csv:1  nationaliteit", _extra("nationaliteit")),
    *(
        Bad(number, text, "W.505", "gemeenten.csv:2  naam", _name(text))
        for number, texts in SHOWN.items()
        for text in texts
    ),
    Bad(41, "tab voor een naam", "F.215", "gemeenten.csv:2  naam = '<U+0009>x'", _name('"\tx"')),
    Bad(41, "CR voor een naam", "F.215", "gemeenten.csv:2  naam = '<U+000D>x'", _name('"\rx"')),
    Bad(43, "scenario met ${...} en </script>", "", "", _scenario("${1+1}</script>`")),
    Bad(45, "scenario met 300 tekens", "F.218", "scenario.toml:1  naam", _scenario("x" * 300)),
    Bad(45, "scenario met een nulteken", "F.215", "scenario.toml:1  naam = 'a<U+0000>b'", _scenario("a\\u0000b")),
    Bad(45, "scenario met alleen een spatie", "F.201", "scenario.toml:1  naam", _scenario(" ")),
    *(
        Bad(45, f"scenario {name}", "", "", _scenario(name))
        for name in ("../../etc/x", "C:\\\\x", "CON", "a/b", "..", "\U0001f600")
    ),
    Bad(45, "naam van 40.000 tekens in een tabel", "F.218", "gemeenten.csv:2  naam", _name("x" * 40_000)),
]
