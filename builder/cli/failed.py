"""A command that failed: the error in; words on standard error and an exit status out."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING, Final

import click

from builder.cli.options import print_findings, print_problems, say
from builder.outputs.proof import DisagreementError, ProofError
from builder.problems import ContentError, MachineError

if TYPE_CHECKING:
    from builder.problems import Problem

DONE, PROBLEMS, USAGE, DISAGREE, BUG = range(5)
_OURS: Final = "this is a bug in Paperdeck: please report it with the lines above"


def failed(error: Exception, form: str, *, tally: bool = True, writes: bool = True) -> int:
    """Say what came of a command that failed; return its exit status.

    `tally` adds how many problems of the content are to be mended, and that no file was written by
    what `writes` any.
    """
    if isinstance(error, ContentError):
        print_problems(error.problems, form)
        if form == "text" and tally:
            say(_tally(error.problems, writes=writes), err=True)
        return PROBLEMS
    if isinstance(error, DisagreementError):
        if error.warnings and form == "text":
            print_problems(error.warnings, form)
        print_findings(error, form)
        return DISAGREE
    if isinstance(error, ProofError):
        print_findings(error, form)
        say(_OURS, err=True)
        return BUG
    if isinstance(error, click.ClickException):
        shown = StringIO()
        error.show(shown)
        say(shown.getvalue(), err=True, nl=False)
        return USAGE
    if isinstance(error, click.Abort):
        say("stopped", err=True)
        return USAGE
    refused = error if isinstance(error, MachineError) else _refused(error)
    if refused is not None:
        print_problems((refused.problem,), form)
        return USAGE
    import traceback

    traceback.print_exc()
    say(_OURS, err=True)
    return BUG


def _refused(error: Exception) -> MachineError | None:
    """Return in words what the machine refused; None where the error is of another kind."""
    if isinstance(error, OSError | MemoryError):
        from builder.machine import unforeseen

        return unforeseen(error)
    return None


def _tally(problems: tuple[Problem, ...], *, writes: bool) -> str:
    errors = sum(problem.severity == "error" for problem in problems)
    said = f"{errors} {'problem' if errors == 1 else 'problems'} to mend"
    return f"{said}; no file was written" if writes else said
