"""The edge at which a reader meets a damaged file: whatever it stumbles over is told in words.

A file is no more to be trusted in its smallest value than as a whole: a number may be a word, a
list a name, a part nowhere. Readers say what they read; what goes wrong in it is the file's fault.
"""

from __future__ import annotations

import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from builder.verify.reading import UnreadableFileError

STUMBLES: Final = (
    ValueError,
    ArithmeticError,
    LookupError,
    TypeError,
    AttributeError,
    RecursionError,
)
"""What Python raises of a value that is not what it should be, or leads to itself."""

MOST_BYTES: Final = 200 * 2**20
"""Bytes of a finished file: whatever is larger is read no further."""


@contextmanager
def within(file: str, part: str) -> Iterator[None]:
    """Tell whatever goes wrong while a part of a file is read as damage of that part.

    Raises:
        UnreadableFileError: something went wrong.
    """
    try:
        yield
    except STUMBLES as error:
        raise UnreadableFileError(f"{file}: {part} is damaged: {_said(error)}") from error


def _said(error: Exception) -> str:
    if isinstance(error, RecursionError):
        return "it leads back to itself, or goes too deep"
    if isinstance(error, ValueError) and str(error):
        return str(error)
    return "a value in it is not of the kind that it should be"


def ordinary(path: Path) -> Path:
    """Return the path of a file that may be read.

    Raises:
        UnreadableFileError: it is no ordinary file, is too large, or the machine refuses it.
    """
    try:
        found = path.stat()
    except OSError as error:
        raise UnreadableFileError(f"{path}: cannot be read: {error.strerror}") from error
    if not stat.S_ISREG(found.st_mode):
        raise UnreadableFileError(f"{path}: is no ordinary file")
    if found.st_size > MOST_BYTES:
        said = f"is larger than any finished file may be ({MOST_BYTES // 2**20} MB)"
        raise UnreadableFileError(f"{path}: {said}")
    return path
