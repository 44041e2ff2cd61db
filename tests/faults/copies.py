"""Commands as copies of this process, which has built before: real processes, ten times as quick.

Most of a small build is loading its libraries. A copy has a session, a folder, an environment and
files of its own, takes signals and is killed as any command; only its start has been done before.
"""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import sys
import time
import traceback
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final, NoReturn

_CACHE: Final = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
FONTS: Final = Path(os.environ.get("MPLCONFIGDIR") or Path(_CACHE, "matplotlib"))
"""Where matplotlib keeps its list of the machine's fonts, which takes seconds to make."""


class Copy:
    """A copy at work, with what is used here of the interface of `subprocess.Popen`."""

    def __init__(self, pid: int) -> None:
        self.pid = pid
        self.returncode: int | None = None

    def poll(self) -> int | None:
        """Return the exit status, -n for a signal; None while it is at work."""
        if self.returncode is None:
            found, status = os.waitpid(self.pid, os.WNOHANG)
            if found:
                self.returncode = os.waitstatus_to_exitcode(status)
        return self.returncode

    def wait(self, timeout: float | None = None) -> int:
        """Return the exit status once it has ended.

        Raises:
            TimeoutExpired: it had not after so many seconds.
        """
        end = None if timeout is None else time.monotonic() + timeout
        while (status := self.poll()) is None:
            if end is not None and time.monotonic() > end:
                raise subprocess.TimeoutExpired("copy", timeout or 0)
            time.sleep(0.002)
        return status

    def send_signal(self, number: int) -> None:
        """Send a signal to it alone."""
        if self.poll() is None:
            with suppress(ProcessLookupError):
                os.kill(self.pid, number)

    def kill(self) -> None:
        """End it at once."""
        self.send_signal(signal.SIGKILL)


def warm(content: Path, folder: Path) -> None:
    """Build once within this process, so that its copies find all loaded.

    Raises:
        RuntimeError: the build did not end well.
    """
    import builder.workers
    from builder.cli import run

    kept, environment = builder.workers.has_room, dict(os.environ)
    os.environ |= {
        "HOME": str(folder),
        "XDG_CACHE_HOME": str(folder / "cache"),
        "MPLCONFIGDIR": str(FONTS),
    }
    builder.workers.has_room = lambda: False
    try:
        if run(["build", str(content), "--out", str(folder / "out"), "--quiet"]):
            raise RuntimeError("a build within this process did not end well")
    finally:
        builder.workers.has_room = kept
        _take(environment)
    _forget()


def copy(
    words: tuple[str, ...], folder: Path, environment: Mapping[str, str], done: Path, errors: Path
) -> Copy:
    """Start a command as a copy that works in a folder; what it says goes to two files."""
    sys.stdout.flush()
    sys.stderr.flush()
    ready, says_so = os.pipe()
    pid = os.fork()
    if not pid:
        os.setsid()
        os.close(ready)
        os.close(says_so)
        _become(words, folder, environment, (Path(os.devnull), done, errors))
    os.close(says_so)
    os.read(ready, 1)  # to the end: signals reach it from now on
    os.close(ready)
    return Copy(pid)


def _become(
    words: tuple[str, ...], folder: Path, environment: Mapping[str, str], files: tuple[Path, ...]
) -> NoReturn:
    status = 70
    try:
        os.chdir(folder)
        for number, path in enumerate(files):
            file = os.open(path, os.O_RDWR | os.O_CREAT | (os.O_TRUNC if number else 0), 0o644)
            os.dup2(file, number)
            os.close(file)
        for each in (signal.SIGTERM, signal.SIGHUP):
            signal.signal(each, signal.SIG_DFL)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        _take(environment)
        if "LD_PRELOAD" in environment:
            ctypes.CDLL(environment["LD_PRELOAD"]).begin()
        status = _status(words)
    except BaseException:
        traceback.print_exc()
    finally:
        with suppress(BaseException):
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(status)


def _status(words: tuple[str, ...]) -> int:
    from builder.cli import main

    sys.argv = ["paperdeck", *words]
    try:
        main()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    return 0


def _forget() -> None:
    """Forget what was learnt of this process's environment, which no copy has."""
    from builder import caches

    for learnt in vars(caches).values():
        if hasattr(learnt, "cache_clear"):
            learnt.cache_clear()


def _take(environment: Mapping[str, str]) -> None:
    os.environ.clear()
    os.environ.update(environment)
