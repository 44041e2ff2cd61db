"""Changes in; the content's files with those values changed, and not one other character.

A value is changed by its place in the file: quotes, comments, spaces and line ends stay.

A cell is written as its file writes: parted by its separator, with its column's decimal mark.

`sources` reads a file without its byte order mark, with plain line feeds and composed accents.
Here all are kept, so that what is not replaced stays as it is, byte for byte.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import Final

from builder import files
from builder.content.documents import Document, read_document
from builder.content.lines import Lines, actual_path, as_lines
from builder.machine import refusal, trying
from builder.model.briefing import Content
from builder.model.figure import Hedge, Moment
from builder.model.table import DataTable
from builder.placing import flush, keep
from builder.problems import Place, Problems
from builder.pulling.changes import Cell, Change, written
from builder.signals import later


@dataclass(frozen=True)
class Replacement:
    """The characters from `start` to `end` of a file's text as read, and what replaces them.

    Line feeds in `text` become the file's own line ends.
    """

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Original:
    """A file as it is on disk; `name` is its path as the user knows it."""

    path: Path
    name: str
    raw: str
    encoding: str = "utf-8"

    @classmethod
    def read(cls, folder: Path, name: str, encoding: str = "utf-8") -> Original:
        """Return a file of a content folder.

        Raises:
            RefusedFileError: it cannot be read, or lies elsewhere than it may.
        """
        path = actual_path(folder, name)
        kind = files.TABLE if path.suffix == ".csv" else files.YAML
        raw = files.read(path, kind, folder).decode(encoding)
        return cls(path, (folder / name).as_posix(), raw, encoding)

    @cached_property
    def lines(self) -> Lines:
        """The text as `sources` reads it."""
        return as_lines(self.raw, self.name)

    def replaced(self, replacements: Iterable[Replacement]) -> bytes:
        """Return the file's bytes with the characters replaced, which must not overlap.

        What the file's own encoding cannot write makes it UTF-8, with a mark that says so.
        """
        parts, at = [], 0
        end_of_line = "\r\n" if "\r\n" in self.raw else "\n"
        for one in sorted(replacements, key=lambda one: one.start):
            start, end = (self.lines.index_on_disk(index) for index in (one.start, one.end))
            parts += [self.raw[at:start], one.text.replace("\n", end_of_line)]
            at = end
        text = "".join([*parts, self.raw[at:]])
        try:
            return text.encode(self.encoding)
        except UnicodeEncodeError:
            return text.encode("utf-8-sig")


def write_all(files: Mapping[Path, bytes]) -> None:
    """Write files, all or none as far as a file system can: each is whole before any is replaced.

    Raises:
        MachineError: one cannot be written; none was replaced then, or each was put back.
    """
    parts: dict[Path, Path] = {}
    before: dict[Path, bytes] = {}
    try:
        for path, data in files.items():
            target = path.resolve()
            part = target.with_name(f".{target.name}.{os.getpid()}.part")
            parts[part] = target
            with trying("written", path):
                before[target] = target.read_bytes()
                part.write_bytes(data)
                shutil.copymode(target, part)
                flush(part)
        with later():
            _replace(parts, before)
    finally:
        for part in parts:
            with suppress(OSError):
                part.unlink(missing_ok=True)


def _replace(parts: Mapping[Path, Path], before: Mapping[Path, bytes]) -> None:
    done: list[Path] = []
    for part, target in parts.items():
        try:
            part.replace(target)
        except OSError as error:
            for written in done:
                with trying("put back", written):
                    keep(written, before[written])
            raise refusal(error, target, "replaced") from error
        done.append(target)


def cell_replacement(original: Original, table: DataTable, cell: Cell, new: str) -> Replacement:
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


def cell_text(value: Decimal | Moment | str, table: DataTable, cell: Cell) -> str:
    """Return a value as a cell of the file states it, its digits grouped if they were before."""
    text = written(value)
    if not isinstance(value, Decimal):
        return text
    whole, _, decimals = f"{value:f}".partition(".")
    before = _GROUPED.match(table.rows[cell.row - 1][table.columns.index(cell.column)])
    group = before.group(1) if before else ""
    # One group behind a point or comma, and no decimals: that could be read as decimals.
    riddle = group in (".", ",") and not decimals and abs(int(whole)) < _SECOND_GROUP
    if group not in ("", table.mark(cell.column)) and not riddle:
        whole = f"{int(whole):,}".replace(",", group)
    return f"{whole}{table.mark(cell.column)}{decimals}" if decimals else whole


_SECOND_GROUP: Final = 1_000_000
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
        end = self.text.find("\n", self.document.values[figure, key][1])
        end = len(self.text) if end < 0 else end
        return Replacement(end, end, f"\n{' ' * indent}hedge: {hedge.value}")

    def _scalar(self, path: tuple[str, str], new: str) -> Replacement:
        start, end = self.document.values[path]
        start = self._bare(start)
        quote = self.text[start : start + 1]
        return Replacement(start, end, f"{quote}{new}{quote}" if quote in ("'", '"') else new)

    def _bare(self, start: int) -> int:
        """Return where a value itself begins, behind its anchor and tag."""
        found = _PROPERTIES.match(self.text, start)
        return found.end() if found is not None else start


_FIGURES: Final = "figures.yaml"


class Files:
    """The files of one content folder, read once, and what is to be replaced in them."""

    def __init__(self, folder: Path, content: Content) -> None:
        self.folder, self.content = folder, content
        self._originals: dict[str, Original] = {}
        self._replacements: dict[str, list[Replacement]] = {}

    def place(self, change: Change) -> Change:
        """Note what a change replaces, and return the change with its place in the content."""
        places = [self._note(file, one) for file, one in self._of(change)]
        return replace(change, place=min(places))

    def write(self) -> tuple[str, ...]:
        """Write the files that change, and return their names as the user knows them.

        Raises:
            OSError: one cannot be written; none was replaced then.
        """
        changed = {
            self._original(file): self._original(file).replaced(replacements)
            for file, replacements in self._replacements.items()
        }
        write_all({original.path: data for original, data in changed.items()})
        return tuple(original.name for original in changed)

    def _of(self, change: Change) -> Iterable[tuple[str, Replacement]]:
        if change.value is not None and isinstance(change.target, Cell):
            table = self.content.data[change.target.table]
            file = f"data/{change.target.table}.csv"
            original = self._original(file, table.encoding)
            text = cell_text(change.value, table, change.target)
            yield file, cell_replacement(original, table, change.target, text)
        figures = FigureFile(self._original(_FIGURES))
        if change.value is not None and isinstance(change.target, str):
            yield _FIGURES, figures.value(change.target, written(change.value))
        for hedge in change.hedges:
            yield _FIGURES, figures.hedge(hedge.figure, hedge.new)

    def _note(self, file: str, one: Replacement) -> Place:
        self._replacements.setdefault(file, []).append(one)
        return self._original(file).lines.place(one.start)

    def _original(self, file: str, encoding: str = "utf-8") -> Original:
        if file not in self._originals:
            self._originals[file] = Original.read(self.folder, file, encoding)
        return self._originals[file]
