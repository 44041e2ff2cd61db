"""Finished papers whose charts show a mark otherwise, sealed anew: what a careful forger makes."""

from __future__ import annotations

import hashlib
import io
import json
import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pikepdf
from pikepdf import ContentStreamInstruction, Operator

from builder.model.displaylist import DisplayList, Text
from builder.model.displaylist import Path as Drawn
from builder.model.gauge import Along, Gauged, Measured
from builder.outputs.pdf.archive import refill
from builder.seals.pdf import seal, stamped
from builder.theme.theme import channels
from builder.verify.sealed import LEDGER_NAME

FAR = 4.0
"""Points by which a mark is changed."""

_PAINTING = frozenset({"f", "f*", "F", "B", "B*", "b", "b*", "S", "s"})
_CORNERS = frozenset({"m", "l", "c"})
Point = tuple[float, float]
Moved = Callable[[Sequence[Point]], list[Point]]
"""The coordinates of a path, those of curves too, in order; as they are to be."""


@dataclass(frozen=True)
class Forgery:
    """A mark of a chart that is shown otherwise."""

    chart: Gauged
    along: Along
    mark: Measured


def _lengthened(along: Along) -> Moved:
    at = 0 if along == "x" else 1

    def moved(points: Sequence[Point]) -> list[Point]:
        end = max(point[at] for point in points)
        return [_shifted(point, at, FAR * (abs(point[at] - end) < 0.01)) for point in points]

    return moved


def _shifted(point: Point, at: int, by: float) -> Point:
    x, y = point
    return (x + by, y) if at == 0 else (x, y + by)


def _elsewhere(along: Along) -> Moved:
    at = 0 if along == "x" else 1
    return lambda points: [_shifted(point, at, FAR) for point in points]


def _one_corner(along: Along) -> Moved:
    at = 0 if along == "x" else 1
    return lambda points: [_shifted(points[0], at, FAR), *points[1:]]


def _about_the_middle(change: Callable[[complex], complex]) -> Moved:
    def moved(points: Sequence[Point]) -> list[Point]:
        held = [complex(*point) for point in points]
        middle = sum(held) / len(held)
        made = (middle + change(each - middle) for each in held)
        return [(each.real, each.imag) for each in made]

    return moved


def _far_away(along: Along) -> Moved:
    at = 0 if along == "x" else 1
    return lambda points: [_shifted(point, at, -1000.0 * (1 - 2 * at)) for point in points]


_TURN = complex(math.cos(0.3), math.sin(0.3))
_BY_FORM: dict[str, Callable[[Along], Moved]] = {
    "ends": _lengthened,
    "length": _lengthened,
    "middle": _elsewhere,
    "corners": _one_corner,
    "sides": _one_corner,
    "size": lambda _: _about_the_middle(lambda each: each * 1.4),
    "turn": lambda _: _about_the_middle(lambda each: each * _TURN),
    "order": _far_away,
}


def forged(data: bytes, forgeries: Iterable[Forgery]) -> bytes:
    """Return a paper in which these marks are drawn otherwise, and whose seals are made anew."""
    held = list(forgeries)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for page in {each.chart.page for each in held}:
            own = [each for each in held if each.chart.page == page]
            _redraw(pdf, pdf.pages[page - 1], own)
        return _sealed_anew(pdf)


def _redraw(pdf: pikepdf.Pdf, page: pikepdf.Page, forgeries: Sequence[Forgery]) -> None:
    instructions: list[Any] = list(pikepdf.parse_content_stream(page))
    marks = {
        (forgery.chart.number, number): forgery
        for forgery in forgeries
        for number in forgery.mark.numbers
    }
    for content, number, start, end in _painted(instructions):
        forgery = marks.get((content, number))
        if forgery is not None and forgery.mark.form == "fill":
            red = ContentStreamInstruction([1, 0, 0], Operator("rg"))
            instructions[start] = [red, instructions[start]]
        elif forgery is not None:
            move = _BY_FORM[forgery.mark.form](forgery.along)
            _move(instructions, range(start, end), move)
    flat: list[Any] = []
    for each in instructions:
        flat += each if isinstance(each, list) else [each]
    page.obj.Contents = pdf.make_stream(pikepdf.unparse_content_stream(flat))


def _painted(instructions: Sequence[Any]) -> Iterator[tuple[int, int, int, int]]:
    """Yield what is painted in marked content: its number, how many were before it there, and from
    where to where its path is made.
    """
    content, count, start = -1, 0, 0
    for at, (operands, operator) in enumerate(instructions):
        said = str(operator)
        if said == "BDC" and "/MCID" in operands[1]:
            content, count = int(operands[1]["/MCID"]), 0
        elif said == "EMC":
            content = -1
        elif said == "m" and str(instructions[at - 1][1]) not in (*_CORNERS, "h"):
            start = at
        elif said in _PAINTING or said == "ET":
            yield content, count, start, at
            count += 1


def _move(instructions: list[Any], places: Sequence[int], move: Moved) -> None:
    points: list[Point] = []
    for at in places:
        numbers = [float(each) for each in instructions[at].operands]
        points += zip(numbers[::2], numbers[1::2], strict=True)
    moved = iter(move(points))
    for at in places:
        count = len(instructions[at].operands) // 2
        operands = [value for _ in range(count) for value in next(moved)]
        instructions[at] = ContentStreamInstruction(operands, instructions[at].operator)


def _sealed_anew(pdf: pikepdf.Pdf) -> bytes:
    """Return the file with a seal of what it now draws, and the digests that go with it."""
    carried = json.loads(pdf.attachments[LEDGER_NAME].get_file().read_bytes())
    carried.pop("digest")
    carried["seal"] = seal(pdf)
    said = json.dumps(carried, ensure_ascii=False, separators=(",", ":")).encode()
    digest = hashlib.sha256(said).hexdigest().encode()
    refill(pdf, LEDGER_NAME, b'%b,"digest":"%b"}' % (said[:-1], digest))
    written = io.BytesIO()
    pdf.save(
        written,
        deterministic_id=True,
        fix_metadata_version=False,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
    )
    return stamped(written.getvalue())


def code_of(drawn: DisplayList) -> bytes:
    """Return the marked content of a drawing whose letters nobody reads."""
    code = ["/Figure <</MCID 0>> BDC", "q 1 0 0 1 72.25 300.5 cm"]
    for each in drawn.operations:
        if isinstance(each, Text):
            code.append(f"BT 1 0 0 1 {each.x} {each.y} Tm <00> Tj ET")
        elif isinstance(each, Drawn):
            fill = " ".join(map(str, channels(each.fill))) + " rg" if each.fill else ""
            paint = "B" if each.fill and each.stroke else "f" if each.fill else "S"
            clip = ("q", f"{each.clip} W n", "Q") if each.clip else ("", "", "")
            code += [*clip[:2], fill, f"{each.data} {paint}", clip[2]]
    return "\n".join([*code, "Q", "EMC"]).encode()
