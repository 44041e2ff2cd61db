"""A content folder watched: yields the names of files whenever something in it is saved.

Files that are half saved, renamed or deleted are only changes, and so is a folder that is moved
away and comes back: what is then there is for the build to judge.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from time import sleep
from typing import TYPE_CHECKING, Final, TypeAlias

from builder.signals import later

if TYPE_CHECKING:
    from watchfiles import Change

_Identity: TypeAlias = tuple[int, int, int]
SETTLED: Final = 50
"""Milliseconds without a change after which files count as saved."""
_AT_MOST: Final = 1000  # milliseconds that changes are waited for where they do not end
_LOOK: Final = 100  # milliseconds from one look whether the folder is still there to the next


def changes(
    folder: Path, out: Path, more: Iterable[Path] = (), settled: int = SETTLED
) -> Iterator[tuple[str, ...]]:
    """Yield, again and again, the names of the files that changed below a content folder.

    The first is yielded at once and is empty: from there on nothing that is saved is missed. What
    changes while the caller is at work is yielded afterwards, together. `more` are folders that
    links in the content may lead to; files count as saved after `settled` milliseconds without a
    change. Hidden files, those that editors save into meanwhile, and
    all below `out` are passed over. It ends by a signal only (`signals.Stopped`).
    """
    names: tuple[str, ...] = ()
    while True:
        here = _identity(folder)
        if here is None:
            with later():
                sleep(_LOOK / 1000)
        else:
            with suppress(OSError):  # it went while it was looked at
                yield from _changes_of(here, names, (folder, out, *more), settled)
            names = (folder.name,)  # another one may have its name soon


def _changes_of(
    here: _Identity, names: tuple[str, ...], folders: tuple[Path, ...], settled: int
) -> Iterator[tuple[str, ...]]:
    """Yield `names`, then what changes in one folder, until another one, or none, has its name."""
    from watchfiles import DefaultFilter, watch
    from watchfiles._rust_notify import WatchfilesRustInternalError

    folder, out, *more = folders
    usual = DefaultFilter()
    root, built = os.path.realpath(folder), os.path.realpath(out)

    def matters(change: Change, path: str) -> bool:
        inside = Path(os.path.relpath(path, root))
        hidden = any(part.startswith(".") and part != ".." for part in inside.parts)
        return usual(change, path) and not hidden and not Path(path).is_relative_to(built)

    watched = watch(
        root,
        *more,
        watch_filter=matters,
        debounce=_AT_MOST,
        step=settled,
        rust_timeout=_LOOK,
        yield_on_timeout=True,
    )
    waiting: tuple[str, ...] | None = names
    moved = False
    while True:
        try:
            with later():  # the library would swallow what a signal raises
                found = next(watched)
        except WatchfilesRustInternalError:
            return  # something changed whose name is no text: all is looked at anew
        if waiting is not None:  # it watches now
            yield waiting
            waiting = None
        paths = sorted({path for _, path in found})
        now = _identity(folder)
        if paths:
            # What an editor saved into meanwhile is gone again, and no news.
            there = [path for path in paths if os.path.exists(path)]
            yield tuple(_name(each, root) for each in there or paths)
        if now is None or now[:2] != here[:2] or (moved and not paths):
            return  # it was moved, or is another one
        # What its time says may only be what is told of a moment later.
        moved = now != here and not paths
        here = here if moved else now


def _name(path: str, root: str) -> str:
    return os.path.relpath(path, root) if Path(path).is_relative_to(root) else path


def _identity(folder: Path) -> _Identity | None:
    """Return what tells one folder from another of its name, or that was moved; None for none."""
    try:
        status = os.stat(folder)
    except OSError:
        return None
    return (status.st_dev, status.st_ino, status.st_ctime_ns)
