"""A page or slide as SVG: operations of a drawing in, markup and the words where they stand out.

Nothing in it runs, and nothing leads anywhere: its elements are `g`, `path`, `text`, `tspan`,
`image` and `clipPath`, its pictures the preview's own. Coordinates of paths are kept as PDF has
them, upwards; each element turns them round.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from hashlib import blake2b
from typing import Final, NamedTuple, TypeAlias

from builder.model.displaylist import Stroke
from builder.text.metrics import FontMetrics

Matrix: TypeAlias = tuple[float, float, float, float, float, float]
"""a to f of PDF's matrices (ISO 32000-1, 8.3.4)."""

IDENTITY: Final[Matrix] = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_CAPS: Final = ("butt", "round", "square")
_JOINS: Final = ("miter", "round", "bevel")
_FORBIDDEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_ESCAPES: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})
_SPACED: Final = re.compile("[^ ]+(?: [^ ]+)*")
_OUTLINE: Final = re.compile(r'<path transform="matrix\(([^)]*)\)" d="([^"]*)"')
_COLOUR: Final = re.compile("#[0-9A-Fa-f]{6}")


def times(first: Matrix, then: Matrix) -> Matrix:
    """Return the matrix that does what the first does, and then the other."""
    if first == IDENTITY:
        return then
    if then == IDENTITY:
        return first
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return (
        a * p + b * r,
        a * q + b * s,
        c * p + d * r,
        c * q + d * s,
        e * p + f * r + t,
        e * q + f * s + u,
    )


class SvgWords(NamedTuple):
    """Words drawn on one line: pieces, each from its place on the baseline on, in `font`.

    `matrix` takes their places to the page's points, upwards; `mark` says what of the page's
    content they are.
    """

    pieces: tuple[tuple[float, str], ...]
    font: str
    size: float
    matrix: Matrix
    mark: int


def digest(data: str | bytes) -> str:
    """Return the name of something that never changes."""
    held = data.encode("utf-8", "replace") if isinstance(data, str) else data
    return blake2b(held, digest_size=12).hexdigest()


def number(value: float) -> str:
    """Return a number as markup writes it."""
    return f"{value:.3f}".rstrip("0").rstrip(".").replace("-0", "0", value == 0) or "0"


def escaped(text: str) -> str:
    """Return words as they stand in markup; characters that XML may not hold are left out."""
    return _FORBIDDEN.sub("", text).translate(_ESCAPES)


@lru_cache(maxsize=1024)
def outline(data: str) -> str:
    """Return a path of PDF's operators (ISO 32000-1, 8.5.2) as SVG writes it."""
    made: list[str] = []
    given: list[str] = []
    for token in data.split():
        if token in _STEPS:
            made.append(step(token, given))
            given = []
        else:
            given.append(token)
    return "".join(made)


_STEPS: Final = frozenset(("m", "l", "c", "v", "y", "h", "re"))


def step(operator: str, given: Sequence[str]) -> str:
    """Return one step of a path."""
    if operator == "re":
        x, y, width, height = given
        return f"M{x} {y}h{width}v{height}h{number(-float(width))}z"
    if operator == "h":
        return "z"
    # The curves v and y have one handle where they begin, or end; nothing here draws them.
    return operator.upper() + " ".join(given)


@lru_cache(maxsize=65536)
def advance(font: str, character: str) -> float:
    """Return the width of a character of a font at one point."""
    return FontMetrics.of(font).width(character, 1.0, kerned=False)


def font_id(name: str) -> str:
    """Return what a font is called in addresses: a user's own by its digest alone."""
    _, mark, own = name.rpartition("#")
    return f"own-{own}" if mark else name


