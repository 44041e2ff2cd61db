"""Dashes in a line that are heard by what stands beside them: takes a line, returns it with these.

A dash between two figures is a range, "12 to 18 months"; any other between words is no empty cell.
"""

from __future__ import annotations

from typing import Final

from builder.frozen import replace
from builder.language.aloud import aloud_of
from builder.model.text import Line, Run

_DASH: Final = "–"
_THIN: Final = "\u2009\u202f\u2060"  # as house styles set around it; plain ones part a sentence
_NUMBERS: Final = frozenset({"figure", "date", "cell"})


def with_ranges(line: Line, tag: str) -> Line:
    """Return a line whose dashes between words have what is heard in place of them."""
    at = [number for number, run in enumerate(line) if run.text.strip(_THIN) == _DASH]
    if not at or len(line) == 1:
        return line
    found = list(line)
    for number in at:
        between = 0 < number < len(line) - 1
        ends = between and _is_number(line[number - 1]) and _is_number(line[number + 1])
        heard = f" {aloud_of(tag).to} " if ends else line[number].text
        found[number] = replace(line[number], heard=heard)
    return tuple(found)


def _is_number(run: Run) -> bool:
    return run.owner is not None and run.owner.kind in _NUMBERS
