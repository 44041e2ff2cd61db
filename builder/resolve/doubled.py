"""Hedges said twice: takes a passage, returns those of its words before a figure that has one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from builder.content.scalars import HEDGE
from builder.facts.text import Printer
from builder.language.language import language_of
from builder.language.lexicon import PLAIN
from builder.model.text import FigureUse, plain
from builder.resolve.passages import Plainly, prints_number

_UNHEDGED: Final = frozenset({"bare", "words"})
# They say where or whither as well: "spread over about 300 hectares", "зросло до приблизно 300".
_PLACES: Final = frozenset({"over", "under", "around", "über", "unter", "до", "bis", "vers"})
_BEFORE: Final = 40  # characters: no hedge is longer


def doubled_hedges(words: Plainly, printer: Printer) -> Iterator[tuple[slice, FigureUse]]:
    """Yield each hedge of the passage's own words before a use that prints the figure's hedge."""
    pattern = _hedges(printer.tag)
    for stretch in words.stretches:
        use = stretch.item
        if not isinstance(use, FigureUse) or not prints_number(use, printer.stated):
            continue
        figure = printer.figures.get(use.figure)
        if figure is None or figure.hedge is None or _UNHEDGED.intersection(use.forms):
            continue
        start = max(0, stretch.start - _BEFORE)
        said = pattern.search(words.words[start : stretch.start])
        if said is not None:
            yield slice(start + said.start("hedge"), start + said.end("hedge")), use


def told_of_doubled(
    span: slice, use: FigureUse, words: Plainly, printer: Printer
) -> tuple[str, str]:
    """Return what is found and what to do about it."""
    phrase, printed = words.words[span], plain(printer.line((use,)))
    found = f'the hedge is said twice: "{phrase} {printed}"'
    forms = " | ".join((use.figure, *use.forms))
    hint = (
        f'take out "{phrase}": {{{{ {forms} }}}} prints its hedge; to word it yourself, '
        f"{{{{ {forms} | bare }}}} leaves it out, and the register says so"
    )
    return found, hint


@lru_cache(maxsize=8)
def _hedges(tag: str) -> re.Pattern[str]:
    """Return what finds a hedge at the end of words, as the language or any other says it."""
    language = language_of(tag)
    said = {*language.hedges.values(), *language.measured.values(), *HEDGE.words, *HEDGE.meant}
    said -= _PLACES
    longest = sorted({phrase.translate(PLAIN) for phrase in said}, key=len, reverse=True)
    either = "|".join(re.escape(phrase) for phrase in longest)
    return re.compile(rf"(?<!\w)(?P<hedge>{either}) $", re.IGNORECASE)
