"""Work beside the main work, on another processor: a function in, what waits for its result out.

A worker is a copy of this process and hands back what its function returns. Whatever goes wrong
in one is done again here, so that errors are raised where they can be told; where there is no
second processor, or no safe way to copy a process, all is done here in the first place.

A worker ends with the process that began it, however that ends: it is killed where its block is
left, the kernel is asked to kill it where its parent dies, and what it writes has no reader then.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from contextvars import ContextVar
from functools import partial
from typing import IO, Final, Generic, NoReturn, TypeAlias, TypeVar, cast

from builder import patterns
from builder.caches import forget
from builder.signals import deaf, later

F = TypeVar("F")
T = TypeVar("T")
U = TypeVar("U")

_PR_SET_PDEATHSIG: Final = 1  # prctl(2)


@contextmanager
def beside(work: Callable[[], T]) -> Iterator[Callable[[], T]]:
    """Begin some work; give what waits for it and returns its result, or raises what it raises.

    It may be done twice, so it must do no harm the second time. A worker is gone when this is
    left, whether its result was waited for or not.
    """
    with ExitStack() as left:
        with later():  # no signal may come between a worker's begin and the promise of its end
            reading = _begun(lambda say: say(work()), left) if is_spare() else None
        if reading is None:
            yield work
        else:
            yield lambda: _received(reading, work)


class Prepared(Generic[F, U, T]):
    """Work that waits for what it is about: a worker has loaded meanwhile what it takes, and has
    said something first.
    """

    def __init__(
        self,
        first: Callable[[], F],
        work: Callable[[U], T],
        giving: int,
        reading: IO[bytes] | None,
    ) -> None:
        self._first, self._work, self._giving, self._reading = first, work, giving, reading
        self._subject: list[U] = []
        self._said: list[F] = []

    def first(self) -> F:
        """Wait for what is said first and return it, or raise what making it raises."""
        if not self._said:
            self._said.append(_received(self._reading, self._first))
        return self._said[0]

    def begin(self, subject: U) -> None:
        """Begin the work on its subject, which is copied to the worker."""
        import pickle

        self._subject.append(subject)
        if self._reading is None:
            return
        try:
            said = memoryview(pickle.dumps(subject, pickle.HIGHEST_PROTOCOL))
            while said:
                said = said[os.write(self._giving, said) :]
        except Exception:  # whatever it is, the subject is still here
            self._reading = None

    def result(self) -> T:
        """Wait for the work that was begun and return its result, or raise what it raises."""
        self.first()
        return _received(self._reading, partial(self._work, self._subject[-1]))


def _nothing() -> None:
    """Say nothing first."""


@contextmanager
def prepared(
    work: Callable[[U], T],
    ready: Callable[[], None],
    first: Callable[[], F] = _nothing,  # type: ignore[assignment]
) -> Iterator[Prepared[F, U, T]]:
    """Begin a worker that makes something `first`, hands that over, makes itself `ready`, and waits
    to be given what its work is about.

    As with `beside`, all may be done twice; a worker is gone when this is left.
    """
    with ExitStack() as left:
        try:
            asking, giving = os.pipe()
        except OSError:  # no more files may be open
            yield Prepared(first, work, -1, None)
            return
        left.callback(os.close, giving)

        def told(say: _Say) -> None:
            import pickle

            os.close(giving)
            say(first())
            ready()
            with os.fdopen(asking, "rb") as pipe:
                say(work(pickle.load(pipe)))

        with later():
            reading = _begun(told, left) if has_room() else None
        os.close(asking)
        yield Prepared(first, work, giving, reading)


_alone: Final[ContextVar[bool]] = ContextVar("_alone", default=False)


@contextmanager
def alone() -> Iterator[None]:
    """Let all work be done in this process while the block runs, which then keeps what it learns.

    So does a process that builds again and again: a copy of it would learn for nothing.
    """
    before = _alone.set(True)
    try:
        yield
    finally:
        _alone.reset(before)


def has_room() -> bool:
    """Say whether a worker would have a processor of its own.

    Copies of a process are safe on Linux; the frameworks of macOS do not bear them.
    """
    if _alone.get():
        return False
    return sys.platform == "linux" and _processors() > 1


def _processors() -> int:
    """Return how many processors this process may use, where that can be told."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1


_at_work: Final[set[int]] = set()
"""The workers of this process, by number; to a worker also those that were there before it."""


def is_spare() -> bool:
    """Say whether a worker would have a processor that no other has.

    One more than there are processors would only take more memory.
    """
    return has_room() and len(_at_work) < max(1, _processors() - 1)


_Say: TypeAlias = Callable[[object], None]
"""Hands something over."""


def _begun(work: Callable[[_Say], None], left: ExitStack) -> IO[bytes] | None:
    """Begin a worker that ends when `left` is; return what it writes to, None where none can be."""
    parent = os.getpid()
    try:
        reading, writing = os.pipe()
    except OSError:  # no more files may be open
        return None
    try:
        worker = os.fork()
    except OSError:  # no memory, or no more processes are allowed
        os.close(reading)
        os.close(writing)
        return None
    if not worker:
        _serve(work, reading, writing, parent)
    os.close(writing)
    _at_work.add(worker)
    results = left.enter_context(os.fdopen(reading, "rb"))
    left.callback(_end, worker)
    return results


def _end(worker: int) -> None:
    """End a worker, and remove what one that was still at work leaves unfinished."""
    os.kill(worker, signal.SIGKILL)
    _, status = os.waitpid(worker, 0)
    _at_work.discard(worker)
    if os.WIFSIGNALED(status):
        forget(worker)


def _serve(work: Callable[[_Say], None], reading: int, writing: int, parent: int) -> NoReturn:
    """Do the work in the copy, and end it at once: what else the process holds is not its own."""
    with suppress(BaseException):
        os.close(reading)
        gc.freeze()  # to look through what is shared would copy it
        deaf()
        _at_work.add(parent)
        end_with(parent)
        patterns.news()  # the parent knows them: said, they would fill the pipe until it reads
        with os.fdopen(writing, "wb") as pipe:
            import pickle

            def say(result: object) -> None:
                pipe.write(pickle.dumps((result, patterns.news())))
                pipe.flush()

            work(say)
    os._exit(0)


def end_with(parent: int) -> None:
    """Ask the kernel to kill this process when its parent ends; end it if that has ended."""
    import ctypes

    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, int(signal.SIGKILL))
    if os.getppid() != parent:
        os._exit(0)


def _received(results: IO[bytes] | None, work: Callable[[], T]) -> T:
    """Return the next result of a worker; where there is none, do the work here."""
    if results is None:
        return work()
    import pickle

    try:
        result, new = pickle.load(results)
    except (EOFError, pickle.UnpicklingError):  # the worker was ended before it had said all
        return work()
    patterns.learn(new)
    return cast("T", result)
