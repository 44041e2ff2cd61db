"""Figures of one sentence that contradict one another: takes a passage, tells of "from 38 to 75, by
49 %", whatever claims hold besides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from builder.facts.text import Printer
from builder.frozen import replace
from builder.language.lexicon import FIGURE, Lexicon, lexicon_of
from builder.model.figure import ResolvedFigure
from builder.model.text import FigureUse, plain
from builder.resolve.exemptions import Exemptions
from builder.resolve.passages import Plainly, found, printed_numbers, sentence_spans
from builder.resolve.wording.aimed import aimed
from builder.resolve.wording.ends import Said, in_points
from builder.resolve.wording.portions import portions
from builder.resolve.wording.quoting import in_marks
from builder.resolve.wording.restated import Held, Off, restated
from builder.resolve.wording.totalled import totalled
from builder.resolve.wording.unchanged import unchanged

_PAIR: Final = 2
_THREE: Final = 3
_NEAR: Final = 30  # characters
_PHRASE: Final = re.compile(r"(?<![\w’-])[^\W\d_][\w’-]*(?: [^\W\d_][\w’-]*){0,3}")


def tell_of_figures(
    words: Plainly, printer: Printer, exemptions: Exemptions, denied: Sequence[Said]
) -> None:
    """Warn of each sentence whose figures do not agree, but where one was `denied` already."""
    figures = {
        stretch.start: in_points(figure, printer.tag)
        for stretch, _, figure in printed_numbers(words, printer)
        if isinstance(figure.value, Decimal) and not figure.year
    }
    small = _small(words, figures) if len(figures) >= _PAIR else ""
    if len(small) != len(words.words):
        return
    lexicon = lexicon_of(printer.tag)
    for span in sentence_spans(small, lexicon.abbreviations):
        within = {at: each for at, each in figures.items() if span.start <= at < span.stop}
        known = any(span.start <= said.span.start < span.stop for said in denied)
        if known or len(within) < _PAIR:
            continue
        for off in _off(Held(small, within, printer.tag), span, lexicon):
            stretch, phrase = _quoted(small, span, off.stretch)
            if not exemptions.cover(words.words, stretch, whole=False):
                _tell(words, off, words.words[phrase], printer)
                break


def _off(held: Held, span: slice, lexicon: Lexicon) -> Iterator[Off]:
    """Yield what does not agree in a sentence of two figures or more."""
    if len(held.figures) >= _THREE:
        yield from restated(held, span)
        yield from totalled(held, span)
    yield from aimed(held, span)
    yield from unchanged(held, span)
    yield from portions(held, span, found(lexicon.counted, lexicon.uncounted, held.small))


def _quoted(small: str, sentence: slice, stretch: slice) -> tuple[slice, slice]:
    """Return where figures do not agree, with the words of it that an author may exempt: some
    together, for one by itself would be exempt everywhere.
    """
    begin = max(sentence.start, stretch.start - _NEAR)
    phrases = [*_PHRASE.finditer(small, begin, sentence.stop)]
    some = next((each for each in phrases if " " in each.group()), phrases[0] if phrases else None)
    span = slice(*some.span()) if some else stretch
    return slice(min(span.start, stretch.start), max(span.stop, stretch.stop)), span


def _small(words: Plainly, figures: dict[int, ResolvedFigure]) -> str:
    """Return a passage in small letters; years and names count as words."""
    return "".join(
        sign if sign != FIGURE or at in figures else "x"
        for at, sign in enumerate(words.words.lower())
    )


def _closed(words: str, stretch: slice) -> slice:
    """Return a stretch with the bracket that closes behind it, if it opens in it."""
    opens = words[stretch].count("(") > words[stretch].count(")")
    closes = words.find(")", stretch.stop, stretch.stop + _NEAR) if opens else -1
    return slice(stretch.start, closes + 1) if closes >= 0 else stretch


def _tell(words: Plainly, off: Off, phrase: str, printer: Printer) -> None:
    cut = words.cut(_closed(words.words, off.stretch))
    text = tuple(replace(i, formula=None) if isinstance(i, FigureUse) else i for i in cut)
    printer.problems.warning(
        words.place(off.said.start),
        f'figures that do not agree: "{plain(printer.line(text)).strip()}"',
        f"{in_marks(off.really, printer.tag)}\n"
        "mend the words, or the figures; what means another thing, exempt: "
        f'{{words: "{phrase}", because: ...}} in briefing.yaml',
    )
