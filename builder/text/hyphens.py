"""Where words are divided: takes a word and its language, returns after how many letters.

The patterns that divide words take some 80 ms to load, more than setting a short paper: what they
say of a word is kept in the cache from build to build, and they are loaded only for a word not
met before.
"""

from __future__ import annotations

import json
import re
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Final

from builder.caches import keep, kept

if TYPE_CHECKING:
    from pyphen import Pyphen

_WORD: Final = re.compile(r"[^\W\d_]+")
_SHORTEST: Final = 6
_BEFORE: Final = 3
_AFTER: Final = 3
_MOST: Final = 20_000
"""Words: so many take as long to read as the patterns; the cache then begins anew."""


class Hyphens:
    """Divides the words of one language; `save` keeps what was learnt."""

    def __init__(self, language: str, cache: Path | None) -> None:
        self.language = language
        self._path = cache / f"hyphens-{language}-{version('pyphen')}" if cache else None
        self._known: dict[str, list[int]] = self._read()
        self._met = len(self._known)

    def places(self, word: str) -> list[int]:
        """Return after how many letters the word may be divided, in order."""
        if len(word) < _SHORTEST:
            return []
        places = self._known.get(word)
        if places is None:
            places = self._known[word] = self._divide(word)
        return places

    def cuts(self, text: str) -> list[int]:
        """Return after how many characters of a text one of its words may be divided."""
        return [
            word.start() + place
            for word in _WORD.finditer(text)
            for place in self.places(word.group())
        ]

    def save(self) -> None:
        """Write what was learnt to the cache, if there is one and there is anything new."""
        if self._path is None or len(self._known) == self._met:
            return
        keep(self._path, json.dumps(self._known if len(self._known) < _MOST else {}).encode())

    def _divide(self, word: str) -> list[int]:
        if self._patterns is None:
            return []
        longest = len(word) - _AFTER
        return [int(at) for at in self._patterns.positions(word) if _BEFORE <= at <= longest]

    def _read(self) -> dict[str, list[int]]:
        stored = kept(self._path) if self._path else None
        known: dict[str, list[int]] = json.loads(stored) if stored else {}
        return known

    @cached_property
    def _patterns(self) -> Pyphen | None:
        """The language's patterns, or None where pyphen has none: its words stay whole."""
        import pyphen

        found = pyphen.language_fallback(self.language.replace("-", "_"))
        return pyphen.Pyphen(lang=found) if found else None
