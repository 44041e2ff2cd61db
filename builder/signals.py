"""Being told to stop: signals become an exception, so that what was begun is cleared away."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from types import FrameType
from typing import Final

_NAMES: Final = ("SIGINT", "SIGTERM", "SIGHUP")
_STATUS: Final = 128
_SOON: Final = 0.01  # seconds


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
        with _heard_again() if before and hasattr(signal, "setitimer") else nullcontext():
            yield
    finally:
        with _blocked():  # one that comes now is for the handlers that were there before
            for number, handler in before.items():
                signal.signal(number, handler)


@contextmanager
def _heard_again() -> Iterator[None]:
    """Raise `Stopped` once more where Python has swallowed it, as it does in callbacks of its own.

    Such a place, a weak reference's callback for instance, can only be left by itself; so an
    alarm comes soon after.
    """
    hook = sys.unraisablehook
    lost: list[int] = []

    def swallowed(told: sys.UnraisableHookArgs) -> None:
        if isinstance(told.exc_value, Stopped):
            lost[:] = [told.exc_value.number]
            signal.setitimer(signal.ITIMER_REAL, _SOON)
        else:
            hook(told)

    def again(_number: int, frame: FrameType | None) -> None:
        _stop(lost[0], frame)

    before = signal.signal(signal.SIGALRM, again)
    sys.unraisablehook = swallowed
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        sys.unraisablehook = hook
        signal.signal(signal.SIGALRM, before)


@contextmanager
def later() -> Iterator[None]:
    """Let signals wait while the block runs; what comes in meanwhile is heard after it.

    They are blocked in this thread, and put off where another thread's handler was told.
    """
    _put_off.deep += 1
    try:
        with _blocked():
            yield
    finally:
        _put_off.deep -= 1
        if _put_off.told and not _put_off.deep:
            raise Stopped(_put_off.told.pop())


@contextmanager
def _blocked() -> Iterator[None]:
    """Block signals in this thread while the block runs, where the system can."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _numbers())
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


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
