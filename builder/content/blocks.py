"""Blocks of Markdown: takes the source of a section or of a directive's body, returns blocks."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from typing import TypeAlias

from builder.content.directive import Allowed, Directive, read_directive
from builder.content.formulas import equation
from builder.content.limits import MOST_BLOCKS
from builder.content.markdown import TooManyBlocksError, block_tree, unshielded, words_of
from builder.content.marks import unsupported_paragraph
from builder.content.nested import HELD, code, definitions, inner_heading, item_list, quote
from builder.content.sheet import SectionSheet
from builder.content.tree import Node
from builder.frozen import dataclass
from builder.language.headed import may_head_years
from builder.model.blocks import (
    Block,
    Heading,
    InnerHeading,
    Paragraph,
    TableUse,
    ThematicBreak,
)
from builder.model.table import TableSpec
from builder.model.text import Text, plain
from builder.problems import Place

Builder: TypeAlias = "Callable[[Directive, BlockReader], Block | None]"

_DEEPEST = 3  # level of headings
_LEFT = re.compile(r"\s*(\S)")


@dataclass(frozen=True)
class DirectiveKind:
    """A kind of directive: what it takes, and how its block is made."""

    allowed: Allowed
    build: Builder


@dataclass
class BlockReader:
    """Reads blocks of one sheet; `within` is what holds them: section, slide, callout, ...

    `cut` says that some were too many to be read, `titled` that the section's title comes first.
    """

    sheet: SectionSheet
    kinds: Mapping[str, DirectiveKind]
    level: int = field(default=1)
    cut: bool = field(default=False)
    titled: bool = field(default=False)
    depth: int = field(default=0)
    _begun: bool = field(default=False)

    def read(self, source: str, base: int, within: str) -> tuple[Block, ...]:
        """Return the blocks of a source whose first line is line `base` of the sheet."""
        nodes = self.nodes(source, base)
        if nodes and not self._begun:
            self.titled, self._begun = nodes[0].tag == "h1", True
        blocks = (self.block(node, base, within) for node in nodes)
        return tuple(block for block in blocks if block is not None)

    def nodes(self, source: str, base: int) -> Sequence[Node]:
        """Return the parser's blocks of a source; none where there are too many of them."""
        try:
            return block_tree(source, self.sheet.environment).children
        except TooManyBlocksError as error:
            found = f"more than {MOST_BLOCKS:,} paragraphs, headings, points and rows of tables"
            hint = "divide it into sections, or put rows into a CSV file in data/"
            self.sheet.error(self.sheet.begin(base + error.line), found, hint)
            self.sheet.context.dropped = self.cut = True
            return ()

    def body(self, directive: Directive) -> tuple[Block, ...]:
        """Return the blocks in a directive's body."""
        return self.read(directive.body.words, directive.body.line, directive.name)

    def paragraphs(self, directive: Directive) -> tuple[Text, ...]:
        """Return the paragraphs in the body of a directive; anything else in it is reported."""
        texts = []
        for block in self.body(directive):
            if isinstance(block, Paragraph):
                texts.append(block.text)
            else:
                hint = "move this out of it"
                found = f"a {directive.name} holds paragraphs only"
                self.sheet.error(block.place, found, hint)
        return tuple(texts)

    def block(self, node: Node, base: int, within: str) -> Block | None:
        """Return the block of a node, if it is one, that stands in a section or something else."""
        place = self.sheet.begin(base + (node.map or (0, 0))[0])
        match node.type:
            case "paragraph":
                return self._picture(node, base, place) or self._paragraph(node, base, place)
            case "heading":
                return self._heading(node, base, within, place)
            case "formula_block":
                return equation(node, self.sheet, base + (node.map or (0, 0))[0], place)
            case "bullet_list" | "ordered_list":
                return item_list(node, base, place, self)
            case "blockquote":
                return quote(node, base, place, self)
            case "dl":
                return definitions(node, base, place, self)
            case "fence" | "code_block":
                return code(node, base, place, self)
            case "hr":
                return self._rule(within, place)
            case "table" if within in HELD:
                hint = "move it out; a table stands between the section's blocks"
                self.sheet.error(place, f"a table cannot stand in {HELD[within]}", hint)
            case "table":
                return self._plain_table(node, base, place)
            case "colon_fence":
                return self._directive(node, base, within)
            case "footnote_reference":
                self._note(node, base, place)
            case "html_block":
                if not _is_comment(node.content):
                    first = unshielded(node.content.strip().split("\n")[0])
                    self.sheet.error(
                        place, f'raw HTML is not supported: "{first}"', "write Markdown instead"
                    )
            case _:
                self.sheet.error(place, f"a {node.type}", "write Markdown")
        return None

    def _picture(self, node: Node, base: int, place: Place) -> Block | None:
        """Return the picture of a paragraph that holds nothing else."""
        tokens = words_of(node.children[0])
        if [token.type for token in tokens] != ["image"]:
            return None
        from builder.content.pictures import image

        first = base + (node.map or (0, 0))[0]
        locate = self.sheet.locator(node.children[0].content, first)
        return image(tokens[0], self.sheet, locate, place)

    def _paragraph(self, node: Node, base: int, place: Place) -> Paragraph | None:
        wrong = unsupported_paragraph(node.children[0].content)
        if wrong is not None:
            line, found, hint = wrong
            first = base + (node.map or (0, 0))[0]
            self.sheet.error(self.sheet.begin(first + line), unshielded(found), hint)
            return None
        text = self.sheet.node_text(node.children[0], base)
        return Paragraph(text, place) if text else None

    def _rule(self, within: str, place: Place) -> ThematicBreak | None:
        if within in ("slide", "notes"):
            hint = "remove it; a new slide begins with ::::{slide} Headline"
            self.sheet.error(place, f"a rule cannot stand in a {within}", hint)
            return None
        return ThematicBreak(place)

    def _heading(
        self, node: Node, base: int, within: str, place: Place
    ) -> Heading | InnerHeading | None:
        if within in HELD or (within == "slide" and node.tag == "h2"):
            return inner_heading(node, base, place, self)
        level = int(node.tag[1:])
        marks = len(node.markup) if node.markup.startswith("#") else 0
        text = self.sheet.node_text(node.children[0], base, place.column - 1 + marks)
        sheet = self.sheet
        if within != "section":
            hint = "headings stand between the section's blocks; start a new slide or use **words**"
            if within == "slide":
                hint = "the parts of a slide are headed by ##; start a new slide or use **words**"
            sheet.error(place, f"a heading cannot stand in a {within}", hint)
        elif level == 1 and sheet.title is None:
            sheet.title = text
        elif level == 1:
            sheet.error(
                place, "a second # title", "a section has one; write ## for a heading in it"
            )
        elif level > self.level + 1 or level > _DEEPEST:
            hint = "headings are ## and, below one, ###; it is set as one of these"
            found = f"a heading of level {level} after level {self.level}"
            sheet.context.problems.warning(place, found, hint)
            level = min(level, _DEEPEST)
        if within != "section" or level == 1:
            return None
        self.level = level
        anchor = sheet.anchor(str(node.attrs.get("id", "")), text, place)
        return Heading(level, text, anchor, place)

    def _paragraphs(self, node: Node, base: int, holder: str) -> tuple[Text, ...]:
        texts = []
        for child in node.children:
            if child.type == "paragraph":
                texts.append(self.sheet.node_text(child.children[0], base))
            else:
                place = self.sheet.begin(base + (child.map or (0, 0))[0])
                self.sheet.error(place, f"{holder} holds paragraphs only", "move this out of it")
        return tuple(texts)

    def _note(self, node: Node, base: int, place: Place) -> None:
        key = str(node.meta["label"])
        texts = self._paragraphs(node, base, "a note")
        if key in self.sheet.notes:
            hint = f"first at {self.sheet.notes[key][1]}; rename one of them"
            self.sheet.error(place, f"the note [^{key}] is defined twice", hint)
            return
        if len(texts) > 1 or not node.children:
            self.sheet.error(place, f"the note [^{key}] is not one paragraph", "write it as one")
        self.sheet.notes[key] = (texts[0] if texts else (), place)  # where it is marked it is known

    def _directive(self, node: Node, base: int, within: str) -> Block | None:
        allowed = {name: kind.allowed for name, kind in self.kinds.items()}
        if node.token is None:
            return None
        directive = read_directive(node.token, self.sheet, base, allowed, within)
        if directive is None:
            self.sheet.context.dropped = True
            return None
        return self.kinds[directive.name].build(directive, self)

    def _plain_table(self, node: Node, base: int, place: Place) -> TableUse:
        name = f"{self.sheet.stem}-table-{len(self.sheet.tables) + 1}"
        header, cells = self.cells(node, base)
        self.sheet.tables.append(TableSpec(name, (), header, cells, place=place))
        return TableUse(name, place)

    def cells(
        self, table: Node, base: int
    ) -> tuple[tuple[Text, ...], tuple[tuple[Text, ...], ...]]:
        """Return the header and the rows of a Markdown table."""
        rows = [row for part in table.children for row in part.children]
        header = self._row(rows[0], base, [True] * len(rows[0].children))
        if len(rows) == 1:
            place = self.sheet.begin(base + (table.map or (0, 0))[0])
            self.sheet.error(place, "a table without rows", "write a row below the line of dashes")
        tag = self.sheet.context.years.grammar
        named = [not at or may_head_years(plain(text), tag) for at, text in enumerate(header)]
        return header, tuple(self._row(row, base, named) for row in rows[1:])

    def _row(self, row: Node, base: int, named: list[bool]) -> tuple[Text, ...]:
        """Return a row's cells; a year alone is one where `named` says that its column names."""
        number = base + (row.children[0].children[0].map or (0, 0))[0]
        line = self.sheet.lines[number]
        bars = [bar.start() for bar in re.finditer(r"(?<!\\)\|", line)]
        starts = [bar + 1 for bar in bars]
        if not line.lstrip().startswith("|"):
            starts.insert(0, 0)
        if line.rstrip().endswith("|") and bars and line.rstrip()[-2:] != "\\|":
            starts.pop()
        expected = len(named)
        if len(starts) != expected:
            found = f"row has {len(starts)} cells, the header has {expected}"
            self.sheet.error(self.sheet.begin(number), found, "write | between cells, \\| in one")
        starts += [len(line)] * expected
        return tuple(
            self.sheet.node_text(cell.children[0], base, start, alone=alone)
            for cell, start, alone in zip(row.children, starts, named, strict=False)
        )


def _is_comment(html: str) -> bool:
    """Return whether HTML is nothing but comments."""
    at = 0
    while rest := _LEFT.match(html, at):
        at = rest.start(1)
        end = html.find("-->", at + len("<!--")) if html.startswith("<!--", at) else -1
        if end < 0:
            return False
        at = end + len("-->")
    return True
