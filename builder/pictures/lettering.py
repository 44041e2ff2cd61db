"""Words of a drawing in; the outlines of their letters, in the theme's fonts, out.

Outlines look the same wherever they are drawn, and no reader takes them for the paper's own words:
what a picture says stands in its alternate text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, Final, TypeAlias

from lxml import etree

from builder.frozen import dataclass
from builder.pictures import PictureError
from builder.pictures.painting import Outline
from builder.text.metrics import FontMetrics
from builder.theme import assets
from builder.theme.theme import Face, Theme

LEAF: Final = "data-leaf"
_TEXT: Final = ("text", "tspan")
_BOLD, _SEMIBOLD = 650, 550
_WEIGHTS: Final = {"normal": 400, "bold": 700, "bolder": 700, "lighter": 300}
_STARTS: Final = {"middle": 0.5, "end": 1.0}


@dataclass(frozen=True)
class Leaf:
    """Words that are set alike: where they begin where the drawing says so, else after others."""

    words: str
    x: float | None
    y: float | None
    dx: float
    dy: float


_Set: TypeAlias = tuple[Any, list[tuple[int, float, float, float]], str]
"""Words that are set: how they look, their glyphs with places and scales, and their font."""


class UnsetError(Exception):
    """Words that are set in a way that is not known here; the message says which."""


def leaves(root: etree._Element) -> tuple[tuple[Leaf, ...], ...]:
    """Return the words of each text of a drawing, each of which is given an element of its own.

    The element is called by the words' number, from 0 over all texts.

    Raises:
        UnsetError: a text runs along a path, or moves its letters one by one.
    """
    found = []
    count = 0
    for text in list(root.iter("{*}text")):
        held = list(_leaves(text, text, {}))
        settled = _settled(held)
        for (_, node), leaf in zip(held, settled, strict=True):
            node.set(LEAF, str(count))
            node.text = leaf.words or " "
            count += 1
        found.append(tuple(settled))
    return tuple(found)


def _leaves(
    element: etree._Element, text: etree._Element, given: dict[str, str]
) -> Iterator[tuple[tuple[str, dict[str, str]], etree._Element]]:
    """Yield the words of a text with what is said of their place, and an element for them alone."""
    name = str(element.tag).rpartition("}")[2]
    if name not in _TEXT:
        raise UnsetError(f"words in <{name}>")
    for key in ("rotate", "textLength", "letter-spacing", "word-spacing", "writing-mode"):
        if element.get(key):
            raise UnsetError(f"words with {key}")
    for key in ("x", "y", "dx", "dy"):
        if element.get(key) is not None:
            given[key] = str(element.get(key))
            del element.attrib[key]
    inner = list(element)
    first, element.text = element.text or "", None
    made = _leaf(element, 0)
    yield (first, given.copy() if first.strip() else {}), made
    if first.strip():
        given.clear()
    for child in inner:
        tail, child.tail = child.tail or "", None
        yield from _leaves(child, text, given)
        after = _leaf(element, element.index(child) + 1)
        yield (tail, given.copy() if tail.strip() else {}), after
        if tail.strip():
            given.clear()


def _leaf(element: etree._Element, at: int) -> etree._Element:
    made = etree.Element(str(element.tag).rpartition("}")[0] + "}tspan")
    element.insert(at, made)
    return made


def _settled(held: Sequence[tuple[tuple[str, dict[str, str]], Any]]) -> list[Leaf]:
    """Return the words of one text with spaces as they are shown: none at its ends, one between."""
    found = []
    spaced = True
    for (words, given), _ in held:
        words = re.sub(r"[\t ]+", " ", re.sub(r"[\r\n]+", " ", words))
        if spaced:
            words = words.lstrip(" ")
        spaced = words.endswith(" ") if words else spaced
        x, y, dx, dy = (_number(given.get(key)) for key in ("x", "y", "dx", "dy"))
        found.append(Leaf(words, x, y, dx or 0.0, dy or 0.0))
    for at in range(len(found) - 1, -1, -1):
        leaf = found[at]
        found[at] = Leaf(leaf.words.rstrip(" "), leaf.x, leaf.y, leaf.dx, leaf.dy)
        if found[at].words:
            break
    return found


def _number(said: str | None) -> float | None:
    if said is None:
        return None
    try:
        return float(said.strip().removesuffix("px"))
    except ValueError as error:
        raise UnsetError(f'words at "{said.strip()[:20]}"') from error


def lettered(
    texts: Sequence[tuple[Leaf, ...]], styles: Mapping[int, Any], theme: Theme
) -> Iterator[tuple[Any, Outline]]:
    """Yield the outlines of all words, each with the parser's element that says how it looks.

    `styles` are these elements by the words' number.
    """
    number = 0
    for text in texts:
        pen = [0.0, 0.0]
        chunk: list[_Set] = []
        anchor = ""
        start = 0.0
        for leaf in text:
            style = styles.get(number)
            number += 1
            if not leaf.words or style is None:
                continue
            if leaf.x is not None or leaf.y is not None or not chunk:
                yield from _placed(chunk, start, pen[0], anchor)
                chunk = []
                pen = [pen[0] if leaf.x is None else leaf.x, pen[1] if leaf.y is None else leaf.y]
                start = pen[0] + leaf.dx
                anchor = str(style.values.get("text-anchor", "start"))
            pen = [pen[0] + leaf.dx, pen[1] + leaf.dy]
            font, size = _font(style, theme), float(style.font_size)
            glyphs, wide = _shaped(font, leaf.words, size, pen[0], pen[1])
            chunk.append((style, glyphs, font))
            pen[0] += wide
        yield from _placed(chunk, start, pen[0], anchor)


def _placed(
    chunk: Sequence[_Set],
    start: float,
    end: float,
    anchor: str,
) -> Iterator[tuple[Any, Outline]]:
    """Yield the outlines of words on one line, moved as they are anchored."""
    back = (end - start) * _STARTS.get(anchor, 0.0)
    for style, glyphs, font in chunk:
        outline: Outline = []
        for glyph, x, y, scale in glyphs:
            outline += _glyph(font, glyph, x - back, y, scale)
        if outline:
            yield style, outline


def _font(style: Any, theme: Theme) -> str:
    """Return the font of words, by family, weight and slant."""
    face = _face(str(style.values.get("font-family", "")), theme)
    said = str(style.values.get("font-weight", "400")).strip()
    weight = _WEIGHTS.get(said) or (int(said) if said.isdecimal() else 400)
    italic = str(style.values.get("font-style", "")).strip() in ("italic", "oblique")
    if weight > _BOLD:
        return face.bold_italic if italic else face.bold
    if weight > _SEMIBOLD and not italic:
        return face.semibold
    return face.italic if italic else face.regular


def _face(families: str, theme: Theme) -> Face:
    """Return the face of the theme that stands for the first family that is known."""
    for family in (each.strip(" '\"").casefold() for each in families.split(",")):
        if family in (theme.serif.name.casefold(), "serif", "cursive"):
            return theme.serif
        known = ("sans-serif", "monospace", "fantasy", "system-ui", theme.sans.name.casefold())
        if family in known:
            return theme.sans
    return theme.sans


def unlettered(root: etree._Element, theme: Theme) -> None:
    """Refuse a drawing with characters that the theme's fonts lack.

    Raises:
        PictureError: there is one.
    """
    words = "".join("".join(map(str, text.itertext())) for text in root.iter("{*}text"))
    fonts = [FontMetrics.of(face.regular) for face in (theme.sans, theme.serif)]
    lacking = set("".join(words.split()))
    for font in fonts:
        lacking &= set(font.missing("".join(sorted(lacking))))
    if lacking:
        character = min(lacking)
        raise PictureError(
            f'no font of the theme has the character "{character}" (U+{ord(character):04X}) of'
            " the drawing",
            "turn the drawing's words into paths where it was made, or save it as PNG",
        )


@cache
def _loaded(font: str) -> Any:
    import uharfbuzz

    face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(assets.font(font))))
    return uharfbuzz.Font(face), face.upem


def _shaped(
    font: str, words: str, size: float, x: float, y: float
) -> tuple[list[tuple[int, float, float, float]], float]:
    """Return each glyph with where it stands and its scale, and how wide all are."""
    import uharfbuzz

    loaded, upem = _loaded(font)
    buffer = uharfbuzz.Buffer()
    buffer.add_str(words)
    buffer.guess_segment_properties()
    uharfbuzz.shape(loaded, buffer)
    scale, at, found = size / upem, 0.0, []
    for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        if not info.codepoint:
            raise UnsetError("characters of another font")
        left, low = x + (at + place.x_offset) * scale, y - place.y_offset * scale
        found.append((info.codepoint, left, low, scale))
        at += place.x_advance
    return found, at * scale


@cache
def _drawing() -> Any:
    """Return what notes a font's segments: each with its points, in the font's own units."""
    import uharfbuzz

    funcs = uharfbuzz.DrawFuncs()
    funcs.set_move_to_func(lambda x, y, held: held.append(("M", ((x, y),))))
    funcs.set_line_to_func(lambda x, y, held: held.append(("L", ((x, y),))))
    funcs.set_quadratic_to_func(lambda cx, cy, x, y, held: held.append(("Q", ((cx, cy), (x, y)))))
    funcs.set_cubic_to_func(
        lambda cx, cy, dx, dy, x, y, held: held.append(("C", ((cx, cy), (dx, dy), (x, y))))
    )
    funcs.set_close_path_func(lambda held: held.append(("Z", ())))
    return funcs


def _glyph(font: str, glyph: int, x: float, y: float, scale: float) -> Outline:
    held: Outline = []
    _loaded(font)[0].draw_glyph(glyph, _drawing(), held)
    return [
        (kind, tuple((x + px * scale, y - py * scale) for px, py in points))
        for kind, points in held
    ]
