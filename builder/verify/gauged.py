"""Marks of a finished paper's charts measured: gauges and what the charts paint in, findings out.

A paper's own ledger says which path stands for which value. What a path says is taken from the
path: by the ticks of an axis that is drawn beside it, or by the scale on which most other marks of
its kind stand. Nothing of what drew them is asked.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final

from builder.memory import remembered
from builder.model.gauge import Along, Gauge, Gauged, Measured
from builder.verify.painted import Painted, painted
from builder.verify.reading import Finding
from builder.verify.scaled import APART, Pair, Said, on_scale

_TRIED: Final = 10
_BYTES: Final = 200


def mismeasured(
    charts: Iterable[Gauged], drawn: Mapping[tuple[int, int], bytes]
) -> Iterator[Finding]:
    """Yield marks that are not as long, high, large or turned as their values say, or do not stand
    where these do; `drawn` is the marked content of pages, from 1, by its numbers there.
    """
    for page, number, within, gauges in charts:
        code = drawn.get((page, number))
        if code is None:
            continue  # what a chart says is missed by its words
        said = remembered(
            ("measured", code, gauges),
            lambda code=code, gauges=gauges: tuple(_said(code, gauges)),  # type: ignore[misc]
            lambda held: _BYTES * (1 + len(held)),
        )
        for found, expected, why in said:
            yield Finding("paper", page, "chart", found, expected, why, within)


def _said(code: bytes, gauges: Iterable[Gauge]) -> Iterator[Said]:
    try:
        shapes = list(painted(code))
        for gauge in gauges:
            yield from _of_gauge(gauge, shapes)
    except (ValueError, IndexError):
        yield "paths that cannot be measured", "the chart as it was drawn", "what it paints"


def _of_gauge(gauge: Gauge, shapes: Sequence[Painted]) -> Iterator[Said]:
    forms: dict[str, list[Measured]] = defaultdict(list)
    for mark in gauge.marks:
        if mark.numbers and max(mark.numbers) < len(shapes):
            forms[_FORMS.get(mark.form, "scale")].append(mark)
        else:
            yield "", mark.name, "a mark of the chart is not drawn"
    for form, marks in forms.items():
        if form == "scale":
            yield from on_scale(gauge, marks, shapes)
        else:
            yield from _MEASURED[form](gauge.along, marks, shapes)


def _in_proportion(
    sizes: Iterable[tuple[Measured, float, float]], by: str, least: float = 0.0
) -> Iterator[Said]:
    """Yield marks whose size is not as many times that of others as their values say; each comes
    with what its size should follow and its size, in points. The smallest may be drawn larger, all
    of them as large.
    """
    held = list(sizes)
    smallest = min((size for _, _, size in held), default=0.0)
    unit = _fitted_unit([(value, size) for _, value, size in held if value])
    for mark, value, size in held:
        wanted = unit * value
        clamped = bool(least) and wanted < size <= smallest + APART
        if abs(size - wanted) > APART and not clamped:
            said = (size / wanted) if wanted else math.inf
            yield f"{mark.name}, {said:.3g} times as large", mark.name, by


def _fitted_unit(pairs: Sequence[Pair]) -> float:
    """Return by how many points most sizes grow with what they follow."""
    tried = sorted(pairs, reverse=True)[:_TRIED]

    def meets(pair: Pair) -> int:
        unit = pair[1] / pair[0]
        return sum(abs(size - unit * value) <= APART for value, size in pairs)

    best = max(tried, key=meets, default=(1.0, 0.0))
    return best[1] / best[0]


def _lengths(along: Along, marks: Sequence[Measured], shapes: Sequence[Painted]) -> Iterator[Said]:
    at = 0 if along == "x" else 1
    boxes = [(mark, shapes[number].box) for mark in marks for number in mark.numbers]
    sizes = [(mark, abs(mark.values[0]), box[at + 2] - box[at]) for mark, box in boxes]
    yield from _in_proportion(sizes, "how long it is beside the others")


def _sides(along: Along, marks: Sequence[Measured], shapes: Sequence[Painted]) -> Iterator[Said]:
    at = 0 if along == "x" else 1
    sizes = []
    for mark in marks:
        for number in mark.numbers:
            corners = [corner[at] for corner in shapes[number].corners]
            half = len(corners) // 2
            for one, other in ((corners[0], corners[-1]), (corners[half - 1], corners[half])):
                sizes.append((mark, abs(mark.values[0]), abs(one - other)))
    yield from _in_proportion(sizes, "how high its sides are beside those of others")


def _areas(along: Along, marks: Sequence[Measured], shapes: Sequence[Painted]) -> Iterator[Said]:
    sizes = []
    for mark in marks:
        for number in mark.numbers:
            left, foot, right, top = shapes[number].box
            radius = math.sqrt((right - left) * (top - foot)) / 2
            sizes.append((mark, math.sqrt(abs(mark.values[0])), radius))
    yield from _in_proportion(sizes, "its radius beside those of others, by area", 1.0)


def _turns(along: Along, marks: Sequence[Measured], shapes: Sequence[Painted]) -> Iterator[Said]:
    """Yield parts of a ring that do not go from where to where of a turn they should, clockwise
    from the top: a part ends in two lines that lead to its middle.
    """
    for mark in marks:
        for number in mark.numbers:
            corners = shapes[number].corners
            first, second, third, last = _ends_of_part(corners)
            wide = math.dist(first, last)
            for value, (outer, inner) in zip(
                mark.values, ((first, last), (second, third)), strict=True
            ):
                found = math.atan2(outer[0] - inner[0], outer[1] - inner[1]) / (2 * math.pi)
                apart = abs((found - value + 0.5) % 1 - 0.5)
                if apart * 2 * math.pi * wide > APART:
                    said = f"{mark.name} from or to {found % 1:.1%} of the turn"
                    yield said, f"{value:.1%}", "the angle of a part of the ring"


def _ends_of_part(
    corners: Sequence[tuple[float, float]],
) -> tuple[tuple[float, float], ...]:
    """Return the outer corner that a part's outline begins at, the outer and the inner one at its
    other end, and the inner one at this end.
    """
    half = len(corners) // 2
    return corners[0], corners[half - 1], corners[half], corners[-1]


def _fills(along: Along, marks: Sequence[Measured], shapes: Sequence[Painted]) -> Iterator[Said]:
    """Yield cells and places that have another colour than most of their class, of as many that
    which comes first.
    """
    colours: dict[float, Counter[str]] = defaultdict(Counter)
    held = [(mark, shapes[number].fill) for mark in marks for number in mark.numbers]
    for mark, fill in held:
        colours[mark.values[0]][fill] += 1
    usual = {value: counted.most_common(1)[0][0] for value, counted in colours.items()}
    for mark, fill in held:
        if fill != usual[mark.values[0]]:
            other = next((value for value, each in usual.items() if each == fill), None)
            found = (
                "a colour of no class" if other is None else f"the colour of class {other + 1:g}"
            )
            yield f"{mark.name}: {found}", f"class {mark.values[0] + 1:g}", "the colour of its fill"


def _orders(along: Along, marks: Sequence[Measured], shapes: Sequence[Painted]) -> Iterator[Said]:
    at, sign = (0, 1) if along == "x" else (1, -1)
    before: tuple[float, str] | None = None
    for mark in marks:
        box = shapes[mark.numbers[0]].box
        place = sign * (box[at] + box[at + 2]) / 2
        if before is not None and place <= before[0]:
            yield f"{mark.name} before {before[1]}", f"{mark.name} after it", "where it stands"
        before = place, mark.name


_MEASURED: Final[
    Mapping[str, Callable[[Along, Sequence[Measured], Sequence[Painted]], Iterator[Said]]]
] = {
    "length": _lengths,
    "sides": _sides,
    "size": _areas,
    "turn": _turns,
    "fill": _fills,
    "order": _orders,
}
_FORMS: Final = {form: form for form in _MEASURED}
