"""The edge at which a reader meets a finished file: its bytes, or in words why it is refused.

A file is no more to be trusted in its smallest value than as a whole: a number may be a word, a
list a name, a part nowhere. Readers say what they read; what goes wrong in it is the file's fault.
A few bytes of a PDF can stand for as many as one likes (ISO 32000-1, 7.4.4), and one object can be
shown by every page: what it may make its reader unpack is limited here.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from builder import files
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
STREAM: Final = 96 * 2**20
"""Bytes that one stream may unpack to; what a picture of 32 million pixels takes."""
TOGETHER: Final = 128 * 2**20
"""Bytes that all attached files may unpack to; and characters that all places say."""
PAGES: Final = 64 * 2**20
"""Bytes of the operators of all pages, and characters that they show; 5,000 figures take 8 MB."""
_FULL: Final = "memory limit"


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


def data_of(path: Path) -> bytes:
    """Return the bytes of a finished file.

    Raises:
        UnreadableFileError: it is no ordinary file, too large, or the machine refuses it.
    """
    try:
        return files.read(path, files.FINISHED)
    except files.RefusedFileError as error:
        raise UnreadableFileError(f"{path}: {error}") from error


def limit() -> None:
    """Have pikepdf unpack no stream beyond `STREAM` bytes; it holds for the whole process."""
    from pikepdf import settings

    settings.set_qpdf_limits(
        flate_max_memory=STREAM,
        run_length_max_memory=STREAM,
        png_max_memory=STREAM,
        tiff_max_memory=STREAM,
        dct_max_memory=STREAM,
        max_stream_filters=8,
    )


class Allowance:
    """Counts what is unpacked, or said, against what is allowed of it."""

    def __init__(self, most: int = TOGETHER) -> None:
        self.most = self.left = most

    def take(self, size: int) -> None:
        """Count some more.

        Raises:
            ValueError: that is too much.
        """
        self.left -= size
        if self.left < 0:
            raise ValueError(f"it unpacks to more than {self.most // 2**20} MB")


@contextmanager
def in_paper(file: str, part: str) -> Iterator[None]:
    """Tell whatever goes wrong while a part of a PDF is read as damage of that part.

    Raises:
        UnreadableFileError: something went wrong.
    """
    import pikepdf

    with within(file, part):
        try:
            yield
        except pikepdf.PikepdfError as error:
            raise ValueError(_plain(str(error))) from error


def _plain(said: str) -> str:
    """Return an error of pikepdf without the name of the file, which may be told otherwise."""
    if _FULL in said:
        return f"a stream in it unpacks to more than {STREAM // 2**20} MB"
    return said.rsplit("): ", 1)[-1]
