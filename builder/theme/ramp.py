"""Ramps of one hue, and colours as others see them.

A ramp goes from what hardly stands out to what does most, in steps that everyone tells apart: they
lie as far apart as can be for whom they are least apart, in colour, in grey print, and by the three
common kinds of colour blindness. Up to `PLAIN` of them are told apart by colour alone; of more,
every second has to be striped or named.

Of colours, `#RRGGBB` is taken, what is seen of it or how far two are apart returned. The kinds of
colour blindness are, wholly, by G. M. Machado, M. M. Oliveira and L. A. F. Fernandes, "A
Physiologically-based Model for Simulation of Color Vision Deficiency" (2009), whose matrices are
for linear light; grey is by luminance (WCAG 2.2); differences are by CIEDE2000 (ISO/CIE 11664-6),
in which 1 is about the least that is seen side by side.
"""

from __future__ import annotations

import colorsys
import math
from bisect import bisect_left
from functools import lru_cache
from itertools import pairwise
from typing import Final, TypeAlias

from builder.theme.theme import Colours, channels, contrast, light, luminance

RAMP: Final = "ramp:"
"""Before the step and the number of steps of a ramp in the first colour's hue, or in the other."""

_OTHER: Final = "/other"

MOST: Final = 7
"""Steps that can be told apart."""

PLAIN: Final = 5
"""Steps that lie at least as far apart as `LEAST` has it, by colour alone."""

_ENDS: Final = ((11.0, 28.0, 92.0), (8.0, 21.0, 94.0), (6.0, 15.0, 96.0), (5.0, 12.0, 97.0))
"""How far from the paper a ramp begins in lightness, and where it ends on light paper and on dark:
as mild as will do.
"""
_GRID: Final = 96  # places between the ends
_FAINTEST: Final = 0.5  # of the way from the paper
_HALVINGS: Final = 24
_NARROWINGS: Final = 9
_COLOURED: Final = 0.2  # saturation below which a hue is hardly seen

Triple: TypeAlias = tuple[float, float, float]
_MATRICES: Final[dict[str, tuple[Triple, Triple, Triple]]] = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
    "grey": ((0.2126, 0.7152, 0.0722),) * 3,
}

WAYS: Final = ("colour", *_MATRICES)
"""How pictures are looked at."""
LEAST: Final = {way: 10.0 if way == "grey" else 15.0 for way in WAYS}
"""How far neighbours are apart that nothing but colour tells from each other."""

_WHITE: Final = (0.95047, 1.0, 1.08883)  # of sRGB, D65
_TO_XYZ: Final = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)


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


def lightness(colour: str) -> float:
    """Return CIE L* of a colour, from 0 to 100."""
    y = luminance(colour)
    return 116 * y ** (1 / 3) - 16 if y > 0.008856 else 903.3 * y


def matrix_of(way: str) -> tuple[Triple, Triple, Triple] | None:
    """Return the matrix of a way of seeing, for linear light; None for all colours as they are."""
    return _MATRICES.get(way)


@lru_cache(maxsize=4096)
def seen(colour: str, way: str) -> Triple:
    """Return what is seen of a colour, as L*, a* and b*."""
    shone, matrix = light(colour), matrix_of(way)
    if matrix is not None:
        a, b, c = (min(max(part, 0.0), 1.0) for part in _times(matrix, shone))
        shone = a, b, c
    x, y, z = (
        part ** (1 / 3) if part > 216 / 24389 else (24389 / 27 * part + 16) / 116
        for part in (v / w for v, w in zip(_times(_TO_XYZ, shone), _WHITE, strict=True))
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def apart(one: str, other: str, way: str = "colour") -> float:
    """Return how far two colours are apart when they are looked at in a way."""
    return difference(seen(one, way), seen(other, way))


@lru_cache(maxsize=4096)
def told_apart(one: str, other: str) -> float:
    """Return how far two colours are apart for whom they are least apart: 1 is `LEAST`."""
    return min(apart(one, other, way) / least for way, least in LEAST.items())


def difference(one: Triple, other: Triple) -> float:
    """Return CIEDE2000 of two colours in L*a*b*, all weights 1."""
    (l1, a1, b1), (l2, a2, b2) = one, other
    mean = ((math.hypot(a1, b1) + math.hypot(a2, b2)) / 2) ** 7
    stretch = 1 + 0.5 * (1 - math.sqrt(mean / (mean + 25**7)))
    c1, c2 = math.hypot(stretch * a1, b1), math.hypot(stretch * a2, b2)
    h1, h2 = (math.degrees(math.atan2(b, stretch * a)) % 360 for a, b in ((a1, b1), (a2, b2)))
    turn = (h2 - h1 + 180) % 360 - 180 if c1 * c2 else 0.0
    across = 2 * math.sqrt(c1 * c2) * math.sin(math.radians(turn) / 2)
    chroma = (c1 + c2) / 2
    hue = (h1 + turn / 2) % 360 if c1 * c2 else h1 + h2
    weight = (
        1
        - 0.17 * math.cos(math.radians(hue - 30))
        + 0.24 * math.cos(math.radians(2 * hue))
        + 0.32 * math.cos(math.radians(3 * hue + 6))
        - 0.20 * math.cos(math.radians(4 * hue - 63))
    )
    off = ((l1 + l2) / 2 - 50) ** 2
    by_light = (l2 - l1) / (1 + 0.015 * off / math.sqrt(20 + off))
    by_chroma = (c2 - c1) / (1 + 0.045 * chroma)
    by_hue = across / (1 + 0.015 * chroma * weight)
    turned = 30 * math.exp(-(((hue - 275) / 25) ** 2))
    rest = -2 * math.sqrt(chroma**7 / (chroma**7 + 25**7)) * math.sin(math.radians(2 * turned))
    return math.sqrt(by_light**2 + by_chroma**2 + by_hue**2 + rest * by_chroma * by_hue)


@lru_cache(maxsize=64)
def _farthest(series: tuple[str, ...]) -> int:
    """Return which colour that is no grey lies farthest from the first one's hue."""
    tones = [colorsys.rgb_to_hls(*channels(colour)) for colour in series]
    first = tones[0][0]

    def away(place: int) -> float:
        apart = abs(tones[place][0] - first)
        return min(apart, 1 - apart) if tones[place][2] >= _COLOURED else 0.0

    return max(range(len(series)), key=away)


def _ends(paper: str, faint: float, least: float, greatest: float) -> tuple[float, float]:
    """Return the lightness of a ramp's two ends on a paper."""
    ground = lightness(paper)
    dark_ground = contrast(paper, "#FFFFFF") > contrast(paper, "#000000")
    return (ground + faint, greatest) if dark_ground else (ground - faint, least)


def _spread(base: str, near: float, far: float, count: int) -> tuple[tuple[str, ...], float]:
    """Return so many colours between two ends, as far apart as can be, and how far that is: 1 is
    `LEAST`.
    """
    hue, first, saturation = colorsys.rgb_to_hls(*channels(_at(base, near)))
    _, last, _ = colorsys.rgb_to_hls(*channels(_at(base, far)))
    grid = [_hex(hue, first + (last - first) * at / _GRID, saturation) for at in range(_GRID + 1)]

    def apart(one: int, other: int) -> float:
        return told_apart(grid[one], grid[other])

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


def _times(matrix: tuple[Triple, Triple, Triple], parts: Triple) -> Triple:
    a, b, c = (sum(k * part for k, part in zip(row, parts, strict=True)) for row in matrix)
    return a, b, c
