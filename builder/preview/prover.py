"""Files made and proved beside the preview, by a process of its own that builds again and again;
and how the latest build stands: plain data, as the page is told.

The one process shows what is saved; this one has the other processor. It is asked by a line of JSON
on its standard input, answers by one on its standard output, and ends with the input.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, Queue
from threading import Lock, Thread
from time import perf_counter, time
from typing import Any, Final

from builder.files import allowed

_LAST: Final = 2.0  # seconds that it may take to end
_LONGEST: Final = 60.0  # seconds that another file may be waited for
_GONE: Final = "the process that makes the files has ended: save again to begin another"
_GENTLY: Final = 5  # what is shown goes before what is proved


@dataclass(frozen=True)
class Proved:
    """What came of a build: its number, the one file that was asked for (empty: both), the key of
    the content that it is of, and its files.
    """

    number: int
    medium: str
    key: str
    seconds: float
    files: tuple[Mapping[str, Any], ...] = ()
    problems: tuple[Mapping[str, Any], ...] = ()
    message: str = ""


class Prover:
    """The process that proves, begun when it is first needed and again where it has died."""

    def __init__(self, folder: Path, out: Path, done: Callable[[Proved], None]) -> None:
        begin = f"import sys; from {__name__} import main; main(*sys.argv[1:])"
        more = [each for allow in allowed() for each in ("--allow", str(allow))]
        self._command = [sys.executable, "-c", begin, str(folder), str(out), *more]
        self._done = done
        self._process: subprocess.Popen[str] | None = None
        self._lock, self._stopped = Lock(), False
        self._asked: list[Mapping[str, Any]] = []
        self._busy, self._number = False, 0
        self._others, self._waiting = Queue[Proved](), Lock()

    def prove(self, number: int, medium: str = "") -> None:
        """Let the files be made: both, or another one."""
        with self._lock:
            if not medium:
                self._asked = [ask for ask in self._asked if ask["medium"]]
            self._asked.append({"number": number, "medium": medium})
            if not self._busy:
                self._next()

    def made(self, medium: str) -> Proved | None:
        """Let another file be made, and wait for it; None where it takes too long."""
        with self._waiting:
            while not self._others.empty():
                self._others.get()
            self.prove(0, medium)
            try:
                return self._others.get(timeout=_LONGEST)
            except Empty:
                return None

    def stop(self) -> None:
        """End the process."""
        with self._lock:
            self._stopped, process = True, self._process
        if process is None:
            return
        with suppress(OSError):
            if process.stdin is not None:
                process.stdin.close()
        try:
            process.wait(_LAST)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def _next(self) -> None:
        if not self._asked or self._stopped:
            return
        if self._process is None or self._process.poll() is not None:
            self._begin()
        process, ask = self._process, self._asked.pop(0)
        if process is not None and process.stdin is not None:
            self._busy, self._number = True, ask["number"]
            with suppress(OSError):
                process.stdin.write(json.dumps(ask) + "\n")
                process.stdin.flush()

    def _begin(self) -> None:
        process = subprocess.Popen(
            self._command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            start_new_session=True,  # Ctrl-C is for the preview, which ends this one
        )
        self._process = process
        Thread(target=self._listen, args=(process,), name="prover", daemon=True).start()

    def _listen(self, process: subprocess.Popen[str]) -> None:
        assert process.stdout is not None
        with process.stdout:
            self._take(process.stdout)
        with self._lock:
            lost, self._busy = self._busy and not self._stopped, False
        if lost:
            self._done(Proved(self._number, "", "", 0.0, message=_GONE))

    def _take(self, said: Iterable[str]) -> None:
        """Hand on what the process answers, and ask it for what is waited for next."""
        for line in said:
            told = json.loads(line)
            files, problems = tuple(told.pop("files")), tuple(told.pop("problems"))
            proved = Proved(**told, files=files, problems=problems)
            if proved.medium:
                self._others.put(proved)
            else:
                self._done(proved)
            with self._lock:
                self._busy = False
                self._next()


def main(folder: str, out: str, *more: str) -> None:
    """Build as often as a line of standard input asks for it."""
    from builder.files import allowing

    with suppress(OSError, AttributeError):
        os.nice(_GENTLY)
    with allowing(tuple(map(Path, more[1::2]))):
        for line in sys.stdin:
            answer = _answered(Path(folder), Path(out), json.loads(line))
            sys.stdout.write(json.dumps(answer) + "\n")
            sys.stdout.flush()


def _answered(folder: Path, out: Path, ask: Mapping[str, Any]) -> dict[str, Any]:
    from builder.outputs import BOTH
    from builder.preview.told import problems_data
    from builder.problems import ContentError, MachineError
    from builder.project import Project
    from builder.up_to_date import key

    began = perf_counter()
    media = (ask["medium"],) if ask["medium"] else BOTH
    answer: dict[str, Any] = {
        "number": ask["number"],
        "medium": ask["medium"],
        "key": "",
        "files": [],
        "problems": [],
        "message": "",
    }
    try:
        answer["key"] = key(folder, out)
        outcome = Project(folder, out).build(media)
        made = zip(media, outcome.files, strict=True)
        answer["files"] = [
            {
                "medium": medium,
                "name": written.path.name,
                "url": f"file/{medium}",
                "proved": True,
                "bytes": written.path.stat().st_size,
            }
            for medium, written in made
        ]
    except ContentError as error:
        answer["problems"] = problems_data(error.problems, folder.as_posix())
        answer["message"] = error.problems[0].found
    except MachineError as error:
        answer["message"] = str(error)
    except Exception as error:
        answer["message"] = f"{type(error).__name__}: {error}"
    answer["seconds"] = round(perf_counter() - began, 3)
    return answer


@dataclass
class Stand:
    """How the latest build went: its number, what changed, when that was saved, and its parts.

    `status` is building, shown, proved or broken; `seen` says that all that is in view is told,
    `old` that what is shown is of an earlier build. `key` is of the content as it was read. Seconds
    are counted from when it began.
    """

    number: int = 0
    names: tuple[str, ...] = ()
    saved: float = 0.0
    shown: float = 0.0
    key: str = ""
    status: str = "building"
    message: str = ""
    seen: bool = False
    old: bool = False
    proved: float = 0.0

    def in_view(self) -> dict[str, Any]:
        """Take that all that is in view is told; return it as the page is told."""
        self.seen = True
        return self.data()

    def data(self) -> dict[str, Any]:
        """Return it as the page is told."""
        return {
            "number": self.number,
            "status": self.status,
            "save": self.saved,
            "seconds": {"shown": round(self.shown, 3), "proved": round(self.proved, 3)},
            "changed": list(self.names),
            "message": self.message,
            "seen": self.seen,
            "old": self.old,
        }


def changed_at(folder: Path, names: tuple[str, ...]) -> float:
    """Return when the latest of some files was changed, in milliseconds since 1970."""
    times = []
    for name in names:
        try:
            times.append((folder / name).stat().st_mtime)
        except OSError:
            times.append(time())
    return round(max(times, default=0.0) * 1000, 1)
