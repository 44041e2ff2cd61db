"""One file of `sections/` while it is read: its lines, and what is found beside its blocks."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from builder.content.context import Context
from builder.content.lines import Lines, Locator
from builder.content.markdown import words_of
from builder.content.texts import inline_text, text_of
from builder.model.blocks import Block, Slide
from builder.model.table import TableSpec
from builder.model.text import Text, plain
from builder.problems import Place

if TYPE_CHECKING:
    from builder.content.tree import Node


@dataclass
class SectionSheet:
    """What one section's file gives. Lines and columns count from 0 here, in `Place` from 1.

    `source` is the file's text with its places; `lines` are its lines, shielded
    (`markdown.shielded`), which moves nothing. `anchors` are those of all
    sections so far; `spoken` gathers the notes of the slide that is being read.
    """

    stem: str
    source: Lines
    lines: list[str]
    context: Context
    anchors: dict[str, Place]
    title: Text | None = None
    slides: list[Slide] = field(default_factory=list)
    spoken: list[Block] = field(default_factory=list)
    tables: list[TableSpec] = field(default_factory=list)
    notes: dict[str, tuple[Text, Place]] = field(default_factory=dict)
    alike: dict[str, int] = field(default_factory=dict)
    environment: dict[str, Any] = field(default_factory=dict)

    def place(self, line: int, column: int = 0) -> Place:
        """Return a place in the file."""
        on_disk = self.source.column_on_disk(line, column)
        return Place(self.source.file, line + 1, on_disk + 1)

    def begin(self, line: int) -> Place:
        """Return the place of the first character of a line that is not space."""
        text = self.lines[line] if line < len(self.lines) else ""
        return self.place(line, len(text) - len(text.lstrip()))

    def error(self, place: Place, found: str, hint: str) -> None:
        """Report a mistake."""
        self.context.problems.error(place, found, hint)

    def text(self, words: str, line: int, column: int) -> Text:
        """Return the inline text `words`, which begins at a line and column."""
        return inline_text(
            words, lambda index: self.place(line, column + index), self.context, formulas=True
        )

    def node_text(
        self, node: Node, base: int, start: int | None = None, *, alone: bool = True
    ) -> Text:
        """Return the text of an `inline` node of a source whose first line is line `base`.

        `start` is the column from which to look for text that does not end its line: that of
        a heading or a table cell. `alone` says that a year with nothing beside it is one.
        """
        return text_of(
            words_of(node),
            self.locator(node.content, base + (node.map or (0, 0))[0], start),
            self.context,
            alone=alone,
        )

    def locator(self, content: str, first: int, start: int | None = None) -> Locator:
        """Return where the characters of a block's content stand.

        The parser strips markers and indents from the front of lines, and spaces from their
        ends: what is left of a line ends where the line does.
        """

        parts = content.split("\n")
        begins = [0, *accumulate(len(part) + 1 for part in parts[:-1])]

        @cache
        def begin(number: int) -> tuple[int, int, str]:
            """Return how far a line of the content is indented, and where it begins on file."""
            part, at = parts[number], first + number
            line = self.lines[at] if at < len(self.lines) else ""
            column, barred = _column(part.strip(), line, start if number == 0 else None)
            return len(part) - len(part.lstrip()), column, part.strip() if barred else ""

        def locate(index: int) -> Place:
            index = min(max(index, 0), len(content))
            number = bisect_right(begins, index) - 1
            lead, column, barred = begin(number)
            inside = max(index - begins[number] - lead, 0)
            return self.place(first + number, column + inside + barred.count("|", 0, inside))

        return locate

    def anchor(self, wanted: str, text: Text, place: Place) -> str:
        """Return a heading's anchor, unique in the document, and keep it as known."""
        if wanted:
            if wanted in self.anchors:
                hint = f"first at {self.anchors[wanted]}; choose another word"
                self.error(place, f'the anchor "{wanted}" is used twice', hint)
            self.anchors.setdefault(wanted, place)
            return wanted
        words = unicodedata.normalize("NFKC", plain(text)).casefold()
        slug = re.sub(r"[\W_]+", "-", words).strip("-") or "heading"
        free, first = slug, f"{self.stem}-{slug}"
        count = self.alike.get(slug, 1)
        while free in self.anchors:
            count += 1
            free = first if count == 2 else f"{first}-{count}"
        self.alike[slug] = count
        self.anchors[free] = place
        return free


def _column(part: str, line: str, start: int | None) -> tuple[int, bool]:
    """Return the column in `line` at which a stripped part of it begins, and if it has bars.

    The bars of a table cell are escaped in the file.
    """
    whole = line.rstrip()
    if start is None and whole.endswith(part):
        return len(whole) - len(part), False
    found = line.find(part, start or 0)
    if found >= 0:
        return found, False
    return max(line.find(part.replace("|", "\\|"), start or 0), 0), True
