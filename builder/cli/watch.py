"""`paperdeck watch`: builds whenever something is saved, until it is stopped.

Files that are half saved, renamed or deleted are only changes, and so is a folder that is moved
away and comes back: what is then there is for the build to judge.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter, sleep
from typing import TYPE_CHECKING, Final, TypeAlias

import click

from builder.cli.failed import failed
from builder.cli.options import on_content, print_problems, say, strictly
from builder.problems import ContentError
from builder.project import Project
from builder.signals import later

if TYPE_CHECKING:
    from watchfiles import Change

    from builder.up_to_date import Outcome

_Identity: TypeAlias = tuple[int, int, int]
_SETTLED: Final = 50  # milliseconds without a change after which files count as saved
_AT_MOST: Final = 1000  # milliseconds that changes are waited for where they do not end
_LOOK: Final = 100  # milliseconds from one look whether the folder is still there to the next


def changes(folder: Path, out: Path, more: Iterable[Path] = ()) -> Iterator[tuple[str, ...]]:
    """Yield, again and again, the names of the files that changed below a content folder.

    The first is yielded at once and is empty: from there on nothing that is saved is missed. What
    changes while the caller is at work is yielded afterwards, together. `more` are folders that
    links in the content may lead to. Hidden files, those that editors save into meanwhile, and
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
                yield from _changes_of(here, names, folder, out, tuple(more))
            names = (folder.name,)  # another one may have its name soon


def _changes_of(
    here: _Identity, names: tuple[str, ...], folder: Path, out: Path, more: tuple[Path, ...]
) -> Iterator[tuple[str, ...]]:
    """Yield `names`, then what changes in one folder, until another one, or none, has its name."""
    from watchfiles import DefaultFilter, watch

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
        step=_SETTLED,
        rust_timeout=_LOOK,
        yield_on_timeout=True,
    )
    waiting: tuple[str, ...] | None = names
    moved = False
    while True:
        with later():  # the library would swallow what a signal raises
            found = next(watched)
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


_MOST_NAMES: Final = 3
_MOST_FIGURES: Final = 3


@click.command()
@strictly
@on_content
def watch(content: Path, out: Path, form: str, quiet: bool, strict: bool) -> None:
    """Build both files, and again whenever something in CONTENT is saved.

    Problems are printed as they come, and the last good files stay until they are mended. Each
    build says in a line what changed and how long it took. Ends with Ctrl-C.
    """
    from builder.files import allowed

    session = _Session(Project(content, out), strict, form, quiet)
    for names in changes(content, out, allowed()):
        session.build(names)


@dataclass
class _Session:
    """Builds one after the other; `printed` is what the last good one prints of each figure."""

    project: Project
    strict: bool
    form: str
    quiet: bool
    printed: Mapping[str, str] = field(default_factory=dict)
    good: bool = False

    def build(self, names: tuple[str, ...]) -> None:
        """Build after the files of these names have changed, and say what came of it."""
        began = perf_counter()
        before, self.good = self.good, False
        try:
            outcome = self.project.build(strict=self.strict)
        except Exception as error:
            failed(error, self.form)
            return
        self.good = True
        fresh = any(written.fresh for written in outcome.files)
        printed, self.printed = self.printed, outcome.printed or self.printed
        if not self.printed:  # all is as an earlier command left it
            with suppress(ContentError):  # it was changed meanwhile, and is built next
                self.printed = self.project.printed()
        if fresh or not before:
            print_problems(outcome.warnings, self.form)
            if not self.quiet:
                say(_line(outcome, printed, names, perf_counter() - began))


def _line(
    outcome: Outcome, before: Mapping[str, str], names: tuple[str, ...], seconds: float
) -> str:
    """Return in a line what changed, what was made of it and how long that took."""
    made = " and ".join(str(written.path) for written in outcome.files)
    if not any(written.fresh for written in outcome.files):
        return f"{made} are up to date"
    what = _listed(names, _MOST_NAMES) + " changed: " if names else ""
    figures = _listed(_figures(before, outcome.printed), _MOST_FIGURES)
    return f"{what}{made} in {seconds:.1f} s" + (f"; {figures}" if figures else "")


def _figures(before: Mapping[str, str], now: Mapping[str, str]) -> tuple[str, ...]:
    """Return the figures that are printed otherwise than by the build before."""
    if not before:
        return ()
    return tuple(
        f"{figure}: {before.get(figure, 'none')} -> {now.get(figure, 'none')}"
        for figure in {**now, **before}
        if before.get(figure) != now.get(figure)
    )


def _listed(words: tuple[str, ...], most: int) -> str:
    more = [f"{len(words) - most} more"] if len(words) > most else []
    return ", ".join([*words[:most], *more])
