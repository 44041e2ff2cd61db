"""Two counts whose nouns stand one behind the other's number: "the 3,485 calls were answered by
1,990 members", where the members are 3,485; and a figure behind which the year or the place of
another stands, that is called as it is: "8 in 2018" of the visits of 2025. Takes a passage, warns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final, NamedTuple

from builder.facts.nouns import noun_forms, speech_of, unit_key
from builder.facts.text import Printer
from builder.language.language import module_of
from builder.language.lexicon import lexicon_of
from builder.language.sides import sides_of
from builder.model.figure import ResolvedFigure
from builder.model.text import FigureUse, plain
from builder.resolve.exemptions import Exemptions
from builder.resolve.passages import ItemStretch, Plainly, in_digits, printed_numbers
from builder.resolve.ways import undated

_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_NOUN: Final = re.compile(r" ([^\W\d_][\w’-]*)")


class _Typed(NamedTuple):
    """A noun behind a bare number: where, of which unit it is, and which unit the figure has."""

    at: int
    noun: str
    stretch: ItemStretch
    unit: str
    own: str


def tell_of_exchanged(words: Plainly, printer: Printer, exemptions: Exemptions) -> None:
    """Warn of the first of two figures in a sentence that are counted by each other's noun, and of
    each that stands before another's year or place.
    """
    printed = tuple(printed_numbers(words, printer))
    written = in_digits(words) if printed else ""
    for stretch, use, figure in printed:
        found = _of_another(written, stretch.end, figure, printer)
        if found is not None and not exemptions.cover(words.words, found[0], whole=False):
            _tell_of_another(words, found[0], use, found[1], printer)
    if len(speech_of(printer.tag).nouns) < 2:
        return
    typed = tuple(_typed(words, printer))
    if len(typed) < 2:
        return
    for span in words.sentences(lexicon_of(printer.tag)):
        held = [each for each in typed if span.start <= each.at < span.stop]
        for each in held:
            if any((o.unit, o.own) == (each.own, each.unit) for o in held):
                said = slice(each.at, each.at + len(each.noun))
                if not exemptions.cover(words.words, said, whole=False):
                    _tell(words, each, printer)
                break


def _of_another(
    written: str, end: int, figure: ResolvedFigure, printer: Printer
) -> tuple[slice, ResolvedFigure] | None:
    """Return the year or the place right behind a figure that is another's, and that figure."""
    said = _behind(printer.tag).match(written, end)
    if said is None:
        return None
    span = slice(*said.span(said.lastgroup or 0))
    own = _labelled(figure)
    for other in printer.figures.values():
        if other.unit != figure.unit or other.value == figure.value or other.id == figure.id:
            continue
        if said["year"]:
            years = own, _labelled(other)
            named = all(years) and years[1] == said["year"] != own
            if named and undated(other) == undated(figure):
                return span, other
        elif said["name"][0].isupper():
            mine, its = _apart(figure.label, other.label)
            if said["name"] in its and mine and all(each[0].isupper() for each in (*mine, *its)):
                return span, other
    return None


def _labelled(figure: ResolvedFigure) -> str:
    """Return the only year of a label."""
    years = set(_YEAR.findall(figure.label))
    return years.pop() if len(years) == 1 else ""


def _apart(one: str, other: str) -> tuple[set[str], set[str]]:
    """Return the words that each of two labels has alone, where they are alike but for these."""
    first, last = (set(re.findall(r"[^\W\d_]{3,}", each)) for each in (one, other))
    return (first - last, last - first) if first & last else (set(), set())


@lru_cache(maxsize=8)
def _behind(tag: str) -> re.Pattern[str]:
    """Return what finds a year, or the name of a place, right behind a figure."""
    sums = module_of(tag, "sums")
    return re.compile(
        rf" (?:(?i:{sums.YEAR})|\()(?P<year>(?:19|20)\d\d){sums.OF_YEAR}(?![\w–-])"
        rf"| ?{sides_of(tag).placed.pattern}"
    )


def _tell_of_another(
    words: Plainly, span: slice, use: FigureUse, other: ResolvedFigure, printer: Printer
) -> None:
    said, number = in_digits(words)[span], plain(printer.line((use,)))
    printer.problems.warning(
        words.place(span.start),
        f'"{said}" is not what "{use.figure}" is of: "{number} … {said}"',
        f'it is called "{printer.figures[use.figure].label}", and "{other.id}" is '
        f'"{other.label}": bind that, or mend the words; what means another thing, exempt: '
        f'{{words: "{said}", because: ...}} in briefing.yaml',
    )


def _typed(words: Plainly, printer: Printer) -> Iterator[_Typed]:
    """Yield the nouns of other units that stand right behind figures' bare numbers."""
    known = _nouns(printer)
    for stretch in words.stretches:
        use = stretch.item
        if not isinstance(use, FigureUse) or "number" not in use.forms:
            continue
        figure, found = printer.figures.get(use.figure), _NOUN.match(words.words, stretch.end)
        unit = known.get(found[1]) if found is not None else None
        if figure is None or found is None or unit is None:
            continue
        own = unit_key(figure.unit, printer.tag)
        if own != unit and own in known.values():
            yield _Typed(found.start(1), found[1], stretch, unit, own)


def _nouns(printer: Printer) -> Mapping[str, str]:
    """Return the declared units by each form of their nouns; a form of two is of none."""
    found: dict[str, str] = {}
    for key in speech_of(printer.tag).nouns:
        unit = unit_key(key, printer.tag)
        for form in noun_forms(key, printer.tag):
            found[form] = "" if found.get(form, unit) != unit else unit
    return {form: unit for form, unit in found.items() if unit}


def _tell(words: Plainly, each: _Typed, printer: Printer) -> None:
    use = each.stretch.item
    if isinstance(use, FigureUse):
        number = plain(printer.line((use,)))
        printer.problems.warning(
            words.place(each.at),
            f'"{each.noun}" is not what "{use.figure}" counts: "{number} {each.noun}"',
            f'its unit is "{each.own}", and another figure of the sentence has this noun\'s: '
            f"exchange the two, or print them whole, {{{{ {use.figure} }}}}; what means another "
            f'thing, exempt: {{words: "{each.noun}", because: ...}} in briefing.yaml',
        )
