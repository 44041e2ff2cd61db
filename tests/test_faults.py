"""Faults injected on purpose into real builds: `make faults` tries all, `make test-more` a few."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults import layer
from tests.faults.bench import DECK, PAPER, Bench, digests
from tests.faults.command import Ended, Place
from tests.faults.every import SAMPLE
from tests.faults.judge import pair, processes, refused, strangers

ROOT = Path(__file__).resolve().parents[1]
NEED_THE_LAYER = ("signal", "crash", "power", "fail")


@pytest.fixture(scope="module")
def said() -> str:
    """What the harness says of the sample: a line for each trial, faults set in below it."""
    command = [sys.executable, "-m", "tests.faults", "--sample", "--all"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1), done.stdout + done.stderr
    return done.stdout


@pytest.mark.longer
@pytest.mark.parametrize("kind", sorted({kind for kind, _ in SAMPLE}))
def test_a_build_is_hurt_by_no_fault_of_a_kind(said: str, kind: str) -> None:
    if kind in NEED_THE_LAYER and layer.MISSING:
        if os.environ.get("PAPERDECK_REQUIRE_RENDERING") == "1":
            pytest.fail(layer.MISSING)
        pytest.skip(layer.MISSING)
    trials = [line for line in said.splitlines() if f" {kind}: " in line]
    assert len(trials) == sum(each == kind for each, _ in SAMPLE), said
    assert not [line for line in trials if line.startswith("FAULT")], said


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    """A bench whose four files hold a word each."""
    for start, words in {"old": ("one", "two"), "new": ("three", "four")}.items():
        (tmp_path / start / "out").mkdir(parents=True)
        for name, word in zip((PAPER, DECK), words, strict=True):
            (tmp_path / start / "out" / name).write_text(word)
    old, new = (digests(Place(tmp_path / start)) for start in ("old", "new"))
    return Bench(tmp_path, old, new, frozenset({f"out/{PAPER}", f"out/{DECK}"}), {})


@pytest.mark.parametrize(
    ("paper", "deck", "found"),
    [
        ("one", "two", "old"),
        ("three", "four", "new"),
        ("three", "two", "mixed"),
        ("one", None, "half"),
        ("one", "tw", "damaged"),
        (None, None, "none"),
    ],
)
def test_a_pair_is_known_by_the_bytes_of_both_files(
    bench: Bench, paper: str | None, deck: str | None, found: str
) -> None:
    place = Place(bench.folder / "here")
    place.out.mkdir(parents=True)
    for name, word in ((PAPER, paper), (DECK, deck)):
        if word is not None:
            (place.out / name).write_text(word)
    assert pair(bench, place) == found


def test_a_file_that_no_build_leaves_is_a_fault(bench: Bench) -> None:
    place = bench.place(bench.folder / "here", "old")
    assert strangers(bench, place) == []
    (place.out / ".harbour.pdf.part").write_text("half")
    assert strangers(bench, place) == ["left behind: out/.harbour.pdf.part"]


@pytest.mark.longer
def test_a_process_that_is_left_at_work_is_a_fault(bench: Bench) -> None:
    place = bench.place(bench.folder / "here", "old")
    with subprocess.Popen(["sleep", "60"], cwd=place.folder) as left:
        assert processes(place) == [f"process {left.pid} was left at work"]


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        ("{0}/out: error: cannot be written: no space is left on the disk\n  free some", ""),
        ("{0}/out: error: cannot be written: no space is left on the disk", "no next step"),
        ("{0}/out: error: cannot be written\n  free some", "no cause"),
        ("error: no space is left on the disk\n  free some", "no path"),
        ("{0}: no space\n{0}: no space\n  free some", "2 lines"),
        ("{0}: no space\n  free some\n  this is a bug in Paperdeck", "says: a bug"),
        ("", "0 lines"),
    ],
)
def test_a_refusal_has_a_line_with_path_cause_and_step(bench: Bench, said: str, fault: str) -> None:
    place = Place(bench.folder)
    found = refused(Ended(2, said.format(bench.folder)), place, errno.ENOSPC)
    assert [each.startswith(fault) for each in found] == ([True] if fault else [])


@pytest.mark.longer
@pytest.mark.skipif(bool(layer.MISSING), reason=layer.MISSING)
def test_the_file_layer_fails_the_call_that_it_is_told_to(tmp_path: Path) -> None:
    opens = "import os, sys; file = os.open(sys.argv[1], os.O_WRONLY | os.O_CREAT);"
    writes = f"{opens} [os.write(file, b'ab') for _ in range(3)]"
    (tmp_path / "out").mkdir()
    order = layer.Order(0, 3, "fail", errno.EDQUOT)
    library = layer.compiled(tmp_path)
    done = subprocess.run(
        [sys.executable, "-c", writes, tmp_path / "out" / "file"],
        env=os.environ | layer.layered(Place(tmp_path.resolve()), order, library),
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Disk quota exceeded" in done.stderr
    assert (tmp_path / "out" / "file").read_text() == "ab"
    names = [call.name for call in layer.calls(Place(tmp_path))]
    assert names == ["open", "write", "write"]
