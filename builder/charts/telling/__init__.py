"""Alt texts: takes a resolved chart, returns what it shows, for those who do not see it.

"Bar chart. Highest: European Union, $800 billion; then United States, $660 billion; lowest:
Russia, $240 billion." What a listener has just heard, the chart's title and what it measures, is
not said again. A kind's own `tells` gives its facts in several lengths; the longest that fits is
taken. Every number keeps its owner.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from builder.charts.registry import Account, kind_of
from builder.charts.telling.teller import Teller
from builder.frozen import dataclass, replace
from builder.language.dates import word
from builder.language.language import base_language
from builder.language.punctuation import punctuated
from builder.model.chart import ResolvedChart
from builder.model.text import Line, Run, join, plain

__all__ = ["AltText", "told"]

_STOPS = (".", "!", "?", "…")


@dataclass(frozen=True)
class AltText:
    """An alt text; `wanting` says that it gives no finding, which only the author can say."""

    alt: Line
    wanting: bool = False


def told(chart: ResolvedChart, teller: Teller, dates: Sequence[Line]) -> AltText:
    """Return the alt text of a chart whose author gives none.

    `dates` are those of its figures: one that all have in common is said.
    """
    account = kind_of(chart.kind).tells(chart, teller)
    head = _head(chart, account, teller)
    argued = [*chart.annotations.told]
    chosen, whole = _fitting((head, *argued), account, teller)
    while argued and not chosen and account.tellings:
        del argued[-1]
        chosen, whole = _fitting((head, *argued), account, teller)
    sentences = [head, *chosen, *argued]
    spare = (*_spare(chart, teller, dates, whole=whole),)
    for sentence in (*account.more, *spare):
        if sentence not in sentences and _length([*sentences, sentence]) <= teller.longest:
            sentences.append(sentence)
    joined = join((_sentence(line) for line in sentences), " ")
    # What claims guard is told where it is printed, and an alt text leads nowhere.
    said = tuple(replace(run, claim=None, link=None) for run in joined if run.note is None)
    nothing = not chosen and not account.more
    return AltText(punctuated(said, chart.language), nothing or not account.finds)


def _head(chart: ResolvedChart, account: Account, teller: Teller) -> Line:
    """Return what kind of chart it is, and what it measures where its caption does not say so."""
    called = kind_of(chart.kind).called.get(base_language(chart.language))
    head: Line = (Run(called or teller.language.kinds[chart.kind]),)
    caption = _caption(chart)
    measures = [line for line in account.measures if _heard(line) not in caption]
    if measures:
        longer = (*head, Run(teller.language.colon), *join(measures, teller.language.semicolon))
        return longer if _length([longer]) <= teller.longest else head
    return head


def _caption(chart: ResolvedChart) -> str:
    return "\n".join(map(_heard, (chart.title, chart.subtitle, chart.note)))


def _heard(line: Line) -> str:
    """Return words as they are compared: printed dates and amounts hold together, typed do not."""
    return " ".join(plain(line).casefold().split())


def _fitting(
    said: Sequence[Line], account: Account, teller: Teller
) -> tuple[tuple[Line, ...], bool]:
    """Return the first telling that fits beside what is `said`, and whether it leaves nothing out;
    no telling may fit.
    """
    for at, sentences in enumerate(account.tellings):
        kept = tuple(line for line in sentences if line)
        if kept and _length([*said, *kept]) <= teller.longest:
            return kept, at < account.whole
    return (), False


def _spare(
    chart: ResolvedChart, teller: Teller, dates: Sequence[Line], *, whole: bool
) -> Iterator[Line]:
    """Yield what is said where there is room: where the rest stands, of when, and who says so."""
    count = teller.count()
    if not whole and count is not None:
        yield teller.phrase("all_data", count=count)
    days = {_heard(date) for date in dates}
    known = days - {"", word(chart.language, "not_stated").casefold()}
    if len(days) == len(known) == 1 and days.pop() not in _caption(chart):
        yield teller.phrase("as_of", date=dates[0])
    if chart.source_line:
        yield chart.source_line


def _length(sentences: Sequence[Line]) -> int:
    return len(plain(join((_sentence(line) for line in sentences), " ")))


def _sentence(line: Line) -> Line:
    """Return words as a sentence: with a capital, if the words are ours, and a full stop."""
    unmarked = tuple(run for run in line if run.note is None and run.text)
    if not unmarked:
        return ()
    first = unmarked[0]
    if first.owner is None:
        first = replace(first, text=first.text[:1].upper() + first.text[1:])
    stop = () if unmarked[-1].text.endswith(_STOPS) else (Run("."),)
    return (first, *unmarked[1:], *stop)
