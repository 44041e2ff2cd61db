"""Places in a text: takes an index into it, returns file, line and column."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import cached_property
from itertools import accumulate
from operator import itemgetter
from typing import TypeAlias

from builder.problems import Place

Locator: TypeAlias = Callable[[int], Place]
"""Says where the character at an index of some text stands in its file."""

Shifts: TypeAlias = tuple[tuple[int, int], ...]
"""From which index of a text on its characters stand so many further on in the file, in order."""


class Lines:
    """A file's text, and where its lines begin. Lines end in a line feed only.

    `shifts` tell where characters stand in a file that was not read as it is: the columns of
    places are those of the file, which editors count.
    """

    def __init__(self, file: str, text: str, shifts: Shifts = ()) -> None:
        self.file = file
        self.text = text
        self.shifts = shifts

    @cached_property
    def starts(self) -> list[int]:
        """The index at which each line begins."""
        lines = self.text.split("\n")[:-1]
        return list(accumulate((len(line) + 1 for line in lines), initial=0))

    def place(self, index: int) -> Place:
        """Return the place of the character at `index`."""
        line = bisect_right(self.starts, index)
        column = self.column_on_disk(line - 1, index - self.starts[line - 1])
        return Place(self.file, line, column + 1)

    def index_on_disk(self, index: int) -> int:
        """Return the index in the file, as it was decoded, of the character at `index`."""
        known = bisect_right(self.shifts, index, key=itemgetter(0))
        return index + self.shifts[known - 1][1] if known else index

    def column_on_disk(self, line: int, column: int) -> int:
        """Return the column (from 0) in the file of a line and column (from 0) of the text."""
        if not self.shifts or line >= len(self.starts):
            return column
        start = self.starts[line]
        return self.index_on_disk(start + column) - self.index_on_disk(start)


def offsets(words: Sequence[tuple[str, int, bool]]) -> Callable[[int], int]:
    """Return where in the source the character at an index of the joined words begins.

    Of each word is given where it begins, and whether it stands in the source as it is.
    """

    ends = list(accumulate(len(word) for word, _, _ in words))

    def offset(index: int) -> int:
        number = bisect_right(ends, index)
        if number == len(words):
            return words[-1][1]
        word, at, verbatim = words[number]
        return at + index - (ends[number] - len(word)) if verbatim else at

    return offset
