"""Files put in their place together: whatever stops it, both are old or both are new."""

from __future__ import annotations

import errno
import json
import os
import signal
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from builder.placing import interrupted, keep, state, tidy, writing
from builder.problems import MachineError
from tests.shares import share

NAMES = ("a.pdf", "a.pptx")
CALLS = ("link", "replace", "fsync", "unlink")


def silent(_stage: str) -> None:
    pass


def said(out: Path) -> list[str]:
    return [
        (out / name).read_text() if (out / name).exists() else "nothing there" for name in NAMES
    ]


def put(out: Path, text: str) -> None:
    with writing(out, silent) as place:
        parts = {place.part(name[2:]): out / name for name in NAMES}
        for part in parts:
            part.write_text(text)
        place.put(parts)


def left(out: Path) -> set[str]:
    return {path.name for path in state(out).iterdir()} | {path.name for path in out.iterdir()}


def in_a_child(work: Callable[[], None]) -> int:
    """Do some work in a copy of this process, which is gone afterwards; return its status."""
    child = os.fork()
    if not child:
        try:
            work()
            os._exit(0)
        except BaseException:
            os._exit(1)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def at_call(number: int, act: Callable[[], None]) -> Callable[[], int]:
    """Let a system call of the swap `act` when it is the one of that number; count them."""
    count = 0

    def watched(name: str) -> None:
        known = getattr(os, name)

        def called(*arguments: object, **named: object) -> object:
            nonlocal count
            count += 1
            if count == number:
                act()
            return known(*arguments, **named)

        setattr(os, name, called)

    for name in CALLS:
        watched(name)
    return lambda: count


def calls_of(old: bool, tmp_path: Path) -> int:
    """Return how many calls a swap makes, with files before it or without."""
    out = tmp_path / "counted"
    if old:
        put(out, "old")
    told = tmp_path / "count"

    def counted() -> None:
        count = at_call(-1, lambda: None)
        put(out, "new")
        told.write_text(str(count()))

    assert in_a_child(counted) == 0
    return int(told.read_text())


@pytest.mark.longer
@pytest.mark.parametrize("old", [True, False], ids=["over old files", "into an empty folder"])
def test_a_swap_killed_at_any_call_is_finished_or_undone_by_the_next_build(
    old: bool, tmp_path: Path
) -> None:
    before = "old" if old else "nothing there"
    seen = set()
    for number in range(1, calls_of(old, tmp_path) + 1):
        out = tmp_path / str(number)
        if old:
            put(out, "old")

        def killed(out: Path = out, number: int = number) -> None:
            at_call(number, lambda: os.kill(os.getpid(), signal.SIGKILL))
            put(out, "new")

        assert in_a_child(killed) == -signal.SIGKILL
        seen.add(tuple(said(out)))
        assert interrupted(out) == (len(set(said(out))) > 1)
        tidy(out, silent)
        assert said(out) in ([before] * 2, ["new"] * 2)
        assert not interrupted(out)
        assert left(out) <= {".paperdeck", "lock", *NAMES}
    assert seen == {(before, before), ("new", before), ("new", "new")}


@pytest.mark.longer
@pytest.mark.parametrize(
    "old", share([True, False], 2, ids=["over old files", "into an empty folder"])
)
@pytest.mark.parametrize("code", share([errno.ENOSPC, errno.EIO, errno.EACCES], 3))
def test_a_swap_that_the_disk_refuses_changes_both_files_or_none(
    old: bool, code: int, tmp_path: Path
) -> None:
    before = "old" if old else "nothing there"
    for number in range(1, calls_of(old, tmp_path) + 1):
        out = tmp_path / str(number)
        if old:
            put(out, "old")

        def refused(out: Path = out, number: int = number) -> None:
            def fail() -> None:
                raise OSError(code, os.strerror(code))

            at_call(number, fail)
            with suppress(MachineError):
                put(out, "new")

        assert in_a_child(refused) == 0
        assert said(out) in ([before] * 2, ["new"] * 2)
        put(out, "newer")
        assert said(out) == ["newer"] * 2
        assert left(out) == {".paperdeck", "lock", *NAMES}


