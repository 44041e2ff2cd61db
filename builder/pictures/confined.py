"""A drawing is drawn in a copy of this process: a function in, the bytes that it returns out.

What a drawing asks of the library that draws it is told by no count of its parts: filters, patterns
and masks may take all memory, or have no end. The copy may hold and compute only so much; whatever
becomes of it, this process goes on and says so.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Final, NoReturn

from builder.pictures.looking import PictureError
from builder.signals import deaf, later
from builder.workers import end_with

MEMORY: Final = 260 * 2**20
"""Bytes that drawing may take: a drawing as large as any page takes has 144 MB of pixels."""
SECONDS: Final = 3
"""Seconds of a processor that drawing may take: what is large takes some tenths of one."""
_DONE: Final = b"+"


def confined(draw: Callable[[], bytes]) -> bytes:
    """Return the bytes that `draw` returns.

    Raises:
        PictureError: it took too much memory or time, or broke the library; or as `draw` raises.
    """
    if sys.platform != "linux":  # the frameworks of macOS bear no copies, Windows makes none
        return draw()
    parent = os.getpid()
    with ExitStack() as left:
        with later():  # no signal may come between a copy's begin and the promise of its end
            reading, writing = os.pipe()
            copy = os.fork()
            if not copy:
                os.close(reading)
                _serve(draw, writing, parent)
            os.close(writing)
            left.callback(_end, copy)
        with os.fdopen(reading, "rb") as results:
            said = results.read()
        left.pop_all()
        _, status = os.waitpid(copy, 0)
    if said.startswith(_DONE) and not os.waitstatus_to_exitcode(status):
        return said[len(_DONE) :]
    raise PictureError(*_told(said.decode("utf-8"), os.waitstatus_to_exitcode(status)))


def _told(said: str, status: int) -> tuple[str, str]:
    """Return what became of a copy that has drawn nothing, and what to do."""
    if said:
        found, _, hint = said[1:].partition("\n")
        return found, hint
    if status == -signal.SIGXCPU:
        why = f"it takes more than {SECONDS} seconds"
    elif status == -signal.SIGABRT:
        why = f"it takes more than {MEMORY // 2**20} MB of memory"
    else:
        why = "the library that draws it was broken by it"
    return f"the drawing cannot be drawn ({why})", "save it as PNG"


def _end(copy: int) -> None:
    os.kill(copy, signal.SIGKILL)
    os.waitpid(copy, 0)


def _serve(draw: Callable[[], bytes], writing: int, parent: int) -> NoReturn:
    """Draw in the copy, and end it at once: what else the process holds is not its own."""
    status = 1
    with suppress(BaseException), os.fdopen(writing, "wb") as pipe:
        deaf()
        end_with(parent)
        _confine()
        try:
            answer = _DONE + draw()
        except PictureError as error:
            answer = f"-{error.found}\n{error.hint}".encode()
        pipe.write(answer)
        pipe.flush()
        status = 0
    os._exit(status)


def _confine() -> None:
    """Take from this process what it could do harm with: memory, time, its voice."""
    import faulthandler
    import resource

    faulthandler.disable()
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    signal.signal(signal.SIGXCPU, signal.SIG_DFL)
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
    for kind, most in (
        (resource.RLIMIT_AS, pages * resource.getpagesize() + MEMORY),
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_CORE, 0),
    ):
        hard = resource.getrlimit(kind)[1]
        resource.setrlimit(
            kind, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard)
        )
