"""A signal that asks for the end is heard, once, wherever it comes."""

from __future__ import annotations

import os
import signal
import weakref

import pytest

from builder.signals import Stopped, heard, later


def end() -> None:
    os.kill(os.getpid(), signal.SIGTERM)


def test_a_signal_is_raised_with_the_status_that_shells_give_it() -> None:
    with pytest.raises(Stopped) as stopped, heard():
        end()
    assert stopped.value.status == 143


def test_a_signal_waits_for_a_block_that_may_not_be_left() -> None:
    done = []

    def work() -> None:
        with later():
            end()
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
