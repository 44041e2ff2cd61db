"""What builds can use again, in the user's own cache folder: takes a name, returns its bytes.

It lies there and not in the output folder, so that a folder from elsewhere brings none. Each
entry begins with the SHA-256 of what follows: one that was cut short or changed is none.
"""

from __future__ import annotations

import hashlib
import os
import stat
import sys
import time
import zlib
from collections.abc import Sequence
from contextlib import suppress
from functools import cache
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any, Final, TypeAlias

Written: TypeAlias = tuple[Any, Sequence[bytes]]
"""What JSON holds, and bytes besides."""

_ENDS: Final = b"\n"  # what JSON holds
_DIGEST_SIZE: Final = hashlib.sha256().digest_size
_PART: Final = ".part"
_MOST: Final = 4000
"""Entries; a chart of one edition is one, of some ten kilobytes."""
_KEPT: Final = 3000
_LARGEST: Final = 64 * 2**20  # bytes of one entry, unpacked
_QUICKLY: Final = 1
"""How hard entries are compressed: to make a book of patterns a third smaller takes four times as
long."""


@cache
def cache_folder() -> Path | None:
    """Return the user's cache folder for Paperdeck, made if need be.

    It is None where it cannot be written, or is not the user's own: all is then made anew.
    """
    try:
        folder = _caches() / "paperdeck"
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        status = folder.stat()
    except (OSError, RuntimeError):  # there is no home
        return None
    owned = not hasattr(os, "getuid") or status.st_uid == os.getuid()
    if not owned or not writable(folder):
        return None
    _prune(folder)
    return folder


def writable(folder: Path) -> bool:
    """Say whether files can be put into a folder, which is there."""
    return os.access(folder, os.W_OK | os.X_OK)


def _caches() -> Path:
    """Return where this system keeps a user's caches (XDG Base Directory Specification 0.8).

    Raises:
        RuntimeError: there is no home folder.
    """
    named = os.environ.get("XDG_CACHE_HOME", "")
    if os.path.isabs(named):  # others are to be ignored
        return Path(named)
    if sys.platform == "win32" and os.environ.get("LOCALAPPDATA"):
        return Path(os.environ["LOCALAPPDATA"])
    return Path.home() / ("Library/Caches" if sys.platform == "darwin" else ".cache")


def kept(path: Path) -> bytes | None:
    """Return what was kept under a path of the cache; None where that is nothing, or not sound."""
    try:
        stored = _read(path)
        unpacking = zlib.decompressobj()
        data = unpacking.decompress(stored[_DIGEST_SIZE:], _LARGEST)
    except (OSError, zlib.error):
        return None
    sound = unpacking.eof and hashlib.sha256(data).digest() == stored[:_DIGEST_SIZE]
    return data if sound else None


def _read(path: Path) -> bytes:
    """Return an ordinary file's bytes.

    Raises:
        OSError: it is no ordinary file, or cannot be read.
    """
    with open(os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0)), "rb") as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise FileNotFoundError(path)
        return file.read()


def keep(path: Path, data: bytes) -> None:
    """Keep data under a path of the cache; a cache that cannot be written costs only this.

    It is put there as a whole, so that two builds may share the cache.
    """
    part = path.with_name(f"{path.name}.{os.getpid()}{_PART}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(hashlib.sha256(data).digest() + zlib.compress(data, _QUICKLY))
        part.replace(path)
    except OSError:
        return
    finally:
        _unlink(part)


def kept_parts(path: Path) -> Written | None:
    """Return what was kept under a path by `keep_parts`; None where that is nothing, or not sound.

    Raises:
        ValueError: something else was kept there.
    """
    import json

    stored = kept(path)
    if stored is None:
        return None
    head, _, rest = stored.partition(_ENDS)
    told, sizes = json.loads(head)
    ends = tuple(accumulate(sizes, initial=0))
    return told, [rest[start:end] for start, end in pairwise(ends)]


def keep_parts(path: Path, told: Any, parts: Sequence[bytes]) -> None:
    """Keep under a path of the cache what JSON holds, and bytes besides."""
    import json

    head = json.dumps([told, list(map(len, parts))]).encode()
    keep(path, b"".join([head, _ENDS, *parts]))


def forget(process: int) -> None:
    """Remove what a process of this number, which has ended, left unfinished in the cache."""
    folder = cache_folder()
    with suppress(OSError):
        for path in folder.glob(f"*.{process}{_PART}") if folder else ():
            _unlink(path)


def _prune(folder: Path) -> None:
    """Remove what killed builds left unfinished, and the oldest of too many entries."""
    with suppress(OSError):
        entries = []
        for entry in os.scandir(folder):
            if entry.name.endswith(_PART):
                if not _runs(entry.name.split(".")[-2], entry.stat().st_mtime):
                    _unlink(entry.path)
            elif entry.is_file(follow_symlinks=False):
                entries.append(entry)
        if len(entries) > _MOST:
            entries.sort(key=lambda entry: entry.stat(follow_symlinks=False).st_mtime)
            for entry in entries[:-_KEPT]:
                _unlink(entry.path)


def _runs(process: str, wrote: float) -> bool:
    """Say whether a process of this number that wrote something at a time runs, or may."""
    if os.name == "nt" or not process.isdecimal():
        return True
    try:
        os.kill(int(process), 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return _began(process) <= wrote + 1


def _began(process: str) -> float:
    """Return when a process that is there began, in seconds of the epoch; 0 if nobody can say.

    On Linux (proc(5)): numbers of processes that have ended are given to others. One that has
    ended and is still listed began never.
    """
    try:
        told = (
            Path("/proc", process, "stat").read_text("ascii", "replace").rpartition(")")[2].split()
        )
        up = float(Path("/proc/uptime").read_text("ascii").split()[0])
    except OSError:
        return 0
    if told[0] in "ZX":
        return float("inf")
    return time.time() - up + int(told[19]) / os.sysconf("SC_CLK_TCK")


def _unlink(path: str | Path) -> None:
    with suppress(OSError):
        os.unlink(path)
