"""A finished PDF, opened: its objects and its bytes, or in words why it is refused."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Final

from builder.verify.edge import STUMBLES, data_of, limit, within
from builder.verify.reading import UnreadableFileError

if TYPE_CHECKING:
    from pikepdf import Pdf

_ENDING: Final = 1024
"""Bytes at a file's end in which viewers look for its last mark (ISO 32000-1, 7.5.5)."""

_MOST_OBJECTS: Final = 500_000
"""Objects of a PDF; a paper of 5,000 figures has 67,000."""


@contextmanager
def opened(path: Path) -> Iterator[tuple[Pdf, bytes]]:
    """Give a PDF and its bytes, open while it is read.

    Raises:
        UnreadableFileError: the file is no PDF, damaged, or encrypted, or is found to be while it
            is read.
    """
    import pikepdf

    limit()
    data = data_of(path)
    try:
        with (
            pikepdf.open(BytesIO(data), attempt_recovery=False) as pdf,
            within(str(path), "the file"),
        ):
            # What a trailer says is a lie at times; then it is the time that is too much.
            if int(pdf.trailer.get("/Size", 0)) > _MOST_OBJECTS:
                raise UnreadableFileError(f"{path}: holds more than {_MOST_OBJECTS:,} objects")
            if not len(pdf.pages):
                raise UnreadableFileError(f"{path}: has no page")
            yield pdf, data
    except pikepdf.PasswordError as error:
        raise UnreadableFileError(f"{path}: is encrypted: save it without a password") from error
    except (pikepdf.PikepdfError, OSError, *STUMBLES) as error:
        raise UnreadableFileError(f"{path}: cannot be read as a PDF: {error}") from error
    if b"%%EOF" not in data[-_ENDING:]:
        raise UnreadableFileError(f"{path}: is cut off: it does not end as a PDF does")
