"""Divides a chart's drawing: takes it and its chart, returns what stands above, within and below.

A screen reader says a figure's alternate text in place of what is drawn: title, measure, source
and note, which no alternate text repeats, must therefore stand outside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from builder.model.chart import ResolvedChart
from builder.model.text import Line, plain

if TYPE_CHECKING:
    from builder.model.displaylist import DisplayList, Operation


def parts_of(drawn: DisplayList, chart: ResolvedChart) -> tuple[DisplayList, ...]:
    """Return the drawing in three parts, in order: title and measure; the figure; source and note.

    A part whose words are not drawn as they stand in the chart stays with the figure.
    """
    operations = drawn.operations
    start = _said(operations, (chart.title, chart.subtitle))
    end = len(operations) - _said(operations[:start:-1], (chart.source_line, chart.note), back=True)
    parts = operations[:start], operations[start:end], operations[end:]
    return tuple(replace(drawn, operations=part, printed=()) for part in parts)


def _said(operations: Sequence[Operation], lines: Iterable[Line], *, back: bool = False) -> int:
    """Return how many of the first operations say the lines (`back`: the last, from the end)."""
    step = -1 if back else 1
    wanted = [word for line in lines for word in _words(plain(line))][::step]
    said, count = 0, 0
    for index, operation in enumerate(operations):
        text = getattr(operation, "text", None)
        if text is None:
            if back:
                break
            continue
        words = _words(text)[::step]
        if not words or wanted[said : said + len(words)] != words:
            break
        said += len(words)
        count = index + 1
    return count


def _words(text: str) -> list[str]:
    return text.replace("\u00a0", " ").split()
