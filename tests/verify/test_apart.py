"""A file that breaks its reader, fills the memory or has no end leaves the command unharmed."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from builder.verify import UnreadableFileError, apart
from builder.verify.apart import At

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="copies are made on Linux only")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "made.pdf"
    path.write_bytes(b"%PDF-1.7\n")
    return path


def refused(work: object, *files: Path) -> str:
    with pytest.raises(UnreadableFileError) as told:
        apart.apart(work, *files)  # type: ignore[arg-type]
    return str(told.value)


def test_what_is_read_is_handed_back(file: Path) -> None:
    assert apart.apart(lambda at: at(file).read_bytes(), file) == b"%PDF-1.7\n"


def test_a_file_is_read_in_another_process(file: Path) -> None:
    assert apart.apart(lambda at: os.getpid(), file) != os.getpid()


def test_a_library_that_breaks_is_told_of_the_file_that_it_read(file: Path) -> None:
    other = file.with_name("other.pdf")

    def broken(at: At) -> None:
        at(file)
        at(other)
        os.kill(os.getpid(), signal.SIGSEGV)

    assert f"{other}: the library that reads it was broken by it (SIGSEGV)" in refused(
        broken, file, other
    )


def ended() -> None:
    raise SystemExit


@pytest.mark.parametrize(
    ("end", "status"),
    [(ended, 0), (lambda: os._exit(0), 0), (lambda: os._exit(3), 3)],
    ids=["politely", "at once", "as broken"],
)
def test_a_library_that_ends_the_process_is_told(
    end: Callable[[], None], status: int, file: Path
) -> None:
    def quits(at: At) -> None:
        at(file)
        end()

    said = f"{file}: the library that reads it was broken by it (status {status})"
    assert said in refused(quits, file)


@pytest.mark.longer
def test_what_has_no_end_is_ended(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "SECONDS", (1.0, 0.0, 1.0))

    def endless(at: At) -> None:
        while True:
            pass

    assert f"{file}: it takes more than 1 seconds to read" in refused(endless, file)


def test_what_waits_for_ever_is_ended(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "_WAITING", 1)
    assert f"{file}: there was no end to it after 1 seconds" in refused(
        lambda at: signal.pause(), file
    )


def test_what_fills_the_memory_is_ended(file: Path) -> None:
    most = apart.MEMORY[0] // 2**20
    assert f"{file}: it takes more than {most} MB of memory to read" in refused(
        lambda at: len(bytearray(2 * apart.MEMORY[0])), file
    )


def test_errors_of_readers_come_through_as_they_are(file: Path) -> None:
    def damaged(at: At) -> None:
        raise UnreadableFileError(f"{file}: page 1 is damaged")

    assert refused(damaged, file) == f"{file}: page 1 is damaged"


def test_a_bug_of_ours_comes_through_with_its_place(file: Path) -> None:
    def wrong(at: At) -> None:
        raise AssertionError("ours")

    with pytest.raises(AssertionError, match="ours") as told:
        apart.apart(wrong, file)
    assert "in wrong" in told.value.__notes__[0]


def test_larger_files_may_take_more_but_never_without_end(file: Path) -> None:
    small = apart._allowed((file,))
    os.truncate(file, 2**20)
    middle = apart._allowed((file,))
    os.truncate(file, 2**40)
    assert small < middle < apart._allowed((file,))
    assert apart._allowed((file,)) == (apart.MEMORY[2], int(apart.SECONDS[2]))
