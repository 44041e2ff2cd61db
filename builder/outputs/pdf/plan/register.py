"""The register of figures: which figures it lists, and the rows that print them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from builder.model.briefing import Briefing
from builder.model.chart import ResolvedChart
from builder.model.ledger import Entry
from builder.model.text import Line, Owner, Run, words
from builder.outputs.pdf.plan import anchors
from builder.outputs.pdf.plan.declared import bare_places, exempt_words
from builder.outputs.pdf.plan.items import ChartFigure, Item, Register, RegisterRow, SectionHeading
from builder.outputs.pdf.plan.ledger import runs_in
from builder.outputs.pdf.plan.planner import Planner, join, source_name

_COLUMNS = ("value", "label", "as_of", "source", "confidence", "pages", "slides")


def registered(
    briefing: Briefing,
    ledger: Iterable[Entry],
    charts: Iterable[ResolvedChart],
    slides: Mapping[str, tuple[int, ...]],
) -> tuple[str, ...]:
    """Return the figures that the register lists, in the content's order.

    They are those that the paper prints (`ledger`, `charts`), those that the deck does
    (`slides`), and those that any of them is computed from.
    """
    wanted = {entry.owner for entry in ledger if entry.kind == "figure"}
    wanted.update(id for chart in charts for id in _printed_by(chart))
    wanted.update(id for id, numbers in slides.items() if numbers)
    pending = list(wanted)
    while pending:
        inputs = set(briefing.figures[pending.pop()].inputs) - wanted
        wanted |= inputs
        pending += inputs
    return tuple(id for id in briefing.figures if id in wanted)


def register(
    planner: Planner,
    figures: Iterable[str],
    slides: Mapping[str, tuple[int, ...]],
) -> tuple[Item, ...]:
    """Return the register of `figures` under its heading, and the words declared to be none."""
    bare = bare_places(planner)
    names = {id: source_name(planner.briefing, id) for id in planner.briefing.sources}
    rows = tuple(_row(id, bare.get(id, ()), slides.get(id, ()), names, planner) for id in figures)
    declared = exempt_words(planner)
    if not rows:
        return declared
    heading = SectionHeading(anchors.REGISTER, words(planner.word("register")), 1)
    header = tuple(words(planner.word(column)) for column in _COLUMNS)
    introduction = words(planner.word("register_intro"))
    return (heading, Register(anchors.REGISTER_TABLE, header, rows, introduction), *declared)


def charts_of(items: Iterable[Item]) -> Iterator[ResolvedChart]:
    """Yield every chart that stands in the items, at whatever depth."""
    for item in items:
        if isinstance(item, ChartFigure):
            yield item.chart
        yield from charts_of(getattr(item, "items", ()))


def _row(
    id: str,
    bare: tuple[Line, ...],
    slides: tuple[int, ...],
    sources: Mapping[str, Line],
    planner: Planner,
) -> RegisterRow:
    """Return the row of a figure; `sources` are the names of sources by id."""
    briefing = planner.briefing
    figure, printed = briefing.figures[id], briefing.printed[id]
    standing = planner.word(figure.confidence.value) if figure.confidence else ""
    return RegisterRow(
        anchors.figure(id),
        id,
        printed["full"],
        printed["label"],
        planner.computed_from(figure.inputs),
        join((words(planner.word("without_hedge")), join(bare, planner.semicolon)), planner.colon)
        if bare and figure.hedge
        else (),
        printed.get("as_of", ()),
        join((sources[source] for source in figure.sources), planner.semicolon),
        words(standing) if standing else (),
        _numbers(slides),
    )


def _numbers(slides: tuple[int, ...]) -> Line:
    runs = (Run(str(n), owner=Owner("furniture", str(n), "slide")) for n in slides)
    return join(((run,) for run in runs), ", ")


def _printed_by(chart: ResolvedChart) -> Iterator[str]:
    """Yield the figures that a chart's runs belong to."""
    for run in runs_in(chart):
        if run.owner and run.owner.kind == "figure":
            yield run.owner.id
