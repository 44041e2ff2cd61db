"""The lock on an output folder: one build at a time writes there; the kernel frees it.

The lock is on the open file, not in it: a build that is killed holds it no longer. What is
written in it says who holds it.
"""

from __future__ import annotations

import errno
import os
import stat
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from builder.problems import MachineError, Place, Problem

NAME: Final = "lock"
WAIT: Final = 20.0
"""Seconds for which a build waits for another one that writes into the same folder."""
_PAUSE: Final = 0.05
_HELD: Final = (errno.EACCES, errno.EAGAIN, errno.EDEADLK)
_LONGEST: Final = 200


class NotALockError(Exception):
    """What stands in the place of the lock is no file: a folder, a link, a FIFO."""


def acquire(state: Path, waiting: Callable[[str], None], patience: float) -> int:
    """Take the lock of a folder; return its open file, which frees the lock when it is closed.

    `waiting` is told once if another build must be waited for.

    Raises:
        MachineError: another build still holds it after `patience` seconds.
        NotALockError: there is something else in its place.
        OSError: the file cannot be made.
    """
    path, told = state / NAME, False
    end = time.monotonic() + patience
    while True:
        handle = _opened(path)
        try:
            if _taken(handle):
                if _is_still(path, handle):
                    _sign(handle)
                    return handle
                os.close(handle)  # it was removed while it was waited for
                continue
            holder = os.pread(handle, _LONGEST, 0).decode("utf-8", "replace").strip()
        except BaseException:
            os.close(handle)
            raise
        os.close(handle)
        if time.monotonic() >= end:
            raise _held_by(holder, state.parent)
        if not told:
            waiting("waiting for another build")
            told = True
        time.sleep(_PAUSE)


def _opened(path: Path) -> int:
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        handle = os.open(path, flags, 0o666)
    except OSError as error:
        if error.errno in (errno.ELOOP, errno.EISDIR, errno.ENXIO):
            raise NotALockError from error
        raise
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise NotALockError
    return handle


def _taken(handle: int) -> bool:
    """Say whether the lock is ours now; where a file system knows no locks, it always is."""
    try:
        if sys.platform == "win32":
            import msvcrt

            os.lseek(handle, 2 * _LONGEST, os.SEEK_SET)  # Windows lets nobody read what is locked
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno not in _HELD
    return True


def _is_still(path: Path, handle: int) -> bool:
    try:
        return os.path.samestat(path.lstat(), os.fstat(handle))
    except OSError:
        return False


def _sign(handle: int) -> None:
    """Write into the lock who holds it. That the disk is full does not matter here."""
    try:
        os.ftruncate(handle, 0)
        os.lseek(handle, 0, os.SEEK_SET)
        os.write(handle, f"process {os.getpid()}, since {time.strftime('%H:%M:%S')}\n".encode())
    except OSError:
        return


def _held_by(holder: str, out: Path) -> MachineError:
    who = f"another build is writing there ({holder or 'which one is not known'})"
    hint = "wait until it is done or end it, then run this again; --out DIR writes elsewhere"
    return MachineError(Problem(Place(str(out)), who, hint))
