"""How much one text may hold: takes it as written, says what is more than a briefing needs.

Nothing here is near what people write. What lies beyond is a slip, a file of another kind or an
attack, and would take minutes and gigabytes to be set, if it could be.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

MOST_PROSE: Final = 2**21
"""Characters of one section."""
MOST_PROSE_IN_ALL: Final = 2**23
"""Characters of all sections together: a report of two thousand pages has half as many."""
MOST_LINES: Final = 40_000
"""Lines of one section that are not blank."""
MOST_LINES_IN_ALL: Final = 100_000
"""Lines of all sections together that are not blank."""
MOST_BLOCKS: Final = 10_000
"""Paragraphs, headings, points and rows of tables in one section, or in one directive."""
MOST_CHARACTERS: Final = 2**20
"""Characters of one text: a paragraph, a point, a cell, a value of a YAML file."""
LONGEST_WORD: Final = 5_000
"""Characters that may stand together without a space."""
MOST_MARKS: Final = 50_000
"""Marks of Markdown in one text."""
MOST_MARKS_IN_ONE: Final = 60_000
"""Marks of Markdown in one section; a book has some thousands."""
MOST_MARKS_IN_ALL: Final = 150_000
"""Marks of Markdown in all sections together."""
MOST_OPEN: Final = 50
"""Brackets that may be open at one place of a text."""
MOST_ACCENTS: Final = 20
"""Accents, and other signs that combine, on one letter."""

_MARK: Final = re.compile(r"\{\{|\}\}|[*_\[\]`<>!&\\${}~^=@]")
_GAP: Final = re.compile(r"[\s\u3001\u3002\uff0c\uff0e]+")
_BRACKET: Final = re.compile(r"\\.|[\[\]]", re.DOTALL)
_ACCENTS: Final = re.compile(rf"[\u0300-\u036f\u0483-\u0489\u20d0-\u20ff]{{{MOST_ACCENTS + 1},}}")
_DEEPER: Final = {"[": 1, "]": -1}
_SHOWN: Final = 30


class Excess(NamedTuple):
    """What is too much: where in the text, what was found, and what to do."""

    at: int
    found: str
    hint: str


_MARKS, _CHARACTERS = "marks such as * _ [ ` {{", "characters"
_LINES = "lines that are not blank"
_IN_ONE: Final = {
    _MARKS: MOST_MARKS_IN_ONE,
    _CHARACTERS: MOST_PROSE,
    _LINES: MOST_LINES,
}
_IN_ALL: Final = {
    _MARKS: MOST_MARKS_IN_ALL,
    _CHARACTERS: MOST_PROSE_IN_ALL,
    _LINES: MOST_LINES_IN_ALL,
}


def prose_excess(sections: Iterable[str]) -> Excess | None:
    """Return the number (from 0) of the section that is too much, and why; None for none."""
    together = dict.fromkeys(_IN_ALL, 0)
    for number, text in enumerate(sections):
        held = {_MARKS: _marks(text), _CHARACTERS: len(text), _LINES: _lines(text)}
        if together[_MARKS] + held[_MARKS] > MOST_MARKS_IN_ONE:
            # A text that is told by itself is not told twice.
            held[_MARKS] -= sum(_marks(part) for part in text.split("\n\n") if excess(part))
        for unit, count in held.items():
            together[unit] += count
            whole, most = together[unit], _IN_ALL[unit]
            if whole > most:
                found = f"the sections hold {whole:,} {unit} up to the end of this one"
                return Excess(number, found, f"the most is {most:,}: make two briefings of them")
            if count > _IN_ONE[unit]:
                found, hint = f"the section holds {count:,} {unit}", "divide it into several"
                return Excess(number, found, f"the most is {_IN_ONE[unit]:,}: {hint}")
    return None


def _lines(text: str) -> int:
    return sum(1 for line in text.split("\n") if line and not line.isspace())


def excess(text: str) -> Excess | None:
    """Return the first thing in a text that is more than can be set; None for nothing."""
    if len(text) <= MOST_ACCENTS:
        return None
    if len(text) > MOST_CHARACTERS:
        found = f"a text of {len(text):,} characters; the most is {MOST_CHARACTERS:,}"
        return Excess(0, found, "divide it into paragraphs")
    longest = max(_GAP.split(text), key=len) if len(text) > LONGEST_WORD else ""
    if len(longest) > LONGEST_WORD:
        shown = longest[:_SHOWN]
        found = f'a word of {len(longest):,} letters, "{shown}…"; the most is {LONGEST_WORD:,}'
        return Excess(text.index(longest), found, "put spaces between its parts, or leave it out")
    accents = None if text.isascii() else _ACCENTS.search(text)
    if accents:
        found = f"{len(accents.group()):,} accents on one letter; the most is {MOST_ACCENTS}"
        return Excess(accents.start(), found, "leave out those that no language writes")
    return _too_many_marks(text) or _too_deep(text)


def _marks(text: str) -> int:
    return sum(1 for _ in _MARK.finditer(text))


def _too_many_marks(text: str) -> Excess | None:
    count = _marks(text) if len(text) > MOST_MARKS else 0
    if count <= MOST_MARKS:
        return None
    found = f"{count:,} marks such as * _ [ ` {{{{ in one text; the most is {MOST_MARKS:,}"
    return Excess(0, found, "divide it into paragraphs; a mark that is to be seen is written \\*")


def _too_deep(text: str) -> Excess | None:
    """Return where one bracket too many is open."""
    if text.count("[") <= MOST_OPEN:
        return None
    depth = 0
    for bracket in _BRACKET.finditer(text):
        depth = max(depth + _DEEPER.get(bracket.group(), 0), 0)
        if depth > MOST_OPEN:
            found = f"more than {MOST_OPEN} brackets [ that nothing closes"
            hint = "close each with ]; a bracket that is to be seen is written \\["
            return Excess(bracket.start(), found, hint)
    return None
