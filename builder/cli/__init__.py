"""The commands: arguments in; files, messages and an exit status out.

Exit status: 0 done; 1 problems in the content; 2 wrong usage, or what the machine refuses;
3 finished files disagree; 4 a bug of ours; 128 and its number for a signal. Problems go to
standard error, what was made to standard output.
"""

from __future__ import annotations

import sys
from pathlib import Path

import click

from builder import project
from builder.cli.failed import DONE, failed
from builder.cli.finished import compare, listen, pull, template
from builder.cli.live import preview, watch
from builder.cli.options import (
    allow_option,
    format_option,
    on_content,
    open_output,
    print_problems,
    progressing,
    say,
    say_json,
    settle_output,
    strictly,
)
from builder.cli.trace import trace
from builder.outputs import BOTH, Medium
from builder.signals import Stopped, heard
from builder.version import VERSION


class _Commands(click.Group):
    """Lists the commands in the order in which a user meets them, not by the alphabet."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(VERSION, prog_name="paperdeck", message="%(prog)s %(version)s")
def app() -> None:
    """One folder of content in; a briefing paper (PDF) and a deck (PowerPoint) that agree out.

    \b
    Start:   paperdeck new my-briefing
             paperdeck build my-briefing
    Change a figure in my-briefing/figures.yaml, build again: both files follow.
    Live:    paperdeck preview my-briefing

    \b
    Exit status:  0 done                        3 finished files disagree
                  1 problems in the content     4 a bug in Paperdeck
                  2 wrong usage, or what the machine refuses, such as a full disk
    """


def _add_making(name: str, about: str, *media: Medium) -> None:
    """Add the command `name`, which makes some kinds of files; `about` is its help."""

    @app.command(name, help=about)
    @strictly
    @on_content
    def make(content: Path, out: Path, form: str, quiet: bool, strict: bool) -> None:
        with progressing(quiet) as progress:
            outcome = project.build(content, out, media, progress, strict=strict)
        print_problems(outcome.warnings, form)
        if not quiet:
            for written in outcome.files:
                say(f"{written.path}" + ("" if written.fresh else " is up to date"))


_add_making("build", "Make both files from the folder CONTENT, in one run.", *BOTH)
_add_making("report", "Make the paper: OUT/<slug>.pdf.", "paper")
_add_making("slides", "Make the deck: OUT/<slug>.pptx.", "deck")
_add_making(
    "handout",
    "Make the handout, slides with their notes to print: OUT/<slug>-handout.pdf.",
    "handout",
)
app.add_command(watch)
app.add_command(preview)


@app.command()
@click.option(
    "--explain", is_flag=True, help="Say which layouts, sizes and widths were chosen, and why."
)
@strictly
@on_content
def check(content: Path, out: Path, form: str, quiet: bool, strict: bool, explain: bool) -> None:
    """Check all that can be checked without writing a file.

    Looks at the content, its claims and whether everything fits; and, where built files are in
    OUT, whether they agree with the content and with each other.
    """
    from builder import inspection

    found: list[inspection.Explanation] = []
    told = found.append if explain else None
    try:
        with progressing(quiet) as progress:
            warnings = inspection.check(content, out, progress, strict=strict, explain=told)
    finally:
        for each in found:  # where built files are not those of the content as well
            from builder.cli.explain import as_data, as_text

            say_json(as_data(each)) if form == "json" else say(as_text(each))
    print_problems(warnings, form)
    if not explain and not quiet:
        many = len(warnings)
        some = f"no errors, {many} {'warning' if many == 1 else 'warnings'}"
        say(f"{content}: {some if many else 'no problems'}")


app.add_command(trace)
app.add_command(compare)
app.add_command(listen)


@app.command()
@click.argument("old")
@click.argument("new")
@allow_option
@format_option("How the differences, and problems in the content, are printed.")
def diff(old: str, new: str, form: str) -> None:
    """Tell what changed from the edition OLD to the edition NEW.

    Each is a content folder, a finished PDF or PPTX, or a git revision: REV is the folder
    "content" as it was then, REV:FOLDER another one, named from the repository's root.
    Exit status 0, whether anything differs or not.
    """
    from builder.editions import EditionError, Naming, load
    from builder.editions import diff as difference

    naming = Naming(Path(), Path("content"))
    try:
        found = difference(load(old, naming), load(new, naming))
    except EditionError as error:
        raise click.UsageError(str(error)) from error
    if form == "json":
        from builder.editions.report import record

        say_json(record(found))
    else:
        from builder.editions.report import report

        say(report(found))


app.add_command(pull)
app.add_command(template)


@app.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
def new(folder: Path) -> None:
    """Start a working briefing in the new folder DIR."""
    from builder.starter import start

    try:
        start(folder)
    except FileExistsError as error:
        raise click.BadParameter(str(error), param_hint="DIR") from error
    say(f"{folder} is a working briefing; make both files with: paperdeck build {folder}")
    say(f"or see them side by side while you write: paperdeck preview {folder}")


def run(arguments: list[str]) -> int:
    """Run one command and return its exit status."""
    chosen: dict[str, str] = {}
    try:
        status = app.main(args=arguments, prog_name="paperdeck", standalone_mode=False, obj=chosen)
        return status if isinstance(status, int) else DONE
    except Stopped as stopped:
        say("stopped", err=True)
        return stopped.status
    except Exception as error:
        form, asked = chosen.get("form", "text"), arguments[:1]
        return failed(error, form, tally="trace" not in asked, writes="diff" not in asked)


def main() -> None:
    """Run the command line and leave with its exit status."""
    open_output()
    try:
        with heard():
            status = run(sys.argv[1:])
    except Stopped as stopped:  # between the command's end and this one's
        status = stopped.status
    settle_output()
    sys.exit(status)


if __name__ == "__main__":
    main()
