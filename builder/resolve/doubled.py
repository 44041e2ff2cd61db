"""Hedges in prose before a figure: takes a passage, tells of those that the figure does not bear.

One is said twice before a figure that prints its own; one that says that it is a little less than
the number, or a little more ("almost 12.1 %"), is untrue of a figure that is not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Final

from builder.facts.form import form_of
from builder.facts.reading import known_hedges, read_figure
from builder.facts.text import Printer
from builder.language.language import module_of
from builder.language.lexicon import FIGURE, PLAIN
from builder.model.figure import Hedge, ResolvedFigure
from builder.model.text import FigureUse, plain
from builder.resolve.passages import Plainly, prints_number

_UNHEDGED: Final = frozenset({"bare", "words"})
_BEFORE: Final = 40  # characters: no hedge is longer


def told_of_hedges(
    words: Plainly, printer: Printer, exempted: Callable[[slice], bool]
) -> tuple[slice, ...]:
    """Warn of the passage's hedges that say a figure's twice or falsely; return where they stand.

    Of a false one alone `exempted` is asked: no exemption mends what is said twice.
    """
    told = []
    for span, use, figure in _hedges(words, printer):
        if figure.hedge is not None:
            found = _doubled(span, use, words, printer)
        elif (
            _holds(words.words[span], use, figure, printer)
            or words.guarded(slice(span.start, span.stop + len(f" {FIGURE}")))
            or exempted(span)
        ):
            continue
        else:
            found = _untrue(span, use, words, printer)
        printer.problems.warning(words.place(span.start), *found)
        told.append(span)
    return tuple(told)


def _hedges(words: Plainly, printer: Printer) -> Iterator[tuple[slice, FigureUse, ResolvedFigure]]:
    """Yield each hedge of the passage's own words before a use, and the figure that is used."""
    pattern = _pattern(printer.tag)
    for stretch in words.stretches:
        use = stretch.item
        if not isinstance(use, FigureUse) or not prints_number(use, printer.stated):
            continue
        figure = printer.figures.get(use.figure)
        if figure is None or (figure.hedge is not None and _UNHEDGED.intersection(use.forms)):
            continue
        start = max(0, stretch.start - _BEFORE)
        said = pattern.search(words.words[start : stretch.start])
        if said is not None:
            span = slice(start + said.start("hedge"), start + said.end("hedge"))
            yield span, use, figure


def _holds(phrase: str, use: FigureUse, figure: ResolvedFigure, printer: Printer) -> bool:
    """Return whether a hedge is true of a figure that has none, by the number that is printed."""
    said = module_of(printer.tag, "hedges")
    short, beyond = (
        phrase.lower() in {each.translate(PLAIN) for each in listed}
        for listed in (said.SHORT_OF, said.BEYOND)
    )
    if not (short or beyond) or not isinstance(figure.value, Decimal):
        return True
    form = form_of(use.forms)
    printed = plain(printer.line((use,)))
    read = read_figure(printed, figure, form, printer.tag, with_unit=form.base == "full")
    if read is None or not isinstance(read.value, Decimal):
        return True
    return figure.value < read.value if short else figure.value > read.value


def _doubled(span: slice, use: FigureUse, words: Plainly, printer: Printer) -> tuple[str, str]:
    """Return what is found and what to do about a hedge that is said twice."""
    phrase, printed = words.words[span], plain(printer.line((use,)))
    found = f'the hedge is said twice: "{phrase} {printed}"'
    forms = " | ".join((use.figure, *use.forms))
    hint = (
        f'take out "{phrase}": {{{{ {forms} }}}} prints its hedge; to word it yourself, '
        f"{{{{ {forms} | bare }}}} leaves it out, and the register says so"
    )
    return found, hint


def _untrue(span: slice, use: FigureUse, words: Plainly, printer: Printer) -> tuple[str, str]:
    """Return what is found and what to do about a hedge that the figure's value belies."""
    phrase, printed = words.words[span], plain(printer.line((use,)))
    value = printer.figures[use.figure].value
    found = f'the hedge is not true of the figure: "{phrase} {printed}"'
    hint = (
        f'"{use.figure}" is {value}, with no hedge: take out "{phrase}", or state what is known of '
        "it under hedge: in figures.yaml; if something else is compared with it, tie it to a claim "
        f"that proves it, [{phrase}]{{claim=id}}"
    )
    return found, hint


@lru_cache(maxsize=8)
def _pattern(tag: str) -> re.Pattern[str]:
    """Return what finds a hedge at the end of words; what says where or whither as well is none."""
    known = {phrase for hedge in Hedge for phrase in known_hedges(tag)[hedge]}
    known -= module_of(tag, "hedges").PLACES
    plain = sorted({phrase.translate(PLAIN) for phrase in known})
    longest = sorted(plain, key=len, reverse=True)
    either = "|".join(re.escape(phrase) for phrase in longest)
    return re.compile(rf"(?<!\w)(?P<hedge>{either}) $", re.IGNORECASE)
