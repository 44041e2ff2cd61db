"""Slides of every length and shape, generated alike each time: does text keep to its box?

The words mean nothing; what matters is how long they are, where they may break, and how much
there is of them.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field, replace
from typing import Final

from builder.model.blocks import Section, Slide
from builder.model.briefing import Briefing
from builder.model.chart import Datum, ResolvedChart, Series
from builder.model.table import ResolvedTable
from builder.model.text import Run
from tests.charts import samples
from tests.outputs.pptx.making import (
    PLACE,
    briefing,
    chart_use,
    listed,
    question,
    quotation,
    said,
    slide,
    table,
    table_use,
)

ENGLISH: Final = (
    "a of the in to and trade-off semiconductors w/o Ukraine’s energy it supply and/or "
    "long-range will machine-tool exports “quoted” rail-freight WAVES AWAY illicit flow office"
)
GERMAN: Final = (
    "die der und Lieferkettensorgfaltspflichtengesetz im Straßenverkehr Ausfuhr Güter "
    "Rüstungszusammenarbeit für über Beschaffungsvorschriften Öl Vierteljahresbericht von "
    "Kraftfahrzeug-Haftpflichtversicherung wächst"
)
UKRAINIAN: Final = (
    "і в на експорт напівпровідників обороноздатність країни залізничний верстатобудування "
    "постачання щоденно за роком міжнародне співробітництво її що п’ять енергетика ґрунт"
)
LANGUAGES: Final = tuple(words.split() for words in (ENGLISH, GERMAN, UKRAINIAN))
LONGEST_TITLE: Final = 70
UNBROKEN: Final = (
    "Donaudampfschifffahrtsgesellschaftskapitänskajütenschlüssel",
    "W" * 48,
    "і" * 90,
)
LONGEST = 11  # letters of a word in the name of a category
NUMBERS: Final = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


@dataclass
class Corpus:
    """Collects slides, and the tables and charts that stand on them."""

    chance: random.Random
    slides: list[Slide] = field(default_factory=list)
    tables: list[ResolvedTable] = field(default_factory=list)
    charts: list[ResolvedChart] = field(default_factory=list)

    def text(self, most: int, least: int = 1, tongue: int | None = None) -> str:
        """Return up to `most` words of one language."""
        lexicon = LANGUAGES[tongue] if tongue is not None else self.chance.choice(LANGUAGES)
        count = self.chance.randint(least, most)
        return " ".join(self.chance.choice(lexicon) for _ in range(count))

    def title(self, most: int = 7) -> str:
        """Return a headline unlike any other."""
        number = len(self.slides)
        unlike = "-".join(NUMBERS[int(digit)] for digit in f"{number:03}")
        words = self.text(most, 2)
        return f"{unlike} {words}" if len(words) < LONGEST_TITLE else f"{unlike} {words.split()[0]}"

    def points(self) -> None:
        """Add slides of points: few to many, short to long, in three languages."""
        for tongue in range(3):
            for count in (1, 2, 5, 8, 13):
                for longest in (2, 6, 14, 26):
                    points = [self.text(longest, longest // 2, tongue) for _ in range(count)]
                    self.slides.append(slide(self.title(), listed(*points, ordered=count % 2 == 0)))

    def nested(self) -> None:
        """Add points with points below them, and paragraphs."""
        for count in range(1, 13):
            points = [
                (self.text(12), tuple(self.text(16) for _ in range(self.chance.randint(1, 4))))
                for _ in range(count)
            ]
            self.slides.append(slide(self.title(), listed(*points)))
            paragraphs = [said(self.text(45, 20, count % 3)) for _ in range(1 + count % 4)]
            self.slides.append(slide(self.title(), *paragraphs))

    def endless(self) -> None:
        """Add points that no slide holds alone, of many sentences, and lines broken by hand.

        A slide holds about sixteen of them: some points go on once, others again and again.
        """
        for tongue in range(3):
            for count in (24, 60):
                for stop in (". ", "\n"):
                    sentences = [self.text(18, 8, tongue).capitalize() for _ in range(count)]
                    long = stop.join(sentences)
                    self.slides.append(
                        slide(self.title(), listed(self.text(9), long, self.text(9)))
                    )
            below = listed((self.text(8), (long, self.text(6))))
            self.slides.append(slide(self.title(), below, said(long)))
            self.slides.append(slide(self.title(), question(self.text(8), said(long))))

    def unbroken(self) -> None:
        """Add words wider than a line, which programs break where they like."""
        for word in UNBROKEN:
            for count in (1, 2, 4):
                text = " ".join([self.text(4), *[word] * count, self.text(3)])
                self.slides.append(slide(self.title(), listed(text, self.text(9), text)))
            self.slides.append(slide(self.title(), question(self.text(8), said(f"{word} {word}"))))

    def headlines(self) -> None:
        """Add headlines up to the longest that fit two lines."""
        for words in (1, 4, 8, 10, 11, 12):
            for tongue in (0, 2):
                text = f"{self.title(2)} " + self.text(words, words, tongue)
                self.slides.append(slide(text[:92].rstrip(), listed(self.text(8))))

    def tables_(self) -> None:
        """Add tables of two to six columns, of short and long cells and many rows."""
        for columns in (2, 3, 4, 5, 6):
            for rows, longest in ((2, 2), (5, 6), (9, 3), (16, 5)):
                name = f"t{columns}{rows}"
                tongue = 2 if rows == 5 and columns < 5 else 0
                header = [self.text(2, 1, tongue) for _ in range(columns)]
                cells = [
                    [self.text(longest if at else 2, 1, tongue) for at in range(columns)]
                    for _ in range(rows)
                ]
                self.tables.append(table(name, header, cells))
                blocks = [table_use(name)]
                extra = [listed(self.text(8), self.text(8))] if rows == 2 else []
                self.slides.append(slide(self.title(), *blocks, *extra))

    def others(self) -> None:
        """Add questions, quotations and figures."""
        for length in (3, 8, 15, 22):
            for answer in (10, 35, 60):
                answered = question(
                    self.text(length, length, 0), said(self.text(answer, answer, 2))
                )
                self.slides.append(slide(self.title(), answered))
        for length in (5, 20, 35, 50):
            for who in ("", self.text(3), self.text(10, 8)):
                self.slides.append(
                    slide(self.title(), quotation(self.text(length, length, 2), who))
                )
        for points in (0, 1, 3):
            lists = [listed(*(self.text(12) for _ in range(points)))] if points else []
            self.slides.append(slide(self.title(), *lists, figures=("drones", "share")))

    def charts_(self) -> None:
        """Add charts with short and long names, alone and beside points."""
        for kind in ("bar", "column", "grouped", "stacked", "line", "area"):
            for count, words in ((2, 1), (4, 3), (6, 2), (9, 1)):
                name = f"{kind}{count}"
                self.charts.append(self._chart(kind, name, count, words))
                self.slides.append(slide(self.title(), chart_use(name)))
                beside = listed(*(self.text(10) for _ in range(2)))
                self.slides.append(slide(self.title(), chart_use(name), beside))

    def diagrams(self) -> None:
        """Add flow diagrams: one arrow to many, to one name or to several, there and back."""
        for tongue in range(3):
            for count, receivers in ((1, 1), (4, 1), (3, 2), (7, 1), (9, 3)):
                name = f"flow{tongue}{count}"
                left = [f"{number} {self.text(2, 1, 0)}" for number in NUMBERS]
                flows = []
                for at in range(count):
                    ends, back = [left[at // 2], f"to {NUMBERS[at % receivers]}"], at % 4 == 3
                    says = self.text(12, 2, tongue)
                    amount = self.text(6, 1, tongue) if at % 3 else ""
                    giver, receiver = reversed(ends) if back else ends
                    flows.append(samples.flow(giver, receiver, says, amount, back=back))
                made = samples.chart("flow", self.text(9), self.text(7), flows=tuple(flows))
                self.charts.append(replace(made, id=name))
                points = [listed(self.text(8))] if count < 4 else []
                self.slides.append(slide(self.title(), chart_use(name), *points))

    def _chart(self, kind: str, name: str, count: int, words: int) -> ResolvedChart:
        several = 1 if kind in ("bar", "column") else 3
        rows = [[self.chance.randint(5, 90) for _ in range(count)] for _ in range(several)]
        series = tuple(
            Series(
                Run(self.text(words + 1, 1, 0)),
                tuple(samples.datum(str(value), f"≥{value} m") for value in row),
                at,
            )
            for at, row in enumerate(rows)
        )
        stacked = kind in ("stacked", "area")
        sums = [sum(column) for column in zip(*rows, strict=True)]
        totals = tuple(Datum(samples.Decimal(n), Run(f"≥{n} m")) for n in sums)
        made = samples.chart(
            kind,
            self.text(9),
            self.text(7),
            categories=samples.runs(_short(self.text(words, 1)) for _ in range(count)),
            series=series,
            totals=totals if kind == "stacked" else (),
            value_axis=samples.axis(0, 300 if stacked else 100, 50, shown=kind in ("line", "area")),
        )
        return replace(made, id=name)


def _short(text: str) -> str:
    """Return a name without words that no column has room for: such charts are refused."""
    return " ".join(word if len(word) <= LONGEST else word[:LONGEST] for word in text.split(" "))


def corpus(seed: int = 7) -> Briefing:
    """Return the briefing of all slides."""
    made = Corpus(random.Random(seed))
    for part in (
        made.points,
        made.nested,
        made.endless,
        made.unbroken,
        made.headlines,
        made.tables_,
        made.others,
        made.charts_,
        made.diagrams,
    ):
        part()
    # Prose in the paper, so that every slide leads there.
    section = Section("one", (Run("One"),), (said("Prose"),), tuple(made.slides), (), PLACE)
    return briefing(sections=(section,), charts=tuple(made.charts), tables=tuple(made.tables))
