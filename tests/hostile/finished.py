"""Finished files damaged by chance, and what the commands that read them say of each.

`python -m tests.hostile.finished --count 500`: no traceback, no hang, an exit status that means
something, no file of the content written for what cannot be read, and never "the same figures"
for a file that says other words.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import re
import resource
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pypdfium2
from click import echo
from lxml import etree

from builder import project
from builder.cli import run
from builder.verify import UnreadableFileError
from builder.verify.apart import apart
from tests.hostile.case import SMALL
from tests.hostile.finished_damage import DECK, PAPER, Damage, _members
from tests.hostile.pace import too_long

CASES = SMALL.parent
CONTENTS = {
    "small": SMALL,
    "letter": CASES / "letter",
    "years": CASES / "strangers" / "uneven-years",
    "scatter": CASES / "strangers" / "scatter-highlight-differs",
}
STATUSES = {"compare": (0, 2, 3), "diff": (0, 2), "pull": (0, 1, 2), "check": (0, 3)}
_MANY_SHOWN = 1500


@dataclass(frozen=True)
class Pair:
    """A content, the finished files made of it, and the processor's seconds that they took."""

    name: str
    content: Path
    paper: Path
    deck: Path
    seconds: float


@dataclass(frozen=True)
class Trial:
    """A damaged file: how it was damaged, what each command ended with, and what was wrong."""

    name: str
    statuses: dict[str, int]
    faults: tuple[str, ...]


def built(folder: Path, names: tuple[str, ...] = tuple(CONTENTS)) -> list[Pair]:
    """Build pairs of contents, each content a copy that may be written to."""
    pairs = []
    for name in names:
        content, out = folder / name / "content", folder / name / "build"
        if not content.exists():
            shutil.copytree(CONTENTS[name], content)
        begun = _seconds()
        project.build(content, out, ("paper", "deck"))
        paper, deck = next(out.glob("*.pdf")), next(out.glob("*.pptx"))
        pairs.append(Pair(name, content, paper, deck, _seconds() - begun))
    return pairs


def trials(pairs: list[Pair], folder: Path, seed: int, count: int) -> Iterator[Trial]:
    """Yield what is said of so many damaged files."""
    for number in range(count):
        yield tried_one(pairs, folder, seed, number)


def tried_one(pairs: list[Pair], folder: Path, seed: int, number: int) -> Trial:
    """Return what is said of a damaged file; its damage is fixed by the seed and its number."""
    chance = Random(f"{seed}/{number}")
    pair = pairs[number % len(pairs)]
    is_deck = chance.random() < 0.55
    damage = chance.choice(DECK if is_deck else PAPER)
    return _trial(pair, folder, f"{seed}-{number}", damage, is_deck, chance)


def _trial(
    pair: Pair, folder: Path, name: str, damage: Damage, is_deck: bool, chance: Random
) -> Trial:
    original = pair.deck if is_deck else pair.paper
    bad = folder / f"{name}-{damage.__name__}-{pair.name}{original.suffix}"
    try:
        bad.write_bytes(damage(original.read_bytes(), chance))
    except Exception as error:  # a library that damages would not write such a file
        return Trial(f"{bad.name}: not made ({type(error).__name__})", {}, ())
    other = pair.paper if is_deck else pair.deck
    commands = [["compare", *map(str, (other, bad) if is_deck else (bad, other))]]
    if chance.random() < 0.4:
        commands.append(["diff", str(bad), str(other)])
    if is_deck and chance.random() < 0.4:
        commands.append(["pull", str(bad), str(pair.content), "--apply"])
    if chance.random() < 0.2:
        out = folder / "out"
        shutil.rmtree(out, ignore_errors=True)
        out.mkdir()
        shutil.copy(bad, out / original.name)
        shutil.copy(other, out / other.name)
        commands.append(["check", str(pair.content), "--out", str(out), "-q"])
    statuses: dict[str, int] = {}
    faults: list[str] = []
    for command in commands:
        status, found = _tried(command, pair)
        statuses[command[0]] = status
        faults += found
    if statuses["compare"] == 0 and (why := _otherwise(original, bad)):
        faults.append(f"compare: the same figures, but {why}")
    return Trial(str(bad), statuses, tuple(faults))


