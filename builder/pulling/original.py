"""A content file by its bytes; takes replacements at places of its text as read, returns bytes.

`sources` reads a file without its byte order mark, with plain line feeds and composed accents.
Here all are kept, so that what is not replaced stays as it is, byte for byte.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Mapping
from contextlib import suppress
from functools import cached_property
from pathlib import Path

from builder import files
from builder.content.lines import Lines, actual_path, as_lines
from builder.frozen import dataclass
from builder.machine import refusal, trying
from builder.placing import flush, keep
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
        end_of_line = next((end for end in ("\r\n", "\n", "\r") if end in self.raw), "\n")
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
