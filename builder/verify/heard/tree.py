"""A tagged PDF in; its structure tree as plain data, each element by its standard type, out.

ISO 32000-1, 14.7 and 14.8, and the namespaces of ISO 32000-2, 14.7.4. What an element says instead
of what it shows is taken in the order in which readers do: ActualText, then E, then Alt.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from builder.frozen import dataclass
from builder.model.links import ATTACHED
from builder.verify.edge import Allowance
from builder.verify.elements import beside, goal_of, once
from builder.verify.heard.properties import Properties, named, text_of

if TYPE_CHECKING:
    from pikepdf import Object, Pdf

_DEEPEST: Final = 200
_MAPPED: Final = 8
"""How often a role may stand for another before readers give up."""
_INSTEAD: Final = ("/ActualText", "/E", "/Alt")
_STANDARD: Final = frozenset(
    [
        "Document",
        "DocumentFragment",
        "Part",
        "Art",
        "Sect",
        "Div",
        "Aside",
        "BlockQuote",
        "Caption",
        "TOC",
        "TOCI",
        "Index",
        "NonStruct",
        "Private",
        "P",
        "H",
        "H1",
        "H2",
        "H3",
        "H4",
        "H5",
        "H6",
        "Title",
        "L",
        "LI",
        "Lbl",
        "LBody",
        "Table",
        "TR",
        "TH",
        "TD",
        "THead",
        "TBody",
        "TFoot",
        "Span",
        "Quote",
        "Note",
        "FENote",
        "Reference",
        "BibEntry",
        "Code",
        "Link",
        "Annot",
        "Ruby",
        "RB",
        "RT",
        "RP",
        "Warichu",
        "WT",
        "WP",
        "Em",
        "Strong",
        "Sub",
        "Figure",
        "Formula",
        "Form",
        "Artifact",
    ]
)


class Glyphs(NamedTuple):
    """Words that are shown on a page (from 1), in a language of their own where one is named."""

    page: int
    text: str
    language: str = ""


class Goal(NamedTuple):
    """Where a link leads: a page (from 1), or else an address; `says` is its own description."""

    page: int
    address: str
    says: str


@dataclass(frozen=True)
class Node:
    """One structure element.

    `page` is where it begins (0: unknown), `language` its own (empty: that of what it stands in).
    `instead` is said in place of what it shows, None where nothing is. `id` names it for cells
    that it heads, whose `heads` name such; a cell goes over `columns` and `rows`, and `scope` is
    what it heads: Row, Column or Both.
    """

    role: str
    kids: tuple[Node | Glyphs | Goal, ...]
    page: int = 0
    language: str = ""
    instead: str | None = None
    scope: str = ""
    columns: int = 1
    rows: int = 1
    id: str = ""
    heads: tuple[str, ...] = ()


class TreeReader:
    """Reads the tree of one PDF; `pages` are its pages' numbers by object, `texts` what each page's
    marked content shows and `own` what it says of itself, `goals` the pages of places by name.
    """

    def __init__(
        self,
        pdf: Pdf,
        pages: Mapping[tuple[int, int], int],
        texts: Mapping[tuple[int, int], str],
        own: Mapping[tuple[int, int], Properties],
        goals: Mapping[str, Object],
    ) -> None:
        self._pages, self._texts, self._goals, self._own = pages, texts, goals, own
        self._root = pdf.Root.StructTreeRoot
        self._roles = {
            str(role)[1:]: str(stands)[1:]
            for role, stands in dict(self._root.get("/RoleMap", {})).items()
        }
        self._seen: set[tuple[int, int]] = set()
        self._room = Allowance()

    def read(self) -> tuple[Node, ...]:
        """Return the elements at the top.

        Raises:
            ValueError: an element leads back to itself or goes too deep, or they say too much.
        """
        kids = (self._kid(kid, 0, 0) for kid in _listed(self._root.get("/K")))
        return tuple(kid for kid in kids if isinstance(kid, Node))

    def _kid(self, held: Any, page: int, depth: int) -> Node | Glyphs | Goal | None:
        if isinstance(held, int):
            return self._glyphs(page, held)
        kind = held.get("/Type")
        if kind == "/MCR":
            return self._glyphs(self._page_of(held, page), int(held.get("/MCID", -1)))
        if kind == "/OBJR":
            return self._goal(held.get("/Obj"))
        return self._node(held, page, depth)

    def _glyphs(self, page: int, number: int) -> Glyphs:
        own = self._own.get((page, number), Properties())
        text = self._texts.get((page, number), "") if own.instead is None else own.instead
        self._room.take(len(text))
        return Glyphs(page, text, own.language)

    def _node(self, held: Object, page: int, depth: int) -> Node:
        once(held.objgen, self._seen)
        if depth > _DEEPEST:
            raise ValueError(f"its elements stand more than {_DEEPEST} deep in one another")
        home = self._page_of(held, page)
        read = (self._kid(kid, home, depth + 1) for kid in _listed(held.get("/K")))
        kids = tuple(kid for kid in read if kid is not None)
        said = (text_of(held[key]) for key in _INSTEAD if key in held)
        instead = next((text for text in said if text is not None), None)
        self._room.take(len(instead or ""))
        first = next((kid.page for kid in kids if not isinstance(kid, Goal) and kid.page), home)
        own = self._attributes(held)
        return Node(
            role=self._role(held),
            kids=kids,
            page=first,
            language=text_of(held.get("/Lang")) or "",
            instead=instead,
            scope=str(own.get("/Scope", ""))[1:],
            columns=int(own.get("/ColSpan", 1)),
            rows=int(own.get("/RowSpan", 1)),
            id=text_of(held.get("/ID")) or "",
            heads=tuple(text_of(each) or "" for each in _listed(own.get("/Headers"))),
        )

    def _page_of(self, held: Any, otherwise: int) -> int:
        page = held.get("/Pg")
        return otherwise if page is None else self._pages.get(page.objgen, otherwise)

    def _attributes(self, held: Object) -> dict[str, Object]:
        """Return an element's attributes, those of its classes first (14.7.6)."""
        import pikepdf

        said: dict[str, Object] = {}
        classes: Any = self._root.get("/ClassMap", {})
        named = (
            each for name in _listed(held.get("/C")) for each in _listed(_class(classes, name))
        )
        for owned in (*named, *_listed(held.get("/A"))):
            if isinstance(owned, pikepdf.Dictionary):
                said |= dict(owned.items())
        return said

    def _role(self, held: Object) -> str:
        """Return the standard type that an element's own stands for."""
        import pikepdf

        role, space = str(held.get("/S", ""))[1:], held.get("/NS")
        if space is not None:
            stands = dict(space.get("/RoleMapNS", {})).get(f"/{role}")
            if isinstance(stands, pikepdf.Array):
                stands = stands[0]
            return str(stands)[1:] if stands is not None else role
        for _ in range(_MAPPED):
            # A map of a standard role to another one is a fault, and readers pass over it.
            if role in _STANDARD - {"Title", "Sub", "Em", "Strong"} or role not in self._roles:
                break
            role = self._roles[role]
        return role

    def _goal(self, box: Object | None) -> Glyphs | Goal | None:
        """Return where an annotation leads, or what a field asks for; None: neither."""
        import pikepdf

        kind = "" if box is None else str(box.get("/Subtype", ""))
        if box is None or kind not in ("/FileAttachment", "/Link", "/Widget"):
            return None
        says = text_of(box.get("/Contents")) or ""
        if kind == "/FileAttachment":
            return Goal(0, f"attached file {goal_of(box).removeprefix(ATTACHED)}", says)
        if kind == "/Widget":
            asked = (text_of(box.get(key)) for key in ("/TU", "/T"))
            return Glyphs(self._page_of({"/Pg": box.get("/P")}, 0), next(filter(None, asked), says))
        action: Any = box.get("/A", {})
        if "/URI" in action:
            return Goal(0, text_of(action["/URI"]) or "", says)
        if action.get("/S") == "/GoToR":
            return Goal(0, beside(action) or f"another file{named(action.get('/F'))}", says)
        goal = box.get("/Dest", action.get("/D", action.get("/SD")))
        if isinstance(goal, str | pikepdf.String | pikepdf.Name):
            goal = self._goals.get(str(goal).removeprefix("/"))
        if isinstance(goal, pikepdf.Dictionary):
            goal = goal.get("/D")
        if isinstance(goal, pikepdf.Array) and len(goal):
            first: Any = goal[0]
            if isinstance(first, int):  # not allowed, and yet known to every reader
                return Goal(first + 1 if 0 <= first < len(self._pages) else 0, "", says)
            if not isinstance(first, pikepdf.Dictionary):
                return Goal(0, "", says)
            page = first.get("/Pg", first)  # a place in the structure tree tells its page
            return Goal(self._pages.get(page.objgen, 0), "", says)
        return Goal(0, "", says)


def _listed(held: Any) -> Iterator[Any]:
    import pikepdf

    if isinstance(held, pikepdf.Array):
        yield from held
    elif held is not None:
        yield held


def _class(classes: Any, name: Any) -> Any:
    return classes.get(name) if str(name).startswith("/") else None
