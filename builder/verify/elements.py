"""An open PDF's structure elements in (ISO 32000-1, 14.7.2); their places, as they are read, out.

A long paper has tens of thousands of elements, nearly all of a few plain entries: such a one is
read from what it says as a whole, in one look, by how it is written; elements that the paper before
said so are known. Whatever looks otherwise is asked entry by entry.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from builder.memory import memory
from builder.model.ledger import Channel, LedgerPlace, heard_part
from builder.verify.edge import Allowance
from builder.verify.opened import goal_of, once

if TYPE_CHECKING:
    from pikepdf import Object, Pdf

_IN_LINES: Final = "Span Link Annot Reference Code Sub Sup Struck Strong Em Formula"
_INLINE: Final = frozenset(_IN_LINES.split())
_FORMULA: Final = "Formula"
_CELLS: Final = frozenset({"TH", "TD"})
_REPLACING: Final = ("/Alt", "/ActualText", "/E", "/Phoneme")
_SAYING: Final = ("/Summary", "/Short")
"""Attributes of tables and header cells that readers say; no plan writes any."""
_HEADINGS: Final = ("Title", "H1", "H2", "H3", "H4", "H5")
_DEEPEST: Final = 200
_READ: Final = "elements"
_BYTES: Final = 500  # of an element remembered

_KID: Final = (
    rb"(?:(\d+) (\d+) R|(\d+)"
    rb"|<< /Obj (\d+) (\d+) R /Pg (\d+ \d+) R /Type /OBJR >>"
    rb"|<< /MCID (\d+) /Pg (\d+ \d+) R /Type /MCR >>)"
)
_KIDS: Final = re.compile(_KID)
_ANY_KID: Final = re.sub(rb"\((?!\?)", b"(?:", _KID)
_TEXT: Final = rb"(?:\([^()\\]*+\)|<[0-9a-f]*+>)"
# As qpdf writes an object: entries in the order of their names, one space between tokens.
_PLAIN: Final = re.compile(
    rb"<< (?:/A (?P<own><< (?:[^()<>]++|"
    + _TEXT
    + rb")*+>>|\d+ \d+ R) )?(?:/AF \[ (?:\d+ \d+ R )*+\] )?"
    rb"(?P<heard>/ActualText " + _TEXT + rb" )?"
    rb"(?:/ID " + _TEXT + rb" )?"
    rb"(?:/K (?:(?P<one>" + _ANY_KID + rb")|\[ (?P<many>(?:" + _ANY_KID + rb" )*+)\]) )?"
    rb"(?:/Lang " + _TEXT + rb" )?(?:/NS \d+ \d+ R )?(?:/P \d+ \d+ R )?"
    rb"(?:/Pg (?P<page>\d+ \d+) R )?(?:/Ref \[ (?:\d+ \d+ R )*+\] )?"
    rb"/S /(?P<role>[0-9A-Za-z]+) (?:/Type /StructElem )?>>"
)
_BELOW, _MARKED, _BOX, _AWAY = range(4)
"""Kinds of kids: an element, marked content, a rectangle, marked content of a named page."""


class Elements:
    """The elements of one structure tree, each read once.

    `pages` are their numbers by object, `texts` what each page's marked content shows.
    """

    def __init__(
        self,
        pdf: Pdf,
        pages: Mapping[tuple[int, int], int],
        texts: Mapping[tuple[int, int], str],
    ) -> None:
        self.pdf, self.texts = pdf, texts
        self._pages = {b"%d %d" % number: page for number, page in pages.items()}
        self._seen: set[tuple[int, int]] = set()
        self._plain = _Plainly()
        self._saying: dict[bytes, bool] = {}
        self._room = Allowance()
        self._places: list[LedgerPlace] = []
        root = pdf.Root.get("/StructTreeRoot")
        self._is_second, self._titled = root is not None and "/Namespaces" in root, False

    def places(self) -> list[LedgerPlace]:
        """Return the places of the whole tree.

        Raises:
            ValueError: an element leads back to itself or goes too deep, or they say too much.
        """
        for kid in _kids(self.pdf.Root.get("/StructTreeRoot")):
            if not isinstance(kid, int):
                self._read(kid, kid.objgen, 0, 0)
        self._plain.remember()
        return self._places

    def _read(
        self, held: Object, number: tuple[int, int], page: int, depth: int
    ) -> tuple[int, str]:
        """Add an element's place, its alternate text, its links, and the places below it.

        Returns:
            The page on which it begins, and its text where it is part of a line of another's.
        """
        once(number, self._seen)
        if depth > _DEEPEST:
            raise ValueError(f"its elements stand more than {_DEEPEST} deep in one another")
        at = len(self._places)
        here = _Element(page, depth)
        plain = self._plain.read(held.unparse(resolved=True))
        if plain is not None and not (plain.own and self._says_more(held, plain.own)):
            self._take_plain(here, plain)
            if plain.heard:
                here.take_heard("/ActualText", str(held["/ActualText"]))
        else:
            self._take_any(here, held)
            here.more += [("alt", key, text) for key, text in _attributed(held)]
        here.role = self._as_first(here.role)
        text = here.texts[0] if len(here.texts) == 1 else "".join(here.texts)
        self._room.take(len(text))
        role, page = here.role, here.page
        if role not in _INLINE and (role in _CELLS or text.strip()):
            channel: Channel = "chart" if role == "Figure" else "body"
            self._places.insert(at, LedgerPlace(page, channel, "", role, text))
            at += 1
        if here.more:
            self._places[at:at] = self._said(here)
        return page, f" {text}" if role in _INLINE else ""

    def _says_more(self, held: Object, own: bytes) -> bool:
        """Return whether an element's attributes say something; many elements share them."""
        if own.startswith(b"<<"):
            return any(key.encode() in own for key in _SAYING)
        if own not in self._saying:
            self._saying[own] = any(True for _ in _attributed(held))
        return self._saying[own]

    def _as_first(self, role: str) -> str:
        """Return the structure type of PDF/UA-1 for one: in PDF 2.0 a title is no heading."""
        self._titled = self._titled or (self._is_second and role == "Title")
        if self._titled and role in _HEADINGS:
            return f"H{_HEADINGS.index(role) + 1}"
        return role

    def _take_plain(self, here: _Element, said: _Plain) -> None:
        here.role = said.role
        if said.page is not None:
            here.home = self._pages.get(said.page, here.home)
        pages, get = self._pages, self.pdf.get_object
        for kind, number, there in said.kids:
            if kind == _BELOW:
                here.take(*self._read(get(number), number, here.home, here.depth + 1))
            elif kind == _MARKED:
                here.take(here.home, self.texts.get((here.home, number[0]), ""))
            elif kind == _BOX:
                here.take_box(pages.get(there, here.home), get(number))
            else:
                page = pages.get(there, here.home)
                here.take(page, self.texts.get((page, number[0]), ""))

    def _take_any(self, here: _Element, held: Object) -> None:
        here.role = str(held.get("/S", ""))[1:]
        here.home = self._page_of(held, here.home)
        for kid in _kids(held):
            kind = None if isinstance(kid, int) else kid.get("/Type")
            if isinstance(kid, int):
                here.take(here.home, self.texts.get((here.home, kid), ""))
            elif kind == "/MCR":
                page = self._page_of(kid, here.home)
                here.take(page, self.texts.get((page, int(kid.get("/MCID", -1))), ""))
            elif kind == "/OBJR":
                here.take_box(self._page_of(kid, here.home), kid.get("/Obj"))
            else:
                here.take(*self._read(kid, kid.objgen, here.home, here.depth + 1))
        replacing = [(key, held[key]) for key in _REPLACING if key in held]
        if here.role == _FORMULA:  # drawn as outlines, it says its alternate text and no other
            here.texts += [str(text) for key, text in replacing if key == "/Alt"]
            replacing = [each for each in replacing if each[0] != "/Alt"]
        for key, text in reversed(replacing):
            here.take_heard(key, str(text))

    def _page_of(self, held: Object, otherwise: int) -> int:
        page = held.get("/Pg")
        return otherwise if page is None else self._pages.get(b"%d %d" % page.objgen, otherwise)

    def _said(self, here: _Element) -> Iterator[LedgerPlace]:
        for channel, part, text in here.more:
            self._room.take(len(text))
            yield LedgerPlace(here.page, channel, "", part, text)


