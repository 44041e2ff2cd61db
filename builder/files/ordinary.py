"""Opens an ordinary file and returns its bytes; refuses all else, without waiting for any of it.

Files may lie in the content folder, and where the command line allows it beside.
"""

from __future__ import annotations

import errno
import hashlib
import os
import re
import shlex
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Final

from builder.frozen import dataclass

MB: Final = 2**20


@dataclass(frozen=True)
class FileKind:
    """What a file is to be: its name in messages, its largest size in bytes, and what to do with a
    larger one.
    """

    name: str
    most: int
    hint: str


_ELSE: Final = "see that it is the file that is meant"

YAML: Final = FileKind(
    "YAML file", 4 * MB, "a briefing of 5,000 figures needs less; divide it in two"
)
SECTION: Final = FileKind("section", 16 * MB, "divide it into several sections")
TABLE: Final = FileKind("data file", 32 * MB, "keep the rows and columns that the briefing shows")
REFERENCES: Final = FileKind(
    "file of references", 8 * MB, "keep the entries that the briefing cites"
)
WORKBOOK: Final = FileKind("workbook", 32 * MB, "keep the sheets that the briefing rests on")
FONT: Final = FileKind("font", 32 * MB, _ELSE)
IMAGE: Final = FileKind("picture", 48 * MB, "save the picture smaller: a page prints 2,500 across")
PICTURE: Final = FileKind("logo", 16 * MB, "save the picture smaller: it is printed small")
TEMPLATE: Final = FileKind("template", 64 * MB, "compress its pictures in PowerPoint")
FINISHED: Final = FileKind("finished file", 128 * MB, _ELSE)


class RefusedFileError(Exception):
    """A file that is not read: `found` ends the sentence "cannot be read: ...", `hint` is what to
    do.
    """

    def __init__(self, found: str, hint: str) -> None:
        self.found, self.hint = found, hint
        super().__init__(f"cannot be read: {found}\n  {hint}")


# Rights are the command line's, not the content's: they are kept beside all that content passes
# through, so that nothing read from it can come near them.
_ALLOWED: Final[ContextVar[tuple[str, ...]]] = ContextVar("allowed", default=())
LINKED: Final = (
    "a link there to a file or folder elsewhere is followed where the command line allows it: "
    "--allow DIR"
)
"""What to do about a name that leads out of the content folder."""
_NETWORK: Final = re.compile(r"[\\/]{2}|[A-Za-z][A-Za-z0-9+.-]+:[\\/]{2}")


@contextmanager
def allowing(folders: Iterable[Path]) -> Iterator[None]:
    """Let links in content folders lead into these folders too, as `--allow` says."""
    before = _ALLOWED.set(tuple(os.path.realpath(folder) for folder in folders))
    try:
        yield
    finally:
        _ALLOWED.reset(before)


def allowed() -> tuple[Path, ...]:
    """Return the folders that links may lead into now, resolved."""
    return tuple(map(Path, _ALLOWED.get()))


def is_outside(name: str) -> bool:
    """Say whether a name that content gives leads out of the folder by its words alone.

    Names are understood as both families of systems do, so that content is refused on one where
    it would be on the other.
    """
    return (
        bool(_NETWORK.match(name))
        or name.startswith("~")
        or any(
            kind(name).anchor or ".." in kind(name).parts
            for kind in (PurePosixPath, PureWindowsPath)
        )
        or "\0" in name
    )


def is_network(name: str) -> bool:
    """Say whether a name is that of something on a network: a URL, or a share."""
    return bool(_NETWORK.match(name))


def refuse_outside(real: str, within: Path) -> None:
    """Refuse a resolved path that content leads to, unless it may.

    Raises:
        RefusedFileError: it lies outside of the content folder, and of what is allowed.
    """
    if any(_lies_in(real, root) for root in (os.path.realpath(within), *_ALLOWED.get())):
        return
    folder = real if os.path.isdir(real) else os.path.dirname(real)
    raise RefusedFileError(
        f"it leads out of the content folder, to {real}",
        "put a copy in its place; or, where you trust who wrote the content, allow it on the "
        f"command line: --allow {shlex.quote(folder)}",
    )


def _lies_in(real: str, root: str) -> bool:
    return real == root or real.startswith(os.path.join(root, ""))


# A pipe without a writer is waited for unless it is asked not to; a terminal is not to become the
# one that controls this process; what was resolved is no link any more. Where a system lacks a
# flag, it lacks what it guards against.
_FLAGS: Final = os.O_RDONLY | sum(
    getattr(os, flag, 0)
    for flag in ("O_NONBLOCK", "O_NOCTTY", "O_NOFOLLOW", "O_CLOEXEC", "O_BINARY")
)
_TRIES: Final = 3
_NAMES: Final = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a pipe (FIFO)"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)
_HINTS: Final = {
    errno.EACCES: "give yourself the right to read it, and to enter the folders above it",
    errno.EPERM: "give yourself the right to read it, and to enter the folders above it",
    errno.ENAMETOOLONG: "give it a shorter name",
}


