"""The bytes of a finished file, for whichever reader."""

from __future__ import annotations

from pathlib import Path

from builder import files
from builder.verify.reading import UnreadableFileError


def data_of(path: Path) -> bytes:
    """Return the bytes of a finished file.

    Raises:
        UnreadableFileError: it is no ordinary file, too large, or the machine refuses it.
    """
    try:
        return files.read(path, files.FINISHED)
    except files.RefusedFileError as error:
        raise UnreadableFileError(f"{path}: {error}") from error
