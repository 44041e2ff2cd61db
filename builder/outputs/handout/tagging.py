"""What the parts of a slide are to those who hear it: items in, structure elements out.

The types are those of the paper (ISO 32000-1, 14.8.4): lists and paragraphs, captions with what
they belong to, tables, figures with their alternate texts. What has no tag is decoration.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeAlias

from builder.model.text import Line
from builder.outputs.pptx.plan.model import (
    NUMBERED,
    Area,
    ChartItem,
    GroupItem,
    Item,
    Paragraph,
    Placeholder,
    Row,
    TableItem,
    TextItem,
)
from builder.outputs.pptx.plan.pictures import PictureItem
from builder.units import Box

CAPTION: Final = "Caption"
"""What layouts call the placeholder above an exhibit."""
FIGURE: Final = "Figure"


@dataclass(frozen=True, eq=False, slots=True)
class Tag:
    """One structure element of a slide, itself and no other that is alike.

    `role` is its structure type, `parent` None for the slide. A figure has an `alt` and a `box`
    in the slide's points, a cell goes over `columns` and `rows` and heads what its `scope` says,
    a list has its `numbering`.
    """

    role: str
    parent: Tag | None = None
    alt: Line = ()
    box: Box | None = None
    scope: str = ""
    numbering: str = ""
    columns: int = 1
    rows: int = 1


Tagged: TypeAlias = tuple[Tag | None, Tag]
"""A paragraph's mark, where it has one, and its words."""


def slide_anchor(number: int) -> str:
    """Return the name of a slide's place in the handout."""
    return f"slide:{number}"


def homes(items: Sequence[Item]) -> Iterator[tuple[Item, Tag | None]]:
    """Yield items with what they stand in, None for the slide.

    A caption stands with the exhibit that follows it, and within it where that is a table.
    """
    group: Tag | None = None
    for at, item in enumerate(items):
        following = next(filter(_is_heard, items[at + 1 :]), None)
        if not _is_heard(item):
            yield item, None
        elif _captions(item, following):
            group = Tag("Table" if isinstance(following, TableItem) else "Div")
            yield item, Tag(CAPTION, group)
        else:
            yield item, group
            group = None


def _captions(item: Item, following: Item | None) -> bool:
    is_caption = isinstance(item, TextItem) and item.name == CAPTION
    return is_caption and following is not None and not isinstance(following, TextItem)


def _is_heard(item: Item) -> bool:
    return isinstance(item, TextItem | TableItem) or bool(item.alt)


def figure(
    item: TextItem | ChartItem | GroupItem | PictureItem,
    home: Tag | None,
    places: Mapping[int, Placeholder],
) -> Tag | None:
    """Return the figure that an exhibit is; nothing where it has no alternate text: decoration.

    `places` are the placeholders of its layout.
    """
    if not item.alt:
        return None
    if isinstance(item, TextItem):
        box = item.box or places[item.placeholder].box
    else:
        box = _around(item) if isinstance(item, GroupItem) else item.box
    return Tag(FIGURE, home, alt=item.alt, box=box)


def _around(group: GroupItem) -> Box:
    """Return the box around all shapes of a group."""
    edges = [
        (
            each.box.left,
            each.box.top,
            each.box.left + each.box.width,
            each.box.top + each.box.height,
        )
        if isinstance(each, Area)
        else (
            min(each.start[0], each.end[0]),
            min(each.start[1], each.end[1]),
            max(each.start[0], each.end[0]),
            max(each.start[1], each.end[1]),
        )
        for each in group.shapes
    ]
    left, top = min(edge[0] for edge in edges), min(edge[1] for edge in edges)
    right, foot = max(edge[2] for edge in edges), max(edge[3] for edge in edges)
    return Box(left, top, right - left, foot - top)


def cell(row: Row, column: int, line: Tag) -> Tag:
    """Return a table's cell, in a line of the table: headers head columns, first cells rows."""
    columns, rows = row.span(column)
    scope = "Column" if row.kind == "header" else "" if column else "Row"
    return Tag("TH" if scope else "TD", line, scope=scope, columns=columns, rows=rows)


def paragraphs(lines: Sequence[Paragraph], home: Tag | None) -> Iterator[Tagged]:
    """Yield the tags of paragraphs that stand one below another, points as items of lists.

    No level of a list is skipped.
    """
    lists: list[tuple[Tag, Tag]] = []  # of each level the list, and the item that is open in it
    for each in lines:
        if not each.style.bullet:
            lists.clear()
            yield None, Tag("P", home)
            continue
        level = min(each.level, len(lists))
        numbering = "Decimal" if each.style.bullet == NUMBERED else "Disc"
        if level < len(lists) and lists[level][0].numbering == numbering:
            listed = lists[level][0]
        else:
            listed = Tag("L", lists[level - 1][1] if level else home, numbering=numbering)
        del lists[level:]
        entry = Tag("LI", listed)
        mark, body = Tag("Lbl", entry), Tag("LBody", entry)
        lists.append((listed, body))
        yield mark, body
