"""A tagged PDF in; what a screen reader says of its structure, in order, out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeGuard

from builder.frozen import dataclass
from builder.verify.edge import in_paper
from builder.verify.heard import ROW, Heard, Said, marked, spoken
from builder.verify.heard.grid import grid_of
from builder.verify.heard.properties import properties, text_of, with_own_properties
from builder.verify.heard.tree import Glyphs, Goal, Node, TreeReader
from builder.verify.opened import destinations, opened
from builder.verify.opened import properties as said_of_itself
from builder.verify.pdf import StructureReader
from builder.verify.reading import UnreadableFileError

if TYPE_CHECKING:
    from pikepdf import Pdf

_INLINE: Final = frozenset(
    [
        "Span",
        "Quote",
        "Reference",
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
        "BibEntry",
        "Lbl",
    ]
)
_THROUGH: Final = frozenset(
    [
        "Document",
        "DocumentFragment",
        "Part",
        "Art",
        "Sect",
        "Div",
        "NonStruct",
        "THead",
        "TBody",
        "TFoot",
        "LBody",
    ]
)
_HEADED: Final = frozenset({"Document", "Part", "Art", "Sect", "Div"})
_UNSAID: Final = frozenset({"Artifact", "Private"})
_LABELLED: Final = frozenset({"LI", "Note", "FENote"})
_DRAWN: Final = frozenset({"Figure", "Formula"})
_MARKERS: Final = {
    "Title": "title",
    "Caption": "caption",
    "BlockQuote": "quotation",
    "Aside": "aside",
    "Note": "note",
    "FENote": "note",
    "TOCI": "entry",
    "LI": "item",
    "Form": "form",
}
_BULLETS: Final = frozenset("•◦▪–—‣∙·*-○■")


def heard_paper(path: Path) -> Heard:
    """Return what a tagged PDF says.

    Raises:
        UnreadableFileError: it is damaged, encrypted, or has no tags.
    """
    with opened(path) as (pdf, _):
        file = str(path)
        reader = StructureReader(pdf, file, keep=True, reads=with_own_properties)
        if "/StructTreeRoot" not in pdf.Root:
            raise UnreadableFileError(
                f"{path}: has no tags, so that a screen reader guesses what it says: listen to the"
                " file as it was made, before a program printed or shrank it"
            )
        with in_paper(file, "its structure"):
            language = text_of(pdf.Root.get("/Lang")) or ""
            nodes = _tree(pdf, reader)
            pieces = tuple(_Speaker(language).all(nodes))
            title = next((each.text for each in said_of_itself(pdf) if each.part == "Title"), "")
        if not pieces and not (nodes and reader.is_tagged):
            raise UnreadableFileError(f"{path}: its tags say nothing of what its pages show")
        return Heard("page", title, language, pieces)


def _tree(pdf: Pdf, reader: StructureReader) -> tuple[Node, ...]:
    older = {str(name)[1:]: goal for name, goal in dict(pdf.Root.get("/Dests", {})).items()}
    own, goals = properties(reader.stretches), older | destinations(pdf)
    return TreeReader(pdf, reader.pages, reader.texts, own, goals).read()


@dataclass(frozen=True)
class _Here:
    """Where something stands: how deep, below how many headed sections, in which language."""

    depth: int
    language: str
    level: int = 0

    def inside(self, node: Node) -> _Here:
        """Return where the kids of an element stand."""
        through, language = node.role in _THROUGH, node.language or self.language
        heads = (kid for kid in node.kids if isinstance(kid, Node) and kid.role == "H")
        headed = node.role in _HEADED and next(heads, None) is not None
        return _Here(self.depth + (not through), language, self.level + headed)


@dataclass(frozen=True)
class _Speaker:
    """Says the elements of one file, whose language is `language`."""

    language: str

    def all(self, nodes: Sequence[Node]) -> Iterator[Said]:
        """Yield what all elements say."""
        for node in nodes:
            yield from self._block(node, _Here(0, self.language))

    def _block(self, node: Node, here: _Here) -> Iterator[Said]:
        role = node.role
        if role == "L":
            count = sum(isinstance(kid, Node) and kid.role == "LI" for kid in node.kids)
            yield self._said(node, here, f"list of {count}")
            yield from self._flow(Node("Div", node.kids, node.page), here.inside(node), "")
        elif role == "TOC":
            count = sum(isinstance(kid, Node) and kid.role == "TOCI" for kid in node.kids)
            yield self._said(node, here, f"contents, {count} entries")
            yield from self._flow(Node("Div", node.kids, node.page), here.inside(node), "")
        elif role == "Table":
            yield from self._table(node, here)
        elif role in _DRAWN and node.instead is None:
            words = self._words(node, here.language)
            yield self._said(node, here, f"{role.lower()} without alternate text", words)
            yield from self._blocks(node, here)
        elif role not in _UNSAID:
            yield from self._flow(node, here, self._marker(node, here))

    def _marker(self, node: Node, here: _Here) -> str:
        role = node.role
        if role == "H":
            return f"heading {max(1, here.level)}"
        if role[:1] == "H" and role[1:].isdigit():
            return f"heading {role[1:]}"
        if role in _DRAWN:
            return role.lower()
        label = spoken(self._label(node, here.language)) if role in _LABELLED else ""
        marker = _MARKERS.get(role, "")
        return f"{marker} {label}" if label and label not in _BULLETS else marker

    def _said(self, node: Node, here: _Here, marker: str, text: str = "", page: int = 0) -> Said:
        own = node.language or here.language
        own = own if own != self.language else ""
        return Said(page or node.page, here.depth, marker, spoken(text), own)

    def _flow(self, node: Node, here: _Here, marker: str) -> Iterator[Said]:
        """Yield an element's own words with its marker, and the blocks in it where they stand.

        Where it begins with a paragraph, the marker is said with that.
        """
        if node.instead is not None:
            yield self._said(node, here, marker, node.instead)
            yield from self._blocks(node, here)
            return
        inner, words, page = here.inside(node), "", 0
        if marker and node.role in _THROUGH:  # what follows the first words stands below them
            inner = replace(inner, depth=here.depth + 1)
        for kid in _shown(node):
            if _is_block(kid, node):
                if words.strip():
                    yield self._said(node, here, marker, words, page)
                    words, marker = "", ""
                elif marker and kid.role in (*_THROUGH, "P") and kid.instead is None:
                    yield from self._flow(kid, replace(inner, depth=here.depth), marker)
                    marker = ""
                    continue
                elif marker:
                    yield self._said(node, here, marker)
                    marker = ""
                page = 0
                yield from self._block(kid, inner)
            elif not isinstance(kid, Goal):
                page = page or kid.page
                words += self._inline(kid, inner.language)
        if words.strip() or (marker and node.role == "LI"):
            yield self._said(node, here, marker, words, page)

    def _blocks(self, node: Node, here: _Here) -> Iterator[Said]:
        """Yield what the blocks in an element say, and not its own words."""
        for kid in node.kids:
            if _is_block(kid, node):
                yield from self._block(kid, here.inside(node))

    def _words(self, node: Node, language: str) -> str:
        """Return an element's own words, without those of the blocks in it."""
        kids = (kid for kid in _shown(node) if not _is_block(kid, node))
        return "".join(self._inline(kid, language) for kid in kids)

    def _label(self, node: Node, language: str) -> str:
        labels = (kid for kid in node.kids if isinstance(kid, Node) and kid.role == "Lbl")
        return "".join(self._inline(label, language) for label in labels)

    def _inline(self, kid: Node | Glyphs | Goal, language: str) -> str:
        """Return the words of a part of a line, marked where they lead or change their language."""
        if isinstance(kid, Glyphs):
            same = kid.language.lower() in ("", language.lower())
            return kid.text if same else marked(kid.language, kid.text)
        if isinstance(kid, Goal) or kid.role in _UNSAID:
            return ""
        own = kid.language or language
        text = kid.instead
        if text is None:
            text = "".join(self._inline(each, own) for each in kid.kids)
        if kid.role in ("Link", "Annot"):
            text = _linked(kid, text)
        elif kid.role in ("Formula", "Quote", "Figure"):
            text = marked(kid.role.lower(), text)
        return text if own == language else marked(own, text)

    def _table(self, node: Node, here: _Here) -> Iterator[Said]:
        grid, inner = grid_of(node), here.inside(node)
        captions = [kid for kid in node.kids if isinstance(kid, Node) and kid.role == "Caption"]
        caption = " ".join(self._together(each, inner) for each in captions)
        yield self._said(node, here, f"table {len(grid.rows)} rows {grid.columns} columns", caption)
        for number, row in enumerate(grid.rows, 1):
            page = next((cell.node.page for cell in row if cell.node.page), 0)
            yield Said(page, inner.depth, ROW, str(number))
            for cell in row:
                heads = (self._together(head, inner) for head in cell.heads)
                own = cell.node.language if cell.node.language != self.language else ""
                text, said = self._together(cell.node, inner, "; "), ", ".join(filter(None, heads))
                yield Said(cell.node.page, inner.depth + 1, cell.role, text, own, said)

    def _together(self, node: Node, here: _Here, pause: str = " ") -> str:
        """Return all that an element says as one text, a pause between paragraphs in it."""
        if node.role == "Caption":
            node = Node("Div", node.kids, node.page, node.language, node.instead)
        pieces = self._flow(node, here, "")
        return pause.join(f"{p.role}: {p.text}" if p.role else p.text for p in pieces)


