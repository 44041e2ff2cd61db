"""A signal that asks for the end is heard, once, wherever it comes."""

from __future__ import annotations

import os
import signal
import threading
import weakref
from collections.abc import Callable

import pytest

from builder.signals import Stopped, heard, later


def end() -> None:
    os.kill(os.getpid(), signal.SIGTERM)


def test_a_signal_is_raised_with_the_status_that_shells_give_it() -> None:
    with pytest.raises(Stopped) as stopped, heard():
        end()
    assert stopped.value.status == 143


def told_this_thread() -> None:
    """Ask this thread for the end; it is pending at once, and heard when it is no longer blocked.

    One for the whole process goes to any thread that does not block it, and on a busy machine
    that may hear it only when the block has long been left.
    """
    signal.pthread_kill(threading.get_ident(), signal.SIGTERM)


def told_another_thread() -> None:
    """Ask another thread for the end, and wait until it has left word for this one."""
    heard_of, word = os.pipe()
    os.set_blocking(word, False)
    over = threading.Event()
    thread = threading.Thread(target=over.wait)
    waiting = signal.pthread_sigmask(signal.SIG_UNBLOCK, ())
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTERM})
    thread.start()  # a thread blocks what the one that starts it blocks
    signal.pthread_sigmask(signal.SIG_SETMASK, waiting)
    before = signal.set_wakeup_fd(word)
    try:
        assert thread.ident is not None
        signal.pthread_kill(thread.ident, signal.SIGTERM)
        assert os.read(heard_of, 1)
    finally:
        signal.set_wakeup_fd(before)
        over.set()
        thread.join()
        os.close(heard_of)
        os.close(word)


@pytest.mark.parametrize("tell", [told_this_thread, told_another_thread])
def test_a_signal_waits_for_a_block_that_may_not_be_left(tell: Callable[[], None]) -> None:
    done = []

    def work() -> None:
        with later():
            tell()
            done.append("the block")
        done.append("what follows")

    with pytest.raises(Stopped), heard():
        work()
    assert done == ["the block"]


def test_a_signal_that_is_ignored_stays_so() -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with heard():
            os.kill(os.getpid(), signal.SIGHUP)
    finally:
        signal.signal(signal.SIGHUP, before)


def test_a_signal_that_python_swallows_is_heard_again(capsys: pytest.CaptureFixture[str]) -> None:
    class Kept:
        pass

    def wait() -> None:
        kept = Kept()
        weak = weakref.ref(kept, lambda _gone: end())
        del kept
        assert weak() is None
        while True:
            pass

    with pytest.raises(Stopped), heard():
        wait()
    assert capsys.readouterr().err == ""
