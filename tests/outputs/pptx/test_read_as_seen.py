"""Slides are read from their top to their foot, and nothing on them moves or plays by itself."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

from pptx import Presentation

from tests.outputs.pptx.opened import A, Opened, P

_PLAYING = (f"{A}audioFile", f"{A}videoFile", f"{A}wavAudioFile", f"{P}snd", f"{P}oleObj")


def _heard(slide: Any) -> list[Any]:
    """The shapes of a slide that are read; what only decorates it may lie anywhere.

    A section's number stands over its headline, which comes first for who listens.
    """
    return [
        shape
        for shape in slide.shapes
        if shape.name != "Number"
        and not any(str(each.tag).endswith("}decorative") for each in shape._element.iter())
    ]


class _Box(NamedTuple):
    """A shape's name and edges."""

    name: str
    left: int
    top: int
    right: int
    foot: int


def _box(shape: Any) -> _Box:
    left, top = shape.left, shape.top
    return _Box(shape.name, left, top, left + shape.width, top + shape.height)


def _beside(one: _Box, other: _Box) -> bool:
    """Whether two shapes share no part of the slide's width."""
    return one.right <= other.left or other.right <= one.left


def out_of_order(slide: Any) -> list[tuple[str, str]]:
    """Pairs of shapes in one column of which the lower is read first."""
    return [
        (first.name, second.name)
        for first, second in combinations(map(_box, _heard(slide)), 2)
        if second.foot <= first.top and not _beside(first, second)
    ]


def test_nothing_that_stands_above_is_read_later(deck: Path) -> None:
    for slide in Presentation(str(deck)).slides:
        assert out_of_order(slide) == [], slide.slide_layout.name


def test_a_shape_that_is_read_too_late_is_seen(deck: Path) -> None:
    slide = Presentation(str(deck)).slides[2]
    shapes = slide.shapes._spTree
    shapes.append(slide.shapes[0]._element)  # the headline last
    assert out_of_order(slide)


def test_no_slide_goes_on_moves_or_plays_by_itself(deck: Path) -> None:
    for slide in Opened.of(deck).slides:
        assert slide.find(f"{P}transition") is None
        assert not [each for each in slide.iter() if each.tag in _PLAYING]
        steps = [each for each in slide.iter(f"{P}cTn") if each.get("presetClass")]
        assert not [each for each in slide.iter(f"{P}cTn") if each.get("repeatCount")]
        assert [each.get("nodeType") for each in steps[:1]] in ([], ["clickEffect"])
        assert "afterEffect" not in [each.get("nodeType") for each in steps]
