"""What every kind says its facts with: values in words, phrases of the language, lists.

`Teller.value` is the one place where a plotted number becomes words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import cached_property
from string import Formatter
from typing import Final, TypeAlias

from builder.facts.printing import printed_quantity
from builder.frozen import dataclass
from builder.language.language import Language, language_of, module_of
from builder.model.chart import Datum, ResolvedChart
from builder.model.figure import Form, Hedge, form_name
from builder.model.text import OF_CELL, Line, Owner, Run, join, plain

Pair: TypeAlias = tuple[Line, Datum]
"""What a plotted value is of, and the value."""

_MOST_ALIKE: Final = 3
_SPAN: Final = re.compile(r"\d ?[–-] ?\d")

_OPEN_ABOVE: Final = (Hedge.MORE_THAN, Hedge.AT_LEAST, Hedge.ABOUT)
_OPEN_BELOW: Final = (Hedge.UP_TO, Hedge.FEWER_THAN, Hedge.ABOUT)


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
