"""The commands that follow every save: `paperdeck watch` builds whenever something is saved, until
it is stopped; `paperdeck preview` shows both files side by side in the browser, in step.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Final

import click

from builder.cli.failed import failed
from builder.cli.options import content_argument, on_content, print_problems, say, strictly
from builder.problems import ContentError
from builder.project import Project
from builder.watching import changes

if TYPE_CHECKING:
    from builder.up_to_date import Outcome


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


@click.command()
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=0,
    help="Port of 127.0.0.1 to serve on; without it, a free one is taken.",
)
@click.option("--no-open", "closed", is_flag=True, help="Open no browser; print the address only.")
@click.option(
    "--since",
    metavar="EDITION",
    default="",
    help="Compare with this edition: a finished file, a folder, a git revision.",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=Path("build"),
    show_default=True,
    help="Folder for the finished files.",
)
@content_argument
def preview(content: Path, out: Path, port: int, closed: bool, since: str) -> None:
    """Show both files of CONTENT side by side in the browser, and follow every save.

    Point at a figure to see every place that prints it and where it comes from, try other values,
    see what would no longer hold. The files are made and proved meanwhile. Only this machine can
    see it, by the address that is printed. Ends with Ctrl-C.
    """
    from builder.preview import serve

    def ready(address: str) -> None:
        say(f"{content}: {address}")
        if not closed:
            _open(address)

    try:
        serve(content, out, port, ready, since)
    except OSError as error:
        raise click.UsageError(
            f"port {port} cannot be had ({error.strerror}): name another one, or none"
        ) from error


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


def _open(address: str) -> None:
    """Open the browser where there is one."""
    import os
    import sys
    import webbrowser

    screens = ("DISPLAY", "WAYLAND_DISPLAY")
    if sys.platform != "linux" or any(map(os.environ.get, screens)):
        webbrowser.open(address)
