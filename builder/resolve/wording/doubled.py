"""Hedges in prose before a figure: takes a passage, tells of those that the figure does not bear.

One is said twice before a figure that prints its own; one that says that it is a little less than
the number, or a little more ("almost 12.1 %"), is untrue of a figure that is not; so is "over 400
guests", where a sentence begins with it, of 400. "About" before a number that is printed as it is
stated is for the figure to say.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Final

from builder.facts.reading import known_hedges, read_figure
from builder.facts.sizes import kinds_of
from builder.facts.text import Printer
from builder.language.claims import reckoned_of
from builder.language.courses import courses_of
from builder.language.language import module_of
from builder.language.lexicon import FIGURE, PLAIN
from builder.model.figure import Hedge, ResolvedFigure, form_of
from builder.model.text import FigureUse, plain
from builder.resolve.passages import Plainly, printed_numbers

_OPENS: Final = re.compile(r"(?:^|[.!?…] )[\"“„«(]?$")
_UNHEDGED: Final = frozenset({"bare", "words"})
_WAYS: Final = {
    Hedge.MORE_THAN: "more",
    Hedge.AT_LEAST: "more",
    Hedge.UP_TO: "less",
    Hedge.FEWER_THAN: "less",
}
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
            _holds(words.words, span, use, figure, printer)
            or words.guarded(slice(span.start, span.stop + len(f" {FIGURE}")))
            or exempted(span)
        ):
            continue
        else:
            loose = words.words[span].lower() in _loose(printer.tag)
            found = (_unbacked if loose else _untrue)(span, use, words, printer)
        printer.problems.warning(words.place(span.start), *found)
        told.append(span)
    turned = _told_of_turned(words, printer, exempted)
    _tell_of_clumsy(words, printer, told)
    return (*told, *_told_of_exact(words, printer), *turned)


def _tell_of_clumsy(words: Plainly, printer: Printer, told: Collection[slice]) -> None:
    """Warn of a figure's hedge behind a word that it does not go with: "the about 120"."""
    clumsy = module_of(printer.tag, "beside").CLUMSY
    for stretch, use, figure in printed_numbers(words, printer) if clumsy else ():
        before = clumsy.get(figure.hedge)
        if before is None or {*_UNHEDGED, "short"}.intersection(use.forms):
            continue
        start = max(0, stretch.start - _BEFORE)
        said = re.search(rf"(?<!\w)(?:{before}) $", words.words[start : stretch.start], re.I)
        if said is not None and not any(each.stop + 1 == stretch.start for each in told):
            forms = " | ".join((use.figure, *use.forms))
            printer.problems.warning(
                words.place(start + said.start()),
                f'the hedge reads badly: "{said.group()}{plain(printer.line((use,)))}"',
                f"reword it, or word the hedge yourself: {{{{ {forms} | bare }}}} leaves it out, "
                "and the register says so",
            )


def _told_of_turned(
    words: Plainly, printer: Printer, exempted: Callable[[slice], bool]
) -> Iterator[slice]:
    """Warn of words that turn round the hedge of a figure that is printed without it: "at most 940"
    of what is at least as much.
    """
    patterns = _pattern(printer.tag), _measured(printer.tag)
    for stretch, use, figure in printed_numbers(words, printer):
        if figure.hedge not in _WAYS or not _UNHEDGED.intersection(use.forms):
            continue
        start = max(0, stretch.start - _BEFORE)
        found = (each.search(words.words[start : stretch.start]) for each in patterns)
        said = next(filter(None, found), None)
        if said is None:
            continue
        span = slice(start + said.start("hedge"), start + said.end("hedge"))
        way = _way(words.words[span].lower(), printer.tag)
        if way not in (None, _WAYS[figure.hedge]) and not (
            words.guarded(slice(span.start, span.stop + len(f" {FIGURE}"))) or exempted(span)
        ):
            phrase, printed = words.words[span], plain(printer.line((use,)))
            printer.problems.warning(
                words.place(span.start),
                f'the figure is hedged the other way: "{phrase} {printed}"',
                f'"{use.figure}" is {figure.hedge.value} that: say so in words, or mend the hedge '
                "in figures.yaml",
            )
            yield span


def _way(phrase: str, tag: str) -> str | None:
    """Return whether a hedge says that it is more than a number, or less; about says neither."""
    said, known = module_of(tag, "beside"), known_hedges(tag)
    below, above = ({each.translate(PLAIN) for each in s} for s in (said.SHORT_OF, said.BEYOND))
    for hedge, way in _WAYS.items():
        near = below if way == "less" else above
        if phrase in near or phrase in {each.translate(PLAIN) for each in known[hedge]}:
            return way
    return None


def _told_of_exact(words: Plainly, printer: Printer) -> Iterator[slice]:
    """Warn of what says that a number is exact before one that is hedged. Of one that was rounded
    "exactly 31.4 %" says that it is no rough share.
    """
    pattern, taken_back = _exact(printer.tag), module_of(printer.tag, "beside").INEXACT
    for stretch, use, figure in printed_numbers(words, printer):
        start = max(0, stretch.start - _BEFORE)
        said = pattern.search(words.words[start : stretch.start])
        if figure.hedge is None or said is None:
            continue
        span = slice(start + said.start("exact"), start + said.end("exact"))
        if re.search(taken_back, words.words[: span.start], re.IGNORECASE):
            continue
        phrase, printed = words.words[span], plain(printer.line((use,)))
        printer.problems.warning(
            words.place(span.start),
            f'the figure is not exact: "{phrase} {printed}"',
            f'"{use.figure}" is hedged ({figure.hedge.value}): take out "{phrase}", or the hedge '
            "in figures.yaml, if the number is known so well",
        )
        yield span


