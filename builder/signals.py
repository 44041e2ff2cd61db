"""Being told to stop: signals become an exception, so that what was begun is cleared away."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import FrameType
from typing import Final

_NAMES: Final = ("SIGINT", "SIGTERM", "SIGHUP")
_STATUS: Final = 128


class Stopped(BaseException):
    """A signal asked this process to end.

    `number` is the signal's. It is no `Exception`: nothing that mends errors may swallow it.
    """

    def __init__(self, number: int) -> None:
        self.number = number
        super().__init__(signal.Signals(number).name)

    @property
    def status(self) -> int:
        """The exit status that shells give to it (POSIX.1-2017, XCU 2.8.2): 128 and its number."""
        return _STATUS + self.number


@contextmanager
def heard() -> Iterator[None]:
    """Raise `Stopped` where a signal asks for the end; one that is ignored already stays so.

    It works in the main thread only, as Python's signals do; elsewhere nothing is changed.
    """
    before = {}
    for number in _numbers():
        if signal.getsignal(number) in (signal.SIG_DFL, signal.default_int_handler):
            try:
                before[number] = signal.signal(number, _stop)
            except ValueError:  # not the main thread
                break
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def later() -> Iterator[None]:
    """Let signals wait while the block runs; what comes in meanwhile is heard after it.

    They are blocked in this thread, and put off where another thread's handler was told.
    """
    blocked = None
    if hasattr(signal, "pthread_sigmask"):
        blocked = signal.pthread_sigmask(signal.SIG_BLOCK, _numbers())
    _put_off.deep += 1
    try:
        yield
    finally:
        _put_off.deep -= 1
        if blocked is not None:
            signal.pthread_sigmask(signal.SIG_SETMASK, blocked)
        if _put_off.told and not _put_off.deep:
            raise Stopped(_put_off.told.pop())


@dataclass
class _PutOff:
    """How many blocks let signals wait, and the signals that do."""

    deep: int = 0
    told: list[int] = field(default_factory=list)


_put_off: Final = _PutOff()


def deaf() -> None:
    """Let every signal end this process at once: a worker has nothing to clear away."""
    for number in _numbers():
        signal.signal(number, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _numbers())


def _numbers() -> tuple[signal.Signals, ...]:
    """Return the signals that ask for the end and exist on this system."""
    return tuple(getattr(signal, name) for name in _NAMES if hasattr(signal, name))


def _stop(number: int, _frame: FrameType | None) -> None:
    if _put_off.deep:
        _put_off.told[:] = [number]
    else:
        raise Stopped(number)
