"""Shapes of settings: takes a setting and the width that it is set to, returns all that it matters
to a page that fills with it, but for how pages may treat it.

Words of as many lines have one shape, whatever they say, and charts that are as high and can be as
much higher or less high. Of what holds more than that none is known.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any, Final

from builder.model.text import Run
from builder.outputs.pdf.write.flowable import Setting
from builder.outputs.pdf.write.flowables import TextBlock
from builder.outputs.pdf.write.stack import Around, Hung, Moved, Stack
from builder.outputs.pdf.write.stretches import continues


def shape_of(setting: Setting, width: float) -> Hashable:
    """Return the shape of a setting, None where that is not known."""
    known = SHAPES.get(type(setting))
    if known is None:
        return None
    setting.measured(width)
    return known(setting, width)


def _text(block: TextBlock, width: float) -> Hashable:
    """Return how many lines there are, where they may be divided, and what each refers to."""
    if any(run.formula for run in block.line):
        return None
    lines = [
        (continues(line), line.divides, *map(_refers, line.begins)) for line in block.lines or ()
    ]
    apart = block.spaceBefore, block.spaceAfter
    return ("text", width, block.left, apart, block.style.leading, block.style.pitch, *lines)


def _refers(run: Run) -> Hashable:
    return None if run.note is None and not run.link else (run.note, run.link)


def _stack(stack: Stack, width: float) -> Hashable:
    dress, inner = stack.dress, stack.inner(width)
    shapes = [shape_of(child, inner) for child in stack.children]
    if None in shapes:
        return None
    apart = stack.spaceBefore, stack.spaceAfter
    kept = stack.head, stack.foot, stack.whole
    return ("stack", width, apart, dress.padding, dress.left, dress.line is None, kept, *shapes)


def _around(around: Around, width: float) -> Hashable:
    shape = _stack(around, width)
    return None if shape is None else ("around", shape)


def _hung(hung: Hung, width: float) -> Hashable:
    shapes = shape_of(hung.label, hung.left - hung.gap), shape_of(hung.body, width - hung.left)
    apart = hung.spaceBefore, hung.spaceAfter
    return None if None in shapes else ("hung", width, hung.left, hung.gap, apart, *shapes)


def _moved(moved: Moved, width: float) -> Hashable:
    shape = shape_of(moved.body, width - moved.left)
    apart = moved.spaceBefore, moved.spaceAfter
    return None if shape is None else ("moved", width, moved.left, apart, shape)


SHAPES: Final[dict[type[Setting], Callable[[Any, float], Hashable]]] = {
    TextBlock: _text,
    Stack: _stack,
    Around: _around,
    Hung: _hung,
    Moved: _moved,
}
"""By kind; those who set other things add theirs."""
