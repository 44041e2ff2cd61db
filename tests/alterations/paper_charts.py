"""Charts of the paper: bars, points, slices, axes and colours, altered in their paths."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from tests.alterations.kinds import Altered, kind
from tests.alterations.stream import Page, Paper, Path, instruction

_BARS = "charts of the paper"

Change = Callable[[Paper, Random], str | None]


def _on_charts(name: str) -> Callable[[Change], Change]:
    def entered(change: Change) -> Change:
        @kind(name, _BARS)
        def alter(data: bytes, rng: Random) -> Altered | None:
            paper = Paper(data)
            place = change(paper, rng)
            return Altered(paper.bytes(), place) if place else None

        return change

    return entered


def _points(page: Page, path: Path) -> list[list[float]]:
    """Return the coordinates of each instruction of a path, those of curves too."""
    return [list(map(float, page.held[at].operands)) for at in range(path.first, path.last)]


def _set(page: Page, path: Path, points: list[list[float]]) -> None:
    for at, given in zip(range(path.first, path.last), points, strict=True):
        page.replace(at, instruction(str(page.held[at].operator), *given))


def _size(page: Page, path: Path) -> tuple[float, float]:
    points = [(p[i], p[i + 1]) for p in _points(page, path) for i in range(0, len(p), 2)]
    across, up = zip(*points, strict=True)
    return max(across) - min(across), max(up) - min(up)


def _bars(paper: Paper) -> list[Path]:
    """Return the filled rectangles of charts, bars and parts of stacks; no swatches of keys."""
    found = [path for path in paper.paths if path.operators in ("mlllhf", "mlllhB")]
    sizes = [(path, sorted(_size(paper.page(path.page), path))) for path in found]
    return [path for path, (small, large) in sizes if small > 1.5 and large > 10]


def _place(path: Path, what: str) -> str:
    return f"page {path.page + 1}, figure of mark {path.mcid}, path at {path.first}: {what}"


def _upright(paper: Paper, path: Path) -> bool:
    """Say whether a bar's figure has upright bars: most of them share a width."""
    page = paper.page(path.page)
    sizes = [
        _size(page, other)
        for other in _bars(paper)
        if (other.page, other.mcid) == (path.page, path.mcid)
    ]
    widths, heights = ({round(size[i], 1) for size in sizes} for i in (0, 1))
    return len(widths) <= len(heights)


@_on_charts("paper: bar shortened")
def shortened(paper: Paper, rng: Random) -> str | None:
    bars = _bars(paper)
    if not bars:
        return None
    path = rng.choice(bars)
    page, at = paper.page(path.page), 1 if _upright(paper, path) else 0
    points, part = _points(page, path), rng.choice((0.4, 0.6, 0.8))
    foot = min(point[at] for point in points if point)
    for point in points:
        if point:
            point[at] = foot + (point[at] - foot) * part
    _set(page, path, points)
    return _place(path, f"to {part:.0%} of its length")


@_on_charts("paper: lengths of two bars swapped")
def swapped(paper: Paper, rng: Random) -> str | None:
    bars = _bars(paper)
    pairs = []
    for i, one in enumerate(bars):
        at = 1 if _upright(paper, one) else 0
        for other in bars[i + 1 :]:
            a, b = (_size(paper.page(p.page), p)[at] for p in (one, other))
            if (one.page, one.mcid) == (other.page, other.mcid) and abs(a - b) > 3:
                pairs.append((one, other, at))
    if not pairs:
        return None
    one, other, at = rng.choice(pairs)
    page = paper.page(one.page)
    lengths = [_size(page, path)[at] for path in (one, other)]
    for path, length, wanted in ((one, *lengths), (other, *lengths[::-1])):
        points = _points(page, path)
        foot = min(point[at] for point in points if point)
        for point in points:
            if point:
                point[at] = foot + (point[at] - foot) * wanted / length
        _set(page, path, points)
    return _place(one, "swapped with the path at " + str(other.first))


def _removed(name: str, chosen: Callable[[Paper], list[Path]]) -> None:
    @_on_charts(name)
    def removed(paper: Paper, rng: Random) -> str | None:
        found = chosen(paper)
        if not found:
            return None
        path = rng.choice(found)
        paper.page(path.page).replace(path.last, instruction("n"))
        return _place(path, "not painted")


_removed("paper: bar removed", _bars)
_removed(
    "paper: line of a chart or its axis removed",
    lambda p: [x for x in p.paths if x.operators == "mlS"],
)
_removed("paper: mark of a chart removed", lambda p: [x for x in p.paths if "c" in x.operators])


@_on_charts("paper: mark of a chart moved")
def moved(paper: Paper, rng: Random) -> str | None:
    """A point or a bubble, or where a line bends."""
    found = [
        p
        for p in paper.paths
        if "c" in p.operators or (p.operators.count("l") > 2 and p.operators[-1] == "S")
    ]
    if not found:
        return None
    path = rng.choice(found)
    page, by = paper.page(path.page), rng.choice((-9, 7, 14))
    points = _points(page, path)
    bend = rng.randrange(len(points))
    for position, point in enumerate(points):
        if "c" in path.operators or position == bend:
            point[1::2] = [value + by for value in point[1::2]]
    _set(page, path, points)
    return _place(path, f"by {by} points")


@_on_charts("paper: colours of two marks swapped")
def colours(paper: Paper, rng: Random) -> str | None:
    found = [path for path in paper.paths if path.fill is not None and path.operators[-1] in "fB"]
    pairs = []
    for one in found:
        held = paper.page(one.page).held
        for other in found:
            same = (one.page, one.mcid) == (other.page, other.mcid) and one.fill < other.fill
            a, b = held[one.fill], held[other.fill] if same else held[one.fill]
            if same and list(a.operands) != list(b.operands):
                pairs.append((one, other))
    if not pairs:
        return None
    one, other = rng.choice(pairs)
    page = paper.page(one.page)
    first, second = page.held[one.fill], page.held[other.fill]
    page.replace(one.fill, second)
    page.replace(other.fill, first)
    return _place(one, f"colours at {one.fill} and {other.fill} swapped")


def _reshaped(name: str, matrix: Callable[[float, float], tuple[float, ...]]) -> None:
    @_on_charts(name)
    def reshaped(paper: Paper, rng: Random) -> str | None:
        """The marks of a figure are drawn under another matrix, its labels as they were."""
        found = [path for path in paper.paths if path.operators[-1] in "fB"]
        if not found:
            return None
        chosen = rng.choice(found)
        of_figure = [p for p in found if (p.page, p.mcid) == (chosen.page, chosen.mcid)]
        page = paper.page(chosen.page)
        rights = [v for p in of_figure for q in _points(page, p) for v in q[::2]]
        tops = [v for p in of_figure for q in _points(page, p) for v in q[1::2]]
        a, d, e, f = matrix(max(rights) + min(rights), max(tops) + min(tops))
        for path in of_figure:
            points = [
                [v * a + e if i % 2 == 0 else v * d + f for i, v in enumerate(point)]
                for point in _points(page, path)
            ]
            _set(page, path, points)
        return _place(chosen, "its figure's marks reshaped")


_reshaped("paper: marks of a chart mirrored", lambda across, up: (-1, 1, across, 0))
_reshaped("paper: marks of a chart turned upside down", lambda across, up: (1, -1, 0, up))
_reshaped("paper: marks of a chart flattened", lambda across, up: (1, 0.5, 0, up * 0.25))
