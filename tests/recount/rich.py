"""A small case in which every rule and goal has something to say; the seed chooses who and where."""

from math import prod
from pathlib import Path
from random import Random

from recount.tampering import change, rows_of

from verifier.read import Row

SIZES = {"households": 40, "gemeenten": 6}
HERE, THERE = "Drechtsteden", "Overzijde"
"""Arbeidsmarktregio of the example, and a second one for half of its gemeenten."""
LOCKS = "huishouden_id;gemeentecode;soort;waarde;reden;wie;bron"


def rich(case: Path, seed: int = 0) -> None:
    """Bend an example of 40 households in 6 gemeenten."""
    random = Random(seed)  # noqa: S311  a draw for a test
    codes = [row["gemeentecode"] for row in rows_of(case / "gemeenten.csv")]
    change(case / "gemeenten.csv", lambda rows: _gemeenten(rows, random))
    change(case / "arbeidsmarkt.csv", _work)
    change(case / "inburgering.csv", lambda rows: _seats(rows, random))
    change(case / "huishoudens.csv", lambda rows: _households(rows, codes, random))
    change(case / "woningaanbod.csv", lambda rows: _homes(rows, codes, random))
    _lock(case, codes, random)
    _choose(case)


def _gemeenten(rows: list[Row], random: Random) -> None:
    """Make two provincies and two regions; few lettings, and other numbers in the kwartaal before."""
    for n, row in enumerate(rows):
        if n >= len(rows) // 2:
            row.update(provincie="Overzijde", arbeidsmarktregio=THERE)
        row["sociale_verhuringen"] = str(random.randint(3, 7))
        row["vorig_kwartaal_personen"] = str(random.randint(0, 30))
    rows[1]["voorrang"] = "alleen_gezinnen"
    rows[2]["max_personen"] = "9"


def _work(rows: list[Row]) -> None:
    """Leave little work, unevenly over both regions."""
    for n, row in enumerate(rows):
        row["plaatsen"] = str(n % 3)
    rows += [{**row, "arbeidsmarktregio": THERE, "plaatsen": str((n + 1) % 2)} for n, row in enumerate(rows)]


def _seats(rows: list[Row], random: Random) -> None:
    """Take seats away now, and promise more for the next kwartaal."""
    rows[:] = [row for row in rows if row["kwartaal"] == "2026K1"]
    for row in rows:
        row["plaatsen"] = str(int(row["plaatsen"]) // 2)
    rows += [{**row, "kwartaal": "2026K2", "plaatsen": str(random.randint(0, 7))} for row in rows]


def _households(rows: list[Row], codes: list[str], random: Random) -> None:
    """Let singles share, expect family, make large families, and give wishes."""
    for n, row in enumerate(rows):
        row["delen"] = "ja" if n % 3 else "nee"
        row["nareis_personen"] = "2" if n % 9 == 4 else "0"
        wishes = random.sample([*codes, HERE, THERE], 3)
        row.update({f"voorkeur_{k + 1}": wish for k, wish in enumerate(wishes[: n % 4])})
    for n in (5, 15, 25):
        rows[n].update(kinderen_0_3=str(6 - int(rows[n]["volwassenen"])), kinderen_4_11="0", kinderen_12_17="0")


def _homes(rows: list[Row], codes: list[str], random: Random) -> None:
    """Reserve part of some homes, name schemes, and add shared homes, large homes and homes that stand elsewhere."""
    for n, row in enumerate(rows):
        row["aandeel_minimaal"] = row["aandeel_statushouders"] if n % 3 == 0 else "0,0"
        row["regeling"] = ("HAR+", "", "SFT", "eigen geld")[n % 4]
        if n % 7 == 2:
            row["gastgemeente"] = random.choice(codes)
    own = {
        "gastgemeente": "",
        "kwartaal": "2026K1",
        "tot_kwartaal": "",
        "leverkans": "1,0",
        "aandeel_statushouders": "1,0",
    }
    more = [("woningdelen", "3", "1", "1,0"), ("woningdelen", "2", "2", "0,5"), ("sociale_huur", "7", "1", "0,0")]
    for n, code in enumerate(codes):
        form, sleeps, count, kept = more[n % 3]
        home = {"woonvorm": form, "slaapt": sleeps, "aantal": count, "aandeel_minimaal": kept, "gemeentecode": code}
        rows.append({**rows[0], **own, **home, "aanbod_id": f"R{n}"})


def _count(home: Row) -> int:
    """Give the whole homes of a row that statushouders may take."""
    parts = (float(home[name].replace(",", ".")) for name in ("leverkans", "aandeel_statushouders"))
    return int(int(home["aantal"]) * prod(parts) + 1e-9)


def _persons(row: Row) -> int:
    """Give the persons of a household."""
    return sum(int(row[name]) for name in ("volwassenen", "kinderen_0_3", "kinderen_4_11", "kinderen_12_17"))


def _lock(case: Path, codes: list[str], random: Random) -> None:
    """Send two households somewhere, keep some away from a gemeente, and bound two gemeenten."""
    rows = rows_of(case / "huishoudens.csv")
    bound = {row["huishouden_id"] for row in rows_of(case / "bindingen.csv")}
    names = [row["huishouden_id"] for row in rows if row["huishouden_id"] not in bound]
    couples = [row["huishouden_id"] for row in rows if row["volwassenen"] == "2" and row["huishouden_id"] in names]
    away = random.sample([name for name in names if name not in couples[:1]], 6)
    homes = [home for home in rows_of(case / "woningaanbod.csv") if home["woonvorm"] == "sociale_huur" and _count(home)]
    persons = {row["huishouden_id"]: _persons(row) for row in rows}
    beds = sum(int(home["slaapt"]) * _count(home) for home in homes if home["gemeentecode"] == codes[0])
    locks = []
    for name in (couples[0], away[0]):
        open_to = [(home["gastgemeente"] or home["gemeentecode"], int(home["slaapt"])) for home in homes]
        fitting = sorted({code for code, sleeps in open_to if sleeps >= persons[name] and code != codes[3]})
        locks.append(f"{name};;vast;{codes[4] if codes[4] in fitting and not locks else random.choice(fitting)}")
    locks += [f"{name};;verboden;{random.choice(codes)}" for name in away[1:]]
    locks += [f";{codes[0]};min;{beds}", f";{codes[3]};max;6", f";{codes[3]};max;8"]
    lines = [LOCKS, *(f"{lock};proef;planner;synthetisch" for lock in locks)]
    (case / "vastleggingen.csv").write_text("\n".join([*lines, ""]), "utf-8")


def _choose(case: Path) -> None:
    """Ask for every rule that a scenario may ask for."""
    own = [
        "band_provincie = 0.02",
        "band_regio = 0.1",
        'nareis = "aan"',
        "verdringing_hoogstens = 0.3",
        "wijziging_hoogstens = 0.1",
        "menging_band = 0.05",
        "min_uitstroom_personen = 60",
        "[parameters]",
        '"spreiding.wijziging_personen" = 1.0',
        "spreiding.regio_factor = 0.5",
        "spreiding.menging_factor = 1.5",
        "",
    ]
    named = {line.split(" = ")[0] for line in own}
    lines = (case / "scenario.toml").read_text("utf-8").splitlines()
    kept = [line for line in lines if line and line.split(" = ")[0] not in named]
    (case / "scenario.toml").write_text("\n".join([*kept, *own]), "utf-8")
