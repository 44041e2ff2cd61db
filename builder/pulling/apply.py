"""Changes in; the content's files with those values changed, and not one other character.

A value is changed by its place in the file: quotes, comments, spaces and line ends stay.

A cell is written as its file writes: parted by its separator, with its column's decimal mark.

What cannot be replaced so is refused: the new file is read before it takes the old one's place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from builder.content.documents import Document, Plain, read_document
from builder.content.lines import as_lines
from builder.model.briefing import Content
from builder.model.figure import Hedge, Moment
from builder.model.table import DataTable
from builder.problems import ContentError, Place, Problems
from builder.pulling import books
from builder.pulling.changes import Change, DataCell, written
from builder.pulling.original import Original, Replacement, write_all


def cell_replacement(original: Original, table: DataTable, cell: DataCell, new: str) -> Replacement:
    """Return the replacement of one cell, in the quotes and between the spaces that it has."""
    text = original.lines.text
    lines = text.splitlines(keepends=True)
    start = sum(len(line) for line in lines[: table.lines[cell.row - 1] - 1])
    for _ in range(table.columns.index(cell.column)):
        start = _end(text, start, table.separator) + 1
    end = _end(text, start, table.separator)
    quoted = text[start : start + 1] == '"'
    if quoted:
        start, end = start + 1, text.rindex('"', start + 1, end)
    held = text[start:end]
    start += len(held) - len(held.lstrip())
    end -= len(held) - len(held.rstrip()) if held.strip() else 0
    escaped = new.replace('"', '""')
    if quoted or not {table.separator, '"', "\n"} & set(new):
        return Replacement(start, end, escaped if quoted else new)
    return Replacement(start, end, f'"{escaped}"')


def cell_text(value: Decimal | Moment | str, table: DataTable, cell: DataCell) -> str:
    """Return a value as a cell of the file states it, its digits grouped if they were before."""
    text = written(value)
    if not isinstance(value, Decimal):
        return text
    whole, _, decimals = f"{value:f}".partition(".")
    held = table.rows[cell.row - 1][table.columns.index(cell.column)]
    before = _GROUPED.match(held)
    group = before.group(1) if before else ""
    # One group behind a point or comma, and no decimals, could be read as decimals: it is written
    # where what stood there was read as one, which its neighbours may need to be read so too.
    riddle = group in (".", ",") and not decimals and abs(int(whole)) < _SECOND_GROUP
    riddle = riddle and not _ONE_GROUP.fullmatch(held)
    if group not in ("", table.mark(cell.column)) and not riddle:
        whole = f"{int(whole):,}".replace(",", group)
    return f"{whole}{table.mark(cell.column)}{decimals}" if decimals else whole


_SECOND_GROUP: Final = 1_000_000
_ONE_GROUP: Final = re.compile(r"\s*[-\u2212]?[0-9]{1,3}[.,][0-9]{3}\s*")
_GROUPED: Final = re.compile(r"\s*[-\u2212]?[0-9]{1,3}([^0-9])[0-9]{3}(?![0-9])")


def _end(text: str, start: int, separator: str) -> int:
    """Return where the cell that begins at `start` ends: where the next one, or a line, begins."""
    at = start
    if text[at : at + 1] == '"':
        at += 1
        while (at < len(text) and text[at] != '"') or text[at : at + 2] == '""':
            at += 2 if text[at] == '"' else 1
    while at < len(text) and text[at] not in (separator, "\n"):
        at += 1
    return at


# The anchor and tag that may stand before a value, and the spaces after each.
_PROPERTIES: Final = re.compile(r"(?:[&!]\S*\s+)*")


class FigureFile:
    """The places of figures.yaml."""

    def __init__(self, original: Original) -> None:
        document = read_document(original.lines, Problems())
        if document is None:
            raise ValueError(f"{original.name} cannot be read")
        self.document: Document = document
        self.text = original.lines.text

    def value(self, figure: str, value: str) -> Replacement:
        """Return the replacement of a figure's value, in the quotes that it has."""
        return self._scalar((figure, "value"), value)

    def hedge(self, figure: str, hedge: Hedge) -> Replacement:
        """Return the replacement of a figure's hedge, or a new line for it where it has none."""
        if (figure, "hedge") in self.document.values:
            start, end = self.document.values[figure, "hedge"]
            if start == end:  # a key that has no value: it is written behind its colon
                space = " " if self.text[start - 1 : start] == ":" else ""
                return Replacement(start, end, f"{space}{hedge.value}")
            return self._scalar((figure, "hedge"), hedge.value)
        key = "value" if (figure, "value") in self.document.values else "cell"
        at = self.document.keys[figure, key]
        opening = self._bare(self.document.values[(figure,)][0])
        if self.text[opening] == "{":
            return Replacement(at, at, f"hedge: {hedge.value}, ")
        indent = at - (self.text.rfind("\n", 0, at) + 1)
        if key == "cell":
            return Replacement(at, at, f"hedge: {hedge.value}\n{' ' * indent}")
        # After the value's own line, whatever comment ends it.
        end = self.text.find("\n", self._end(*self.document.values[figure, key]))
        end = len(self.text) if end < 0 else end
        return Replacement(end, end, f"\n{' ' * indent}hedge: {hedge.value}")

    def holds(self, new: bytes, expected: Mapping[str, Plain]) -> bool:
        """Say whether a new version of the file can be read, and says what it should."""
        lines = as_lines(new.decode("utf-8-sig"), self.document.lines.file)
        document = read_document(lines, Problems())
        return document is not None and document.plain == expected

    def expected(self, changes: Iterable[tuple[str, str, str]]) -> dict[str, Plain]:
        """Return what the file says after changes: of each, the figure, the key and its value."""
        figures: dict[str, Any] = dict(self.document.plain)
        for figure, key, value in changes:
            figures[figure] = {**figures[figure], key: value}
        return figures

    def comment_within(self, one: Replacement) -> bool:
        """Say whether a replacement would take a comment with it."""
        held = self.text[one.start : one.end]
        return held[:1] not in ("'", '"') and re.search(r"(^|\s)#", held) is not None

    def _end(self, start: int, end: int) -> int:
        """Return where a value ends, without the line end that ends a block of lines."""
        return start + len(self.text[start:end].rstrip())

    def _scalar(self, path: tuple[str, str], new: str) -> Replacement:
        start, end = self.document.values[path]
        start, end = self._bare(start), self._end(start, end)
        quote = self.text[start : start + 1]
        return Replacement(start, end, f"{quote}{new}{quote}" if quote in ("'", '"') else new)

    def _bare(self, start: int) -> int:
        """Return where a value itself begins, behind its anchor and tag."""
        found = _PROPERTIES.match(self.text, start)
        return found.end() if found is not None else start


