"""What builds can use again: an entry is what was kept, or none; nothing is left behind."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from builder import caches
from builder.caches import cache_folder, keep, kept


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder of its own, not looked at yet."""
    monkeypatch.setattr(caches, "cache_folder", cache_folder.__wrapped__)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "paperdeck"


def test_what_was_kept_is_found_again(tmp_path: Path) -> None:
    keep(tmp_path / "entry", b"drawn")
    assert kept(tmp_path / "entry") == b"drawn"
    assert [path.name for path in tmp_path.iterdir()] == ["entry"]


@pytest.mark.parametrize("at", [0, 20, 35, -1])
def test_an_entry_that_was_changed_or_cut_short_is_none(at: int, tmp_path: Path) -> None:
    entry = tmp_path / "entry"
    keep(entry, b"drawn" * 100)
    whole = bytearray(entry.read_bytes())
    entry.write_bytes(whole[:at])
    assert kept(entry) is None
    whole[at] ^= 1
    entry.write_bytes(whole)
    assert kept(entry) is None


def test_what_a_killed_process_left_goes_and_what_another_writes_stays(home: Path) -> None:
    home.mkdir()
    ended = os.fork()
    if not ended:
        os._exit(0)
    os.waitpid(ended, 0)
    for process in (ended, os.getppid()):
        (home / f"entry.{process}.part").write_bytes(b"unfinished")
    assert caches.cache_folder() == home
    assert [path.name for path in home.iterdir()] == [f"entry.{os.getppid()}.part"]


def test_what_is_older_than_the_process_that_has_its_number_now_goes(home: Path) -> None:
    home.mkdir()
    left = home / f"entry.{os.getppid()}.part"
    left.write_bytes(b"unfinished")
    os.utime(left, (1, 1))
    caches.cache_folder()
    assert not left.exists()


def test_of_too_many_entries_the_oldest_go(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(caches, "_MOST", 5)
    monkeypatch.setattr(caches, "_KEPT", 3)
    home.mkdir()
    for number in range(6):
        (home / str(number)).write_bytes(b"")
        os.utime(home / str(number), (number, number))
    caches.cache_folder()
    assert sorted(path.name for path in home.iterdir()) == ["3", "4", "5"]


def test_a_home_that_is_no_folder_has_no_cache(home: Path) -> None:
    home.write_text("a file")
    assert caches.cache_folder() is None