class _Plainly:
    """Reads the elements of one paper."""

    def __init__(self) -> None:
        held = memory()
        self._before: dict[bytes, _Plain | None] = (held.get(_READ) if held else None) or {}
        self._known: dict[bytes, _Plain | None] = {}

    def read(self, written: bytes) -> _Plain | None:
        """Return what an element says, from how qpdf writes it; None where it is not plain."""
        if written not in self._known:
            before = self._before
            self._known[written] = before[written] if written in before else _plain(written)
        return self._known[written]

    def remember(self) -> None:
        """Let the next paper's reader know what was read."""
        held = memory()
        if held is not None:
            held.put(_READ, self._known, _BYTES * len(self._known))


class _Plain(NamedTuple):
    """What a plain element says: its attributes as they are written, whether something is heard in
    place of its words, its page, and its kids.

    Of each kid its kind, the number of its object or of its mark, and the page that it names.
    """

    own: bytes | None
    heard: bool
    role: str
    page: bytes | None
    kids: tuple[tuple[int, tuple[int, int], bytes], ...]


class _Element:
    """What is known of an element while it is read: its role, the page that its marks are on if
    nothing else is said (`home`), the page on which it begins, its texts, and what `more` it says.
    """

    __slots__ = ("depth", "home", "more", "page", "role", "texts")

    def __init__(self, home: int, depth: int) -> None:
        self.role, self.home, self.depth, self.page = "", home, depth, 0
        self.texts: list[str] = []
        self.more: list[tuple[Channel, str, str]] = []

    def take(self, page: int, text: str) -> None:
        """Take what stands in it next, and the page of that."""
        if not self.page:
            self.page = page
        if text:
            self.texts.append(text)

    def take_heard(self, key: str, text: str) -> None:
        """Take what is heard in place of all that stands in it, before what its links say."""
        part = self.role if key == "/Alt" else heard_part(key[1:], "".join(self.texts))
        self.more.insert(0, ("alt", part, text))

    def take_box(self, page: int, box: Object | None) -> None:
        """Take a link's rectangle."""
        self.take(page, "")
        if box is not None:
            self.more.append(("link", "Link", goal_of(box)))
            self.more.append(("tooltip", "Link", str(box.get("/Contents", ""))))


