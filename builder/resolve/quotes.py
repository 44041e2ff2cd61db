"""Quotation marks: takes a line's text, returns what each of its typed marks is printed as.

A closing mark ends the nearest quotation that is open, so that an apostrophe at a word's start,
which nothing closes, turns none of the marks after it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from builder.model.words import base_language

Pair = tuple[str, str]

_NARROW: Final = "\u202f"
_FRENCH: Final = (f"«{_NARROW}", f"{_NARROW}»")
# The marks of a quotation and of one within it. English keeps what the author typed.
_LEVELS: Final[Mapping[str, tuple[Pair, Pair]]] = {
    "de": (("„", "“"), ("‚", "‘")),
    "de-CH": (("«", "»"), ("‹", "›")),
    "de-LI": (("«", "»"), ("‹", "›")),
    "fr": (_FRENCH, ("“", "”")),
    "fr-CA": (("«\u00a0", "\u00a0»"), ("“", "”")),
    "fr-CH": (_FRENCH, (f"‹{_NARROW}", f"{_NARROW}›")),
    "uk": (("«", "»"), ("„", "“")),
}
_ENGLISH: Final = (("“", "”"), ("‘", "’"))
_OPENING: Final = " \u00a0\u202f([{—–-/\"'’„“‚‘«‹"
_APOSTROPHE: Final = "’"
# English words that begin with an apostrophe, which no quotation opens.
_CLIPPED: Final = re.compile(
    r"(?:twas|tis|twere|twill|twould|tisn|twasn|em|n|til|tween|gainst|neath|cos|cuz|nuff)\b|\d",
    re.IGNORECASE,
)


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
        if opened and _may_close(whole, at) and any(sign == mark for sign, _ in opened):
            while opened[-1][0] != mark:
                opened.pop()
            pairs[opened.pop()[1]] = at
        elif _may_open(whole, at, languages[at]):
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


def _may_open(whole: str, at: int, language: str) -> bool:
    before, after = whole[at - 1 : at] if at else "", whole[at + 1 :]
    if (before and before not in _OPENING) or not after[:1].strip():
        return False
    clipped = _CLIPPED.match(after) if base_language(language) == "en" else after[:1].isdigit()
    return not (whole[at] == "'" and clipped)


def _may_close(whole: str, at: int) -> bool:
    before, after = whole[at - 1 : at], whole[at + 1 : at + 2]
    if not before.strip() or before in "([{" or before == whole[at]:
        return False
    return not after.isalnum()


def _nested_guillemets(
    whole: str, languages: Mapping[int, str], pairs: Mapping[int, int]
) -> Iterator[tuple[int, str]]:
    """Yield the inner marks of quotations typed « within « in Ukrainian, which turns them."""
    opened: list[bool] = []
    for at, sign in enumerate(whole):
        if sign not in "«»" or base_language(languages.get(at, "")) != "uk":
            continue
        if sign == "«":
            opened.append(bool(opened) or any(start < at < end for start, end in pairs.items()))
            inner = opened[-1]
        else:
            inner = opened.pop() if opened else False
        if inner:
            yield at, _LEVELS["uk"][1][sign == "»"]


def nested(text: str, tag: str) -> str:
    """Return words that will stand in quotation marks, with their own marks those of the inner."""
    levels = _LEVELS.get(tag) or _LEVELS.get(base_language(tag)) or _ENGLISH
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


def _pair(mark: str, level: int, language: str) -> Pair:
    """Return the marks of a quotation in its language.

    Single marks are typed for a quotation in another; English prints what is typed, but for the
    same marks again within themselves.
    """
    levels = _LEVELS.get(language) or _LEVELS.get(base_language(language))
    if levels is None:
        inner = (mark == "'") != (level % 2 == 1)
        return _ENGLISH[inner if level and mark == '"' else mark == "'"]
    return levels[1 if mark == "'" else level % 2]
