"""Finished files put in their place: whole, together, and by one build at a time.

    with writing(out, ...) as place:      the output folder is held
        part = place.part(target)         where to write what will be `target`
        place.put({part: target, ...})    all of them, or none

What is unfinished lies in `<out>/.paperdeck` under the name of its process.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from builder.frozen import dataclass
from builder.machine import ELSEWHERE, refusal, trying
from builder.placing import journal, lock
from builder.placing.journal import OLD, PART, STOPPED_BETWEEN, Move, flush, interrupted, is_file
from builder.problems import MachineError, Problem
from builder.signals import later

__all__ = [
    "STOPPED_BETWEEN",
    "OutputFolder",
    "flush",
    "interrupted",
    "keep",
    "state",
    "tidy",
    "writing",
]

_STATE: Final = ".paperdeck"
_ASIDE: Final = ".aside"
_UNDONE_NEXT: Final = "the next build finishes or undoes this, until then `compare` tells"


def state(out: Path) -> Path:
    """Return the folder in which builds into `out` keep what is theirs."""
    return out / _STATE


@dataclass(frozen=True)
class OutputFolder:
    """An output folder that this process holds; `aside` is what stood in its way, renamed."""

    out: Path
    aside: tuple[Path, ...] = ()

    def part(self, name: str) -> Path:
        """Return where to write a file that is called `name` meanwhile: a path of this process."""
        return state(self.out) / f"{os.getpid()}-{name}{PART}"

    def put(self, parts: Mapping[Path, Path]) -> None:
        """Put finished files in place of their targets: all of them, or none.

        Raises:
            MachineError: one cannot be put there; each target is what it was before.
        """
        held = state(self.out)
        moves = []
        with later():
            for part, target in parts.items():
                with trying("written", target, ELSEWHERE):
                    flush(part)
                    old = self._kept(target, part.with_suffix(OLD))
                moves.append(
                    Move(part.name, target.name, old.name if old else "", journal.digest(part))
                )
            with trying("written to", self.out, ELSEWHERE):
                journal.write(held, tuple(moves), f"{os.getpid()}.journal{PART}")
            _finish(self.out, tuple(moves))

    def _kept(self, target: Path, old: Path) -> Path | None:
        """Keep the file that a target is now under another name too, until the swap is done."""
        if not os.path.lexists(target):
            return None
        old.unlink(missing_ok=True)
        try:
            os.link(target, old, follow_symlinks=False)
        except (OSError, NotImplementedError):  # a file system that knows one name a file
            import shutil

            shutil.copy2(target, old, follow_symlinks=False)
            if is_file(old):
                flush(old)
        return old


def tidy(out: Path, waiting: Callable[[str], None]) -> None:
    """Finish or undo what a killed build began in an output folder, and remove what it left.

    Files that are of different builds must be mended; that others are left is no harm, and they
    are where another build is at work.

    Raises:
        MachineError: files of different builds cannot be mended.
    """
    if interrupted(out):
        with writing(out, waiting):
            return
    if journal.exists(state(out)) or any(_left(out)):
        with suppress(MachineError), writing(out, waiting, patience=0):
            return


@contextmanager
def writing(
    out: Path, waiting: Callable[[str], None], patience: float | None = None
) -> Iterator[OutputFolder]:
    """Hold an output folder, making it where there is none; `waiting` is told if that takes time.

    Another build is waited for as long as `patience` says, in seconds.

    What a killed build left is finished or undone first. Unfinished files are gone afterwards.

    Raises:
        MachineError: the folder cannot be made or written to, or another build holds it.
    """
    aside: list[Path] = []
    handle = _held(out, waiting, lock.WAIT if patience is None else patience, aside)
    try:
        _mend(out)
        _sweep(out)
        yield OutputFolder(out, tuple(aside))
    finally:
        with later():
            if not journal.exists(state(out)):
                _sweep(out)
            with suppress(OSError):  # a disk far away may complain now, of nothing that matters
                os.close(handle)


def keep(path: Path, data: bytes) -> None:
    """Write a file as a whole: it is there, new and on the disk, or what was there stays.

    Raises:
        MachineError: it cannot be written.
    """
    part = path.with_name(f".{os.getpid()}{PART}")
    try:
        with trying("written", path):
            part.write_bytes(data)
            flush(part)
            part.replace(path)
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _held(out: Path, waiting: Callable[[str], None], patience: float, aside: list[Path]) -> int:
    """Make the folders that are wanted and take the lock; return its open file.

    What stands in the way gets another name, which is added to `aside`.
    """
    held = state(out)
    with trying("made", out, ELSEWHERE):
        out.mkdir(parents=True, exist_ok=True)
    while True:
        with trying("written to", out, ELSEWHERE):
            if os.path.lexists(held) and (held.is_symlink() or not held.is_dir()):
                aside.append(_set_aside(held))
            held.mkdir(exist_ok=True)
        try:
            with trying("written to", out, ELSEWHERE):
                return lock.acquire(held, waiting, patience)
        except lock.NotALockError:
            with trying("moved aside", held / lock.NAME):
                aside.append(_set_aside(held / lock.NAME))


def _set_aside(path: Path) -> Path:
    """Give what stands in our way another name, and return it: it may be somebody's."""
    number = 1
    while os.path.lexists(aside := path.with_name(f"{path.name}{_ASIDE}-{number}")):
        number += 1
    return path.rename(aside)


