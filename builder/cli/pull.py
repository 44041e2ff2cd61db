"""`paperdeck pull`: an edited deck in; its changed figures shown, or written into the content."""

from __future__ import annotations

from pathlib import Path

import click

from builder.cli.options import content_argument, progressing, say

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
