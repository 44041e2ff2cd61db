"""Figures that are of another year or place than their sentence says, where the briefing has the
figure of that: "8 in 2018" of the visits of 2025, "in 2019 there were 9,640". Takes a passage,
warns.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from builder.facts.text import Printer
from builder.language.claims import reckoned_of
from builder.language.courses import courses_of
from builder.language.language import module_of
from builder.language.lexicon import lexicon_of
from builder.language.sides import sides_of
from builder.model.figure import ResolvedFigure
from builder.model.text import FigureUse, plain
from builder.resolve.exemptions import Exemptions
from builder.resolve.passages import Plainly, found, in_digits, printed_numbers
from builder.resolve.ways import thing_of, undated, year_of

_STEM: Final = 4  # letters of a place that all of its cases share, at least
_ENDING: Final = 2
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def tell_of_another(words: Plainly, printer: Printer, exemptions: Exemptions) -> None:
    """Warn of each figure that stands before another's year or place, and of the only one of a
    sentence that begins with such a one.
    """
    _tell_of_others(words, printer, exemptions)
    printed = tuple(printed_numbers(words, printer))
    written = in_digits(words) if printed else ""
    for stretch, use, figure in printed:
        other = _of_another(written, stretch.end, figure, printer)
        if other is not None and not exemptions.cover(words.words, other[0], whole=False):
            _tell_of_another(words, other[0], use, other[1], printer)


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