def _mend(out: Path) -> None:
    """Finish or undo what a build was stopped in."""
    held = state(out)
    if not journal.exists(held):
        return
    moves = journal.read(held)
    if all(_can_end(out, move) for move in moves):
        _finish(out, moves)
    else:
        _undo(out, moves)
    with trying("removed", held):
        journal.remove(held)


def _can_end(out: Path, move: Move) -> bool:
    """Say whether a file is in its place, or can still be put there."""
    return is_file(state(out) / move.part) or is_file(out / move.target)


def _finish(out: Path, moves: tuple[Move, ...]) -> None:
    """Put every file that waits in its place, or, where one cannot be, every one back.

    Raises:
        MachineError: one cannot be put there.
    """
    held = state(out)
    for move in moves:
        if not is_file(held / move.part):
            continue
        try:
            (held / move.part).replace(out / move.target)
        except OSError as error:
            refused = refusal(error, out / move.target, "replaced", ELSEWHERE)
            try:
                _undo(out, moves)
            except MachineError as worse:
                refused = _both(refused.problem, worse.problem)
            raise refused from error
    with suppress(OSError):  # the files are there; that a disk cannot say so loses none
        flush(out)
    with suppress(OSError):
        journal.remove(held)


def _undo(out: Path, moves: tuple[Move, ...]) -> None:
    """Put back the files that were there before the swap.

    Raises:
        MachineError: one cannot be put back; the journal stays, for the next build to do it.
    """
    held = state(out)
    for move in moves:
        if is_file(held / move.part) or not is_file(out / move.target):
            continue
        with trying("put back", out / move.target):
            if journal.digest(out / move.target) != move.digest:
                continue
            if move.old and os.path.lexists(held / move.old):
                (held / move.old).replace(out / move.target)
            elif not move.old:
                (out / move.target).unlink(missing_ok=True)
    with trying("removed", held):
        journal.remove(held)


def _both(first: Problem, then: Problem) -> MachineError:
    """Return what was refused, and what was when the files before it were to be put back."""
    found = f"{first.found}; and {then.place} {then.found}"
    return MachineError(Problem(first.place, found, f"{first.hint}; {_UNDONE_NEXT}"))


def _sweep(out: Path) -> None:
    """Remove what killed builds left unfinished, and what earlier versions kept here.

    Only the holder of the lock may: nobody else's unfinished file can be there then.
    """
    for path in _left(out):
        with suppress(OSError):
            journal.clear(path)


def _left(out: Path) -> Iterator[Path]:
    """Yield what is unfinished in an output folder, and the charts that earlier versions kept."""
    held = state(out)
    if held.is_symlink():  # it is no folder of ours
        return
    with suppress(OSError):
        for path in [*held.iterdir(), *out.glob(f".*.pdf{PART}"), *out.glob(f".*.pptx{PART}")]:
            if path.name.endswith((PART, OLD)) or path.name == "charts":
                yield path
