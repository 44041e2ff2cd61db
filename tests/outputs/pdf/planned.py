"""The words of a plan in reading order, item by item: what the structure tree must say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from builder.model.text import Line, Run
from builder.outputs.pdf.plan import PaperPlan, endings, items
from builder.verify.reading import canonical

# Words with letters: numbers of pages are known only when the paper is laid out.
_WORD = re.compile(r"\S*[^\W\d_]\S*")


def words_of(text: str) -> list[str]:
    """Return a text's words that have letters, as they are compared."""
    return _WORD.findall(canonical(text.replace("\n", " ")))


def planned_words(plan: PaperPlan) -> list[str]:
    """Return the words of everything but notes, which stand where their page ends."""
    opened = {file.about for file in plan.files}
    lines = (line for item in plan.items for line in _lines(item, item.anchor in opened))
    return [word for line in lines for word in words_of(_said(line))]


def _said(line: Line) -> str:
    return "".join(run.text for run in line)


def _lines(item: items.Item, opens: bool = True) -> Iterator[Line]:
    """Yield an item's lines in the order in which they are read, what it means last."""
    yield from _own_lines(item, opens)
    meant = getattr(item, "takeaway", None)
    if meant is not None:
        yield from (meant.label, meant.text)


def _own_lines(item: items.Item, opens: bool = True) -> Iterator[Line]:
    """Yield an item's lines in the order in which they are read; a word `opens` its data."""
    if isinstance(item, items.CoverPage):
        yield from (item.kicker, item.date, item.title, item.rest, item.subtitle, item.message)
        yield from item.details
    elif isinstance(item, items.TitleBlock):
        yield from (item.kicker, item.title, item.subtitle, *item.details)
    elif isinstance(item, items.Findings):
        for entry in item.entries:
            cell = entry.figure
            yield from (cell.figure, cell.unit, cell.label, cell.as_of, entry.says)
    elif isinstance(item, items.FigurePanel):
        yield item.title
        for cell in item.cells:
            yield from (cell.figure, cell.unit, cell.label, cell.as_of)
    elif isinstance(item, items.Contents):
        yield from (item.title, *(entry.text for entry in item.entries))
    elif isinstance(item, items.Points):
        yield from _points(item)
    elif isinstance(item, items.Quotation):
        yield from (*item.paragraphs, item.attribution)
    elif isinstance(item, items.Tabular):
        yield from (item.number, item.caption, *(column.header for column in item.columns))
        yield from (cell for row in item.rows for cell in row)
        yield from (item.note, item.source)
    elif isinstance(item, items.ChartFigure):
        chart = item.chart
        yield from (item.number, chart.title, chart.subtitle, chart.source_line, chart.note)
        yield (Run("Data"),) if opens else ()
    elif isinstance(item, items.CalloutBox | items.QuestionAnswer):
        yield item.title if isinstance(item, items.CalloutBox) else item.question
        yield from _all(item.items)
    elif isinstance(item, endings.SourceEntry):
        title = "".join(run.text for run in item.title)
        yield item.title if not item.details else ()
        if item.details:
            yield (*item.title, *_dot(title), *item.details)
        yield from (item.url, item.note, item.states)
    elif isinstance(item, endings.SmallPrint):
        yield item.text
    elif isinstance(item, endings.Declared):
        yield from (item.title, *item.lines)
    elif isinstance(item, endings.Register):
        yield from (item.introduction, *item.header)
        for group in item.groups:
            yield group.source
            for row in group.rows:
                yield from (row.printed, row.label, row.inputs, row.remark)
                yield from (row.as_of, row.confidence)
    elif isinstance(item, items.SectionHeading | items.Prose):
        yield item.text


def _dot(title: str) -> Line:
    return (Run(". "),) if title else ()


def _points(item: items.Points) -> Iterator[Line]:
    for point in item.points:
        yield from (point.mark, point.text)
        for below in point.below:
            yield from _points(below)


def _all(content: Iterable[items.Item]) -> Iterator[Line]:
    for item in content:
        yield from _lines(item)
