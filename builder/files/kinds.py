"""The kinds of files that are read, how large each may be, and why one is not read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

MB: Final = 2**20


@dataclass(frozen=True)
class Kind:
    """What a file is to be: its name in messages, its largest size in bytes, and what to do with a
    larger one.
    """

    name: str
    most: int
    hint: str


_ELSE: Final = "see that it is the file that is meant"

YAML: Final = Kind("YAML file", 4 * MB, "a briefing of 5,000 figures needs less; divide it in two")
SECTION: Final = Kind("section", 16 * MB, "divide it into several sections")
TABLE: Final = Kind("data file", 32 * MB, "keep the rows and columns that the briefing shows")
FONT: Final = Kind("font", 32 * MB, _ELSE)
PICTURE: Final = Kind("logo", 16 * MB, "save the picture smaller: it is printed small")
TEMPLATE: Final = Kind("template", 64 * MB, "compress its pictures in PowerPoint")
FINISHED: Final = Kind("finished file", 128 * MB, _ELSE)


class RefusedFileError(Exception):
    """A file that is not read: `found` ends the sentence "cannot be read: ...", `hint` is what to
    do.
    """

    def __init__(self, found: str, hint: str) -> None:
        self.found, self.hint = found, hint
        super().__init__(f"cannot be read: {found}\n  {hint}")
