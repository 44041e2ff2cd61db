"""The journal of a swap: lets the next build finish or undo what was stopped between two renames.

It lies in `<out>/.paperdeck/journal.json` from before the first file takes its place until the
last has taken its own. A file has done so when its unfinished one is gone: renames are atomic.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import shutil
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_NAME: Final = "journal.json"
_FORMAT: Final = 1
_LONGEST: Final = 100_000  # bytes: a journal names three files
STOPPED_BETWEEN: Final = (
    "a build was stopped while it put its files here: they are of different builds; "
    "the next build (make) finishes or undoes it"
)
_NOT_FLUSHED: Final = (errno.EINVAL, errno.ENOTSUP, errno.ENOSYS)
"""What file systems say that flush by themselves, or have nothing to flush."""
PART, OLD = ".part", ".old"
_TARGETS: Final = (".pdf", ".pptx")


@dataclass(frozen=True)
class Move:
    """One file on its way: the names of the unfinished file, its target, and the one before.

    `part` and `old` lie in the folder of the journal, `target` in the output folder; `old` is
    empty where there was no file before. `digest` is the unfinished file's SHA-256 (hex): what
    else stands in the target's place was not put there by this swap, and is not touched.
    """

    part: str
    target: str
    old: str
    digest: str


def write(state: Path, moves: tuple[Move, ...], name: str) -> None:
    """Write the journal; it is there as a whole, and on the disk, or not at all.

    Raises:
        OSError: it cannot be written.
    """
    whole = {"format": _FORMAT, "moves": [vars(move) for move in moves]}
    part = state / name
    part.write_text(json.dumps(whole, indent=1), "utf-8")
    flush(part)
    part.replace(state / _NAME)
    try:
        flush(state)
    except OSError:  # what is refused here must not be done by the next build
        remove(state)
        raise


def read(state: Path) -> tuple[Move, ...]:
    """Return the moves that a stopped build left; none where there is no journal that is sound.

    A journal may come with a folder from elsewhere: it moves nothing into or out of other folders.
    """
    path = state / _NAME
    try:
        if not stat.S_ISREG(path.lstat().st_mode) or path.lstat().st_size > _LONGEST:
            return ()
        stored = json.loads(path.read_text("utf-8"))
        moves = tuple(Move(**move) for move in stored["moves"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return ()
    return moves if all(map(_is_sound, moves)) else ()


def remove(state: Path) -> None:
    """Remove the journal, or what stands in its place.

    Raises:
        OSError: it cannot be removed.
    """
    clear(state / _NAME)


def clear(path: Path) -> None:
    """Remove a file, a link or a folder; a link is not followed.

    Raises:
        OSError: it cannot be removed.
    """
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def exists(state: Path) -> bool:
    """Say whether there is a journal, sound or not."""
    return os.path.lexists(state / _NAME)


def interrupted(out: Path) -> bool:
    """Say whether a build was stopped when some of its files were in their place, and some not."""
    state = out / ".paperdeck"
    if state.is_symlink():  # it is no folder of ours
        return False
    waiting = [is_file(state / move.part) for move in read(state)]
    return any(waiting) and not all(waiting)


def is_file(path: Path) -> bool:
    """Say whether an ordinary file is there, which no link is."""
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except OSError:
        return False


def flush(path: Path) -> None:
    """See that a file, or what a folder lists, is on the disk and not on its way there.

    Raises:
        OSError: the disk failed.
    """
    if path.is_dir() and os.name == "nt":  # folders cannot be opened there
        return
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _NOT_FLUSHED:
            raise
    finally:
        os.close(handle)


def _is_sound(move: Move) -> bool:
    names = (move.part, move.target, *([move.old] if move.old else []))
    return (
        all(isinstance(name, str) and _is_name(name) for name in names)
        and move.part.endswith(PART)
        and move.target.endswith(_TARGETS)
        and (not move.old or move.old.endswith(OLD))
    )


def _is_name(name: str) -> bool:
    """Say whether a text may be the name of a file in a folder."""
    try:
        os.fsencode(name)
    except UnicodeEncodeError:
        return False
    return "\0" not in name and Path(name).name == name != ".."


def digest(path: Path) -> str:
    """Return the SHA-256 (hex) of a file.

    Raises:
        OSError: it cannot be read.
    """
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