_FIGURES: Final = "figures.yaml"
_NOT_ALONE: Final = "a value that cannot be replaced without what stands around it"
_BY_HAND: Final = "write it on the line of its key, or change it by hand"


class Files:
    """The files of one content folder, read once, and what is to be replaced in them."""

    def __init__(self, folder: Path, content: Content) -> None:
        self.folder, self.content = folder, content
        self._originals: dict[str, Original] = {}
        self._replacements: dict[str, list[Replacement]] = {}
        self._stated: list[tuple[str, str, str]] = []
        self._in_books: list[Change] = []

    def place(self, change: Change) -> Change:
        """Note what a change replaces, and return the change with its place in the content."""
        places = [self._note(file, one) for file, one in self._of(change)]
        table = books.table_of(change, self.content)
        if table is not None and isinstance(change.target, DataCell):
            self._in_books.append(change)
            places.append(table.place_of(change.target.row - 1, change.target.column))
        return replace(change, place=min(places))

    def write(self) -> tuple[str, ...]:
        """Write the files that change, and return their names as the user knows them.

        Raises:
            ContentError: a workbook cannot be written with no more than its cell changed.
            OSError: one cannot be written; none was replaced then.
        """
        changed = {
            self._original(file): self._original(file).replaced(replacements)
            for file, replacements in self._replacements.items()
        }
        books_changed = books.new_files(self._in_books, self.content)
        write_all({original.path: data for original, data in changed.items()} | books_changed)
        return (*(original.name for original in changed), *map(str, books_changed))

    def check(self) -> None:
        """Refuse changes of figures.yaml whose values stand where they cannot be replaced alone.

        Raises:
            ContentError: so they do; their places are named.
        """
        if not self._stated:
            return
        original = self._original(_FIGURES)
        figures, replacements = FigureFile(original), self._replacements[_FIGURES]
        bad = [one for one in replacements if figures.comment_within(one)]
        expected = figures.expected(self._stated)
        if not bad and figures.holds(original.replaced(replacements), expected):
            return
        # Each alone tells which of them it is; together they may still be in each other's way.
        alone = zip(replacements, self._stated, strict=True)
        bad = bad or [
            one
            for one, stated in alone
            if not figures.holds(original.replaced([one]), figures.expected([stated]))
        ]
        problems = Problems()
        for one in bad or replacements:
            problems.error(original.lines.place(one.start), _NOT_ALONE, _BY_HAND)
        raise ContentError(problems)

    def _of(self, change: Change) -> Iterable[tuple[str, Replacement]]:
        in_book = books.table_of(change, self.content) is not None
        if change.value is not None and isinstance(change.target, DataCell) and not in_book:
            table = self.content.data[change.target.table]
            file = f"data/{change.target.table}.csv"
            original = self._original(file, table.encoding)
            text = cell_text(change.value, table, change.target)
            yield file, cell_replacement(original, table, change.target, text)
        of_figure = change.value is not None and isinstance(change.target, str)
        if not of_figure and not change.hedges:
            return  # a content of tables alone has no file of figures
        figures = FigureFile(self._original(_FIGURES))
        if change.value is not None and isinstance(change.target, str):
            new = written(change.value)
            self._stated.append((change.target, "value", new))
            yield _FIGURES, figures.value(change.target, new)
        for hedge in change.hedges:
            self._stated.append((hedge.figure, "hedge", hedge.new.value))
            yield _FIGURES, figures.hedge(hedge.figure, hedge.new)

    def _note(self, file: str, one: Replacement) -> Place:
        self._replacements.setdefault(file, []).append(one)
        return self._original(file).lines.place(one.start)

    def _original(self, file: str, encoding: str = "utf-8") -> Original:
        if file not in self._originals:
            self._originals[file] = Original.read(self.folder, file, encoding)
        return self._originals[file]
