"""Words into lines: takes runs and a type, returns a measured block that a frame can draw."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from builder.charts.style import Type
from builder.model.text import Line, Run
from builder.text.metrics import FontMetrics

if TYPE_CHECKING:
    from pyphen import Pyphen

# Ink above the baseline (ascenders and figures) and below it (descenders), as shares of the size.
ASCENT: Final = 0.72
DESCENT: Final = 0.21
# A word is divided where at least so many letters stand on either line.
_FEWEST: Final = 3


class Piece(NamedTuple):
    """Words of one line in one font, and their width in points."""

    text: str
    font: str
    width: float


SetLine: TypeAlias = tuple[Piece, ...]
Word: TypeAlias = tuple[tuple[str, str], ...]  # parts that must stay together: text and font


@dataclass(frozen=True)
class Block:
    """Words set in lines. Lengths are points; `runs` is what they say, whole."""

    lines: tuple[SetLine, ...]
    type: Type
    runs: Line

    @cached_property
    def widths(self) -> tuple[float, ...]:
        """The width of each line."""
        return tuple(sum(piece.width for piece in line) for line in self.lines)

    @property
    def width(self) -> float:
        """The width of the longest line."""
        return max(self.widths, default=0.0)

    @property
    def ascent(self) -> float:
        """From the first baseline up to the top of the ink."""
        return ASCENT * self.type.size

    @property
    def depth(self) -> float:
        """From the first baseline down to the last one."""
        return (len(self.lines) - 1) * self.type.leading

    @property
    def height(self) -> float:
        """From the top of the first line's ink to the foot of the last one's; 0 for no words."""
        if not self.lines:
            return 0.0
        return self.ascent + self.depth + DESCENT * self.type.size


def one_line(runs: Line, type_: Type) -> Block:
    """Return runs set on a single line, however long."""
    words = _words(runs, type_)
    return Block((_line(words, type_),) if words else (), type_, runs if words else ())


def wrapped(runs: Line, type_: Type, width: float, language: str = "") -> Block:
    """Return runs set in lines of at most `width` points.

    A word that is wider by itself is hyphenated in `language` (a BCP 47 tag), and cut anywhere
    where that does not help.
    """
    waiting = _words(runs, type_)
    lines: list[SetLine] = []
    while waiting:
        fitting = _fitting(waiting, type_, width)
        if not fitting:
            head, tail = _broken(waiting[0], type_, width, language)
            waiting[:1] = [head, tail] if tail else [head]
            fitting = 1
        lines.append(_line(waiting[:fitting], type_))
        del waiting[:fitting]
    return Block(tuple(lines), type_, runs if lines else ())


def balanced(runs: Line, type_: Type, width: float, language: str = "") -> Block:
    """Return runs set in as few lines as `wrapped` needs, but lines as even as they can be."""
    block = wrapped(runs, type_, width, language)
    count = len(block.lines)
    narrow, wide = longest_word(runs, type_), block.width
    while count > 1 and wide - narrow > 1:
        middle = (narrow + wide) / 2
        tried = wrapped(runs, type_, middle, language)
        if len(tried.lines) > count:
            narrow = middle
        else:
            block, wide = tried, min(middle, tried.width)
    return block


def longest_word(runs: Line, type_: Type) -> float:
    """Return the width of the widest word, below which no line is set without cutting one."""
    widths = (piece.width for word in _words(runs, type_) for piece in _line([word], type_))
    return max(widths, default=0.0)


def _fitting(words: Sequence[Word], type_: Type, width: float) -> int:
    """Return how many words fit on one line."""
    for count in range(1, len(words) + 1):
        if sum(piece.width for piece in _line(words[:count], type_)) > width:
            return count - 1
    return len(words)


def _words(runs: Iterable[Run], type_: Type) -> list[Word]:
    words: list[Word] = []
    together = False
    for run in runs:
        # Ordinary spaces only: a no-break space is part of the word.
        for part in re.split("([ \n\t]+)", run.text):
            if not part:
                continue
            if part.isspace() and "\u00a0" not in part:
                together = False
                continue
            fragment = (part, type_.font_of(run))
            if together:
                words[-1] += (fragment,)
            else:
                words.append((fragment,))
            together = True
    return words


def _line(words: Sequence[Word], type_: Type) -> SetLine:
    joined: list[tuple[str, str]] = []
    for place, word in enumerate(words):
        for number, (text, font) in enumerate(word):
            space = " " if place and not number else ""
            if joined and joined[-1][1] == font:
                joined[-1] = (joined[-1][0] + space + text, font)
            elif joined:
                joined[-1] = (joined[-1][0] + space, joined[-1][1])
                joined.append((text, font))
            else:
                joined.append((text, font))
    return tuple(Piece(text, font, _width(text, font, type_.size)) for text, font in joined)


@lru_cache(maxsize=8192)
def _width(text: str, font: str, size: float) -> float:
    # Breaking lines measures the same beginnings of lines again and again.
    return FontMetrics.of(font).width(text, size)


def _broken(word: Word, type_: Type, width: float, language: str) -> tuple[Word, Word]:
    """Return a word that is too wide as a head that fits (if anything does) and the rest."""
    for head, tail in (*_hyphenated(word, language), *_cut(word)):
        if sum(piece.width for piece in _line([head], type_)) <= width:
            return head, tail
    return word, ()


def _hyphenated(word: Word, language: str) -> Iterator[tuple[Word, Word]]:
    if len(word) != 1 or not word[0][0].isalpha():
        return  # names and numbers are not hyphenated
    text, font = word[0]
    dictionary = _dictionary(language)
    if dictionary is not None:
        for head, tail in dictionary.iterate(text):
            if min(_letters(head), _letters(tail)) >= _FEWEST:
                yield ((head + "-", font),), ((tail, font),)


def _letters(text: str) -> int:
    return sum(character.isalpha() for character in text)


def _cut(word: Word) -> Iterator[tuple[Word, Word]]:
    """Yield every way to cut a word in two, longest head first, down to a single character."""
    characters = [(char, font) for text, font in word for char in text]
    for place in range(len(characters) - 1, 0, -1):
        yield tuple(characters[:place]), tuple(characters[place:])


def _dictionary(language: str) -> Pyphen | None:
    import pyphen

    known = pyphen.language_fallback(language.replace("-", "_"))
    return pyphen.Pyphen(lang=known) if known else None
