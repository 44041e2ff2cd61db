"""The structure of a tagged PDF: takes elements as they are drawn, returns PDF operators.

Setters make an `Element` (ISO 32000-1, 14.7.2 and 14.8.4) for what they set; the canvas notes in
`Marks` which marked content of which page belongs to it, and emits the operators returned. The
tree grows in the order in which things are drawn; an element that names its parent goes there.
Floats are drawn where pages have room for them, but are read where they are written: what stands
in no other element is put in the `order` of the story. Nothing here knows a PDF library.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Final, NamedTuple, TypeAlias

from builder.model.gauge import Gauge
from builder.model.ledger import Channel
from builder.model.text import Line
from builder.outputs.pdf.marking import Marking

UNSAID: Final = "–"  # what a link says that stands on no words

# Our own roles, and the standard ones that they stand for (14.7.3).
ROLE_MAP: Final = {"Aside": "Sect", "Title": "P", "Sub": "Span", "Sup": "Span", "Struck": "Span"}
# What tells something by standing empty: without it, cells of its row would change columns.
_KEPT_EMPTY: Final = frozenset({"TD", "TH"})
_IN_LINES: Final = "Span Link Annot Reference Code Sub Sup Struck Strong Em Formula"
INLINE: Final = frozenset(_IN_LINES.split())
"""Structure types whose words belong to those of the element that they stand in."""

_HEADS: Final = frozenset({"H", "H1"})
_DEEPEST: Final = 6  # headings go down to H6 (ISO 32000-1, 14.8.4.3.2)


# Named tuples: a register of thousands of figures has tens of thousands of these.
class MarkedContent(NamedTuple):
    """A stretch of a page's content: page from 0, and its number there (14.7.4.2)."""

    page: int
    number: int


class TextLook(NamedTuple):
    """What sets words apart within a text: where they lead, their language where that is another,
    their structure type (`Code`, `Sub`, `Sup`, `Struck`, `Strong`, `Em`), what is heard in place of
    them, and what they are short for; each may be empty.
    """

    target: str = ""
    language: str = ""
    role: str = ""
    spoken: str = ""
    long: str = ""

    @property
    def inner(self) -> bool:
        """Whether these words, were they a link's, have an element of their own in it."""
        return bool(self.role or self.spoken or self.long)


PLAIN: Final = TextLook()


@dataclass(frozen=True, slots=True)
class LinkBox:
    """A link's rectangle: page from 0, place among its annotations (14.7.4.3), its edges there."""

    page: int
    index: int
    edges: tuple[float, ...] = ()


