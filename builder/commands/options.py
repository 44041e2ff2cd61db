"""What commands share: the content folder, options, progress, and how problems are printed."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from builder import pipeline

if TYPE_CHECKING:
    from builder.problems import Problem


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
            type=click.Path(file_okay=False, path_type=Path),
            default=Path("build"),
            show_default=True,
            help="Folder for the finished files.",
        ),
        click.argument(
            "content",
            type=click.Path(exists=True, file_okay=False, path_type=Path),
            default=Path("content"),
        ),
    ):
        command = decorate(command)
    return command


def strictly(command: Any) -> Any:
    """Add the option `--strict`, by which warnings stop a command as errors do."""
    about = "Mind warnings as errors: number words and comparisons that nothing backs, and others."
    return click.option("--strict", is_flag=True, help=about)(command)


@contextmanager
def progressing(quiet: bool) -> Iterator[pipeline.Progress]:
    """Show the stage at work on a terminal; say nothing in a pipe."""
    if quiet or not sys.stderr.isatty():
        yield pipeline.silent
        return
    from rich.console import Console

    with Console(stderr=True).status("starting") as status:
        yield lambda stage: status.update(stage)


def print_problems(problems: tuple[Problem, ...], form: str) -> None:
    """Print problems on standard error, as lines or as JSON."""
    if form == "json":
        print_json([asdict(problem) for problem in problems], err=True)
        return
    for problem in problems:
        click.echo(str(problem), err=True)


def print_findings(error: pipeline.DisagreementError | pipeline.ProofError, form: str) -> None:
    """Print on standard error where finished files do not say what they should."""
    if form == "json":
        print_json([asdict(finding) for finding in error.findings], err=True)
    else:
        click.echo(str(error), err=True)


def print_json(value: object, err: bool = False) -> None:
    """Print data for other programs."""
    import json

    click.echo(json.dumps(value, ensure_ascii=False, indent=1), err=err)
