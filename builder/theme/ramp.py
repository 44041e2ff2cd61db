"""Ramps: one hue from what hardly stands out to what does most, in steps that everyone tells apart.

Steps lie as far apart as can be for whom they are least apart: in colour, in grey print, and by the
three common kinds of colour blindness. Up to `PLAIN` of them are told apart by colour alone; of
more, every second has to be striped or named.
"""

from __future__ import annotations

import colorsys
from bisect import bisect_left
from functools import lru_cache
from itertools import pairwise
from typing import Final

from builder.theme import seeing
from builder.theme.theme import Colours, channels, contrast, luminance

RAMP: Final = "ramp:"
"""Before the step and the number of steps of a ramp in the first colour's hue, or in the other."""

_OTHER: Final = "/other"

MOST: Final = 7
"""Steps that can be told apart."""

PLAIN: Final = 5
"""Steps that lie at least as far apart as `seeing.LEAST` has it, by colour alone."""

_ENDS: Final = ((11.0, 28.0, 92.0), (8.0, 21.0, 94.0), (6.0, 15.0, 96.0), (5.0, 12.0, 97.0))
"""How far from the paper a ramp begins in lightness, and where it ends on light paper and on dark:
as mild as will do.
"""
_GRID: Final = 96  # places between the ends
_FAINTEST: Final = 0.5  # of the way from the paper
_HALVINGS: Final = 24
_NARROWINGS: Final = 9
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
    place, count = place_of(name)
    return place <= _FAINTEST * (count - 1)


def place_of(name: str) -> tuple[int, int]:
    """Return which step a name means, counted from 0, and of how many."""
    place, count = name.removeprefix(RAMP).partition("~")[0].removesuffix(_OTHER).split("/")
    return int(place), int(count)


def step(name: str, colours: Colours) -> str:
    """Return a step by its name, as `#RRGGBB`."""
    place, count = place_of(name)
    return ramp(colours.series[hue_of(name, colours)], colours.paper, count)[place]


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
    if count == 1:
        return (_at(base, _ends(paper, *_ENDS[0])[0]),)
    for ends in _ENDS if count <= PLAIN else _ENDS[-1:]:
        found, apart = _spread(base, *_ends(paper, *ends), count)
        if apart >= 1:
            break
    return found


def is_striped(place: int, count: int) -> bool:
    """Return whether a step, counted from 0, needs stripes where nothing else tells it from the
    ones beside it.
    """
    return count > PLAIN and place % 2 == 1


def _ends(paper: str, faint: float, least: float, greatest: float) -> tuple[float, float]:
    """Return the lightness of a ramp's two ends on a paper."""
    ground = lightness(paper)
    dark_ground = contrast(paper, "#FFFFFF") > contrast(paper, "#000000")
    return (ground + faint, greatest) if dark_ground else (ground - faint, least)


def _spread(base: str, near: float, far: float, count: int) -> tuple[tuple[str, ...], float]:
    """Return so many colours between two ends, as far apart as can be, and how far that is: 1 is
    `seeing.LEAST`.
    """
    hue, first, saturation = colorsys.rgb_to_hls(*channels(_at(base, near)))
    _, last, _ = colorsys.rgb_to_hls(*channels(_at(base, far)))
    grid = [_hex(hue, first + (last - first) * at / _GRID, saturation) for at in range(_GRID + 1)]

    def apart(one: int, other: int) -> float:
        return seeing.told_apart(grid[one], grid[other])

    def walk(step: float) -> list[int]:
        """Return as many places as there are room for, each at least a step from the one before."""
        found = [0]
        while len(found) < count and apart(found[-1], _GRID) >= step:
            at = found[-1]
            found.append(bisect_left(range(_GRID), step, at, key=lambda to: apart(at, to)))
        return found

    low, high = 0.0, apart(0, _GRID)
    for _ in range(_NARROWINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if len(walk(middle)) == count else (low, middle)
    places = [*walk(low)[:-1], _GRID]
    return tuple(grid[at] for at in places), min(apart(*pair) for pair in pairwise(places))


def lightness(colour: str) -> float:
    """Return CIE L* of a colour, from 0 to 100."""
    y = luminance(colour)
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
