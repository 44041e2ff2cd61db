"""Where texts and shapes stand on slides, how large they are and what they are filled with, and
whether what annotates charts still holds: as made and as found in, findings out.

Asked of decks that another program has written anew, whose shapes no digest tells any more. Of a
text without a ground of its own its size is its type's. Any other shape says as much by its length
as a bar of a chart does, and by its colour as a class of a map does: all four of its edges are held
to the plan, and what it is filled with is.

An arrow, a line or words at a mark are shapes over the plot of a native chart, and do not follow
it: their names say of which points they tell, so that who changed a point is told what no longer
holds.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, TypeAlias

from builder.model.ledger import Box, LedgerPlace
from builder.verify import fills
from builder.verify.reading import Finding, canonical, shortened

APART: Final = 0.5 * 72 / 25.4
"""Points, half a millimetre: how far an edge may have moved."""

SIZES_APART: Final = 0.25
"""Points: how much larger or smaller type may have become."""

_TOLD: Final = 40
_NAMED: Final = re.compile(r"(Difference|Line|Text) \d+ of (.+?), ((?:series|every series).*)")
_POINT: Final = re.compile(r"series (\d+), point (\d+)")
_ENDS: Final = re.compile(r"(every series|series \d+)(?:, point (\d+))?")
_MEAN: Final = re.compile(r"(.+)!mean/(\d+)")
_CHART: Final = "Chart "

Points: TypeAlias = Mapping[tuple[int, str], set[tuple[int, int]]]
"""Points whose values were changed, (series, point), by slide and chart."""


def out_of_place(
    expected: Iterable[LedgerPlace], actual: Iterable[LedgerPlace]
) -> Iterator[Finding]:
    """Yield texts and shapes that stand elsewhere, or are of another size or colour, than they were
    made.

    Shapes are held where a slide has as many as it was made with: others are told by themselves.
    """
    wanted, found = list(expected), list(actual)
    yield from _texts(wanted, found)
    shapes = _shapes(found)
    for page, made in _shapes(wanted).items():
        now = shapes.get(page, ())
        if len(made) == len(now):
            for place, other in zip(made, now, strict=True):
                yield from _held(place, other, _called(place), whole=True)


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


def _texts(expected: Iterable[LedgerPlace], actual: Iterable[LedgerPlace]) -> Iterator[Finding]:
    waiting: dict[tuple[int, str], list[LedgerPlace]] = defaultdict(list)
    for place in actual:
        if place.channel == "body":
            waiting[place.page, canonical(place.text)].append(place)
    for place in expected:
        same = waiting[place.page, canonical(place.text)] if place.channel == "body" else []
        if not same:
            continue
        found, called = same.pop(0), f'"{shortened(place.text, _TOLD)}"'
        yield from _held(place, found, called, whole=bool(place.filled))
        if place.size and found.size and abs(place.size - found.size) > SIZES_APART:
            why = f"{called} is set in {found.size:g} points, made in {place.size:g}"
            yield _look(place, why)


def _shapes(places: Iterable[LedgerPlace]) -> Mapping[int, Sequence[LedgerPlace]]:
    """Return what is drawn on slides without words: areas, lines and pictures, by slide."""
    found: dict[int, list[LedgerPlace]] = defaultdict(list)
    for place in places:
        if place.channel == "look" and place.part == "shape":
            found[place.page].append(place)
    return found


def _called(place: LedgerPlace) -> str:
    kind = "a shape" if place.text in ("area", "line") else f"a {place.text}"
    return f'{kind} of "{shortened(place.within, _TOLD)}"' if place.within else kind


def _held(place: LedgerPlace, found: LedgerPlace, called: str, *, whole: bool) -> Iterator[Finding]:
    """Yield that something is not where, as large or as coloured as it was made; `whole`: all of
    its edges.
    """
    yield from _refilled(place, found, called)
    made, now = place.box, found.box
    if not made or not now:
        return
    moved = _apart(made[:2], now[:2])
    ends = not moved and _apart(_ends(made), _ends(now))
    resized = whole and (ends or _apart(made[2:], now[2:]))
    if resized:
        at = f" at {_at(now)}, made at {_at(made)}," if moved else f" at {_at(made)} points"
        why = f"is {_large(now)} points large, made {_large(made)}"
        yield _look(place, f"{called}{at} {why}")
    elif moved:
        yield _look(place, f"{called} stands at {_at(now)} points, made at {_at(made)}")


def _refilled(place: LedgerPlace, found: LedgerPlace, called: str) -> Iterator[Finding]:
    made, now = place.filled, found.filled
    if made and now and not fills.alike(made, now):
        verb = "drawn" if place.text == "line" else "filled"
        why = f"is {verb} with {fills.called(now)}, made with {fills.called(made)}"
        yield _look(place, f"{called} {why}")


def _apart(first: Iterable[float], second: Iterable[float]) -> bool:
    return any(abs(one - other) > APART for one, other in zip(first, second, strict=True))


def _ends(box: Box) -> tuple[float, float]:
    left, top, wide, high = box
    return left + wide, top + high


def _at(box: Box) -> str:
    return f"{box[0]:.0f}, {box[1]:.0f}"


def _large(box: Box) -> str:
    return f"{box[2]:.0f} by {box[3]:.0f}"


def _look(place: LedgerPlace, why: str) -> Finding:
    return Finding("deck", place.page, "look", "", "", why)


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
            yield named[2], series, int(end[2] or 0), _described(place, held)
    for owned in place.owned if place.channel == "workbook" else ():
        mean = _MEAN.fullmatch(owned.owner)
        if mean:
            what = f"the line at the mean, {place.text}, of {_CHART}{mean[1]}"
            yield mean[1], int(mean[2]), 0, what


def _described(place: LedgerPlace, held: Iterable[LedgerPlace]) -> str:
    """Return what an annotation is called: by its name, and what its description says."""
    here = [p for p in held if (p.page, p.within) == (place.page, place.within)]
    said = (p.text for channel in ("alt", "body") for p in here if p.channel == channel)
    words = next((text for text in said if text), "")
    return f"{place.within}: “{words}”" if words else place.within
