"""A slide as it is drawn, and what its parts are to those who hear it: items in, structure elements
and stretches of a display list, each with what it is, out.

The types are those of the paper (ISO 32000-1, 14.8.4): lists and paragraphs, captions with what
they belong to, tables, figures with their alternate texts. What has no tag is decoration.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar, Final, TypeAlias

from builder.frozen import dataclass
from builder.language.dates import word
from builder.model.displaylist import DisplayList, Operation, Text
from builder.model.text import Line, Owner, Run
from builder.outputs.pptx.plan.forms import PictureItem
from builder.outputs.pptx.plan.model import (
    KEY_FIGURE,
    NUMBERED,
    ChartItem,
    FilledForm,
    GroupItem,
    Item,
    Paragraph,
    Row,
    TableItem,
    TextItem,
)
from builder.units import Box, Size

CAPTION: Final = "Caption"
"""What layouts call the placeholder above an exhibit."""

FIGURE: Final = "Figure"
SLIDE: Final = Owner("furniture", "slide")
"""Who owns the number of a slide."""


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


class Joined(Text):
    """Words that the next ones follow without a space."""

    after: ClassVar[str] = ""


@dataclass(frozen=True)
class StretchPart:
    """What of a stretch is drawn alike: `operations` of words that a link, a language or an owner
    sets apart, whose `run` is given then; or the outline of a formula, which is `told` in words
    and `shown` by these runs.

    `target` is where its words lead, `boxes` where they stand, by line.
    """

    operations: tuple[Operation, ...]
    run: Run | None = None
    target: str = ""
    boxes: tuple[Box, ...] = ()
    told: Line = ()
    shown: Line = ()


@dataclass(frozen=True)
class Stretch:
    """What is drawn one after another of one structure element, or of none (decoration).

    `printed` are the runs that its words say, whole, in order.
    """

    tag: Tag | None
    parts: tuple[StretchPart, ...]
    printed: Line


@dataclass(frozen=True)
class SlidePicture:
    """A slide in its `language`, drawn, in its own points. `tags` are all its elements, in reading
    order: such as nothing is drawn of too.
    """

    size: Size
    tags: tuple[Tag, ...]
    stretches: tuple[Stretch, ...]
    language: str = ""

    @property
    def printed(self) -> Line:
        """Every run that the slide's words say, in the order in which they are drawn."""
        return tuple(run for stretch in self.stretches for run in stretch.printed)

    def display(self, part: StretchPart) -> DisplayList:
        """Return what is drawn of a part."""
        return DisplayList(*self.size, part.operations)


def in_words_of(number: str, tag: str) -> str:
    """Return what is said of a slide's number, which is no more than a digit where it stands."""
    return f"{word(tag, 'slide')} {number}"


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


def figure(item: ChartItem | GroupItem | PictureItem, home: Tag | None) -> Tag | None:
    """Return the figure that an exhibit is; nothing where it has no alternate text: decoration.

    So is the panel of a key figure, whose words have a spoken form here.
    """
    if not item.alt or is_panel(item):
        return None
    box = _around(item) if isinstance(item, GroupItem) else item.box
    return Tag(FIGURE, home, alt=item.alt, box=box)


def is_passed_over(item: TextItem) -> bool:
    """Say whether text says nothing to a listener here: not a key figure, which a deck tells by its
    panel.
    """
    return item.passed_over and item.placeholder < KEY_FIGURE


def is_panel(item: Item) -> bool:
    """Say whether an item is what a key figure is laid over."""
    return isinstance(item, GroupItem) and bool(item.figures)


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


def _captions(item: Item, following: Item | None) -> bool:
    is_caption = isinstance(item, TextItem) and item.name == CAPTION
    return is_caption and following is not None and not isinstance(following, TextItem)


def _is_heard(item: Item) -> bool:
    if isinstance(item, TextItem):
        return not is_passed_over(item)
    if isinstance(item, TableItem):
        return True
    return bool(item.alt) and not is_panel(item)


def _around(group: GroupItem) -> Box:
    """Return the box around all shapes of a group."""
    edges = [
        (
            each.box.left,
            each.box.top,
            each.box.left + each.box.width,
            each.box.top + each.box.height,
        )
        if isinstance(each, FilledForm)
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
