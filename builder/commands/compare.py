"""`paperdeck compare`: two finished files in; whether their figures agree, out."""

from __future__ import annotations

from pathlib import Path

import click

from builder.commands.options import format_option, say, say_json

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
    from builder.verify.agreement import compare as compared
    from builder.verify.report import as_json, text
    from builder.verify.trust import examine

    try:
        comparison = compared(examine(a), examine(b))
    except (NoLedgerError, UnreadableFileError) as error:
        raise click.ClickException(str(error)) from error
    if form == "json":
        say_json(as_json(comparison))
    else:
        say(text(comparison))
    if stopped := [str(folder) for folder in {a.parent, b.parent} if interrupted(folder)]:
        for folder in sorted(stopped):
            say(f"{folder}: {STOPPED_BETWEEN}", err=True)
    if stopped or not comparison.same:
        raise click.exceptions.Exit(DIFFERENT)
