"""The paper's side of the preview: pages as they are drawn in; sheets, and what is on them, out.

A page is known by what it draws, so that one that did not change is the sheet that it was.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, pairwise
from typing import Any, Final

from builder.model.ledger import said
from builder.model.text import Line, Run
from builder.outputs.pdf import DrawnPage, Start
from builder.outputs.pdf.tags import INLINE, Element, MarkedContent, Saying
from builder.preview.guarding import Guards, guarded
from builder.preview.locating import Box, around, located
from builder.preview.pages import page_sheet
from builder.preview.svg import SvgSheet, SvgWords, digest

_LATE: Final = re.compile(r"%late \d+%")
DRAWS_PICTURE: Final = " Do\n"
"""What the code of a page has that draws a picture of pixels (ISO 32000-1, 8.8)."""
Told = Callable[[DrawnPage], None]


@dataclass(frozen=True)
class PaperBlock:
    """A paragraph, cell or figure of the paper: its role, where it is drawn, what it says.

    `marks` are pages (from 1) with the numbers of marked content on them.
    """

    role: str
    marks: tuple[tuple[int, int], ...]
    sayings: tuple[Saying, ...]
    alt: str = ""
    language: str = ""

    @property
    def line(self) -> Line:
        """What it says."""
        return tuple(run for saying in self.sayings for run in saying.runs)


@dataclass
class PaperDrawn:
    """What is told of a paper while it is laid out; `seen` is told of each page at once.

    What comes late on a page, as the number of pages, is taken to be what it was in the paper
    before, by page: `late`.
    """

    seen: Told | None = None
    late: Mapping[int, Sequence[str]] = field(default_factory=dict)
    pages: dict[int, DrawnPage] = field(default_factory=dict)
    signs: dict[int, str] = field(default_factory=dict)
    filled: dict[int, Sequence[str]] = field(default_factory=dict)
    blocks: tuple[PaperBlock, ...] = ()
    starts: tuple[Start, ...] = ()

    def page(self, drawn: DrawnPage) -> None:
        """Take a page; one that lacks what comes late is taken once more."""
        number, before = drawn.number, self.pages.get(drawn.number)
        self.pages[number] = drawn
        if before is not None:
            self.filled[number] = _between(before.code, drawn.code)
            return
        self.signs[number] = _signature(drawn)
        if self.seen is None:
            return
        late = self.late.get(number, ())
        parts = _LATE.split(drawn.code)
        if len(parts) == len(late) + 1:
            code = "".join(chain.from_iterable(zip(parts, (*late, ""), strict=True)))
            self.seen(replace(drawn, code=code))

    def name(self, drawn: DrawnPage) -> str:
        """Return the digest of what a page draws."""
        size = f"{drawn.width} {drawn.height}"
        return digest(f"{size} {self.signs[drawn.number]}\n{drawn.code}")

    def whole(self, root: Element, starts: Sequence[Start]) -> None:
        """Take the structure of all that was drawn, before it is forgotten, and its headings."""
        self.blocks, self.starts = tuple(_blocks(root)), tuple(starts)


def _blocks(element: Element) -> Iterator[PaperBlock]:
    """Yield the blocks of an element and of those in it, in reading order."""
    kids = element.kept()
    if element.role not in INLINE and (element.said or element.alt or _has_marks(kids)):
        marks: list[tuple[int, int]] = []
        sayings = list(element.said)
        _inline(kids, marks, sayings)
        yield PaperBlock(
            element.role,
            tuple(marks),
            tuple(sayings),
            said(element.alt) if element.alt else "",
            element.language,
        )
    for kid in kids:
        if isinstance(kid, Element):
            yield from _blocks(kid)


def _has_marks(kids: Sequence[Any]) -> bool:
    return any(isinstance(kid, MarkedContent) for kid in kids)


def _inline(kids: Sequence[Any], marks: list[tuple[int, int]], sayings: list[Saying]) -> None:
    for kid in kids:
        if isinstance(kid, MarkedContent):
            marks.append((kid.page + 1, kid.number))
        elif isinstance(kid, Element) and kid.role in INLINE:
            sayings += kid.said
            _inline(kid.kept(), marks, sayings)


def _between(before: str, after: str) -> tuple[str, ...]:
    """Return what stands in a page's operators where something was to come late."""
    filled, at = [], 0
    parts = _LATE.split(before)
    for part, then in pairwise(parts):
        start = at + len(part)
        at = after.find(then, start) if then else len(after)
        filled.append(after[start:at])
    return tuple(filled)


