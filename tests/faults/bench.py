"""What every trial starts from: two contents of one slug, their pairs, and warmed folders.

The old pair stands in the output folder; trials build the new one. What an undisturbed build
leaves is learnt here, so that the trials know nothing of how files are put in place.
"""

from __future__ import annotations

import dataclasses
import hashlib
import re
import shutil
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.faults.command import Place, begun, build
from tests.faults.copies import warm

QUICK: Final = Path(__file__).parents[1] / "cases" / "quick"
PAPER: Final = "harbour.pdf"
DECK: Final = "harbour.pptx"
_NAMED_BY_CONTENT: Final = re.compile(r"[0-9a-f]{16,}")
_LAZY: Final = frozenset({"cache/paperdeck/#.patterns"})
"""Entries of the cache that are made where what is asked for has much that is new, or never."""

Digests = tuple[str, str]
"""SHA-256 of the paper and the deck, each empty where there is no such file."""


@dataclass(frozen=True)
class Bench:
    """What was made for the trials, below one folder.

    `warm` has all charts in its cache, `cold` lacks one of the new pair's, `empty` has no
    finished files. `names` are the files that undisturbed builds leave, long hexadecimal names
    shortened. `seconds` is what an undisturbed build of the new content takes on the first two,
    as a copy of this process and afresh.
    """

    folder: Path
    old: Digests
    new: Digests
    names: frozenset[str]
    seconds: Mapping[tuple[str, bool], float]

    @property
    def old_content(self) -> Path:
        """The content folder whose pair stands in `warm` and `cold`."""
        return self.folder / "old"

    @property
    def new_content(self) -> Path:
        """The content folder that the trials build."""
        return self.folder / "new"

    def place(self, folder: Path, start: str, afresh: bool = False) -> Place:
        """Return the new folder of a trial: a copy of `warm`, `cold` or `empty`."""
        shutil.copytree(self.folder / start, folder, symlinks=True)
        return Place(folder, afresh)


class BenchError(Exception):
    """An undisturbed build went wrong: no fault can be tried."""


def prepared(folder: Path, afresh: tuple[bool, ...] = (False, True)) -> Bench:
    """Make the contents and the folders that trials start from, and learn what builds leave.

    `afresh` says which ways of starting a build are timed.

    Raises:
        BenchError: an undisturbed build went wrong.
    """
    folder = folder.resolve()
    old, new = folder / "old", folder / "new"
    shutil.copytree(QUICK, old)
    shutil.copytree(QUICK, new)
    figures = new / "figures.yaml"
    figures.write_text(figures.read_text().replace("860", "910"))
    cold, _ = _made(folder / "cold"), _made(folder / "empty")
    warm(new, folder / "within")
    _undisturbed(cold, old)
    old_pair = digests(cold)
    ready = Place(Path(shutil.copytree(cold.folder, folder / "warm")), afresh=False)
    _undisturbed(ready, new)
    new_pair, names = digests(ready), named(ready) | _LAZY
    _undisturbed(ready, old)
    for place in (cold, ready):
        for path in (*place.folder.glob("*.errors"), *place.folder.glob("*.said")):
            path.unlink()
    if len({*old_pair, *new_pair}) != 4 or digests(ready) != old_pair:
        raise BenchError("two builds of one content differ, or those of two contents do not")
    bench = Bench(folder, old_pair, new_pair, names | named(ready), {})
    seconds = {
        (start, each): _time(bench, start, each) for start in ("warm", "cold") for each in afresh
    }
    return dataclasses.replace(bench, seconds=seconds)


def digests(place: Place) -> Digests:
    """Return the digests of the two files in the output folder."""
    paper, deck = (_digest(place.out / name) for name in (PAPER, DECK))
    return paper, deck


def named(place: Place) -> frozenset[str]:
    """Return the files below all folders of a trial, names that follow from content shortened."""
    found = (
        path.relative_to(place.folder).as_posix()
        for folder in (place.out, place.cache, place.temporary)
        for path in folder.rglob("*")
        if not path.is_dir()
    )
    return frozenset(_NAMED_BY_CONTENT.sub("#", name) for name in found)


def _made(folder: Path) -> Place:
    place = Place(folder, afresh=False)
    for each in (place.out, place.cache, place.temporary, folder / "home"):
        each.mkdir(parents=True)
    return place


def _undisturbed(place: Place, content: Path) -> None:
    ended = build(place, content).ended()
    if ended.status != 0:
        raise BenchError(f"exit status {ended.status} of an undisturbed build:\n{ended.said}")
    compared = begun(place, "compare", place.out / PAPER, place.out / DECK).ended()
    if compared.status != 0:
        raise BenchError(f"an undisturbed build's files disagree:\n{compared.said}")


def _time(bench: Bench, start: str, afresh: bool) -> float:
    place = bench.place(bench.folder / f"timed-{start}-{afresh}", start, afresh)
    begin = time.monotonic()
    build(place, bench.new_content).ended()
    seconds = time.monotonic() - begin
    shutil.rmtree(place.folder)
    return seconds


def _digest(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""
