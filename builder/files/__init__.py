"""The one place where files are opened: ordinary ones, of a stated size, where they may lie.

A pipe would be waited for without end, a device read without end, and a link in a folder from
elsewhere may lead anywhere. So every file that the user or the content names, or that is found in
a content folder, is opened here.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from builder.files.ordinary import (
    FINISHED,
    FONT,
    IMAGE,
    LINKED,
    PICTURE,
    REFERENCES,
    SECTION,
    TABLE,
    TEMPLATE,
    WORKBOOK,
    YAML,
    FileKind,
    RefusedFileError,
    allowed,
    allowing,
    digest,
    is_network,
    is_outside,
    name_of,
    read,
    refuse_outside,
    resolved,
)

__all__ = [
    "FINISHED",
    "FONT",
    "IMAGE",
    "LINKED",
    "MOST_FILES",
    "PICTURE",
    "REFERENCES",
    "SECTION",
    "TABLE",
    "TEMPLATE",
    "WORKBOOK",
    "YAML",
    "FileKind",
    "RefusedFileError",
    "allowed",
    "allowing",
    "digest",
    "exists",
    "inventory",
    "is_network",
    "is_outside",
    "is_special",
    "listed",
    "read",
    "refuse_outside",
    "resolved",
]

MOST_FILES: Final = 10_000
"""The most files that a folder of content may hold."""

_KINDS: Final[dict[str, FileKind]] = {
    ".yaml": YAML,
    ".yml": YAML,
    ".md": SECTION,
    ".csv": TABLE,
    ".geojson": TABLE,
    ".bib": REFERENCES,
    ".json": REFERENCES,
    ".csl": YAML,
    ".xlsx": WORKBOOK,
    ".xlsm": WORKBOOK,
    ".ods": WORKBOOK,
    ".pptx": TEMPLATE,
    ".potx": TEMPLATE,
    ".ttf": FONT,
    **dict.fromkeys((".png", ".jpg", ".jpeg", ".webp", ".tif", ".tiff", ".svg"), IMAGE),
}


def listed(folder: Path, within: Path) -> list[Path]:
    """Return what a folder of content holds, sorted by name.

    Raises:
        RefusedFileError: it is no folder, cannot be listed, leads out of the content folder
            `within`, or holds too much.
    """
    real = resolved(folder, within)
    if not os.path.isdir(real):
        raise RefusedFileError("it is a file, where a folder belongs", "rename it or move it away")
    names = []
    try:
        with os.scandir(real) as entries:
            for entry in entries:
                names.append(entry.name)
                if len(names) > MOST_FILES:
                    found = f"it holds more than {MOST_FILES:,} files"
                    raise RefusedFileError(found, "move away what is no content")
    except OSError as error:
        hint = "give yourself the right to list it, and to enter it"
        raise RefusedFileError(error.strerror or str(error), hint) from error
    return [folder / name for name in sorted(names)]


def exists(path: Path) -> bool:
    """Say whether there is anything of this name, be it a link that leads nowhere."""
    return os.path.lexists(path)


def is_special(path: Path) -> str:
    """Return what a file is called that is neither an ordinary one nor a folder; else empty."""
    try:
        status = path.stat()
    except (OSError, ValueError):
        return ""
    return "" if path.is_dir() else name_of(status.st_mode)


def inventory(folder: Path, left_out: Path) -> Iterator[bytes]:
    """Yield a content folder's files, each by its name and what is in it, to be told by a digest.

    Hidden files and the folder `left_out` are passed over. What cannot be content is told by size
    and time. Whatever `read` refuses is told by why: once it may be read, it is another. Of a
    folder with more than `MOST_FILES` files a chance number is yielded, since no two are told to
    be the same.
    """
    skipped = os.path.realpath(left_out)
    seen: set[str] = set()
    waiting = [folder]
    count = 0
    while waiting:
        here = waiting.pop()
        try:
            real = resolved(here, folder)
            if real in seen or (real == skipped and here != folder):
                continue
            seen.add(real)
            found = listed(here, folder)
        except RefusedFileError as error:
            yield _told(here, folder, error.found)
            continue
        for path in found:
            if path.name.startswith((".", "__pycache__")):
                continue
            count += 1
            if count > MOST_FILES:
                yield os.urandom(32)
                return
            if path.is_symlink():
                yield _told(path, folder, f"-> {os.path.realpath(path)}")
            if os.path.isdir(path):
                waiting.append(path)
            else:
                yield _told(path, folder, _state(path, folder))


def _state(path: Path, folder: Path) -> str:
    kind = _KINDS.get(path.suffix.lower())
    if kind is not None:
        return digest(path, kind, folder)
    try:
        status = path.stat()
    except OSError as error:
        return str(error.strerror)
    return f"{status.st_size} {status.st_mtime_ns}"


def _told(path: Path, folder: Path, state: str) -> bytes:
    return (
        os.fsencode(path.relative_to(folder))
        + b"\0"
        + state.encode("utf-8", "surrogateescape")
        + b"\0"
    )
