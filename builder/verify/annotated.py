"""Annotations of native charts whose values were changed: places as made and as found in, findings
out.

An arrow, a line or words at a mark are shapes over the plot, and do not follow it: their names say
of which points they tell, so that who changed a point is told what no longer holds.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, TypeAlias

from builder.model.ledger import LedgerPlace
from builder.verify.reading import Finding

_NAMED: Final = re.compile(r"(Difference|Line|Text) \d+ of (.+?), ((?:series|every series).*)")
_POINT: Final = re.compile(r"series (\d+), point (\d+)")
_ENDS: Final = re.compile(r"(every series|series \d+)(?:, point (\d+))?")
_MEAN: Final = re.compile(r"(.+)!mean/(\d+)")
_CHART: Final = "Chart "

Points: TypeAlias = Mapping[tuple[int, str], set[tuple[int, int]]]
"""Points whose values were changed, (series, point), by slide and chart."""


def unfollowed(expected: Iterable[LedgerPlace], actual: Iterable[LedgerPlace]) -> Iterator[Finding]:
    """Yield each annotation that rests on values which a deck has otherwise than it was made."""
    held = list(expected)
    changed = _changed(held, actual)
    if not changed:
        return
    told = set()
    for place in held:
        for chart, series, point, what in _tells_of(place, held):
            found = changed.get((place.page, chart), set())
            hit = any(
                series in (0, row) and point in (0, at) and (place.page, what) not in told
                for row, at in found
            )
            if hit:
                told.add((place.page, what))
                why = f"{what} rests on values that were changed"
                yield Finding("deck", place.page, "chart", "", "", why)


def _changed(expected: Iterable[LedgerPlace], actual: Iterable[LedgerPlace]) -> Points:
    now = {(p.page, p.within, p.part): p.text for p in actual if p.channel == "chart"}
    found: dict[tuple[int, str], set[tuple[int, int]]] = defaultdict(set)
    for place in expected:
        point = _POINT.fullmatch(place.part) if place.channel == "chart" else None
        if point and now.get((place.page, place.within, place.part)) != place.text:
            chart = place.within.removeprefix(_CHART)
            found[place.page, chart].add((int(point[1]), int(point[2])))
    return found


def _tells_of(
    place: LedgerPlace, held: Iterable[LedgerPlace]
) -> Iterator[tuple[str, int, int, str]]:
    """Yield the points that a place tells of: chart, series and point (0: all), and what it is."""
    named = _NAMED.fullmatch(place.within)
    if named:
        for end in _ENDS.finditer(named[3]):
            series = 0 if end[1].startswith("every") else int(end[1].split()[1])
            yield named[2], series, int(end[2] or 0), _called(place, held)
    for owned in place.owned if place.channel == "workbook" else ():
        mean = _MEAN.fullmatch(owned.owner)
        if mean:
            what = f"the line at the mean, {place.text}, of {_CHART}{mean[1]}"
            yield mean[1], int(mean[2]), 0, what


def _called(place: LedgerPlace, held: Iterable[LedgerPlace]) -> str:
    """Return what an annotation is called: by its name, and what its description says."""
    here = [p for p in held if (p.page, p.within) == (place.page, place.within)]
    said = (p.text for channel in ("alt", "body") for p in here if p.channel == channel)
    words = next((text for text in said if text), "")
    return f"{place.within}: “{words}”" if words else place.within
