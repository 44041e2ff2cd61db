"""The paper's pages as SVG: a page's PDF operators in, a sheet out.

Only what the paper's writer emits is known (ISO 32000-1, annex A): paths, plain colours, text in
simple fonts, pictures, clips, marked content.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, TypeAlias

from builder.model.displaylist import Stroke
from builder.outputs.pdf import DrawnPage
from builder.preview.svg import (
    IDENTITY,
    Matrix,
    SvgSheet,
    SvgWords,
    advance,
    digest,
    step,
    times,
)

Letters: TypeAlias = Mapping[str, tuple[str, Sequence[int]]]
Named: TypeAlias = Callable[[str], str]
"""What a picture that a page draws by its name is called among the preview's."""

_TOKEN: Final = re.compile(r"<<[^>]*>>|<[0-9A-Fa-f]*>|\((?:\\.|[^\\)])*\)|[\[\]]|[^\s\[\]<>()]+")
_STEPS: Final = frozenset(("m", "l", "c", "h", "re"))
_FILLS: Final = frozenset(("f", "f*", "F", "B", "B*", "b", "b*"))
_STROKES: Final = frozenset(("S", "s", "B", "B*", "b", "b*"))
_CLOSES: Final = frozenset(("s", "b", "b*"))
_PAINTS: Final = _FILLS | _STROKES | {"n"}
_MCID: Final = re.compile(r"/MCID (\d+)")


@dataclass(slots=True)
class _State:
    """The graphics state (8.4.1), as far as it is used; `clips` are those begun since `q`."""

    matrix: Matrix = IDENTITY
    fill: str = "#000000"
    stroke: Stroke = field(default_factory=lambda: Stroke("#000000", 1.0))
    clips: int = 0


class _Page:
    """Reads one page's operators."""

    def __init__(self, drawn: DrawnPage, named: Named) -> None:
        self.sheet = SvgSheet(drawn.width, drawn.height, digest(drawn.code)[:10])
        self.letters, self.named = drawn.letters, named
        self.state, self.saved = _State(), list[_State]()
        self.path: list[str] = []
        self.clipping = False
        self.line = IDENTITY
        self.font, self.size, self.rise, self.x = "", 0.0, 0.0, 0.0
        self.marks: list[int] = []
        self.array: list[str] = []
        self.within = False

    def read(self, code: str) -> SvgSheet:
        given: list[str] = []
        for token in _TOKEN.findall(code):
            first = token[0]
            if first == "[":
                self.array, self.within = [], True
            elif first == "]":
                self.within = False
            elif self.within:
                self.array.append(token)
            elif first in "</(-.0123456789" or token in ("true", "false", "null"):
                given.append(token)
            else:
                self.do(token, given)
                given = []
        while self.saved:
            self.do("Q", [])
        for _ in range(self.state.clips):
            self.sheet.end_clip()
        return self.sheet

    def do(self, operator: str, given: Sequence[str]) -> None:
        """Do what one operator says."""
        if operator in _STEPS:
            self.path.append(step(operator, given))
        elif operator == "TJ":
            self.show(self.array)
        elif operator in _PAINTS:
            self.paint(operator)
        elif (rule := _RULES.get(operator)) is not None:
            rule(self, given)

    def paint(self, operator: str) -> None:
        data = "".join(self.path) + ("z" if operator in _CLOSES else "")
        self.path.clear()
        state = self.state
        if operator != "n" and data:
            self.sheet.path(
                data,
                state.fill if operator in _FILLS else None,
                state.stroke if operator in _STROKES else None,
                state.matrix,
                self.marks[-1] if self.marks else -1,
            )
        if self.clipping:
            self.clipping = False
            self.sheet.begin_clip(data, state.matrix)
            state.clips += 1

    def show(self, array: Sequence[str]) -> None:
        """Draw the strings of an array, moved by the numbers between them (9.4.3)."""
        name, subset = self.letters.get(self.font, ("", ()))
        if not name:
            return
        pieces: list[tuple[float, str]] = []
        words, start, x, size = "", self.x, self.x, self.size
        for item in array:
            if item[0] == "<":
                shown = "".join([chr(subset[code]) for code in bytes.fromhex(item[1:-1])])
                words += shown
                x += size * sum([advance(name, letter) for letter in shown])
            else:
                if words:
                    pieces.append((start, words))
                x -= float(item) * size / 1000
                words, start = "", x
        if words:
            pieces.append((start, words))
        self.x = x
        at = times(self.line, self.state.matrix)
        if self.rise:
            at = times((1.0, 0.0, 0.0, 1.0, 0.0, self.rise), at)
        mark = self.marks[-1] if self.marks else -1
        self.sheet.text(SvgWords(tuple(pieces), name, size, at, mark), self.state.fill)


