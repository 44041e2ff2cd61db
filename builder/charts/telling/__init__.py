"""Alt texts: takes a resolved chart, returns what it shows, for those who do not see it.

"Bar chart. Highest: European Union, $800 billion; then United States, $660 billion; lowest: Russia,
$240 billion." What a listener has just heard, the chart's title and what it measures, is not said
again. A kind's own `tells` gives its facts in several lengths; the longest that fits is taken.
Every number keeps its owner.

A `Teller` is what every kind says its facts with: values in words, phrases of the language, lists.
`Teller.value` is the one place where a plotted number becomes words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cached_property
from string import Formatter
from typing import Final, TypeAlias

from builder.charts.registry import Account, kind_of
from builder.facts.printing import printed_quantity
from builder.frozen import dataclass, replace
from builder.language.dates import word
from builder.language.language import Language, base_language, language_of, module_of
from builder.language.punctuation import punctuated
from builder.model.chart import Datum, ResolvedChart
from builder.model.figure import Form, Hedge, form_name
from builder.model.text import OF_CELL, Line, Owner, Run, join, plain

_STOPS = (".", "!", "?", "…")
Pair: TypeAlias = tuple[Line, Datum]
"""What a plotted value is of, and the value."""

_MOST_ALIKE: Final = 3
_SPAN: Final = re.compile(r"\d ?[–-] ?\d")

_OPEN_ABOVE: Final = (Hedge.MORE_THAN, Hedge.AT_LEAST, Hedge.ABOUT)
_OPEN_BELOW: Final = (Hedge.UP_TO, Hedge.FEWER_THAN, Hedge.ABOUT)


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


@dataclass(frozen=True)
class Teller:
    """Says the facts of one chart; `figure` prints a figure in full, by its id."""

    chart: ResolvedChart
    figure: Callable[[str], Run]

    @cached_property
    def language(self) -> Language:
        """The language of the chart."""
        return language_of(self.chart.language)

    @property
    def longest(self) -> int:
        """How many characters an alt text has at most."""
        found: int = module_of(self.chart.language, "labels").LONGEST
        return found

    def value(self, datum: Datum) -> Run:
        """Return a plotted number in full, hedge and unit in words, with the owner of its label."""
        owner = datum.label.owner
        form = owner.form.split("|") if owner else []
        signed = "signed" in form
        if owner and owner.kind == "figure" and not owner.of_cell and not signed:
            return self.figure(owner.id)
        if datum.value is None:
            return datum.label
        text = printed_quantity(
            datum.value, datum.unit, datum.hedge, Form(signed=signed), self.chart.language
        )
        if owner and owner.kind == "figure":
            kept = tuple(each for each in form if each in ("signed", OF_CELL))
            owner = replace(owner, form=form_name(("full", *kept)))
        return Run(text, owner=owner)

    def phrase(self, key: str, **words: Line | Run) -> Line:
        """Return a phrase of the chart's language with runs, owners and all, in its places."""
        template: str = module_of(self.chart.language, "labels").PHRASES[key]
        for elsewhere, here in self.language.letters.items():
            template = template.replace(elsewhere, here)
        return tuple(_spliced(template, words))

    def period(self, start: Run, end: Run) -> Line:
        """Return where a sequence begins and ends; "from 16 to 24 to 65" no one understands."""
        spans = any(_SPAN.search(run.text) for run in (start, end))
        return self.phrase("period_of_spans" if spans else "period", start=start, end=end)

    def pair(self, pair: Pair, key: str = "") -> Line:
        """Return a name and its value, in a phrase that says which one it is.

        A name that ends with a digit stands behind the value: "2020, 41,200" is no number.
        """
        name, value = pair[0], self.value(pair[1])
        said = self.phrase(
            "dated" if plain(name)[-1:].isdigit() else "pair", name=name, value=value
        )
        return self.phrase(key, pair=said) if key else said

    def pairs(self, pairs: Iterable[Pair]) -> Line:
        """Return names and values as a list."""
        return self.listed(map(self.pair, pairs))

    def listed(self, lines: Iterable[Line]) -> Line:
        """Return lines as a list within a sentence."""
        return join(lines, self.language.semicolon)

    def some(self, lines: Iterable[Line]) -> tuple[Line, ...]:
        """Return a list that leaves some out, and the sentence that says where all are."""
        count = self.count()
        rest = () if count is None else (self.phrase("all_data", count=count),)
        return (self.listed(lines), *rest)

    def named(self, lines: Iterable[Line]) -> Line:
        """Return names one after another."""
        return join(lines, ", ")

    def count(self) -> Run | None:
        """Return how many values the chart has, which the chart itself answers for."""
        chart = self.chart
        values = sum(datum.value is not None for each in chart.series for datum in each.data)
        held = (chart.points, chart.events, chart.flows, chart.tasks, chart.links)
        number = values or next((len(each) for each in held if each), 0)
        if not number:
            return None
        return Run(str(number), owner=Owner("cell", f"{chart.id}!count"))


def below(one: Datum, other: Datum) -> bool:
    """Return whether one number is below another for certain, whatever their hedges leave open."""
    if one.value is None or other.value is None:
        return False
    sure = one.hedge not in _OPEN_ABOVE and other.hedge not in _OPEN_BELOW
    return sure and one.value < other.value


def surely(pairs: Iterable[Pair], *, highest: bool) -> Pair | None:
    """Return the pair that is above (or below) all others for certain, if one is.

    A few that are equal, and nothing but equal, are one pair with all their names.
    """
    held = [pair for pair in pairs if pair[1].value is not None]
    if not held:
        return None
    values = [pair[1].value or Decimal(0) for pair in held]
    most = max(values) if highest else min(values)
    found = [pair for pair, value in zip(held, values, strict=True) if value == most]
    others = [pair for pair, value in zip(held, values, strict=True) if value != most]
    alike = len(found) == 1 or not any(pair[1].hedge for pair in found)
    if (
        not alike
        or len(found) > _MOST_ALIKE
        or not all(
            below(other[1], found[0][1]) if highest else below(found[0][1], other[1])
            for other in others
        )
    ):
        return None
    return found[0] if len(found) == 1 else (join((name for name, _ in found), ", "), found[0][1])


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


def _spliced(template: str, words: Mapping[str, Line | Run]) -> Iterator[Run]:
    for between, place, _, _ in Formatter().parse(template):
        if between:
            yield Run(between)
        if place:
            found = words[place]
            if isinstance(found, tuple):
                yield from found
            else:
                yield found
