"""Ramps: one hue from what hardly stands out to what does most, in even steps of lightness.

Steps are even in CIE lightness, so that neighbours stay apart in grey print and for those who do
not see colours: with the seven that a ramp has at most, by ten or more.
"""

from __future__ import annotations

import colorsys
from functools import lru_cache
from typing import Final

from builder.theme.theme import Colours, channels, contrast

RAMP: Final = "ramp:"
"""Before the step and the number of steps of a ramp in the first colour's hue, or in the other."""

_OTHER: Final = "/other"

MOST: Final = 7
"""Steps that can be told apart."""

_FAINT: Final = 11.0  # in lightness from the paper
_LEAST: Final = 28.0
_FAINTEST: Final = 0.5  # of the way from the paper
_GREATEST: Final = 92.0
_HALVINGS: Final = 24
_COLOURED: Final = 0.2  # saturation below which a hue is hardly seen


def step_name(place: int, count: int, *, other: bool = False) -> str:
    """Return the name of a step of a ramp, counted from 0: the last stands out most.

    It is of the first colour's hue, or of the `other` one, which lies farthest from it.
    """
    return f"{RAMP}{place}/{count}{_OTHER if other else ''}"


def is_faint(name: str) -> bool:
    """Return whether a colour is a step of a ramp that the paper is less than 3:1 apart from: such
    a mark needs an outline (WCAG 2.2, 1.4.11).
    """
    if not name.startswith(RAMP):
        return False
    place, count = name.removeprefix(RAMP).partition("~")[0].removesuffix(_OTHER).split("/")
    return int(place) <= _FAINTEST * (int(count) - 1)


def step(name: str, colours: Colours) -> str:
    """Return a step by its name, as `#RRGGBB`."""
    place, count = name.removeprefix(RAMP).removesuffix(_OTHER).split("/")
    return ramp(colours.series[hue_of(name, colours)], colours.paper, int(count))[int(place)]


def hue_of(name: str, colours: Colours) -> int:
    """Return which colour of the series a step has its hue of, from 0."""
    return _farthest(colours.series) if name.endswith(_OTHER) else 0


@lru_cache(maxsize=64)
def _farthest(series: tuple[str, ...]) -> int:
    """Return which colour that is no grey lies farthest from the first one's hue."""
    tones = [colorsys.rgb_to_hls(*channels(colour)) for colour in series]
    first = tones[0][0]

    def away(place: int) -> float:
        apart = abs(tones[place][0] - first)
        return min(apart, 1 - apart) if tones[place][2] >= _COLOURED else 0.0

    return max(range(len(series)), key=away)


@lru_cache(maxsize=256)
def ramp(base: str, paper: str, count: int) -> tuple[str, ...]:
    """Return `count` colours of the hue of `base`, from that nearest to the paper on.

    Raises:
        ValueError: more are asked for than can be told apart.
    """
    if not 1 <= count <= MOST:
        raise ValueError(count)
    ground = lightness(paper)
    dark_ground = contrast(paper, "#FFFFFF") > contrast(paper, "#000000")
    near, far = (ground + _FAINT, _GREATEST) if dark_ground else (ground - _FAINT, _LEAST)
    steps = max(1, count - 1)
    return tuple(_at(base, near + (far - near) * place / steps) for place in range(count))


def lightness(colour: str) -> float:
    """Return CIE L* of a colour, from 0 to 100."""
    red, green, blue = (
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4
        for each in channels(colour)
    )
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    return 116 * y ** (1 / 3) - 16 if y > 0.008856 else 903.3 * y


def _at(base: str, wanted: float) -> str:
    """Return the base's hue and saturation at a lightness."""
    hue, _, saturation = colorsys.rgb_to_hls(*channels(base))
    low, high = 0.0, 1.0
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        if lightness(_hex(hue, middle, saturation)) < wanted:
            low = middle
        else:
            high = middle
    return _hex(hue, (low + high) / 2, saturation)


def _hex(hue: float, light: float, saturation: float) -> str:
    mixed = colorsys.hls_to_rgb(hue, light, saturation)
    return "#" + "".join(f"{round(each * 255):02X}" for each in mixed)
