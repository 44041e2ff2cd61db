"""All text in a part of the model: takes frozen data, yields the inline items in it."""

from __future__ import annotations

from collections.abc import Iterator

from builder.model.text import FigureUse, Inline, NoteMark, Reference, Run
from builder.problems import Place

_INLINE = Run | FigureUse | NoteMark | Reference


def parts(whole: object) -> Iterator[object]:
    """Yield every dataclass in a tuple or dataclass, outer before inner; no text, no place."""
    if isinstance(whole, tuple):
        for item in whole:
            yield from parts(item)
    elif hasattr(whole, "__dataclass_fields__") and not isinstance(whole, Place | _INLINE):
        yield whole
        for name in whole.__dataclass_fields__:
            yield from parts(getattr(whole, name))


def inlines(part: object) -> Iterator[Inline]:
    """Yield every inline item below a dataclass or tuple, in the order of fields."""
    if isinstance(part, _INLINE):
        yield part
    elif isinstance(part, tuple):
        for item in part:
            yield from inlines(item)
    elif hasattr(part, "__dataclass_fields__") and not isinstance(part, Place):
        for name in part.__dataclass_fields__:
            yield from inlines(getattr(part, name))
