"""A stranger's file is read in a copy of this process: a function in, what it returns out.

The libraries that read finished files are large, and a file can be made to break them, to fill
the memory, or to keep them busy for ever. The copy may hold and compute only so much, in measure
to the size of the files; whatever becomes of it, this process goes on and says so.
"""

from __future__ import annotations

import errno
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Any, Final, NoReturn, TypeVar

from builder.machine import refusal
from builder.signals import deaf, later
from builder.verify.reading import UnreadableFileError
from builder.workers import alone, end_with

T = TypeVar("T")
At = Callable[[Path], Path]
"""Says that a file is read from now on, and returns it: whose fault it is if the copy ends."""

_MB: Final = 2**20
MEMORY: Final = (240 * _MB, 40, 370 * _MB)
"""Bytes that reading may take: for any file, more for each byte of it, and at most.

A paper of 5,000 figures and its deck are 4 MB large and take 240 MB.
"""
SECONDS: Final = (5.0, 3.0 / _MB, 20.0)
"""Seconds of a processor that reading may take: for any file, more for each byte, and at most.

A paper of 5,000 figures and its deck take 9 seconds of a slow processor.
"""
_WAITING: Final = 120
"""Seconds after which a copy is ended that waits for something and computes nothing."""
_FULL: Final = 77
_TO_DO: Final = "it is damaged, or made to do harm: take the file as it was first made"


def apart(work: Callable[[At], T], *paths: Path) -> T:
    """Return what `work` returns when it reads the files at `paths`, or raise what it raises.

    Raises:
        UnreadableFileError: the copy took too much memory or time, or a library broke in it.
        MachineError: this process may not hold as much as sound files take.
    """
    if sys.platform != "linux":  # the frameworks of macOS bear no copies, Windows makes none
        return work(lambda path: path)
    memory, seconds = _allowed(paths)
    parent = os.getpid()
    with ExitStack() as left:
        with later():  # no signal may come between a copy's begin and the promise of its end
            reading, writing = os.pipe()
            copy = os.fork()
            if not copy:
                os.close(reading)
                _serve(work, writing, memory, seconds, parent)
            os.close(writing)
            left.callback(_end, copy)
        with os.fdopen(reading, "rb") as results:
            said = results.read()
        left.pop_all()
        _, status = os.waitpid(copy, 0)
    found: T = _told(said, os.waitstatus_to_exitcode(status), paths, memory, seconds)
    return found


def _end(copy: int) -> None:
    os.kill(copy, signal.SIGKILL)
    os.waitpid(copy, 0)


def _allowed(paths: tuple[Path, ...]) -> tuple[int, int]:
    """Return the bytes and the seconds that reading some files may take."""
    size = 0
    for path in paths:
        with suppress(OSError):
            size += path.stat().st_size
    memory, seconds = (min(most, base + each * size) for base, each, most in (MEMORY, SECONDS))
    return int(memory), int(seconds)


def _serve(
    work: Callable[[At], object], writing: int, memory: int, seconds: int, parent: int
) -> NoReturn:
    """Do the work in the copy, and end it at once: what else the process holds is not its own."""
    status = 0
    with suppress(BaseException), os.fdopen(writing, "wb") as pipe:
        import pickle

        def at(path: Path) -> Path:
            pipe.write(pickle.dumps(("at", str(path))))
            pipe.flush()
            return path

        try:
            deaf()
            end_with(parent)
            _confine(memory, seconds)
            with alone():  # what another process held of a file would count for neither
                answer = pickle.dumps(("done", work(at)))
        except MemoryError:
            answer, status = b"", _FULL
        except Exception as error:
            answer = pickle.dumps(("raised", _handed(error)))
        pipe.write(answer)
    os._exit(status)


def _handed(error: Exception) -> Exception:
    """Return an error as it can be handed to another process: one of ours with all that led to it.

    What readers raise of files is handed as it is.
    """
    import traceback

    if not isinstance(error, UnreadableFileError):
        error.add_note("".join(traceback.format_exception(error)))
    return error


def _confine(memory: int, seconds: int) -> None:
    """Take from this process what it could do harm with: memory, time, its voice."""
    import faulthandler
    import gc
    import resource

    faulthandler.disable()
    # Libraries print doubts of their own about a file, which nobody could place.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    signal.signal(signal.SIGXCPU, signal.SIG_DFL)
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.alarm(_WAITING)
    for kind, most in (
        (resource.RLIMIT_AS, _held() + memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_CORE, 0),
    ):
        hard = resource.getrlimit(kind)[1]
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(kind, (most, hard))
    gc.disable()  # it is gone in a moment


def _told(said: bytes, status: int, paths: tuple[Path, ...], memory: int, seconds: int) -> Any:
    """Return what a copy has handed back, or raise what it raised or what became of it."""
    name = str(paths[0])
    for kind, held in _answers(said):
        if kind == "at":
            name = held
        elif kind == "raised":
            raise held
        else:
            return held
    if status == _FULL and _is_short(memory):
        raise refusal(OSError(errno.ENOMEM, ""), name, "read")
    if status == _FULL:
        why = f"it takes more than {memory // _MB} MB of memory to read"
    elif status == -signal.SIGXCPU:
        why = f"it takes more than {seconds} seconds to read"
    elif status == -signal.SIGALRM:
        why = f"there was no end to it after {_WAITING} seconds"
    else:
        ended = signal.Signals(-status).name if status < 0 else f"status {status}"
        why = f"the library that reads it was broken by it ({ended})"
    raise UnreadableFileError(f"{name}: {why}; {_TO_DO}")


def _is_short(memory: int) -> bool:
    """Say whether this process may not hold so many bytes more: that is no fault of a file."""
    import resource

    most = resource.getrlimit(resource.RLIMIT_AS)[0]
    return most != resource.RLIM_INFINITY and most < _held() + memory


def _held() -> int:
    """Return the bytes of this process's address space."""
    import resource

    return int(Path("/proc/self/statm").read_text("ascii").split()[0]) * resource.getpagesize()


def _answers(said: bytes) -> Iterator[tuple[str, Any]]:
    """Yield what a copy has said, as far as it came."""
    import pickle
    from io import BytesIO

    held = BytesIO(said)
    with suppress(EOFError, pickle.UnpicklingError):
        while True:
            yield pickle.load(held)
