"""Maps of an author's own: the GeoJSON that a map is drawn from, read and looked at (RFC 7946)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from math import isfinite
from typing import TYPE_CHECKING, Any, Final

from builder import files
from builder.content.listing import MAP
from builder.model.chart import ChartSpec
from builder.model.land import Geography, GeoPlace
from builder.problems import Problems, known_names

if TYPE_CHECKING:
    from builder.content.files import Folder

SHAPES: Final = "shapes"
_MOST: Final = 200_000
_EARTH: Final = (180.0, 90.0)
_LEAST: Final = 1e-7  # degrees: a hundredth of a metre
_FORMS: Final = ("Polygon", "MultiPolygon")


class _UnusableError(ValueError):
    """A file is no map; `found` says why, `hint` what to do."""

    def __init__(self, found: str, hint: str) -> None:
        self.found, self.hint = found, hint
        super().__init__(found)


def with_geography(
    charts: Mapping[str, ChartSpec], held: Folder, problems: Problems
) -> tuple[dict[str, ChartSpec], list[tuple[str, bytes]]]:
    """Return charts with the shapes of the files that they name, and those files' bytes by name."""
    found, used = dict(charts), dict[str, bytes]()
    read: dict[str, Geography | None] = {}
    for name, chart in charts.items():
        stated = chart.own(SHAPES)
        if not stated:
            continue
        file = f"data/{stated[0].removesuffix(MAP)}{MAP}"
        if len(stated) > 1 or files.is_outside(file):
            hint = f"name one file of data/: districts for data/districts{MAP}"
            problems.error(chart.place, f'chart "{name}": `shapes` is "{", ".join(stated)}"', hint)
            continue
        if file not in read:
            read[file] = _read(file, chart, held, used, problems)
        found[name] = replace(chart, shapes=read[file])
    return found, sorted(used.items())


def _read(
    file: str, chart: ChartSpec, held: Folder, used: dict[str, bytes], problems: Problems
) -> Geography | None:
    path = held.path / file
    if not files.exists(path):
        hint = known_names(file, _lying(held))
        problems.error(chart.place, f'chart "{chart.id}": no file "{file}"', hint)
        return None
    try:
        used[file] = files.read(path, files.TABLE, held.path)
        return geography(file, used[file])
    except (_UnusableError, files.RefusedFileError) as error:
        problems.error(chart.place, f'chart "{chart.id}": "{file}": {error.found}', error.hint)
        return None


def _lying(held: Folder) -> list[str]:
    try:
        names = [each.name for each in files.listed(held.path / "data", held.path)]
    except files.RefusedFileError:
        return []
    return [f"data/{each}" for each in names if each.endswith(MAP)]


def geography(file: str, data: bytes) -> Geography:
    """Return the places of a GeoJSON file.

    Raises:
        _UnusableError: it is none, holds no areas, or too much.
    """
    try:
        stated = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        hint = "export it as GeoJSON again (FeatureCollection, WGS 84)"
        raise _UnusableError(f"is no JSON: {error}"[:200], hint) from None
    features = stated.get("features") if isinstance(stated, dict) else None
    if not isinstance(features, list):
        hint = "export it as GeoJSON: a FeatureCollection, which TopoJSON is not"
        raise _UnusableError("is no FeatureCollection", hint)
    left = [_MOST]
    places = tuple(place for each in features if (place := _place(each, left)) is not None)
    if not places:
        raise _UnusableError("holds no areas", "a map is drawn from polygons that have properties")
    return Geography(file, places)


def _place(feature: Any, left: list[int]) -> GeoPlace | None:
    """Return a feature with an area; None for others, such as points and lines."""
    form = feature.get("geometry") if isinstance(feature, dict) else None
    if not isinstance(form, dict) or form.get("type") not in _FORMS:
        return None
    several = form.get("coordinates")
    polygons = [several] if form["type"] == "Polygon" else several
    stated = feature.get("properties")
    properties = stated if isinstance(stated, dict) else {}
    named = {"id": feature.get("id"), **properties}
    words = tuple((str(k), str(v)) for k, v in named.items() if isinstance(v, str | int | float))
    outlines = tuple(_polygons(polygons, left))
    return GeoPlace(words, outlines) if outlines else None


def _polygons(polygons: Any, left: list[int]) -> Iterator[tuple[Any, ...]]:
    for polygon in polygons if isinstance(polygons, list) else ():
        held = polygon if isinstance(polygon, list) else ()
        rings = [_ring(ring, left) for ring in held if isinstance(ring, list)]
        if rings and _encloses(rings[0]):
            yield tuple(ring for ring in rings if _encloses(ring))


def _encloses(ring: tuple[tuple[float, float], ...]) -> bool:
    """Return whether a ring has an extent in both directions, and so may be drawn."""
    return len(set(ring)) > 2 and all(
        max(across) - min(across) > _LEAST for across in zip(*ring, strict=True)
    )


def _ring(ring: list[Any], left: list[int]) -> tuple[tuple[float, float], ...]:
    left[0] -= len(ring)
    if left[0] < 0:
        hint = "simplify its lines: a map of a page shows some ten thousand corners"
        raise _UnusableError(f"has more than {_MOST:,} corners", hint)
    try:
        places = tuple((float(each[0]), float(each[1])) for each in ring)
    except (TypeError, ValueError, IndexError, KeyError, OverflowError):
        raise _UnusableError("has a corner that is no place", "export it again") from None
    for place in places:
        if not all(isfinite(v) and abs(v) <= most for v, most in zip(place, _EARTH, strict=True)):
            raise _UnusableError(
                f"has a corner at {place[0]:g}, {place[1]:g}",
                "places are degrees east and north (WGS 84, RFC 7946, 4): export it in those",
            )
    return places
