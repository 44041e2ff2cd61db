"""A tagged paper in; its places in reading order, out, from its structure tree (ISO 32000-1, 14.7).

A block is a place: its own text with that of the links, spans and references in it. What stands
in no element (running heads, rules) is one more place of its page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from builder.model.ledger import Channel, Place
from builder.seals.pdf import Stretch, content_of, stretches_of
from builder.verify.glyphs import Fonts, page_texts
from builder.verify.streams import PAGES, Room, in_paper

if TYPE_CHECKING:
    from pikepdf import Object, Page, Pdf

_INLINE: Final = frozenset({"Span", "Link", "Reference"})
_CELLS: Final = frozenset({"TH", "TD"})
_ASIDE: Final = "Artifact"
_REPLACING: Final = ("/ActualText", "/E")
_DEEPEST: Final = 200
_MOST_PAGES: Final = 20_000
_ROUND: Final = "leads back to itself"


class StructureReader:
    """Reads the places of one paper; `texts` is what each page's marked content shows,
    `stretches` its operators, `seen` the structure elements that were read.

    `drawn` is the channel of what stands in figures: charts in a paper, slides in a handout.

    Raises:
        UnreadableFileError: a page of `file` is damaged.
        ValueError: it has too many pages.
    """

    def __init__(self, pdf: Pdf, file: str, drawn: Channel = "chart") -> None:
        if len(pdf.pages) > _MOST_PAGES:
            raise ValueError(f"it has more than {_MOST_PAGES:,} pages")
        self.pdf, self.drawn = pdf, drawn
        self.seen: set[tuple[int, int]] = set()
        self.pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages, start=1)}
        self.texts: dict[tuple[int, int], str] = {}
        self.asides: list[Place] = []
        self.stretches: list[list[Stretch]] = []
        self._fonts, self._room = Fonts(), Room(PAGES)
        for number, page in enumerate(pdf.pages, start=1):
            with in_paper(file, f"page {number}"):
                self._take(page, number)

    def _take(self, page: Page, number: int) -> None:
        content = content_of(page)
        self._room.take(len(content))
        stretches = list(stretches_of(content))
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

    def places(self) -> Iterator[Place]:
        """Yield the places of the whole paper, in reading order, then what stands aside."""
        room = Room()
        for kid in _kids(self.pdf.Root.get("/StructTreeRoot")):
            if not isinstance(kid, int):
                for place in _Element(kid, self, 0).places():
                    room.take(len(place.text))
                    yield place
        yield from self.asides


class _Element:
    """One structure element: its role, and its kids read once.

    Raises:
        ValueError: it leads back to itself, or goes too deep.
    """

    def __init__(self, held: Object, reader: StructureReader, page: int, depth: int = 0) -> None:
        _once(held.objgen, reader.seen)
        if depth > _DEEPEST:
            raise ValueError(f"its elements stand more than {_DEEPEST} deep in one another")
        self.held, self.reader = held, reader
        self.role = str(held.get("/S", ""))[1:]
        own = held.get("/Pg")
        home = page if own is None else reader.pages.get(own.objgen, page)
        self.page = 0
        self.kids: list[str | _Element] = []
        self.boxes: list[Object] = []
        for kid in _kids(held):
            self._take(kid, home, depth)

    def _take(self, kid: Any, home: int, depth: int) -> None:
        reader = self.reader
        if isinstance(kid, int):
            self._begin(home)
            self.kids.append(reader.texts.get((home, kid), ""))
            return
        kind = kid.get("/Type")
        if kind in ("/MCR", "/OBJR"):
            there = kid.get("/Pg")
            page = home if there is None else reader.pages.get(there.objgen, home)
            self._begin(page)
            if kind == "/MCR":
                self.kids.append(reader.texts.get((page, int(kid.get("/MCID", -1))), ""))
            elif "/Obj" in kid:
                self.boxes.append(kid.Obj)
            return
        below = _Element(kid, reader, home, depth + 1)
        self.kids.append(below)
        self._begin(below.page)

    def _begin(self, page: int) -> None:
        self.page = self.page or page

    @property
    def text(self) -> str:
        """The text of its own and of the inline elements in it."""
        return "".join(
            kid if isinstance(kid, str) else f" {kid.text}" if kid.role in _INLINE else ""
            for kid in self.kids
        )

    def places(self) -> Iterator[Place]:
        """Yield its place, its alternate text, its links, and the places below it."""
        if self.role not in _INLINE:
            text = self.text
            if text.strip() or self.role in _CELLS:
                channel = self.reader.drawn if self.role == "Figure" else "body"
                yield Place(self.page, channel, "", self.role, text)
        if "/Alt" in self.held:
            yield Place(self.page, "alt", "", self.role, str(self.held.Alt))
        for key in _REPLACING:
            if key in self.held:
                yield Place(self.page, "alt", "", key[1:], str(self.held[key]))
        for box in self.boxes:
            yield Place(self.page, "link", "", "Link", _goal(box))
            yield Place(self.page, "tooltip", "", "Link", str(box.get("/Contents", "")))
        for kid in self.kids:
            if isinstance(kid, _Element):
                yield from kid.places()


def _kids(held: Any) -> Iterator[Any]:
    import pikepdf

    kids = None if held is None else held.get("/K")
    if isinstance(kids, pikepdf.Array):
        yield from kids
    elif kids is not None:
        yield kids


def _goal(box: Object) -> str:
    """Return where a link leads: an address, or `#` and the name of a place in the paper."""
    import pikepdf

    action = box.get("/A")
    if action is not None:
        return str(action.get("/URI", f"an action of kind {action.get('/S', '?')}"))
    goal = box.get("/Dest", "")
    return f"#{goal}" if isinstance(goal, str | pikepdf.String) else "a place without a name"


def _once(number: tuple[int, int], seen: set[tuple[int, int]]) -> None:
    """Keep an object of a tree, which has one place in it."""
    if number != (0, 0) and number in seen:
        raise ValueError(f"it {_ROUND} at object {number[0]}")
    seen.add(number)


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
        _once(entry.objgen, seen)
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
            yield Place(page, "link", "", "bookmark", _goal(entry))


def _destinations(pdf: Pdf) -> dict[str, Object]:
    names = pdf.Root.get("/Names")
    held = None if names is None else names.get("/Dests")
    found: dict[str, Object] = {}
    nodes = [] if held is None else [held]
    seen: set[tuple[int, int]] = set()
    while nodes:
        node = nodes.pop()
        _once(node.objgen, seen)
        listed = list(node.get("/Names", ()))
        found |= {str(listed[at]): listed[at + 1] for at in range(0, len(listed) - 1, 2)}
        nodes += list(node.get("/Kids", ()))
    return found
