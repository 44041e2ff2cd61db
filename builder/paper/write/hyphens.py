"""Where words may be divided: takes a language, returns places in words, kept in the cache.

The patterns take some 80 ms to load, more than setting a short paper: what they say of a word
is therefore kept from build to build, and they are loaded only for a word not met before.
"""

from __future__ import annotations

import json
import os
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pyphen import Pyphen

_SHORTEST: Final = 6
_BEFORE: Final = 3
_AFTER: Final = 3


class Hyphens:
    """Divides the words of one language; `save` keeps what was learnt."""

    def __init__(self, language: str, cache: Path | None) -> None:
        self._language = language
        self._path = cache / f"hyphens-{language}.json" if cache else None
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

    def save(self) -> None:
        """Write what was learnt to the cache, if there is one and there is anything new."""
        if self._path is None or len(self._known) == self._met:
            return
        self._path.parent.mkdir(parents=True, exist_ok=True)
        part = self._path.with_name(f"{self._path.name}.{os.getpid()}")
        part.write_text(json.dumps(self._known, sort_keys=True), encoding="utf-8")
        part.replace(self._path)

    def _divide(self, word: str) -> list[int]:
        if self._patterns is None:
            return []
        longest = len(word) - _AFTER
        return [int(at) for at in self._patterns.positions(word) if _BEFORE <= at <= longest]

    def _read(self) -> dict[str, list[int]]:
        if self._path is None:
            return {}
        try:
            known = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return known if isinstance(known, dict) else {}

    @cached_property
    def _patterns(self) -> Pyphen | None:
        """The language's patterns, or None where pyphen has none: its words stay whole."""
        import pyphen

        found = pyphen.language_fallback(self._language.replace("-", "_"))
        return pyphen.Pyphen(lang=found) if found else None
