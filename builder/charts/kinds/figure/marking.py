"""Marks of a Figure: takes what was recorded of it, returns outlines in colours of the house."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from matplotlib.colors import to_hex

from builder.model.displaylist import Markers, Path, SketchMark, Stroke

COLOURS: Final[Mapping[str, str]] = {
    "#1F77B4": "accent1",
    "#FF7F0E": "accent2",
    "#2CA02C": "accent3",
    "#D62728": "accent4",
    "#9467BD": "accent5",
    "#8C564B": "accent6",
    "#000000": "ink",
    "#FFFFFF": "paper",
    "#808080": "caption",
    "#A9A9A9": "muted",
    "#D3D3D3": "land",
}
"""What matplotlib calls C0 to C5, black, white, grey, darkgrey and lightgrey, and our slots."""

_OPERATORS: Final[Mapping[str, str]] = {"m": "M", "l": "L", "c": "C"}
_SLACK: Final = 2.0  # points that a mark may reach over its axes


class UnshownError(ValueError):
    """A Figure holds what cannot be shown; `found` says what, `hint` what to do."""

    def __init__(self, found: str, hint: str) -> None:
        self.found, self.hint = found, hint
        super().__init__(f"{found}: {hint}")


def slot_of(rgba: Any) -> str:
    colour = to_hex(tuple(rgba)[:3]).upper()
    if len(rgba) > 3 and rgba[3] != 1:
        raise UnshownError("ink that is half transparent", "leave out `alpha`")
    return known(colour)


def known(colour: str) -> str:
    if colour not in COLOURS:
        raise UnshownError(
            f"the colour {colour}",
            "use C0 to C5, black, grey, darkgrey, lightgrey or white, which become the theme's",
        )
    return COLOURS[colour]


def marks_of(operation: Any, width: float, height: float) -> Iterator[SketchMark]:
    if isinstance(operation, Markers):
        steps = _steps(operation.data, 0.0, 0.0)
        for x, y in operation.places:
            moved = [(name, [(a + x, height - (b + y)) for a, b in at]) for name, at in steps]
            yield _mark(moved, operation.fill, operation.stroke)
    elif isinstance(operation, Path):
        steps = [
            (name, [(x, height - y) for x, y in places])
            for name, places in _steps(operation.data, 0.0, 0.0)
        ]
        _held(steps, operation.clip, width, height)
        yield _mark(steps, operation.fill, operation.stroke)


_Steps = list[tuple[str, list[tuple[float, float]]]]


def _steps(data: str, x: float, y: float) -> _Steps:
    """Return the steps of a path in PDF's operators."""
    found: _Steps = []
    numbers: list[float] = []
    for word in data.split():
        if word == "h":
            found.append(("Z", []))
        elif word in _OPERATORS:
            found.append((_OPERATORS[word], [*zip(numbers[::2], numbers[1::2], strict=True)]))
            numbers = []
        else:
            numbers.append(float(word))
    return found


def _held(steps: _Steps, clip: str | None, width: float, height: float) -> None:
    """Raise where a mark reaches over what clips it, or over the sheet: no mark is cut off."""
    left, top, right, foot = 0.0, 0.0, width, height
    if clip is not None:
        if not clip.endswith(" re"):
            raise UnshownError("a clip path", "draw the outline itself")
        x, low, wide, high = map(float, clip.split()[:4])
        left, top, right, foot = x, height - low - high, x + wide, height - low
    places = [place for _, each in steps for place in each]
    if any(
        not (left - _SLACK <= x <= right + _SLACK and top - _SLACK <= y <= foot + _SLACK)
        for x, y in places
    ):
        raise UnshownError(
            "a mark that its axes cut off",
            "widen their limits, so that they hold all that is drawn",
        )


def _mark(steps: _Steps, fill: str | None, stroke: Stroke | None) -> SketchMark:
    outline = "".join(
        name + " ".join(f"{x:.2f} {y:.2f}" for x, y in places) for name, places in steps
    )
    return SketchMark(
        outline,
        known(fill) if fill else "",
        known(stroke.colour) if stroke else "",
        stroke.width if stroke else 0.0,
        bool(stroke and stroke.dash),
    )
