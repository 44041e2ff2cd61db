"""Pages told of while a paper is laid out: takes a page as ReportLab has it, tells who watches."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, Protocol

from builder.outputs.pdf.tags import Element


@dataclass(frozen=True, slots=True)
class DrawnPage:
    """What a page draws: its number from 1, its size in points, its operators, and for each font
    that they name the font's own name with the character of every code.
    """

    number: int
    width: float
    height: float
    code: str
    letters: Mapping[str, tuple[str, Sequence[int]]]


class Start(NamedTuple):
    """Where a heading stands: its anchor and level, its page, and its height from its foot."""

    anchor: str
    level: int
    page: int
    top: float


class Watcher(Protocol):
    """Who is told of pages while a paper is laid out."""

    def page(self, drawn: DrawnPage) -> None:
        """Take a page as soon as it is drawn, and once more where something in it came late."""

    def whole(self, root: Element, starts: Sequence[Start]) -> None:
        """Take the structure of all that was drawn, before it is forgotten, and its headings."""


def tell(paper: Any, number: int) -> None:
    """Tell who watches a paper what a page of it draws, if there is anyone."""
    if paper.watched is not None:
        page = paper._doc.Pages.pages[number - 1]
        size = float(page.pagewidth), float(page.pageheight)
        paper.watched.page(DrawnPage(number, *size, page.stream, paper.encoder.letters()))


def tell_whole(paper: Any) -> None:
    """Tell who watches a paper of its structure and its headings, if there is anyone."""
    if paper.watched is not None:
        held = [Start(each.anchor, each.level, at.page, at.top) for at, each in paper.headings]
        paper.watched.whole(paper.marks.root, held)


def fill_in(paper: Any, filled: Callable[[str], str]) -> None:
    """Give each page of a paper its operators with what came late `filled` in, and tell of it."""
    for number, page in enumerate(paper._doc.Pages.pages, start=1):
        stream = filled(page.stream)
        if stream != page.stream:
            page.stream = stream
            tell(paper, number)
