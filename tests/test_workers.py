"""Work done beside the main work: its results, its errors, its end, and the files built so."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

import builder.workers
from builder.charts.cache import key
from builder.cli import run
from builder.outputs.pdf import charts_of
from builder.outputs.proof import DisagreementError
from builder.problems import Problems
from builder.project import lay_out, plan
from builder.workers import beside, prepared

ROOT = Path(__file__).resolve().parents[1]
CONTENT = ROOT / "tests" / "cases" / "small"
here = os.getpid()


@pytest.fixture
def two_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(builder.workers, "has_room", lambda: True)


def done(work: Callable[[], object]) -> object:
    with beside(work) as wait:
        return wait()


@pytest.fixture
def forked(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The processes that are forked from this one during a test."""
    found: list[int] = []
    fork = os.fork

    def noted() -> int:
        pid = fork()
        if pid:
            found.append(pid)
        return pid

    monkeypatch.setattr(os, "fork", noted)
    return found


@pytest.mark.usefixtures("two_processors")
def test_work_is_done_in_a_process_of_its_own() -> None:
    assert done(os.getpid) != os.getpid()


def test_without_a_second_processor_work_is_done_here() -> None:
    assert done(os.getpid) == os.getpid()


@pytest.mark.usefixtures("two_processors")
def test_an_error_is_raised_here_as_it_was_made() -> None:
    error = DisagreementError("the files disagree", ())

    def work() -> None:
        raise error

    with pytest.raises(DisagreementError) as raised:
        done(work)
    assert raised.value is error


@pytest.mark.usefixtures("two_processors")
def test_a_result_that_cannot_be_handed_over_is_made_again_here() -> None:
    here = object()
    found = done(lambda: (here, lambda: None))
    assert isinstance(found, tuple)
    assert found[0] is here


@pytest.mark.usefixtures("two_processors")
def test_the_work_of_a_worker_that_dies_is_done_here() -> None:
    here = os.getpid()
    assert done(lambda: here if os.getpid() == here else os._exit(9)) == here


@pytest.mark.usefixtures("two_processors")
def test_a_worker_that_nobody_waits_for_ends_with_its_block(forked: list[int]) -> None:
    def work() -> None:
        time.sleep(60)

    with beside(work):
        pass
    (pid,) = forked
    with pytest.raises(ChildProcessError):
        os.waitpid(pid, os.WNOHANG)


@pytest.mark.usefixtures("two_processors")
def test_no_worker_is_begun_for_whom_no_processor_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1}, raising=False)
    with prepared(str, nothing), beside(os.getpid) as wait:
        assert wait() == here
    assert done(os.getpid) != here


def nothing() -> None:
    """Load nothing."""


def told(subject: object, work: Callable[[object], object]) -> object:
    with prepared(work, nothing) as worker:
        worker.begin(subject)
        return worker.result()


@pytest.mark.usefixtures("two_processors")
def test_a_prepared_worker_works_on_what_it_is_told_later() -> None:
    long = "page " * 100_000  # more than a pipe holds
    assert told(long, lambda subject: (subject, os.getpid() == here)) == (long, False)


@pytest.mark.usefixtures("two_processors")
def test_a_prepared_worker_loads_its_tools_before_it_is_told_anything(tmp_path: Path) -> None:
    ready = tmp_path / "ready"
    with prepared(lambda subject: subject, ready.touch) as worker:
        until = time.monotonic() + 30
        while not ready.exists() and time.monotonic() < until:
            time.sleep(0.01)
        assert ready.exists()
        worker.begin("pages")
        assert worker.result() == "pages"


def test_without_a_second_processor_nothing_is_prepared() -> None:
    with prepared(lambda subject: (subject, os.getpid()), lambda: os._exit(9)) as worker:
        worker.begin("pages")
        assert worker.result() == ("pages", here)


