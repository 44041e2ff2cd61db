"""The composition of a finished paper's pages in numbers.

The text block is what words of the text reach on any page, and reaches down to where running feet
leave room: no page of a short paper may be full.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from tests.look.marks import Mark, Page, pages

ALIKE = 2.0  # points that left edges may be apart and be one
SAME_LINE = 1.0
FOOTER = 30.0  # points from the text block down to the baseline of running feet
LARGE = 18.0  # points: words from here on need 3:1 alone


@dataclass(frozen=True)
class PageLook:
    """One page: shares are of the text block's height, lengths are points.

    `empty` lies below the last mark, `gap` is the tallest band without a mark (above notes at the
    foot, say), `foot` the distance of the last line from the foot of the text block.
    """

    number: int
    empty: float
    gap: float
    sizes: tuple[float, ...]
    edges: int
    smallest: float
    contrast: float
    foot: float
    above: dict[str, tuple[float, ...]]
    pairs: dict[tuple[str, str], float]


def look(path: Path) -> list[PageLook]:
    """Return how each page of a finished PDF looks."""
    drawn = pages(path)
    block, runs = _block(drawn), _running(drawn)
    return [_look(number, page, block, runs) for number, page in enumerate(drawn, start=1)]


def said(page: Page) -> list[Mark]:
    """Return what belongs to the text of a page."""
    return [mark for mark in page.marks if not mark.aside]


def _block(drawn: Iterable[Page]) -> tuple[float, float]:
    """Return the foot and the top of the text block, which the fullest pages reach."""
    marks = [mark for page in drawn for mark in page.marks]
    text = [mark for mark in marks if not mark.aside]
    foot, top = min(mark.box[1] for mark in text), max(mark.box[3] for mark in text)
    feet = [mark.baseline for mark in marks if mark.aside and mark.words and mark.baseline < foot]
    return min(foot, min(feet, default=foot) + FOOTER), top


def _running(drawn: list[Page]) -> set[tuple[int, float]]:
    """Return baselines, with sizes, on which words stand apart from the text on every other page:
    running heads and feet, of one line or more.
    """
    found = Counter(line for page in drawn for line in set(map(_line, _apart(page))))
    return {line for line, count in found.items() if 2 * count >= len(drawn)}


def _apart(page: Page) -> list[Mark]:
    return [mark for mark in page.marks if mark.aside and mark.words]


def _line(mark: Mark) -> tuple[int, float]:
    return round(mark.baseline), mark.size


def _look(
    number: int, page: Page, block: tuple[float, float], runs: set[tuple[int, float]]
) -> PageLook:
    foot, top = block
    marks = said(page)
    words = [mark for mark in marks if mark.words]
    if not words:
        return PageLook(number, 1.0, 1.0, (), 0, 0.0, 21.0, top - foot, {}, {})
    inked = [mark for mark in page.marks if mark.words]
    # A pull quote, which repeats the text, is no part of it, but fills the page.
    quoted = [mark for mark in _apart(page) if _line(mark) not in runs and mark.box[1] >= foot]
    lowest = min(mark.box[1] for mark in (*marks, *quoted))
    return PageLook(
        number,
        (lowest - foot) / (top - foot),
        _gap(marks, foot, top) / (top - foot),
        sizes(inked),
        len(edges(mark for mark in words if mark.tag not in ("Figure", "TD", "TH"))),
        min(mark.size for mark in inked),
        lowest_contrast(inked),
        min(mark.box[1] for mark in words) - foot,
        _above(marks),
        pairs(inked),
    )


def sizes(words: Iterable[Mark]) -> tuple[float, ...]:
    """Return the sizes of type, from the smallest up."""
    return tuple(sorted({mark.size for mark in words}))


def lowest_contrast(words: Iterable[Mark]) -> float:
    """Return the lowest contrast of letters and digits that are not large (WCAG 2.2, 1.4.3)."""
    small = (mark for mark in words if mark.size < LARGE and any(map(str.isalnum, mark.words)))
    return min((mark.contrast for mark in small), default=21.0)


def pairs(words: Iterable[Mark]) -> dict[tuple[str, str], float]:
    """Return the contrast of every pair of a colour of words and one that they stand on."""
    return {mark.pair: mark.contrast for mark in words if all(mark.pair)}


def edges(words: Iterable[Mark]) -> list[float]:
    """Return where lines begin that have another begin there too."""
    lines: defaultdict[int, list[Mark]] = defaultdict(list)
    for mark in words:
        lines[round(mark.baseline / SAME_LINE)].append(mark)
    starts = []
    for line in lines.values():
        line.sort(key=lambda mark: mark.box[0])
        for before, mark in zip([None, *line], line, strict=False):
            if before is None or mark.box[0] - before.box[2] > mark.size * 1.2:
                starts.append(mark.box[0])
    starts.sort()
    grouped: list[list[float]] = []
    for start in starts:
        if grouped and start - grouped[-1][-1] <= ALIKE:
            grouped[-1].append(start)
        else:
            grouped.append([start])
    return [group[0] for group in grouped if len(group) > 1]


def _gap(marks: Iterable[Mark], foot: float, top: float) -> float:
    """Return the height of the tallest band across the page without a mark."""
    reached, tallest = top, 0.0
    for mark in sorted(marks, key=lambda mark: -mark.box[3]):
        tallest = max(tallest, reached - mark.box[3])
        reached = min(reached, mark.box[1])
    return max(tallest, reached - foot)


def _above(marks: list[Mark]) -> dict[str, tuple[float, ...]]:
    """Return, by level, how far the first lines of headings stand below what is above them.

    From baseline to baseline where that is words, else from the mark's foot. A heading at the
    page's head has nothing above it; one in the margin is held against the column beside it too.
    """
    found: defaultdict[str, list[float]] = defaultdict(list)
    for at, mark in enumerate(marks):
        heading = mark.words and mark.tag[:1] == "H" and mark.tag[1:].isdigit()
        if not heading or (at and marks[at - 1].tag == mark.tag):
            continue
        right = mark.box[2] if not _hung(mark, marks) else max(other.box[2] for other in marks)
        over = [
            other.baseline if other.words else other.box[1]
            for other in marks
            if other is not mark
            and other.box[1] > mark.box[3] - 1
            and other.box[0] < right
            and other.box[2] > mark.box[0]
        ]
        if over:
            found[mark.tag].append(round(min(over) - mark.baseline, 1))
    return {level: tuple(held) for level, held in sorted(found.items())}


def _hung(heading: Mark, marks: Iterable[Mark]) -> bool:
    """Return whether a heading stands in the margin: fewer paragraphs' lines begin below its left
    edge than right of it.
    """
    starts = [mark.box[0] for mark in marks if mark.words and mark.tag in ("P", "LBody")]
    below = sum(abs(start - heading.box[0]) <= ALIKE for start in starts)
    return below < sum(start > heading.box[2] for start in starts)
