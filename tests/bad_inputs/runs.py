"""Bad inputs 29-40: too little to place, choices that contradict each other, and trouble while a run is busy."""

import os
from pathlib import Path

from bad_inputs.bad import SOLVER_FAILED, A, B, Bad, Build, C, G, H, S, T, V, W, files
from small_case import FILES

LOCKS = "huishouden_id;gemeentecode;soort;waarde;reden;wie"
MORE = range(40)
HEADER = {name: FILES[f"{name}.csv"].splitlines()[0] + "\n" for name in ("huishoudens", "deelnemers")}
CROWD = {
    "huishoudens": FILES[H] + "".join(f"K{n};1;0;0;0;2025-11-01;Ter Apel;nee;nee\n" for n in MORE),
    "deelnemers": FILES["deelnemers.csv"] + "".join(f"K{n};Z;geen\n" for n in MORE),
    T: ("= 5", "= 45"),
}
EMPTY_HOMES = FILES[A].replace(";4;3;", ";4;0;").replace(";1;10;", ";1;0;").replace(";8;1;", ";8;0;")


def _first(name: str, rows: int) -> str:
    """Give the header and the first rows of a table."""
    return "".join(f"{line}\n" for line in FILES[name].splitlines()[: rows + 1])


ONE = {
    "gemeenten": _first(G, 1),
    "woningaanbod": _first(A, 1),
    "inburgering": _first(C, 3),
    "onderwijs": _first(S, 2),
    "arbeidsmarkt": _first(W, 2),
    "bindingen": None,
}


def _locks(*rows: str) -> Build:
    """Build the small case with locks and without grounds."""
    text = "\n".join([LOCKS, *(f"{row};proef;planner" for row in rows), ""])
    return files(**{V: text, B: None})


def _scenario(text: str) -> Build:
    """Build the small case with other choices."""
    return files(**{T: f'kwartaal = "2026K1"\n{text}\n'})


def _cbc(path: str):
    """Let PuLP call another program as its CBC."""

    def arrange(monkeypatch) -> None:
        import pulp  # noqa: PLC0415  only these need it

        monkeypatch.setattr(pulp.PULP_CBC_CMD, "pulp_cbc_path", path)

    return arrange


def _readable(folder: Path) -> list[object]:
    """Ask for the readable model with CBC."""
    return [*files()(folder), "--engine", "cbc"]


def _model_of_nobody(folder: Path) -> list[object]:
    """Ask for the model of a case in which nobody waits."""
    nobody = files(**HEADER, bindingen=None, **{T: ("= 5", "= 0")})(folder)
    return [*nobody, "--write-lp", folder / "model.lp"]


def _full_disk(monkeypatch) -> None:
    """Let nothing be written to the disk."""

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)


def _in_use(monkeypatch) -> None:
    """Let another program keep the new folder."""
    rename = Path.rename

    def locked(self, target):
        if self.name == "nieuw":
            raise PermissionError(13, "Permission denied")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", locked)


def _open_in_excel(monkeypatch) -> None:
    """Let a table be locked by another program."""
    read = Path.read_bytes

    def locked(self):
        if self.name == "onderwijs.csv":
            raise PermissionError(13, "Permission denied")
        return read(self)

    monkeypatch.setattr(Path, "read_bytes", locked)


def _into(kind: str) -> Build:
    """Ask for a run in a place that is taken."""

    def build(folder: Path) -> list[object]:
        out = folder.parent / "bezet"
        if kind == "file":
            out.write_text("van mij", "utf-8")
            return [*files()(folder), "--out", out / "uit"]
        out.mkdir()
        (out / "run.json").write_text("{}", "utf-8")
        return [*files()(folder), "--out", out]

    return build


