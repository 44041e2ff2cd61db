"""What commands share: the content folder, options, progress, and how problems are printed."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from builder import project
from builder.alike import ToldProblem, told
from builder.files import allowing
from builder.machine import refusal
from builder.outputs.proof import DisagreementError, ProofError
from builder.problems import HIDDEN, visible

if TYPE_CHECKING:
    from builder.problems import Problem

_STREAMS: Final = ("standard output", "standard error")
_BRIEFING: Final = "briefing.yaml"
_COLLECTED: Final = (4_000_000, 50, 1_000)
_NO_CONTENT: Final = f"name a folder that holds a {_BRIEFING}, or start one: paperdeck new DIR"


def remember(ctx: click.Context, _option: click.Parameter, form: str) -> str:
    """Keep `--format` where `run` finds it when a command ends in problems."""
    ctx.obj["form"] = form
    return form


def format_option(about: str) -> Callable[[Any], Any]:
    """Return the option `--format`, which sets `form`; `about` is its help."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(["text", "json"]),
        default="text",
        show_default=True,
        callback=remember,
        help=about,
    )


def on_content(command: Any) -> Any:
    """Add the content folder and the options that every command on content shares."""
    for decorate in (
        click.option("--quiet", "-q", is_flag=True, help="Print problems only."),
        format_option("How problems are printed on standard error."),
        click.option(
            "--out",
            type=click.Path(path_type=Path),
            default=Path("build"),
            show_default=True,
            help="Folder for the finished files.",
        ),
        content_argument,
    ):
        command = decorate(command)
    return command


def content_argument(command: Any) -> Any:
    """Add the content folder: one that is named, or else the one that is here; and `--allow`."""
    kind = click.Path(exists=True, file_okay=False, path_type=Path)
    return click.argument("content", type=kind, default=content_here)(allow_option(command))


def allow_option(command: Any) -> Any:
    """Add the option `--allow`, which holds while the command runs."""
    return click.option(
        "--allow",
        metavar="DIR",
        multiple=True,
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        expose_value=False,
        callback=_allow,
        help="Follow links that lead out of the content folder into DIR; may be given again.",
    )(command)


def _allow(ctx: click.Context, _option: click.Parameter, folders: tuple[Path, ...]) -> None:
    ctx.with_resource(allowing(folders))


def content_here() -> Path:
    """Return the content folder that is meant where none is named.

    It is `content`, the folder that one is in, the one around its `sections` or `data`, or the
    only one below.

    Raises:
        UsageError: there is none, or there are several.
    """
    # `trace --all DIR` names a folder where a figure could stand.
    context = click.get_current_context(silent=True)
    first = context.params.get("figure") if context else None
    if isinstance(first, str) and _is_briefing(Path(first)):
        return Path(first)
    here = [Path("content"), Path()]
    here += [Path("..")] if os.path.basename(_here()) in ("sections", "data") else []
    for folder in here:
        if _is_briefing(folder):
            return folder
    if os.path.isdir("content"):
        return Path("content")
    below = sorted(folder for folder in _listed() if _is_briefing(folder))
    if len(below) == 1:
        return below[0]
    named = f"name one of {', '.join(map(str, below))}" if below else _NO_CONTENT
    raise click.UsageError(f"no content folder is named: {named}")


def _is_briefing(folder: Path) -> bool:
    # Names that no file could have are asked for too: a figure's may be one.
    return os.path.isfile(folder / _BRIEFING)


def _here() -> str:
    """Return the working folder, empty where it was removed."""
    with suppress(OSError):
        return os.getcwd()
    return ""


def _listed() -> list[Path]:
    """Return what lies in the working folder, nothing where that may not be looked into."""
    with suppress(OSError):
        return [Path(name) for name in os.listdir() if not name.startswith(".")]
    return []


def strictly(command: Any) -> Any:
    """Add the option `--strict`, by which warnings stop a command as errors do."""
    about = "Treat warnings as errors: number words and comparisons that nothing backs, and others."
    return click.option("--strict", is_flag=True, help=about)(command)


@contextmanager
def progressing(quiet: bool) -> Iterator[project.Progress]:
    """Show the stage at work on a terminal; say nothing in a pipe."""
    # What a stage makes is needed to the end, or leads in no circle: to seek those in all of it,
    # over and over, takes a quarter of a long build.
    gc.set_threshold(*_COLLECTED)
    if quiet or not sys.stderr.isatty():
        yield project.silent
        return
    shown = ""

    def show(stage: str) -> None:
        nonlocal shown
        _echo("\r" + stage.ljust(len(shown)), err=True, nl=False)
        shown = stage

    show("starting")
    try:
        yield show
    finally:
        show("")
        _echo("\r", err=True, nl=False)


def print_problems(problems: tuple[Problem, ...], form: str) -> None:
    """Print problems on standard error, as lines or as JSON; of many alike, some.

    JSON holds the others too, under `more`: their places, and what was found there.
    """
    shown = told(problems)
    if form == "json":
        print_json([_as_data(each) for each in shown], err=True)
    elif shown:
        say("\n".join(map(str, shown)), err=True)


def _as_data(shown: ToldProblem) -> dict[str, object]:
    more = [asdict(each.place) | {"found": each.found} for each in shown.more]
    said = {key: value for key, value in asdict(shown.problem).items() if key != "minor"}
    return said | ({"more": more} if more else {})


def print_findings(error: DisagreementError | ProofError, form: str) -> None:
    """Print on standard error where finished files do not say what they should.

    In JSON, warnings of the content stand in the same list, before them.
    """
    if form == "json":
        warnings = error.warnings if isinstance(error, DisagreementError) else ()
        held = [_as_data(each) for each in told(warnings)]
        held += [asdict(finding) for finding in error.findings]
        print_json(held, err=True)
    else:
        say(str(error), err=True)


def print_json(value: object, err: bool = False) -> None:
    """Print data for other programs."""
    import json

    say_json(json.dumps(value, ensure_ascii=False, indent=1), err=err)


def say(text: str, *, err: bool = False, nl: bool = True) -> None:
    """Print lines, hidden characters named."""
    _echo(visible(text), err=err, nl=nl)


def say_json(text: str, err: bool = False) -> None:
    """Print JSON, hidden characters escaped as JSON does it."""
    _echo(HIDDEN.sub(lambda found: f"\\u{ord(found.group()):04x}", text), err=err)


def _echo(text: str, *, err: bool, nl: bool = True) -> None:
    """Print a text; that nobody reads it any more changes nothing about what was done."""
    try:
        click.echo(text, err=err, nl=nl)
    except BrokenPipeError:
        return
    except OSError as error:
        raise refusal(error, _STREAMS[err], "written") from error


def open_output() -> None:
    """Let what is printed go nowhere where a shell has closed it (`>&-`), and not into a file.

    The next file that is opened would otherwise get the number of standard output.
    """
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # gets the lowest number that is free: this one
    if sys.stdout is None:
        sys.stdout = os.fdopen(1, "w")
    if sys.stderr is None:
        sys.stderr = os.fdopen(2, "w")


def settle_output() -> None:
    """Write out what is still to be printed; what cannot be is lost, and nothing is said of it."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            # Python would try once more at its end, fail, and change the exit status.
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
