"""What a pull found in; lines to print out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from builder.pulling.changes import Cell, Change, Pulled, Refusal, Touched, Wording, written
from builder.verify.reading import UNITS


def change_lines(pulled: Pulled) -> Iterator[str]:
    """Yield what was changed: each figure with its places, then words that were changed."""
    for change in pulled.changes:
        yield from _change(change)
        yield ""
    if pulled.wordings:
        yield "words that differ; they stay in the deck unless you put them into the content:"
        for wording in pulled.wordings:
            yield from _wording(wording)
        yield ""
    if pulled.slides:
        yield "slides that stand otherwise; their order stays as the content has it:"
        for one in pulled.slides:
            titled = f" (“{one.title}”)" if one.title else ""
            yield f"  slide {one.slide}{titled} {one.what}"
        yield ""
    for name in pulled.unneeded:
        yield f"--accept {name}: nothing about it is in doubt"
    yield _summary(pulled)


def refusal_lines(pulled: Pulled) -> Iterator[str]:
    """Yield what cannot be taken back, and what the changed content must mend."""
    for refusal in pulled.refusals:
        yield from _refusal(refusal)
    if pulled.consequences:
        yield "with these changes the content must be mended before it can be built:"
        for problem in pulled.consequences:
            yield str(problem)


def _change(change: Change) -> Iterator[str]:
    named = f" ({change.label})" if change.label else ""
    yield f"{change.figure or change.target}{named}: {change.old} -> {change.new or change.value}"
    if change.value is not None:
        cell = f" (cell {change.target})" if isinstance(change.target, Cell) else ""
        yield f"  {change.place}: becomes {written(change.value)}{cell}"
    for hedge in change.hedges:
        yield f"  hedge of {hedge.figure}: {hedge.old or 'none'} -> {hedge.new}"
    for edit in change.edits:
        yield f"  changed in the deck on {edit.spot}"
    for medium, touched in groupby(change.touches, key=lambda touched: touched.medium):
        yield f"  follows in the {medium}:"
        yield from (f"    {place}" for place in _places(touched))


def _places(touched: Iterable[Touched]) -> Iterator[str]:
    """Yield each text with the pages or slides that it stands on, by channel."""
    found: dict[tuple[str, str], list[int]] = {}
    unit = ""
    for one in touched:
        unit = UNITS[one.medium]
        pages = found.setdefault((one.entry.text, one.entry.channel), [])
        if one.entry.page not in pages:
            pages.append(one.entry.page)
    for (text, channel), pages in found.items():
        numbers = ", ".join(map(str, pages))
        within = "" if channel == "body" else f", {channel}"
        yield f"“{text}” on {unit}{'s' if len(pages) > 1 else ''} {numbers}{within}"


def _wording(wording: Wording) -> Iterator[str]:
    spot = wording.spot
    where = f"slide {spot.slide}" + (f", {spot.channel}" if spot.channel != "body" else "")
    place = f" ({wording.place})" if wording.place.file else ""
    if not wording.old:
        yield f"  {where}: “{wording.new}” is new"
    elif not wording.new:
        yield f"  {where}{place}: “{wording.old}” is gone"
    else:
        yield f"  {where}{place}: “{wording.old}” -> “{wording.new}”"


def _refusal(refusal: Refusal) -> Iterator[str]:
    yield f"refused: {refusal.found}"
    for spot in refusal.spots:
        yield f"  on {spot}"
    yield f"  {refusal.hint}"


def _summary(pulled: Pulled) -> str:
    changed = f"{len(pulled.changes)} {'change' if len(pulled.changes) == 1 else 'changes'}"
    if pulled.written:
        return (
            f"{changed} written to {' and '.join(pulled.written)}; build to see both files follow"
        )
    if pulled.changes:
        return f"{changed}; nothing is written yet: add --apply"
    return "no figure was changed" if not pulled.refusals else "no change can be taken back"