def _hedges(words: Plainly, printer: Printer) -> Iterator[tuple[slice, FigureUse, ResolvedFigure]]:
    """Yield each hedge of the passage's own words before a use, and the figure that is used."""
    pattern = _pattern(printer.tag)
    for stretch, use, figure in printed_numbers(words, printer):
        if figure.hedge is not None and _UNHEDGED.intersection(use.forms):
            continue
        start = max(0, stretch.start - _BEFORE)
        said = pattern.search(words.words[start : stretch.start])
        if said is None and figure.hedge is None:
            said = _opening(printer.tag).search(words.words[start : stretch.start])
        if said is not None:
            span = slice(start + said.start("hedge"), start + said.end("hedge"))
            yield span, use, figure


def _holds(
    words: str, span: slice, use: FigureUse, figure: ResolvedFigure, printer: Printer
) -> bool:
    """Return whether a hedge is true of a figure that has none, by the number that is printed."""
    said, phrase = module_of(printer.tag, "beside"), words[span].lower()
    short, beyond = (
        phrase in {each.translate(PLAIN) for each in listed}
        for listed in (said.SHORT_OF, said.BEYOND)
    )
    before = words[: span.start]
    loose = phrase in _loose(printer.tag) and bool(re.search(said.LOOSE_AFTER, before, re.I))
    if _OPENS.search(before) and _is_count(figure.unit, printer.tag):
        known = known_hedges(printer.tag)
        short = short or phrase in known[Hedge.FEWER_THAN]
        beyond = beyond or phrase in known[Hedge.MORE_THAN]
    if not (short or beyond or loose) or not isinstance(figure.value, Decimal):
        return True
    form = form_of(use.forms)
    printed = plain(printer.line((use,)))
    read = read_figure(printed, figure, form, printer.tag, with_unit=form.base == "full")
    if read is None or not isinstance(read.value, Decimal):
        return True
    if loose:
        return figure.value != read.value
    return figure.value < read.value if short else figure.value > read.value


def _is_count(unit: str, tag: str) -> bool:
    """Return whether a unit is a noun of what is counted, of which no limit is set in measures."""
    kinds = kinds_of(unit, tag)
    return bool(re.match(r"[^\W\d_]{3}", unit)) and all(kind.counted for kind in kinds)


@lru_cache(maxsize=8)
def _loose(tag: str) -> frozenset[str]:
    words: frozenset[str] = module_of(tag, "beside").LOOSE
    return frozenset(word.translate(PLAIN) for word in words)


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


def _unbacked(span: slice, use: FigureUse, words: Plainly, printer: Printer) -> tuple[str, str]:
    """Return what is found and what to do about a hedge that only the sentence knows of."""
    phrase, printed = words.words[span], plain(printer.line((use,)))
    found = f'the figure has no hedge: "{phrase} {printed}"'
    hint = (
        f'take out "{phrase}" and state `hedge: about` of "{use.figure}" in figures.yaml, which '
        "prints it wherever the figure stands; or take it out, if the number is exact"
    )
    return found, hint


@lru_cache(maxsize=8)
def _opening(tag: str) -> re.Pattern[str]:
    """Return what finds a word of place that is a hedge where a sentence begins: "Over 400"."""
    known, places = known_hedges(tag), module_of(tag, "beside").PLACES
    limits = {*known[Hedge.MORE_THAN], *known[Hedge.FEWER_THAN]} & places
    either = "|".join(re.escape(phrase.translate(PLAIN)) for phrase in sorted(limits)) or "(?!)"
    return re.compile(rf"(?:^|[.!?…] )(?P<hedge>{either}) $", re.IGNORECASE)


@lru_cache(maxsize=8)
def _measured(tag: str) -> re.Pattern[str]:
    """Return what finds a word of place that is a hedge behind a verb: "comes to under 940"."""
    places = module_of(tag, "beside").PLACES
    either = "|".join(re.escape(phrase.translate(PLAIN)) for phrase in sorted(places)) or "(?!)"
    verbs = rf"{courses_of(tag).comes_to}|{reckoned_of(tag).comes_to}"
    return re.compile(rf"(?<!\w)(?:{verbs}) (?P<hedge>{either}) $", re.IGNORECASE)


@lru_cache(maxsize=8)
def _pattern(tag: str) -> re.Pattern[str]:
    """Return what finds a hedge at the end of words; what says where or whither as well is none."""
    known = {phrase for hedge in Hedge for phrase in known_hedges(tag)[hedge]}
    known -= module_of(tag, "beside").PLACES
    plain = sorted({phrase.translate(PLAIN) for phrase in known})
    longest = sorted(plain, key=len, reverse=True)
    either = "|".join(re.escape(phrase) for phrase in longest)
    return re.compile(rf"(?<!\w)(?P<hedge>{either}) $", re.IGNORECASE)


@lru_cache(maxsize=8)
def _exact(tag: str) -> re.Pattern[str]:
    """Return what finds a word that calls a number exact at the end of words."""
    said = module_of(tag, "beside")
    by_length = sorted(said.EXACT, key=len, reverse=True)
    longest = "|".join(re.escape(each.translate(PLAIN)) for each in by_length)
    return re.compile(rf"(?<![\w-])(?P<exact>{longest}) $", re.IGNORECASE)
