"""How text is made to fit: paragraphs and a box in; a size, and what each slide gets, out.

Sizes are tried from the largest. When the smallest is still too large, the paragraphs are
spread over further slides: between points, and a point's sub-points stay with it if they can. A
point that is too long for a slide of its own is divided at last, where a sentence ends.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final, TypeVar

from builder.model.text import Line, Run
from builder.outputs.pptx.plan.measure import Ruler
from builder.outputs.pptx.plan.model import Paragraph
from builder.problems import NOWHERE, Place, shortened
from builder.resolve.passages import sentence_spans
from builder.units import Box

S = TypeVar("S")
T = TypeVar("T")
Setter = Callable[[float], tuple[Paragraph, ...]]
Height = Callable[[Sequence[Paragraph]], float]


class TooLargeError(Exception):
    """Something does not fit at the smallest size on a slide of its own; `what` quotes it.

    `found` and `hint` say more of it where more is known, `place` where it is written.
    """

    def __init__(self, what: str, found: str = "", hint: str = "", place: Place = NOWHERE) -> None:
        self.what, self.place = what, place
        said = f'"{shortened(what)}" does not fit on a slide, even in the smallest type'
        self.found = found or said
        self.hint = hint or "say it in fewer words, or spread it over more points or slides"
        super().__init__(f"too large for a slide: {self.found}")


@dataclass(frozen=True)
class FittedText:
    """The size chosen and the paragraphs of each slide, set in it."""

    size: float
    parts: tuple[tuple[Paragraph, ...], ...]


def autofit(
    setter: Setter, box: Box, sizes: Sequence[float], ruler: Ruler, *, divisible: bool = False
) -> FittedText:
    """Return the largest size at which paragraphs fit a box, else spread them at the smallest.

    `setter` returns the paragraphs styled for a base size. Those of `divisible` text are divided
    where one alone is too long even so.

    Raises:
        TooLargeError: one paragraph alone, or one sentence of it, is too large.
    """
    for size in sizes:
        styled = setter(size)
        if ruler.height(styled, box.width) <= box.height:
            return FittedText(size, (styled,))
    try:
        smallest = _spread_at(sizes[-1], setter, box, ruler)
    except TooLargeError:
        if not divisible:
            raise
        return _spread_at(sizes[-1], setter, box, ruler, divisible=True)
    for size in sizes[:-1]:
        # Where a second slide is needed anyway, larger type may well fit on the two.
        with contextlib.suppress(TooLargeError):
            larger = _spread_at(size, setter, box, ruler, most=len(smallest.parts))
            if len(larger.parts) == len(smallest.parts):
                return larger
    return smallest


def autofit_whole(
    setter: Setter, box: Box, sizes: Sequence[float], ruler: Ruler
) -> tuple[Paragraph, ...]:
    """Return paragraphs at the largest size at which all of them fit one box.

    Raises:
        TooLargeError: they do not at the smallest.
    """
    fitted = autofit(setter, box, sizes, ruler)
    if len(fitted.parts) > 1:
        first = fitted.parts[1][0]
        raise TooLargeError("".join(run.text for run in first.runs))
    return fitted.parts[0]


def _spread_at(
    size: float,
    setter: Setter,
    box: Box,
    ruler: Ruler,
    *,
    divisible: bool = False,
    most: int | None = None,
) -> FittedText:
    """Return paragraphs on as few slides as hold them, evenly unless those are more than `most`."""
    # A paragraph stands in as many groups as are tried: it is measured once. It is kept, too, so
    # that no other has its number.
    known: dict[int, tuple[Paragraph, float]] = {}

    def tall(paragraph: Paragraph) -> float:
        found = known.get(id(paragraph))
        if found is None:
            found = known[id(paragraph)] = paragraph, ruler.tall(paragraph, box.width)
        return found[1]

    def height(paragraphs: Sequence[Paragraph]) -> float:
        return ruler.stacked(paragraphs, tall)

    units = [
        piece
        for unit in _units(setter(size))
        for piece in _fitting(unit, box.height, height, divisible)
    ]
    parts = spread(units, box.height, lambda group: height(_joined(group)), most=most)
    return FittedText(size, tuple(map(_joined, parts)))


def spread(
    units: Sequence[T],
    limit: float,
    height: Callable[[Sequence[T]], float],
    *,
    most: int | None = None,
) -> tuple[tuple[T, ...], ...]:
    """Return the units in as few groups as the limit allows, the groups as even as they can be.

    Each unit must fit alone. More groups than `most` are of no use, and left as they come.
    """
    groups = _filled(units, limit, height)
    best, low, high = groups, 0.0, limit
    useful = len(groups) > 1 and (most is None or len(groups) <= most)
    while useful and high - low > 1.0:
        middle = (low + high) / 2
        tried = _filled(units, middle, height)
        if len(tried) <= len(groups) and all(height(group) <= middle for group in tried):
            best, high = tried, middle
        else:
            low = middle
    return tuple(tuple(group) for group in best)


def even_parts(items: Sequence[S], laid: Callable[[Sequence[S]], T | None]) -> tuple[T, ...] | None:
    """Return items as `laid` has them: all on one slide, or in even parts on as few as hold them.

    `laid` returns None for what does not fit; then one item alone does not, and None is returned.
    """
    for count in range(1, len(items) + 1):
        edges = [len(items) * part // count for part in range(count + 1)]
        found = [laid(items[start:end]) for start, end in pairwise(edges)]
        parts = tuple(part for part in found if part is not None)
        if len(parts) == count:
            return parts
    return None


def _filled(
    units: Sequence[T], limit: float, height: Callable[[Sequence[T]], float]
) -> list[list[T]]:
    groups: list[list[T]] = []
    for unit in units:
        if groups and height([*groups[-1], unit]) <= limit:
            groups[-1].append(unit)
        else:
            groups.append([unit])
    return groups


def _units(paragraphs: Sequence[Paragraph]) -> list[tuple[Paragraph, ...]]:
    """Return each first-level paragraph together with what stands below it."""
    units: list[list[Paragraph]] = []
    for paragraph in paragraphs:
        if paragraph.level and units:
            units[-1].append(paragraph)
        else:
            units.append([paragraph])
    return [tuple(unit) for unit in units]


def _fitting(
    unit: tuple[Paragraph, ...], limit: float, height: Height, divisible: bool
) -> list[tuple[Paragraph, ...]]:
    """Return a unit whole if it fits, else cut between its paragraphs, else inside those."""
    if height(unit) <= limit:
        return [unit]
    pieces: list[Paragraph] = []
    for paragraph in unit:
        if height([paragraph]) <= limit:
            pieces.append(paragraph)
        elif divisible:
            pieces += _divided(paragraph, limit, height)
        else:
            raise TooLargeError("".join(run.text for run in paragraph.runs))
    return [tuple(group) for group in _filled(pieces, limit, height)]


def _divided(paragraph: Paragraph, limit: float, height: Height) -> Iterator[Paragraph]:
    """Yield a paragraph's parts, each of which fits, as even as their sentences allow."""
    whole = sentences(paragraph)
    for one in whole:
        if height([part(paragraph, (one,))]) > limit:
            raise TooLargeError("".join(run.text for run in paragraph.runs)[one].strip())
    for group in spread(whole, limit, lambda group: height([part(paragraph, tuple(group))])):
        yield part(paragraph, group)