class Saying(NamedTuple):
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
    type; `H` is a heading one level below the section that it stands in, `H1` the paper's title
    and `level` that of a section's own heading; what is `headed` has a heading of its own. `about`
    is the anchor of the item whose data file goes with it, `box` its bounds in points on its page,
    `words` what a link says, unless it is `told`, `opens` the anchor of the item whose data file it
    opens. `spoken` is heard in place of the `printed` words in it, or they are short for `long`. A
    cell goes over `columns` and `rows`, and names by `heads` the header cells that say what it is.
    `said` are the lines that are set in it, and `pages` those (from 1) of their owned runs, one
    after another; `leads` are the targets of its link boxes.
    """

    role: str
    parent: Element | None = None
    level: int = 0
    alt: Line = ()
    spoken: str = ""
    long: str = ""
    printed: str = ""
    language: str = ""
    id: str = ""
    scope: str = ""
    numbering: str = ""
    about: str = ""
    columns: int = 1
    rows: int = 1
    heads: tuple[str, ...] = ()
    box: tuple[float, float, float, float] | None = None
    kids: list[Kid] = field(default_factory=list)
    words: tuple[str, ...] = ()
    told: str = ""
    opens: str = ""
    said: tuple[Saying, ...] = ()
    pages: tuple[int, ...] = ()
    leads: tuple[str, ...] = ()
    placed: bool = False
    headed: bool = False

    @property
    def says(self) -> str:
        """What a link says to who hears it alone, or its words, as one line."""
        return self.told or " ".join("".join(self.words).replace("\u00ad", "").split())

    @property
    def is_kept(self) -> bool:
        """Whether the finished tree has it: it holds something, or tells by standing empty."""
        kids = self.kids
        if self.role in _KEPT_EMPTY or (kids and not isinstance(kids[0], Element)):
            return True  # as nearly all are
        return any(not isinstance(kid, Element) or kid.is_kept for kid in kids)

    def line(self) -> list[Element]:
        """Return what it stands in by its own making, the outermost first, and itself."""
        return [*(self.parent.line() if self.parent is not None else ()), self]

    def forget(self) -> None:
        """Let go of what only places are made from, here and below."""
        self.said = self.pages = self.leads = ()
        for kid in self.kids:
            if isinstance(kid, Element):
                kid.forget()

    def kept(self) -> list[Kid]:
        """Return its marks and link boxes, and those of its elements that are kept."""
        return [kid for kid in self.kids if not isinstance(kid, Element) or kid.is_kept]


Kid: TypeAlias = Element | MarkedContent | LinkBox


class Marks:
    """The structure of a paper while it is drawn.

    `root` is the tree; `owners` holds, for each page, the elements of its marked content by
    number; `links` the link boxes with their elements, in order; `standing` the elements that
    places begin with, by the places' names, and `outlined` those names that bookmarks lead to;
    `led` the references with the places that they lead to, and `refers` what elements refer to.
    `order` is the place in the story of what is being drawn; `titled` is 1 once a title heads all;
    `gauged` are charts, with what their marks measure.
    """

    def __init__(self, language: str = "") -> None:
        self.root = Element("Document", placed=True, language=language)
        self.owners: dict[int, list[Element]] = {}
        self.links: list[tuple[LinkBox, Element]] = []
        self.standing: dict[str, Element] = {}
        self.begun: list[str] = []
        self.outlined: list[str] = []
        self.led: list[tuple[Element, str]] = []
        self.refers: dict[Element, list[Element]] = {}
        self.gauged: list[tuple[Element, tuple[Gauge, ...]]] = []
        self.order = 0
        self._orders: list[int] = []  # of the root's elements
        self._within = [self.root]
        self._level = self.titled = 0
        self._stretches: dict[Element, tuple[TextLook, Element]] = {}

    @contextmanager
    def within(self, element: Element | None) -> Iterator[None]:
        """Let what is drawn meanwhile stand in `element`, or where it would anyway (None)."""
        if element is None:
            yield
            return
        self.place(element)
        self._within.append(element)
        try:
            yield
        finally:
            self._within.pop()

    def place(self, element: Element) -> None:
        """Give an element its place in the tree, unless it has it."""
        if element.placed:
            return
        element.placed = True
        if element.parent is None:
            element.parent = self._list() if element.role == "LI" else self._within[-1]
        else:
            self.place(element.parent)
        if element.level or element.role in _HEADS:
            element.role = f"H{self._level_of(element)}"
        if element.parent is self.root:
            at = bisect_right(self._orders, self.order)
            self._orders.insert(at, self.order)
            self.root.kids.insert(at, element)
        else:
            element.parent.kids.append(element)

    def _level_of(self, heading: Element) -> int:
        """Return the level of a heading, none of which is skipped (ISO 14289-1, 7.4.2).

        A paper's title is the first and only one of level 1; what heads a box stands one below its
        section's, and what stands in the box is below that.
        """
        if heading.role == "H1":
            self.titled = self._level = 1
        elif heading.level:
            self._level = min(heading.level + self.titled, self._level + 1, _DEEPEST)
        else:
            home, level = heading.parent, self._level + 1
            while home is not None:
                level, home = level + home.headed, home.parent
            if heading.parent is not None and heading.parent.role == "Sect":
                heading.parent.headed = True
            return min(level, _DEEPEST)
        return self._level

    def _list(self) -> Element:
        """Return the list that an item belongs to which is set alone: the one before it, or new."""
        here = self._within[-1]
        last = here.kids[-1] if here.kids else None
        if isinstance(last, Element) and last.role == "L":
            return last
        opened = Element("L", here)
        self.place(opened)
        return opened

    def begin(self, element: Element, page: int) -> Marking:
        """Return the operator that begins marked content of an element on a page (from 0)."""
        self.place(element)
        owners = self.owners.setdefault(page, [])
        element.kids.append(MarkedContent(page, len(owners)))
        owners.append(element)
        return Marking(f"/{element.role} <</MCID {len(owners) - 1}>> BDC", 1)

    def stretch(self, base: Element, held: TextLook = PLAIN, *, note: bool = False) -> Element:
        """Return the element for a stretch of a text: a link, a passage in another language, code.

        The same is returned as long as one stretch of a text goes on, over lines and pages; a
        note's mark, or a citation, is a `Reference` that holds its link.
        """
        if held == PLAIN:
            self._stretches.pop(base, None)
            return base
        known = self._stretches.get(base)
        if known is not None and known[0] == held:
            return known[1]
        made, language = base, held.language
        if held.target and known is not None and known[0][:2] == held[:2]:
            # One link goes on over words that are set otherwise within it.
            made, language = (known[1].parent or base) if known[0].inner else known[1], ""
        elif held.target:
            made = Element("Link", Element("Reference", base) if note else base, language=language)
            language = ""
        if language or held.inner:
            role, spoken, long = held.role or "Span", held.spoken, held.long
            made = Element(role, made, language=language, spoken=spoken, long=long)
        self._stretches[base] = held, made
        return made

    def stand(self, element: Element) -> None:
        """Note that what is marked next stands where the names that have `begun` lead to."""
        if self.begun:
            self.standing.update(dict.fromkeys(self.begun, element))
            self.begun.clear()

    def gauge(self, element: Element, gauges: tuple[Gauge, ...]) -> None:
        """Note what the marks of a chart measure, which is an element."""
        self.gauged.append((element, gauges))

    def link(self, element: Element, box: LinkBox, target: str) -> None:
        """Note that a link's rectangle, which leads to a target, belongs to an element."""
        self.place(element)
        if target.startswith("#") and element.parent and element.parent.role == "Reference":
            self.led.append((element.parent, target[1:]))
        element.kids.append(box)
        self.links.append((box, element))
