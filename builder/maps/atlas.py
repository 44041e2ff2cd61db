"""The places of the world: their borders, and which of them words mean.

Takes a scale and whose borders, returns each place's polygons. The shipped data are arcs that
neighbours share (`assets/maps/README.md`). A place that borders in dispute are drawn otherwise for
is joined to its neighbour by leaving out the arc between them.

Words are codes of ISO 3166 (two letters, three letters or three digits), or names of CLDR in any
language, which go by letters alone, without accents, so that "Côte d'Ivoire" is "cote divoire".
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, Final, Literal, TypeAlias

from builder.language.language import LANGUAGES, base_language
from builder.theme import assets

Degrees: TypeAlias = tuple[float, float]
"""Longitude east and latitude north."""

Ring: TypeAlias = tuple[Degrees, ...]
Polygon: TypeAlias = tuple[Ring, ...]
"""Its outline, then its holes."""

Borders = Literal["un", "natural-earth"]
Scale = Literal["110m", "50m"]
NAMES: Final = ("un", "natural-earth")
"""Whose borders there are."""

WORLD: Final = "001"
_Arcs: TypeAlias = list[list[int]]
_BEFORE: Final = {"&": "and", "st.": "saint", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "’": "'"}


@lru_cache(maxsize=4)
def polygons(scale: Scale, borders: Borders) -> Mapping[str, tuple[Polygon, ...]]:
    """Return the polygons of every place by its code: ISO 3166 where it has one, else `x-...`."""
    data = json.loads(assets.path("maps", f"world-{scale}.json").read_text("utf-8"))
    arcs = [_line(steps, data["grid"]) for steps in data["arcs"]]
    places: dict[str, list[_Arcs]] = data["places"]
    if borders == "un":
        for patch in patches():
            _give(places, patch, arcs)
    return {
        code: tuple(tuple(_ring(ring, arcs) for ring in polygon) for polygon in found)
        for code, found in places.items()
        if found
    }


@lru_cache(maxsize=1)
def patches() -> tuple[Mapping[str, Any], ...]:
    """Return what `borders: un` draws otherwise than Natural Earth, each with its ground."""
    stated = json.loads(assets.path("maps", "borders.json").read_text("utf-8"))
    return tuple(stated["patches"])


def is_inside(place: Sequence[float], ring: Ring) -> bool:
    """Return whether a place lies in a ring, by how often a line from it crosses the ring."""
    x, y = place
    inside = False
    for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside


def territories() -> tuple[str, ...]:
    """Return the code of every territory, two letters each."""
    return tuple(_data()["codes"])


def regions() -> tuple[str, ...]:
    """Return the codes of regions (UN M49) and unions."""
    return tuple(_data()["within"])


def within(region: str) -> frozenset[str]:
    """Return the territories of a region or union by its code; of a territory, itself."""
    return frozenset(_data()["within"].get(region, (region,)))


def named(code: str, language: str) -> str:
    """Return what a place or region is called in a language; its code where CLDR has no name."""
    return _names(language).get(code, code)


def plain(name: str) -> str:
    """Return the letters of a name that tell it from others."""
    name = name.casefold()
    for sign, letters in _BEFORE.items():
        name = name.replace(sign, letters)
    split = unicodedata.normalize("NFKD", name)
    kept = (char for char in split if char.isalnum() or char.isspace())
    return " ".join("".join(kept).split())


def code_of(words: str, language: str) -> str:
    """Return the code of the place or region that words mean; nothing where there is none.

    Its own language is asked first: what is one place there may be another elsewhere.
    """
    code = _codes().get(words.strip().lower())
    if code:
        return code
    if words.strip().upper() in regions():
        return words.strip().upper()
    sought = plain(words)
    own = base_language(language)
    for each in (own, *(other for other in LANGUAGES if other != own)):
        found = _known(each).get(sought)
        if found:
            return found
    return _also().get(sought, "")


def _line(steps: Sequence[int], grid: int) -> Ring:
    x = y = 0
    places = []
    for dx, dy in zip(steps[::2], steps[1::2], strict=True):
        x, y = x + dx, y + dy
        places.append((x / grid, y / grid))
    return tuple(places)


def _ring(ring: Sequence[int], arcs: Sequence[Ring]) -> Ring:
    places: list[Degrees] = []
    for number in ring:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        places += arc[1:] if places else arc
    return tuple(places)


def _give(places: dict[str, list[_Arcs]], patch: Mapping[str, Any], arcs: Sequence[Ring]) -> None:
    """Move what a patch names to the place that it is drawn with."""
    around = patch.get("around")
    taken = [
        polygon
        for polygon in places.get(patch["take"], ())
        if around is None or is_inside(around, _ring(polygon[0], arcs))
    ]
    kept = [polygon for polygon in places.get(patch["take"], ()) if polygon not in taken]
    places[patch["take"]] = kept
    for polygon in taken:
        places[patch["give"]] = _joined(places.get(patch["give"], []), polygon)


def _joined(own: list[_Arcs], other: _Arcs) -> list[_Arcs]:
    """Return polygons with one more, in one outline with the one that it shares arcs with."""
    found = {~number for number in other[0]}
    for at, polygon in enumerate(own):
        shared = found.intersection(polygon[0])
        if shared:
            whole = [
                *(number for number in polygon[0] if number not in shared),
                *(number for number in other[0] if ~number not in shared),
            ]
            rings = _rings(whole, arcs_ends=_ends(polygon[0], other[0]))
            return [*own[:at], [*rings, *polygon[1:], *other[1:]], *own[at + 1 :]]
    return [*own, other]


def _ends(*rings: Sequence[int]) -> Mapping[int, int]:
    """Return which corner each arc of some rings begins at; corners are numbered by meeting."""
    corner: dict[tuple[int, bool], int] = {}
    parent: dict[int, int] = {}

    def root(number: int) -> int:
        while parent[number] != number:
            number = parent[number]
        return number

    def of(number: int, *, end: bool) -> int:
        # The end of an arc is the beginning of the same arc backwards.
        name = (number, end) if number >= 0 else (~number, not end)
        if name not in corner:
            corner[name] = len(corner)
            parent[corner[name]] = corner[name]
        return corner[name]

    for ring in rings:
        for number, after in zip(ring, [*ring[1:], ring[0]], strict=True):
            one, two = root(of(number, end=True)), root(of(after, end=False))
            parent[one] = two
            of(number, end=False)
            of(after, end=True)
    numbers = {number for ring in rings for number in ring}
    begins = {number: root(of(number, end=False)) for number in numbers}
    return begins | {~number: root(of(number, end=True)) for number in numbers}


def _rings(numbers: Sequence[int], arcs_ends: Mapping[int, int]) -> list[list[int]]:
    """Return arcs as closed rings, the longest first: each arc ends where the next begins."""
    left = list(numbers)
    rings = []
    while left:
        ring = [left.pop(0)]
        while arcs_ends[~ring[-1]] != arcs_ends[ring[0]]:
            after = next(each for each in left if arcs_ends[each] == arcs_ends[~ring[-1]])
            left.remove(after)
            ring.append(after)
        rings.append(ring)
    return sorted(rings, key=len, reverse=True)


@lru_cache(maxsize=1)
def _data() -> Mapping[str, Any]:
    data: Mapping[str, Any] = json.loads(assets.path("maps", "places.json").read_text("utf-8"))
    return data


@lru_cache(maxsize=1)
def _also() -> Mapping[str, str]:
    """Return names in use that CLDR does not have, with their codes."""
    data = json.loads(assets.path("maps", "names.json").read_text("utf-8"))
    return dict(data["names"])


@lru_cache(maxsize=8)
def _names(language: str) -> Mapping[str, str]:
    from babel import Locale

    return dict(Locale.parse(base_language(language)).territories)


@lru_cache(maxsize=1)
def _codes() -> Mapping[str, str]:
    """Return every code, of any kind, with the two letters that we know the place by."""
    found: dict[str, str] = {}
    for code, (letters, digits) in _data()["codes"].items():
        for each in (code, letters, digits):
            if each:
                found[each.lower()] = code
    return found


@lru_cache(maxsize=8)
def _known(language: str) -> Mapping[str, str]:
    known = set(territories()) | set(regions())
    return {plain(name): code for code, name in _names(language).items() if code in known}
