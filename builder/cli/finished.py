"""The commands that take files, not content: two finished ones, an edited deck, a template."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from builder.cli.options import content_argument, format_option, progressing, say, say_json

if TYPE_CHECKING:
    from builder.verify.apart import At


@click.command()
@click.argument(
    "file", required=False, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@click.option(
    "--export",
    "out",
    metavar="OUT.pptx",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write Paperdeck's own template, to edit and use as template:.",
)
@click.option("--slide", type=click.Choice(["16:9", "4:3"]), default="16:9", show_default=True)
def template(file: Path | None, out: Path | None, slide: str) -> None:
    """Print which layouts of the template FILE stand for Paperdeck's, and what is missing.

    FILE is a .pptx or .potx; `template: FILE` in briefing.yaml makes the deck on it.
    """
    from builder import files
    from builder.content import read_theme
    from builder.outputs.pptx import NotATemplateError, describe_template, export_template
    from builder.placing import keep
    from builder.problems import NOWHERE, Problems

    if (file is None) == (out is None):
        raise click.UsageError("name a template to look at, or --export OUT.pptx to write ours")
    problems = Problems()
    theme = read_theme("paperdeck", Path(), problems, NOWHERE)
    problems.stop_on_errors()
    if theme is None:
        raise AssertionError("the house theme gave nothing and named no problem")
    if out is not None:
        keep(out, export_template(theme, slide))
        say(f"{out} holds Paperdeck's layouts; edit it and name it as template:")
        return
    try:
        say(describe_template(files.read(file, files.TEMPLATE), theme) if file else "", nl=False)
    except files.RefusedFileError as error:
        raise click.UsageError(f"{file}: {error}") from error
    except NotATemplateError as error:
        raise click.UsageError(f"{file} cannot be used: {error}") from error


REFUSED = 1


@click.command()
@click.argument("deck", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@content_argument
@click.option("--apply", "write", is_flag=True, help="Write the changes into CONTENT.")
@click.option(
    "--accept",
    "accepted",
    metavar="FIGURE",
    multiple=True,
    help="Take a value of FIGURE that is in doubt; may be given again.",
)
def pull(deck: Path, content: Path, write: bool, accepted: tuple[str, ...]) -> None:
    """Take back the figures that someone changed in DECK, which CONTENT made.

    Shows each figure that was changed in a chart's data, a figure panel, a table, a sentence or
    the notes, and every other place that follows it. --apply writes the new values and hedges
    into figures.yaml and the data files, and changes nothing else in them. Words are shown, but
    never taken back.

    A number with fewer digits than the content has, or ten times as large or small, may be a slip:
    it is refused until --accept names its figure, or its cell as the report writes it.

    \b
    Exit status:  0 nothing was changed, or every change is shown or written
                  1 a change is refused, or the content must be mended
                  2 wrong usage, or DECK is no deck
    """
    from builder.pulling import UnknownFigureError, change_lines, refusal_lines
    from builder.pulling import pull as pulled_from
    from builder.verify import UnreadableFileError

    try:
        with progressing(quiet=False) as progress:
            pulled = pulled_from(deck, content, write=write, accepted=accepted, progress=progress)
    except UnreadableFileError as error:
        raise click.BadParameter(str(error), param_hint="DECK") from error
    except UnknownFigureError as error:
        raise click.BadParameter(str(error), param_hint="--accept") from error
    for line in change_lines(pulled):
        say(line)
    for line in refusal_lines(pulled):
        say(line, err=True)
    if pulled.refusals or pulled.consequences:
        raise click.exceptions.Exit(REFUSED)


DIFFERENT = 3
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command()
@click.argument("a", type=_FILE)
@click.argument("b", type=_FILE)
@format_option("How the comparison is printed.")
def compare(a: Path, b: Path, form: str) -> None:
    """Say from two finished files alone whether their figures agree.

    A and B are papers or decks, in any combination. Each is first held against the ledger that
    it carries, so that a number changed by hand shows; then the two are compared. Exit status 3
    where they differ or one was changed, 2 where one cannot be read.
    """
    from builder.placing import STOPPED_BETWEEN, interrupted
    from builder.verify import UnreadableFileError
    from builder.verify.agreement import NoLedgerError
    from builder.verify.apart import apart

    try:
        same, said = apart(lambda at: _compared(a, b, at, form), a, b)
    except (NoLedgerError, UnreadableFileError) as error:
        raise click.ClickException(str(error)) from error
    if form == "json":
        say_json(said)
    else:
        say(said)
    if stopped := [str(folder) for folder in {a.parent, b.parent} if interrupted(folder)]:
        for folder in sorted(stopped):
            say(f"{folder}: {STOPPED_BETWEEN}", err=True)
    if stopped or not same:
        raise click.exceptions.Exit(DIFFERENT)


def _compared(a: Path, b: Path, at: At, form: str) -> tuple[bool, str]:
    """Return whether two files agree, and what is to be printed of it."""
    from builder.verify.agreement import compare as compared
    from builder.verify.report import as_json, text
    from builder.verify.trust import examine, lean

    first, second = (lean(examine(at(path))) for path in (a, b))
    at(Path(f"{a} and {b}"))
    comparison = compared(first, second)
    return comparison.same, as_json(comparison) if form == "json" else text(comparison)


@click.command()
@click.argument("file", type=_FILE)
@format_option("How what is heard is printed.")
def listen(file: Path, form: str) -> None:
    """Print what FILE says to those who do not see it, in the order in which they hear it.

    FILE is a paper, a deck or a handout, or any other tagged PDF or presentation. Headings, lists,
    tables, figures, notes and links are named as a screen reader names them, other languages are
    marked; what it passes over, such as running heads and decorative shapes, is left out.

    \b
    Exit status:  0 it is printed
                  2 FILE cannot be read, or is a PDF without tags
    """
    from builder.verify import UnreadableFileError
    from builder.verify.apart import apart

    try:
        heard = apart(lambda at: _heard(at(file), form), file)
    except UnreadableFileError as error:
        raise click.ClickException(str(error)) from error
    if form == "json":
        say_json(heard)
    else:
        say(heard)


def _heard(file: Path, form: str) -> str:
    """Return what is to be printed of what a file says."""
    from builder.verify.heard import listen as listen_to
    from builder.verify.heard import record, told

    heard = listen_to(file)
    if form == "json":
        import json

        return json.dumps(record(heard), ensure_ascii=False, indent=1)
    return "\n".join(told(heard))
