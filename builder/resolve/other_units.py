"""Units typed behind a figure's bare number that are not its own: "{{ term | number }} years" of a
term in months, "{{ cost | number }} Mrd. Euro" of millions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from builder.facts.nouns import unit_key
from builder.facts.sizes import Kind, is_money, kinds_of, scale_words
from builder.facts.text import Printer
from builder.facts.units import PER_CENT
from builder.frozen import replace
from builder.language.dates import word
from builder.language.language import language_of
from builder.model.text import FigureUse, plain
from builder.resolve.passages import Plainly

_WORDS: Final = re.compile(r" ((?:[^\W\d_]|[%°])[\w’'°-]*\.?(?: [^\W\d_][\w’'-]*){0,2})")
_SHORT: Final = 5  # letters of a shortened word with its stop
_FAR: Final = 60  # characters in which a unit ends


def tell_of_other_units(words: Plainly, printer: Printer) -> None:
    """Warn of each known unit behind a figure's number that is another than the figure's."""
    for stretch in words.stretches:
        use = stretch.item
        if not isinstance(use, FigureUse) or "number" not in use.forms:
            continue
        figure = printer.figures.get(use.figure)
        own = _meant(figure.unit, printer.tag) if figure is not None else None
        found = _WORDS.match(words.words, stretch.end, stretch.end + _FAR)
        if own is None or found is None:
            continue
        typed = next(_typed(found[1], printer.tag, own), "")
        if typed:
            printed = plain(printer.line((use,)))
            forms = tuple(form for form in use.forms if form != "number")
            whole = plain(printer.line((replace(use, forms=forms),)))
            printer.problems.warning(
                words.place(stretch.end + 1),
                f'"{typed}" is not what the figure is in: "{printed} {typed}"',
                f'{{{{ {" | ".join((use.figure, *forms))} }}}} prints "{whole}": write that, or '
                "state a figure of its own by a formula",
            )


def _typed(following: str, tag: str, own: Kind | str) -> Iterator[str]:
    """Yield the longest words that are another unit than `own`, or another scale; none where they
    are that unit.
    """
    parts = following.split(" ")
    for count in range(len(parts), 0, -1):
        whole = " ".join(parts[:count])
        for said in (whole, whole.rstrip(".")):
            meant = _meant(said, tag)
            if meant is not None and not (isinstance(meant, Kind) and meant.counted):
                if meant != own:
                    yield said
                return
    size = scale_words(tag).get(parts[0].rstrip(".").casefold())
    scaled = isinstance(own, Kind) and (own.counted or is_money(own.of))
    if size is not None and scaled and isinstance(own, Kind) and Fraction(size) != own.size:
        yield parts[0] if len(parts[0]) <= _SHORT else parts[0].rstrip(".")


def _meant(unit: str, tag: str) -> Kind | str | None:
    """Return what a unit is of, where it is known; of nouns nothing is, but for their scale."""
    percent = {PER_CENT, *(said.casefold() for said in language_of(tag).percent.values())}
    if unit.casefold() in percent:
        return PER_CENT
    key = unit_key(unit, tag)
    if key == unit_key(word(tag, "percentage_points"), tag):
        return key
    kinds = kinds_of(key, tag)
    return kinds[0] if len(kinds) == 1 else None
