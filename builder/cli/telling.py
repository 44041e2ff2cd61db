"""Which problems are told one by one: takes all that were found, returns those, and how many more.

One slip that a program made ten thousand times is one thing to mend. A reader sees some of each
kind, so that no kind is hidden behind another, and is told how many there are beside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from builder.problems import Place, Problem

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
