"""The edge at which a reader meets a damaged file: whatever it stumbles over is told in words.

A file is no more to be trusted in its smallest value than as a whole: a number may be a word, a
list a name, a part nowhere. Readers say what they read; what goes wrong in it is the file's fault.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
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
