"""Amounts below zero: takes a passage, tells of "short of −2.3 points" and "−4 % more".

A word of direction or of want says the sign itself. Where the figure beside it has fallen below
zero the sentence says the contrary of what it did, whatever claims hold besides.
"""

from __future__ import annotations

from typing import Final

from builder.facts.text import Printer
from builder.language.courses import courses_of
from builder.model.text import plain
from builder.resolve.exemptions import Exemptions
from builder.resolve.passages import Plainly, printed_numbers

_BESIDE: Final = {"before": "first", "behind": "last", "noun": "measured"}
"""Groups of what says that a figure is an amount, and of the figure."""


def tell_of_amounts(words: Plainly, printer: Printer, exemptions: Exemptions) -> None:
    """Warn of each figure below zero beside a word that takes amounts, but for those exempted."""
    below = {
        stretch.start: use
        for stretch, use, figure in printed_numbers(words, printer)
        if figure.rounded is not None and figure.rounded < 0
    }
    small = words.words.lower() if below else ""
    if len(small) != len(words.words):
        return
    for found in courses_of(printer.tag).amount.finditer(small):
        side = next(each for each in _BESIDE if found[each])
        use = below.get(found.start(_BESIDE[side]))
        span = slice(*found.span(side))
        if use is None or exemptions.cover(words.words, span, whole=False):
            continue
        said, printed = words.words[span], plain(printer.line((use,)))
        shown = f"{printed} {said}" if side == "behind" else f"{said} {printed}"
        printer.problems.warning(
            words.place(span.start),
            f'an amount below zero: "{shown}"',
            f'"{said}" says the sign itself: say the contrary, with the formula of "{use.figure}" '
            "turned round, or print the figure as a change, which may have a sign",
        )