def _save(page: _Page, _given: Sequence[str]) -> None:
    page.saved.append(page.state)
    page.state = replace(page.state, clips=0)


def _restore(page: _Page, _given: Sequence[str]) -> None:
    for _ in range(page.state.clips):
        page.sheet.end_clip()
    page.state = page.saved.pop()


def _move(page: _Page, given: Sequence[str]) -> None:
    page.state.matrix = times(_matrix(given), page.state.matrix)


def _begin_text(page: _Page, _given: Sequence[str]) -> None:
    page.line, page.x = IDENTITY, 0.0
    if page.marks and page.marks[-1] >= 0:
        page.sheet.painted[page.marks[-1]].append(None)


def _place_text(page: _Page, given: Sequence[str]) -> None:
    page.line, page.x = _matrix(given), 0.0


def _choose_font(page: _Page, given: Sequence[str]) -> None:
    page.font, page.size = given[0], float(given[1])


def _raise(page: _Page, given: Sequence[str]) -> None:
    page.rise = float(given[0])


def _fill(page: _Page, given: Sequence[str]) -> None:
    page.state.fill = colour(given)


def _stroke(page: _Page, given: Sequence[str]) -> None:
    page.state.stroke = replace(page.state.stroke, colour=colour(given))


def _width(page: _Page, given: Sequence[str]) -> None:
    page.state.stroke = replace(page.state.stroke, width=float(given[0]))


def _cap(page: _Page, given: Sequence[str]) -> None:
    page.state.stroke = replace(page.state.stroke, cap=int(given[0]))


def _join(page: _Page, given: Sequence[str]) -> None:
    page.state.stroke = replace(page.state.stroke, join=int(given[0]))


def _dash(page: _Page, _given: Sequence[str]) -> None:
    page.state.stroke = replace(page.state.stroke, dash=tuple(map(float, page.array)))


def _clip(page: _Page, _given: Sequence[str]) -> None:
    page.clipping = True


def _draw(page: _Page, given: Sequence[str]) -> None:
    page.sheet.image(page.named(given[0]), page.state.matrix)


def _begin_mark(page: _Page, given: Sequence[str]) -> None:
    found = _MCID.search(given[-1])
    page.marks.append(int(found.group(1)) if found else -1)


def _end_mark(page: _Page, _given: Sequence[str]) -> None:
    if page.marks:
        page.marks.pop()


_RULES: Final[Mapping[str, Callable[[_Page, Sequence[str]], None]]] = {
    "q": _save,
    "Q": _restore,
    "cm": _move,
    "BT": _begin_text,
    "Tm": _place_text,
    "Tf": _choose_font,
    "Ts": _raise,
    **dict.fromkeys(("rg", "g"), _fill),
    **dict.fromkeys(("RG", "G"), _stroke),
    "w": _width,
    "J": _cap,
    "j": _join,
    "d": _dash,
    **dict.fromkeys(("W", "W*"), _clip),
    "Do": _draw,
    **dict.fromkeys(("BDC", "BMC"), _begin_mark),
    "EMC": _end_mark,
}


def _matrix(given: Sequence[str]) -> Matrix:
    a, b, c, d, e, f = map(float, given)
    return a, b, c, d, e, f


def colour(given: Sequence[str]) -> str:
    """Return `#RRGGBB` for the operands of a colour: one of grey, or three."""
    parts = [round(float(each) * 255) for each in given]
    red, green, blue = parts if len(parts) == 3 else parts * 3
    return f"#{red:02x}{green:02x}{blue:02x}"


def page_sheet(drawn: DrawnPage, named: Named) -> SvgSheet:
    """Return a page as a sheet."""
    return _Page(drawn, named).read(drawn.code)
