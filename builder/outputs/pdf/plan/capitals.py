"""Small capitals as the paper prints them: takes runs, returns runs of capitals.

What was typed small is a capital that is set smaller, so that readers and proof meet the letters
that stand on the page. Figures, dates and names stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from builder.model.text import Line, Run


def capitals(line: Line) -> Line:
    """Return a line with its small capitals in capitals."""
    if not any(run.manner.capitals for run in line):
        return line
    return tuple(part for run in line for part in in_capitals(run))


def in_capitals(run: Run) -> Iterator[Run]:
    """Yield the parts of a run that is in small capitals, else the run."""
    if not run.manner.capitals:
        yield run
        return
    large = run.manner._replace(capitals=False)
    if run.owner is not None:
        yield replace(run, manner=large)
        return
    at = 0
    for small, letters in groupby(run.text, str.islower):
        words = "".join(letters)
        yield replace(
            run,
            text=words.upper() if small else words,
            manner=run.manner if small else large,
            place=run.place_at(at),
            breaks=(),
        )
        at += len(words)
