"""Ways to make a run or its case untrue, and to seal the folder again, so that only a recount can tell."""

import csv
import io
import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

from verifier.manifest import seal
from verifier.read import Row, digest
from verifier.twins import content_hash

Change = Callable[[list[Row]], None]


def copy_of(folder: Path, into: Path) -> Path:
    """Give a copy of a folder that a test may spoil."""
    return Path(shutil.copytree(folder, into / folder.name))


def rows_of(path: Path) -> list[Row]:
    """Read a table as it stands."""
    return list(csv.DictReader(path.read_text("utf-8-sig").splitlines(), delimiter=";"))


def change(path: Path, edit: Change) -> None:
    """Change the rows of a table in place."""
    rows = rows_of(path)
    header = list(rows[0])
    edit(rows)
    text = io.StringIO(newline="")
    table = csv.DictWriter(text, header, delimiter=";", lineterminator="\r\n")
    table.writeheader()
    table.writerows(rows)
    path.write_bytes(text.getvalue().encode("utf-8-sig"))


def change_run(run: Path, edit: Callable[[dict], None]) -> None:
    """Change ``run.json`` in place."""
    manifest = json.loads((run / "run.json").read_bytes())
    edit(manifest)
    (run / "run.json").write_text(json.dumps(manifest, ensure_ascii=False), "utf-8")


def sealed(case: Path, run: Path) -> None:
    """Give every file the hash that it has now, as a careful forger would."""

    def reseal(manifest: dict) -> None:
        manifest["outputs"] = {name: digest((run / name).read_bytes()) for name in manifest["outputs"]}
        manifest["outputs_inhoud"] = {name: content_hash(run / name) for name in manifest["outputs_inhoud"]}
        for source in manifest["invoer"]:
            source["sha256"] = digest((case / source["bestand"]).read_bytes())
        manifest["hash"] = seal(manifest)

    change_run(run, reseal)


def in_map(run, change_data):
    """Change what the map reads, and leave the rest of the page."""
    page = run / "kaart.html"
    before, data, after = re.split(r'(?<=id="gegevens">)(.*?)(?=</script>)', page.read_text("utf-8"), maxsplit=1)
    content = json.loads(data)
    change_data(content)
    page.write_text(before + json.dumps(content, ensure_ascii=False, separators=(",", ":")) + after, "utf-8")


def in_row(data, row, **changes):
    """Change fields of the row of a gemeente."""
    for name, new in changes.items():
        at = data["velden"].index(name)
        data["gemeenten"][row][at] = new(data["gemeenten"][row][at])
