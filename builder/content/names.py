"""Digits in text: which of them a declared name owns. Takes text, returns its parts."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

_ASCII_DIGIT = re.compile("[0-9]")
_OTHER = re.compile("[^\x00-\x7f]")


def has_digit(text: str) -> bool:
    """Say whether a text holds a digit or another number character (Unicode Nd, Nl, No)."""
    if _ASCII_DIGIT.search(text):
        return True
    return not text.isascii() and any(is_digit(char) for char in _OTHER.findall(text))


def is_digit(char: str) -> bool:
    """Say whether a character counts as a digit: 7, ٧, ½, ² or Ⅶ."""
    return unicodedata.category(char) in ("Nd", "Nl", "No")


def unit_words(entries: Mapping[str, object]) -> Iterator[str]:
    """Yield the words of stated units that hold raised or lowered digits: kWh/m², CO₂.

    `entries` are those of figures.yaml or charts.yaml, whatever their shape. Plain digits in a
    unit may be a number of their own (100 km), which its author declares.
    """
    units = entries.get("units")
    for id, entry in entries.items():
        if id == "units" or not isinstance(entry, dict):
            continue
        yield from _raised(entry.get("unit"))
    for forms in units.values() if isinstance(units, dict) else ():
        for form in forms.values() if isinstance(forms, dict) else ():
            yield from _raised(form)


def _raised(unit: object) -> Iterator[str]:
    for word in unit.split() if isinstance(unit, str) else ():
        if has_digit(word) and not re.search(r"\d", word):
            yield word


class Names:
    """The words under `names:` of briefing.yaml, found in text as whole words, longest first."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words = tuple(dict.fromkeys(words))
        self.used: set[str] = set()

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        if not self.words:
            return None
        longest = sorted(self.words, key=lambda word: (-len(word), word))
        alternatives = "|".join(f"({_flexible(word)})" for word in longest)
        self._longest = longest
        # Not the beginning or end of a longer word or number: "Quay 7" is not in "Quay 7.5".
        return re.compile(rf"(?<!\w)(?<!\d[.,:/-])(?:{alternatives})(?!\w)(?![.,:/-]\d)")

    def parts(self, text: str) -> Iterator[tuple[int, str, str]]:
        """Yield the parts of a text in order: index, words, and the name that they are or ""."""
        at = 0
        found = self._pattern.finditer(text) if self._pattern and has_digit(text) else ()
        for match in found:
            if match.start() > at:
                yield at, text[at : match.start()], ""
            name = self._longest[(match.lastindex or 1) - 1]
            if has_digit(name):
                self.used.add(name)
                yield match.start(), match.group(), name
            else:
                yield match.start(), match.group(), ""
            at = match.end()
        if at < len(text):
            yield at, text[at:], ""


def _flexible(word: str) -> str:
    """Return a pattern for a name with any space for a space, any hyphen for a hyphen."""
    parts = [re.escape(part).replace(r"\-", "[-\u2010\u2011]") for part in word.split()]
    return r"\s+".join(parts)


def number_words(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield each word with a digit: its index, the word without brackets and stops, the next word.

    A word is taken whole (`3,700`, `2024-09`, `$240bn`), up to a space or a long dash.
    """
    if not has_digit(text):
        return
    words = list(re.finditer("[^\\s\u2014]+", text))
    following = [*(word.group() for word in words[1:]), ""]
    for word, after in zip(words, following, strict=True):
        if has_digit(word.group()):
            bare = word.group().rstrip(".,;:!?)]}\"'”’»*_").lstrip("([{\"'“‘«*_")
            start = word.start() + word.group().index(bare)
            yield start, bare, after.strip(".,;:!?)]}\"'”’»")