@pytest.mark.usefixtures("two_processors")
def test_what_cannot_be_told_to_a_prepared_worker_is_worked_on_here() -> None:
    subject = object(), lambda: None
    assert told(subject, lambda known: (known, os.getpid())) == (subject, here)


@pytest.mark.usefixtures("two_processors")
@pytest.mark.parametrize("size", [1, 500_000])
def test_the_work_of_a_prepared_worker_that_dies_is_done_here(size: int) -> None:
    def ended() -> None:
        os._exit(9)

    with prepared(lambda subject: (len(str(subject)), os.getpid()), ended) as worker:
        worker.begin("a" * size)
        assert worker.result() == (size, here)


@pytest.mark.usefixtures("two_processors")
def test_a_prepared_worker_that_is_told_nothing_ends_with_its_block(forked: list[int]) -> None:
    with prepared(lambda subject: subject, nothing):
        pass
    (pid,) = forked
    with pytest.raises(ChildProcessError):
        os.waitpid(pid, os.WNOHANG)


@pytest.mark.usefixtures("two_processors")
def test_files_built_beside_each_other_are_those_built_in_turn(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    beside_each_other, in_turn = tmp_path / "beside", tmp_path / "turn"
    assert run(["build", str(CONTENT), "--out", str(beside_each_other), "--quiet"]) == 0
    monkeypatch.setattr(builder.workers, "has_room", lambda: False)
    assert run(["build", str(CONTENT), "--out", str(in_turn), "--quiet"]) == 0
    built = {path.name: path.read_bytes() for path in beside_each_other.iterdir() if path.is_file()}
    assert len(built) == 2
    assert built == {path.name: path.read_bytes() for path in in_turn.iterdir() if path.is_file()}


@pytest.mark.longer
def test_the_charts_to_draw_ahead_are_those_that_the_paper_asks_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plans = plan(ROOT / "content", Problems())
    ahead = {
        key(chart, plans.theme, width, margin)
        for chart, width, margin in charts_of(plans.briefing, plans.theme)
    }
    lay_out(plans, tmp_path)
    drawn = {path.name for path in tmp_path.iterdir()}
    assert len(ahead) > 3
    assert ahead == {name for name in drawn if len(name) == 64}


@pytest.mark.longer
@pytest.mark.usefixtures("two_processors")
def test_a_deck_that_fails_beside_the_paper_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("builder.outputs.pptx.write_deck", full)
    assert run(["build", str(CONTENT), "--out", str(tmp_path), "--quiet"]) == 2
    said = capsys.readouterr().err
    assert f"{tmp_path}/norhaven.pptx: error: cannot be written: no space is left" in said
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == []


PARENT = """
import os, signal, sys, time
import builder.workers
from builder.signals import Stopped, heard

def work():
    open(sys.argv[1], "w").write(str(os.getpid()))
    time.sleep(60)

builder.workers.has_room = lambda: True
for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
    signal.signal(number, signal.SIG_DFL)  # whatever started the tests may ignore them
try:
    with heard(), builder.workers.beside(work) as wait:
        wait()
except Stopped as stopped:
    sys.exit(stopped.status)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="there are no workers elsewhere")
@pytest.mark.parametrize("number", ["SIGTERM", "SIGHUP", "SIGINT", "SIGKILL"])
def test_a_worker_ends_with_its_parent_however_that_ends(number: str, tmp_path: Path) -> None:
    told = tmp_path / "worker"
    parent = subprocess.Popen([sys.executable, "-c", PARENT, str(told)], cwd=ROOT)
    while not (told.exists() and told.read_text()):
        time.sleep(0.01)
    parent.send_signal(signal.Signals[number])
    status = parent.wait(30)
    assert status == (-9 if number == "SIGKILL" else 128 + signal.Signals[number])
    worker = Path("/proc", told.read_text(), "stat")
    end = time.monotonic() + 30
    while worker.exists() and worker.read_text().split()[2] not in "ZX":
        assert time.monotonic() < end, "the worker lives on"
        time.sleep(0.01)
