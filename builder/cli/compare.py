"""`paperdeck compare`: two finished files in; whether their figures agree, out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from builder.cli.options import format_option, say, say_json

if TYPE_CHECKING:
    from builder.verify.apart import At

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
