"""Phrases that an author has exempted, with what each covered: the rest exempt nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from builder.language.lexicon import PLAIN
from builder.model.briefing import Exemption
from builder.problems import Problems


class Exemptions:
    """The phrases that an author has exempted; each is noted as used when it covers something."""

    def __init__(self, declared: Sequence[Exemption]) -> None:
        self.declared = declared
        self.used: set[str] = set()

    def cover(self, words: str, span: slice, *, whole: bool) -> bool:
        """Return whether a phrase covers a span of some words: `whole`, or any word of it."""
        covered = False
        for phrase in (phrase for exemption in self.declared for phrase in exemption.words):
            for match in _pattern(phrase).finditer(words):
                start, end = match.span()
                holds = start <= span.start and span.stop <= end
                if holds or (not whole and start < span.stop and span.start < end):
                    self.used.add(phrase)
                    covered = True
        return covered

    def report_unused(self, problems: Problems, texts: Callable[[], Iterable[str]]) -> None:
        """Report phrases that cover nothing, or are declared twice.

        One that `texts` have, and that needs no exemption, is a warning: what is known to be no
        number grows from version to version, and a content that was right stays so.
        """
        seen: set[str] = set()
        said: tuple[str, ...] | None = None
        for exemption in self.declared:
            for phrase, place in zip(exemption.words, exemption.places, strict=True):
                found = f'the exemption "{phrase}"'
                if phrase in seen:
                    problems.error(place, f"{found} is declared twice", "remove one")
                elif phrase not in self.used:
                    said = tuple(texts()) if said is None else said
                    if any(map(_pattern(phrase).search, said)):
                        problems.warning(place, f"{found} is not needed", "remove it")
                    else:
                        hint = "remove it, or check how the text writes it"
                        problems.error(place, f"{found} exempts nothing", hint)
                seen.add(phrase)


@lru_cache(maxsize=256)
def _pattern(phrase: str) -> re.Pattern[str]:
    parts = (re.escape(part) for part in phrase.translate(PLAIN).split())
    return re.compile(rf"(?<!\w){' +'.join(parts)}(?!\w)", re.IGNORECASE)
