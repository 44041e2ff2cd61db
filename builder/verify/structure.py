"""A tagged paper in; its places in reading order, out, from its structure tree (ISO 32000-1, 14.7).

A block is a place: its own text with that of the links, spans and references in it. What stands
in no element (running heads, rules) is one more place of its page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from builder.model.ledger import Place
from builder.seals.operators import Stretch, all_stretches, content_of
from builder.verify.edge import PAGES, Room, in_paper
from builder.verify.elements import Elements, goal_of, once
from builder.verify.glyphs import Fonts, page_texts

if TYPE_CHECKING:
    from pikepdf import Object, Page, Pdf

_ASIDE: Final = "Artifact"
_MOST_PAGES: Final = 20_000


class StructureReader:
    """Reads the places of one paper; `texts` is what each page's marked content shows,
    `stretches` its operators, where they are to be kept.

    Raises:
        UnreadableFileError: a page of `file` is damaged.
        ValueError: it has too many pages.
    """

    def __init__(self, pdf: Pdf, file: str, *, keep: bool = False) -> None:
        if len(pdf.pages) > _MOST_PAGES:
            raise ValueError(f"it has more than {_MOST_PAGES:,} pages")
        self.pdf, self._keep = pdf, keep
        self.pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages, start=1)}
        self.texts: dict[tuple[int, int], str] = {}
        self.asides: list[Place] = []
        self.stretches: list[Sequence[Stretch]] = []
        self._fonts, self._room = Fonts(), Room(PAGES)
        for number, page in enumerate(pdf.pages, start=1):
            with in_paper(file, f"page {number}"):
                self._take(page, number)

    def _take(self, page: Page, number: int) -> None:
        content = content_of(page)
        self._room.take(len(content))
        stretches = all_stretches(content)
        if self._keep:
            self.stretches.append(stretches)
        marked, aside, replaced = page_texts(page, self._fonts, stretches)
        for mark, text in marked.items():
            self._room.take(len(text))
            self.texts[number, mark] = text
        if aside.strip():
            self.asides.append(Place(number, "body", "", _ASIDE, aside))
        for text in replaced:
            self.asides.append(Place(number, "alt", "", "ActualText", text))

    @property
    def is_tagged(self) -> bool:
        """Whether the paper has a structure tree and marked content."""
        return "/StructTreeRoot" in self.pdf.Root and bool(self.texts)

    def places(self) -> list[Place]:
        """Return the places of the whole paper, in reading order, then what stands aside."""
        tree = Elements(self.pdf, self.pages, self.texts)
        return [*tree.places(), *self.asides]


def outline(pdf: Pdf, pages: Mapping[tuple[int, int], int]) -> Iterator[Place]:
    """Yield the bookmarks of a paper with the pages that they lead to.

    Raises:
        ValueError: they lead back to themselves, or say too much.
    """
    held = pdf.Root.get("/Outlines")
    goals = _destinations(pdf) if held is not None else {}
    waiting = [held.get("/First")] if held is not None else []
    seen: set[tuple[int, int]] = set()
    room = Room()
    while waiting:
        entry = waiting.pop()
        if entry is None:
            continue
        once(entry.objgen, seen)
        waiting += [entry.get("/Next"), entry.get("/First")]
        goal = entry.get("/Dest")
        goal = goals.get(str(goal), goal)
        page = 0
        try:
            page = pages.get(goal[0].objgen, 0) if goal is not None else 0
        except (TypeError, AttributeError, ValueError, LookupError):
            page = 0
        title = str(entry.get("/Title", ""))
        room.take(len(title))
        yield Place(page, "outline", "", "bookmark", title)
        if "/A" in entry:
            yield Place(page, "link", "", "bookmark", goal_of(entry))


def _destinations(pdf: Pdf) -> dict[str, Object]:
    names = pdf.Root.get("/Names")
    held = None if names is None else names.get("/Dests")
    found: dict[str, Object] = {}
    nodes = [] if held is None else [held]
    seen: set[tuple[int, int]] = set()
    while nodes:
        node = nodes.pop()
        once(node.objgen, seen)
        listed = list(node.get("/Names", ()))
        found |= {str(listed[at]): listed[at + 1] for at in range(0, len(listed) - 1, 2)}
        nodes += list(node.get("/Kids", ()))
    return found
