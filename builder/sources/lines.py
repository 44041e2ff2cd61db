"""Places in a text: takes an index into it, returns file, line and column."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TypeAlias

from builder.problems import Place

Locator: TypeAlias = Callable[[int], Place]
"""Says where the character at an index of some text stands in its file."""


class Lines:
    """A file's text, and where its lines begin. Lines end in a line feed only."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.text = text

    @cached_property
    def starts(self) -> list[int]:
        """The index at which each line begins."""
        return [0, *(i + 1 for i, char in enumerate(self.text) if char == "\n")]

    def place(self, index: int) -> Place:
        """Return the place of the character at `index`."""
        line = bisect_right(self.starts, index)
        return Place(self.file, line, index - self.starts[line - 1] + 1)


def offsets(words: Sequence[tuple[str, int, bool]]) -> Callable[[int], int]:
    """Return where in the source the character at an index of the joined words begins.

    Of each word is given where it begins, and whether it stands in the source as it is.
    """

    def offset(index: int) -> int:
        for word, at, verbatim in words:
            if index < len(word):
                return at + index if verbatim else at
            index -= len(word)
        return words[-1][1]

    return offset
