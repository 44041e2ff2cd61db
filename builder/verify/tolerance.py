"""What another program may change by itself when it saves a finished file again, and no more.

Known of LibreOffice from files that it saved (`tests/rendering/test_saved_again.py`). PowerPoint
was not at hand: what is said of it comes from its public file format and from files that others
have published, and is marked (PowerPoint). Forgiven is what no reader sees, never a word, a
number, a mark's length or whether something is shown:

- the container: order, names, compression and dates of parts and objects; producer and revision;
- workbooks of charts, alt texts, sections and tooltips may be dropped: what is gone is named
  (LibreOffice);
- names of shapes, ids, theme colours written out as plain ones, sizes and places written out that
  were the layout's (LibreOffice, PowerPoint);
- where a file beside the deck lies, written before its name (LibreOffice);
- further layouts and masters, one for each use (LibreOffice: 15 layouts become 144);
- places by up to half a millimetre, type sizes by up to a quarter of a point (both round to their
  own units);
- empty paragraphs and empty placeholders; the number of a slide in its own field;
- how wide bars stand apart, grid lines and legends written out, and the step of an axis that is not
  shown (LibreOffice);
- form and kind of shapes without text: a rectangle may become a path (LibreOffice).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from builder.model.ledger import Box, Place
from builder.verify.reading import Finding, canonical

APART: Final = 0.5 * 72 / 25.4
"""Points, half a millimetre: how far a place may have moved."""

SIZES_APART: Final = 0.25
"""Points: how much larger or smaller type may have become."""

DROPPED: Final = frozenset({"alt", "workbook", "outline", "tooltip", "properties"})
"""Channels of which a program may leave out single places, though never change one."""


def told_alike(places: Iterable[Place]) -> Iterator[Place]:
    """Yield places as they are compared where another program wrote the deck."""
    for place in places:
        text = place.text
        if place.channel == "look" and place.part == "shape":
            text = "a shape" if text in ("line", "area") else text
        elif place.channel == "chart" and place.part.endswith("axis"):
            text = text.split(" in steps of ")[0] + _rest(text)
        elif place.channel == "link" and text.startswith("file:"):
            text = text.rpartition("/")[2]
        yield replace(place, text=text, within="")


def _rest(text: str) -> str:
    return "".join(f", {part}" for part in text.split(", ")[1:])


def kept(expected: Iterable[Place], actual: Iterable[Place]) -> tuple[list[Place], list[Place]]:
    """Return the places that can still be expected, and those that were dropped.

    Of a channel of which places may be dropped, those whose very text is gone are: unless another
    stands in its stead, which then is a change.
    """
    wanted, found = list(expected), list(actual)
    there: dict[tuple[int, str], int] = Counter(
        (place.page, place.channel) for place in found if place.channel in DROPPED
    )
    asked: dict[tuple[int, str], int] = Counter(
        (place.page, place.channel) for place in wanted if place.channel in DROPPED
    )
    texts: dict[tuple[int, str], Counter[str]] = defaultdict(Counter)
    for place in found:
        texts[place.page, place.channel][canonical(place.text)] += 1
    left, gone = [], []
    for place in wanted:
        at = place.page, place.channel
        said = canonical(place.text)
        if place.channel in DROPPED and not texts[at][said] and there[at] < asked[at]:
            gone.append(place)
            asked[at] -= 1
        else:
            texts[at][said] -= 1
            left.append(place)
    return left, gone


def out_of_place(expected: Iterable[Place], actual: Iterable[Place]) -> Iterator[Finding]:
    """Yield texts that stand elsewhere, or are set larger or smaller, than they were made."""
    waiting: dict[tuple[int, str], list[Place]] = defaultdict(list)
    for place in actual:
        if place.channel == "body":
            waiting[place.page, canonical(place.text)].append(place)
    for place in expected:
        same = waiting[place.page, canonical(place.text)] if place.channel == "body" else []
        if not same:
            continue
        found = same.pop(0)
        if place.box and found.box and not _near(place.box, found.box):
            yield _moved(place, found.box)
        if place.size and found.size and abs(place.size - found.size) > SIZES_APART:
            why = f"set in {found.size:g} points, made in {place.size:g}"
            yield Finding("deck", place.page, "look", "", "", f'"{_short(place)}" is {why}')


def _near(first: Box, second: Box) -> bool:
    (left, top, *_), (other, high, *_) = first, second
    return abs(left - other) <= APART and abs(top - high) <= APART


def _moved(place: Place, box: Box) -> Finding:
    was, now = (f"{each[0]:.0f}, {each[1]:.0f}" for each in (place.box or box, box))
    why = f'"{_short(place)}" stands at {now} points, made at {was}'
    return Finding("deck", place.page, "look", "", "", why)


def _short(place: Place) -> str:
    said = " ".join(canonical(place.text).split())
    return said if len(said) <= 40 else f"{said[:40].rsplit(' ', 1)[0]}…"