class _ChangedError(Exception):
    """The file was written, or another took its place, while it was read."""


def read(path: Path, kind: FileKind, within: Path | None = None) -> bytes:
    """Return the bytes of an ordinary file.

    `within` is the content folder that a file must lie in, links followed; a file that the command
    line names may lie anywhere.

    Raises:
        RefusedFileError: it is not there, no ordinary file, larger than its kind may be, elsewhere
            than it may lie, or cannot be read.
    """
    for _ in range(_TRIES):
        try:
            return _read(resolved(path, within), kind)
        except _ChangedError:
            continue
        except OSError as error:
            raise _refused(path, error) from error
    raise RefusedFileError(
        "it changes while it is read", "wait until what writes it has done, then try again"
    )


def digest(path: Path, kind: FileKind, within: Path | None = None) -> str:
    """Return the SHA-256 (hex) of a file; of one that `read` refuses, why, which is no digest."""
    try:
        return hashlib.sha256(read(path, kind, within)).hexdigest()
    except RefusedFileError as error:
        return error.found


def resolved(path: Path, within: Path | None) -> str:
    """Return where a path leads, links followed.

    Raises:
        RefusedFileError: it leads nowhere, round in a circle, or out of `within`.
    """
    try:
        real = os.path.realpath(path, strict=True)
    except OSError as error:
        raise _refused(path, error) from error
    except ValueError as error:
        raise RefusedFileError(str(error), "give it a name without that") from error
    if within is not None:
        refuse_outside(real, within)
    return real


def name_of(mode: int) -> str:
    """Return what a file of a mode is called, empty for an ordinary one."""
    return next((name for is_one, name in _NAMES if is_one(mode)), "")


def _read(real: str, kind: FileKind) -> bytes:
    """Return the bytes of a file by its resolved path."""
    # Opening a device may set it off: it is looked at before, and again once it is open.
    _refuse(os.stat(real), kind)
    with os.fdopen(_opened(real), "rb", buffering=0) as file:
        before = os.fstat(file.fileno())
        _refuse(before, kind)
        if os.path.realpath(real) != real or not os.path.samestat(os.stat(real), before):
            raise _ChangedError
        pieces = []
        left = kind.most + 1
        while left and (piece := file.read(left)):
            pieces.append(piece)
            left -= len(piece)
        after = os.fstat(file.fileno())
    data = b"".join(pieces)
    if len(data) > kind.most:
        raise _too_large(len(data), kind)
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise _ChangedError
    return data


def _opened(real: str) -> int:
    try:
        return os.open(real, _FLAGS)
    except OSError as error:
        # It was no link when it was resolved.
        if error.errno == errno.ELOOP:
            raise _ChangedError from error
        raise


def _refuse(status: os.stat_result, kind: FileKind) -> None:
    name = name_of(status.st_mode)
    if name:
        hint = f"only ordinary files are read: put the {kind.name} itself in its place"
        raise RefusedFileError(f"it is {name}, where a {kind.name} belongs", hint)
    if status.st_size > kind.most:
        raise _too_large(status.st_size, kind)


def _too_large(size: int, kind: FileKind) -> RefusedFileError:
    found = f"it holds {_megabytes(size)}, and of a {kind.name} {_megabytes(kind.most)} are read"
    return RefusedFileError(found, kind.hint)


def _megabytes(size: int) -> str:
    """Return a size in megabytes, a little more than a limit as more than it."""
    return f"{-(-size * 10 // MB) / 10:,g} MB"


def _refused(path: Path, error: OSError) -> RefusedFileError:
    """Return in words what the system said of a path."""
    if error.errno == errno.ENOENT and os.path.islink(path):
        # Links of /proc to what a process holds open lead there, though not by their words.
        with suppress(OSError):
            if name := name_of(os.stat(path).st_mode):
                return RefusedFileError(f"it is {name}", "only ordinary files are read: name one")
        return RefusedFileError(
            f"it is a link that leads nowhere, to {os.readlink(path)}",
            "remove it, or put the file itself in its place",
        )
    if error.errno == errno.ENOENT:
        return RefusedFileError("it is not there any more", "put it back, then try again")
    if error.errno == errno.ELOOP:
        found = "it is a link that leads back to itself"
        return RefusedFileError(found, "remove it, or put the file itself in its place")
    found = error.strerror or str(error)
    return RefusedFileError(found, _HINTS.get(error.errno or 0, "see that the disk can be read"))
