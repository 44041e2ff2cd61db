"""Colours as others see them: `#RRGGBB` in, what is seen of it or how far two are apart out.

The three common kinds of colour blindness, wholly, by G. M. Machado, M. M. Oliveira and L. A. F.
Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency" (2009), whose
matrices are for linear light; grey by luminance (WCAG 2.2); differences by CIEDE2000 (ISO/CIE
11664-6), in which 1 is about the least that is seen side by side.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import Final, TypeAlias

from builder.theme.theme import light

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


def _times(matrix: tuple[Triple, Triple, Triple], parts: Triple) -> Triple:
    a, b, c = (sum(k * part for k, part in zip(row, parts, strict=True)) for row in matrix)
    return a, b, c


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
