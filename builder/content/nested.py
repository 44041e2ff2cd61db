"""Blocks that stand in others: takes the parser's nodes of points, quotations, definitions and
code, returns their blocks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from builder.content.context import has_digit
from builder.content.markdown import unshielded
from builder.content.marks import unsupported_item
from builder.model.blocks import (
    Block,
    Code,
    Definition,
    Definitions,
    InnerHeading,
    ItemList,
    ListItem,
    Paragraph,
    Quote,
)
from builder.model.text import Inline, Owner, Run, Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from builder.content.blocks import BlockReader
    from builder.content.tree import Node
    from builder.problems import Place

HELD: Final = {"point": "a point of a list", "quote": "a quote", "definition": "a definition"}
"""What holds blocks that Markdown puts one into another, by the name that readers go by."""

_TAB: Final = 4
_DEEPEST: Final = 7


def item_list(node: Node, base: int, place: Place, reader: BlockReader) -> ItemList:
    """Return a list, which begins with any number."""
    items = tuple(_item(item, base, reader) for item in node.children)
    return ItemList(items, node.type == "ordered_list", place, int(node.attrs.get("start", 1)))


def _item(node: Node, base: int, reader: BlockReader) -> ListItem:
    sheet, nodes = reader.sheet, list(node.children)
    place = sheet.begin(base + (node.map or (0, 0))[0])
    text: Text = ()
    if nodes and nodes[0].type == "paragraph":
        words = nodes.pop(0).children[0]
        wrong = unsupported_item(words.content)
        if wrong is not None:
            sheet.error(place, *wrong)
        text = sheet.node_text(words, base)
    below = _held(nodes, base, "point", reader)
    if not node.children:
        sheet.context.problems.warning(
            place, "an empty point of a list", "write its text or remove it"
        )
    return ListItem(text, below, place)


def quote(node: Node, base: int, place: Place, reader: BlockReader) -> Quote:
    """Return a quotation: its paragraphs, or all that it holds."""
    blocks = _held(node.children, base, "quote", reader)
    paragraphs = tuple(block.text for block in blocks if isinstance(block, Paragraph))
    if len(paragraphs) == len(blocks):
        return Quote(paragraphs, (), place)
    return Quote((), (), place, blocks)


def definitions(node: Node, base: int, place: Place, reader: BlockReader) -> Definitions:
    """Return a list of terms with their definitions; one term may have several."""
    found: list[Definition] = []
    for part in node.children:
        at = reader.sheet.begin(base + (part.map or (0, 0))[0])
        if part.type == "dt":
            found.append(Definition(reader.sheet.node_text(part.children[0], base), (), at))
        else:
            term, meaning, begun = found[-1].term, found[-1].meaning, found[-1].place
            held = _held(part.children, base, "definition", reader)
            found[-1] = Definition(term, (*meaning, *held), begun)
    return Definitions(tuple(found), place)


def _held(nodes: Iterable[Node], base: int, within: str, reader: BlockReader) -> tuple[Block, ...]:
    """Return the blocks within another, unless they stand too deep for a page, and the parser."""
    found: list[Block] = []
    reader.depth += 1
    for node in nodes:
        if reader.depth > _DEEPEST:
            place = reader.sheet.begin(base + (node.map or (0, 0))[0])
            hint = "write some of it as paragraphs or under headings"
            reader.sheet.error(place, f"blocks nested more than {_DEEPEST} deep", hint)
            reader.sheet.context.dropped = True
            break
        block = reader.block(node, base, within)
        found += () if block is None else (block,)
    reader.depth -= 1
    return tuple(found)


def inner_heading(node: Node, base: int, place: Place, reader: BlockReader) -> InnerHeading | None:
    """Return a heading within another block."""
    marks = len(node.markup) if node.markup.startswith("#") else 0
    text = reader.sheet.node_text(node.children[0], base, place.column - 1 + marks)
    return InnerHeading(text, place) if text else None


def code(node: Node, base: int, place: Place, reader: BlockReader) -> Code | None:
    """Return a block of code as it is written, its tabs as spaces; nothing where it is empty."""
    sheet = reader.sheet
    if node.info.lstrip().startswith("{"):
        found = f'code that is to be run is not supported: "{node.info.strip()}"'
        sheet.error(place, found, "write ``` alone above the lines, which are printed as they are")
        return None
    if len(node.info.split()) > 1:
        found = f'the words "{node.info.strip()}" beside {node.markup} are not printed'
        hint = "write no more than a language there, and what the lines are above them"
        sheet.context.problems.warning(place, found, hint)
    first = base + (node.map or (0, 0))[0] + (node.type == "fence")
    lines = unshielded(node.content).expandtabs(_TAB).rstrip("\n").split("\n")
    if not any(map(str.strip, lines)):
        sheet.context.problems.warning(place, "a block of code without a line", "remove it")
        return None
    text: list[Inline] = []
    for number, words in enumerate(lines):
        where = sheet.begin(first + number)
        if number:
            text.append(Run("\n", code=True, place=where))
        if words:
            owner = Owner("code", words.strip()) if has_digit(words) else None
            text.append(Run(words, code=True, owner=owner, place=where))
    return Code(tuple(text), place)
