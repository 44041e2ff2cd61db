"""What an author's slide holds, sorted by kind: a `Slide` in, `SlideContent` out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import field

from builder.charts.registry import kind_of
from builder.frozen import dataclass, replace
from builder.model.blocks import (
    Block,
    Callout,
    ChartUse,
    Code,
    Definitions,
    Equation,
    Heading,
    InnerHeading,
    ItemList,
    OwnBox,
    Panel,
    Paragraph,
    Question,
    Quote,
    Slide,
    TableUse,
)
from builder.model.briefing import Briefing
from builder.model.chart import ResolvedChart
from builder.model.picture import Picture, PictureUse
from builder.model.table import ResolvedTable
from builder.model.text import Line, Owner, Run
from builder.outputs.pptx.plan.lines import Parts, in_lines, in_words, line, parted
from builder.outputs.pptx.plan.model import NUMBERED
from builder.problems import NOWHERE, Place, Problems

BULLETS = ("•", "–", "•")


@dataclass(frozen=True)
class TextLine:
    """A line of a slide's text before it has a size.

    `mark` is its bullet or letter, `NUMBERED` or nothing; `start` its number, and the last one of
    its list has so many `digits`; it links to the slide `target`; `trailing` stands at the right
    edge.
    """

    runs: Line
    level: int = 0
    mark: str = ""
    start: int = 0
    target: int = 0
    trailing: Line = ()
    colour: str = "ink"
    digits: int = 1


@dataclass(frozen=True)
class Answer:
    """A question and its answer's text."""

    question: Line
    points: tuple[TextLine, ...]


@dataclass(frozen=True)
class Quotation:
    """A quotation and who is quoted."""

    paragraphs: tuple[Line, ...]
    attribution: Line


@dataclass(frozen=True)
class FindingText:
    """A finding: its sentence, the id of the figure set large beside it, and where it is stated."""

    says: Line
    figure: str
    place: Place = NOWHERE


@dataclass(frozen=True)
class CalloutText:
    """A passage set apart: title, if any, text, and kind, said first where it is `named`."""

    title: Line
    points: tuple[TextLine, ...]
    kind: str
    named: bool = False


@dataclass(frozen=True)
class HeadedPart:
    """A part of a slide under a heading of its own."""

    heading: Line
    points: tuple[TextLine, ...]


@dataclass(frozen=True)
class SlideContent:
    """Everything that one slide, or its continuations, must hold.

    `parts` are headed, `axes` what a matrix of them goes by, across and upwards. `rest` follows a
    title that is set large, above its subtitle. `takeaways` are what its charts, tables and
    pictures mean; its notes say them too. `apart`: what it stood beside has a slide of its own.
    """

    title: Line
    points: tuple[TextLine, ...] = ()
    charts: tuple[ResolvedChart, ...] = ()
    tables: tuple[ResolvedTable, ...] = ()
    figures: tuple[str, ...] = ()
    quotes: tuple[Quotation, ...] = ()
    answers: tuple[Answer, ...] = ()
    callouts: tuple[CalloutText, ...] = ()
    findings: tuple[FindingText, ...] = ()
    takeaways: tuple[Line, ...] = ()
    subtitle: Line = ()
    rest: Line = ()
    pictures: tuple[Picture, ...] = ()
    notes: tuple[Line, ...] = ()
    section: str = ""
    hidden: bool = False
    reveal: bool = False
    place: Place = field(default=NOWHERE)
    parts: tuple[HeadedPart, ...] = ()
    axes: tuple[Line, ...] = ()
    apart: bool = False

    @property
    def diagrams(self) -> tuple[ResolvedChart, ...]:
        """The charts that are drawn as shapes."""
        return tuple(chart for chart in self.charts if kind_of(chart.kind).is_diagram)

    @property
    def lines(self) -> tuple[TextLine, ...]:
        """All text as points that follow one another, headings among them."""
        parts = ((TextLine(_strong(part.heading)), *part.points) for part in self.parts)
        return (*self.points, *(point for part in parts for point in part))

    def only(self, *kinds: str) -> bool:
        """Say whether nothing stands here but what these fields hold."""
        fields = {"points", "charts", "tables", "pictures", "figures", "quotes"} - set(kinds)
        fields |= {"answers", "findings", "parts"} - set(kinds)
        return not any(getattr(self, name) for name in fields)


