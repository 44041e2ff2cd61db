"""What is told of a paper while it is laid out: its pages, and of its structure what stands where.

Elements are forgotten once the paper is drawn; here their blocks, formulas and links are kept.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, pairwise
from typing import Any, Final, NamedTuple

from builder.model.ledger import said
from builder.model.text import Line
from builder.outputs.pdf import DrawnPage, Start
from builder.outputs.pdf.tags import INLINE, Element, LinkBox, MarkedContent, Saying
from builder.preview.svg import digest

_FORMULA: Final = "Formula"
_LATE: Final = re.compile(r"%late \d+%")
Told = Callable[[DrawnPage], None]


@dataclass(frozen=True)
class PaperBlock:
    """A paragraph, cell or figure of the paper: its role, where it is drawn, what it says.

    `marks` are pages (from 1) with the numbers of marked content on them, `formulas` those of
    formulas, with what each says.
    """

    role: str
    marks: tuple[tuple[int, int], ...]
    sayings: tuple[Saying, ...]
    alt: str = ""
    language: str = ""
    formulas: tuple[tuple[int, int, Line], ...] = ()

    @property
    def line(self) -> Line:
        """What it says."""
        return tuple(run for saying in self.sayings for run in saying.runs)


class PaperLink(NamedTuple):
    """A link of the paper: its page, what it leads to, its words, and its left, lower, right and
    upper edges there, by line.
    """

    page: int
    target: str
    text: str
    edges: tuple[tuple[float, ...], ...]


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
    links: tuple[PaperLink, ...] = ()
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
        self.links = tuple(_links(root))


def _blocks(element: Element) -> Iterator[PaperBlock]:
    """Yield the blocks of an element and of those in it, in reading order."""
    kids = element.kept()
    if element.role not in INLINE and (element.said or element.alt or _has_marks(kids)):
        marks: list[tuple[int, int]] = []
        formulas: list[tuple[int, int, Line]] = []
        sayings = list(element.said)
        _inline(kids, marks, sayings, formulas)
        yield PaperBlock(
            element.role,
            tuple(marks),
            tuple(sayings),
            said(element.alt) if element.alt else "",
            element.language,
            tuple(formulas),
        )
    for kid in kids:
        if isinstance(kid, Element):
            yield from _blocks(kid)


def _links(element: Element) -> Iterator[PaperLink]:
    """Yield the links of an element and of those in it."""
    boxes = [kid for kid in element.kids if isinstance(kid, LinkBox)]
    held: defaultdict[tuple[int, str], list[tuple[float, ...]]] = defaultdict(list)
    for box, target in zip(boxes, element.leads, strict=True):
        held[box.page + 1, target].append(box.edges)
    for (page, target), edges in held.items():
        yield PaperLink(page, target, element.says, tuple(edges))
    for kid in element.kids:
        if isinstance(kid, Element):
            yield from _links(kid)


def _has_marks(kids: Sequence[Any]) -> bool:
    return any(isinstance(kid, MarkedContent) for kid in kids)


def _inline(
    kids: Sequence[Any],
    marks: list[tuple[int, int]],
    sayings: list[Saying],
    formulas: list[tuple[int, int, Line]],
) -> None:
    for kid in kids:
        if isinstance(kid, MarkedContent):
            marks.append((kid.page + 1, kid.number))
        elif isinstance(kid, Element) and kid.role in INLINE:
            sayings += kid.said
            if kid.role == _FORMULA:
                drawn = (each for each in kid.kids if isinstance(each, MarkedContent))
                formulas += [(each.page + 1, each.number, kid.alt) for each in drawn]
            _inline(kid.kept(), marks, sayings, formulas)


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
