"""All text in a part of the model: takes frozen data, yields the inline items in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from functools import cache
from typing import Any

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
        for name in _names(part.__class__):
            yield from inlines(getattr(part, name))


@cache
def _names(kind: type[Any]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))
