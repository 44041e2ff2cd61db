"""Words into lines: takes runs and a type, returns a measured block that a frame can draw."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property, lru_cache
from itertools import pairwise
from typing import Final, NamedTuple, TypeAlias

from builder.charts.style import Type
from builder.frozen import dataclass
from builder.model.text import Line, Run
from builder.text.breaking import Box, fill_lines
from builder.text.metrics import FontMetrics
from builder.text.opportunities import AT_SIGNS, SPACES, After, Hyphens, cuts_of, unbroken

# Ink above the baseline (ascenders and figures) and below it (descenders), as shares of the size.
ASCENT: Final = 0.72
DESCENT: Final = 0.21
_HAIR: Final = 1e-6  # points that rounding may cost: a word as wide as its room is not cut
_ADDED: Final[dict[After, str]] = {"space": " ", "hyphen": "-"}
_HELD: Final = re.compile(r"(?<=[^\d])\u00a0")  # between words of a name, not a number and its unit

Words: TypeAlias = Sequence[tuple[Line, Type]]
"""Texts that are set alike: all on one line, all in one size."""


class FontRun(NamedTuple):
    """Words of one line in one font, and their width in points."""

    text: str
    font: str
    width: float


SetLine: TypeAlias = tuple[FontRun, ...]


class Word(NamedTuple):
    """What stands unbroken, in fragments of text and font, how a break after it shows, and whether
    words are `kept` in it that are parted where no line holds them."""

    fragments: tuple[tuple[str, str], ...]
    after: After
    kept: bool = False


@dataclass(frozen=True)
class SetWords:
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


def one_line(runs: Line, type_: Type) -> SetWords:
    """Return runs set on a single line, however long."""
    words = _words(runs, type_)
    return SetWords((_line(words, type_),) if words else (), type_, runs if words else ())


def wrapped(runs: Line, type_: Type, width: float, language: str = "") -> SetWords:
    """Return runs set in lines of at most `width` points.

    A word that is wider by itself is hyphenated in `language` (a BCP 47 tag), and cut anywhere
    where that does not help.
    """
    words = [
        part
        for word in _words(runs, type_)
        for each in (_apart(word) if _wide(word, type_) > width + _HAIR else (word,))
        for part in _divided(each, type_, width, language)
    ]
    ends = fill_lines([_box(word, type_) for word in words], width)
    lines = tuple(_line(words[start:end], type_) for start, end in pairwise((0, *ends)))
    return SetWords(lines, type_, runs if lines else ())


def balanced(runs: Line, type_: Type, width: float, language: str = "") -> SetWords:
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


def is_cut(runs: Line, type_: Type, width: float, language: str = "") -> bool:
    """Return whether lines so long part a word where no hyphen can, or hold not one letter: no
    chart prints such words.
    """
    for word in (part for whole in _words(runs, type_) for part in _apart(whole)):
        *parts, last = _divided(word, type_, width, language)
        cut = [part for part in parts if part.after == "join" and not _at_sign(part)]
        if cut or _wide(last, type_) > width + _HAIR:
            return True
    return False


def _at_sign(part: Word) -> bool:
    """Return whether a part of a word ends at a sign after which a line may end."""
    return bool(AT_SIGNS.search(part.fragments[-1][0] + "xx"))


def longest_word(runs: Line, type_: Type) -> float:
    """Return the width of the widest word, below which no line is set without cutting one."""
    words = (each for word in _words(runs, type_) for each in _apart(word))
    return max((_wide(word, type_) for word in words), default=0.0)


def all_on_lines(words: Words, sizes: Sequence[float], room: float) -> tuple[SetWords, ...] | None:
    """Return each text on a line, in the largest size in which none is wider than `room` points;
    None where there is none.
    """
    for size in sizes:
        blocks = tuple(one_line(line, type_.at(size)) for line, type_ in words)
        if all(block.width <= room for block in blocks):
            return blocks
    return None


def all_wrapped(words: Words, size: float, room: float) -> tuple[SetWords, ...] | None:
    """Return each text in lines of `room` points; None where a word alone is wider."""
    sized = [(line, type_.at(size)) for line, type_ in words]
    if any(longest_word(line, type_) > room for line, type_ in sized):
        return None
    return tuple(wrapped(line, type_, room) for line, type_ in sized)


def to_baseline(block: SetWords, vertical: str) -> float:
    """Return how far the first baseline lies below the point that `vertical` names."""
    size, depth = block.type.size, block.depth
    return {
        "baseline": 0.0,
        "top": ASCENT * size,
        # Figures and capitals look centred when half their own height lies below the middle.
        "middle": 0.33 * size - depth / 2,
        "bottom": -depth - DESCENT * size,
    }[vertical]


def _words(runs: Iterable[Run], type_: Type) -> list[Word]:
    words: list[Word] = []
    held: list[tuple[str, str]] = []
    for run in runs:
        if held and SPACES.match(run.text):
            words.append(Word(tuple(held), "space"))
            held = []
        pieces = list(unbroken(run.text, cuts_of(run)))
        for piece in pieces:
            held.append((run.text[piece.start : piece.stop], type_.font_of(run)))
            if piece.after == "space" or piece is not pieces[-1]:
                words.append(Word(tuple(held), piece.after, _is_kept(run, held)))
                held = []
    return [*words, Word(tuple(held), "join", _is_kept(run, held))] if held else words


def _is_kept(run: Run, held: Sequence[tuple[str, str]]) -> bool:
    named = run.owner is None or run.owner.kind == "name"
    return named and len(held) == 1 and bool(_HELD.search(held[0][0]))


def _apart(word: Word) -> Sequence[Word]:
    if not word.kept:
        return (word,)
    text, font = word.fragments[0]
    *heads, tail = _HELD.split(text)
    return *(Word(((head, font),), "space") for head in heads), Word(((tail, font),), word.after)


def _box(word: Word, type_: Type) -> Box:
    """Return a word as the engine fills lines with it."""
    added = _ADDED.get(word.after, "")
    font = word.fragments[-1][1]
    return Box(_wide(word, type_), word.after, _width(added, font, type_.size) if added else 0.0)


def _wide(word: Word, type_: Type) -> float:
    return sum(_width(text, font, type_.size) for text, font in word.fragments)


def _line(words: Sequence[Word], type_: Type) -> SetLine:
    """Return words as they stand on a line; one that goes on in the next shows a hyphen."""
    joined: list[tuple[str, str]] = []
    for place, word in enumerate(words, 1):
        last = place == len(words)
        added = "" if last == (word.after == "space") else _ADDED.get(word.after, "")
        *fragments, (text, font) = word.fragments
        for fragment in (*fragments, (text + added, font)):
            if joined and joined[-1][1] == fragment[1]:
                joined[-1] = (joined[-1][0] + fragment[0], fragment[1])
            else:
                joined.append(fragment)
    return tuple(FontRun(text, font, _width(text, font, type_.size)) for text, font in joined)


@lru_cache(maxsize=8192)
def _width(text: str, font: str, size: float) -> float:
    # Breaking lines measures the same beginnings of lines again and again.
    return FontMetrics.of(font).width(text, size)


def _divided(word: Word, type_: Type, width: float, language: str) -> Iterator[Word]:
    """Yield the parts of a word that fit each on a line of `width` points, as few as can be."""
    width += _HAIR
    while _wide(word, type_) > width:
        for head, tail in (*_at_signs(word), *_hyphenated(word, language), *_cut(word)):
            box = _box(head, type_)
            if box.width + box.gap <= width:
                yield head
                word = tail
                break
        else:
            break
    yield word


def _hyphenated(word: Word, language: str) -> Iterator[tuple[Word, Word]]:
    """Yield every way to hyphenate a word, longest head first; names and numbers are not."""
    text, font = word.fragments[0]
    if len(word.fragments) == 1 and text.isalpha():
        for place in reversed(_hyphens(language).places(text)):
            yield Word(((text[:place], font),), "hyphen"), Word(((text[place:], font),), word.after)


def _at_signs(word: Word) -> Iterator[tuple[Word, Word]]:
    """Yield every way to divide a word at a sign within it, longest head first."""
    text, font = word.fragments[0]
    for sign in reversed(list(AT_SIGNS.finditer(text)) if len(word.fragments) == 1 else []):
        head, tail = text[: sign.end()], text[sign.end() :]
        yield Word(((head, font),), "join"), Word(((tail, font),), word.after)


def _cut(word: Word) -> Iterator[tuple[Word, Word]]:
    """Yield every way to cut a word in two, longest head first, down to a single character."""
    characters = [(char, font) for text, font in word.fragments for char in text]
    for place in range(len(characters) - 1, 0, -1):
        tail = tuple(characters[place:])
        yield Word(tuple(characters[:place]), "join"), Word(tail, word.after)


@cache
def _hyphens(language: str) -> Hyphens:
    return Hyphens(language, None)