def slide_content(
    slide: Slide, section: str, briefing: Briefing, problems: Problems
) -> SlideContent:
    """Sort a slide's blocks; a page break, which no slide has, is a problem with its place."""
    points: list[TextLine] = []
    charts: list[ResolvedChart] = []
    tables: list[ResolvedTable] = []
    pictures: list[Picture] = []
    quotes: list[Quotation] = []
    answers: list[Answer] = []
    callouts: list[CalloutText] = []
    figures, (loose, parts) = list(slide.figures), parted(slide.blocks)
    for block in loose:
        if isinstance(block, ChartUse):
            charts.append(briefing.charts[block.name])
        elif isinstance(block, TableUse):
            tables.append(in_lines(briefing.tables[block.key]))
        elif isinstance(block, PictureUse):
            pictures.append(Picture(block, briefing.pictures[block.file]))
        elif isinstance(block, Panel):
            figures += block.figures
        elif isinstance(block, Quote) and block.blocks:
            points += held_points(block.blocks, 0)
        elif isinstance(block, Quote):
            quotes.append(Quotation(tuple(map(line, block.paragraphs)), line(block.attribution)))
        elif isinstance(block, Question):
            answers.append(Answer(line(block.question), text_points(block.answer, problems)))
        elif isinstance(block, Callout | OwnBox):
            callouts.append(_callout(block, problems))
        else:
            points += text_points((block,), problems)
    if slide.reveal and not points and not answers:
        problems.error(
            slide.place,
            "there are no points to reveal one by one on this slide",
            "give it a list, or remove :reveal:",
        )
    return SlideContent(
        title=line(slide.title),
        points=tuple(points),
        charts=tuple(charts),
        tables=tuple(tables),
        pictures=tuple(pictures),
        figures=tuple(dict.fromkeys(figures)),
        quotes=tuple(quotes),
        answers=tuple(answers),
        callouts=tuple(callouts),
        notes=tuple(_spoken(text_points(slide.notes, problems), briefing.meta.language)),
        section=section,
        hidden=slide.hidden,
        reveal=slide.reveal,
        place=slide.place,
        parts=_headed(parts, problems),
        axes=tuple(map(line, slide.axes)),
    )


def _headed(parts: Parts, problems: Problems) -> tuple[HeadedPart, ...]:
    return tuple(
        HeadedPart(line(heading.text), text_points(held, problems)) for heading, held in parts
    )


def _callout(block: Callout | OwnBox, problems: Problems) -> CalloutText:
    text = text_points(block.blocks, problems)
    if isinstance(block, OwnBox):
        return CalloutText(line(block.title), text, block.called, named=True)
    return CalloutText(line(block.title), text, block.kind)


def text_points(blocks: tuple[Block, ...], problems: Problems) -> tuple[TextLine, ...]:
    """Return the text of blocks as points; what is not text is a problem with its place."""
    points: list[TextLine] = []
    for block in blocks:
        if isinstance(block, Paragraph | Equation):
            points.append(TextLine(line(block.text)))
        elif isinstance(block, Heading):
            points.append(TextLine(_strong(line(block.text))))
        elif isinstance(block, ItemList | Definitions | Code | InnerHeading):
            points += held_points((block,), 0)
        elif isinstance(block, Callout):
            points.append(TextLine(_strong(line(block.title))))
            points += text_points(block.blocks, problems)
        else:
            name = re.sub("(?<=.)(?=[A-Z])", " ", type(block).__name__).lower()
            problems.error(
                block.place,
                f"a {name} cannot stand here on a slide",
                "notes and answers hold paragraphs and lists; a page break belongs to the paper",
            )
    return tuple(points)


def point_number(start: int) -> Run:
    """Return a point's number where it is text of its own."""
    number = f"{start}."
    return Run(number, owner=Owner("furniture", number, "point"))


def held_points(blocks: Iterable[Block], level: int) -> list[TextLine]:
    """Return what Markdown puts one into another as points, each level further in.

    A rule says nothing; code keeps its lines.
    """
    points: list[TextLine] = []
    for block in blocks:
        if isinstance(block, ItemList):
            points += _listed(block, level)
        elif isinstance(block, Paragraph | Code):
            points.append(TextLine(line(block.text), level))
        elif isinstance(block, InnerHeading):
            points.append(TextLine(_strong(line(block.text)), level))
        elif isinstance(block, Definitions):
            for entry in block.entries:
                points.append(TextLine(_strong(line(entry.term)), level))
                points += held_points(entry.meaning, level + 1)
        elif isinstance(block, Quote):
            points += held_points(block.blocks, level)
            points += [TextLine(line(text), level) for text in block.paragraphs]
    return points


def _listed(items: ItemList, level: int) -> list[TextLine]:
    points: list[TextLine] = []
    digits = len(str(items.start + len(items.items) - 1))
    for number, item in enumerate(items.items, items.start):
        mark = NUMBERED if items.ordered else BULLETS[min(level, len(BULLETS) - 1)]
        held = [point for below in item.below for point in held_points((below,), level + 1)]
        words = TextLine(line(item.text)) if item.text else held.pop(0) if held else None
        if words is not None:
            first = replace(words, level=level, mark=mark, digits=digits)
            points.append(replace(first, start=number) if items.ordered else first)
        points += held
    return points


def _strong(runs: Line) -> Line:
    return tuple(replace(run, strong=True) for run in runs)


def _spoken(points: tuple[TextLine, ...], tag: str) -> list[Line]:
    """Return notes as lines; notes have no bullets of their own, so points keep theirs as text."""
    lines = []
    for point in points:
        mark = point_number(point.start) if point.start else Run(point.mark)
        lines.append((mark, Run(" "), *point.runs) if mark.text else point.runs)
    return [in_words(said, tag) for said in lines]
