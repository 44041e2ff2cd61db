"""Figures that stand where others belong. Takes a passage, warns.

Two counts whose nouns stand one behind the other's number: "the 3,485 calls were answered by 1,990
members", where the members are 3,485. And the only figure of a sentence that begins with another
year or place, where the briefing has the figure of that: "in 2019 there were 9,640".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from builder.facts.nouns import noun_forms, speech_of, unit_key
from builder.facts.text import Printer
from builder.language.claims import reckoned_of
from builder.language.courses import courses_of
from builder.language.language import module_of
from builder.language.lexicon import lexicon_of
from builder.language.sides import sides_of
from builder.model.figure import ResolvedFigure
from builder.model.text import FigureUse, plain
from builder.resolve.exemptions import Exemptions
from builder.resolve.passages import ItemStretch, Plainly, found, in_digits, printed_numbers
from builder.resolve.ways import thing_of, year_of

_STEM: Final = 4  # letters of a place that all of its cases share, at least
_ENDING: Final = 2
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
    _tell_of_others(words, printer, exemptions)
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


def _tell_of_others(words: Plainly, printer: Printer, exemptions: Exemptions) -> None:
    """Warn of the only figure of a sentence where another is that of the year or place which the
    sentence begins with.
    """
    printed = [(stretch.start, figure) for stretch, _, figure in printed_numbers(words, printer)]
    written = in_digits(words) if printed else ""
    for span in words.sentences(lexicon_of(printer.tag)) if printed else ():
        held = [(at, figure) for at, figure in printed if span.start <= at < span.stop]
        if len(held) != 1 or len(written) != len(words.words):
            continue
        ((at, figure),) = held
        said = _opens(written[span.start : at], written[at : span.stop], printer.tag)
        if said is None or words.guarded(span):
            continue
        name = said.group(said.lastgroup or 0)
        other = _of(name, figure, written[span], printer)
        place = slice(span.start + said.start(said.lastgroup or 0), span.start + said.end())
        if other is not None and not exemptions.cover(words.words, place, whole=False):
            printer.problems.warning(
                words.place(place.start),
                f'"{figure.id}" is not of {name}, but "{other.id}" is',
                f"it is called {figure.label}: print {{{{ {other.id} }}}}, or mend the words; "
                f'what means another thing, exempt: {{words: "{written[place]}", because: ...}} '
                "in briefing.yaml",
            )


def _opens(before: str, behind: str, tag: str) -> re.Match[str] | None:
    """Return the `year` or `place` that a sentence begins with, where its one clause compares
    nothing, and nothing changes in it.
    """
    sides, sums, lexicon = sides_of(tag), module_of(tag, "sums"), lexicon_of(tag)
    year = rf"(?:{sums.YEAR})?(?P<year>(?:19|20)\d\d)(?!\d){sums.OF_YEAR}"
    at = rf"(?:{sides.at}) (?:(?:{sides.articles}) ?)?"
    place = rf"(?i:{at})(?P<place>[^\W\d_a-zà-ÿа-яіїєґ][\w’-]{{2,}})"
    said = re.match(rf"(?:[^\W\d_]+ ){{0,1}}?(?:(?i:{year})|{place})(?=,? [^\W\d_])", before)
    if said is None or re.match(rf"(?i:{sides.since})(?!\w)", before):
        return None
    clause = before[said.end() :].removeprefix(",")
    whole = f"{before}{behind}"
    if re.search(r"[,;:()–—]", clause) or len(re.findall(r"(?<!\d)\d{4}(?!\d)", whole)) > 1:
        return None
    known, small = reckoned_of(tag), whole.lower()
    now = re.search(rf"(?<!\w)(?:{sums.NOW})(?!\w)", small)
    turns = any(each["neither"] is None for each in courses_of(tag).said.finditer(small))
    refused = known.denied.search(small) or known.supposed.search(small)
    compares = found(lexicon.compared, lexicon.uncompared, whole)
    return None if now or turns or refused or compares else said


def _of(
    name: str, figure: ResolvedFigure, sentence: str, printer: Printer
) -> ResolvedFigure | None:
    """Return the one other figure that is of a year or place, and else of the same."""
    if name.isdigit():
        own = year_of(figure)
        if own is None or own == int(name) or str(own) in sentence:
            return None
    else:
        _, place = _without_place(figure.label, printer.tag)
        if not place or _alike(place, sentence) or _alike(name, figure.label):
            return None
    others = [
        each
        for each in printer.figures.values()
        if each.id != figure.id
        and each.unit == figure.unit
        and _is_of(name, each, figure, printer.tag)
    ]
    return others[0] if len(others) == 1 else None


def _is_of(name: str, other: ResolvedFigure, figure: ResolvedFigure, tag: str) -> bool:
    if name.isdigit():
        return year_of(other) == int(name) and thing_of(other) == thing_of(figure)
    (rest, place), (own, _) = (_without_place(each.label, tag) for each in (other, figure))
    return rest == own and _alike(place, name) and year_of(other) == year_of(figure)


def _without_place(label: str, tag: str) -> tuple[str, str]:
    """Return a label without the place that ends it, and that place."""
    sides = sides_of(tag)
    at = rf"(?:{sides.at}) (?:(?:{sides.articles}) ?)?"
    said = re.search(rf"(?<!\w)(?i:{at})(?P<place>[^\W\d_a-zà-ÿа-яіїєґ][\w’-]{{2,}})$", label)
    return (label[: said.start()].strip(), said["place"]) if said else (label, "")


def _alike(place: str, text: str) -> bool:
    """Return whether a text names a place, in whatever case."""
    stem = place[: max(_STEM, len(place) - _ENDING)].lower()
    return bool(place) and re.search(rf"(?<!\w){re.escape(stem)}", text.lower()) is not None


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
