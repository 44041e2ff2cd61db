"""What is wrong with the content, and where: the only way a stage reports a user's mistake.

Stages gather problems in a `Problems` list and go on as far as they can; the pipeline stops
after a stage that gathered an error, so that one run shows everything there is to mend.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Final, Literal

Severity = Literal["error", "warning"]

# Characters that print nothing, or turn the direction of what stands around them: C0 and C1
# controls but for tab and line feed, line separators, bidirectional controls (UAX 9), marks of
# byte order, halves of surrogate pairs.
HIDDEN: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069"
    "\ufeff\ufffe\uffff\ud800-\udfff]"
)


def visible(text: str) -> str:
    """Return a text with hidden characters named, `<U+202E>`, so that none reaches a terminal."""
    return HIDDEN.sub(lambda found: f"<U+{ord(found.group()):04X}>", text)


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
        hints = visible(self.hint).split("\n") if self.hint else []
        return "\n".join([visible(head), *(f"  {line}" for line in hints)])


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


def known_names(name: str, known: Iterable[str]) -> str:
    """Return a hint for an unknown name: the nearest known one first, then all of them."""
    names = sorted(known)
    if not names:
        return "none are defined yet"
    near = difflib.get_close_matches(name, names, n=1)
    nearest = f"did you mean {near[0]}? " if near else ""
    return f"{nearest}known: {', '.join(names)}"