def _kids(held: Any) -> Iterator[Any]:
    import pikepdf

    kids = None if held is None else held.get("/K")
    if isinstance(kids, pikepdf.Array):
        yield from kids
    elif kids is not None:
        yield kids


def _attributed(held: Object) -> Iterator[tuple[str, str]]:
    """Yield what an element's attributes say, by their names."""
    import pikepdf

    owned = held.get("/A")
    for each in owned if isinstance(owned, pikepdf.Array) else [owned]:
        if isinstance(each, pikepdf.Dictionary):
            yield from ((key[1:], str(each[key])) for key in _SAYING if key in each)


def _plain(written: bytes) -> _Plain | None:
    said = _PLAIN.fullmatch(written)
    if said is None:
        return None
    one, many, page, role = said.group("one", "many", "page", "role")
    kids = tuple(map(_kid, _KIDS.findall(one or many or b"")))
    return _Plain(said["own"], bool(said["heard"]), role.decode(), page, kids)


def _kid(found: tuple[bytes, ...]) -> tuple[int, tuple[int, int], bytes]:
    kid, kid_more, mark, box, box_more, there, far, away = found
    if kid:
        return _BELOW, (int(kid), int(kid_more)), b""
    if mark:
        return _MARKED, (int(mark), 0), b""
    if box:
        return _BOX, (int(box), int(box_more)), there
    return _AWAY, (int(far), 0), away
