"""All text in a part of the model: takes frozen data, yields the inline items in it."""

from __future__ import annotations

from collections.abc import Iterator

from builder.model.text import FigureUse, Inline, NoteMark, Run
from builder.problems import Place


def inlines(part: object) -> Iterator[Inline]:
    """Yield every inline item below a dataclass or tuple, in the order of fields."""
    if isinstance(part, Run | FigureUse | NoteMark):
        yield part
    elif isinstance(part, tuple):
        for item in part:
            yield from inlines(item)
    elif hasattr(part, "__dataclass_fields__") and not isinstance(part, Place):
        for name in part.__dataclass_fields__:
            yield from inlines(getattr(part, name))
