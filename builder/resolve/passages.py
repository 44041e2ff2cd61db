"""Passages: takes content, yields every text that readers meet, and the words that claims guard.

A passage knows what it stands over; as plain words, each of its figures is one character.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Mapping
from operator import attrgetter
from typing import Final

from builder.facts.text import Printer
from builder.frozen import dataclass, replace
from builder.language.lexicon import FIGURE, PLAIN, Lexicon, places_of
from builder.memory import remembered_of_all
from builder.model.blocks import ChartUse, Slide, TableUse
from builder.model.briefing import Content
from builder.model.chart import ChartSpec
from builder.model.figure import Figure, Moment, ResolvedFigure
from builder.model.table import TableSpec
from builder.model.text import (
    CrossReference,
    FigureUse,
    Inline,
    Run,
    Text,
    is_text,
    texts_in,
    texts_of,
    walked,
)
from builder.problems import Place

_END: Final = re.compile(r"(?<=[.!?…])[\"”’»)]*\s+")


def sentence_spans(text: str, abbreviations: re.Pattern[str] | None = None) -> Iterator[slice]:
    """Yield each sentence with the space after it; a stop after an abbreviation ends none."""
    start = 0
    for match in _END.finditer(text):
        head = text[start : match.start()]
        if abbreviations is None or not abbreviations.search(head):
            yield slice(start, match.end())
            start = match.end()
    if start < len(text):
        yield slice(start, len(text))


_OF_RUNS: Final = attrgetter(
    *("text", "strong", "emphasis", "code", "link", "owner", "claim", "note", "language"),
    *("formula", "manner", "short_for", "heard"),
)
_OF_USES: Final = attrgetter(
    *("figure", "forms", "strong", "emphasis", "link", "claim", "formula", "manner")
)

# Forms that print words of a figure, not its number.
_WORDS = frozenset({"label", "as_of"})


@dataclass(frozen=True)
class Passage:
    """A text as read; `claim` guards the whole of it, `over` says that it heads figures. Of its
    words those `settled` are proved by what stands under them, or were told of.
    """

    text: Text
    claim: str = ""
    over: bool = False
    settled: tuple[slice, ...] = ()

    @property
    def said(self) -> Hashable:
        """What it says, wherever it stands; None where that is not its words and figures alone."""
        said: list[Hashable] = [self.claim, self.over, *((s.start, s.stop) for s in self.settled)]
        for item in self.text:
            if isinstance(item, Run) and item.refers is None:
                said.append(_OF_RUNS(item))
            elif isinstance(item, FigureUse):
                said.append(_OF_USES(item))
            else:
                return None
        return tuple(said)


def claims_of(passage: Passage) -> tuple[str, ...]:
    """Return the claims that guard a passage or words in it."""
    items = (item for item in passage.text if isinstance(item, Run | FigureUse))
    return tuple(dict.fromkeys(filter(None, (passage.claim, *(item.claim for item in items)))))


def passages(content: Content, tables: tuple[str, ...]) -> Iterator[Passage]:
    """Yield every text once; of tables those named in `tables`, which stand somewhere.

    Data files, citations and claims' own words are not prose of the briefing and are left out.
    """
    yield from (Passage(text) for text in content.meta.texts.values())
    # They stand over the figures of all the briefing, and so say nothing of them unproved.
    yield from (Passage(each.says, each.claim, True) for each in content.meta.statements)
    for figure in content.figures.values():
        yield from (Passage(text) for text in figure.texts.values())
    for chart in content.charts.values():
        yield from _chart(chart, content)
    for name in tables:
        yield from _table(content.tables[name], content)
    for section in content.sections:
        yield from (Passage(text) for text in texts_in(section, "title", "blocks"))
        yield from (Passage(text) for _, text in section.notes)
        for slide in section.slides:
            yield Passage(slide.title, slide.claim, _shows_figures(slide, content))
            yield from (Passage(text) for text in texts_in(slide, "blocks", "notes"))


def prints_number(use: FigureUse, figures: Mapping[str, Figure]) -> bool:
    """Return whether a use prints a figure's number: no date, no label and no period."""
    return not _WORDS.intersection(use.forms) and _is_number(figures.get(use.figure))


def _chart(chart: ChartSpec, content: Content) -> Iterator[Passage]:
    shows = _chart_shows_figures(chart, content)
    yield Passage(chart.title, chart.claim, shows)
    yield Passage(chart.takeaway.says, chart.takeaway.claim, shows)
    heads = (chart.subtitle, chart.note, chart.alt, chart.axis, chart.x_axis)
    yield from (Passage(text) for text in texts_of((heads, chart.categories, chart.flows)))
    yield from (Passage(text) for _, text in chart.labels)


def _table(table: TableSpec, content: Content) -> Iterator[Passage]:
    shows = _table_shows_figures(table, content)
    yield Passage(table.caption, table.claim, shows)
    yield Passage(table.takeaway, "", shows)
    heads = tuple(text for _, text in table.columns)
    others = (table.header, table.cells, table.note, heads, table.arrangement)
    yield from (Passage(text) for text in texts_of(others))