class SvgSheet:
    """A page or slide while it is drawn; `prefix` tells its names from those of other ones."""

    def __init__(self, width: float, height: float, prefix: str) -> None:
        self.width, self.height, self._prefix = width, height, prefix
        self.words: list[SvgWords] = []
        self.painted: defaultdict[int, list[int | None]] = defaultdict(list)
        self.fonts: dict[str, None] = {}
        self.images: dict[str, None] = {}
        self._made: list[str] = []
        self._defined: list[str] = []
        self._clips: dict[tuple[str, str], str] = {}

    def markup(self) -> str:
        """Return the whole."""
        size = f"{number(self.width)} {number(self.height)}"
        defined = f"<defs>{''.join(self._defined)}</defs>" if self._defined else ""
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size}">'
            f"{defined}{''.join(self._made)}</svg>"
        )

    @property
    def clipped(self) -> bool:
        """Whether anything is cut off by an outline."""
        return bool(self._clips)

    def begin_clip(self, data: str, matrix: Matrix = IDENTITY) -> None:
        """Let nothing that is drawn until `end_clip` show beyond an outline (SVG's own steps)."""
        key = data, self._turned(matrix)
        name = self._clips.get(key)
        if name is None:
            name = self._clips[key] = f"c{self._prefix}-{len(self._clips)}"
            path = f'<path transform="{key[1]}" d="{data}"/>'
            self._defined.append(f'<clipPath id="{name}">{path}</clipPath>')
        self._made.append(f'<g clip-path="url(#{name})">')

    def end_clip(self) -> None:
        """End what `begin_clip` began."""
        self._made.append("</g>")

    def path(
        self,
        data: str,
        fill: str | None,
        stroke: Stroke | None,
        matrix: Matrix = IDENTITY,
        mark: int = -1,
    ) -> None:
        """Draw an outline (SVG's own steps), of what `mark` says of the page's content."""
        if mark >= 0:
            self.painted[mark].append(len(self._made))
        paint = f' fill="{_plain(fill)}"' if fill else ' fill="none"'
        if stroke is not None:
            paint += f' stroke="{_plain(stroke.colour)}" stroke-width="{number(stroke.width)}"'
            if stroke.cap:
                paint += f' stroke-linecap="{_CAPS[stroke.cap]}"'
            if stroke.join:
                paint += f' stroke-linejoin="{_JOINS[stroke.join]}"'
            if stroke.dash:
                paint += f' stroke-dasharray="{" ".join(map(number, stroke.dash))}"'
        self._made.append(f'<path transform="{self._turned(matrix)}" d="{data}"{paint}/>')

    def text(self, words: SvgWords, colour: str) -> None:
        """Draw words, each piece at its place."""
        pieces = [piece for held in words.pieces for piece in _parted(*held, words)]
        self.words.append(words)
        if not pieces:
            return
        self.fonts[words.font] = None
        a, b, c, d, e, f = words.matrix
        if (a, b, c, d) == (1, 0, 0, 1):
            turned, left, y = "", e, f' y="{number(self.height - f)}"'
        else:
            held = (a, -b, -c, d, e, self.height - f)
            turned, left, y = f' transform="matrix({" ".join(map(number, held))})"', 0.0, ' y="0"'
        look = (
            f' font-family="pd-{escaped(font_id(words.font))}" font-size="{number(words.size)}"'
            f' fill="{_plain(colour)}"'
        )
        (first, shown), *others = pieces
        spans = "".join(
            f'<tspan x="{number(left + x)}">{escaped(more)}</tspan>' for x, more in others
        )
        start = f'x="{number(left + first)}"'
        self._made.append(f"<text {start}{y}{turned}{look}>{escaped(shown)}{spans}</text>")

    def outline(self, mark: int, number: int) -> tuple[str, Matrix] | None:
        """Return what is painted as `number` of a mark, paths and texts counted together: its
        outline, and what takes that to the sheet's points, downwards; None of a text.
        """
        held = self.painted.get(mark, ())
        at = held[number] if number < len(held) else None
        found = _OUTLINE.match(self._made[at]) if at is not None else None
        if found is None:
            return None
        a, b, c, d, e, f = map(float, found[1].split())
        return found[2], (a, b, c, d, e, f)

    def image(self, name: str, matrix: Matrix) -> None:
        """Draw a picture of the preview's by its name, in the unit square that `matrix` places."""
        self.images[name] = None
        a, b, c, d, e, f = matrix
        if b == c == 0:
            at = f'x="{number(e)}" y="{number(self.height - f - d)}"'
            at += f' width="{number(a)}" height="{number(d)}"'
        else:
            held = (a, -b, -c, d, e + c, self.height - f - d)
            at = f'width="1" height="1" transform="matrix({" ".join(map(number, held))})"'
        self._made.append(f'<image href="picture/{name}" {at} preserveAspectRatio="none"/>')

    def _turned(self, matrix: Matrix) -> str:
        """Return the transform that takes PDF's coordinates to the sheet's."""
        a, b, c, d, e, f = matrix
        return f"matrix({' '.join(map(number, (a, -b, c, -d, e, self.height - f)))})"


def _parted(start: float, shown: str, words: SvgWords) -> Iterator[tuple[float, str]]:
    """Yield what is drawn of a piece, each part from its place on: browsers drop a text's first
    spaces, and make one of several.
    """
    if shown[:1] != " " and shown[-1:] != " " and "  " not in shown:
        yield start, shown
        return
    for part in _SPACED.finditer(shown):
        before = sum([advance(words.font, letter) for letter in shown[: part.start()]])
        yield start + words.size * before, part.group()


def _plain(colour: str) -> str:
    """Return a colour that is one, for markup."""
    return colour if _COLOUR.fullmatch(colour) else "none"
