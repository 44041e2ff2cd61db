"""Colours that follow from a theme's: shades of cells, the veil over a cover, the ink on a mark,
the greys of what stands back.

A shade sets a cell off by its value: it lies between the paper and a colour of the theme, never so
far from the paper that text in the theme's ink has less than 4.5:1 on it. It goes by its name,
which says how strong it is; so does the veil. The ink is the colour's name in which words on a mark
of a colour can be read.

Of greys it is taken how many and beside which colours. Each is seen on the paper, none is as light
or as dark as another or as a colour that stands beside it: they are told apart in grey print, and
by those who do not see colours.
"""

from __future__ import annotations

import colorsys
from collections.abc import Iterable
from functools import lru_cache
from itertools import product
from typing import Final

from builder.theme.theme import Colours, channels, contrast

SHADE: Final = "shade:"
"""Before how strong a shade is, from -1 to 1, where a colour of the theme may stand too."""

BAR: Final = 0.55
"""How strong the shade of bars is."""

_READABLE: Final = 4.5
_STRONGEST: Final = 0.5  # of the way from the paper to the colour
_STEPS: Final = 40
_THIN: Final = 0.5

VEIL: Final = "veil:"
"""Before how much of the paper, from 0 to 1, lies over a cover: the colours of its art."""

INK_ON: Final = "on:"
"""Before the slot of the mark that words stand on, where their own slot may stand."""

SEEN: Final = 3.1
"""The least contrast to the paper of a mark (WCAG 2.2, 1.4.11), rounding of colours included."""

APART: Final = 1.2
"""The least ratio between two marks of one key: that of neighbours on a scale of six."""

_FAR: Final = 1.27  # from one grey to the next where there is room: what is highlighted is darker
_MANY: Final = 3  # greys that begin as light as any that is seen
_STEP: Final = 0.01
_HALVINGS: Final = 24


def shade_name(level: float) -> str:
    """Return the name under which a shade stands where a colour of the theme may."""
    return f"{SHADE}{level:g}"


def veil_name(share: float) -> str:
    """Return the name under which a veiled accent stands where a colour of the theme may."""
    return f"{VEIL}{share:g}"


def veil(name: str, colours: Colours) -> str:
    """Return the cover's ground under a veil of what is read there, by its name, as `#RRGGBB`.

    On a dark ground it is thinner, so that words keep their contrast on it.
    """
    share = float(name.removeprefix(VEIL)) * (_THIN if colours.is_dark else 1.0)
    ground, over = (getattr(colours, colours.held(each)) for each in ("cover", "cover_ink"))
    pairs = zip(channels(ground), channels(over), strict=True)
    return _hex(one + share * (other - one) for one, other in pairs)


def base_of(name: str) -> str:
    """Return which colour of the theme a shade is made from: another one below nought."""
    return "highlight" if float(name.removeprefix(SHADE)) < 0 else "accent"


def shade(name: str, colours: Colours) -> str:
    """Return a shade by its name, as `#RRGGBB`."""
    level = abs(float(name.removeprefix(SHADE)))
    return _shade(level, getattr(colours, base_of(name)), colours.paper, colours.ink)


def ink_on(mark: str, colours: Colours) -> str:
    """Return `paper` or `ink`, whichever reads better on a colour (`#RRGGBB`).

    On one of middling lightness, where neither has 4.5:1 (WCAG 2.2, 1.4.3), it is black or white.
    """
    rows = ({"paper": colours.paper, "ink": colours.ink}, {"white": "#FFFFFF", "black": "#000000"})
    for inks in rows:
        best = max(inks, key=lambda name: contrast(inks[name], mark))
        if contrast(inks[best], mark) >= _READABLE:
            break
    return best


def greys(colours: Colours, count: int, beside: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Return `count` greys, what stands out most first, apart from each other and the colours.

    They lie between the theme's `soft` and its ink, and go on below `soft` where that is too
    little, or they are many: no grey is looked at before what is highlighted.
    """
    return _greys(colours.soft, colours.ink, colours.paper, count, beside)


@lru_cache(maxsize=512)
def _shade(level: float, base: str, paper: str, ink: str) -> str:
    steps = (_STRONGEST * step / _STEPS for step in range(_STEPS, 0, -1))
    most = next((s for s in steps if contrast(ink, _between(paper, base, s)) >= _READABLE), 0.0)
    return _between(paper, base, most * level)


def _between(paper: str, base: str, share: float) -> str:
    """Return the base's colour with its lightness so far on the way from the paper's to its own."""
    hue, light, saturation = colorsys.rgb_to_hls(*channels(base))
    _, other, _ = colorsys.rgb_to_hls(*channels(paper))
    return _hex(colorsys.hls_to_rgb(hue, other + share * (light - other), saturation))


@lru_cache(maxsize=512)
def _greys(soft: str, ink: str, paper: str, count: int, beside: tuple[str, ...]) -> tuple[str, ...]:
    taken = sorted(contrast(colour, paper) for colour in beside)
    if count == 1 and all(_ratio(contrast(soft, paper), level) >= APART for level in taken):
        return (soft,)
    most = contrast(ink, paper)
    # Greys that stand out more than what is highlighted would be looked at first.
    caps = [max(taken) / APART, most] if taken else [most]
    own = max(contrast(soft, paper), SEEN)
    # A theme of high contrast asks for more of all its marks.
    lightest = (own if own >= _READABLE else SEEN,) if count >= _MANY else (own, SEEN)
    for start, cap in product(lightest, caps):
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
        if contrast(_hex(colorsys.hls_to_rgb(hue, middle, saturation)), paper) < level:
            near = middle
        else:
            far = middle
    return _hex(colorsys.hls_to_rgb(hue, far, saturation))


def _hex(parts: Iterable[float]) -> str:
    return "#" + "".join(f"{round(each * 255):02X}" for each in parts)