RATES = 'kwartaal = "2026K1"\n[parameters]\nuitstroom.per_persoon = 1e4\nnabijheid.per_persoon_km = 1e-9\n'
KEY = FILES[G].replace("peildatum\n", "peildatum;woningvoorraad\n").replace("2026-01-01\n", "2026-01-01;0\n")
BADS = [
    Bad(
        29,
        "geen huishoudens en opgave 0",
        "W.547",
        "huishoudens.csv:",
        files(**HEADER, bindingen=None, **{T: ("= 5", "= 0")}),
        solves=True,
    ),
    Bad(
        29,
        "opgave 0 terwijl er huishoudens wachten",
        "W.512",
        "scenario.toml  opgave_personen = '0'",
        files(**{T: ("= 5", "= 0")}),
        solves=True,
    ),
    Bad(30, "meer wachtenden dan slaapplaatsen", "W.548", "woningaanbod.csv  slaapt", files(**CROWD), solves=True),
    Bad(30, "meer wachtenden dan cursusplaatsen", "W.549", "inburgering.csv  plaatsen", files(**CROWD), solves=True),
    Bad(31, "overal 0 woningen", "W.511", "woningaanbod.csv:", files(woningaanbod=EMPTY_HOMES), solves=True),
    Bad(
        31,
        "overal 0 cursusplaatsen",
        "W.549",
        "inburgering.csv  plaatsen",
        files(inburgering=FILES[C].replace(";5\n", ";0\n")),
        solves=True,
    ),
    Bad(31, "een gemeente", "", "", files(**ONE), solves=True),
    Bad(32, "min boven de woningen", "F.220", "vastleggingen.csv:2  waarde = '500'", _locks(";GM0014;min;500")),
    Bad(
        32,
        "min samen boven de wachtenden",
        "F.221",
        "vastleggingen.csv:3  waarde = '4'",
        _locks(";GM0014;min;4", ";GM0363;min;4"),
    ),
    Bad(
        32,
        "vast waar geen woning past",
        "F.222",
        "vastleggingen.csv:2  waarde = 'GM0363'",
        files(
            **{
                V: f"{LOCKS}\nH1;;vast;GM0363;proef;planner\n",
                B: None,
                "woningaanbod": ("A1;GM0363;;sociale_huur;4", "A1;GM0363;;sociale_huur;3"),
            }
        ),
    ),
    Bad(
        32,
        "vast samen boven de woningen",
        "F.223",
        "vastleggingen.csv:3  waarde = 'GM0363'",
        files(
            **{
                V: f"{LOCKS}\nH1;;vast;GM0363;proef;planner\nH2;;vast;GM0363;proef;planner\n",
                B: None,
                "woningaanbod": ("A1;GM0363;;sociale_huur;4;3;2026K1;;0,9", "A1;GM0363;;sociale_huur;4;1;2026K1;;1"),
            }
        ),
    ),
    Bad(
        32,
        "vast boven max",
        "F.224",
        "vastleggingen.csv:2  waarde = 'GM0363'",
        _locks("H1;;vast;GM0363", ";GM0363;max;2"),
    ),
    Bad(
        32,
        "min boven max_personen",
        "F.225",
        "vastleggingen.csv:2  waarde = '5'",
        files(**{V: f"{LOCKS}\n;GM0014;min;5;proef;planner\n", "gemeenten": (";0;40", ";0;4")}),
    ),
    Bad(32, "min boven max", "F.433", "vastleggingen.csv:3  soort", _locks(";GM0363;max;4", ";GM0363;min;5")),
    Bad(
        33,
        "min_personen boven max_personen",
        "F.415",
        "gemeenten.csv:3  min_personen = '50'",
        files(gemeenten=(";0;40", ";50;40")),
    ),
    Bad(33, "negatief gewicht", "F.307", "scenario.toml:6  uitstroom.per_persoon = '-1'", files(**{T: ("80.0", "-1")})),
    Bad(
        33,
        "sleutel weegt overal 0",
        "F.453",
        "gemeenten.csv  woningvoorraad",
        files(gemeenten=KEY, **{T: 'kwartaal = "2026K1"\nsleutel = "woningvoorraad"\n'}),
    ),
    Bad(34, "tarieven van 1e-9 tot 1e4", "W.531", "scenario.toml  parameters", files(**{T: RATES})),
    Bad(34, "tarief 1e9", "F.307", "scenario.toml:6  uitstroom.per_persoon", files(**{T: ("80.0", "1e9")})),
    Bad(
        37, "CBC ontbreekt", "", "", _readable, solves=True, exit=SOLVER_FAILED, says="no CBC", arrange=_cbc("nergens")
    ),
    Bad(
        37,
        "CBC breekt af",
        "",
        "",
        _readable,
        solves=True,
        exit=SOLVER_FAILED,
        says="PuLP, cbc",
        arrange=_cbc("/bin/false"),
    ),
    Bad(
        38,
        "schijf vol",
        "",
        "",
        files(),
        solves=True,
        exit=2,
        says="de schijf is vol",
        says_en="the disk is full",
        arrange=_full_disk,
    ),
    Bad(38, "map in gebruik", "", "", files(), solves=True, exit=2, says="Permission denied", arrange=_in_use),
    Bad(38, "plaats onder een bestand", "", "", _into("file"), solves=True, exit=2, says="--out"),
    Bad(38, "tabel open in Excel", "F.009", "onderwijs.csv:", files(), arrange=_open_in_excel),
    Bad(39, "map met een andere uitkomst", "", "", _into("run"), solves=True, exit=2, says="--overschrijf"),
    Bad(29, "model van geen huishoudens", "", "", _model_of_nobody, solves=True, exit=2, says="--write-lp"),
]
