"""Metrics of a font: takes its name (`assets`), returns widths, kerning, missing glyphs.

Measured by HarfBuzz with pair kerning as its only feature, so that one character is always
one glyph: what is drawn stays searchable, and what is measured is what is drawn.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, cached_property, lru_cache
from typing import Any, Final

from builder.theme import assets

_ONE_TO_ONE: Final = {
    "kern": True,
    **dict.fromkeys(("liga", "clig", "calt", "dlig", "rlig", "locl", "ccmp", "rclt"), False),
}
_WORDS: Final = 2_000  # texts whose kerning a font knows: words of charts are measured many times
# What programs that show text draw for a character that fonts may leave out.
_STAND_INS: Final = {"\u202f": "\u00a0", "\u2009": "\u00a0", "\u200a": "\u00a0", "\u2011": "-"}


def stand_in(character: str) -> str:
    """Return what is drawn for a character that a font lacks: itself where nothing looks alike."""
    return _STAND_INS.get(character, character)


class FontMetrics:
    """One font's metrics. Make it with `FontMetrics.of`, which keeps each font open once.

    `ascent` and `descent` (both positive) are the font's own line extents in thousandths of the
    type size. `kerning` of a text is what to add after each of its characters, in thousandths too;
    None: nothing.
    """

    def __init__(self, name: str) -> None:
        import uharfbuzz

        self.name = name
        self._harfbuzz = uharfbuzz
        face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(assets.font(name))))
        self._font = uharfbuzz.Font(face)
        self._scale = 1000 / face.upem
        self._glyphs = _Lookup(lambda character: self._font.get_nominal_glyph(ord(character)))
        self._advances = _Lookup(self._advance)
        self._wide = _Lookup(self._font.get_glyph_h_advance)
        self.kerning: Callable[[str], tuple[int, ...] | None] = lru_cache(_WORDS)(self._kerning)
        self._drawn: set[str] = set()  # characters that the font is known to have

    @staticmethod
    @cache
    def of(name: str) -> FontMetrics:
        """Return the metrics of the font `name`.

        Raises:
            FileNotFoundError: the installation has no such font.
        """
        return FontMetrics(name)

    @cached_property
    def ascent(self) -> float:
        """Height of the font's line above the baseline."""
        return float(self._scale * self._font.get_font_extents("ltr").ascender)

    @cached_property
    def descent(self) -> float:
        """Depth of the font's line below the baseline, as a positive number."""
        return float(-self._scale * self._font.get_font_extents("ltr").descender)

    def width(self, text: str, size: float, *, kerned: bool = True) -> float:
        """Return the width in points of `text` on one line at `size` points.

        A character that the font lacks counts as its usual stand-in, else as the font's own
        mark for a missing glyph.
        """
        thousandths: float = sum(map(self._advances.__getitem__, text))
        if kerned:
            thousandths += sum(self.kerning(text) or ())
        return thousandths * size / 1000

    def _kerning(self, text: str) -> tuple[int, ...] | None:
        """Return the kerning of a text."""
        if len(text) < 2:
            return None
        buffer = self._harfbuzz.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        self._harfbuzz.shape(self._font, buffer, _ONE_TO_ONE)
        glyphs = [info.codepoint for info in buffer.glyph_infos]
        if glyphs != [glyph or 0 for glyph in map(self._glyphs.__getitem__, text)]:
            return None  # a script that needs more than kerning is set as it stands
        wide = [place.x_advance for place in buffer.glyph_positions]
        alone = [self._wide[glyph] for glyph in glyphs]
        if wide == alone:
            return None
        pairs = zip(wide, alone, strict=True)
        moves = tuple(round(self._scale * (kerned - plain)) for kerned, plain in pairs)
        return moves if any(moves) else None

    def drawn(self, text: str) -> tuple[str, tuple[str, ...]]:
        """Return a text as it is drawn, with its stand-ins, and what is missing even so."""
        shown = text
        for character in self.missing(text):
            shown = shown.replace(character, stand_in(character))
        return shown, self.missing(shown)

    def lacks(self, character: str) -> str:
        """Return in words that the font cannot draw a character."""
        return f'the font {self.name} has no character U+{ord(character):04X} "{character}"'

    def missing(self, text: str) -> tuple[str, ...]:
        """Return the characters of `text` that the font cannot draw, each once, in order."""
        if self._drawn.issuperset(text):
            return ()
        missing = tuple(dict.fromkeys(char for char in text if self._glyphs[char] is None))
        self._drawn.update(char for char in text if char not in missing)
        return missing

    def _advance(self, character: str) -> float:
        glyph = self._glyphs[character]
        if glyph is None:
            glyph = self._glyphs[stand_in(character)]
        return float(self._scale * self._wide[glyph or 0])


class _Lookup(dict[Any, Any]):
    """What a font says of its characters or glyphs, of which there are only so many."""

    def __init__(self, found: Callable[[Any], Any]) -> None:
        self._found = found

    def __missing__(self, asked: Any) -> Any:
        self[asked] = answer = self._found(asked)
        return answer