def _tried(command: list[str], pair: Pair) -> tuple[int, list[str]]:
    """Run a command within this process; return its status and what is wrong with its answer."""
    before, begun = _contents(pair.content), _seconds()
    said = io.StringIO()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        status = run(command)
    text, took = said.getvalue(), _seconds() - begun
    faults = []
    if status not in STATUSES[command[0]] or "Traceback" in text:
        faults.append(f"{command[0]}: exit {status}\n{text[-_MANY_SHOWN:]}")
    if too_long(took, lambda: pair.seconds):
        faults.append(f"{command[0]}: took {took:.0f} seconds of the processor")
    after = _contents(pair.content)
    if after != before:
        if status == 2:
            faults.append(f"{command[0]}: wrote into the content and ended with 2")
        for path, data in before.items():
            path.write_bytes(data)
    return status, faults


def _contents(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def _seconds() -> float:
    """Return the seconds of the processor that this process and its copies have taken."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def _otherwise(original: Path, bad: Path) -> str:
    """Return in words that a damaged file says something else than it did; empty if the same."""
    try:
        was, now = (apart(lambda at, path=path: _words(at(path)), path) for path in (original, bad))
    except UnreadableFileError as error:
        return f"the judge says: {error}"
    if was == now:
        return ""
    for one, two in zip(was, now, strict=False):
        if one != two:
            return f"“{one[:80]}” reads “{two[:80]}”"
    return f"{len(now)} pieces of text instead of {len(was)}"


def _words(path: Path) -> list[str]:
    """Return what a reader of a file reads, by other libraries than Paperdeck does."""
    if path.suffix == ".pdf":
        with pypdfium2.PdfDocument(path) as document:
            texts = [page.get_textpage().get_text_range() for page in document]
    else:
        members = _members(path.read_bytes())
        shown = sorted(
            n for n in members if re.match(r"ppt/(slides|charts|notesSlides)/[^/]+l$", n)
        )
        roots = [etree.fromstring(members[name]) for name in shown]
        texts = ["".join(root.itertext("{*}t", "{*}v")) for root in roots]
    return [" ".join(text.split()) for text in texts]


def main() -> int:
    """Return 0 where no damaged file was answered as none should be."""
    parser = argparse.ArgumentParser(prog="python -m tests.hostile.finished", description=__doc__)
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--pairs", default=",".join(CONTENTS), help="of " + ", ".join(CONTENTS))
    parser.add_argument("--keep", type=Path, help="keep the files that showed a fault there")
    given = parser.parse_args()
    told: Counter[str] = Counter()
    bad = 0
    with tempfile.TemporaryDirectory(prefix="damaged-") as place:
        pairs = built(Path(place) / "pairs", tuple(given.pairs.split(",")))
        for number, trial in enumerate(trials(pairs, Path(place), given.seed, given.count)):
            if number and not number % 50:
                echo(f"{number} of {given.count}, {bad} with faults", err=True)
            told.update(f"{command} {status}" for command, status in trial.statuses.items())
            told["not made"] += not trial.statuses
            if trial.faults:
                bad += 1
                echo(f"{Path(trial.name).name}\n  " + "\n  ".join(trial.faults))
                if given.keep:
                    given.keep.mkdir(parents=True, exist_ok=True)
                    shutil.copy(trial.name, given.keep)
            Path(trial.name).unlink(missing_ok=True)
    echo(", ".join(f"{what}: {number}" for what, number in sorted(told.items())))
    echo(f"{given.count} damaged files, {bad} with faults")
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main())