def _shows_figures(slide: Slide, content: Content) -> bool:
    for part in walked(slide.blocks):
        if isinstance(part, ChartUse):
            chart = content.charts.get(part.name)
            if chart is not None and _chart_shows_figures(chart, content):
                return True
        elif isinstance(part, TableUse):
            if part.name in content.tables and _table_shows_figures(
                content.tables[part.name], content
            ):
                return True
        elif is_text(part) and _prints_numbers(part, content):
            return True
    return any(_is_number(content.figures.get(name)) for name in slide.figures)


def _chart_shows_figures(chart: ChartSpec, content: Content) -> bool:
    if chart.table or chart.groups:
        return True
    if any(_is_number(content.figures.get(name)) for name in chart.figures):
        return True
    return any(_prints_numbers(text, content) for text in texts_of(chart.flows))


def _table_shows_figures(table: TableSpec, content: Content) -> bool:
    if table.data or table.figures:
        return True
    return any(_prints_numbers(text, content) for text in texts_of(table.cells))


def _prints_numbers(text: Text, content: Content) -> bool:
    return any(
        isinstance(item, FigureUse) and prints_number(item, content.figures) for item in text
    )


def _is_number(figure: Figure | None) -> bool:
    return figure is not None and not isinstance(figure.value, Moment)


@dataclass(frozen=True)
class ItemStretch:
    """An inline item and the characters of the plain words that it takes up."""

    item: Inline
    start: int
    end: int


@dataclass(frozen=True)
class Plainly:
    """A passage's words for searching, and the items that they come from."""

    words: str
    stretches: tuple[ItemStretch, ...]
    passage: Passage

    def place(self, index: int) -> Place:
        """Return where the character at `index` stands in its file."""
        for stretch in self.stretches:
            if stretch.start <= index < stretch.end:
                item = stretch.item
                return item.place_at(index - stretch.start) if isinstance(item, Run) else item.place
        return Place("")

    def within(self, span: slice) -> tuple[Inline, ...]:
        """Return the items that take up any of the characters of a span."""
        return tuple(
            stretch.item
            for stretch in self.stretches
            if stretch.start < span.stop and stretch.end > span.start
        )

    def guarded(self, span: slice) -> bool:
        """Return whether a claim guards the passage, or anything in a span of it."""
        return bool(self.passage.claim) or any(
            isinstance(item, Run | FigureUse) and item.claim for item in self.within(span)
        )

    def cut(self, span: slice) -> Text:
        """Return the items of a span, those at its ends as far as they lie in it."""
        found: list[Inline] = []
        for stretch in self.stretches:
            if stretch.start < span.stop and stretch.end > span.start:
                begin, stop = span.start - stretch.start, span.stop - stretch.start
                item = stretch.item
                if isinstance(item, Run):
                    item = replace(item, text=item.text[max(begin, 0) : stop], breaks=())
                found.append(item)
            elif (
                isinstance(stretch.item, CrossReference) and span.start < stretch.start < span.stop
            ):
                found.append(stretch.item)
        return tuple(found)

    def sentences(self, lexicon: Lexicon) -> tuple[slice, ...]:
        """Return the sentences."""
        return tuple(sentence_spans(self.words, lexicon.abbreviations))


def plainly(passage: Passage) -> Plainly:
    """Return a passage as plain words: a figure, each character of a name or code, as `FIGURE`."""
    words, stretches, at = [], [], 0
    for item in passage.text:
        if isinstance(item, Run):
            apart = item.owner or item.code
            said = FIGURE * len(item.text) if apart else item.text.translate(PLAIN)
        else:
            said = FIGURE if isinstance(item, FigureUse) else ""
        words.append(said)
        stretches.append(ItemStretch(item, at, at + len(said)))
        at += len(said)
    return Plainly("".join(words), tuple(stretches), passage)


def in_digits(words: Plainly) -> str:
    """Return a passage's words with names and codes as they are written: "km²", "per 1,000"."""
    return "".join(
        each.item.text.translate(PLAIN)
        if isinstance(each.item, Run)
        else words.words[each.start : each.end]
        for each in words.stretches
    )


def printed_numbers(
    words: Plainly, printer: Printer
) -> Iterator[tuple[ItemStretch, FigureUse, ResolvedFigure]]:
    """Yield where a passage prints the number of a figure, the use that does, and the figure."""
    for stretch in words.stretches:
        use = stretch.item
        if isinstance(use, FigureUse) and prints_number(use, printer.stated):
            figure = printer.figures.get(use.figure)
            if figure is not None:
                yield stretch, use, figure


def found(pattern: re.Pattern[str], but: re.Pattern[str], words: str) -> tuple[slice, ...]:
    """Return where a pattern is found in words, unless what `but` finds reaches into it."""
    # By which patterns they are: to hash one takes as long as to search a sentence by it.
    return remembered_of_all(
        (pattern, but),
        ("wording", words),
        lambda: _found(pattern, but, words),
        lambda _: 400 + 2 * len(words),
    )


def _found(pattern: re.Pattern[str], but: re.Pattern[str], words: str) -> tuple[slice, ...]:
    matches = [_trimmed(match) for match in places_of(pattern, words)]
    if not matches:
        return ()
    left_out = [match.span() for match in places_of(but, words)]
    return tuple(
        span
        for span in matches
        if not any(start < span.stop and end > span.start for start, end in left_out)
    )


def _trimmed(match: re.Match[str]) -> slice:
    start, end = match.span()
    return slice(start + len(match.group()) - len(match.group().lstrip()), end)
