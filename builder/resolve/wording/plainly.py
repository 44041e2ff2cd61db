"""A passage as plain words: takes its text, returns it with each figure as one character."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from builder.language.lexicon import FIGURE, Lexicon
from builder.memory import remembered
from builder.model.text import FigureUse, Inline, Run
from builder.problems import Place
from builder.resolve.passages import Passage
from builder.resolve.sentences import sentence_spans

# One character for another, so that places stay right.
PLAIN: Final = str.maketrans(
    {"'": "’", "ʼ": "’", "\u00a0": " ", "\u202f": " ", "\u2010": "-", "\u2011": "-"}
)


@dataclass(frozen=True)
class Stretch:
    """An inline item and the characters of the plain words that it takes up."""

    item: Inline
    start: int
    end: int


@dataclass(frozen=True)
class Plainly:
    """A passage's words for searching, and the items that they come from."""

    words: str
    stretches: tuple[Stretch, ...]
    passage: Passage

    def place(self, index: int) -> Place:
        """Return where the character at `index` stands in its file."""
        for stretch in self.stretches:
            if stretch.start <= index < stretch.end:
                item = stretch.item
                return item.place_at(index - stretch.start) if isinstance(item, Run) else item.place
        return Place("")

    def within(self, span: slice) -> tuple[Inline, ...]:
        """Return the items that take up any of the characters of a span."""
        return tuple(
            stretch.item
            for stretch in self.stretches
            if stretch.start < span.stop and stretch.end > span.start
        )

    def guarded(self, span: slice) -> bool:
        """Return whether a claim guards the passage, or anything in a span of it."""
        return bool(self.passage.claim) or any(
            isinstance(item, Run | FigureUse) and item.claim for item in self.within(span)
        )

    def written(self, span: slice, show: Callable[[FigureUse], str]) -> str:
        """Return a span as readers see it; `show` prints a figure."""
        shown = []
        for stretch in self.stretches:
            if stretch.start < span.stop and stretch.end > span.start:
                if isinstance(stretch.item, FigureUse):
                    shown.append(show(stretch.item))
                else:
                    begin = max(span.start, stretch.start)
                    whole = self._text(stretch.item)
                    shown.append(whole[begin - stretch.start : span.stop - stretch.start])
        return "".join(shown).strip()

    def sentences(self, lexicon: Lexicon) -> tuple[slice, ...]:
        """Return the sentences."""
        return tuple(sentence_spans(self.words, lexicon.abbreviations))

    @staticmethod
    def _text(item: Inline) -> str:
        return item.text if isinstance(item, Run) else ""


def plainly(passage: Passage) -> Plainly:
    """Return a passage as plain words: a figure, and a name's every character, as `FIGURE`."""
    words, stretches, at = [], [], 0
    for item in passage.text:
        if isinstance(item, Run):
            said = FIGURE * len(item.text) if item.owner else item.text.translate(PLAIN)
        else:
            said = FIGURE if isinstance(item, FigureUse) else ""
        words.append(said)
        stretches.append(Stretch(item, at, at + len(said)))
        at += len(said)
    return Plainly("".join(words), tuple(stretches), passage)


def found(pattern: re.Pattern[str], but: re.Pattern[str], words: str) -> tuple[slice, ...]:
    """Return where a pattern is found in words, unless what `but` finds reaches into it."""
    key = "wording", pattern, but, words
    return remembered(key, lambda: _found(pattern, but, words), lambda _: 400 + 2 * len(words))


def _found(pattern: re.Pattern[str], but: re.Pattern[str], words: str) -> tuple[slice, ...]:
    matches = [_trimmed(match) for match in pattern.finditer(words)]
    if not matches:
        return ()
    left_out = [match.span() for match in but.finditer(words)]
    return tuple(
        span
        for span in matches
        if not any(start < span.stop and end > span.start for start, end in left_out)
    )


def _trimmed(match: re.Match[str]) -> slice:
    start, end = match.span()
    return slice(start + len(match.group()) - len(match.group().lstrip()), end)
