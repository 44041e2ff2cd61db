"""Walking content: takes any block, section or specification, and reaches every text in it.

It goes by the fields of the dataclasses, so that a new kind of block needs no word here.

Both writers would notice, but only while writing; here `check` sees it too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from functools import lru_cache
from typing import Any, Final, TypeGuard, TypeVar

from builder.model.briefing import Briefing
from builder.model.text import FigureUse, Line, NoteMark, Reference, Run, Text
from builder.problems import NOWHERE, Place, Problems
from builder.theme.metrics import FontMetrics
from builder.theme.theme import Theme

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


# Spaces and hyphens for which the writers have a stand-in, and signs that are never drawn.
_STOOD_IN: Final = frozenset("\n\t\u00ad\u2009\u200a\u2011\u202f")


def check_coverage(briefing: Briefing, theme: Theme, problems: Problems) -> None:
    """Report every character that neither face of the theme can draw, once, where it first is."""
    cuts = [FontMetrics.of(name) for name in (theme.serif.regular, theme.sans.semibold)]
    used = set().union(*(run.text for run, _ in _runs(briefing))) - _STOOD_IN
    missing = {character for character in used if all(cut.missing(character) for cut in cuts)}
    for run, place in _runs(briefing) if missing else ():
        for character in sorted(missing.intersection(run.text)):
            missing.remove(character)
            problems.error(
                run.place if run.place != NOWHERE else place,
                f'no font of the theme has the character "{character}"'
                f' (U+{ord(character):04X}), in "{run.text.strip()}"',
                f"{theme.serif.name} and {theme.sans.name} were asked: write it in characters "
                "that they have, or choose a theme whose fonts have it",
            )


def _runs(briefing: Briefing) -> Iterator[tuple[Run, Place]]:
    """Yield every run that a file will show, with the nearest place for one that has none."""
    parts = (
        briefing.title,
        briefing.subtitle,
        *briefing.sections,
        *briefing.notes,
        *briefing.charts.values(),
        *briefing.tables.values(),
    )
    for part in parts:
        nearest = briefing.meta.place
        for found in walked(part):
            if isinstance(found, Run):
                yield found, nearest
            elif isinstance(found, tuple):
                yield from ((item, nearest) for item in found if isinstance(item, Run))
            elif is_dataclass(found):
                nearest = getattr(found, "place", nearest)
    for forms in briefing.printed.values():
        for line in forms.values():
            for run in line:
                yield run, briefing.meta.place
