"""What the author takes on: figures printed without their hedge, names and exempted words.

Takes the briefing, returns what the register says of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from builder.model.blocks import Block, ChartUse, TableUse
from builder.model.text import Line, Run, line, words
from builder.outputs.pdf.plan import anchors
from builder.outputs.pdf.plan.items import Item, Point, Points, SectionHeading
from builder.outputs.pdf.plan.ledger import runs_in
from builder.outputs.pdf.plan.planner import Planner, join, named
from builder.resolve.walk import walked

_MARK: Final = (Run("•"),)


def bare_places(planner: Planner) -> Mapping[str, tuple[Line, ...]]:
    """Return where each figure is printed without its hedge: titles of sections and slides."""
    found: dict[str, dict[Line, None]] = {}
    briefing = planner.briefing
    charts = {name: _bare_in(chart) for name, chart in briefing.charts.items()}
    tables = {name: _bare_in(table) for name, table in briefing.tables.items()}
    for part, blocks, place in _parts(planner):
        for figure in _bare_in(part):
            found.setdefault(figure, {})[place] = None
        for block in walked(blocks):
            if isinstance(block, ChartUse | TableUse):
                shown = charts if isinstance(block, ChartUse) else tables
                for figure in shown.get(block.name, ()):
                    found.setdefault(figure, {})[place] = None
    return {figure: tuple(places) for figure, places in found.items()}


def _bare_in(part: object) -> tuple[str, ...]:
    """Return the figures that a part prints without their hedges."""
    owners = (run.owner for run in runs_in(part))
    return tuple(
        owner.id
        for owner in owners
        if owner is not None and owner.kind == "figure" and "bare" in owner.form.split("|")
    )


def exempt_words(planner: Planner) -> tuple[Item, ...]:
    """Return the list of names and exempted words under its heading; nothing without any."""
    meta = planner.briefing.meta
    lines = [
        join((_strong(exemption.words), line(exemption.because)), planner.colon)
        for exemption in meta.exempt
    ]
    if meta.names:
        names = join((named(name) for name in meta.names), ", ")
        strong = tuple(replace(run, strong=True) for run in names)
        lines.insert(0, join((strong, words(planner.word("are_names"))), planner.colon))
    if not lines:
        return ()
    heading = SectionHeading(anchors.EXEMPT, words(planner.word("exempt")), 2)
    points = tuple(
        Point(f"{anchors.EXEMPT_LIST}-{number}", _MARK, text, ())
        for number, text in enumerate(lines, 1)
    )
    return (heading, Points(anchors.EXEMPT_LIST, points, ordered=False, small=True))


def _parts(planner: Planner) -> Iterator[tuple[object, tuple[Block, ...], Line]]:
    """Yield each part of the briefing that prints, its blocks, and the words that name its place.

    What charts and tables print that stand in its blocks is not in the part itself.
    """
    briefing = planner.briefing
    yield (briefing.title, briefing.subtitle), (), briefing.title
    for section in briefing.sections:
        title = line(section.title)
        yield (section.title, section.blocks), section.blocks, title
        for slide in section.slides:
            on_slide = (Run(f"{planner.word('slide')} "), *_emphasised(line(slide.title)))
            yield slide, slide.blocks, on_slide
    for note in briefing.notes:
        yield note.text, (), words(planner.word("notes"))


def _strong(phrases: tuple[str, ...]) -> Line:
    return join(((Run(phrase, strong=True),) for phrase in phrases), ", ")


def _emphasised(title: Line) -> Line:
    return tuple(replace(run, emphasis=True, claim=None) for run in title)
