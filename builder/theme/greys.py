"""The greys of what stands back: a theme, how many and beside which colours in, the greys out.

Each is seen on the paper, none is as light or as dark as another or as a colour that stands beside
it: they are told apart in grey print, and by those who do not see colours.
"""

from __future__ import annotations

import colorsys
from functools import lru_cache
from itertools import product
from typing import Final

from builder.theme.theme import Colours, channels, contrast

SEEN: Final = 3.1
"""The least contrast to the paper of a mark (WCAG 2.2, 1.4.11), rounding of colours included."""

APART: Final = 1.2
"""The least ratio between two marks of one key: that of neighbours on a scale of six."""

_FAR: Final = 1.45  # from one grey to the next where there is room
_STEP: Final = 0.01
_HALVINGS: Final = 24


def greys(colours: Colours, count: int, beside: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Return `count` greys, what stands out most first, apart from each other and the colours.

    They lie between the theme's `soft` and its ink, as far apart as there is room, and go on below
    `soft` where that is too little.
    """
    return _greys(colours.soft, colours.ink, colours.paper, count, beside)


@lru_cache(maxsize=512)
def _greys(soft: str, ink: str, paper: str, count: int, beside: tuple[str, ...]) -> tuple[str, ...]:
    taken = sorted(contrast(colour, paper) for colour in beside)
    if count == 1 and all(_ratio(contrast(soft, paper), level) >= APART for level in taken):
        return (soft,)
    most = contrast(ink, paper)
    # Greys that stand out more than what is highlighted would be looked at first.
    caps = [max(taken) / APART, most] if taken else [most]
    for start, cap in product((max(contrast(soft, paper), SEEN), SEEN), caps):
        levels = _far_apart(start, cap, count, taken)
        if levels:
            return tuple(_at(soft, paper, level) for level in reversed(levels))
    step = (most / SEEN) ** (1 / max(1, count - 1))
    return tuple(_at(soft, paper, SEEN * step**place) for place in reversed(range(count)))


def _far_apart(start: float, cap: float, count: int, taken: list[float]) -> list[float]:
    """Return contrasts from `start` to `cap`, as far apart as there is room; none without it."""
    step = _FAR
    while step >= APART:
        levels = _levels(start, step, count, taken)
        if levels[-1] <= cap:
            return levels
        step -= _STEP
    return []


def _levels(start: float, step: float, count: int, taken: list[float]) -> list[float]:
    """Return contrasts to the paper from `start` up, `step` apart, clear of those taken."""
    found: list[float] = []
    level = start
    while len(found) < count:
        near = [each for each in taken if _ratio(each, level) < APART]
        if near:
            level = near[-1] * (APART + _STEP)
            continue
        found.append(level)
        level *= step
    return found


def _ratio(one: float, other: float) -> float:
    return max(one, other) / min(one, other)


def _at(soft: str, paper: str, level: float) -> str:
    """Return the grey of a contrast to the paper: `soft` moved in lightness."""
    hue, _, saturation = colorsys.rgb_to_hls(*channels(soft))
    _, near, _ = colorsys.rgb_to_hls(*channels(paper))
    far = 0.0 if contrast(paper, "#FFFFFF") < contrast(paper, "#000000") else 1.0
    for _ in range(_HALVINGS):
        middle = (near + far) / 2
        if contrast(_hex(hue, middle, saturation), paper) < level:
            near = middle
        else:
            far = middle
    return _hex(hue, far, saturation)


def _hex(hue: float, light: float, saturation: float) -> str:
    mixed = colorsys.hls_to_rgb(hue, light, saturation)
    return "#" + "".join(f"{round(each * 255):02X}" for each in mixed)