def _joined(groups: Sequence[tuple[Paragraph, ...]]) -> tuple[Paragraph, ...]:
    return tuple(paragraph for group in groups for paragraph in group)


GOES_ON: Final = "…"
# A stop after a short word may be an abbreviation's or an ordinal's.
_SHORT: Final = re.compile(r"(?<!\w)\w{1,3}\.$")


def sentences(paragraph: Paragraph) -> tuple[slice, ...]:
    """Return where the sentences and lines of a paragraph stand in its text.

    Nothing is cut inside words that one owner prints, nor before a word in small letters.
    """
    text = "".join(run.text for run in paragraph.runs)
    owned = list(_owned_spans(paragraph.runs))
    ends = {
        span.stop for span in sentence_spans(text, _SHORT) if not text[span.stop :][:1].islower()
    }
    ends |= {place + 1 for place, character in enumerate(text) if character == "\n"}
    free = (end for end in ends if not any(start < end < stop for start, stop in owned))
    return tuple(slice(*both) for both in pairwise(sorted({0, *free, len(text)})))


def part(paragraph: Paragraph, spans: tuple[slice, ...]) -> Paragraph:
    """Return the part of a paragraph that holds neighbouring `sentences` of it."""
    start, stop = spans[0].start, spans[-1].stop
    runs = [*_between(paragraph.runs, start, stop)]
    if runs:
        runs[0] = replace(runs[0], text=runs[0].text.lstrip())
        runs[-1] = replace(runs[-1], text=runs[-1].text.rstrip())
    before = (Run(f"{GOES_ON} "),) if start else ()
    after = (Run(f" {GOES_ON}"),) if stop < sum(len(run.text) for run in paragraph.runs) else ()
    return replace(paragraph, runs=(*before, *runs, *after))


def _owned_spans(runs: Line) -> Iterator[tuple[int, int]]:
    start = 0
    for run in runs:
        if run.owner is not None:
            yield start, start + len(run.text)
        start += len(run.text)


def _between(runs: Line, start: int, stop: int) -> Iterator[Run]:
    """Yield what of the runs stands between two places of their text."""
    at = 0
    for run in runs:
        first, last = max(start - at, 0), min(stop - at, len(run.text))
        at += len(run.text)
        if first >= last:
            continue
        breaks = tuple((index - first, place) for index, place in run.breaks if index > first)
        text = run.text[first:last]
        yield (
            run
            if text == run.text
            else replace(run, text=text, place=run.place_at(first), breaks=breaks)
        )
