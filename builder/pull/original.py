"""A content file by its bytes; takes replacements at places of its text as read, returns bytes.

`sources` reads a file without its byte order mark and with plain line feeds. Here both are kept,
so that what is not replaced stays as it is, byte for byte.
"""

from __future__ import annotations

import os
import shutil
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from builder.sources.lines import Lines

_MARK = "\ufeff"


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

    @classmethod
    def read(cls, folder: Path, name: str) -> Original:
        """Return a file of a content folder.

        Raises:
            OSError: it cannot be read.
        """
        path = folder / name
        return cls(path, path.as_posix(), path.read_bytes().decode("utf-8"))

    @cached_property
    def lines(self) -> Lines:
        """The text as `sources` reads it."""
        text = self.raw.removeprefix(_MARK).replace("\r\n", "\n").replace("\r", "\n")
        return Lines(self.name, text)

    def replaced(self, replacements: Iterable[Replacement]) -> bytes:
        """Return the file's bytes with the characters replaced, which must not overlap."""
        parts, at = [], 0
        end_of_line = "\r\n" if "\r\n" in self.raw else "\n"
        for one in sorted(replacements, key=lambda one: one.start):
            start, end = self._index(one.start), self._index(one.end)
            parts += [self.raw[at:start], one.text.replace("\n", end_of_line)]
            at = end
        return "".join([*parts, self.raw[at:]]).encode()

    def _index(self, read: int) -> int:
        """Return the index on disk of a character of the text as read."""
        mark = 1 if self.raw.startswith(_MARK) else 0
        return read + mark + bisect_left(self._pairs, read)

    @cached_property
    def _pairs(self) -> list[int]:
        """The places, in the text as read, of line feeds that are two characters on disk."""
        pieces = self.raw.removeprefix(_MARK).split("\r\n")
        places, at = [], 0
        for piece in pieces[:-1]:
            at += len(piece)
            places.append(at)
            at += 1
        return places


def write_all(files: Mapping[Path, bytes]) -> None:
    """Write files, all or none as far as a file system can: each is whole before any is replaced.

    Raises:
        OSError: one cannot be written; none was replaced then.
    """
    parts: dict[Path, Path] = {}
    try:
        for path, data in files.items():
            target = path.resolve()
            part = target.with_name(f".{target.name}.part")
            parts[part] = target
            part.write_bytes(data)
            shutil.copymode(target, part)
        for part, target in parts.items():
            os.replace(part, target)
    finally:
        for part in parts:
            part.unlink(missing_ok=True)
