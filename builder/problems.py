"""What is wrong with the content, and where: the only way a stage reports a user's mistake.

Stages gather problems in a `Problems` list and go on as far as they can; the project stops
after a stage that gathered an error, so that one run shows everything there is to mend.

Which of them a reader is told is for `alike`.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import field, replace
from functools import lru_cache
from typing import Final, Literal

from builder.frozen import dataclass

_TELLING: Final = 3  # letters from which the beginning of a name tells which is meant
_LONG: Final = 7  # letters from which two slips in a word leave it the same word
_MANY: Final = 100  # names that a message lists at most
_WEIGHED: Final = 1000  # names that are each compared with a wrong one
_FAR: Final = 9  # slips: a beginning counts for less than any misspelling

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


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A point in a content file: path as the user knows it, line and column from 1 (0: unknown);
    in a workbook those of a cell of its `sheet`, as in `data/trade.xlsx:Trade!B7`.
    """

    file: str
    line: int = 0
    column: int = 0
    sheet: str = ""

    def __str__(self) -> str:
        if self.sheet:
            return f"{self.file}:{self.sheet}" + self._cell()
        shown = (self.line, self.column) if self.line and self.column else (self.line,)
        return ":".join((self.file, *map(str, filter(None, shown))))

    def _cell(self) -> str:
        """Return the cell within its sheet: `!B7`, `!7` for a whole row."""
        number, letters = self.column, ""
        while number:
            number, rest = divmod(number - 1, 26)
            letters = chr(65 + rest) + letters
        return f"!{letters}{self.line or ''}" if letters or self.line else ""


NOWHERE = Place("")


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake: its place, what was found and expected, and the next step.

    `found` is one sentence without a full stop that quotes the offending text; `hint` says
    what was expected and what to do, with known names where one is unknown. What is `minor`
    is told in one with others of its file, so that it hides nothing that matters more.
    """

    place: Place
    found: str
    hint: str = ""
    severity: Severity = "error"
    minor: bool = field(default=False, compare=False)

    def __str__(self) -> str:
        head = f"{self.place}: {self.severity}: {self.found}"
        hints = visible(self.hint).split("\n") if self.hint else []
        return "\n".join([visible(head), *(f"  {line}" for line in hints)])


class ContentError(Exception):
    """Raised where a stage gathered errors; holds every problem found so far."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__()

    def __str__(self) -> str:
        return "\n".join(str(problem) for problem in self.problems)


class MachineError(Exception):
    """What the machine refuses, such as a full disk: no fault of the content, and none of ours.

    `problem` has the path as its place, what was tried and why it failed, and what to do.
    """

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(str(problem))


@dataclass
class Problems:
    """The gathering list that a stage is handed and adds to."""

    found: list[Problem] = field(default_factory=list)

    def error(self, place: Place, found: str, hint: str = "") -> None:
        """Record a mistake that stops the build."""
        self.found.append(Problem(place, found, hint, "error"))

    def warning(self, place: Place, found: str, hint: str = "", *, minor: bool = False) -> None:
        """Record a doubt; `--strict` makes it an error."""
        self.found.append(Problem(place, found, hint, "warning", minor))

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


def with_article(name: str) -> str:
    """Return a name as one of its kind: "an area"."""
    return f"{'an' if name[:1] in 'aeio' else 'a'} {name}"


def known_names(name: str, known: Iterable[str], meant: str = "") -> str:
    """Return a hint for an unknown name: the one that is likely meant, then those that are known.

    Which is likely meant is found here unless `meant` says so.
    Of many, those are shown that stand next to it in the order of the alphabet; of very many,
    only they are weighed.
    """
    names = _in_order(frozenset(known))
    if not names:
        return "none are defined yet"
    around = bisect_left(names, name)
    first = max(min(around - _MANY // 2, len(names) - _MANY), 0)
    shown = names[first : first + _MANY]
    near = meant or likely_meant(name, names if len(names) <= _WEIGHED else shown)
    nearest = f"did you mean {near}? " if near else ""
    more = len(names) - len(shown)
    others = f" and {more:,} more" if more else ""
    between = "; " if any("," in each for each in shown) else ", "  # "Length, km; Width, km"
    return f"{nearest}known: {between.join(shown)}{others}"


@lru_cache(maxsize=16)
def _in_order(names: frozenset[str]) -> tuple[str, ...]:
    return tuple(sorted(names))


def likely_meant(name: str, known: Iterable[str]) -> str:
    """Return the known name that a wrong one is a slip for; empty where none, or two, may be.

    A slip is a letter or two amiss in a word long enough to tell, the beginning of a name alone
    or one too long, or other capitals and joints. Another word, as in `exports` for `imports`,
    or another number, as in `ships_2` for `ships_1`, is none: it was meant, and is not there.
    """
    distances = [(_slips(name, each), each) for each in known]
    likely = sorted((slips, each) for slips, each in distances if slips is not None)
    if not likely or (len(likely) > 1 and likely[1][0] == likely[0][0]):
        return ""
    return likely[0][1]


def _slips(name: str, known: str) -> int | None:
    """Return how many slips part two names; None where they are two names."""
    ours, theirs = _words(name), _words(known)
    if "".join(ours) == "".join(theirs):
        return 0
    short, long = sorted(("".join(ours), "".join(theirs)), key=len)
    whole = len(ours) == len(theirs) or len(ours) < len(theirs)
    if whole and len(short) >= _TELLING and re.match(rf"{re.escape(short)}\D", long):
        return _FAR
    if len(ours) != len(theirs):
        ours, theirs = ["".join(ours)], ["".join(theirs)]
    slips = 0
    for one, other in zip(ours, theirs, strict=True):
        if one == other:
            continue
        apart = _edits(one, other)
        letters = min(len(one), len(other))
        begins = one[:1] == other[:1] or (apart == 1 and letters > _TELLING)
        numbered = re.sub(r"\d", "", one) == re.sub(r"\d", "", other)
        if letters < _TELLING and sorted(one) != sorted(other):
            return None
        if numbered or not begins or apart > (1 if letters < _LONG else 2):
            return None
        slips += apart
    return slips


def _words(name: str) -> list[str]:
    """Return the words that a name is made of, in small letters."""
    return [word for word in re.split(r"[\s_.-]+", _folded(name)) if word]


def _folded(name: str) -> str:
    """Return a name in small letters without accents, which are left out or put elsewhere."""
    apart = unicodedata.normalize("NFD", name.casefold())
    return unicodedata.normalize("NFC", re.sub("[\u0300-\u036f]", "", apart))


def _edits(one: str, other: str) -> int:
    """Return how many letters to add, drop, change or turn round make the one the other."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        last, row = row, [i]
        for j, against in enumerate(other, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (letter != against))
            turned = i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == against
            row.append(min(cost, before[j - 2] + 1) if turned else cost)
        before = last
    return row[-1]
