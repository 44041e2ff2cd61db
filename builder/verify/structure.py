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

if TYPE_CHECKING:
    from pikepdf import Object, Pdf

_INLINE: Final = frozenset({"Span", "Link", "Reference"})
_CELLS: Final = frozenset({"TH", "TD"})
_ASIDE: Final = "Artifact"
_REPLACING: Final = ("/ActualText", "/E")
_DEEPEST: Final = 200


class StructureReader:
    """Reads the places of one paper; `texts` is what each page's marked content shows,
    `stretches` its operators.

    `drawn` is the channel of what stands in figures: charts in a paper, slides in a handout.
    """

    def __init__(self, pdf: Pdf, drawn: Channel = "chart") -> None:
        self.pdf, self.drawn = pdf, drawn
        self.pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages, start=1)}
        self.texts: dict[tuple[int, int], str] = {}
        self.asides: list[Place] = []
        self.stretches: list[list[Stretch]] = []
        fonts = Fonts()
        for number, page in enumerate(pdf.pages, start=1):
            stretches = list(stretches_of(content_of(page)))
            self.stretches.append(stretches)
            marked, aside, replaced = page_texts(page, fonts, stretches)
            for content, text in marked.items():
                self.texts[number, content] = text
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
        for kid in _kids(self.pdf.Root.get("/StructTreeRoot")):
            if not isinstance(kid, int):
                yield from _Element(kid, self, 0).places()
        yield from self.asides


class _Element:
    """One structure element: its role, and its kids read once."""

    def __init__(self, held: Object, reader: StructureReader, page: int, depth: int = 0) -> None:
        self.held, self.reader = held, reader
        self.role = str(held.get("/S", ""))[1:]
        own = held.get("/Pg")
        home = page if own is None else reader.pages.get(own.objgen, page)
        self.page = 0
        self.kids: list[str | _Element] = []
        self.boxes: list[Object] = []
        for kid in _kids(held) if depth < _DEEPEST else ():
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


def outline(pdf: Pdf, pages: Mapping[tuple[int, int], int]) -> Iterator[Place]:
    """Yield the bookmarks of a paper with the pages that they lead to."""
    held = pdf.Root.get("/Outlines")
    goals = _destinations(pdf) if held is not None else {}
    waiting = [held.get("/First")] if held is not None else []
    most = 100_000
    while waiting and most:
        entry, most = waiting.pop(), most - 1
        if entry is None:
            continue
        waiting += [entry.get("/Next"), entry.get("/First")]
        goal = entry.get("/Dest")
        goal = goals.get(str(goal), goal)
        page = 0
        try:
            page = pages.get(goal[0].objgen, 0) if goal is not None else 0
        except (TypeError, AttributeError, ValueError):
            page = 0
        yield Place(page, "outline", "", "bookmark", str(entry.get("/Title", "")))
        if "/A" in entry:
            yield Place(page, "link", "", "bookmark", _goal(entry))


def _destinations(pdf: Pdf) -> dict[str, Object]:
    names = pdf.Root.get("/Names")
    held = None if names is None else names.get("/Dests")
    found: dict[str, Object] = {}
    nodes = [] if held is None else [held]
    while nodes:
        node = nodes.pop()
        listed = list(node.get("/Names", ()))
        found |= {str(listed[at]): listed[at + 1] for at in range(0, len(listed) - 1, 2)}
        nodes += list(node.get("/Kids", ()))
    return found
