"""The structure elements of a paper (ISO 32000-1, 14.7.2 and 14.8.4), free of any PDF library."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from builder.model.ledger import Channel
from builder.model.text import Line

# Our own roles, and the standard ones that they stand for (14.7.3).
ROLE_MAP: Final = {"Title": "P"}
# What tells something by standing empty: without it, cells of its row would change columns.
_KEPT_EMPTY: Final = frozenset({"TD", "TH"})


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a page's content: page from 0, and its number there (14.7.4.2)."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class LinkBox:
    """A link's rectangle: page from 0, and its place among the page's annotations (14.7.4.3)."""

    page: int
    index: int


@dataclass(frozen=True, slots=True)
class Saying:
    """A line that is set somewhere, as the plan has it, for the item `within`.

    What is known only once everything is laid out is made when it is asked for.
    """

    line: Line | Callable[[], Line]
    channel: Channel
    within: str

    @property
    def runs(self) -> Line:
        """The line."""
        return self.line() if callable(self.line) else self.line


@dataclass(eq=False, slots=True)
class Element:
    """One structure element; the parts of what breaks across pages share theirs.

    `parent` is where it belongs, None for wherever it is drawn first. `role` is its structure
    type; `H` is a heading one level below the section that it stands in, and `level` that of a
    section's own heading. `about` is the anchor of the item whose data file goes with it, `box`
    its bounds in points on its page, `words` what a link says. `said` are the lines that are set in
    it, and `pages` those (from 1) of their owned runs, one after another; `leads` are the targets
    of its link boxes.
    """

    role: str
    parent: Element | None = None
    level: int = 0
    alt: Line = ()
    language: str = ""
    id: str = ""
    scope: str = ""
    numbering: str = ""
    about: str = ""
    box: tuple[float, float, float, float] | None = None
    kids: list[Kid] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    said: list[Saying] = field(default_factory=list)
    pages: list[int] = field(default_factory=list)
    leads: list[str] = field(default_factory=list)
    placed: bool = False

    @property
    def says(self) -> str:
        """The words of a link, as one line."""
        return " ".join("".join(self.words).replace("\u00ad", "").split())

    @property
    def is_kept(self) -> bool:
        """Whether the finished tree has it: it holds something, or tells by standing empty."""
        return self.role in _KEPT_EMPTY or any(
            not isinstance(kid, Element) or kid.is_kept for kid in self.kids
        )

    def forget(self) -> None:
        """Let go of what only places are made from, here and below."""
        del self.said, self.pages, self.leads
        for kid in self.kids:
            if isinstance(kid, Element):
                kid.forget()

    def kept(self) -> Iterator[Kid]:
        """Yield its marks and link boxes, and those of its elements that are kept."""
        return (kid for kid in self.kids if not isinstance(kid, Element) or kid.is_kept)


Kid: TypeAlias = Element | Mark | LinkBox
