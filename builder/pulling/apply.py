"""Changes in; the content's files with those values changed, and not one other character.

A value is changed by its place in the file: quotes, comments, spaces and line ends stay.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Final

from builder.model.briefing import Content
from builder.problems import Place
from builder.pulling.cells import cell_replacement, cell_text
from builder.pulling.changes import Cell, Change, written
from builder.pulling.original import Original, Replacement, write_all
from builder.pulling.scalars import FigureFile

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