def _is_block(kid: Node | Glyphs | Goal, parent: Node) -> TypeGuard[Node]:
    """Say whether a kid stands by itself; of pictures and formulas: where no words do beside it."""
    if not isinstance(kid, Node) or kid.role in _INLINE:
        return False
    return kid.role not in _DRAWN or not any(map(_is_worded, parent.kids))


def _is_worded(kid: Node | Glyphs | Goal) -> bool:
    if isinstance(kid, Glyphs):
        return bool(kid.text.strip())
    return isinstance(kid, Node) and kid.role in _INLINE - {"Lbl"}


def _shown(node: Node) -> Iterator[Node | Glyphs | Goal]:
    """Yield the parts of an element, less a label that its marker says."""
    for kid in node.kids:
        if not (node.role in _LABELLED and isinstance(kid, Node) and kid.role == "Lbl"):
            yield kid


def _linked(node: Node, text: str) -> str:
    """Return a link's words with where it leads; one without words is told by its description."""
    goals = [kid for kid in _below(node) if isinstance(kid, Goal)]
    words = text if text.strip() else next((goal.says for goal in goals if goal.says), "")
    goal = goals[0] if goals else Goal(0, "", "")
    if goal.page:
        return marked(f"link to page {goal.page}", words)
    if not goal.address or goal.address.removeprefix("mailto:") == spoken(words):
        return marked("link", words)
    return marked(f"link to {goal.address}", words)


def _below(node: Node) -> Iterator[Node | Glyphs | Goal]:
    for kid in node.kids:
        yield kid
        if isinstance(kid, Node):
            yield from _below(kid)
