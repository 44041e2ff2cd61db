"""Work beside the main work, on another processor: a function in, what waits for its result out.

A worker is a copy of this process and hands back what its function returns. Whatever goes wrong
in one is done again here, so that errors are raised where they can be told; where there is no
second processor, or no safe way to copy a process, all is done here in the first place.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import NoReturn, TypeVar

T = TypeVar("T")


@contextmanager
def beside(work: Callable[[], T]) -> Iterator[Callable[[], T]]:
    """Begin some work; give what waits for it and returns its result, or raises what it raises.

    It may be done twice, so it must do no harm the second time. A worker is gone when this is
    left, whether its result was waited for or not.
    """
    if not has_room():
        yield work
        return
    reading, writing = os.pipe()
    worker = os.fork()
    if not worker:
        _serve(work, writing)
    os.close(writing)
    try:
        with os.fdopen(reading, "rb") as results:
            yield lambda: _received(results.read(), work)
    finally:
        os.kill(worker, signal.SIGKILL)
        os.waitpid(worker, 0)


def has_room() -> bool:
    """Say whether a worker would have a processor of its own.

    Copies of a process are safe on Linux; the frameworks of macOS do not bear them.
    """
    return sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1


def _serve(work: Callable[[], object], writing: int) -> NoReturn:
    """Do the work in the copy, and end it at once: what else the process holds is not its own."""
    with suppress(BaseException), os.fdopen(writing, "wb") as pipe:
        import pickle

        pipe.write(pickle.dumps(work()))
    os._exit(0)


def _received(said: bytes, work: Callable[[], T]) -> T:
    import pickle

    try:
        result: T = pickle.loads(said)
    except (EOFError, pickle.UnpicklingError):  # the worker was ended before it had said all
        return work()
    return result
