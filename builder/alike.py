"""Problems that are alike: takes all, returns those that are told, each with others of its kind.

One slip that a program made ten thousand times is one thing to mend. A reader sees some of each
kind, so that no kind is hidden behind another, and is told how many there are beside them. What is
minor is told once for each file, with the places and words of the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from builder.frozen import dataclass
from builder.problems import Problem, visible

MOST_OF_A_KIND: Final = 20
MOST: Final = 200
"""How many problems are told one by one, of a kind and in all; of each kind at least one is."""

FEW: Final = 1
"""How many minor ones of a file are told one by one: from two on they are told in one."""

_LISTED: Final = 40
_QUOTED: Final = re.compile(r'"[^"]*"')
_OWN: Final = re.compile(r'"(?:[^"]|"(?=\w))*"|\{\{.*?\}\}|\[\^.*?\]|@\w+-[\w-]+|\d[\d.,]*')


@dataclass(frozen=True)
class ToldProblem:
    """A problem that is told, and those of its kind that are not; with its last."""

    problem: Problem
    more: tuple[Problem, ...] = ()

    def __str__(self) -> str:
        if not self.more:
            return str(self.problem)
        if self.problem.minor:
            return f"{self.problem}\n  … and {len(self.more):,} more like it: {self._minor}"
        if len(self.more) <= _LISTED:
            return f"{self.problem}\n  … and {len(self.more):,} more like it: {self._elsewhere}"
        last = max(each.place for each in self.more)
        return f"{self.problem}\n  … and {len(self.more):,} more like it, the last at {last}"

    @property
    def _elsewhere(self) -> str:
        """What the others quote, each with its place, file by file."""
        files: dict[str, list[Problem]] = {}
        for each in sorted(self.more, key=lambda problem: problem.place):
            files.setdefault(each.place.file, []).append(each)
        return visible(
            "; ".join(f"{file} {', '.join(map(_quoted, of))}" for file, of in files.items())
        )

    @property
    def _minor(self) -> str:
        """What the others quote, each with its place in the file."""
        listed = [_quoted(each) for each in self.more[:_LISTED]]
        return visible(", ".join([*listed, *("…" for _ in self.more[_LISTED : _LISTED + 1])]))


def _quoted(problem: Problem) -> str:
    """Return where in its file a problem is, and what it quotes."""
    quoted = _QUOTED.search(problem.found)
    said = quoted.group() if quoted else problem.found
    where = str(problem.place).removeprefix(problem.place.file).lstrip(":")
    return f"{where} {said}".strip()


def told(problems: Sequence[Problem]) -> tuple[ToldProblem, ...]:
    """Return the problems to tell, in their order: the first of each kind, as many as there may be.

    Two are of a kind that say the same but for what they quote.
    """
    minor: dict[tuple[str, str], list[int]] = {}
    for number, problem in enumerate(problems):
        if problem.minor:
            minor.setdefault((problem.severity, problem.place.file), []).append(number)
    folded = [numbers for numbers in minor.values() if len(numbers) > FEW]
    apart = {number for numbers in folded for number in numbers}
    kinds: dict[tuple[str, str], list[int]] = {}
    for number, problem in enumerate(problems):
        if number not in apart:
            kinds.setdefault((problem.severity, _OWN.sub("", problem.found)), []).append(number)
    most = _most(len(numbers) for numbers in kinds.values())
    more = {numbers[0]: tuple(problems[number] for number in numbers[1:]) for numbers in folded}
    for numbers in kinds.values():
        shown = numbers[:most]
        more |= dict.fromkeys(shown, ())
        more[shown[-1]] = tuple(problems[number] for number in numbers[most:])
    return tuple(ToldProblem(problems[number], more[number]) for number in sorted(more))


def _most(counts: Iterable[int]) -> int:
    """Return how many of each kind are told, so that there are not too many in all."""
    found = tuple(counts)
    for most in range(MOST_OF_A_KIND, 1, -1):
        if sum(min(count, most) for count in found) <= MOST:
            return most
    return 1
