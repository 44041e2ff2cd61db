"""Makes the data of `assets/maps/` anew from what others publish; run by hand, at a new edition.

    python -m tests.maps.atlas WORLD_ATLAS CLDR_CORE OUT

WORLD_ATLAS and CLDR_CORE are the unpacked npm packages `world-atlas` (Natural Earth as TopoJSON)
and `cldr-core` (codes and which territories lie in which region). Written are the borders as arcs
that neighbours share, on a grid of a hundredth of a degree and two steps off at most, each place
by its code.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

_GRID: Final = 100  # to a degree
_UNIONS: Final = ("EU", "EZ", "UN")
_SLACK: Final = 2.0  # steps of the grid that a border may be off by
_SCALES: Final = ("110m", "50m")
_UNCODED: Final = {"Kosovo": "XK", "N. Cyprus": "x-n-cyprus", "Somaliland": "x-somaliland"}


def main(world_atlas: Path, cldr: Path, out: Path) -> None:
    """Write the atlases and the codes."""
    supplemental = cldr / "supplemental"
    codes = json.loads((supplemental / "codeMappings.json").read_text("utf-8"))
    codes = {
        code: each
        for code, each in codes["supplemental"]["codeMappings"].items()
        if len(code) == 2 and code not in _UNIONS
    }
    within = json.loads((supplemental / "territoryContainment.json").read_text("utf-8"))
    groups = dict(_groups(within["supplemental"]["territoryContainment"]))
    inside = {code for group in groups.values() for code in group}
    # Numbers of places that had other letters before go by today's.
    ordered = sorted(codes.items(), key=lambda each: each[0] in inside)
    alpha2 = {each["_numeric"]: code for code, each in ordered if "_numeric" in each}
    drawn: set[str] = set()
    for scale in _SCALES:
        topology = json.loads((world_atlas / f"countries-{scale}.json").read_text("utf-8"))
        made = atlas(topology, alpha2)
        drawn |= made["places"].keys()
        _write(out / f"world-{scale}.json", made)
    kept = {
        code: [each.get("_alpha3", ""), each.get("_numeric", "")]
        for code, each in sorted(codes.items())
        if code in inside | drawn
    }
    _write(out / "places.json", {"codes": kept, "within": groups})


def atlas(topology: Mapping[str, Any], alpha2: Mapping[str, str]) -> dict[str, Any]:
    """Return the arcs on our grid, as steps, and of each place its polygons: lists of arcs."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for steps in topology["arcs"]:
        x = y = 0
        line = []
        for dx, dy in steps:
            x, y = x + dx, y + dy
            line.append(((x * sx + tx) * _GRID, (y * sy + ty) * _GRID))
        flat: list[int] = []
        last = (0, 0)
        for place in _simplified(line):
            at = round(place[0]), round(place[1])
            flat += (at[0] - last[0], at[1] - last[1])
            last = at
        arcs.append(flat)
    places: dict[str, list[Any]] = {}
    for each in topology["objects"]["countries"]["geometries"]:
        polygons = each["arcs"] if each["type"] == "MultiPolygon" else [each["arcs"]]
        name = each["properties"]["name"]
        code = alpha2.get(
            each.get("id", ""), _UNCODED.get(name, f"x-{name.lower().replace(' ', '-').strip('.')}")
        )
        places.setdefault(code, []).extend(polygons)
    return {"grid": _GRID, "arcs": arcs, "places": dict(sorted(places.items()))}


def _simplified(line: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Return a line without the corners that lie nearly on it (Douglas and Peucker, 1973).

    A ring of one line keeps four at least.
    """
    far = [_distance(each, line[0], line[-1]) for each in line]
    farthest = max(range(len(line)), key=far.__getitem__)
    if len(line) > 2 and far[farthest] > (_SLACK if line[0] != line[-1] else 0):
        before, after = _simplified(line[: farthest + 1]), _simplified(line[farthest:])
        return before[:-1] + after
    return [line[0], line[-1]] if len(line) > 1 else line


def _distance(
    place: tuple[float, float], one: tuple[float, float], other: tuple[float, float]
) -> float:
    x, y = other[0] - one[0], other[1] - one[1]
    right, up = place[0] - one[0], place[1] - one[1]
    length = x * x + y * y
    share = min(1.0, max(0.0, (right * x + up * y) / length)) if length else 0.0
    return ((right - share * x) ** 2 + (up - share * y) ** 2) ** 0.5


def _groups(stated: Mapping[str, Any]) -> Iterator[tuple[str, list[str]]]:
    """Yield each region and union with every territory in it, however deep."""
    contains: dict[str, list[str]] = {}
    for name, each in stated.items():
        code, _, status = name.partition("-status-")
        if status in ("", "grouping"):
            contains.setdefault(code, []).extend(each["_contains"])

    def territories(code: str) -> set[str]:
        inner = contains.get(code)
        if inner is None or (len(code) == 2 and code not in _UNIONS):
            return {code} if len(code) == 2 and code not in _UNIONS else set()
        return {each for part in inner for each in territories(part)}

    for code in sorted(contains):
        if code.isdigit() or code in _UNIONS:
            yield code, sorted(territories(code))


def _write(path: Path, data: Mapping[str, Any]) -> None:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    path.write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
