"""`paperdeck template`: how our layouts stand on a user's template, or our own to start from."""

from __future__ import annotations

from pathlib import Path

import click

from builder.cli.options import say


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
