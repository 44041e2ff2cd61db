"""Quotation marks: takes a line's text, returns what each of its typed marks is printed as.

A closing mark ends the nearest quotation that is open, so that an apostrophe at a word's start,
which nothing closes, turns none of the marks after it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from builder.language.language import Quotes, known
from builder.model.text import Line

# Where the language has none of its own: as English authors type them.
_TYPED: Final = (("“", "”"), ("‘", "’"))
_OPENING: Final = " \u00a0\u202f([{—–-/\"'’„“‚‘«‹"
_APOSTROPHE: Final = "’"
_NOTED: Final = "\u2060"  # no letter, and no space
_APOSTROPHES: Final = re.compile(r"(?<=[^\W\d_])'")
_OPENS: Final = re.compile(r"(?<!\w)'")


def quoted(whole: str, languages: Mapping[int, str]) -> Iterator[tuple[int, str]]:
    """Yield the place and the printed form of each typed mark.

    `languages` holds the language of each character that may be set otherwise. Guillemets that
    authors typed are told into levels in languages that nest them.
    """
    opened: list[tuple[str, int]] = []
    pairs: dict[int, int] = {}
    typed = [at for at, sign in enumerate(whole) if sign in "\"'" and at in languages]
    for at in typed:
        mark = whole[at]
        last = opened[-1][1] if opened else -1
        if last != at - 1 and _may_close(whole, at) and any(sign == mark for sign, _ in opened):
            while opened[-1][0] != mark:
                opened.pop()
            pairs[opened.pop()[1]] = at
        elif _may_open(whole, at, languages):
            opened.append((mark, at))
    closings = {end: start for start, end in pairs.items()}
    levels = _levels(whole, pairs)
    for at in typed:
        start = closings.get(at, at)
        if start in pairs:
            pair = _pair(whole[at], levels[start], languages[start])
            yield at, pair[start != at]
        elif whole[at] == "'":
            yield at, _APOSTROPHE
    yield from _nested_guillemets(whole, languages, pairs)


def with_apostrophes(words: str) -> str:
    """Return words of data with ’ for each typed apostrophe, as prose prints it.

    Where a mark may open a quotation, all stay as they are typed.
    """
    if "'" not in words or _OPENS.search(words):
        return words
    return _APOSTROPHES.sub(_APOSTROPHE, words)


def _may_open(whole: str, at: int, languages: Mapping[int, str]) -> bool:
    before, after = whole[at - 1 : at] if at else "", whole[at + 1 :]
    if (before and before not in _OPENING) or not after[:1].strip():
        return False
    spoken = known(languages[at])
    clipped = spoken.clipped.match(after) if spoken and spoken.clipped else None
    # "The '90s" are typed so; digits that something else owns, a figure, are no decade.
    decade = after[:1].isdigit() and at + 1 in languages
    return not (whole[at] == "'" and (clipped or decade))


def _may_close(whole: str, at: int) -> bool:
    before, after = whole[at - 1 : at], whole[at + 1 : at + 2]
    if not before.strip() or before in "([{":
        return False
    return not after.isalnum()


def _nested_guillemets(
    whole: str, languages: Mapping[int, str], pairs: Mapping[int, int]
) -> Iterator[tuple[int, str]]:
    """Yield the inner marks of quotations typed « within « in languages that turn them."""
    opened: list[bool] = []
    for at, sign in enumerate(whole):
        spoken = known(languages.get(at, "")) if sign in "«»" else None
        if spoken is None or spoken.quotes is None or not spoken.nests_typed:
            continue
        if sign == "«":
            opened.append(bool(opened) or any(start < at < end for start, end in pairs.items()))
            inner = opened[-1]
        else:
            inner = opened.pop() if opened else False
        if inner:
            yield at, spoken.quotes[1][sign == "»"]


def nested(text: str, tag: str) -> str:
    """Return words that will stand in quotation marks, with their own marks those of the inner."""
    levels = _marks(tag) or _TYPED
    for outer, inner in zip(*levels, strict=True):
        text = text.replace(outer, inner)
    return text


def _levels(whole: str, pairs: Mapping[int, int]) -> dict[int, int]:
    """Return how many quotations each one stands in, typed guillemets counted."""
    levels: dict[int, int] = {}
    for start in pairs:
        around = sum(1 for other, end in pairs.items() if other < start < end)
        head = whole[:start]
        around += max(0, head.count("«") - head.count("»"))
        levels[start] = around
    return levels


def _marks(tag: str) -> tuple[Quotes, Quotes] | None:
    spoken = known(tag)
    return spoken.quotes if spoken else None


def _pair(mark: str, level: int, language: str) -> Quotes:
    """Return the marks of a quotation in its language.

    Single marks are typed for a quotation in another; English prints what is typed, but for the
    same marks again within themselves.
    """
    levels = _marks(language)
    if levels is None:
        inner = (mark == "'") != (level % 2 == 1)
        return _TYPED[inner if level and mark == '"' else mark == "'"]
    return levels[1 if mark == "'" else level % 2]


def without_notes(whole: str, line: Line) -> str:
    """Return a line's text with what is no letter for the marks of notes, as none is its own."""
    if all(run.note is None for run in line):
        return whole
    return "".join(_NOTED * len(run.text) if run.note is not None else run.text for run in line)


def clipped(line: Line) -> Iterator[tuple[int, str]]:
    """Yield the place and the printed form of apostrophes in decades that are dates: "the '90s"."""
    start = 0
    for run in line:
        if run.owner is not None and run.owner.kind == "date":
            yield from ((start + at, _APOSTROPHE) for at, c in enumerate(run.text) if c == "'")
        start += len(run.text)
