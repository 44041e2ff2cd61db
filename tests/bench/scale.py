"""Large contents beside a plain script of the same size: processor time, growth and memory."""

from __future__ import annotations

import math
import statistics
import sys
import tempfile
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.bench.copies import copy_over
from tests.bench.measuring import Run, build, plain

COPIES: Final = (1, 10, 50, 200)
_EXPONENT, _FROM = 1.05, 10  # copies
_MEMORY, _HELD_AT = 300, 50  # MB, copies


@dataclass(frozen=True)
class Sized:
    """A run, and the pages and slides that it made."""

    run: Run
    made: int

    @property
    def each(self) -> float:
        """Milliseconds of processor time a page or slide."""
        return 1000 * self.run.processor / self.made


@dataclass(frozen=True)
class Beside:
    """A build and the plain script of the same number of copies."""

    ours: Sized
    plain: Sized


def scaled(content: Path, copies: Iterable[int]) -> dict[int, Beside]:
    """Build the content so many times over, each time with nothing drawn or built before."""
    found = {}
    for number in copies:
        print(f"{number} copies", file=sys.stderr)
        with tempfile.TemporaryDirectory() as folder:
            place = Path(folder)
            copy_over(content, number, place / "content")
            script = plain(place / "plain", number)
            ours = build(place / "content", place / "out", place / "cache")
            found[number] = Beside(_sized(ours, place / "out"), _sized(script, place / "plain"))
    return found


def _sized(run: Run, folder: Path) -> Sized:
    import pypdfium2

    pages = sum(len(pypdfium2.PdfDocument(path)) for path in folder.glob("*.pdf"))
    decks = [zipfile.ZipFile(path).namelist() for path in folder.glob("*.pptx")]
    slides = sum(name.startswith("ppt/slides/slide") for names in decks for name in names)
    return Sized(run, pages + slides)


def table(rounds: list[dict[int, Beside]]) -> Iterable[str]:
    """Yield the lines of the table: medians of the rounds."""
    yield f"{'':20}{'made':>9}{'ms each':>9}{'script':>9}{'ratio':>8}{'budget':>8}{'':>8}{'MB':>6}"
    for number in rounds[0]:
        both = [found[number] for found in rounds]
        ours, script = (
            statistics.median(each.each for each in side)
            for side in ([each.ours for each in both], [each.plain for each in both])
        )
        budget = f"{1.0:8.2f}{verdict(ours / script, 1.0):>8}" if number == _HELD_AT else " " * 16
        held = statistics.median(each.ours.run.megabytes for each in both)
        yield (
            f"{f'{number} copies':20}{both[0].ours.made:9}{ours:9.1f}{script:9.1f}"
            f"{ours / script:8.2f}{budget}{held:6.0f}"
        )
    first, last = _FROM, max(rounds[0])
    if first in rounds[0] and first < last:  # asked for up to 200, which only a whole run makes
        growth = f"growth exponent, {first} to {last} copies"
        for name, side in ((growth, "ours"), ("of the script", "plain")):
            grown = statistics.median(
                math.log(getattr(found[last], side).run.processor)
                - math.log(getattr(found[first], side).run.processor)
                for found in rounds
            ) / math.log(last / first)
            budget = f"{_EXPONENT:8.2f}{verdict(grown, _EXPONENT):>8}" if side == "ours" else ""
            yield f"{name:47}{grown:8.2f}{budget}"
    if _HELD_AT in rounds[0]:
        held = statistics.median(found[_HELD_AT].ours.run.megabytes for found in rounds)
        name = f"memory, MB, {_HELD_AT} copies"
        yield f"{name:47}{held:8.0f}{_MEMORY:8}{verdict(held, _MEMORY):>8}"


def verdict(found: float, budget: float) -> str:
    """Say whether a measure is within its budget."""
    return "within" if found <= budget else "over"
