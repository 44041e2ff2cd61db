"""A command that failed: the error in; words on standard error and an exit status out.

One slip that a program made ten thousand times is one thing to mend. A reader sees some of each
kind, so that no kind is hidden behind another, and is told how many there are beside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import StringIO
from typing import TYPE_CHECKING, Final

import click

from builder.cli.options import print_findings, print_problems, say
from builder.outputs.proof import DisagreementError, ProofError
from builder.problems import ContentError, MachineError, Place, Problem

if TYPE_CHECKING:
    from builder.problems import Problem

MOST_OF_A_KIND: Final = 20
MOST: Final = 200
"""How many problems are told one by one, of a kind and in all; of each kind at least one is."""

_OWN: Final = re.compile(r'"(?:[^"]|"(?=\w))*"|\{\{.*?\}\}|\[\^.*?\]|@\w+-[\w-]+|\d[\d.,]*')


@dataclass(frozen=True)
class Told:
    """A problem that is told, and the places of those of its kind that are not; with its last."""

    problem: Problem
    more: tuple[Place, ...] = ()

    def __str__(self) -> str:
        if not self.more:
            return str(self.problem)
        last = max(self.more)
        return f"{self.problem}\n  … and {len(self.more):,} more like it, the last at {last}"


def told(problems: Sequence[Problem]) -> tuple[Told, ...]:
    """Return the problems to tell, in their order: the first of each kind, as many as there may be.

    Two are of a kind that say the same but for what they quote.
    """
    kinds: dict[tuple[str, str], list[int]] = {}
    for number, problem in enumerate(problems):
        kinds.setdefault((problem.severity, _OWN.sub("", problem.found)), []).append(number)
    most = _most(len(numbers) for numbers in kinds.values())
    more: dict[int, tuple[Place, ...]] = {}
    for numbers in kinds.values():
        shown = numbers[:most]
        more |= dict.fromkeys(shown, ())
        more[shown[-1]] = tuple(problems[number].place for number in numbers[most:])
    return tuple(Told(problems[number], more[number]) for number in sorted(more))


def _most(counts: Iterable[int]) -> int:
    """Return how many of each kind are told, so that there are not too many in all."""
    found = tuple(counts)
    for most in range(MOST_OF_A_KIND, 1, -1):
        if sum(min(count, most) for count in found) <= MOST:
            return most
    return 1


DONE, PROBLEMS, USAGE, DISAGREE, BUG = range(5)
_OURS: Final = "this is a bug in Paperdeck: please report it with the lines above"


def failed(error: Exception, form: str, *, tally: bool = True) -> int:
    """Say what came of a command that failed; return its exit status.

    `tally` adds how many problems of the content are to be mended.
    """
    if isinstance(error, ContentError):
        print_problems(error.problems, form)
        if form == "text" and tally:
            say(_tally(error.problems), err=True)
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


def _tally(problems: tuple[Problem, ...]) -> str:
    errors = sum(problem.severity == "error" for problem in problems)
    return f"{errors} {'problem' if errors == 1 else 'problems'} to mend; no file was written"
