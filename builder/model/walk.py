"""Walking content: takes any block, section or specification, and reaches every text in it.

It goes by the fields of the dataclasses, so that a new kind of block needs no word here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from functools import lru_cache
from typing import Any, Final, TypeGuard, TypeVar

from builder.model.text import FigureUse, Line, NoteMark, Reference, Run, Text
from builder.problems import Place

_T = TypeVar("_T")


_INLINES: Final = (Run, FigureUse, NoteMark, Reference)


def is_text(value: object) -> TypeGuard[Text]:
    """Return whether a value is text that is not empty: a tuple of inlines holds nothing else."""
    return isinstance(value, tuple) and bool(value) and isinstance(value[0], _INLINES)


def mapped(value: _T, line_of: Callable[[Text], Line]) -> _T:
    """Return the same blocks with every text in them turned into a line by `line_of`."""
    result: Any = value
    if is_text(value):
        result = line_of(value)
    elif isinstance(value, tuple) and value:
        result = tuple(mapped(item, line_of) for item in value)
    elif is_dataclass(value) and not isinstance(value, type):
        changed = {}
        for name in _names(type(value)):
            before = getattr(value, name)
            after = mapped(before, line_of)
            if after is not before:
                changed[name] = after
        result = replace(value, **changed) if changed else value
    return result  # type: ignore[no-any-return]


def walked(value: object) -> Iterator[object]:
    """Yield every text and every dataclass in `value`, outer before inner, in reading order."""
    if is_text(value):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from walked(item)
    elif is_dataclass(value) and not isinstance(value, type):
        yield value
        for name in _names(type(value)):
            yield from walked(getattr(value, name))


def texts_of(value: object) -> Iterator[Text]:
    """Yield every text in `value` in reading order."""
    for found in walked(value):
        if is_text(found):
            yield found


@lru_cache(maxsize=64)
def _names(kind: type) -> tuple[str, ...]:
    """Return the fields that may hold text; a place never does, and there are many of them."""
    if kind is Place:
        return ()
    return tuple(item.name for item in fields(kind) if item.name != "place")
