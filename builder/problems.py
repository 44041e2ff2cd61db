"""What is wrong with the content, and where: the only way a stage reports a user's mistake.

Stages gather problems in a `Problems` list and go on as far as they can; the pipeline stops
after a stage that gathered an error, so that one run shows everything there is to mend.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, order=True)
class Place:
    """A point in a content file: path as the user knows it, line and column from 1 (0: unknown)."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        parts = [self.file]
        if self.line:
            parts.append(str(self.line))
            if self.column:
                parts.append(str(self.column))
        return ":".join(parts)


NOWHERE = Place("")


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake: its place, what was found and expected, and the next step.

    `found` is one sentence without a full stop that quotes the offending text; `hint` says
    what was expected and what to do, with known names where one is unknown.
    """

    place: Place
    found: str
    hint: str = ""
    severity: Severity = "error"

    def __str__(self) -> str:
        head = f"{self.place}: {self.severity}: {self.found}"
        return "\n".join([head, *(f"  {line}" for line in self.hint.splitlines())])


class ContentError(Exception):
    """Raised by the pipeline when a stage gathered errors; holds every problem found so far."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(str(problem) for problem in self.problems))


@dataclass
class Problems:
    """The gathering list that a stage is handed and adds to."""

    found: list[Problem] = field(default_factory=list)

    def error(self, place: Place, found: str, hint: str = "") -> None:
        """Record a mistake that stops the build."""
        self.found.append(Problem(place, found, hint, "error"))

    def warning(self, place: Place, found: str, hint: str = "") -> None:
        """Record a doubt; `--strict` makes it an error."""
        self.found.append(Problem(place, found, hint, "warning"))

    def __iter__(self) -> Iterator[Problem]:
        return iter(self.found)

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that stop the build."""
        return tuple(problem for problem in self.found if problem.severity == "error")

    def stop_on_errors(self) -> None:
        """Raise `ContentError` with everything gathered when any of it is an error."""
        if self.errors:
            raise ContentError(self.found)

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """The problems that do not stop the build, unless it is strict."""
        return tuple(problem for problem in self.found if problem.severity == "warning")


def stop_on_warnings(problems: Iterable[Problem]) -> None:
    """Raise `ContentError` when any of the problems is a warning, each of them as an error.

    It is what `--strict` asks for.
    """
    found = tuple(problems)
    if any(problem.severity == "warning" for problem in found):
        raise ContentError(replace(problem, severity="error") for problem in found)


def shortened(text: str, most: int = 60) -> str:
    """Return a text as messages quote it: on one line, and cut after so many characters."""
    words = " ".join(text.split())
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"


def known_names(name: str, known: Iterable[str]) -> str:
    """Return a hint for an unknown name: the nearest known one first, then all of them."""
    names = sorted(known)
    if not names:
        return "none are defined yet"
    near = difflib.get_close_matches(name, names, n=1)
    nearest = f"did you mean {near[0]}? " if near else ""
    return f"{nearest}known: {', '.join(names)}"
