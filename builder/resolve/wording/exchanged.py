"""Figures that stand where others belong. Takes a passage, warns.

Two counts whose nouns stand one behind the other's number: "the 3,485 calls were answered by 1,990
members", where the members are 3,485.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from builder.facts.nouns import noun_forms, speech_of, unit_key
from builder.facts.text import Printer
from builder.language.lexicon import lexicon_of
from builder.model.text import FigureUse, plain
from builder.resolve.exemptions import Exemptions
from builder.resolve.passages import ItemStretch, Plainly
from builder.resolve.wording.another import tell_of_another

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
    those of another year or place than their sentence.
    """
    tell_of_another(words, printer, exemptions)
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
