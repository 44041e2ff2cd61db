"""Makes fonts known to ReportLab, each under its file's name and from its first use on, and packs
what it writes, a page's code or a font's characters, as an earlier build did.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache, partial
from itertools import chain, repeat
from typing import Any, Final, TypeAlias

from reportlab import rl_config
from reportlab.pdfbase import pdfdoc, pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from builder.memory import remembered
from builder.theme import assets
from builder.theme.theme import Theme

Glyphs: TypeAlias = list[tuple[int, str]]
"""The font subsets that a text is shown in, one after another, and its glyphs there: in
hexadecimal, as within one string of a TJ that is ended for each move (ISO 32000-1, 9.4.3)."""

_MOST: Final = 16_384  # texts whose glyphs are remembered


def prepare(theme: Theme) -> None:
    """Set what ReportLab asks of fonts and streams before a page is begun.

    Raises:
        FileNotFoundError: the installation lacks the theme's first font.
    """
    # ReportLab names its base font on every page; unembedded Helvetica would not be archival.
    rl_config.canvas_basefontname = font(theme.serif.regular).fontName
    pdfdoc.PDFZCompress = _Deflating()
    rl_config.useA85 = 0  # text encoding of binary streams costs a fifth of their size


def number(value: float) -> str:
    """Return a number as PDF content writes it."""
    return f"{value:.3f}".rstrip("0").rstrip(".") or "0"


@cache
def font(name: str) -> Any:
    """Return ReportLab's font of a name, for the most part a font file's (without its ending).

    Only the cuts that a paper uses are read: each takes ReportLab some 10 ms.

    Raises:
        FileNotFoundError: neither ReportLab nor the installation has such a font.
    """
    if name not in pdfmetrics.getRegisteredFontNames():
        made = TTFont(name, str(assets.font(name)))
        _subset_once(name, made.face)
        pdfmetrics.registerFont(made)
    return pdfmetrics.getFont(name)


class Encoder:
    """Says how texts are shown in one PDF, whose fonts hold the characters met so far."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._chosen: dict[tuple[str, int, float], str] = {}
        self._called: dict[str, tuple[str, dict[int, int]]] = {}
        self._known: defaultdict[str, dict[str, Glyphs]] = defaultdict(dict)

    def known(self, name: str) -> Mapping[str, Glyphs]:
        """Return the glyphs of words in a font that were met so far."""
        return self._known[name]

    def glyphs(self, name: str, text: str, kerns: Sequence[Sequence[int]] = ((),)) -> Glyphs:
        """Return the glyphs of words in a font; the `kerns` of each follow from both."""
        known = self._known[name]
        if " " not in text or text == " ":
            return known.get(text) or self._glyphs(name, text, kerns[0])
        found: Glyphs = []
        for index, (word, kern) in enumerate(zip(text.split(" "), kerns, strict=True)):
            if index:
                found += known.get(" ") or self._glyphs(name, " ", ())
            if word:
                found += known.get(word) or self._glyphs(name, word, kern)
        return found

    def _glyphs(self, name: str, word: str, kern: Sequence[int]) -> Glyphs:
        known, moves = self._known[name], chain(kern, repeat(0))
        if len(known) >= _MOST:
            known.clear()
        known[word] = [
            (subset, "".join(map(_moved, codes, moves)))
            for subset, codes in font(name).splitString(word, self._document)
        ]
        return known[word]

    def shown(self, name: str, text: str) -> tuple[object, ...]:
        """Return how a font is called here, and what shows letters of it."""
        if name not in self._called:
            held = font(name)
            held.splitString(text, self._document)
            called = held.getSubsetInternalName(0, self._document)
            self._called[name] = called, held.state[self._document].assignments
        called, numbers = self._called[name]
        codes: tuple[object, ...] = tuple(map(numbers.get, map(ord, text)))
        if None in codes:  # a letter that is met for the first time, or that the font lacks
            codes = tuple(font(name).splitString(text, self._document))
            again = tuple(map(numbers.get, map(ord, text)))
            codes = codes if None in again else again
        return called, codes

    def letters(self) -> dict[str, tuple[str, list[int]]]:
        """Return, by what the pages call each subset, its font and the character of each code."""
        return {
            f"/{held.internalName}+{number}": (each.fontName, subset)
            for each in self._document.delayedFonts
            for held in (each.state[self._document],)
            for number, subset in enumerate(held.subsets)
        }

    def show(self, name: str, subset: int, size: float, glyphs: str) -> str:
        """Return the operators that show glyphs of a font's subset (ISO 32000-1, 9.4.3)."""
        chosen = self._chosen.get((name, subset, size))
        if chosen is None:
            called = font(name).getSubsetInternalName(subset, self._document)
            chosen = self._chosen[name, subset, size] = f"{called} {number(size)} Tf"
        return f"{chosen} [<{glyphs}>] TJ".replace("<>", "")


def _moved(code: int, move: int) -> str:
    """Return a glyph in hexadecimal, and what is added after it in thousandths of the size."""
    return f"{code:02x}>{-move}<" if move else f"{code:02x}"


@lru_cache(maxsize=256)
def rgb(colour: str) -> str:
    """Return the PDF operands for `#RRGGBB`."""
    return " ".join(number(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))


class _Deflating(pdfdoc.PDFStreamFilterZCompress):
    """Compresses streams, each once."""

    def encode(self, text: str | bytes) -> bytes:
        """Return a stream's bytes compressed (ISO 32000-1, 7.4.4)."""
        make: Callable[[], bytes] = partial(super().encode, text)
        return remembered(("deflated", text), make, lambda packed: len(text) + len(packed))


def _subset_once(name: str, face: Any) -> None:
    """Let a face make the font file of the same characters once."""
    make: Callable[[Sequence[int]], bytes] = face.makeSubset

    def subset(characters: Sequence[int]) -> bytes:
        return remembered(("subset", name, *characters), lambda: make(characters), len)

    face.makeSubset = subset