def _signature(drawn: DrawnPage) -> str:
    """Return what tells by which codes a page shows which letters."""
    return digest(repr([(name, face, subset) for name, (face, subset) in drawn.letters.items()]))


class PaperSide:
    """The sheets of the latest paper, and those of the one before that are still the same."""

    def __init__(self, picture: Callable[[str], str]) -> None:
        self._picture = picture
        self._drawn: dict[str, DrawnPage] = {}
        self._sheets: dict[str, SvgSheet] = {}
        self.names: dict[int, str] = {}

    def add(self, drawn: DrawnPage, name: str) -> str:
        """Take a page under its digest; return that."""
        self._drawn.setdefault(name, drawn)
        self.names[drawn.number] = name
        return name

    def keep(self, count: int) -> None:
        """Forget all but the pages that the paper has now."""
        self.names = {number: name for number, name in self.names.items() if number <= count}
        held = set(self.names.values())
        for known in (self._drawn, self._sheets):
            for name in [name for name in list(known) if name not in held]:
                known.pop(name, None)

    def sheet(self, name: str) -> SvgSheet | None:
        """Return a sheet by its digest; None where no page has it any more."""
        known = self._sheets.get(name)
        drawn = self._drawn.get(name)
        if known is None and drawn is not None:
            known = self._sheets[name] = page_sheet(drawn, self._picture)
        return known

    @property
    def images(self) -> set[str]:
        """The names of the pictures on all sheets that are made."""
        return {name for sheet in list(self._sheets.values()) for name in sheet.images}

    def found(
        self, blocks: Sequence[PaperBlock], guards: Guards, hurried: Callable[[], bool]
    ) -> Mapping[int, PageMarks] | None:
        """Return what stands on each page: figures and claims, and all in reading order.

        None where it is `hurried` and has to be left.
        """
        words = self._by_mark()
        made: defaultdict[int, PageMarks] = defaultdict(PageMarks)
        heights = {number: self._drawn[name].height for number, name in self.names.items()}
        for block in blocks:
            if hurried():
                return None
            drawn: defaultdict[int, list[SvgWords]] = defaultdict(list)
            for page, mark in block.marks:
                drawn[page] += words.get((page, mark), ())
            line = guarded(block.line, guards)
            flat = [each for held in drawn.values() for each in held]
            pages = [page for page, held in drawn.items() for _ in held]
            for found in located(flat, line, heights[pages[0]]) if flat else ():
                for page in dict.fromkeys(pages[at] for at in found.lines):
                    boxes = zip(found.boxes, found.lines, strict=True)
                    own = tuple(box for box, at in boxes if pages[at] == page)
                    made[page].found.append((found.run, own))
            if drawn:
                first = next(iter(drawn))
                for page, held in drawn.items():
                    made[page].reading.append(
                        {
                            "role": block.role,
                            "text": said(line) if page == first else "",
                            "alt": block.alt if page == first else "",
                            "box": around(held, heights[page]),
                            "lang": block.language,
                        }
                    )
        return made

    def _by_mark(self) -> Mapping[tuple[int, int], Sequence[SvgWords]]:
        held: defaultdict[tuple[int, int], list[SvgWords]] = defaultdict(list)
        for number, name in self.names.items():
            sheet = self.sheet(name)
            for words in sheet.words if sheet else ():
                if words.mark >= 0:
                    held[number, words.mark].append(words)
        return held


@dataclass
class PageMarks:
    """What stands on a page: owned words, and everything in reading order."""

    found: list[tuple[Run, tuple[Box, ...]]] = field(default_factory=list)
    reading: list[dict[str, Any]] = field(default_factory=list)
