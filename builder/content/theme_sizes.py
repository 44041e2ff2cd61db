"""Sizes of a theme that a page or slide can bear: takes a theme, reports each one that cannot be.

A size of nothing, or less, is none; beyond these bounds nothing could be read, or nothing would
fit. Within them whatever does not fit is told where it stands.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, TypeAlias

from builder.content.entries import ContentEntry
from builder.problems import Problems
from builder.theme.theme import Theme

Key: TypeAlias = tuple[str, ...]
Bounds: TypeAlias = tuple[float, float, str]
_TEXT: Final[Bounds] = (4, 96, " points")
_LINES: Final[Bounds] = (4, 144, " points")
_BOUNDS: Final[dict[Key, Bounds]] = {
    ("paper", "body"): _TEXT,
    ("paper", "leading"): _LINES,
    ("paper", "small"): _TEXT,
    ("paper", "small_leading"): _LINES,
    ("paper", "headings"): _TEXT,
    ("paper", "title"): _TEXT,
    ("paper", "margins_mm"): (0, 80, " millimetres"),
    ("paper", "measure"): (20, 200, " characters"),
    ("paper", "scale"): (0.5, 4, ""),
    ("deck", "title"): _TEXT,
    ("deck", "body"): _TEXT,
    ("deck", "small"): _TEXT,
    ("deck", "scale"): (0.5, 4, ""),
}


def check_sizes(entry: ContentEntry, theme: Theme, problems: Problems) -> None:
    """Report the sizes of a theme that no page or slide can bear."""
    for key, size in _sizes(theme):
        least, most, unit = _BOUNDS[key]
        if not least <= size <= most:
            problems.error(
                entry.where(*key),
                f"{key[-1]}: {size:g} is no size that can be read or would fit",
                f"expected {least:g} to {most:g}{unit}",
            )


def _sizes(theme: Theme) -> Iterator[tuple[Key, float]]:
    for key in _BOUNDS:
        part, name = key
        held = getattr(theme.paper if part == "paper" else theme.deck, name)
        yield from ((key, size) for size in (held if isinstance(held, tuple) else (held,)))
