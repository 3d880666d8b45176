"""A program that is killed at any moment leaves the folder as it was or as it becomes; and two at once leave one."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest
from killed import NEW, OLD

from reports.exchange import exchanged
from reports.run_folder import RunFolderError, leftovers, rewrite_run, write_run

TESTS = Path(__file__).parents[1]
AFTER = {
    "run": NEW,
    "forget": {name: text for name, text in OLD.items() if name != "koppelingen.csv"} | {"run.json": NEW["run.json"]},
}
linux = pytest.mark.skipif(sys.platform != "linux", reason="asks Linux for its steps")


def contents(folder):
    """Give every file by its name below the folder."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def names(folder):
    """Name what stands in a folder."""
    return sorted(entry.name for entry in folder.iterdir())


def as_bytes(files):
    return {name: text if isinstance(text, bytes) else text.encode() for name, text in files.items()}


def killed_everywhere(place, how, way):
    """Kill a writer before each of its steps; give the folders in which that happened."""
    env = {**os.environ, "PYTHONPATH": os.pathsep.join([str(TESTS), str(TESTS.parent)])}
    command = [sys.executable, TESTS / "killed.py", place, how, way]
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=True)
    places = sorted(place.iterdir())
    assert len(places) == int(done.stdout)
    return places


def again(how, out):
    """Do once more what was killed."""
    if how == "run":
        write_run(out, NEW, overwrite=True)
    else:
        rewrite_run(out, {"run.json": NEW["run.json"]}, {"koppelingen.csv"} & set(names(out)))


@linux
@pytest.mark.parametrize("how", ["run", "forget"])
def test_killed_at_any_step_the_old_or_the_new_folder_stands_there_whole(how, tmp_path):
    """What is left beside it has a hidden name that begins as that of the folder, is listed, and hinders nobody."""
    old, new = as_bytes(OLD), as_bytes(AFTER[how])
    places = killed_everywhere(tmp_path, how, "at_once")

    found = [contents(place / "uit") for place in places]
    strange = [name for place in places for name in names(place) if name != "uit" and not name.startswith(".uit.")]
    for place in places:
        again(how, place / "uit")

    assert len(places) > 15
    assert [place.name for place, files in zip(places, found, strict=True) if files not in (old, new)] == []
    assert old in found
    assert new in found
    assert strange == []
    assert any(leftovers(place / "uit") for place in places)
    assert [place.name for place in places if contents(place / "uit") != new] == []


@linux
def test_where_folders_cannot_change_places_the_old_one_is_whole_beside_it(tmp_path):
    """Between two renames nothing stands there; both folders are whole in the hidden one, and a new run is written."""
    old, new = as_bytes(OLD), as_bytes(NEW)
    gaps = [place for place in killed_everywhere(tmp_path, "run", "renamed") if not (place / "uit").exists()]

    assert gaps
    for place in gaps:
        (hidden,) = leftovers(place / "uit")
        assert (contents(hidden / "oud"), contents(hidden / "nieuw")) == (old, new)
        write_run(place / "uit", NEW)
        assert contents(place / "uit") == new


@linux
def test_two_folders_change_places_at_once_or_not_at_all(tmp_path):
    (tmp_path / "een").mkdir()
    (tmp_path / "een" / "a").write_text("a")
    (tmp_path / "twee").mkdir()

    assert exchanged(tmp_path / "een", tmp_path / "nergens") is False
    assert exchanged(tmp_path / "een", tmp_path / "twee") is True
    assert names(tmp_path / "twee") == ["a"]
    assert names(tmp_path / "een") == []


def at_once(count, write):
    """Let so many threads write at the same moment; give what became of each."""
    start = Barrier(count)

    def one(number):
        start.wait()
        try:
            write(number)
        except RunFolderError as error:
            return str(error)
        return "geschreven"

    with ThreadPoolExecutor(count) as pool:
        return list(pool.map(one, range(count)))


def files_of(number):
    return {"run.json": "{}", **{f"{n}.csv": f"{number}" * 50_000 for n in range(5)}}


@pytest.mark.parametrize("attempt", range(4))
def test_of_runs_into_one_new_folder_at_the_same_time_one_is_written_and_the_others_say_so(tmp_path, attempt):
    del attempt
    out = tmp_path / "diep" / "uit"

    told = at_once(4, lambda number: write_run(out, files_of(number)))

    assert sorted(text == "geschreven" for text in told) == [False, False, False, True]
    assert all("bestaat al" in text for text in told if text != "geschreven")
    assert contents(out) == as_bytes(files_of(told.index("geschreven")))
    assert names(out.parent) == ["uit"]


@pytest.mark.parametrize("attempt", range(4))
@pytest.mark.parametrize("way", ["at once", "renamed"])
def test_of_runs_that_may_replace_each_other_one_whole_run_is_left(tmp_path, monkeypatch, way, attempt):
    del attempt
    if way == "renamed":
        monkeypatch.setattr("reports.run_folder.exchanged", lambda *_: False)
    out = write_run(tmp_path / "uit", OLD)

    told = at_once(4, lambda number: write_run(out, files_of(number), overwrite=True))

    assert "geschreven" in told
    assert contents(out) in [as_bytes(files_of(number)) for number, text in enumerate(told) if text == "geschreven"]
    assert names(tmp_path) == ["uit"]


def test_a_folder_of_a_planner_that_came_meanwhile_is_never_replaced(tmp_path, monkeypatch):
    """Nothing stood there when the writing began."""
    out = tmp_path / "uit"

    def meanwhile(*_):
        out.mkdir()
        (out / "brief.txt").write_text("van mij")

    monkeypatch.setattr("reports.run_folder._fill", lambda folder, _: (folder.mkdir(), meanwhile()))

    with pytest.raises(RunFolderError, match="geen eerdere uitkomst"):
        write_run(out, NEW, overwrite=True)
    assert contents(out) == {"brief.txt": b"van mij"}