def test_where_the_files_before_cannot_be_put_back_both_refusals_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, "old")
    replace = os.replace

    def only_the_first(source: Path, target: Path) -> None:
        if str(target).endswith("a.pptx") or said(tmp_path)[0] == "new":
            raise OSError(errno.EROFS, os.strerror(errno.EROFS))
        replace(source, target)

    monkeypatch.setattr(os, "replace", only_the_first)
    with pytest.raises(MachineError) as told:
        put(tmp_path, "new")
    monkeypatch.undo()
    assert str(told.value) == (
        f"{tmp_path}/a.pptx: error: cannot be replaced: the disk can be read only; and"
        f" {tmp_path}/a.pdf cannot be put back: the disk can be read only\n"
        "  make it writable, or name another folder: --out DIR;"
        " the next build finishes or undoes this, until then `compare` tells"
    )
    assert said(tmp_path) == ["new", "old"]
    assert interrupted(tmp_path)
    tidy(tmp_path, silent)
    assert said(tmp_path) == ["new", "new"]


@pytest.mark.parametrize(
    "moves",
    [
        [("x.part", "../other.pdf", "")],
        [("x.part", "mine.pdf", ""), ("y.part", "none.pdf", "")],
        [("y.part", "mine.pdf", "x.old"), ("z.part", "none.pdf", "")],
        [("\0.part", "mine.pdf", "")],
        [("\ud800.part", "mine.pdf", "")],
        [("y.part", "mine.pdf", ["old"])],
    ],
)
def test_a_journal_from_elsewhere_touches_no_file_that_is_not_its_own(
    moves: list[tuple[str, str, object]], tmp_path: Path
) -> None:
    out, other = tmp_path / "out", tmp_path / "other.pdf"
    state(out).mkdir(parents=True)
    for path in (other, out / "mine.pdf"):
        path.write_text("mine")
    (state(out) / "x.old").write_text("theirs")
    names = ("part", "target", "old", "digest")
    listed = [dict(zip(names, (*move, "0" * 64), strict=True)) for move in moves]
    (state(out) / "journal.json").write_text(json.dumps({"format": 1, "moves": listed}))
    interrupted(out)
    put(out, "new")
    assert other.read_text() == "mine"
    assert (out / "mine.pdf").read_text() == "mine"
    assert said(out) == ["new"] * 2
    assert left(out) == {".paperdeck", "lock", "mine.pdf", *NAMES}


@pytest.mark.parametrize(
    "spoil",
    [
        lambda folder: folder.write_text("somebody's"),
        lambda folder: folder.symlink_to("/nowhere"),
        lambda folder: (folder / "lock").mkdir(parents=True),
        lambda folder: (folder.mkdir(), os.mkfifo(folder / "lock")),
        lambda folder: (folder.mkdir(), (folder / "lock").symlink_to("/etc/hostname")),
        lambda folder: (folder / "journal.json").mkdir(parents=True),
        lambda folder: (folder.mkdir(), os.mkfifo(folder / "journal.json")),
        lambda folder: (folder.mkdir(), (folder / "journal.json").write_text("[" * 200_000)),
    ],
    ids=[
        "a file",
        "a link",
        "lock folder",
        "lock FIFO",
        "lock link",
        "journal folder",
        "FIFO",
        "[",
    ],
)
def test_what_stands_in_the_way_is_set_aside_or_made_anew(
    spoil: Callable[[Path], object], tmp_path: Path
) -> None:
    spoil(state(tmp_path))
    put(tmp_path, "new")
    assert said(tmp_path) == ["new"] * 2
    aside = [*tmp_path.glob("*aside*"), *state(tmp_path).glob("*aside*")]
    assert all("aside-1" in path.name for path in aside)


def test_a_second_build_waits_and_then_says_who_holds_the_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("builder.placing.lock.WAIT", 0.2)
    told: list[str] = []
    with writing(tmp_path, silent):
        with pytest.raises(MachineError) as refused, writing(tmp_path, told.append):
            pass
        assert f"another build is writing there (process {os.getpid()}" in str(refused.value)
    assert told == ["waiting for another build"]
    with writing(tmp_path, told.append):
        pass
    assert told == ["waiting for another build"]


def test_what_is_left_does_not_matter_while_another_build_writes(tmp_path: Path) -> None:
    with writing(tmp_path, silent) as place:
        place.part("pdf").write_text("unfinished")
        tidy(tmp_path, silent)
        assert place.part("pdf").exists()
    assert left(tmp_path) == {".paperdeck", "lock"}


def test_a_file_is_kept_as_a_whole_or_not_at_all(tmp_path: Path) -> None:
    keep(tmp_path / "one", b"first")
    (tmp_path / "two").mkdir()
    with pytest.raises(MachineError, match="cannot be written: a folder stands there"):
        keep(tmp_path / "two", b"second")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["one", "two"]
