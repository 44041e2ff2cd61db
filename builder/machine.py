"""What the machine refuses, in words: takes what the system says, returns what a user can do."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from builder.problems import MachineError, Place, Problem

ELSEWHERE: Final = "or name another folder: --out DIR"
_REASONS: Final[Mapping[int, tuple[str, str]]] = {
    errno.ENOSPC: ("no space is left on the disk", "free some"),
    errno.EDQUOT: ("your share of the disk is used up", "free some of it"),
    errno.EFBIG: ("a file may not be that large here", "raise the limit (ulimit -f shows it)"),
    errno.EROFS: ("the disk can be read only", "make it writable"),
    errno.EACCES: ("you may not", "ask for the right to"),
    errno.EPERM: ("you may not", "ask for the right to"),
    errno.EIO: ("the disk failed", "see that it is sound and connected"),
    errno.ENOTDIR: ("a file stands where a folder is needed", "move it away"),
    errno.EEXIST: ("a file stands where a folder is needed", "move it away"),
    errno.EISDIR: ("a folder stands there", "move it away"),
    errno.ENOTEMPTY: ("a folder stands there", "move it away"),
    errno.ENOENT: ("it is not there", "see that its folder exists, and that no link leads nowhere"),
    errno.ELOOP: ("links lead in a circle", "remove the link"),
    errno.ENAMETOOLONG: ("the name is too long for this file system", "choose a shorter one"),
    errno.EILSEQ: ("the file system cannot write that name", "choose another one"),
    errno.EBUSY: ("another program uses it", "close it there, then run this again"),
    errno.ETXTBSY: ("another program uses it", "close it there, then run this again"),
    errno.EMFILE: ("too many files are open", "raise the limit (ulimit -n shows it)"),
    errno.ENFILE: ("too many files are open on this machine", "end what holds them"),
    errno.ENOMEM: ("no memory is left", "end other programs, or raise the limit: ulimit -v"),
}
_OPEN_ELSEWHERE: Final = (
    "it is open in another program",
    "close it there (PowerPoint, a PDF reader), then run this again",
)
_VANISHED: Final = ("its folder is gone", "somebody moved or removed it meanwhile: run this again")
_DANGLING: Final = ("a link that leads nowhere stands there", "remove it")
_LOCKED: Final = frozenset((5, 32, 33))  # ERROR_ACCESS_DENIED, _SHARING_VIOLATION, _LOCK_VIOLATION


def refusal(error: OSError, path: Path | str, tried: str, also: str = "") -> MachineError:
    """Return in a line what the system refused: the path, what was `tried`, why, and what to do.

    `also` is what one can do besides, such as to write into another folder.
    """
    known = _REASONS.get(error.errno or 0)
    if getattr(error, "winerror", None) in _LOCKED:
        known = _OPEN_ELSEWHERE
    why, hint = known or (_strerror(error), "see what stands there")
    if error.errno == errno.ENOENT and tried == "written" and _has_vanished(path):
        why, hint = _VANISHED
    if error.errno == errno.EEXIST and os.path.islink(path) and not os.path.exists(path):
        why, hint = _DANGLING
    hint = f"{hint}, {also}" if also else hint
    return MachineError(Problem(Place(os.fspath(path)), f"cannot be {tried}: {why}", hint))


def _has_vanished(path: Path | str) -> bool:
    """Say whether the folder of a file that was being written is not there at all."""
    folder = os.path.dirname(os.path.abspath(path))
    return not os.path.lexists(folder)


def unforeseen(error: OSError | MemoryError) -> MachineError:
    """Return what the system refused where nobody expected it, with the path that it names."""
    if isinstance(error, MemoryError):
        return refusal(OSError(errno.ENOMEM, ""), "this machine", "used")
    named = [name for name in (error.filename, error.filename2) if isinstance(name, str | bytes)]
    if not named:
        found, hint = _REASONS.get(error.errno or 0, (_strerror(error), "see what it is short of"))
        return MachineError(Problem(Place("this machine"), f"refuses: {found}", hint))
    return refusal(error, os.fsdecode(named[0]), "used")


@contextmanager
def trying(tried: str, path: Path | str, also: str = "") -> Iterator[None]:
    """Turn what the system refuses in the block into words about `path`.

    Raises:
        MachineError: it refused something.
    """
    try:
        yield
    except OSError as error:
        raise refusal(error, path, tried, also) from error


def _strerror(error: OSError) -> str:
    said = error.strerror or str(error) or type(error).__name__
    return said[:1].lower() + said[1:]


def give_back() -> None:
    """Give memory that is free again back to the machine, which glibc keeps between what is not.

    Of a long paper, what one stage has freed would else be held beside what the next one takes.
    What stages make leads in no circles that hold much: to seek those took a build's twentieth.
    """
    if sys.platform == "linux":
        import ctypes

        with suppress(AttributeError):  # another C library
            ctypes.CDLL(None).malloc_trim(0)
