"""Ledger texts found in what a page says: each once, none overlapping, no digit left over."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from builder.verify.reading import DIGITS, canonical

# Between two pieces; no ledger text holds it, so no text is ever found across pieces.
BETWEEN = "\x1f"
_BOUNDS = "≥>≤<≈~±"
_CONTEXT = 28
_DIGIT = re.compile(f"[{DIGITS}]")
_HYPHENATION = re.compile(r"(?<=[^\W\d_])-\n(?=[^\W\d_])")
_NUMBER = re.compile(rf"[{DIGITS}]+(?:[.,]\d+)*")
_GROUPED = re.compile(rf"[{DIGITS}]+(?:[., ]\d{{3}}(?!\d))*(?:[.,]\d+)?")
_GROUPING = re.compile(r"[., ](?=\d{3}(?!\d))")
# A word with a digit in it: a number, `240bn`, a fingerprint.
_WORD = re.compile(rf"\w*[{DIGITS}]\w*(?:[.,]\d\w*)*")


@dataclass
class Surface:
    """The text of one channel of one page, and which of its characters are accounted for."""

    text: str
    flat: str = field(init=False)
    taken: bytearray = field(init=False)

    def __post_init__(self) -> None:
        self.flat = self.text.replace("\n", " ")
        self.taken = bytearray(len(self.text))

    @classmethod
    def of(cls, pieces: Iterable[str]) -> Surface:
        """Return the surface of canonical pieces."""
        return cls(BETWEEN.join(pieces))

    def take(self, wanted: str) -> bool:
        """Account for one free occurrence of a text of `in_order`; False when there is none."""
        return self.find(wanted) is not None

    def take_all(self, wanted: str) -> None:
        """Account for every free occurrence of a text of `in_order`."""
        for _ in self._found(wanted):
            pass

    def find(self, wanted: str) -> tuple[int, int] | None:
        """Account for one free occurrence of a text of `in_order`, and return where it stands."""
        return next(self._found(wanted), None)

    def _found(self, wanted: str) -> Iterator[tuple[int, int]]:
        """Account for one free occurrence after another, and yield where each stands."""
        at = self.flat.find(wanted)
        while at >= 0:
            if self._stands(at, at + len(wanted)):
                self._claim(at, at + len(wanted))
                yield at, at + len(wanted)
            at = self.flat.find(wanted, at + 1)
        if "\n" in self.text:
            for match in _broken(wanted).finditer(self.text):
                if self._stands(*match.span()):
                    self._claim(*match.span())
                    yield match.span()

    def excuse(self, wanted: str) -> str:
        """Return the surroundings of a missing text's first number, where it stands free.

        Its numbers are then accounted for, so that a dropped hedge is found once, not once more
        as a stray number.
        """
        surroundings = ""
        for number in _NUMBER.finditer(wanted):
            for match in _NUMBER.finditer(self.flat):
                start, end = match.span()
                if match.group() == number.group() and self._is_free(start, end):
                    self._claim(start, end)
                    surroundings = surroundings or self._around(start, end)
                    break
        return surroundings

    def strays(self) -> Iterator[tuple[str, str]]:
        """Yield each word with a digit that is not accounted for, and its surroundings."""
        for match in _WORD.finditer(self.flat):
            digits = _DIGIT.finditer(self.flat, *match.span())
            if not all(self.taken[digit.start()] for digit in digits):
                yield match.group(), self._around(*match.span())

    def _around(self, start: int, end: int) -> str:
        return around(self.text, start, end)

    def _is_free(self, start: int, end: int) -> bool:
        return self.taken.find(1, start, end) < 0

    def _stands(self, start: int, end: int) -> bool:
        """Say whether a span is free and is no part of a longer word or number."""
        if not self._is_free(start, end):
            return False
        before, after = self.flat[max(0, start - 2) : start], self.flat[end : end + 2]
        first, last = self.flat[start], self.flat[end - 1]
        return (
            not _goes_on(before[::-1], first)
            and not _goes_on(after, last)
            and not _is_bounded(before, first)
        )

    def _claim(self, start: int, end: int) -> None:
        self.taken[start:end] = b"\1" * (end - start)


def around(text: str, start: int, end: int) -> str:
    """Return a span of canonical text with a few whole words on either side, in its own piece."""
    flat = text.replace("\n", " ")
    first = flat.rfind(BETWEEN, 0, start) + 1
    last = flat.find(BETWEEN, end)
    last = len(flat) if last < 0 else last
    left, right = first, last
    if start - first > _CONTEXT:
        left = flat.find(" ", start - _CONTEXT, start) + 1 or start
    if last - end > _CONTEXT:
        right = flat.rfind(" ", end, end + _CONTEXT)
        right = end if right < 0 else right
    words = unbroken(text[left:right]).strip()
    return ("…" if left > first else "") + words + ("…" if right < last else "")


def in_order(texts: Iterable[str]) -> list[str]:
    """Return the texts as `Surface.take` wants them: canonical, on one line, longest first.

    Longest first, so that no text is taken for a part of another.
    """
    flat = (canonical(text).replace("\n", " ") for text in texts)
    return sorted(filter(None, flat), key=len, reverse=True)


def plain_numbers(text: str) -> dict[str, str]:
    """Return the numbers in a text, without the grouping of thousands, and the words around."""
    said = canonical(text)
    return {
        _GROUPING.sub("", match.group()): around(said, *match.span())
        for match in _GROUPED.finditer(said)
    }


def unbroken(text: str) -> str:
    """Return text on one line, words that were divided at a line's end made whole."""
    return _HYPHENATION.sub("", text).replace("\n", " ")


def _goes_on(beyond: str, edge: str) -> bool:
    """Say whether the word or number at `edge` goes on in `beyond` (nearest character first)."""
    if not beyond or not edge.isalnum():
        return False
    if beyond[0].isalnum():
        return True
    return edge.isdigit() and beyond[0] in ".," and beyond[1:].isdigit()


def _is_bounded(before: str, first: str) -> bool:
    """Say whether a sign or bound stands right before a number and changes what it says."""
    if not before or not (first.isdigit() or first in "$€£"):
        return False
    if before[-1] == "-":
        return not before[:-1].strip(f"{BETWEEN} (")
    return before[-1] in _BOUNDS


@lru_cache(maxsize=4096)
def _broken(wanted: str) -> re.Pattern[str]:
    """Return a pattern for a text that line ends may break: at spaces, after hyphens, in words.

    A hyphen at a line's end between letters may be the hyphenation's; between digits it is the
    text's own.
    """
    parts = []
    for here, following in zip(wanted, f"{wanted[1:]} ", strict=True):
        if here == " ":
            parts.append("[ \n]")
        elif here in "-–—/":
            parts.append(f"{re.escape(here)}\n?")
        elif here.isalpha() and following.isalpha():
            parts.append(f"{re.escape(here)}(?:-\n)?")
        else:
            parts.append(re.escape(here))
    return re.compile("".join(parts))
